"""What is still to be asked of somebody for a project, and from when until when."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trainer_app.domain.funding.answers import Answer, Consent, Question, Said, Stage

ADULT = 18
LATER_MONTHS = 6
"""ESF+ Annex I counts the longer-term results six months after somebody left."""

REASONS = ("finished", "work", "study", "moved", "health", "family", "else", "not-said")
"""Why somebody left, as closed choices: words of her own would tell too much."""

USES = ("answers", "sensitive")
"""What a person says yes or no to: the questions of a project, and those of Article 9 GDPR."""


@dataclass(frozen=True, slots=True)
class Open:
    """Questions that are due of one stage. `since`: the first day; `until`: the last day, if any.

    `asked` are put to the person, `known` are for the trainer, who knows or saw it.
    """

    stage: Stage
    asked: tuple[Question, ...]
    known: tuple[Question, ...] = ()
    since: date | None = None
    until: date | None = None

    def is_late(self, today: date) -> bool:
        """Whether the last day has gone by."""
        return self.until is not None and self.until < today


def is_minor(birth_year: int | None, today: date) -> bool:
    """Whether somebody may be under 18: only the year is known, so it goes by the year."""
    return birth_year is not None and today.year - birth_year < ADULT


def six_months_after(day: date) -> date:
    """The same day six months on, or the last one of a shorter month."""
    month = day.month - 1 + LATER_MONTHS
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def newest(consents: Iterable[Consent]) -> dict[str, Consent]:
    """The last word on each use; of two on one day the one that says no."""
    found: dict[str, Consent] = {}
    for one in sorted(consents, key=lambda one: (one.on, not one.given)):
        found[one.use] = one
    return found


def still_open(
    questions: Mapping[Stage, Sequence[Question]],
    said: Said,
    agreed: Mapping[str, bool],
    left: date | None,
    today: date,
    exit_days: int,
) -> tuple[Open, ...]:
    """What is due now of each stage; nothing of a stage that has not come.

    `agreed`: a use to her word on it, left out where she was not asked yet. Who left, came back and
    left again is asked anew: what she said before the last leaving does not count for it.
    """
    stages: list[tuple[Stage, date | None, date | None]] = [("entry", None, None)]
    if left is not None:
        stages.append(("exit", left, left + timedelta(days=exit_days)))
        later = six_months_after(left)
        if later <= today:
            stages.append(("later", later, None))
    found = []
    for stage, since, until in stages:
        wanted = [
            one
            for one in questions.get(stage, ())
            if _may_be_asked(one, agreed) and not _answered(said.at(stage).get(one.id), since)
        ]
        if wanted:
            asked = tuple(one for one in wanted if not one.by_trainer)
            known = tuple(one for one in wanted if one.by_trainer)
            found.append(Open(stage, asked, known, since, until))
    return tuple(found)


def uses_of(question: Question) -> tuple[str, ...]:
    """What a person must have agreed to before this is kept."""
    asked = () if question.by_trainer else ("answers",)
    return (*asked, "sensitive") if question.sensitive else asked


def _may_be_asked(question: Question, agreed: Mapping[str, bool]) -> bool:
    """Who said no is not asked again; who was not asked yet, may be."""
    return all(agreed.get(use, True) for use in uses_of(question))


def _answered(answer: Answer | None, since: date | None) -> bool:
    return answer is not None and (since is None or answer.on >= since)
