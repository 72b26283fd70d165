"""Home and what I can do now: tiles, where to go on, other languages, one's own number."""

from __future__ import annotations

import shutil

import pytest
from centres import Centre
from PySide6.QtWidgets import QApplication
from reading_a_page import buttons, cut, names, overflow, press, without_signs, words

from trainer_app.content.library import LessonLibrary
from trainer_app.services.playing import Playing
from trainer_app.ui.first_steps.guide import FirstSteps
from trainer_app.ui.grown import PlantSign
from trainer_app.ui.learner.abilities import AbilitiesPage
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.learner.next_card import NextCard
from trainer_app.ui.widgets import Dialog


@pytest.fixture
def home(centre: Centre, library: LessonLibrary, bridge):
    return lambda language="en": HomePage(
        centre.playing, centre.seats, centre.enrolling, library, language, bridge
    )


def test_every_lesson_is_a_tile_that_opens(centre: Centre, library, home, show):
    centre.sit(centre.evening("Amina").people[0])
    page = show(home())
    opened: list[tuple[str, str]] = []
    page.lesson_opened.connect(lambda lesson, language: opened.append((lesson, language)))
    for lesson in library.lessons:
        press(page, library.words(lesson.id, "en").title)
    assert opened == [(lesson.id, "en") for lesson in library.lessons]
    assert "Welcome, Amina" in words(page)


def test_tiles_tell_new_going_on_and_done(centre: Centre, library, home, show):
    centre.sit(centre.evening("Amina").people[0])
    first, second, third = library.lessons
    centre.playing.finish(first, 4, 4)
    centre.playing.reach(second, 2)
    page = show(home())
    said = {id: tile.accessibleDescription() for id, tile in page.tiles.items()}
    assert said[first.id] == "Done"
    assert said[second.id] == f"You are at page 3 of {len(second.steps)}"
    assert said[third.id] == "New"
    assert "You finished 1 lesson." in words(page)


def test_each_tile_shows_its_state_in_a_word(centre: Centre, library, home, show):
    centre.sit(centre.evening("Amina").people[0])
    first, second, _third = library.lessons
    centre.playing.finish(first, 4, 4)
    centre.playing.reach(second, 2)
    page = show(home())
    assert [tile.text().split("\n")[1] for tile in page.tiles.values()] == ["Done", "Begun", "New"]


def test_go_on_opens_the_lesson_that_was_left_last(centre: Centre, library, home, show):
    centre.sit(centre.evening("Amina").people[0])
    _first, second, third = library.lessons
    centre.playing.reach(third, 1)
    centre.clock.forward(minutes=5)
    centre.playing.reach(second, 1)
    page = show(home())
    opened: list[str] = []
    page.lesson_opened.connect(lambda lesson, _language: opened.append(lesson))
    title = library.words(second.id, "en").title
    button = next(b for b in buttons(page) if "Go on with" in b.accessibleName())
    assert without_signs(button.accessibleName()) == f"Go on with “{title}”"
    assert button.hasFocus()
    button.click()
    assert opened == [second.id]


def test_a_group_is_as_far_as_who_is_least_far(centre: Centre, library, home, show, bridge):
    one, other = centre.evening("Amina", "Samir").people
    centre.sit(one)
    centre.playing.finish(library.lessons[0], 4, 4)
    page = show(home())
    assert "What I can do now" in names(page)
    bridge.run(lambda: centre.sit(other), "sittings")
    assert "Welcome, Amina and Samir" in words(page)
    assert "What I can do now" not in names(page)


def test_a_guest_is_told_that_nothing_is_kept(library, show, bridge):
    page = show(HomePage(Playing(None), None, None, library, "en", bridge))
    assert "You are a guest. Nothing you do here is kept." in words(page)
    assert "My number" not in names(page)


def test_a_lesson_without_my_language_is_labelled_and_opened_by_choice(
    tmp_path, library, show, bridge
):
    source = library.lessons[0]
    shutil.copytree(source.folder, tmp_path / source.folder.name)
    shutil.rmtree(tmp_path / source.folder.name / "en")
    few = LessonLibrary(tmp_path)
    page = show(HomePage(Playing(None), None, None, few, "en", bridge))
    tile = page.tiles[source.id]
    title, language = few.titles("en")[source.id]
    name = {"nl": "Nederlands", "ar": "العربية"}[language]
    assert without_signs(tile.accessibleName()) == f"{title}\n{name}"
    opened: list[tuple[str, str]] = []
    page.lesson_opened.connect(lambda lesson, language: opened.append((lesson, language)))
    tile.click()
    assert opened == []
    press(page.findChild(Dialog), "Nederlands")
    assert opened == [(source.id, "nl")]


def test_one_sees_ones_number_and_leaves_the_list(centre: Centre, home, show):
    person = centre.evening("Amina").people[0]
    centre.sit(person)
    centre.door.leave_trainer()
    page = show(home())
    press(page, "My number")
    dialog = page.findChild(Dialog)
    assert person.number in words(dialog)
    press(dialog, "Show my face in the list on this laptop")
    press(dialog, "OK")
    assert not centre.enrolling.person(person.id).listed
    QApplication.processEvents()
    centre.seats.leave()
    assert centre.seats.faces() == []


def test_no_lessons_at_all_is_said(tmp_path, show, bridge):
    page = show(HomePage(Playing(None), None, None, LessonLibrary(tmp_path), "en", bridge))
    assert "There are no lessons on this laptop" in words(page)


def test_abilities_are_the_sentences_of_passed_lessons(centre: Centre, library, show):
    centre.sit(centre.evening("Amina").people[0])
    first, second, _third = library.lessons
    centre.playing.finish(first, 4, 4)
    centre.playing.finish(second, 0, 4)
    page = show(AbilitiesPage(centre.playing, library, "en"))
    for sentence in library.words(first.id, "en").abilities.values():
        assert sentence in words(page)
    for sentence in library.words(second.id, "en").abilities.values():
        assert sentence not in words(page)


def test_what_was_practised_is_said_before_the_questions(centre: Centre, library, show):
    person = centre.evening("Amina").people[0]
    sitting, lesson = centre.sit(person), library.lesson("sign-in-and-out")
    first = lesson.objectives[0]
    body = {
        "sitting": sitting, "lesson": lesson.id, "version": 1, "goals": list(first.practised),
        "of": 9, "tries": 1, "hints": 0, "minutes": 1, "done": False, "alone": False,
        "at": centre.ledger.seconds(),
    }  # fmt: skip
    centre.ledger.write(centre.ledger.note("practice-played", body, person.id))
    page = show(AbilitiesPage(centre.playing, library, "en"))
    sentences = library.words(lesson.id, "en").abilities
    assert "You practised this. The questions are still to come." in words(page)
    assert [one for one, said in sentences.items() if said in words(page)] == [first.id]


def test_no_abilities_yet_points_the_way(centre: Centre, library, show):
    page = show(AbilitiesPage(centre.playing, library, "en"))
    back: list[bool] = []
    page.back_requested.connect(lambda: back.append(True))
    assert "Your list begins here" in words(page)
    press(page, "All lessons")
    assert back == [True]


@pytest.mark.parametrize("language", ["en", "nl", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_and_only_large_letters_scroll(
    centre: Centre, library, home, show, dress, language: str, scale: float
):
    for person in centre.evening("Conceição Gebremedhin", "Samir van der Berg").people:
        centre.sit(person)
    for lesson in library.lessons:
        centre.playing.finish(lesson, 4, 4)
    dress(language, scale)
    for page in (home(language), AbilitiesPage(centre.playing, library, language)):
        show(page)
        assert cut(page) == []
        assert scale > 1 or overflow(page) == 0


def test_the_next_lesson_is_larger_than_all_others_and_begins_with_its_picture(
    centre: Centre, library, home, show
):
    centre.sit(centre.evening("Amina").people[0])
    page = show(home())
    [card] = page.findChildren(NextCard)
    assert card.width() > 1.5 * max(tile.width() for tile in page.tiles.values())
    with_picture = card.grab().toImage()
    bare = NextCard(card.text(), None, library.lessons[0].hue, "New")
    bare.resize(card.size())
    assert bare.grab().toImage() != with_picture


@pytest.mark.parametrize(("language", "scale"), [("uk", 1.0), ("uk", 2.0), ("ar", 1.25)])
def test_the_next_lesson_keeps_to_a_narrow_window(
    centre: Centre, home, show, dress, language: str, scale: float
):
    dress(language, scale)
    centre.sit(centre.evening("Amina").people[0])
    page = show(home(language))
    page.resize(800, 560)
    QApplication.processEvents()
    [card] = page.findChildren(NextCard)
    assert card.mapTo(page, card.rect().topLeft()).x() >= 0
    assert card.mapTo(page, card.rect().topRight()).x() <= page.width()
    assert card.height() >= card.heightForWidth(card.width())


def test_the_first_steps_are_there_until_something_was_begun(centre: Centre, library, home, show):
    centre.sit(centre.evening("Amina").people[0])
    page = show(home())
    assert page.findChild(FirstSteps).isVisible()
    assert not page.findChildren(PlantSign)
    centre.playing.reach(library.lessons[0], 1)
    page = show(home())
    assert not page.findChildren(FirstSteps)
    assert "How it works" in names(page)
    centre.playing.finish(library.lessons[0], 4, 4)
    page = show(home())
    assert page.findChild(PlantSign).isVisible()
