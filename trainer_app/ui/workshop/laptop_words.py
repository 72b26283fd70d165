"""What a trainer reads of a laptop the evening before: how it stands, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from trainer_app.domain.courses import local_time
from trainer_app.domain.laptop_checks import DAY, Finding, LaptopCheck
from trainer_app.domain.laptops import Laptop
from trainer_app.i18n import _, isolate, ngettext, own_name
from trainer_app.i18n.formats import clock, listed, number, short_date
from trainer_app.ui.workshop.attendance_words import SEPARATOR
from trainer_app.ui.workshop.path_words import minutes_said, title_of

_HOUR = 60 * 60
_GIGABYTE = 1_000
_LONG_AGO = 60


def laptop_name(laptop: Laptop) -> str:
    """What a laptop is called."""
    if laptop.here:
        return _("This laptop ({letters})").format(letters=isolate(laptop.letters))
    return _("Laptop {letters}").format(letters=isolate(laptop.letters))


def age_words(check: LaptopCheck | None, here: bool, now: datetime) -> str:
    """Since when something is known of a laptop."""
    if check is None:
        return _("Nothing known yet")
    if check.now:
        return _("Measured now") if here else _("In the room now")
    moment = local_time(check.at, now)
    assert moment is not None
    days = (now.date() - moment.date()).days
    if days <= 0:
        return _("Looked at today, {time}").format(time=clock(moment))
    if days > _LONG_AGO:
        return _("Looked at on {day}").format(day=short_date(moment.date()))
    words = ngettext("Looked at {count} day ago", "Looked at {count} days ago", days)
    return words.format(count=number(days))


def facts_words(check: LaptopCheck) -> str:
    """Battery and disk, as they were."""
    parts = []
    if check.battery is not None:
        words = _("Battery {percent} %, plugged in") if check.plugged else _("Battery {percent} %")
        parts.append(words.format(percent=number(check.battery)))
    parts.append(_("{size} free").format(size=_size(check.free_mb)))
    return SEPARATOR.join(parts)


def finding_words(finding: Finding, titles: Mapping[str, str]) -> tuple[str, str]:
    """What is the matter with a laptop, and what to do. `titles`: of lessons, by id."""
    return _matter(finding, titles), _advice()[finding.what]


def _matter(finding: Finding, titles: Mapping[str, str]) -> str:
    match finding.what:
        case "lessons":
            names = listed([title_of(one, titles) for one in finding.things])
            return _("Missing, older or damaged: {lessons}").format(lessons=names)
        case "voices":
            names = listed([isolate(own_name(one)) for one in finding.things])
            return _("Cannot read aloud: {languages}").format(languages=names)
        case "old":
            many = finding.amount
            words = ngettext(
                "Not looked at for {count} day", "Not looked at for {count} days", many
            )
            return words.format(count=number(many))
        case "news":
            many = finding.amount
            words = ngettext(
                "{count} entry is not on all laptops yet",
                "{count} entries are not on all laptops yet",
                many,
            )
            return words.format(count=number(many))
        case "clock":
            words = _("Clock {time} ahead") if finding.amount > 0 else _("Clock {time} behind")
            return words.format(time=_span(abs(finding.amount)))
        case _:
            return _short_matter(finding)


def _short_matter(finding: Finding) -> str:
    words = {
        "shut-out": _("Shut out"),
        "two-histories": _("Two histories under one name"),
        "unknown": _("It has not told anything yet"),
        "battery": _("Battery {percent} %"),
        "disk": _("Only {size} free"),
        "program": _("An older version of the program"),
    }[finding.what]
    return words.format(percent=number(finding.amount), size=_size(finding.amount))


def _advice() -> Mapping[str, str]:
    return {
        "shut-out": _("What comes from it does not count."),
        "two-histories": _("Settle it in the settings, under Laptops."),
        "unknown": _("Open it once with your passphrase and merge, or let it join the room."),
        "old": _("Open it before the evening, and merge."),
        "clock": _("Set its clock."),
        "battery": _("Charge it, or bring its cable."),
        "disk": _("Delete what nobody needs, such as old downloads."),
        "lessons": _("In the room they come by themselves. Else bring them as a lesson file."),
        "voices": _("Seat who needs that at another laptop."),
        "program": _("Install the newer one when you can."),
        "news": _("Merge with a stick, or open the room."),
    }


def _size(megabytes: int) -> str:
    if megabytes < _GIGABYTE:
        return _("{count} MB").format(count=number(megabytes))
    return _("{count} GB").format(count=number(megabytes // _GIGABYTE))


def _span(seconds: int) -> str:
    """A stretch of time in its largest whole unit."""
    if seconds >= DAY:
        count = seconds // DAY
        return ngettext("{count} day", "{count} days", count).format(count=number(count))
    if seconds >= _HOUR:
        count = seconds // _HOUR
        return ngettext("{count} hour", "{count} hours", count).format(count=number(count))
    return minutes_said(max(1, seconds // 60))
