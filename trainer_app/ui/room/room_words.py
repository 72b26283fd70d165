"""What is said of a laptop in the room: how it stands, what it needs; never a person's name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from trainer_app.domain.courses import local_time
from trainer_app.domain.rooms import LaptopState, RoomLaptop
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import clock, number
from trainer_app.ui.theme import Tone

Badge = tuple[str, Tone, str]
"""Words, a tone and an icon."""
Title = Callable[[str], str]
"""A lesson's title, given its id."""

LOW_BATTERY = 25
LITTLE_DISK_MB = 500
WRONG_CLOCK_SECONDS = 60
SEPARATOR = " · "
_HOUR = 3600
_MOST_CODES = 4


def name(laptop: RoomLaptop) -> str:
    """What a laptop is called."""
    if laptop.letters:
        return _("Laptop {letters}").format(letters=isolate(laptop.letters))
    return _("Guest {number}").format(number=number(laptop.guest))


def sign(laptop: RoomLaptop) -> str:
    """What stands large beside it: its letters, or a guest's number."""
    return laptop.letters or number(laptop.guest)


def is_waiting(laptop: RoomLaptop) -> bool:
    """Whether it is here and still locked."""
    return laptop.here and laptop.kind == "closed"


def standing(laptop: RoomLaptop, now: datetime) -> str:
    """Whether it is here, and since when, on the clock of this room."""
    if laptop.trouble:
        return dropped_words(laptop.trouble)
    time = isolate(clock(local_time(laptop.since, now)))
    if is_waiting(laptop):
        return _("Locked, waits since {time}").format(time=time)
    if laptop.here:
        return _("Here since {time}").format(time=time)
    return _("Gone since {time}").format(time=time)


def dropped_words(trouble: str) -> str:
    """Why a laptop was dropped."""
    known = {
        "malformed": _("Dropped: it sent something that cannot be read."),
        "flooding": _("Dropped: it sent far too much."),
        "silent": _("It fell silent. It comes back by itself."),
        "forged": _("Dropped: it sent something that is not its own."),
        "too-new": _("Dropped: its program does not fit this one. Please update."),
        "sent-away": _("You sent it away."),
    }
    return known.get(trouble, _("Dropped: something was wrong with it."))


def people(laptop: RoomLaptop) -> str:
    """How many sit there; nothing of a laptop that is not open or has not said."""
    state = laptop.state
    if state is None or not laptop.here or is_waiting(laptop):
        return ""
    if not state.people:
        return _("Nobody signed in") if laptop.kind == "ours" else ""
    words = ngettext("{count} person", "{count} people", state.people)
    return words.format(count=number(state.people))


def lesson(laptop: RoomLaptop, title: Title) -> str:
    """The title of the lesson that is open there, if any."""
    state = laptop.state
    if state is None or not laptop.here or not state.lesson:
        return ""
    return title(state.lesson)


def badges(laptop: RoomLaptop) -> list[Badge]:
    """The battery, and whatever a trainer should see to; the worst comes first."""
    state = laptop.state
    if state is None or not laptop.here:
        return []
    battery = _battery(state)
    low = [badge for badge in battery if badge[1] == "warn"]
    usual = [badge for badge in battery if badge not in low]
    return [*low, *_troubles(laptop, state), *_voices(state), *usual]


def _battery(state: LaptopState) -> list[Badge]:
    if state.battery is None:
        return []
    words = _("{percent} %").format(percent=number(state.battery))
    if state.plugged:
        return [(words, "plain", "battery-charging")]
    if state.battery <= LOW_BATTERY:
        return [(words, "warn", "battery-low")]
    return [(words, "plain", "battery-full" if state.battery > 60 else "battery-medium")]


def _troubles(laptop: RoomLaptop, state: LaptopState) -> list[Badge]:
    found: list[Badge] = []
    if abs(laptop.clock_off) >= WRONG_CLOCK_SECONDS:
        found.append((_clock(laptop.clock_off), "warn", "clock"))
    if 0 < state.free_mb < LITTLE_DISK_MB:
        words = _("Disk: {count} MB left").format(count=number(state.free_mb))
        found.append((words, "warn", "hard-drive"))
    if missing := len(state.missing):
        words = ngettext("{count} lesson is coming", "{count} lessons are coming", missing)
        found.append((words.format(count=number(missing)), "primary", "download"))
    if state.waiting:
        words = ngettext("{count} entry to come", "{count} entries to come", state.waiting)
        found.append((words.format(count=number(state.waiting)), "primary", "refresh-cw"))
    return found


def _clock(seconds: int) -> str:
    span = _span(abs(seconds))
    if seconds > 0:
        return _("Clock {time} ahead").format(time=span)
    return _("Clock {time} behind").format(time=span)


def _span(seconds: int) -> str:
    if seconds >= _HOUR:
        count = seconds // _HOUR
        return ngettext("{count} hour", "{count} hours", count).format(count=number(count))
    count = max(1, seconds // 60)
    return ngettext("{count} minute", "{count} minutes", count).format(count=number(count))


def _voices(state: LaptopState) -> list[Badge]:
    """The languages that it reads aloud, by their codes: names would need too much room."""
    if not state.languages:
        return []
    codes = ", ".join(state.languages[:_MOST_CODES])
    more = "…" if len(state.languages) > _MOST_CODES else ""
    return [(f"\u2066{codes}{more}\u2069", "plain", "volume-2")]
