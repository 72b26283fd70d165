"""A lesson played by clicks and keys: what is read, and what the store holds when it is read."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from centres import Centre
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reading_a_page import buttons, cut, names, overflow, plain_name, press, words

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.blocks import plain
from trainer_app.domain.lessons import Lesson, Question
from trainer_app.services.playing import Playing
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.player.sentence import SentenceToSay
from trainer_app.ui.widgets import Dialog, Notice


@pytest.fixture
def lesson(library: LessonLibrary) -> Lesson:
    return library.lessons[0]


@pytest.fixture
def player(centre: Centre, library: LessonLibrary, lesson: Lesson, bridge):
    """Amina sits here and opens the lesson."""
    centre.sit(centre.evening("Amina").people[0])
    return lambda language="en": LessonPage(centre.playing, library, lesson.id, language, bridge)


def bodies(centre: Centre, kind: str) -> list[dict[str, Any]]:
    """What was recorded of a kind, in order."""
    rows = centre.store.query("SELECT body FROM events WHERE kind = ? ORDER BY seq", [kind])
    return [json.loads(row["body"]) for row in rows]


def count_events(centre: Centre) -> int:
    """How many events the log holds."""
    return next(centre.store.query("SELECT count(*) AS events FROM events"))["events"]


def say(library: LessonLibrary, lesson: Lesson, question: Question, choice: str) -> str:
    """The words of an answer."""
    return plain(library.words(lesson.id, "en").question(question.id).choice(choice).line)


def answer(page: LessonPage, library: LessonLibrary, question: Question, choice: str) -> None:
    press(page, say(library, page._lesson, question, choice))


def wrong_one(question: Question) -> str:
    return next(choice for choice in question.choices if choice != question.right)


def to_the_quiz(page: LessonPage, lesson: Lesson) -> None:
    for _step in lesson.steps:
        press(page, "Next")


def play_through(page: LessonPage, library: LessonLibrary, lesson: Lesson, misses: int = 0) -> None:
    to_the_quiz(page, lesson)
    for number, question in enumerate(lesson.quiz):
        if number < misses:
            answer(page, library, question, wrong_one(question))
        answer(page, library, question, question.right)
        press(page, "Next")


def test_every_page_is_written_when_it_is_read(centre, library, lesson, player, show):
    page = show(player())
    text = library.words(lesson.id, "en")
    for number, step in enumerate(lesson.steps):
        assert text.page(step.id).title in words(page)
        assert f"Page {number + 1} of {len(lesson.steps)}" in words(page)
        assert bodies(centre, "page-reached")[-1]["page"] == number + 1
        press(page, "Next")
    assert text.questions[0].text in words(page)
    assert bodies(centre, "page-reached")[-1]["page"] == len(lesson.steps) + 1


def test_a_page_that_cannot_be_written_is_not_shown(centre, player, show, troubles):
    page = show(player())
    before = words(page)
    centre.store.close()
    press(page, "Next")
    assert words(page) == before
    assert len(troubles) == 1


def test_one_goes_on_where_one_stopped(lesson, player, show):
    page = show(player())
    press(page, "Next")
    press(page, "Next")
    again = show(player())
    assert f"Page 3 of {len(lesson.steps)}" in words(again)


def test_a_wrong_answer_says_why_and_can_be_tried_again(centre, library, lesson, player, show):
    page = show(player())
    to_the_quiz(page, lesson)
    question = lesson.quiz[0]
    text = library.words(lesson.id, "en").question(question.id)
    wrong = wrong_one(question)

    answer(page, library, question, wrong)
    assert plain(text.choice(wrong).why) in words(page)
    assert "Not yet. Try again." in words(page)
    assert not next(b for b in buttons(page) if plain_name(b) == "Next").isEnabled()

    answer(page, library, question, question.right)
    assert plain(text.choice(question.right).why) in words(page)
    assert "Not yet" not in words(page)
    assert [(b["choice"], b["right"]) for b in bodies(centre, "question-answered")] == [
        (wrong, False),
        (question.right, True),
    ]


def test_with_large_text_the_reason_comes_into_sight(library, lesson, player, show, dress, qtbot):
    dress("en", 2.0)
    page = show(player())
    to_the_quiz(page, lesson)
    question = lesson.quiz[0]
    answer(page, library, question, wrong_one(question))
    reason = next(n for n in page.findChildren(Notice) if n.isVisible())
    qtbot.waitUntil(lambda: not reason.visibleRegion().isEmpty())


def test_each_choice_is_recorded_once(centre, library, lesson, player, show):
    page = show(player())
    to_the_quiz(page, lesson)
    question = lesson.quiz[0]
    for _time in range(3):
        answer(page, library, question, wrong_one(question))
    assert len(bodies(centre, "question-answered")) == 1


def test_the_end_tells_what_one_can_do_now(centre, library, lesson, player, show):
    page = show(player())
    passed: list[str] = []
    page.passed.connect(passed.append)
    play_through(page, library, lesson, misses=1)
    text = library.words(lesson.id, "en")
    right, of = len(lesson.quiz) - 1, len(lesson.quiz)
    assert passed == [lesson.id]
    assert "Well done!" in words(page)
    assert f"You answered {right} of {of} questions right at the first try." in words(page)
    for sentence in text.abilities.values():
        assert sentence in words(page)
    (finished,) = bodies(centre, "quiz-finished")
    assert (finished["right"], finished["of"]) == (right, of)
    assert centre.playing.progress()[lesson.id].passed


def test_the_card_and_the_words_come_after_the_end(library, lesson, player, show):
    page = show(player())
    play_through(page, library, lesson)
    press(page, "My card")
    text = library.words(lesson.id, "en")
    assert text.card.say in words(page)
    for one in text.words:
        assert f"{one.word} – {one.meaning}" in words(page)
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    page.foot.all.click()
    assert left == [True]


def test_the_sentence_is_shown_in_the_language_of_the_place_and_in_any_other(
    library, lesson, bridge, show
):
    """A card in Arabic, on a laptop whose trainers speak Dutch."""
    page = LessonPage(Playing(None), library, lesson.id, "ar", bridge, spoken_here="nl")
    show(page)
    walk = page.remember()
    page.recall(replace(walk, at=walk.steps + 1, quiz_passed=True))
    sounds = library.words(lesson.id, "ar").card.sounds
    panel = page.findChild(SentenceToSay)
    assert sounds["nl"] in words(page)
    assert library.words(lesson.id, "nl").card.say in words(page)
    assert sounds["en"] not in words(page)
    panel.languages.control.setFocus()
    while panel.languages.value() != "en":
        QTest.keyClick(panel.languages.control, Qt.Key.Key_Up)
    assert sounds["en"] in words(page)
    assert library.words(lesson.id, "en").card.say in words(page)
    assert sounds["nl"] not in words(page)


def test_who_misses_most_is_led_to_the_pages_again(centre, library, lesson, player, show):
    page = show(player())
    passed: list[str] = []
    page.passed.connect(passed.append)
    play_through(page, library, lesson, misses=len(lesson.quiz))
    assert "You are nearly there" in words(page)
    assert passed == []
    assert not centre.playing.progress()[lesson.id].passed
    press(page, "Again")
    assert f"Page 1 of {len(lesson.steps)}" in words(page)
    play_through(page, library, lesson)
    assert passed == [lesson.id]


def test_going_back_from_the_end_does_not_finish_twice(centre, library, lesson, player, show):
    page = show(player())
    play_through(page, library, lesson)
    press(page, "Back")
    assert f"Question {len(lesson.quiz)} of {len(lesson.quiz)}" in words(page)
    press(page, "Next")
    assert "Well done!" in words(page)
    assert len(bodies(centre, "quiz-finished")) == 1


def test_the_keyboard_alone_plays_it(centre, lesson, player, show, qtbot):
    page = show(player())
    for _step in lesson.steps:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    for question in lesson.quiz:
        place = question.choices.index(question.right)
        qtbot.keyClick(page.focusWidget(), Qt.Key(Qt.Key.Key_1 + place))
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert "Well done!" in words(page)
    assert centre.playing.progress()[lesson.id].passed


@pytest.mark.parametrize(("language", "on"), [("en", Qt.Key.Key_Right), ("ar", Qt.Key.Key_Left)])
def test_arrows_follow_the_direction_of_reading(
    player, show, dress, qtbot, language: str, on: Qt.Key
):
    dress(language)
    back = {Qt.Key.Key_Right: Qt.Key.Key_Left, Qt.Key.Key_Left: Qt.Key.Key_Right}[on]
    page = show(player(language))
    qtbot.keyClick(page.focusWidget(), on)
    qtbot.keyClick(page.focusWidget(), on)
    qtbot.keyClick(page.focusWidget(), back)
    assert page.remember().at == 1


def test_words_to_know_are_always_at_hand(library, lesson, player, show):
    page = show(player())
    press(page, "Words to know")
    dialog = page.findChild(Dialog)
    for one in library.words(lesson.id, "en").words:
        assert one.meaning in words(dialog)
    press(dialog, "OK")
    QApplication.processEvents()
    assert "Next" in names(page)


def test_a_change_of_language_keeps_the_place_and_the_answers(library, lesson, player, show, dress):
    page = show(player())
    to_the_quiz(page, lesson)
    question = lesson.quiz[0]
    answer(page, library, question, wrong_one(question))
    dress("nl")
    dutch = show(player("nl"))
    dutch.recall(page.remember())
    text = library.words(lesson.id, "nl").question(question.id)
    assert text.text in words(dutch)
    assert plain(text.choice(wrong_one(question)).why) in words(dutch)


def test_a_guest_plays_and_nothing_is_kept(centre, library, lesson, bridge, show):
    before = count_events(centre)
    for playing in (Playing(None), centre.playing):
        page = show(LessonPage(playing, library, lesson.id, "en", bridge))
        play_through(page, library, lesson)
        assert "Well done!" in words(page)
    assert count_events(centre) == before


def test_a_group_gets_the_progress_each(centre, library, lesson, bridge, show):
    one, other = centre.evening("Amina", "Samir").people
    centre.sit(one)
    centre.sit(other)
    page = show(LessonPage(centre.playing, library, lesson.id, "en", bridge))
    play_through(page, library, lesson)
    centre.seats.leave(one.id)
    assert centre.playing.progress()[lesson.id].passed


@pytest.mark.parametrize("language", ["en", "nl", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_page_is_cut_and_none_scrolls_at_its_plain_size(
    library, bridge, show, dress, language: str, scale: float
):
    dress(language, scale)
    for lesson in library.lessons:
        page = show(LessonPage(Playing(None), library, lesson.id, language, bridge))
        while page.remember().part != "card":
            walk = page.remember()
            if walk.part == "question":
                longest = max(
                    walk.question.choices,
                    key=lambda one: len(
                        plain(page._words.question(walk.question.id).choice(one).why)
                    ),
                )
                for choice in dict.fromkeys((longest, walk.question.right)):
                    page._question.choices[choice].click()
                    words(page)
                    assert scale > 1 or overflow(page) == 0, (lesson.id, walk.at)
            words(page)
            assert cut(page) == [], (lesson.id, walk.at)
            assert scale > 1 or overflow(page) == 0, (lesson.id, walk.at)
            page.go_on()
        words(page)
        assert cut(page) == [], lesson.id
        assert scale > 1 or overflow(page) == 0, lesson.id
