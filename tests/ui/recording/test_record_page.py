"""A trainer records a lesson: reads, hears herself, keeps it; learners hear it, word by word."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from centres import Centre
from learner_room import bridge, dress, show, troubles
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.sound import RATE, Sound, wave_of
from trainer_app.domain.speaking import words
from trainer_app.services.hearing import Recorder
from trainer_app.services.recordings import RecordedLessons, Recordings
from trainer_app.services.speaking import Speaker
from trainer_app.speech.helper import HEARING, WITHOUT_SOUND
from trainer_app.speech.line import command
from trainer_app.ui.aloud import Aloud
from trainer_app.ui.recording.record_page import RecordPage
from trainer_app.ui.widgets import Text

__all__ = ["bridge", "dress", "show", "troubles"]
LESSON = "set-who-sees-me"
PATIENCE = 20_000
TONE = Sound(array("h", [9_000, -9_000] * RATE).tobytes())


@pytest.fixture
def microphone(tmp_path: Path) -> Path:
    """What the microphone hears."""
    file = tmp_path / "microphone.wav"
    file.write_bytes(wave_of(TONE))
    return file


@pytest.fixture
def recorder(microphone: Path) -> Iterator[Recorder]:
    made = Recorder([*command(), HEARING, str(microphone)])
    yield made
    made.close()


@pytest.fixture
def recorded(library: LessonLibrary, centre: Centre) -> RecordedLessons:
    return RecordedLessons(library, lambda: centre.folder)


@pytest.fixture
def aloud(qapp, recorded: RecordedLessons) -> Iterator[Aloud]:
    made = Aloud(Speaker([*command(), WITHOUT_SOUND, "60"]), recorded=recorded)
    yield made
    made.close()


@pytest.fixture
def page(library, centre: Centre, recorder, aloud, bridge, dress, show) -> RecordPage:
    """The page of a trainer, on a lesson that came with the program."""
    made = RecordPage(
        Recordings(centre.door, library),
        recorder,
        aloud,
        bridge,
        LESSON,
        "en",
        title="Who sees me?",
        languages=("en", "nl"),
    )
    yield show(made)
    made.leaving()


def record(qtbot: QtBot, page: RecordPage) -> str:
    """Press Record with a key and wait; the words that are said then."""
    page.record.setFocus()
    with qtbot.waitSignal(page._taking.ended, timeout=PATIENCE):
        qtbot.keyClick(page.record, Qt.Key.Key_Space)
    return page._said.text()


def test_a_sentence_is_recorded_heard_and_kept_by_keys_alone(qtbot, page, recorded) -> None:
    first = page.passage
    assert page._text.text() == first.text
    assert page.record.isEnabled()
    assert not page.keep.isEnabled()
    levels: list[float] = []
    page._taking.level.connect(levels.append)
    assert "Keep it" in record(qtbot, page)
    assert max(levels) > 0.7
    assert page.meter.level == 0
    # The keyboard is where the next step is.
    assert page.window().focusWidget() is page.keep
    with qtbot.waitSignal(page._aloud.ended, timeout=PATIENCE):
        page.listen.click()
    qtbot.keyClick(page.keep, Qt.Key.Key_Space)
    assert recorded.find(LESSON, "en", first.text) == TONE
    assert page.passage != first
    assert page._count.text().startswith("1 of ")
    assert page.window().focusWidget() is page.record
    page.before.click()
    assert page.passage == first
    assert page.listen.isEnabled()


def test_silence_is_not_kept(qtbot, page, microphone: Path) -> None:
    microphone.write_bytes(wave_of(Sound(bytes(2 * RATE))))
    assert "Nobody could be heard" in record(qtbot, page)
    assert not page.keep.isEnabled()
    assert page.record.isEnabled()


def test_no_microphone_is_said_calmly(qtbot, page, microphone: Path, troubles) -> None:
    microphone.unlink()
    assert "no microphone" in record(qtbot, page)
    assert troubles == []
    assert page.record.isEnabled()


def test_the_next_one_begins_where_one_was(qtbot, page, recorded) -> None:
    second = page._recorded.passages[1]
    page._recordings.keep(LESSON, "en", page.passage, TONE)
    page.look_again()
    assert page.passage == second
    page._recordings.throw_away(LESSON, "en")
    page.look_again()
    assert page.passage != second
    assert not recorded.has_any(LESSON, "en")


def test_a_recording_wins_over_the_voice_and_stands_in_for_none(
    qtbot: QtBot, page, aloud: Aloud, show: Callable[[Text], Text], recorded, centre, library
) -> None:
    passage = page.passage
    shown = show(Text(passage.text))
    assert aloud.speaks("en", LESSON)
    assert not aloud.can_read(shown, "so", LESSON)
    recordings = Recordings(centre.door, library)
    recordings.keep(LESSON, "en", passage, TONE)
    played: list[str] = []
    play = aloud._speaker.play

    def note(sound: Sound, text: str, *told: Callable[..., None]) -> None:
        played.append(text)
        play(sound, text, *told)

    aloud._speaker.play = note  # type: ignore[method-assign]
    marked: list[str] = []
    aloud.word.connect(lambda start, length: marked.append(passage.text[start : start + length]))
    with qtbot.waitSignal(aloud.ended, timeout=PATIENCE):
        aloud.read(shown, "en", LESSON)
    assert played == [passage.text]
    assert marked == [
        passage.text[one.start : one.start + one.length] for one in words(passage.text)
    ]
    # A language that has no voice is read where somebody has said it, and only there.
    folder = centre.folder / "recordings" / LESSON
    (folder / "en").rename(folder / "so")
    assert aloud.speaks("so", LESSON)
    assert not aloud.speaks("so")
    assert aloud.can_read(shown, "so", LESSON)
    with qtbot.waitSignal(aloud.ended, timeout=PATIENCE):
        aloud.read(shown, "so", LESSON)
    assert len(played) == 2
