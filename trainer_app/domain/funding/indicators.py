"""Indicator sets: what a funder counts, the questions that it needs, and the figures.

A participant whose plain data is not whole is reported as incomplete and counted nowhere else, as
Annex I of Regulation (EU) 2021/1057 has it; what somebody rather not says is no such gap where the
data is sensitive.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trainer_app.domain.funding.answers import Question, Stage, Words
from trainer_app.domain.funding.rule import Rule


@dataclass(frozen=True, slots=True)
class Need:
    """Plain data without which a participant is incomplete.

    `what`: "gender" or "birth-year", or a question's id; then `stage` says which time of asking.
    """

    what: str
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure of a set. `code` is the funder's own, `words` its label.

    `stage`: at "exit" only who left is looked at, at "later" who left six months ago. `sensitive`:
    made from answers of Article 9 GDPR. `estimate`: may be estimated from those who answered, where
    a project's rules allow it.
    """

    code: str
    words: Words
    rule: Rule
    stage: Stage = "entry"
    sensitive: bool = False
    estimate: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorSet:
    """What one funder wants to know. `name` is its file's, `words` its title.

    `source`: the regulation or standard, with the article. `about`: what it is for, in plain words.
    `needs`: without these a participant is incomplete. `own`: added by an organiser. `drafts`:
    languages of which nobody has checked the words yet.
    """

    name: str
    version: int
    source: str
    words: Words
    about: Words
    indicators: tuple[Indicator, ...]
    questions: tuple[Question, ...] = ()
    needs: tuple[Need, ...] = ()
    own: bool = False
    drafts: tuple[str, ...] = ()

    def indicator(self, code: str) -> Indicator | None:
        """The indicator of that code, if there is one."""
        return next((one for one in self.indicators if one.code == code), None)

    def question(self, id: str, stage: Stage) -> Question | None:
        """The question of that id at that stage, if there is one."""
        return next((one for one in self.questions if (one.id, one.stage) == (id, stage)), None)


@dataclass(frozen=True, slots=True)
class Figure:
    """What one indicator comes to: people, `total` is the sum of the four before it.

    `looked_at`: complete participants whom it is about (at leaving: who left). Of these
    `answered` gave yes or no, `not_asked` have no answer, `not_said` rather not say, and `sealed`
    answers nobody inside may open. `incomplete` are left out of all of these. `estimated`: the four
    are each gender's share of yes among the `answered`, put on all looked at; `counted` is then
    what was really counted, else it is the total.
    """

    code: str
    women: int
    men: int
    nonbinary: int
    unknown: int
    total: int
    incomplete: int
    not_asked: int
    not_said: int
    sealed: int
    looked_at: int
    answered: int
    counted: int
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class SetFigures:
    """All figures of a set for one roll.

    `counted`: complete participants. `incomplete`: the ids of the others who can be asked still;
    `erased`: how many are incomplete because only counts are left of them. `estimates`: whether
    any figure is an estimate.
    """

    set: IndicatorSet
    figures: tuple[Figure, ...]
    counted: int
    incomplete: tuple[str, ...]
    erased: int = 0

    @property
    def estimates(self) -> bool:
        """Whether any of the figures is an estimate; a report then states the method."""
        return any(figure.estimated for figure in self.figures)


def in_language(words: Words, language: str) -> str:
    """The words in a language, or in English where they are not there."""
    return words.get(language) or words["en"]


def each_question(sets: Iterable[IndicatorSet], stage: Stage) -> tuple[Question, ...]:
    """The questions of a stage, each once however many sets need it."""
    found: dict[str, Question] = {}
    for one in sets:
        for question in one.questions:
            if question.stage == stage:
                found.setdefault(question.id, question)
    return tuple(found.values())
