"""Free play: the pretend network without a task, in every language, and nowhere but there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trainer_app.content.free_play import free_play_languages
from trainer_app.content.library import LessonLibrary
from trainer_app.content.play_checks import check_play
from trainer_app.content.practice import read_scenario
from trainer_app.content.sources import read_source
from trainer_app.content.structure import read_structure
from trainer_app.domain.errors import MissingLanguage, UnreadableLesson
from trainer_app.i18n import languages

LESSONS = Path(__file__).parents[2] / "lessons"
LANGUAGES = tuple(sorted(one.code for one in languages()))


def test_it_has_words_in_every_language_made_from_the_english_ones() -> None:
    assert set(free_play_languages(LESSONS)) >= set(LANGUAGES)
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wall_of_a_room_has_words_pictures_and_enough_people(language: str) -> None:
    library = LessonLibrary((LESSONS / "nowhere", LESSONS))
    wall = library.shared_wall(language)
    assert wall is not None
    assert library.shared_wall(language) is wall
    ids = wall.ids
    assert (len(ids.phrases), len(ids.stickers), len(ids.pictures)) == (16, 12, 8)
    assert len(ids.people) >= 40
    assert len({wall.name(who) for who in ids.people}) == len(ids.people)
    kinds = {"phrases": ids.phrases, "stickers": ids.stickers, "pictures": ids.pictures}
    assert all(wall.said(kind, each) for kind, things in kinds.items() for each in things)
    files = [wall.picture(each) for each in (*ids.stickers, *ids.pictures)]
    files += [wall.face(who) for who in ids.people]
    assert all(library.free_play_picture(each).is_file() for each in files)
    assert wall.intro
    assert wall.done
    # What a newer program knows is nothing here, and breaks nothing.
    assert (wall.said("phrases", "new"), wall.picture("new"), wall.name("new")) == ("", "", "")


def test_the_wall_is_no_stage_that_one_plays_alone() -> None:
    practice = LessonLibrary(LESSONS).free_play("en")
    assert [stage.id for stage in practice.scenario.stages] == ["plaza"]


def copy_of_play(folder: Path) -> Path:
    for name in ("_world", "_play"):
        shutil.copytree(LESSONS / name, folder / name)
    return folder / "_play"


def rules(folder: Path) -> set[str]:
    return {finding.rule for finding in check_play(folder)}


def test_free_play_and_its_wall_are_checked(tmp_path: Path) -> None:
    assert not list(check_play(tmp_path))
    play = copy_of_play(tmp_path)
    assert rules(tmp_path) == set()
    (play / "images" / "s-tea.svg").unlink()
    (play / "images" / "s-sun.svg").write_text("<svg><script/></svg>", encoding="utf-8")
    english = play / "en" / "practice.md"
    words = english.read_text(encoding="utf-8")
    words = words.replace("- {#thank-you} Thank you!\n", "")
    english.write_text(words.replace("{#me-too}", "{#nobody}"), encoding="utf-8")
    found = rules(tmp_path)
    assert {"picture-exists", "picture-plain", "word-missing", "word-left-over"} <= found
    assert "translation-fresh" in found


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('    "amina", "rosa",', '    "amina", "stranger",', "practice-ids"),
        ('    "amina", "rosa",', '    "amina", "amina",', "ids-unique"),
        ('id = "bread"\npicture', 'id = "tea"\npicture', "ids-unique"),
        ("[wall]", "[wall]\nsurprise = 1", "toml-known"),
    ],
)
def test_a_wall_that_is_not_whole_is_named(tmp_path: Path, old: str, new: str, rule: str) -> None:
    structure = copy_of_play(tmp_path) / "practice.toml"
    text = structure.read_text(encoding="utf-8")
    assert old in text
    structure.write_text(text.replace(old, new), encoding="utf-8")
    assert rule in rules(tmp_path)


def test_where_there_is_none_it_is_missing_in_every_language(tmp_path: Path) -> None:
    with pytest.raises(MissingLanguage):
        LessonLibrary(tmp_path).free_play("en")
    with pytest.raises(MissingLanguage):
        LessonLibrary(tmp_path).shared_wall("en")


def test_no_lesson_has_a_stage_without_goals(tmp_path: Path) -> None:
    for name in ("_world", "06-open-an-account"):
        shutil.copytree(LESSONS / name, tmp_path / name)
    folder = tmp_path / "06-open-an-account"
    shutil.copy(LESSONS / "_play" / "practice.toml", folder / "practice.toml")
    with pytest.raises(UnreadableLesson) as error:
        read_scenario(read_structure(folder))
    assert error.value.facts["rule"] == "practice-goals"
