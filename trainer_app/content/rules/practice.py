"""Looks at a practice for what can be read but is not right, by playing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from trainer_app.content.fields import Fields
from trainer_app.content.practice import PRACTICE_FILE, PRACTICE_WORDS
from trainer_app.content.rules.table import Finding
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.practice.engine import AnyEngine, Progress
from trainer_app.domain.practice.kinds import engine_of
from trainer_app.domain.practice.scenario import Practice, Scenario, Stage

MOST_STEPS = 2_000
"""No stage needs more steps than this; more are a circle."""

# Enough to meet every consequence of our lessons, and a tenth of a second.
_ROAM_STEPS, _MOST_ACTS = 20, 2_000


def scenario_findings(lesson: Lesson, scenario: Scenario, fields: Fields) -> Iterator[Finding]:
    """What can be seen without playing."""
    for key, line in sorted(fields.unasked()):
        yield Finding("toml-known", lesson.folder.name, PRACTICE_FILE, line, {"key": key})
    if scenario.minutes >= lesson.minutes:
        line = fields.line_of("minutes")
        facts: dict[str, str | int] = {"minutes": scenario.minutes}
        yield Finding("practice-minutes", lesson.folder.name, PRACTICE_FILE, line, facts)


def play_findings(lesson: Lesson, practice: Practice, fields: Fields) -> Iterator[Finding]:
    """What shows when it is played; mistakes only in the source, for they are the same in all."""
    language = practice.words.language
    for stage, table in zip(practice.scenario.stages, fields.tables("stages"), strict=True):
        engine = engine_of(stage.kind)
        begun = engine.start(stage, 1, practice.words)
        troubles = [*_goal_troubles(engine, begun)]
        if language == lesson.source:
            troubles += _mistake_troubles(stage, explore(engine, begun))
        for rule, thing in troubles:
            facts: dict[str, str | int] = {"stage": stage.id, "id": thing}
            if language == lesson.source:
                line = _line_of(table, rule, thing)
                yield Finding(rule, lesson.folder.name, PRACTICE_FILE, line, facts)
            else:
                file = f"{language}/{PRACTICE_WORDS}"
                yield Finding(rule, lesson.folder.name, file, 0, facts)


@dataclass(slots=True)
class Explored:
    """What happened on many walks: consequences, and mistakes that had none."""

    followed: set[str] = field(default_factory=set)
    unexplained: bool = False
    acts: int = 0

    def saw(self, before: Progress, after: Progress) -> None:
        """Takes note of one action."""
        self.acts += 1
        if after.consequence:
            self.followed.add(after.consequence)
        elif after.mistakes > before.mistakes:
            self.unexplained = True


def explore(engine: AnyEngine, begun: Any) -> Explored:
    """Every action along the right walk and some walks of chance, the same ones always.

    Of a long walk only as many states are looked at as the bound on actions allows, evenly spread.
    """
    found = Explored()
    states = right_walk(engine, begun)
    spread = len(states) * len(engine.actions(begun)) // _MOST_ACTS + 1
    for state in states[::spread]:
        _try_all(engine, state, found)
    chance = Random(1)
    found.acts = 0
    while found.acts < _MOST_ACTS:
        state = begun
        for _ in range(_ROAM_STEPS):
            found.acts += 1
            options = engine.actions(state)
            if not options:
                break
            state = engine.act(state, chance.choice(options))
            _try_all(engine, state, found)
    return found


def right_walk(engine: AnyEngine, begun: Any) -> list[Any]:
    """The states from this one on, one right step after the other; the last has no next step."""
    states = [begun]
    for _ in range(MOST_STEPS):
        step = engine.next_step(states[-1])
        if step is None:
            break
        states.append(engine.act(states[-1], step))
    return states


def _try_all(engine: AnyEngine, state: Any, found: Explored) -> None:
    before = engine.progress(state)
    for action in engine.actions(state):
        found.saw(before, engine.progress(engine.act(state, action)))


def _goal_troubles(engine: AnyEngine, begun: Any) -> Iterator[tuple[str, str]]:
    for goal in engine.progress(begun).met:
        yield "goal-open", goal
    progress = engine.progress(right_walk(engine, begun)[-1])
    for goal in progress.goals:
        if goal not in progress.met:
            yield "goal-reachable", goal


def _mistake_troubles(stage: Stage, found: Explored) -> Iterator[tuple[str, str]]:
    if found.unexplained:
        yield "mistake-explained", stage.id
    for each in stage.consequences:
        if each.id not in found.followed:
            yield "consequence-follows", each.id


def _line_of(table: Fields, rule: str, thing: str) -> int:
    """The line of a goal or a consequence of a stage, or of the stage itself."""
    if rule == "mistake-explained":
        return table.line
    name = "consequences" if rule == "consequence-follows" else "goals"
    lines = (each.line for each in table.tables(name) if each.text("id") == thing)
    return next(lines, table.line)
