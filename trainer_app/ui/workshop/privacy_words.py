"""What erasing takes and leaves, in words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import listed, number, short_date
from trainer_app.services.before_erasing import ErasurePreview, Mention
from trainer_app.ui.labels import person_label
from trainer_app.ui.person_file import field_names
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets import Button, Dialog, Icon, Text
from trainer_app.ui.workshop.sheet_erasing import Photo, ask_about_sheets


def ask_to_erase(
    window: QWidget,
    preview: ErasurePreview,
    photo: Photo,
    then: Callable[[list[str]], None],
    *,
    why: str = "",
) -> None:
    """Ask in front of a window; `why` says what the erasure follows from, such as a term.

    `photo` shows each photo of a signed sheet first; `then` gets the ids of those that go.
    """

    def ask(gone: list[str]) -> None:
        _ask(window, preview, gone, lambda: then(gone), why)

    ask_about_sheets(window, preview.sheets, photo, ask)


def _ask(
    window: QWidget,
    preview: ErasurePreview,
    sheets: Collection[str],
    then: Callable[[], None],
    why: str,
) -> None:
    name = person_label(preview.person)
    keep = Button(_("Do not erase"), "secondary")
    erase = Button(_("Erase {name}").format(name=name), "danger", icon="trash-2")
    dialog = Dialog(
        window,
        _("Erase {name}?").format(name=name),
        WhatHappens(preview, why, sheets),
        [("", keep), ("erase", erase)],
        escape="",
        width=760,
    )
    dialog.answered.connect(lambda answer: then() if answer else None)
    dialog.open(keep)


class WhatHappens(QWidget):
    """What goes, what stays, who is not told yet, and what nobody can call back. Signals: none."""

    def __init__(
        self, preview: ErasurePreview, why: str = "", sheets: Collection[str] = ()
    ) -> None:
        """`sheets`: ids of the photos that go too."""
        super().__init__()
        stay = len(preview.sheets) - len(sheets)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(6))
        if why:
            self._column.addWidget(Text(why, "body", tight=True))
        goes = chain(_goes(preview), _photos_go(len(sheets)))
        self._part(_("This goes for ever"), "trash-2", "danger", goes)
        stays = chain(_stays(preview), photos_stay(stay))
        self._part(_("This stays"), "chart-column", "ok", stays)
        self._part(
            _("Nobody can call this back"), "triangle-alert", "warn", beyond(preview.laptops)
        )

    def _part(self, title: str, icon: str, colour: Token, lines: Iterator[str]) -> None:
        self._column.addWidget(Text(title, "body", "bold", tight=True))
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(current().space(8))
            row.addWidget(Icon(icon, colour, 20), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(line, "body", tight=True), 1)
            self._column.addLayout(row)
        self._column.addSpacing(current().space(6))


def _goes(preview: ErasurePreview) -> Iterator[str]:
    names = field_names()
    fields = [names[field] for field in preview.fields]
    fields += [names["pictures"]] if preview.pictures else []
    fields.append(names["number"])
    yield _("From the register: {fields}.").format(fields=listed(fields))
    if preview.sittings:
        yield _("Work at laptops: {times}, {lessons}.").format(
            times=ngettext(
                "{count} time at a laptop", "{count} times at a laptop", preview.sittings
            ).format(count=number(preview.sittings)),
            lessons=ngettext("{count} lesson", "{count} lessons", preview.lessons).format(
                count=number(preview.lessons)
            ),
        )
    yield _("Everything that was ever saved about this person, in the backups here too.")


def _stays(preview: ErasurePreview) -> Iterator[str]:
    if preview.marks:
        yield ngettext(
            "{count} mark in a session, as a count without name or number. Totals stay the same.",
            "{count} marks in sessions, as counts without name or number. Totals stay the same.",
            preview.marks,
        ).format(count=number(preview.marks))
    else:
        yield _("Nothing: there is no mark in any session.")
    for mention in preview.mentions:
        yield _mentioned(mention)


def _photos_go(count: int) -> Iterator[str]:
    if count:
        yield ngettext(
            "{count} photo of a signed sheet, with everyone on it.",
            "{count} photos of signed sheets, with everyone on them.",
            count,
        ).format(count=number(count))


def photos_stay(count: int) -> Iterator[str]:
    """What it means to keep photos that show somebody who is erased."""
    if count:
        yield ngettext(
            "{count} photo of a signed sheet, for the funder. The name can be read on it.",
            "{count} photos of signed sheets, for the funder. The name can be read on them.",
            count,
        ).format(count=number(count))


def _mentioned(mention: Mention) -> str:
    about = isolate(mention.about)
    match mention.what:
        case "note":
            return _("The note of {number} seems to use this name. Please look at it.").format(
                number=about
            )
        case "course":
            return _("The course {title} seems to use this name. Please look at it.").format(
                title=about
            )
        case "card":
            words = _("A card of {day} in “What worked” seems to use this name.")
            return words.format(day=short_date(date.fromisoformat(mention.about)))
        case "reason":
            return _("A reason given on {day} seems to use this name.").format(
                day=short_date(date.fromisoformat(mention.about))
            )


def beyond(laptops: Sequence[str]) -> Iterator[str]:
    """Where erasing here does not reach; `laptops` by their letters."""
    if laptops:
        yield ngettext(
            "Laptop {letters} holds this person until it merges.",
            "Laptops {letters} hold this person until they merge.",
            len(laptops),
        ).format(letters=listed([isolate(one) for one in laptops]))
    yield _("Files and lists that were saved or printed, sticks with old news or backups.")
    yield _("Whoever has such a copy can still read it. Please collect and destroy them.")
