"""Free play: the pretend network without a task, in every language, and nowhere but there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trainer_app.content.free_play import free_play_languages
from trainer_app.content.library import LessonLibrary
from trainer_app.content.practice import read_scenario
from trainer_app.content.sources import read_source
from trainer_app.content.structure import read_structure
from trainer_app.domain.errors import MissingLanguage, UnreadableLesson

LESSONS = Path(__file__).parents[2] / "lessons"
LANGUAGES = ("ar", "en", "nl")


def test_it_has_words_in_every_language_made_from_the_english_ones() -> None:
    assert free_play_languages(LESSONS) == LANGUAGES
    english = read_source("_play", LESSONS / "_play" / "en" / "practice.md")
    for language in ("ar", "nl"):
        source = read_source("_play", LESSONS / "_play" / language / "practice.md")
        assert source.needs("translated_from") == english.hash


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_read_with_the_words_and_pictures_of_the_common_world(language: str) -> None:
    library = LessonLibrary((LESSONS / "nowhere", LESSONS))
    practice = library.free_play(language)
    assert library.free_play(language) is practice
    world, stage = practice.scenario.world, practice.scenario.stages[0]
    assert stage.goals == ()
    assert practice.words.text(world.word("people", "amina"))
    named = {*stage.pictures, *(person.picture for person in world.people)} - {""}
    assert named
    assert all(library.free_play_picture(each).is_file() for each in named)


def test_where_there_is_none_it_is_missing_in_every_language(tmp_path: Path) -> None:
    with pytest.raises(MissingLanguage):
        LessonLibrary(tmp_path).free_play("en")


def test_no_lesson_has_a_stage_without_goals(tmp_path: Path) -> None:
    for name in ("_world", "06-open-an-account"):
        shutil.copytree(LESSONS / name, tmp_path / name)
    folder = tmp_path / "06-open-an-account"
    shutil.copy(LESSONS / "_play" / "practice.toml", folder / "practice.toml")
    with pytest.raises(UnreadableLesson) as error:
        read_scenario(read_structure(folder))
    assert error.value.facts["rule"] == "practice-goals"
