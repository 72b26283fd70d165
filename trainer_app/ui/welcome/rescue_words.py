"""What is wrong with a centre's file and what can be done, in plain words."""

from __future__ import annotations

from datetime import datetime

from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.rescuing import Offer, Rescued
from trainer_app.ui import backup_words


def what_happened(offer: Offer) -> str:
    """Which file, and what is wrong with it."""
    words = {
        "missing": _("The file {file} is not there any more."),
        "unreadable": _("Nothing in the file {file} can be read any more."),
        "beginning-lost": _("The beginning of the file {file} is damaged."),
        "pages-damaged": _("In the file {file}, {damaged} of {pages} parts are damaged."),
        "cut-off": _("The end of the file {file} is missing."),
        "log-damaged": _("What was recorded last, beside the file {file}, is damaged."),
        "other": _("The file {file} does not fit together any more."),
    }[offer.damage]
    return words.format(
        file=isolate(offer.file),
        damaged=isolate(number(offer.damaged)),
        pages=isolate(number(offer.pages)),
    )


def what_is_offered(offer: Offer, now: datetime) -> list[str]:
    """What can be had back, sentence by sentence; nothing where nothing can."""
    said = []
    if offer.snapshot is not None and offer.snapshot.holds is not None:
        whole = _("The backup of {moment} is whole: {contents}.")
        holds = offer.snapshot.holds
        said.append(
            whole.format(
                moment=backup_words.moment_of(offer.snapshot, now),
                contents=backup_words.contents(holds),
            )
        )
        said.append(_brought_over(offer.later))
    elif offer.readable:
        said.append(_("There is no whole backup on this laptop."))
        said.append(_can_be_read(offer.readable))
    if said and offer.damage in ("pages-damaged", "cut-off", "log-damaged"):
        said.append(_("What stood only in the damaged part is lost."))
    return said


def what_to_do() -> str:
    """Where nothing at all can be had back."""
    return _(
        "There is no whole backup on this laptop, and nothing can be read in the file. Do not "
        "delete anything. Is there a copy on a stick? Or another laptop of the centre? It holds "
        "what was merged, and can invite this laptop anew. Ask who looks after your laptops."
    )


def what_was_done(done: Rescued) -> list[str]:
    """How the centre stands now, and where the damaged file lies."""
    said = [
        _("The centre now holds {contents}.").format(contents=backup_words.contents(done.holds))
    ]
    if done.brought:
        words = ngettext(
            "{count} entry was brought over from the damaged file.",
            "{count} entries were brought over from the damaged file.",
            done.brought,
        )
        said.append(words.format(count=isolate(number(done.brought))))
    kept = _("The damaged file is kept in the folder {folder}.")
    said.append(kept.format(folder=isolate(done.kept_in)))
    return said


def _brought_over(count: int) -> str:
    if not count:
        return _("Nothing newer can be read in the damaged file.")
    words = ngettext(
        "From the damaged file, {count} later entry can be brought over as well.",
        "From the damaged file, {count} later entries can be brought over as well.",
        count,
    )
    return words.format(count=isolate(number(count)))


def _can_be_read(count: int) -> str:
    words = ngettext(
        "But {count} entry can still be read in the damaged file. A new file is made from it.",
        "But {count} entries can still be read in the damaged file. A new file is made from them.",
        count,
    )
    return words.format(count=isolate(number(count)))
