"""The program's words for figures, money and days of a plan."""

from __future__ import annotations

from trainer_app.domain.practice.planner_view import ItemView
from trainer_app.i18n import _, ngettext
from trainer_app.ui.practice.pieces.saying import hour


def euros(count: int) -> str:
    """An amount of pretend money."""
    return ngettext("{count} euro", "{count} euros", count).format(count=count)


def day_words(number: int) -> str:
    """A day of the calendar."""
    return _("Day {number}").format(number=number)


def when_words(item: ItemView) -> str:
    """When something is planned; "" if it is not yet."""
    if not item.day:
        return ""
    return _("Day {number}, {hour}").format(number=item.day, hour=hour(item.hour).word.lower())


def people_words(count: int) -> str:
    """How many people saw it."""
    return ngettext("{count} person saw it", "{count} people saw it", count).format(count=count)


def view_words(count: int) -> str:
    """How often it was seen."""
    return ngettext("Seen {count} time", "Seen {count} times", count).format(count=count)


def engaged_words(count: int) -> str:
    """How many people did something with it."""
    return ngettext(
        "{count} person answered or shared it", "{count} people answered or shared it", count
    ).format(count=count)
