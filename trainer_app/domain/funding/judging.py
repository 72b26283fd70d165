"""Asks a rule of one participation: yes, no, or why it cannot be known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from trainer_app.domain.competences import LEVELS
from trainer_app.domain.funding import rule as of
from trainer_app.domain.funding.answers import PREFER_NOT
from trainer_app.domain.funding.participation import Participation

Verdict = Literal["yes", "no", "missing", "sealed", "not-said"]
"""`missing`: nobody asked, or only counts are left. `sealed`: answered, but nobody inside may read
it. `not-said`: she rather not says."""

# What can still be mended is told before what cannot
_UNKNOWN: tuple[Verdict, ...] = ("missing", "sealed", "not-said")


def judge(rule: of.Rule, one: Participation) -> Verdict:
    """What a rule says of a participation. What is unknown matters only where it decides."""
    if one.erased and isinstance(rule, _OF_PERSON):
        return "missing"
    return _JUDGES[type(rule)](rule, one)


def _all(rule: of.All, one: Participation) -> Verdict:
    return _together((judge(part, one) for part in rule.parts), "no", "yes")


def _either(rule: of.Either, one: Participation) -> Verdict:
    return _together((judge(part, one) for part in rule.parts), "yes", "no")


def _not(rule: of.Not, one: Participation) -> Verdict:
    verdict = judge(rule.part, one)
    return _OTHER_WAY.get(verdict, verdict)


def _together(verdicts: Iterable[Verdict], decides: Verdict, otherwise: Verdict) -> Verdict:
    """One part may decide alone; else what is unknown stands before what all agree on."""
    found = set(verdicts)
    if decides in found:
        return decides
    return next((one for one in _UNKNOWN if one in found), otherwise)


def _answered(rule: of.Answered, one: Participation) -> Verdict:
    answer = one.said.at(rule.stage).get(rule.question)
    if answer is None:
        return "missing"
    if answer.value is None:
        return "sealed"
    if answer.value == PREFER_NOT:
        return "not-said"
    return _plain(answer.value in rule.choices)


def _age(rule: of.Age, one: Participation) -> Verdict:
    age = one.age_at_entry
    if age is None:
        return "missing"
    least, most = rule.least, rule.most
    return _plain((least is None or age >= least) and (most is None or age <= most))


def _one_of(value: str | None, known: tuple[str, ...]) -> Verdict:
    return "missing" if value is None else _plain(value in known)


def _fact(one: Participation, fact: of.Fact) -> object:
    return {"gender": one.gender, "birth-year": one.birth_year, "language": one.language}[fact]


def _reached(rule: of.Reached, one: Participation) -> Verdict:
    at_least = LEVELS.index(rule.at_least)
    if rule.competence is not None:
        level = one.levels.get(rule.competence)
        return _plain(level is not None and LEVELS.index(level) >= at_least)
    return _plain(
        any(
            LEVELS.index(level) >= at_least
            for code, level in one.levels.items()
            if rule.area in (None, code.partition(".")[0])
        )
    )


def _plain(yes: bool) -> Verdict:
    return "yes" if yes else "no"


_OTHER_WAY: Mapping[Verdict, Verdict] = {"yes": "no", "no": "yes"}

# Of who is erased only counts are left
_OF_PERSON = (
    of.Age, of.OfGender, of.Speaks, of.Known, of.Left, of.Completed, of.PassedLesson,
    of.PassedLessons, of.Reached,
)  # fmt: skip

_JUDGES: Mapping[type, Callable[[Any, Participation], Verdict]] = {
    of.Everyone: lambda _rule, _one: "yes",
    of.All: _all,
    of.Either: _either,
    of.Not: _not,
    of.Answered: _answered,
    of.Age: _age,
    of.OfGender: lambda rule, one: _one_of(one.gender, rule.genders),
    of.Speaks: lambda rule, one: _one_of(one.language, rule.languages),
    of.Known: lambda rule, one: _plain(_fact(one, rule.fact) is not None),
    of.Left: lambda _rule, one: _plain(one.exit is not None),
    of.Attended: lambda rule, one: _plain(one.attendances >= rule.least),
    of.Hours: lambda rule, one: _plain(one.hours >= rule.least),
    of.Completed: lambda rule, one: _plain(len(one.completed) >= rule.least),
    of.PassedLesson: lambda rule, one: _plain(rule.lesson in {each.lesson for each in one.passed}),
    of.PassedLessons: lambda rule, one: _plain(
        len({each.lesson for each in one.passed}) >= rule.least
    ),
    of.Reached: _reached,
}
