"""What is said about a laptop of the centre: how it stands, and when its last news came."""

from __future__ import annotations

from datetime import datetime

from trainer_app.domain.courses import local_time
from trainer_app.domain.laptops import Laptop
from trainer_app.i18n import _, isolate, ngettext, pgettext
from trainer_app.i18n.formats import clock, number, short_date
from trainer_app.ui.theme import Tone

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def name(laptop: Laptop) -> str:
    """What a laptop is called in a sentence."""
    if laptop.here:
        return _("This laptop ({letters})").format(letters=isolate(laptop.letters))
    return _("Laptop {letters}").format(letters=isolate(laptop.letters))


def news(laptop: Laptop, now: datetime) -> str:
    """When it wrote the newest that is known here, on the clock of this room."""
    moment = local_time(laptop.news, now)
    if moment is None:
        return _("No news yet")
    if moment.date() == now.date():
        return _("Newest news: today, {time}").format(time=clock(moment))
    return _("Newest news: {day}, {time}").format(day=short_date(moment.date()), time=clock(moment))


def entries(laptop: Laptop) -> str:
    """How much is held of it, and how much of that is kept aside."""
    words = ngettext("{count} entry", "{count} entries", laptop.events)
    said = words.format(count=number(laptop.events))
    if not laptop.aside:
        return said
    aside = ngettext("{count} does not count now", "{count} do not count now", laptop.aside)
    return _("{entries}, {aside}").format(
        entries=said, aside=aside.format(count=number(laptop.aside))
    )


def badges(laptop: Laptop) -> list[tuple[str, Tone, str]]:
    """What a trainer should know of it: words, tone and icon."""
    found: list[tuple[str, Tone, str]] = []
    match laptop.standing:
        case "shut-out":
            found.append((pgettext("state", "Shut out"), "danger", "lock"))
        case "forked":
            found.append((_("Two histories under one name"), "danger", "split"))
        case "second-use":
            found.append((_("Its invitation was used twice"), "warn", "copy"))
    if laptop.clock_ahead >= _MINUTE:
        words = _("Clock runs {time} ahead").format(time=_span(laptop.clock_ahead))
        found.append((words, "warn", "clock"))
    return found


def meaning(laptop: Laptop) -> str:
    """What its standing means for what it wrote; none where all is well."""
    match laptop.standing:
        case "shut-out":
            return _("What comes from it is kept aside until a trainer lets it in again.")
        case "forked":
            return _(
                "Somebody copied its data folder, or brought back an old one. "
                "What was written twice does not count until a trainer settles it."
            )
        case "second-use":
            return _(
                "Another laptop joined with the same invitation. "
                "What comes from this one does not count until a trainer lets it in."
            )
        case _:
            return ""


def _span(seconds: int) -> str:
    """A stretch of time in its largest whole unit."""
    if seconds >= _DAY:
        count = seconds // _DAY
        return ngettext("{count} day", "{count} days", count).format(count=number(count))
    if seconds >= _HOUR:
        count = seconds // _HOUR
        return ngettext("{count} hour", "{count} hours", count).format(count=number(count))
    count = seconds // _MINUTE
    return ngettext("{count} minute", "{count} minutes", count).format(count=number(count))
