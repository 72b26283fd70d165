"""A practice is read once per language, whole or with the file and line that stopped it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer_app.content.library import LessonLibrary
from trainer_app.content.practice import (
    has_practice,
    practice_languages,
    read_practice,
    read_scenario,
)
from trainer_app.content.structure import read_structure
from trainer_app.domain.blocks import plain, words_of
from trainer_app.domain.errors import MissingLanguage, UnreadableLesson
from trainer_app.domain.practice.scenario import Person, WordId
from trainer_app.domain.practice.sorting_stage import SortingStage

EXAMPLES = Path(__file__).parent / "practice_examples"
APPS = EXAMPLES / "05-what-they-do"


@pytest.fixture
def with_practice(lesson_folder: Path) -> Path:
    """The good little lesson with a practice, in English alone."""
    shutil.copy(APPS / "practice.toml", lesson_folder)
    shutil.copy(APPS / "en" / "practice.md", lesson_folder / "en")
    return lesson_folder


def test_the_structure_is_read() -> None:
    scenario = read_scenario(read_structure(EXAMPLES / "25-group"))
    assert (scenario.version, scenario.minutes) == (1, 20)
    assert scenario.world.people == (Person("rosa"), Person("karim"))
    (stage,) = scenario.stages
    assert isinstance(stage, SortingStage)
    assert [(pile.id, pile.room) for pile in stage.piles] == [("for-rosa", 3), ("for-karim", 4)]
    assert [goal.id for goal in stage.goals] == ["all-done"]
    assert (WordId("world.people.rosa"), False) in scenario.words
    assert (WordId("tasks.consequences.tired"), True) in scenario.words


def test_the_words_are_read(with_practice: Path) -> None:
    practice = LessonLibrary(with_practice.parent).practice("tea", "en")
    words = practice.words
    assert (words.language, words.by, words.review) == ("en", "founders", "draft")
    assert words.stages["apps"].title == "Six invented apps"
    assert words_of(words.stages["apps"].done[0]).startswith("Many apps")
    said = words.said["apps.goals.near"]
    assert plain(said.line) == "Find the apps for talking with people."
    assert plain(said.then) == "Which ones carry voices and short messages?"
    assert words.text(WordId("apps.piles.talk")) == "to talk with people"


def test_a_practice_is_read_once(with_practice: Path) -> None:
    library = LessonLibrary(with_practice.parent)
    assert library.practice("tea", "en") is library.practice("tea", "en")


def test_a_language_that_a_practice_lacks_is_said_and_never_mixed(with_practice: Path) -> None:
    library = LessonLibrary(with_practice.parent)
    lesson = library.lesson("tea")
    assert lesson.languages == ("en", "nl")
    assert practice_languages(lesson) == ("en",)
    with pytest.raises(MissingLanguage):
        library.practice("tea", "nl")


def test_a_lesson_without_a_practice(lesson_folder: Path) -> None:
    library = LessonLibrary(lesson_folder.parent)
    assert not has_practice(library.lesson("tea"))
    with pytest.raises(MissingLanguage):
        library.practice("tea", "en")


def test_signs_of_names_and_tags_stay_as_they_were_written() -> None:
    words = read_practice(read_structure(EXAMPLES / "02-type"), "en").words
    assert words.text(WordId("names.targets.tag")) == "#bread"
    assert words.text(WordId("names.targets.handle")) == "@amina"


@given(damage=st.data())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_damaged_file_is_refused_with_its_line_or_read(
    with_practice: Path, damage: st.DataObject
) -> None:
    """Lines taken out, doubled or changed: never another error than the one with the line."""
    name = damage.draw(st.sampled_from(["practice.toml", "en/practice.md"]))
    source = APPS / name
    lines = source.read_text(encoding="utf-8").split("\n")
    at = damage.draw(st.integers(0, len(lines) - 1))
    new = damage.draw(st.sampled_from(["", "x", "- {#talk}", "[[stages]]", 'id = "talk"', "## {#"]))
    lines[at : at + damage.draw(st.integers(0, 4))] = [new]
    path = with_practice / name
    path.write_text("\n".join(lines), encoding="utf-8")
    refused: list[UnreadableLesson] = []
    try:
        LessonLibrary(with_practice.parent).practice("tea", "en")
    except UnreadableLesson as error:
        refused.append(error)
    for each in refused:
        # Without a card in the structure, its words are left over: the trouble is in them.
        named = with_practice / str(each.facts["file"])
        assert named.name.startswith("practice.")
        assert 0 <= int(each.facts["line"]) <= named.read_text(encoding="utf-8").count("\n") + 1
    shutil.copy(source, path)
