"""The small tasks of “Where do I start?”, as they are bundled and as they can be broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trainer_app.content.library import LessonLibrary
from trainer_app.content.starting import START_FOLDER, check_start
from trainer_app.domain.errors import MissingLanguage
from trainer_app.domain.placement import UNITS, unit_of
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.placing import done_how, help_taken, passed_over
from trainer_app.i18n import languages

LESSONS = Path(__file__).parents[2] / "lessons"
LANGUAGES = ("en", *sorted(one.code for one in languages() if one.code != "en"))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in (START_FOLDER, "_world"):
        shutil.copytree(LESSONS / name, tmp_path / name)
    return tmp_path


def test_the_bundled_ones_are_whole() -> None:
    assert list(check_start(LESSONS)) == []
    start = LessonLibrary(LESSONS).start
    assert set(start.languages) >= set(LANGUAGES)
    scenario = start.practice("en").scenario
    parts = [unit_of(stage.id) for stage in scenario.stages]
    assert parts == sorted(parts, key=list(UNITS).index)
    assert set(parts) == set(UNITS) - {"make"}
    assert len({stage.kind for stage in scenario.stages}) == 5
    assert all(start.picture(name).is_file() for name in scenario.pictures if name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_task_can_be_done_alone_and_passed_over(language: str) -> None:
    now = play.begin(LessonLibrary(LESSONS).start.practice(language), 1)
    over = now
    for stage in now.practice.scenario.stages:
        assert now.stage is over.stage is stage
        before = help_taken(now)
        while not now.progress.finished:
            now = play.act(now, play.next_step(now))
        assert done_how(now, help_before=before) == "alone"
        last = now.last
        now, over = play.act(now, play.NextStage()), passed_over(over)
    assert last
    assert passed_over(over) is over


def test_help_in_one_task_is_not_counted_in_the_next() -> None:
    now = play.begin(LessonLibrary(LESSONS).start.practice("en"), 1)
    before = help_taken(now)
    while not now.progress.finished:
        now = play.act(now, play.ShowMe())
    assert done_how(now, help_before=before) == "helped"
    now = play.act(now, play.NextStage())
    before = help_taken(now)
    while not now.progress.finished:
        now = play.act(now, play.next_step(now))
    assert done_how(now, help_before=before) == "alone"


def test_a_task_of_no_part_and_missing_words_are_found(copied: Path) -> None:
    folder = copied / START_FOLDER
    for file in ("practice.toml", "en/practice.md", "nl/practice.md"):
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text.replace("safe-hurry", "hurry"), encoding="utf-8")
    (folder / "ar" / "practice.md").unlink()
    found = [(each.rule, each.file) for each in check_start(copied)]
    assert ("start-part", "practice.toml") in found
    assert ("practice-complete", "ar/practice.md") in found
    assert ("translation-fresh", "nl/practice.md") in found


def test_without_the_folder_there_is_nothing_to_try(tmp_path: Path) -> None:
    start = LessonLibrary(tmp_path).start
    assert start.languages == ()
    with pytest.raises(MissingLanguage):
        start.practice("en")
    assert list(check_start(tmp_path)) == []
