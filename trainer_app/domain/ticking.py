"""Ticking a signed sheet back: what each key means on the row in hand, as pure steps.

A step says what is to be written; only once that is on the disk, `written` moves on.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from trainer_app.domain.attendance import ATTENDED, CAME_LATE, WENT_EARLY, Status, status_of

USUAL_MINUTES = 10
"""What is offered where somebody came late or left early."""

MOST_MINUTES = 600
_MOST_DIGITS = 4  # 1815 is a quarter past six in the evening
_DAY_MINUTES = 24 * 60

Asked = Literal["late", "early"]


@dataclass(frozen=True, slots=True)
class Times:
    """When the session really began and ended, in minutes of the day; it may run past midnight."""

    began: int
    ended: int


@dataclass(frozen=True, slots=True)
class Tick:
    """What a row says of a person. `late` and `early` are minutes."""

    status: Status
    late: int = 0
    early: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the paper; `tick` is what stands for this person now."""

    person: str
    tick: Tick | None = None


@dataclass(frozen=True, slots=True)
class Ticking:
    """Where the trainer is: `at` counts rows from 0, and is `len(rows)` on the first empty row.

    `asked`: which minutes are being typed, `typed` their digits so far, `late` what was said of
    the beginning before the end was asked. `done`: rows written here, the last one last.
    """

    rows: tuple[Row, ...]
    times: Times
    at: int = 0
    asked: Asked | None = None
    typed: str = ""
    late: int = 0
    unclear: bool = False
    done: tuple[int, ...] = field(default=())

    @property
    def row(self) -> Row | None:
        """The row in hand; None on an empty one."""
        return self.rows[self.at] if self.at < len(self.rows) else None

    @property
    def waiting(self) -> tuple[int, ...]:
        """The rows of which nothing is known."""
        return tuple(place for place, row in enumerate(self.rows) if row.tick is None)

    @property
    def minutes(self) -> int | None:
        """The minutes that stand typed; None for a time that cannot be."""
        return _minutes(self)


@dataclass(frozen=True, slots=True)
class Write:
    """This is to be recorded of the person in this row."""

    row: int
    tick: Tick


@dataclass(frozen=True, slots=True)
class TakeBack:
    """What was written last, in this row, is to be taken back."""

    row: int


Step = Write | TakeBack | None


# Keys
def sign(state: Ticking) -> tuple[Ticking, Step]:
    """The row is signed, or the minutes are right. Who is known to have been there stays so."""
    if state.asked is not None:
        return _take_minutes(state)
    row = state.row
    if row is None:
        return state, None
    if row.tick is not None and row.tick.status in ATTENDED:
        return _next(state), None
    return state, Write(state.at, Tick(Status.PRESENT))


def say(state: Ticking, status: Status) -> tuple[Ticking, Step]:
    """A key of its own for a status; late and early ask for minutes first."""
    if state.row is None:
        return state, None
    if state.asked == "late" and status is Status.LEFT_EARLY:
        minutes = state.minutes
        if minutes is None:
            return replace(state, unclear=True), None
        return _ask(replace(state, late=minutes), "early"), None
    if status is Status.LATE:
        return _ask(replace(state, late=0), "late"), None
    if status is Status.LEFT_EARLY:
        return _ask(replace(state, late=_known(state, "late")), "early"), None
    return _wish(state, Tick(status))


def digit(state: Ticking, figure: int) -> Ticking:
    """A digit of the minutes, or of a time such as 1815; nothing where none are asked."""
    if state.asked is None or len(state.typed) >= _MOST_DIGITS:
        return state
    return replace(state, typed=state.typed + str(figure), unclear=False)


def back(state: Ticking) -> tuple[Ticking, Step]:
    """Take away a digit, then the question, then what was written last, or go up a row."""
    if state.asked is not None:
        if state.typed:
            return replace(state, typed=state.typed[:-1], unclear=False), None
        return _calm(state), None
    if state.done:
        return state, TakeBack(state.done[-1])
    return go(state, -1), None


def leave(state: Ticking) -> Ticking:
    """Ask no longer; nothing is written."""
    return _calm(state)


def go(state: Ticking, rows: int) -> Ticking:
    """Go some rows down, or up; the first empty row is the last."""
    return _calm(replace(state, at=max(0, min(len(state.rows), state.at + rows))))


# What became of a step
def written(state: Ticking, row: int, tick: Tick) -> Ticking:
    """A mark is on the disk: show it and go on to the next row."""
    rows = (*state.rows[:row], replace(state.rows[row], tick=tick), *state.rows[row + 1 :])
    return _next(replace(state, rows=rows, at=row, done=(*state.done, row)))


def taken_back(state: Ticking, before: Tick | None) -> Ticking:
    """What was written last is gone, and its row is in hand again."""
    row = state.done[-1]
    rows = (*state.rows[:row], replace(state.rows[row], tick=before), *state.rows[row + 1 :])
    return _calm(replace(state, rows=rows, at=row, done=state.done[:-1]))


def came_in(state: Ticking, person: str) -> Ticking:
    """Somebody is found for the first empty row, or stands on the sheet already: her row is hand.

    Nothing is known of her yet.
    """
    for place, row in enumerate(state.rows):
        if row.person == person:
            return _calm(replace(state, at=place))
    rows = (*state.rows, Row(person))
    return _calm(replace(state, rows=rows, at=len(rows) - 1))


def seen(state: Ticking, rows: tuple[Row, ...]) -> Ticking:
    """Marks were made elsewhere meanwhile: `rows` have them. The row in hand stays the same.

    What cannot be taken back any more, because another mark stands there now, is forgotten.
    """
    before = {row.person: row.tick for row in state.rows}
    order = [row.person for row in state.rows]
    ticks = {row.person: row.tick for row in rows}
    kept = tuple(Row(person, ticks[person]) for person in order if person in ticks)
    new = tuple(row for row in rows if row.person not in before)
    whole = kept + new
    place = {row.person: at for at, row in enumerate(whole)}
    same = {at for at, row in enumerate(state.rows) if ticks.get(row.person) == row.tick}
    done: tuple[int, ...] = ()
    for at in state.done:
        person = state.rows[at].person
        done = (*done, place[person]) if at in same and person in place else ()
    here = state.row
    at = len(whole) if here is None else place.get(here.person, min(state.at, len(whole)))
    moved = replace(state, rows=whole, at=at, done=done)
    return moved if here is not None and here.person in place else _calm(moved)


# Minutes
def _take_minutes(state: Ticking) -> tuple[Ticking, Step]:
    minutes = state.minutes
    if minutes is None:
        return replace(state, unclear=True), None
    late = minutes if state.asked == "late" else state.late
    # Who is known to have left early may have come late as well.
    early = minutes if state.asked == "early" else _known(state, "early")
    return _wish(state, Tick(status_of(late, early), late, early))


def _wish(state: Ticking, tick: Tick) -> tuple[Ticking, Step]:
    """What stands already is not written a second time."""
    if state.row is not None and state.row.tick == tick:
        return _next(_calm(state)), None
    return _calm(state), Write(state.at, tick)


def _minutes(state: Ticking) -> int | None:
    if state.asked is None:
        return None
    if not state.typed:
        return _known(state, state.asked) or USUAL_MINUTES
    number = int(state.typed)
    if len(state.typed) < _MOST_DIGITS:
        return number if number <= MOST_MINUTES else None
    hour, minute = divmod(number, 100)
    if hour > 23 or minute > 59:
        return None
    return _from_clock(state, hour * 60 + minute)


def _from_clock(state: Ticking, moment: int) -> int | None:
    """How long after the beginning, or before the end, a time on the wall is."""
    began, ended = state.times.began, state.times.ended
    long = (ended - began) % _DAY_MINUTES
    if state.asked == "early":
        early = (ended - moment) % _DAY_MINUTES
        # Who stayed longer than the session left with everyone.
        return early if early <= long else 0 if _DAY_MINUTES - early <= long else None
    late = (moment - began) % _DAY_MINUTES
    if late <= long:
        return late
    # Who signed before the beginning was there when it began.
    return 0 if _DAY_MINUTES - late <= long else None


def _known(state: Ticking, which: Asked) -> int:
    """The minutes that stand for this row, where it has some."""
    tick = state.row.tick if state.row else None
    if tick is None:
        return 0
    if which == "late":
        return tick.late if tick.status in CAME_LATE else 0
    return tick.early if tick.status in WENT_EARLY else 0


def _ask(state: Ticking, which: Asked) -> Ticking:
    return replace(state, asked=which, typed="", unclear=False)


def _calm(state: Ticking) -> Ticking:
    return replace(state, asked=None, typed="", late=0, unclear=False)


def _next(state: Ticking) -> Ticking:
    return go(state, 1)
