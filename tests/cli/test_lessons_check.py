"""Holding lesson folders against the rules from the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import command, words_for

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import UnknownThing


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The bundled lessons that have pages, without their practices, to break."""
    folder = tmp_path / "lessons"
    for lesson in LessonLibrary(places.lessons()).lessons:
        if lesson.has_pages:
            leave_out = shutil.ignore_patterns("practice.*")
            shutil.copytree(lesson.folder, folder / lesson.folder.name, ignore=leave_out)
    return folder


# Every practice is played for it; tests/content holds each lesson against the rules by itself.
@pytest.mark.slow
def test_the_bundled_lessons_are_whole() -> None:
    said = command("lessons", "check", "--json")
    assert said.json == {"findings": []}
    assert said.code == 0


def test_good_lessons_are_said_to_be_good(copied: Path) -> None:
    assert command("lessons", "check", copied).out == "0 findings.\n"


def test_a_broken_lesson_is_named_with_its_file_and_rule(copied: Path) -> None:
    (copied / "08-set-who-sees-me" / "nl" / "quiz.md").unlink()
    said = command("lessons", "check", copied, "--json")
    assert said.code == 1
    assert [(found["lesson"], found["file"], found["rule"]) for found in said.json["findings"]] == [
        ("08-set-who-sees-me", "nl/quiz.md", "files-complete")
    ]
    (words, count) = command("lessons", "check", copied).out.splitlines()
    assert words.startswith("08-set-who-sees-me/nl/quiz.md: ")
    assert words.endswith("[files-complete]")
    assert count == "1 findings."


def test_one_lesson_can_be_checked_by_itself(copied: Path) -> None:
    lesson = copied / "12-messages-that-hurry-me"
    assert command("lessons", "check", lesson, "--json").json == {"findings": []}
    (lesson / "lesson.toml").write_text("id = ")
    assert command("lessons", "check", copied, "--json").code == 1
    assert command("lessons", "check", lesson, "--json").code == 1


def test_a_folder_without_lessons_is_not_called_good(tmp_path: Path) -> None:
    said = command("lessons", "check", tmp_path, "--json")
    assert (said.code, said.out) == (2, "")
    assert said.err == words_for(UnknownThing(what="lesson", id=tmp_path.name))
