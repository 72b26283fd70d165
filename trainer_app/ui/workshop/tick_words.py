"""What the rows of a signed sheet say."""

from __future__ import annotations

from trainer_app.domain.attendance import ATTENDED, Status
from trainer_app.domain.people import Person
from trainer_app.domain.ticking import Tick, Ticking
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.labels import person_label
from trainer_app.ui.theme import Tone
from trainer_app.ui.workshop.attendance_words import early_words, late_words, mark_words

_LOOKS: dict[Status, tuple[str, Tone]] = {
    Status.PRESENT: ("check", "ok"),
    Status.LATE: ("clock", "warn"),
    Status.LEFT_EARLY: ("log-out", "warn"),
    Status.LATE_LEFT_EARLY: ("clock", "warn"),
    Status.ABSENT: ("x", "danger"),
    Status.EXCUSED: ("message-circle", "primary"),
}


def tick_words(tick: Tick | None) -> str:
    """What stands for a person."""
    return mark_words(tick.status, tick.late, tick.early) if tick else mark_words(None, 0, 0)


def look_of(tick: Tick | None) -> tuple[str, Tone]:
    """The sign and the tone of what stands for a person."""
    return ("circle", "plain") if tick is None else _LOOKS[tick.status]


def row_words(state: Ticking) -> str:
    """Which row is in hand."""
    if state.row is None:
        return _("Row {row}, an empty one").format(row=number(state.at + 1))
    return _("Row {row} of {rows}").format(row=number(state.at + 1), rows=number(len(state.rows)))


def space_words(state: Ticking) -> str:
    """What the space bar does now."""
    if state.asked is not None:
        minutes = state.minutes
        if minutes is None:
            return ""
        words = late_words(minutes) if state.asked == "late" else early_words(minutes)
        return _("Space or Enter writes: {mark}").format(mark=words)
    tick = state.row.tick if state.row else None
    if tick is not None and tick.status in ATTENDED:
        return _("Space: it stays so, next row")
    return _("Space or Enter writes: {mark}").format(mark=tick_words(Tick(Status.PRESENT)))


def saved_words(place: int, person: Person, tick: Tick | None) -> str:
    """What was written, once it is on the disk. `place` counts from 0."""
    return _("Saved: row {row}, {name}: {mark}").format(
        row=number(place + 1), name=person_label(person), mark=tick_words(tick)
    )


def progress_words(state: Ticking) -> str:
    """How far the sheet is."""
    ticked = len(state.rows) - len(state.waiting)
    return _("{done} of {rows} rows have a mark").format(
        done=number(ticked), rows=number(len(state.rows))
    )


def photos_words(count: int) -> str:
    """How many photos of the signed sheet a session has."""
    return ngettext(
        "{count} photo of the signed sheet", "{count} photos of the signed sheet", count
    ).format(count=number(count))


def offer_words(person: Person, place: int | None) -> str:
    """Somebody whom the centre knows; `place` is the row where she stands already."""
    name = person_label(person)
    if place is not None:
        return _("Row {row}: {name}, {number}").format(
            row=number(place + 1), name=name, number=isolate(person.number)
        )
    return _("{name}, number {number}").format(name=name, number=person.number)
