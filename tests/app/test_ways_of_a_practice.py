"""Into a practice and out of it again: in a lesson, alone, as a guest, and with the class."""

from __future__ import annotations

import json
from typing import Any

from practising_window import PAGES, Room
from reading_a_page import words

from trainer_app.domain.practice import playing as play
from trainer_app.ui.practice.class_page import ClassPage
from trainer_app.ui.practice.page import PracticePage


def practice(room: Room) -> PracticePage:
    page = room.window.page
    assert isinstance(page, PracticePage)
    return page


def play_through(room: Room) -> None:
    page = practice(room)
    room.press("Start")
    while not page.playing.progress.finished:
        page.act(play.ShowMe())
    room.press("Finish")


def events(room: Room, kind: str) -> list[dict[str, Any]]:
    store = room.window.door.ledger.store
    rows = store.query("SELECT body FROM events WHERE kind = ? ORDER BY seq", [kind])
    return [json.loads(row["body"]) for row in rows]


def test_a_lesson_goes_from_its_pages_over_the_practice_to_the_quiz(room: Room) -> None:
    room.sit()
    room.to_practice()
    assert "Now try it yourself" in words(room.window)
    room.press("Practise")
    play_through(room)
    assert "Question 1 of" in words(room.window)
    room.answer_all()
    assert "Well done!" in words(room.window)
    assert "You finished 1 lesson." in words(room.window)
    progress = room.desk.playing.progress()[PAGES]
    assert (progress.passed, progress.practised) == (True, True)
    first, *_, last = events(room, "practice-played")
    assert (first["goals"], first["done"]) == ([], False)
    assert (last["done"], last["alone"]) == (True, False)


def test_a_practice_can_be_left_out_and_done_at_the_end(room: Room) -> None:
    room.sit()
    room.to_practice()
    room.press("Next")
    room.answer_all()
    assert "You are nearly there" in words(room.window)
    assert "You have not practised yet." in words(room.window)
    assert not room.desk.playing.progress()[PAGES].passed
    room.press("Practise")
    play_through(room)
    assert "Well done!" in words(room.window)
    assert "Practise" not in room.names()
    assert room.desk.playing.progress()[PAGES].passed


def test_back_to_the_lesson_is_where_one_was(room: Room) -> None:
    room.sit()
    room.to_practice()
    room.press("Practise", "Back to the lesson")
    assert "Now try it yourself" in words(room.window)
    assert "You did this practice." not in words(room.window)
    room.press("Back")
    pages = len(room.lessons.lesson(PAGES).steps)
    assert f"Page {pages} of {pages}" in words(room.window)


def test_a_practice_that_was_done_before_is_offered_again(room: Room) -> None:
    room.sit()
    room.to_practice()
    room.press("Practise")
    play_through(room)
    room.to_practice()
    assert "You did this practice." in words(room.window)
    assert "Practise again" in room.names()


def test_in_a_language_without_the_practice_the_quiz_alone_passes(room: Room) -> None:
    room.sit()
    room.window.speak("nl")
    room.window.learner.lesson(PAGES, "nl")
    page: Any = room.window.page
    lesson = room.lessons.lesson(PAGES)
    for _step in lesson.steps:
        page.go_on()
    for question in lesson.quiz:
        page._answer(question.right)
        page.go_on()
    assert room.desk.playing.progress()[PAGES].passed
    assert events(room, "quiz-finished")[-1]["practice"] is False


def test_another_language_in_the_middle_keeps_ones_place(room: Room) -> None:
    room.sit()
    room.to_practice()
    room.press("Practise", "Start")
    practice(room).act(play.ShowMe())
    before = practice(room).playing
    room.window.speak("nl")  # no such words: it goes on in those that were chosen
    assert practice(room).playing == before
    room.window.speak("ar")
    page = practice(room)
    assert page.playing.practice.words.language == "ar"
    assert page.playing.states == play.begin(page.playing.practice, before.seed).states


def test_a_lesson_without_pages_opens_at_its_practice(room: Room) -> None:
    room.sit()
    room.window.learner.home()
    room.press("What apps do\nPractice")
    play_through(room)
    assert "You finished 1 lesson." in words(room.window)
    assert events(room, "practice-played")[-1]["alone"] is True
    room.press("What I can do now")
    assert "I did the practice." in words(room.window)


def test_of_a_guest_nothing_is_kept_and_yet_the_lesson_ends_well(room: Room) -> None:
    room.window.learner.guest()
    room.to_practice()
    room.press("Practise")
    play_through(room)
    room.answer_all()
    assert "Well done!" in words(room.window)
    assert events(room, "practice-played") == events(room, "quiz-finished") == []


def test_the_trainer_practises_with_the_class_and_comes_back_to_the_plan(room: Room) -> None:
    room.window.teaching.plan(PAGES)
    room.press("Practise with the class")
    page = practice(room)
    assert isinstance(page, ClassPage)
    room.press("Start", "Next step", "Do it")
    assert page.playing.shown == 1
    room.press("Text size")
    again = practice(room)
    assert again is not page
    assert again.playing.shown == 1
    assert room.window.preferences.now.scale > 100
    room.window.preferences.change(scale=100)
    room.window.rebuild()
    room.press("Back to the plan")
    assert "Try the lesson" in room.names()
    assert events(room, "practice-played") == []


def test_from_the_list_a_practice_alone_is_played_with_the_class(room: Room) -> None:
    room.window.teaching.lessons()
    assert "Open “What apps do”" not in room.names()
    room.press("Practise “What apps do” with the class")
    room.press("Start", "Lessons")
    assert "Practise “What apps do” with the class" in room.names()


def test_a_practice_that_cannot_be_read_takes_nobody_the_lesson(room: Room) -> None:
    (room.lessons.lesson(PAGES).folder / "en" / "practice.md").write_text("---\n---\n")
    room.sit()
    room.to_practice()
    assert "Question 1 of" in words(room.window)


def half_of_it(room: Room) -> None:
    """The first of two parts, and out."""
    room.window.learner.lesson("type", "en")
    room.press("Start")
    while not practice(room).playing.progress.finished:
        practice(room).act(play.ShowMe())
    room.press("Next", "All lessons")


def test_a_practice_that_was_left_half_way_goes_on_and_is_passed(room: Room) -> None:
    room.sit()
    half_of_it(room)
    assert not room.desk.playing.progress()["type"].practised
    room.window.learner.lesson("type", "en")
    assert "You did part 1 before. Here is part 2." in words(room.window)
    assert len(events(room, "practice-played")[-1]["goals"]) == 2
    room.window.speak("ar")
    room.window.speak("en")
    assert practice(room).playing.before == 1
    play_through(room)
    last = events(room, "practice-played")[-1]
    assert (len(last["goals"]), last["of"], last["done"]) == (4, 4, True)
    assert room.desk.playing.progress()["type"].passed
    room.window.learner.lesson("type", "en")
    assert practice(room).playing.before == 0


def test_a_guest_begins_at_the_first_part_again(room: Room) -> None:
    room.window.learner.guest()
    half_of_it(room)
    room.window.learner.lesson("type", "en")
    assert practice(room).playing.before == 0
