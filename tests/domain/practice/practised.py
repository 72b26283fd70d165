"""The practices that every property is tried on: examples of each kind, and the lessons' own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from trainer_app.content.practice import PRACTICE_FILE, PRACTICE_WORDS, read_practice
from trainer_app.content.structure import read_structure
from trainer_app.domain.practice import playing
from trainer_app.domain.practice.engine import LEARNER
from trainer_app.domain.practice.playing import (
    GoOn,
    NextStage,
    Playing,
    ShowMe,
    StartAfresh,
    Stop,
    TakeHint,
    Waited,
)
from trainer_app.domain.practice.scenario import Practice, WordId

TESTS = Path(__file__).parents[2]
EXAMPLES = TESTS / "content" / "practice_examples"
LESSONS = TESTS.parent / "lessons"
# Who asks for a number looks for what nobody has found yet; else the same sequences each time.
LONG = "PRACTICE_SEQUENCES" in os.environ
SEQUENCES = int(os.environ.get("PRACTICE_SEQUENCES", "6"))
MOST_STEPS = 3_000
AROUND = (Waited(25), TakeHint(), ShowMe(), NextStage(), StartAfresh(), Stop(), GoOn())


def practice_folders() -> list[Path]:
    """Every example and every lesson with a practice."""
    return [*sorted(path.parent for path in _practices(EXAMPLES)), *lesson_folders()]


def lesson_folders() -> list[Path]:
    """Every lesson with a practice."""
    return sorted(path.parent for path in _practices(LESSONS))


class Practices(Mapping[str, Practice]):
    """Practices by `folder/language`. Each is read when it is asked for: all take many seconds."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = {
            f"{folder.name}/{path.parent.name}": folder
            for folder in folders
            for path in sorted(folder.glob(f"*/{PRACTICE_WORDS}"))
        }
        self._read: dict[str, Practice] = {}

    def __getitem__(self, name: str) -> Practice:
        if name not in self._read:
            language = name.partition("/")[2]
            # An example has no pages or quiz, so it counts as having no language.
            lesson = replace(read_structure(self._folders[name]), languages=(language,))
            self._read[name] = read_practice(lesson, language)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._folders)

    def __len__(self) -> int:
        return len(self._folders)


@cache
def practices() -> Practices:
    """Every practice in each language that it has."""
    return Practices(practice_folders())


def options(now: Playing) -> list[Any]:
    """What a person could do now."""
    return [*now.engine.actions(now.state), *AROUND]


def go(now: Playing, steps: int) -> Playing:
    """The practice after so many right steps, or as many as there are."""
    for _ in range(steps):
        step = playing.next_step(now)
        if step is None:
            break
        now = playing.act(now, step)
    return now


def finish_stage(now: Playing) -> Playing:
    """The practice after every next step of the stage that is played."""
    for _ in range(MOST_STEPS):
        if now.progress.finished:
            return now
        now = playing.act(now, playing.next_step(now))
    raise AssertionError(f"no end of steps in {now.stage.id}")


def finish(now: Playing) -> Playing:
    """The practice after every next step, without a mistake on the way."""
    for _ in range(MOST_STEPS):
        step = playing.next_step(now)
        if step is None:
            return now
        before = now.progress.mistakes
        now = playing.act(now, step)
        assert isinstance(step, NextStage) or now.progress.mistakes == before, step
    raise AssertionError(f"no end of steps in {now.stage.id}")


def words_in(view: object) -> Iterator[WordId]:
    """Every id of words that stands in a view."""
    if isinstance(view, WordId):
        yield view
    elif view is None or isinstance(view, str | int):
        return
    elif is_dataclass(view):
        for name in _names(type(view)):
            yield from words_in(getattr(view, name))
    elif isinstance(view, Mapping):
        for value in view.values():
            yield from words_in(value)
    elif isinstance(view, tuple | list | frozenset):
        for value in view:
            yield from words_in(value)


def viewers(practice: Practice) -> tuple[str, ...]:
    """Who looks: the learner and the people of the scenario, of a whole town only a few."""
    people = practice.scenario.world.people
    return (LEARNER, *(person.id for person in people[:: max(1, len(people) // 5)]))


@lru_cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def _practices(where: Path) -> Iterator[Path]:
    return where.glob(f"[0-9]*/{PRACTICE_FILE}")
