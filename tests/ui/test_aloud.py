"""Reading a page aloud: every word is marked in order, and reading ends where the page does."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from learner_room import ROOM, bridge, dress, show, troubles
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from reading_a_page import press

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.blocks import Picture
from trainer_app.domain.people import SIGN_IN_PICTURES
from trainer_app.domain.practice.scenario import GOALS
from trainer_app.domain.speaking import Utterance, words
from trainer_app.services.playing import Playing
from trainer_app.services.speaking import Speaker
from trainer_app.speech.helper import WITHOUT_SOUND
from trainer_app.speech.line import command
from trainer_app.ui.aloud import Aloud
from trainer_app.ui.learner.picture_choice import PictureChoice
from trainer_app.ui.learner_frame import LearnerFrame
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.read_along import page_language, piece_alone, pieces
from trainer_app.ui.theme import current as look
from trainer_app.ui.widgets import Button, IconButton, Scroller, Text, TextField

__all__ = ["bridge", "dress", "show", "troubles"]
LESSON, PRACTICE = "set-who-sees-me", "someone-inside"
EXAMPLES = Path(__file__).parents[1] / "content" / "practice_examples"
PATIENCE = 20_000


@pytest.fixture(scope="module")
def speaker() -> Iterator[Speaker]:
    """A hundred times as fast as anybody speaks, and without sound."""
    made = Speaker([*command(), WITHOUT_SOUND, "100"])
    yield made
    made.close()


@pytest.fixture(scope="module")
def patient_speaker() -> Iterator[Speaker]:
    """Takes its time, so that something can happen while it speaks."""
    made = Speaker([*command(), WITHOUT_SOUND, "1"])
    yield made
    made.close()


@pytest.fixture
def aloud(qapp, speaker: Speaker) -> Iterator[Aloud]:
    made = Aloud(speaker)
    yield made
    made.stop()


@pytest.fixture
def patient(qapp, patient_speaker: Speaker) -> Iterator[Aloud]:
    made = Aloud(patient_speaker)
    yield made
    made.stop()


@pytest.fixture
def lesson_page(library: LessonLibrary, bridge, dress, show) -> Callable[..., LessonPage]:
    def made(language: str = "en", scale: float = 1.0) -> LessonPage:
        dress(language, scale)
        return show(LessonPage(Playing(None), library, LESSON, language, bridge))

    return made


def heard(qtbot: QtBot, aloud: Aloud, begin: Callable[[], None]) -> list[str]:
    """The words that are marked until nothing is read any more."""
    said: list[str] = []

    def note(start: int, length: int) -> None:
        assert aloud._now is not None
        said.append(aloud._now.text[start : start + length])

    aloud.word.connect(note)
    with qtbot.waitSignal(aloud.ended, timeout=PATIENCE):
        begin()
    aloud.word.disconnect(note)
    return said


def words_of(page: LessonPage) -> list[str]:
    """All words of what is read on a page."""
    return [
        one.text[word.start : word.start + word.length]
        for one in pieces(page.to_read(), page_language(page))
        for word in words(one.text)
    ]


def read(aloud: Aloud, page: LessonPage) -> Callable[[], None]:
    return lambda: aloud.read(page.to_read(), page_language(page))


def mark(widget: QWidget) -> int:
    """How many pixels of a widget have the colour of the mark."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = look().colour("mark").rgb().to_bytes(4, sys.byteorder)
    return bytes(picture.constBits()).count(wanted)


@pytest.mark.parametrize("language", ["en", "nl", "ar"])
def test_every_word_of_a_page_is_marked_in_order(qtbot, library, lesson_page, aloud, language):
    page = lesson_page(language)
    text = library.words(LESSON, language)
    expected = words_of(page)
    assert heard(qtbot, aloud, read(aloud, page)) == expected
    title = text.page(library.lesson(LESSON).steps[0].id).title
    assert expected[: len(words(title))] == [
        title[word.start : word.start + word.length] for word in words(title)
    ]
    assert len(expected) > 20


def test_pictures_of_a_page_are_read_after_its_words(qtbot, library, lesson_page, patient):
    page = lesson_page()
    shown = library.words(LESSON, "en").page(library.lesson(LESSON).steps[0].id)
    alt = next(block.alt for block in shown.blocks if isinstance(block, Picture))
    found = pieces(page.to_read(), page_language(page))
    texts = [one.text for one in found]
    assert texts.index(alt) > texts.index(shown.title)
    piece = found[texts.index(alt)]
    before = piece.widget.grab().toImage()
    piece.mark(0, 3)
    assert piece.widget.grab().toImage() != before
    piece.mark(0, 0)
    assert piece.widget.grab().toImage() == before


def test_a_question_and_its_answers_are_read_and_then_why(qtbot, library, lesson_page, aloud):
    page = lesson_page()
    lesson = library.lesson(LESSON)
    for _step in lesson.steps:
        press(page, "Next")
    question = lesson.quiz[0]
    shown = library.words(LESSON, "en").question(question.id)
    said = " ".join(heard(qtbot, aloud, read(aloud, page)))
    for choice in question.choices:
        first = "".join(span.text for span in shown.choice(choice).line).split()[0]
        assert first.strip(".,“”") in said
    why = "".join(span.text for span in shown.choice(question.right).why)
    right = question.choices.index(question.right)
    explained = heard(qtbot, aloud, lambda: page._choose_by_place(right))
    assert explained == [why[word.start : word.start + word.length] for word in words(why)]


def test_end_and_card_are_read(qtbot, library, lesson_page, aloud):
    page = lesson_page()
    lesson = library.lesson(LESSON)
    for _step in lesson.steps:
        press(page, "Next")
    for question in lesson.quiz:
        page._choose_by_place(question.choices.index(question.right))
        press(page, "Next")
    assert heard(qtbot, aloud, read(aloud, page))[:2] == ["Well", "done"]
    press(page, "My card")
    languages = {one.language for one in pieces(page.to_read(), "en")}
    # The sentence is said in one other language at a time.
    assert languages == {"en", "ar"}
    assert heard(qtbot, aloud, read(aloud, page)) == words_of(page)


def test_the_word_being_said_has_a_ground_and_none_stays_marked(qtbot, show, patient):
    text = show(Text("One two three four five six"))
    assert mark(text) == 0
    with qtbot.waitSignal(patient.word, timeout=PATIENCE):
        patient.read(text, "en")
    assert mark(text) > 100
    patient.stop()
    assert mark(text) == 0
    assert not patient.is_reading


def test_words_on_buttons_are_marked_and_icons_are_not_read(qtbot, show, patient):
    page = QWidget()
    column = QVBoxLayout(page)
    ask, icon = Button("Share it now with everybody"), IconButton("x", "Close", show_word=False)
    for one in (ask, icon):
        column.addWidget(one)
    show(page)
    assert [one.text for one in pieces(page, "en")] == ["Share it now with everybody"]
    with qtbot.waitSignal(patient.word, timeout=PATIENCE):
        patient.read(page, "en")
    assert mark(ask) > 100


def test_the_word_is_scrolled_into_sight(qtbot, show, aloud, dress):
    dress("en", 2.0)
    page = Scroller()
    texts = [Text(f"Number {number} of many words to be read") for number in range(30)]
    for one in texts:
        page.add(one)
    show(page)
    missed: list[str] = []

    def look_for_it() -> None:
        assert aloud._now is not None
        if aloud._now.widget.visibleRegion().isEmpty():
            missed.append(aloud._now.text)

    aloud.word.connect(look_for_it)
    heard(qtbot, aloud, lambda: aloud.read(page, "en"))
    assert missed == []
    assert page.verticalScrollBar().value() > page.height()


def test_the_next_page_ends_reading(qtbot, lesson_page, patient):
    page = lesson_page()
    with qtbot.waitSignal(patient.word, timeout=PATIENCE):
        patient.read(page.to_read(), "en")
    with qtbot.waitSignal(patient.ended, timeout=PATIENCE):
        press(page, "Next")
    assert not patient.is_reading


def test_a_page_that_is_deleted_ends_reading(qtbot, show, patient):
    page = show(Text("One two three four five six"))
    with qtbot.waitSignal(patient.word, timeout=PATIENCE):
        patient.read(page, "en")
    with qtbot.waitSignal(patient.ended, timeout=PATIENCE):
        page.hide()
    assert not patient.is_reading


def test_the_button_stays_in_its_place_and_the_second_press_stops(qtbot, lesson_page, patient):
    page = lesson_page()
    frame = LearnerFrame(page, [], hand_up=False, can_join=False, guest=True, can_read=True)
    qtbot.addWidget(frame)
    frame.resize(*ROOM)
    frame.show()
    frame.read_requested.connect(lambda: patient.read_or_stop(page.to_read(), "en"))
    patient.reading.connect(frame.show_reading)
    button = next(b for b in frame.findChildren(IconButton) if b.accessibleName() == "Read aloud")
    place = button.mapTo(frame, button.rect().topLeft())
    button.setFocus()
    with qtbot.waitSignal(patient.word, timeout=PATIENCE):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.isChecked()
    assert button.accessibleDescription() == "Press again to stop."
    assert button.mapTo(frame, button.rect().topLeft()) == place
    with qtbot.waitSignal(patient.ended, timeout=PATIENCE):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not button.isChecked()


def test_without_a_voice_for_the_language_there_is_no_button(qtbot, lesson_page):
    frame = LearnerFrame(lesson_page(), [], hand_up=False, can_join=False, guest=True)
    qtbot.addWidget(frame)
    frame.show()
    names = [b.accessibleName() for b in frame.findChildren(IconButton) if b.isVisible()]
    assert "Read aloud" not in names
    assert names


def test_the_buttons_go_where_nothing_of_a_page_can_be_said(qtbot, lesson_page):
    frame = LearnerFrame(
        lesson_page(), [], hand_up=False, can_join=False, guest=True, can_read=True
    )
    qtbot.addWidget(frame)
    frame.resize(*ROOM)
    frame.show()

    def names() -> set[str]:
        return {b.accessibleName() for b in frame.findChildren(IconButton) if b.isVisible()}

    listening = {"Read aloud", "How it is read aloud"}
    assert listening <= names()
    frame.show_can_read(False)
    assert not listening & names()
    frame.show_can_read(True)
    assert listening <= names()
    with qtbot.waitSignal(frame.listening_requested):
        frame._how.click()


def test_one_thing_says_its_name_and_nothing_that_was_typed(qtbot, show, aloud):
    page = QWidget()
    page.setProperty("language", "nl")
    column = QVBoxLayout(page)
    icon = IconButton("x", "Sluiten", show_word=False)
    field = TextField("Naam", "Amina")
    for one in (icon, field):
        column.addWidget(one)
    show(page)
    found = piece_alone(icon)
    assert found is not None
    assert (found.text, found.language) == ("Sluiten", "nl")
    typed = piece_alone(field.control)
    assert typed is not None
    assert "Amina" not in typed.text
    assert piece_alone(page) is None
    pictures = PictureChoice()
    column.addWidget(pictures)
    assert piece_alone(pictures.button(SIGN_IN_PICTURES[0])) is None
    aloud.read(page, "nl")
    with qtbot.waitSignal(aloud.ended, timeout=PATIENCE):
        aloud.read_one(found)
        assert not aloud.is_reading


def test_a_hint_that_is_asked_for_is_read_to_whoever_listens(qtbot, show, aloud):
    examples = LessonLibrary([EXAMPLES])
    practice = examples.practice(PRACTICE, "en")
    picture = partial(examples.practice_picture, PRACTICE)
    page = show(PracticePage(practice, picture, back="Back"))
    page.start()
    said = " ".join(heard(qtbot, aloud, lambda: aloud.read(page.to_read(), "en")))
    assert said.startswith("Practice These people are pretend")
    assert "Show me" not in said
    hint = heard(qtbot, aloud, lambda: press(page, "Hint"))
    goal = page.playing.hint
    line = practice.words.said[page.playing.stage.word(GOALS, goal)].then
    text = "".join(span.text for span in line)
    assert hint == [text[word.start : word.start + word.length] for word in words(text)]


def test_no_sound_is_said_once(qtbot, aloud):
    told: list[str] = []
    aloud.no_sound.connect(lambda: told.append("no sound"))
    for text in ("Hello", "Hello again"):
        with qtbot.waitSignal(aloud.ended, timeout=PATIENCE):
            aloud.say(Utterance(text, "en", "amina"))
    assert told == ["no sound"]


def test_an_utterance_takes_the_place_of_a_page(qtbot, show, patient):
    page = show(Text("One two three four five six"))
    with qtbot.waitSignal(patient.word, timeout=PATIENCE):
        patient.read(page, "en")
    with qtbot.waitSignals([patient.reading, patient.ended], timeout=PATIENCE):
        patient.say(Utterance("Hello", "en"))
    assert mark(page) == 0


def test_what_cannot_be_said_is_told_and_reading_ends(qtbot, show):
    broken = Aloud(Speaker(["no-such-program-anywhere"]))
    page = show(Text("Hello"))
    with qtbot.waitSignals([broken.failed, broken.ended], timeout=PATIENCE):
        broken.read(page, "en")
    assert not broken.is_reading
    broken.close()


def test_a_page_without_words_to_say_is_not_begun(qtbot, show, aloud):
    page = show(Text("Waan ku faraxsanahay"))
    aloud.read(page, "so")
    assert not aloud.is_reading
