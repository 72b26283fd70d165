"""Makes portable SQL of the rules of an indicator set: the same text for DuckDB and for Spark.

A verdict is a whole number, so that "any of these" is simply the greatest: no (0), rather not say
(1), sealed (2), missing (3), yes (4), in the order in which `judging` puts one before another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_CEILING, Decimal

from trainer_app.domain.competences import LEVELS
from trainer_app.domain.funding import rule as of
from trainer_app.domain.funding.answers import PREFER_NOT, Stage
from trainer_app.domain.funding.indicators import IndicatorSet, Need

NO, NOT_SAID, SEALED, MISSING, YES = range(5)

_PLAIN = re.compile(r"[\w .:/+-]*")


def quoted(text: str) -> str:
    """A word as SQL has it. Raises ValueError for one that two engines might read differently."""
    if not _PLAIN.fullmatch(text):
        raise ValueError("not a plain word")
    return f"'{text}'"


class Columns:
    """Numbers what the rules of a set ask of answers, lessons and levels: one column each."""

    def __init__(self, set: IndicatorSet) -> None:
        leaves = [leaf for one in set.indicators for leaf in of.leaves(one.rule)]
        needs = [(need.stage, need.what) for need in set.needs if need.stage is not None]
        asked = [(leaf.stage, leaf.question) for leaf in leaves if isinstance(leaf, of.Answered)]
        self._answers = list(dict.fromkeys([*asked, *needs]))
        self._lessons = list(
            dict.fromkeys(leaf.lesson for leaf in leaves if isinstance(leaf, of.PassedLesson))
        )
        self._reached = list(dict.fromkeys(one for one in leaves if isinstance(one, of.Reached)))

    def answers(self) -> str:
        """Two columns for each question: whether it was answered, and with what."""
        return "".join(
            f", MAX(CASE WHEN {_is_answer(*one)} THEN 1 ELSE 0 END) AS there{at}"
            f", MAX(CASE WHEN {_is_answer(*one)} THEN value END) AS said{at}"
            for at, one in enumerate(self._answers)
        )

    def lessons(self) -> str:
        """A column for each lesson that a rule names: 1 where it is passed."""
        return "".join(
            f", MAX(CASE WHEN lesson = {quoted(one)} THEN 1 ELSE 0 END) AS lesson{at}"
            for at, one in enumerate(self._lessons)
        )

    def levels(self) -> str:
        """A column for each level that a rule asks for: 1 where it is reached."""
        return "".join(
            f", MAX(CASE WHEN {_is_reached(one)} THEN 1 ELSE 0 END) AS reached{at}"
            for at, one in enumerate(self._reached)
        )

    def taken(self, answers: str, lessons: str, levels: str) -> list[str]:
        """All these columns from the tables of these names; nothing known is the same as no."""
        return [
            *(f"COALESCE({answers}.there{at}, 0) AS there{at}" for at in range(len(self._answers))),
            *(f"{answers}.said{at}" for at in range(len(self._answers))),
            *(
                f"COALESCE({lessons}.lesson{at}, 0) AS lesson{at}"
                for at in range(len(self._lessons))
            ),
            *(
                f"COALESCE({levels}.reached{at}, 0) AS reached{at}"
                for at in range(len(self._reached))
            ),
        ]

    def judged(self, rule: of.Rule) -> tuple[str, int, int]:
        """An expression over the participations, and the numbers by which it says yes and no."""
        if isinstance(rule, of.All):
            return self.verdict(rule, turned=True), NO, YES
        return self.verdict(rule), YES, NO

    def verdict(self, rule: of.Rule, *, turned: bool = False) -> str:
        """An expression that gives a rule's verdict, or that of its opposite."""
        match rule:
            case of.Either(parts):
                found = _greatest(self.verdict(part) for part in parts)
                return _turned(found) if turned else found
            case of.All(parts):
                # Not one of them says no
                found = _greatest(self.verdict(part, turned=True) for part in parts)
                return found if turned else _turned(found)
            case of.Not(part):
                return self.verdict(part, turned=not turned)
            case _:
                unknown, condition = self._leaf(rule)
                yes, no = (NO, YES) if turned else (YES, NO)
                return f"CASE {unknown} WHEN {condition} THEN {yes} ELSE {no} END"

    def gap(self, need: Need) -> str:
        """A condition that is true where a participant lacks what the set needs."""
        if need.stage is None:
            return f"{need.what.replace('-', '_')} IS NULL"
        at = self._answers.index((need.stage, need.what))
        refused = f"(there{at} = 0 OR COALESCE(said{at}, '') = {quoted(PREFER_NOT)})"
        if need.stage == "entry":
            return refused
        return f"CASE WHEN left_on IS NULL THEN erased ELSE {refused} END"

    def _leaf(self, rule: of.Rule) -> tuple[str, str]:
        """When it cannot be known (as WHEN … THEN …), and the condition that it asks for."""
        match rule:
            case of.Everyone():
                return "", "TRUE"
            case of.Answered(stage, question, choices):
                at = self._answers.index((stage, question))
                unknown = (
                    f"WHEN there{at} = 0 THEN {MISSING} WHEN said{at} IS NULL THEN {SEALED}"
                    f" WHEN said{at} = {quoted(PREFER_NOT)} THEN {NOT_SAID}"
                )
                return unknown, _is_in(f"said{at}", choices)
            case of.Attended(least):
                return "", f"attendances >= {least}"
            case of.Hours(enough):
                return "", f"hundredths >= {_hundredths(enough)}"
            case of.Age(least, most):
                ends = [f"age >= {least}"] if least is not None else []
                ends += [f"age <= {most}"] if most is not None else []
                return _missing("age IS NULL"), " AND ".join(ends) or "TRUE"
            case of.OfGender(genders):
                return _missing("gender IS NULL"), _is_in("gender", genders)
            case of.Speaks(languages):
                return _missing("language IS NULL"), _is_in("language", languages)
            case _:
                return _missing("erased"), self._of_person(rule)

    def _of_person(self, rule: of.Rule) -> str:
        """What is asked of somebody of whom more is left than counts."""
        match rule:
            case of.Left():
                return "left_on IS NOT NULL"
            case of.Known(fact):
                return f"{fact.replace('-', '_')} IS NOT NULL"
            case of.Completed(least):
                return f"completed >= {least}"
            case of.PassedLesson(lesson):
                return f"lesson{self._lessons.index(lesson)} = 1"
            case of.PassedLessons(least):
                return f"lessons >= {least}"
            case of.Reached():
                return f"reached{self._reached.index(rule)} = 1"
            case _:
                raise TypeError(rule)


def _is_answer(stage: Stage, question: str) -> str:
    return f"stage = {quoted(stage)} AND question = {quoted(question)}"


def _is_reached(one: of.Reached) -> str:
    parts = [f"level >= {LEVELS.index(one.at_least)}"]
    if one.competence is not None:
        parts.append(f"code = {quoted(one.competence)}")
    if one.area is not None:
        parts.append(f"code LIKE {quoted(one.area + '.')[:-1]}%'")
    return " AND ".join(parts)


def _greatest(verdicts: Iterable[str]) -> str:
    listed = [*verdicts, str(NO)]
    return listed[0] if len(listed) == 2 else f"GREATEST({', '.join(listed)})"


def _turned(verdict: str) -> str:
    """The other way round, without saying it twice; what is unknown stays unknown."""
    signs = f"{YES}{NOT_SAID}{SEALED}{MISSING}{NO}"
    return f"CAST(SUBSTRING('{signs}', {verdict} + 1, 1) AS BIGINT)"


def _missing(condition: str) -> str:
    return f"WHEN {condition} THEN {MISSING}"


def _is_in(column: str, values: Iterable[str]) -> str:
    listed = ", ".join(map(quoted, values)) or "''"
    return f"{column} IN ({listed})"


def _hundredths(hours: Decimal) -> int:
    """Hours that at least are asked for, in hundredths: a part of one is not reached before."""
    return int((hours * 100).to_integral_value(ROUND_CEILING))
