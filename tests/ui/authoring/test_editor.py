"""A trainer changes a lesson: it is saved by itself, and every step can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from authors_room import Room
from drafting import whole_draft
from journeys.hand import Hand, settle
from little_lesson import png
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from trainer_app.domain.errors import DiskFull, UnusablePicture
from trainer_app.ui.authoring.editor import EditorPage
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.widgets import PictureButton

CUP, FIRST = Place("page", "cup"), Place("question", "q-a")
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def opened(room: Room, at: Place) -> tuple[EditorPage, Hand]:
    page = room.editor(room.lesson(), at)
    hand = room.show(page)
    room.rest()
    return page, hand


def titles(page: EditorPage) -> list[str]:
    return [each.title for each in page.draft.pages]


def on_disk(room: Room, page: EditorPage) -> list[str]:
    return [each.title for each in room.authoring.draft(page.draft.lesson).pages]


def test_what_is_typed_is_saved_a_moment_later_and_is_seen_at_once(room: Room) -> None:
    page, hand = opened(room, CUP)
    hand.type_into("Title", "The blue cup")
    hand.must_read("Saving …")
    assert on_disk(room, page)[1] == "About the cup"
    room.qtbot.waitUntil(lambda: on_disk(room, page)[1] == "The blue cup")
    hand.must_read("Saved", "seen: The blue cup")
    assert hand.button("The blue cup").isChecked()


def test_leaving_saves_what_was_typed_last(room: Room) -> None:
    page, hand = opened(room, CUP)
    hand.type_into("Title", "The red cup")
    with room.qtbot.waitSignal(page.back_requested):
        hand.press("Our own lessons")
    assert on_disk(room, page)[1] == "The red cup"
    hand.type_into("Title", "The blue cup")
    page.leaving()
    assert on_disk(room, page)[1] == "The blue cup"
    room.centre.door.leave_trainer()
    page.leaving()
    assert room.troubles == []


def test_who_cannot_save_hears_it_and_stays(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    page, hand = opened(room, CUP)
    hand.type_into("Title", "The blue cup")

    def full(_draft: object) -> None:
        raise DiskFull(file="pages.md")

    with monkeypatch.context() as patch, room.qtbot.assertNotEmitted(page.back_requested):
        patch.setattr(room.authoring, "save", full)
        hand.press("Our own lessons")
    hand.must_read("Not saved yet")
    assert isinstance(room.troubles[0], DiskFull)
    page.leaving()
    assert on_disk(room, page)[1] == "The blue cup"


def test_a_field_takes_back_its_letters_and_then_the_lesson_its_steps(room: Room) -> None:
    page, hand = opened(room, CUP)
    hand.press("Add a page")
    assert len(page.draft.pages) == 5
    hand.type_into("Title", "New")
    assert titles(page)[2] == "New"
    while titles(page)[2]:
        hand.key(Qt.Key.Key_Z, CTRL)
    assert len(page.draft.pages) == 5
    hand.key(Qt.Key.Key_Z, CTRL)
    assert len(page.draft.pages) == 4
    assert page.place == CUP
    hand.press("Do it again")
    assert len(page.draft.pages) == 5
    hand.key(Qt.Key.Key_Z, CTRL)
    assert not page.head.undo.isEnabled()
    hand.key(Qt.Key.Key_Y, CTRL)
    assert len(page.draft.pages) == 5


def test_pages_are_moved_by_buttons_and_keys_and_the_last_one_stays(room: Room) -> None:
    page, hand = opened(room, CUP)
    hand.press("Page 2: further down")
    hand.must_read("Page 3")
    hand.key(Qt.Key.Key_Up, ALT)
    hand.key(Qt.Key.Key_Up, ALT)
    assert titles(page)[0] == "About the cup"
    for _ in range(3):
        hand.press("Page 1: take away")
    assert titles(page) == ["About the guest"]
    assert not hand.button("Page 1: take away").isEnabled()
    hand.key(Qt.Key.Key_PageDown, CTRL)
    assert page.place.section == "question"
    hand.key(Qt.Key.Key_PageUp, CTRL)
    assert page.place.section == "page"


def test_strong_words_lists_and_boxes_are_made_by_buttons_alone(room: Room) -> None:
    page, hand = opened(room, CUP)
    hand.type_into("Text", "Wait")
    hand.key(Qt.Key.Key_B, CTRL)
    assert page.draft.page("cup").text == "**Wait**"
    hand.press("Strong: Text")
    hand.press("Tip: Text")
    assert page.draft.page("cup").text == "> [!TIP]\n> Wait"
    hand.press("Help: Text")
    hand.press("My rights and papers")
    assert page.draft.page("cup").text == "> [!HELP legal]\n> Wait"
    field = hand.field("Text")
    assert isinstance(field, QPlainTextEdit)
    for _ in range(3):
        hand.key(Qt.Key.Key_Z, CTRL)
    assert page.draft.page("cup").text == "**Wait**"


def test_a_question_keeps_one_right_answer_and_two_at_least(room: Room) -> None:
    page, hand = opened(room, FIRST)
    hand.press("2")
    assert page.draft.question("q-a").right == "b"
    hand.press("Take away: Answer 2")
    assert page.draft.question("q-a").right == "a"
    assert not hand.button("Take away: Answer 1").isEnabled()
    hand.press("Add an answer")
    hand.press("Add an answer")
    assert not hand.can_press("Add an answer")
    hand.type_into("Answer 4: Why not", "It is late.")
    assert page.draft.question("q-a").choices[3].why == "It is late."
    hand.press("Further up: Answer 4")
    assert page.draft.question("q-a").choices[2].why == "It is late."


def test_minutes_of_the_plan_are_added_up_while_they_are_typed(room: Room) -> None:
    page, hand = opened(room, Place("plan"))
    hand.must_read("The timed parts take 30 of 30 minutes.")
    hand.type_into("Minutes: Activity minutes", "9")
    hand.must_read("The timed parts take 33 of 30 minutes.")
    assert sum(part.minutes or 0 for part in page.draft.plan) == 33


def test_words_can_be_taken_away_and_the_others_stay(room: Room) -> None:
    page, hand = opened(room, Place("words"))
    hand.press("Take word 2 away")
    hand.type_into("Meaning of word 2", "what tea is made of")
    assert [each.word for each in page.draft.words] == ["kettle", "leaf", "a", "b"]
    assert page.draft.words[1].meaning == "what tea is made of"


def test_an_objective_that_goes_is_ticked_nowhere(room: Room) -> None:
    page, hand = opened(room, Place("about"))
    hand.press("Add one more")
    hand.type_into("People can do this: 2", "I can drink tea.")
    hand.press("Take away: People can do this: 1")
    assert [each.words for each in page.draft.objectives] == ["I can drink tea."]
    assert page.draft.page("cup").objectives == ()
    hand.press("About the cup")
    hand.press("I can drink tea.")
    assert page.draft.page("cup").objectives == (page.draft.objectives[0].id,)


def test_what_a_file_cannot_hold_comes_back_tidied(room: Room) -> None:
    page, hand = opened(room, CUP)
    hand.type_into("Title", "A <b> cup")
    page.open(Place("card"))
    assert page.draft.page("cup").title == "A ‹b> cup"
    page.open(CUP)
    settle()
    hand.must_read("A ‹b> cup")


def test_a_page_that_is_built_anew_has_all_that_was_typed_and_done(room: Room) -> None:
    page, hand = opened(room, CUP)
    hand.press("Add a page")
    hand.type_into("Title", "New")
    other = room.editor(page.draft.lesson)
    other.recall(page.remember())
    assert other.draft == page.draft
    assert other.place == page.place
    other.undo()
    assert titles(other)[2] == ""
    other.undo()
    assert len(other.draft.pages) == 4


def test_a_picture_of_the_program_brings_its_words_along(room: Room) -> None:
    page, hand = opened(room, CUP)
    hand.press("Choose another picture")
    hand.choose("Lesson", "Messages that hurry me")
    shown = next(w for w in page.findChildren(PictureButton) if w.isVisible())
    words = shown.accessibleName()
    shown.click()
    settle()
    cup = page.draft.page("cup")
    assert (room.library.lesson(page.draft.lesson).image(cup.picture)).is_file()
    assert words in (cup.alt, "Picture 1")
    assert on_disk(room, page)


def test_a_photo_from_a_file_is_taken_and_one_that_is_none_is_refused(
    room: Room, tmp_path: Path
) -> None:
    page, hand = opened(room, CUP)
    photo, wrong = tmp_path / "My Cup.png", tmp_path / "wrong.png"
    photo.write_bytes(png(40, 30))
    wrong.write_bytes(b"no picture")
    room.files += [wrong, photo]
    hand.press("Choose another picture")
    hand.press("A file of mine")
    hand.press("Choose a picture file…")
    room.rest()
    assert isinstance(room.troubles[0], UnusablePicture)
    hand.press("Choose a picture file…")
    room.rest()
    assert page.draft.page("cup").picture == "my-cup.png"
    assert page.draft.page("cup").alt == ""
    page.open(FIRST)
    settle()
    hand.press("Choose another picture")
    hand.press("my-cup.png")
    assert page.draft.question("q-a").picture == "my-cup.png"
    hand.press("No picture")
    assert page.draft.question("q-a").picture == ""


def test_questions_come_in_as_gift_with_problems_in_words_and_go_out_again(
    room: Room, tmp_path: Path
) -> None:
    page, hand = opened(room, Place("question"))
    file = tmp_path / "quiz.txt"
    text = "What is hot? {=Tea. ~Ice.}\n\nWrite about tea. {}\n\nHow many cups? {#3}\n"
    file.write_text(text, encoding="utf-16")
    page.quiz_file_requested.connect(lambda: page.show_gift(text))
    hand.press("Open a file…")
    hand.must_read(
        "1 question can be added.",
        "Line 3: This question has no answers to choose from. “Write about tea. {}”",
        "Line 5: The answer is a number to type. Here people choose an answer.",
    )
    hand.press("Add to the quiz")
    hand.must_read("1 question was added.")
    assert hand.field("Questions as GIFT text").toPlainText() == text
    assert not hand.can_press("Add to the quiz")
    assert page.draft.questions[-1].words == "What is hot?"
    assert page.draft.questions[-1].objective == "make-tea"
    with room.qtbot.waitSignal(page.quiz_save_requested) as asked:
        hand.press("Save this lesson’s questions as GIFT…")
    assert "What is hot?" in room.drafting.to_gift(asked.args[0])


def test_the_list_of_what_to_mend_leads_to_the_place_and_grows_shorter(room: Room) -> None:
    draft = whole_draft()
    cup = replace(draft.pages[1], picture="", text="Too short.")
    lesson = room.lesson(replace(draft, pages=(draft.pages[0], cup, *draft.pages[2:])))
    page = room.editor(lesson, Place("mend"))
    hand = room.show(page)
    room.rest()
    hand.must_read("First", "Page 2 – There is no picture yet.", "Then")
    hand.press("Go there: Page 2, This page has 2 words.")
    assert page.place == Place("page", "cup", "text")
    assert hand.field("Text").hasFocus()
    hand.type_into("Text", "We wait a little. " * 6)
    hand.press("To mend")
    room.rest()
    hand.must_read("Page 2 – There is no picture yet.")
    assert not hand.reads("This page has")
