"""What a merge brought, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from trainer_app.domain.laptops import Merged
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import listed, number
from trainer_app.ui.theme import Tone


def headline(merged: Merged, *, on_stick: bool) -> tuple[str, str, Tone]:
    """In a few words, with a sign and its tone."""
    if merged.stopped:
        return _("Stopped"), "pause", "warn"
    if merged.files == 0:
        if on_stick:
            return _("Our news is on the stick"), "check", "ok"
        return _("Nothing was merged"), "info", "plain"
    if merged.refused and merged.received == 0:
        return _("Nothing came in"), "triangle-alert", "warn"
    if merged.refused:
        return _("A part came in"), "triangle-alert", "warn"
    if merged.new == 0:
        return _("Nothing new"), "check", "ok"
    return _("All of it came in"), "check", "ok"


def figures(merged: Merged, total: int) -> str:
    """Such as "41 of 41 received, 29 new". `total`: how many pieces of news there were."""
    if merged.received == 0:
        return ""
    return _("{received} of {total} received, {new} new").format(
        received=number(merged.received),
        total=number(max(total, merged.received)),
        new=number(merged.new),
    )


def meaning(merged: Merged) -> str:
    """What the figures mean, in a sentence; none where they say it all."""
    if merged.stopped:
        return _("What came until now stays. The rest comes when you merge again.")
    if merged.received and merged.new == 0:
        return _("This laptop knew it all already.")
    if merged.known:
        known = ngettext(
            "{count} was known here already.", "{count} were known here already.", merged.known
        )
        return known.format(count=number(merged.known))
    return ""


def refused(count: int) -> str:
    """How many files were left out."""
    words = ngettext(
        "{count} file was not taken in. Nothing here was changed by it.",
        "{count} files were not taken in. Nothing here was changed by them.",
        count,
    )
    return words.format(count=number(count))


def gaps(letters: Sequence[str]) -> str:
    """Of which laptops something in between is missing."""
    words = ngettext(
        "Something in between is still missing from laptop {laptops}. It comes with newer news "
        "of that laptop, or with a laptop that has it.",
        "Something in between is still missing from the laptops {laptops}. It comes with newer "
        "news of these laptops, or with a laptop that has it.",
        len(letters),
    )
    return words.format(laptops=_letters(letters))


def ahead(letters: Sequence[str]) -> str:
    """Which laptops have a clock that runs far ahead."""
    words = ngettext(
        "The clock of laptop {laptops} runs far ahead. Set its date and time right.",
        "The clocks of the laptops {laptops} run far ahead. Set their date and time right.",
        len(letters),
    )
    return words.format(laptops=_letters(letters))


def conflicts(count: int) -> str:
    """How many things were written differently on two laptops."""
    words = ngettext(
        "{count} thing was written down differently on two laptops. Please say what is right.",
        "{count} things were written down differently on two laptops. Please say what is right.",
        count,
    )
    return words.format(count=number(count))


def _letters(letters: Sequence[str]) -> str:
    return listed([isolate(one) for one in letters])
