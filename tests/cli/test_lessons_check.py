"""Holding lesson folders against the rules from the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import command, words_for

from trainer_app import places
from trainer_app.domain.errors import UnknownThing


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Three bundled lessons in three languages, without their practices, to break."""
    folder = tmp_path / "lessons"
    for name in ("03-sign-in-and-out", "08-set-who-sees-me", "12-messages-that-hurry-me"):
        leave_out = shutil.ignore_patterns("practice.*", "fr", "es", "fa", "tr", "uk")
        shutil.copytree(places.lessons() / name, folder / name, ignore=leave_out)
    return folder


# Every practice is played for it; tests/content holds each lesson against the rules by itself.
@pytest.mark.slow
def test_the_bundled_lessons_are_whole() -> None:
    said = command("lessons", "check", "--json")
    assert said.json["findings"] == []
    assert said.code == 0
    assert [one for one in said.json["figures"] if one["too_long"] or one["outside"]] == []


def test_good_lessons_are_said_to_be_good(copied: Path) -> None:
    head, *figures, count = command("lessons", "check", copied).out.splitlines()
    assert head.split("  ")[0] == "lesson, language"
    assert len(figures) == 9
    assert [line.split()[:3] for line in figures if " nl " in line] == [
        ["sign-in-and-out", "nl", "7"],
        ["set-who-sees-me", "nl", "7"],
        ["messages-that-hurry-me", "nl", "7"],
    ]
    assert all(line.endswith("none") for line in figures)
    assert count == "0 findings."


def test_the_figures_name_long_pages_and_words_that_nobody_explained(copied: Path) -> None:
    page = copied / "12-messages-that-hurry-me" / "en" / "pages.md"
    many = "\n".join(f"- Drink some water {'again ' * 12}and obfuscate." for _ in range(9))
    page.write_text(page.read_text().replace("- **Breathe.** Drink some water.", many))
    said = command("lessons", "check", copied / "12-messages-that-hurry-me", "--json").json
    english = next(one for one in said["figures"] if one["language"] == "en")
    assert (english["too_long"], english["outside"]) == (["hurry"], ["obfuscate"])


def test_a_broken_lesson_is_named_with_its_file_and_rule(copied: Path) -> None:
    (copied / "08-set-who-sees-me" / "nl" / "quiz.md").unlink()
    said = command("lessons", "check", copied, "--json")
    assert said.code == 1
    assert [(found["lesson"], found["file"], found["rule"]) for found in said.json["findings"]] == [
        ("08-set-who-sees-me", "nl/quiz.md", "files-complete")
    ]
    words, *_figures, count = command("lessons", "check", copied).out.splitlines()
    assert words.startswith("08-set-who-sees-me/nl/quiz.md: ")
    assert words.endswith("[files-complete]")
    assert count == "1 findings."


def test_the_rules_can_be_held_alone(copied: Path) -> None:
    (copied / "08-set-who-sees-me" / "nl" / "quiz.md").unlink()
    said = command("lessons", "check", copied, "--only-rules", "--json").json
    assert (len(said["findings"]), said["figures"]) == (1, [])


def test_one_lesson_can_be_checked_by_itself(copied: Path) -> None:
    lesson = copied / "12-messages-that-hurry-me"
    assert command("lessons", "check", lesson, "--json").json["findings"] == []
    (lesson / "lesson.toml").write_text("id = ")
    assert command("lessons", "check", copied, "--json").code == 1
    assert command("lessons", "check", lesson, "--json").code == 1


def test_a_lesson_in_a_language_that_the_buttons_do_not_speak_is_measured(copied: Path) -> None:
    lesson = copied / "12-messages-that-hurry-me"
    (lesson / "nl").rename(lesson / "ti")
    figures = command("lessons", "check", lesson, "--json").json["figures"]
    assert next(one for one in figures if one["language"] == "ti")["too_long"] == []


def test_a_folder_without_lessons_is_not_called_good(tmp_path: Path) -> None:
    said = command("lessons", "check", tmp_path, "--json")
    assert (said.code, said.out) == (2, "")
    assert said.err == words_for(UnknownThing(what="lesson", id=tmp_path.name))
