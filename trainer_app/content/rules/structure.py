"""Looks at a lesson's structure for what can be read but is not right."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence

from trainer_app.content.rules.table import Finding
from trainer_app.content.structure import STRUCTURE_FILE, line_with
from trainer_app.domain.competences import COMPETENCES, LEVELS
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.practice.scenario import Scenario

HUES = ("teal", "clay", "plum", "ochre", "sky", "moss")
CORE_MINUTES = range(15, 21)
PAGES = range(4, 9)
QUESTIONS = range(3, 6)
CHOICES = range(2, 5)

_FIELDS = {
    "": "id version minutes core_minutes needs hue tile caution twin source competences objectives "
    "steps quiz",
    "competences": "code level",
    "objectives": "id practised",
    "steps": "id picture core objectives",
    "quiz": "id picture objective choices right",
}


def structure_findings(lesson: Lesson) -> Iterator[Finding]:
    """Everything about `lesson.toml`, once it can be read."""
    text = (lesson.folder / STRUCTURE_FILE).read_text(encoding="utf-8-sig")
    for rule, needle, facts in (
        *_unknown_fields(text),
        *_objectives(lesson),
        *_sizes(lesson),
        *_names(lesson),
    ):
        line = line_with(text, needle) if needle else 0
        yield Finding(rule, lesson.folder.name, STRUCTURE_FILE, line, facts)


def set_findings(lessons: Sequence[Lesson]) -> Iterator[Finding]:
    """What lessons must be to each other: ids and numbers stand once, needs come before."""
    first_by_key: dict[str | int, Lesson] = {}
    for lesson in lessons:
        for key in (lesson.id, lesson.number):
            other = first_by_key.setdefault(key, lesson)
            if other is not lesson and not (key == lesson.number and _may_share(lesson, other)):
                facts = {"other": other.folder.name}
                yield Finding("lesson-unique", lesson.folder.name, STRUCTURE_FILE, 0, facts)
                break
    numbers = {lesson.id: lesson.number for lesson in lessons}
    for lesson in lessons:
        # A centre's own lesson may have been copied where other lessons were at hand.
        for need in lesson.needs if lesson.own is None else ():
            if numbers.get(need, lesson.number) >= lesson.number:
                facts = {"needs": need}
                yield Finding("needs-known", lesson.folder.name, STRUCTURE_FILE, 0, facts)


def _may_share(one: Lesson, other: Lesson) -> bool:
    """Whether two lessons may have the same number: twins, and what centres made of their own."""
    twins = one.twin == other.id or other.twin == one.id
    return twins or one.own is not None or other.own is not None


_Trouble = tuple[str, str, dict[str, str | int]]


def _unknown_fields(text: str) -> Iterator[_Trouble]:
    table = tomllib.loads(text)
    for name, known in _FIELDS.items():
        for part in table.get(name, ()) if name else (table,):
            for key in part.keys() - set(known.split()):
                yield "toml-known", key, {"key": key}


def _objectives(lesson: Lesson) -> Iterator[_Trouble]:
    by_pages = {each for step in lesson.steps for each in step.objectives}
    by_questions = {question.objective for question in lesson.quiz}
    for each in sorted((by_pages | by_questions) - {each.id for each in lesson.objectives}):
        yield "objective-known", f'"{each}"', {"objective": each}
    for one in lesson.objectives:
        if one.id not in by_pages or one.id not in by_questions:
            yield "objective-met", f'"{one.id}"', {"objective": one.id}


def practised_findings(lesson: Lesson, scenario: Scenario) -> Iterator[Finding]:
    """Whether the practice has something for every objective, and what that names is there."""
    if not lesson.objectives:
        return  # a practice alone, perhaps without a lesson.toml
    goals = {f"{stage.id}/{goal.id}" for stage in scenario.stages for goal in stage.goals}
    text = (lesson.folder / STRUCTURE_FILE).read_text(encoding="utf-8-sig")
    for one in lesson.objectives:
        unknown = sorted(set(one.practised) - goals)
        facts: dict[str, str | int] = {"objective": one.id}
        line = line_with(text, f'"{one.id}"')
        for each in unknown:
            known = {**facts, "goal": each}
            yield Finding("practised-known", lesson.folder.name, STRUCTURE_FILE, line, known)
        if not one.practised:
            yield Finding("objective-practised", lesson.folder.name, STRUCTURE_FILE, line, facts)


def _sizes(lesson: Lesson) -> Iterator[_Trouble]:
    if lesson.core_minutes not in CORE_MINUTES or lesson.core_minutes > lesson.minutes:
        yield "core-minutes", "core_minutes", {"minutes": lesson.core_minutes}
    if not lesson.has_pages:
        return
    if not any(step.core for step in lesson.steps):
        yield "core-marked", "", {}
    if len(lesson.steps) not in PAGES:
        yield "page-number", "", {"pages": len(lesson.steps)}
    if len(lesson.quiz) not in QUESTIONS:
        yield "question-number", "", {"questions": len(lesson.quiz)}
    for question in lesson.quiz:
        if len(question.choices) not in CHOICES:
            facts: dict[str, str | int] = {"choices": len(question.choices)}
            yield "question-number", f'"{question.id}"', facts


def _names(lesson: Lesson) -> Iterator[_Trouble]:
    for competence in lesson.competences:
        if competence.code not in COMPETENCES or competence.level not in LEVELS:
            facts: dict[str, str | int] = {"code": competence.code, "level": competence.level}
            yield "competence-known", f'"{competence.code}"', facts
    if lesson.hue not in HUES:
        yield "hue-known", "hue", {"hue": lesson.hue}
    places = {question.choices.index(question.right) for question in lesson.quiz}
    if len(lesson.quiz) > 1 and len(places) == 1:
        yield "right-spread", "", {"place": places.pop() + 1}
