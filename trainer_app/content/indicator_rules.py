"""Reads the rule of an indicator: one operator a table, a closed list of them, nothing is run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from trainer_app.content.indicator_fields import Table
from trainer_app.domain.competences import COMPETENCES, LEVELS
from trainer_app.domain.funding import rule as of
from trainer_app.domain.funding.answers import STAGES, Question
from trainer_app.domain.people import GENDERS

DEEPEST = 8
LARGEST = 200
_OLDEST = 130
_AREAS = tuple(sorted({code.partition(".")[0] for code in COMPETENCES}))


@dataclass
class Reach:
    """What a rule may point at: questions, and the rules of the other indicators by code.

    `within`: the codes that are being read just now, so that a circle is seen. `size`: parts read.
    """

    questions: Sequence[Question]
    rules: Mapping[str, Table]
    within: list[str] = field(default_factory=list)
    size: int = 0


def read_rule(table: Table, reach: Reach, depth: int = 1) -> of.Rule | None:
    """The tree of a rule's table; None where it has findings."""
    reach.size += 1
    if depth > DEEPEST or reach.size > LARGEST:
        if reach.size <= LARGEST + 1:
            table.add("rule-large", deepest=DEEPEST, largest=LARGEST)
        return None
    used = [name for name in OPERATORS if table.has(name)]
    if len(used) != 1:
        # An operator that is only spelled wrongly is one finding, not two
        if table.end() == 0 or used:
            table.add("rule-one", known=", ".join(OPERATORS))
        return None
    rule = OPERATORS[used[0]](table, used[0], reach, depth)
    table.end()
    return rule


def _parts(table: Table, key: str, reach: Reach, depth: int) -> tuple[of.Rule, ...] | None:
    read = [read_rule(one, reach, depth + 1) for one in table.tables(key, 1, 50)]
    whole = tuple(rule for rule in read if rule is not None)
    return whole if whole and len(whole) == len(read) else None


def _all(table: Table, key: str, reach: Reach, depth: int) -> of.Rule | None:
    parts = _parts(table, key, reach, depth)
    return of.All(parts) if parts else None


def _any(table: Table, key: str, reach: Reach, depth: int) -> of.Rule | None:
    parts = _parts(table, key, reach, depth)
    return of.Either(parts) if parts else None


def _not(table: Table, key: str, reach: Reach, depth: int) -> of.Rule | None:
    part = read_rule(table.table(key), reach, depth + 1)
    return of.Not(part) if part else None


def _indicator(table: Table, key: str, reach: Reach, depth: int) -> of.Rule | None:
    """The rule of another indicator of the same set, put in its place."""
    code = table.text(key)
    if not code:
        return None
    if code not in reach.rules:
        table.add("indicator-unknown", key, code=code[:40])
        return None
    if code in reach.within:
        table.add("rule-circle", key, code=code)
        return None
    reach.within.append(code)
    rule = read_rule(reach.rules[code], reach, depth + 1)
    reach.within.pop()
    return rule


def _answer(table: Table, key: str, reach: Reach, _depth: int) -> of.Rule | None:
    inner = table.table(key)
    stage, id, choices = inner.text("stage", STAGES), inner.text("question"), inner.texts("is")
    inner.end()
    if not (stage and id and choices):
        return None
    asked = next((one for one in reach.questions if (one.id, one.stage) == (id, stage)), None)
    if asked is None:
        inner.add("question-unknown", "question", question=id[:40], stage=stage)
        return None
    known = {choice.id for choice in asked.choices}
    for choice in choices:
        if choice not in known:
            inner.add("choice-unknown", "is", choice=choice[:40], known=", ".join(sorted(known)))
            return None
    return of.Answered(asked.stage, id, tuple(dict.fromkeys(choices)))


def _age(table: Table, key: str, _reach: Reach, _depth: int) -> of.Rule | None:
    inner = table.table(key)
    least = inner.count("from", 0, _OLDEST) if inner.has("from") else None
    most = inner.count("to", 0, _OLDEST) if inner.has("to") else None
    inner.end()
    if least is None and most is None:
        inner.add("age-empty")
        return None
    if least is not None and most is not None and least > most:
        inner.add("age-order")
        return None
    return of.Age(least, most)


def _gender(table: Table, key: str, _reach: Reach, _depth: int) -> of.Rule | None:
    genders = table.texts(key, GENDERS)
    return of.OfGender(genders) if genders else None


def _speaks(table: Table, key: str, _reach: Reach, _depth: int) -> of.Rule | None:
    languages = table.texts(key)
    return of.Speaks(languages) if languages else None


def _known(table: Table, key: str, _reach: Reach, _depth: int) -> of.Rule | None:
    fact = table.text(key, of.FACTS)
    return next((of.Known(one) for one in of.FACTS if one == fact), None)


def _true(rule: of.Rule) -> Callable[..., of.Rule | None]:
    def read(table: Table, key: str, _reach: Reach, _depth: int) -> of.Rule | None:
        if table.flag(key):
            return rule
        table.add("only-true", key)
        return None

    return read


def _at_least(make: Callable[[int], of.Rule]) -> Callable[..., of.Rule | None]:
    def read(table: Table, key: str, _reach: Reach, _depth: int) -> of.Rule | None:
        least = table.count(key, 1)
        return None if least is None else make(least)

    return read


def _hours(table: Table, key: str, _reach: Reach, _depth: int) -> of.Rule | None:
    value: Any = table.value(key)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        table.add("wrong-kind", key, wanted="number")
        return None
    hours = Decimal(value)
    if not hours.is_finite() or not 0 < hours <= 10_000:
        table.add("number-range", key, least=0, most=10_000)
        return None
    return of.Hours(hours)


def _lesson(table: Table, key: str, _reach: Reach, _depth: int) -> of.Rule | None:
    lesson = table.id(key)
    return of.PassedLesson(lesson) if lesson else None


def _level(table: Table, key: str, _reach: Reach, _depth: int) -> of.Rule | None:
    inner = table.table(key)
    level = inner.text("at_least", LEVELS)
    competence = inner.text("competence", tuple(COMPETENCES)) if inner.has("competence") else None
    area = inner.text("area", _AREAS) if inner.has("area") else None
    if competence is not None and area is not None:
        inner.add("competence-or-area")
    inner.end()
    return of.Reached(level, competence, area) if level else None


OPERATORS: Mapping[str, Callable[[Table, str, Reach, int], of.Rule | None]] = {
    "everyone": _true(of.Everyone()),
    "all": _all,
    "any": _any,
    "not": _not,
    "indicator": _indicator,
    "answer": _answer,
    "age": _age,
    "gender": _gender,
    "language": _speaks,
    "known": _known,
    "left": _true(of.Left()),
    "attended": _at_least(of.Attended),
    "hours_at_least": _hours,
    "completed": _at_least(of.Completed),
    "passed_lesson": _lesson,
    "passed_lessons": _at_least(of.PassedLessons),
    "level": _level,
}
