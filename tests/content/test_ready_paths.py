"""The ready paths: what ships with the program, and how a file of paths can break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.content.path_checks import check_paths
from trainer_app.content.paths import folders_of, path_words, ready_paths
from trainer_app.content.rules.path_table import PATH_RULES
from trainer_app.domain.paths import evenings_needed, minutes_in_all, warnings
from trainer_app.i18n import languages

LESSONS = places.lessons()
LIBRARY = LessonLibrary(LESSONS)
BY_ID = {lesson.id: lesson for lesson in LIBRARY.lessons}
NUMBERS = {
    "one-afternoon": [3, 8, 12],
    "six-evenings": [3, 4, 7, 8, 12, 13, 14, 18],
    "tell-our-story": [8, 12, 14, 16, 18, 21, 22, 23, 24, 26, 27],
}
# What is put for what in which file, and the rule that it breaks.
BROKEN = [
    ("paths.toml", '"call-family",', '"call-nobody",', "path-lessons"),
    ("paths.toml", 'core = ["sign-in-and-out", ', 'core = ["two-steps", ', "path-lessons"),
    ("paths.toml", '"call-family",', '"two-steps",', "ids-unique"),
    ("paths.toml", 'id = "six-evenings"', 'id = "one-afternoon"', "ids-unique"),
    ("paths.toml", "[[paths]]", "colour = 1\n[[paths]]", "toml-known"),
    ("paths.toml", "core = [", "core = ", "toml-readable"),
    ("en/paths.md", "{#six-evenings}", "{#seven-evenings}", "path-words"),
    ("nl/paths.md", "{#six-evenings}", "", "path-words"),
    ("nl/paths.md", "translated_from: ", "translated_from: 0", "translation-fresh"),
    ("ar/paths.md", "review: draft", "review: perfect", "review-known"),
    ("en/paths.md", "# One afternoon", "Hello.\n\n# One afternoon", "text-before"),
]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(LESSONS / "_paths", tmp_path / "_paths")
    return tmp_path


def test_the_paths_of_the_curriculum_are_there() -> None:
    found = {path.id: [BY_ID[id].number for id in path.lessons] for path in ready_paths(LESSONS)}
    assert found == NUMBERS
    assert folders_of(LIBRARY.lessons) == [LESSONS]


def test_an_afternoon_takes_an_afternoon_and_nothing_comes_too_early() -> None:
    afternoon, *_others = ready_paths(LESSONS)
    assert all(part.core for part in afternoon.parts)
    assert minutes_in_all(afternoon.parts, BY_ID) <= 60
    assert evenings_needed(afternoon.parts, BY_ID, 75) == 1
    for path in ready_paths(LESSONS):
        assert [one for one in warnings(path.parts, BY_ID) if one.what != "needs"] == []


@pytest.mark.parametrize("language", [one.code for one in languages()])
def test_every_path_has_words(language: str) -> None:
    words = path_words(LESSONS, language)
    assert list(words) == list(NUMBERS)
    assert len({one.title for one in words.values()}) == len(NUMBERS)


def test_in_another_language_they_are_called_as_in_english() -> None:
    assert path_words(LESSONS, "so") == path_words(LESSONS, "en")


def test_our_own_break_no_rule() -> None:
    assert list(check_paths(LESSONS, set(BY_ID))) == []


@pytest.mark.parametrize(("file", "old", "new", "rule"), BROKEN)
def test_what_is_broken_is_found(copied: Path, file: str, old: str, new: str, rule: str) -> None:
    path = copied / "_paths" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    found = {each.rule for each in check_paths(copied, set(BY_ID))}
    # A changed English text makes the translations of it stale, too.
    stale = {"translation-fresh"} if file.startswith("en/") else set()
    assert found == {rule} | stale


def test_every_rule_has_a_broken_example() -> None:
    assert set(PATH_RULES) <= {rule for *_rest, rule in BROKEN}


def test_without_paths_there_is_nothing_to_find(tmp_path: Path) -> None:
    assert list(check_paths(tmp_path, ())) == []
    assert ready_paths(tmp_path) == ()
