"""The plan of an evening as it goes onto paper."""

from __future__ import annotations

from trainer_app.i18n.formats import hours, number
from trainer_app.services.preparing import Tonight
from trainer_app.ui.printing import EveningSheet, SheetSlot
from trainer_app.ui.workshop.attendance_words import session_plan, session_title
from trainer_app.ui.workshop.prepare_words import (
    Titles,
    clock_time,
    heading_of,
    length_words,
    saving_words,
    slot_words,
)


def sheet_of(tonight: Tonight, titles: Titles) -> EveningSheet:
    """The plan as it is printed for the trainer."""
    slots, shown = [], ""
    for slot in tonight.evening.slots:
        heading = ""
        if slot.kind == "part" and slot.lesson != shown:
            shown = slot.lesson
            heading = heading_of(tonight, shown, titles)
        slots.append(
            SheetSlot(
                hours=hours(clock_time(slot.start), clock_time(slot.end)),
                minutes=number(slot.minutes),
                words=slot_words(slot, tonight.plans),
                lesson=heading,
            )
        )
    notes = [length_words(tonight)[0]] if tonight.evening.over else []
    notes += [saving_words(one, titles) for one in tonight.to_fit]
    return EveningSheet(
        title=session_title(tonight.course, tonight.session),
        under=session_plan(tonight.course, tonight.session),
        slots=slots,
        notes=notes,
        late=[saving_words(one, titles) for one in tonight.if_late],
    )
