"""A trainer comes to record a lesson from its page, deletes what she said, and goes back."""

from __future__ import annotations

from array import array

import pytest
from practising_window import PAGES, Room
from reading_a_page import names, words

from trainer_app.domain.errors import NotAllowed
from trainer_app.domain.sound import RATE, Sound
from trainer_app.ui.recording.record_page import RecordPage
from trainer_app.ui.workshop.plan import PlanPage

TONE = Sound(array("h", [9_000, -9_000] * RATE).tobytes())


def test_recording_is_reached_from_a_lesson_and_leads_back(room: Room) -> None:
    window = room.window
    window.teaching.plan(PAGES)
    room.press("Record with your voice")
    page = window.page
    assert isinstance(page, RecordPage)
    first = page.passage
    assert first is not None
    page._heard(TONE, "done")
    room.press("Keep it")
    assert window.aloud.speaks("so", PAGES) is False
    assert room.desk.recordings.of(PAGES, "en").done == 1
    room.press("Delete these recordings")
    assert "Delete these recordings?" in words(window)
    room.press_last("Delete")
    assert room.desk.recordings.of(PAGES, "en").done == 0
    assert page.passage == first
    page.language_chosen.emit("nl")
    assert isinstance(window.page, RecordPage)
    assert window.page is not page
    room.press(window.lessons.title(PAGES, "nl").title)
    assert isinstance(window.page, PlanPage)
    assert "Record with your voice" in names(window)


def test_learners_never_record(room: Room) -> None:
    room.sit()
    with pytest.raises(NotAllowed):
        room.desk.recordings.of(PAGES, "en")
