"""Plaza without a task: from the learners' home and with the class; nothing of it is stored."""

from __future__ import annotations

from pathlib import Path

import pytest
from practising_window import Room
from reading_a_page import words

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.practice import free
from trainer_app.domain.practice.plaza.state import Do, Plaza
from trainer_app.ui.practice.free_page import FreePage

TILE = "Plaza: look around"


STAGE = """
version = 1
minutes = 30

[[world.people]]
id = "amina"

[[stages]]
id = "plaza"
kind = "plaza"
free = true
friends = ["amina"]

[[stages.posts]]
id = "bread"
draft = true

[[stages.posts]]
id = "market"
author = "amina"
"""
WORDS = """---
by: founders
review: draft
---

# {world} {{#world}}

## {people} {{#people}}

- {{#amina}} Amina Salem

# Plaza {{#plaza}}

{intro}

## Posts {{#posts}}

- {{#bread}} Bread!
- {{#market}} Market!

## End {{#done}}

Bye.
"""
SAID = {
    "en": {"world": "World", "people": "People", "intro": "Nobody here is real."},
    "ar": {"world": "عالم", "people": "ناس", "intro": "لا أحد هنا حقيقي."},
}


def put_free_play(folder: Path) -> None:
    """A small pretend network in English and Arabic, not in Dutch."""
    (folder / "_play").mkdir()
    (folder / "_play" / "practice.toml").write_text(STAGE, encoding="utf-8")
    for language, said in SAID.items():
        (folder / "_play" / language).mkdir()
        words = WORDS.format(**said)
        (folder / "_play" / language / "practice.md").write_text(words, encoding="utf-8")


@pytest.fixture
def plaza(room: Room) -> Room:
    """A laptop whose lessons bring free play."""
    folder = next(iter(room.lessons.lessons)).folder.parent
    put_free_play(folder)
    room.lessons = LessonLibrary(folder)
    room.window.lessons = room.lessons
    room.unlock()
    return room


def page(room: Room) -> FreePage:
    shown = room.window.page
    assert isinstance(shown, FreePage)
    return shown


def events(room: Room) -> list[str]:
    store = room.window.door.ledger.store
    return [row["id"] for row in store.query("SELECT id FROM events ORDER BY id")]


def posts_something(room: Room) -> None:
    screen, state = page(room).stage_screen, page(room).playing.state
    actions = page(room).playing.engine.actions(state)
    action = next(one for one in actions if isinstance(one, Do) and one.what == "publish")
    screen.acted.emit(action)
    assert done(room)


def done(room: Room) -> frozenset[tuple[str, str]]:
    state = page(room).playing.state
    assert isinstance(state, Plaza)
    return frozenset(each for each in state.done if each[0] == "publish")


def test_a_learner_looks_around_and_nothing_is_stored(plaza: Room) -> None:
    plaza.sit()
    before = events(plaza)
    plaza.press(TILE)
    assert "Nobody here is real." in words(plaza.window)
    plaza.press("Start")
    posts_something(plaza)
    plaza.press("Stop")
    assert "You stopped. Nothing is lost." in words(plaza.window)
    plaza.press("Go on", "All lessons")
    assert TILE in plaza.names()
    assert events(plaza) == before


def test_there_are_no_goals_and_no_help_but_a_fresh_start(plaza: Room) -> None:
    plaza.window.learner.guest()
    plaza.press(TILE, "Start")
    assert not {"Hint", "Show me", "Next", "Finish"} & set(plaza.names())
    assert "What to do" not in words(plaza.window)
    posts_something(plaza)
    plaza.press("Start again")
    assert not done(plaza)


def test_in_another_shape_and_another_size_all_stands(plaza: Room) -> None:
    plaza.window.learner.guest()
    plaza.press(TILE, "Start")
    posts_something(plaza)
    posted = done(plaza)
    plaza.press("Laptop")
    assert done(plaza) == posted
    plaza.window.preferences.change(scale=150)
    plaza.window.rebuild()
    assert free.shape_of(page(plaza).playing) == "browser"
    assert done(plaza) == posted
    plaza.press("Phone")
    assert free.shape_of(page(plaza).playing) == "phone"


def test_it_speaks_the_language_in_use(plaza: Room) -> None:
    plaza.window.learner.guest()
    plaza.press(TILE, "Start")
    plaza.window.speak("ar")
    assert page(plaza).playing.practice.words.language == "ar"


def test_another_language_is_said_on_the_tile(plaza: Room) -> None:
    plaza.window.learner.guest()
    assert TILE in plaza.names()
    plaza.window.speak("nl")
    (tile,) = [name for name in plaza.names() if "Plaza" in name]
    assert tile.endswith("\nEnglish")
    plaza.press(tile)
    assert "Nobody here is real." in words(plaza.window)


def test_the_trainer_plays_it_with_the_class(plaza: Room) -> None:
    plaza.window.teaching.lessons()
    plaza.press("Play Plaza with the class", "Start", "Text size")
    assert plaza.window.preferences.now.scale > 100
    plaza.window.preferences.change(scale=100)
    plaza.window.rebuild()
    plaza.press("Lessons")
    assert "Play Plaza with the class" in plaza.names()


def test_lessons_without_it_have_no_tile(room: Room) -> None:
    room.window.learner.guest()
    assert TILE not in room.names()
    room.window.teaching.lessons()
    assert "Play Plaza with the class" not in room.names()
