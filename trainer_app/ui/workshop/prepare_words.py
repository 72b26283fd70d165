"""What a trainer reads of an evening: its clock times, and what to leave out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time

from trainer_app.domain.evening import Slot
from trainer_app.domain.evening_fitting import Saving
from trainer_app.domain.lessons import PlanPart
from trainer_app.domain.paths import parts_of
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.preparing import Tonight
from trainer_app.ui.workshop.path_words import lessons_said, minutes_said, title_of

Titles = Mapping[str, str]
"""What lessons are called, by id."""


def clock_time(minutes: int) -> time:
    """Minutes from midnight as a time on the wall, also past the next midnight."""
    return time(minutes // 60 % 24, minutes % 60)


def slot_words(slot: Slot, plans: Mapping[str, Sequence[PlanPart]]) -> str:
    """What is done in a stretch of the evening."""
    if slot.kind == "arriving":
        return _("Come in, sign, sit down; wait for those who are late")
    if slot.kind == "break":
        return _("Break")
    titles = {part.id: part.title for part in plans.get(slot.lesson, ())}
    return titles.get(slot.part) or _("The lesson")


def saving_words(saving: Saving, titles: Titles) -> str:
    """One thing to leave out, and what it wins."""
    lesson = title_of(saving.lesson, titles)
    words = {
        "discussion": _("Leave out the discussion of “{lesson}”: {minutes} won"),
        "short": _("Teach “{lesson}” in short: {minutes} won"),
        "next-time": _("Leave “{lesson}” for another session: {minutes} won"),
    }[saving.what]
    return words.format(lesson=lesson, minutes=minutes_said(saving.minutes))


def length_words(tonight: Tonight) -> tuple[str, bool]:
    """Whether the lessons fit the hours, and whether that is good news."""
    evening = tonight.evening
    if evening.over:
        words = ngettext(
            "{count} minute longer than the session", "{count} minutes longer than the session",
            evening.over,
        )  # fmt: skip
        return words.format(count=number(evening.over)), False
    left = evening.end - evening.start - evening.length
    if not left:
        return _("It fills the session exactly"), True
    words = ngettext("It fits, {count} minute is left", "It fits, {count} minutes are left", left)
    return words.format(count=number(left)), True


def heading_of(tonight: Tonight, lesson: str, titles: Titles) -> str:
    """A lesson of the evening, and whether it goes on or is taught in short."""
    one = next(each for each in tonight.evening.lessons if each.lesson == lesson)
    if one.done:
        return _("{lesson} (goes on)").format(lesson=title_of(lesson, titles))
    parts = [part for part in parts_of(tonight.session) if part.lesson == lesson]
    return lessons_said(parts, titles)[0]
