"""What somebody told for projects, as she is given it back: her answers, and her yes and no."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from trainer_app.domain.funding.answers import PREFER_NOT, Consent, Question, Words
from trainer_app.domain.funding.indicators import IndicatorSet
from trainer_app.services.ledger import Ledger
from trainer_app.store import answers, funding


@dataclass(frozen=True, slots=True)
class Told:
    """One answer. `ask` and `said`: words by language, None where no set here knows them.

    `value`: a choice's id or PREFER_NOT; None where it is sealed and nobody inside may open it.
    """

    project: str
    stage: str
    question: str
    value: str | None
    on: date
    language: str | None
    interpreter: bool
    ask: Words | None = None
    said: Words | None = None

    @property
    def prefers_not(self) -> bool:
        """Whether she did not want to say."""
        return self.value == PREFER_NOT


@dataclass(frozen=True, slots=True)
class Agreed:
    """Her last word on a use of her data, by the name of a project."""

    project: str
    use: str
    given: bool
    on: date
    guardian: str | None


class Telling:
    """Reads it for one person. `unseal` opens sensitive answers; `sets` know their words."""

    def __init__(
        self,
        ledger: Ledger,
        unseal: Callable[[str, str], str | None] = lambda _key, _sealed: None,
        sets: Callable[[], Iterable[IndicatorSet]] = tuple,
    ) -> None:
        self._store = ledger.store
        self._unseal = unseal
        self._sets = sets

    def told(self, person_id: str) -> tuple[Told, ...]:
        """All that she answered, the oldest first."""
        names = self._names()
        known = {(one.stage, one.id): one for each in self._sets() for one in each.questions}
        found = []
        for row in answers.said_by(self._store, person_id):
            value = row["value"]
            if row["sealed"] is not None:
                value = self._unseal(row["key"] or "", row["sealed"])
            question = known.get((row["stage"], row["question"]))
            found.append(
                Told(
                    names.get(row["project"], ""),
                    row["stage"],
                    row["question"],
                    value,
                    date.fromisoformat(row["on"]),
                    row["language"],
                    bool(row["interpreter"]),
                    question.ask if question else None,
                    _said(question, value),
                )
            )
        return tuple(found)

    def agreed(self, person_id: str) -> tuple[Agreed, ...]:
        """What she said yes and no to."""
        names = self._names()
        said: Sequence[Consent] = funding.consents(self._store, person_id)
        return tuple(
            Agreed(names.get(one.project, ""), one.use, one.given, one.on, one.guardian)
            for one in said
        )

    def _names(self) -> dict[str, str]:
        """Of every record of a project, also of one that stands under another's id."""
        return {
            id: one.name
            for one in funding.projects(self._store)
            for id in funding.all_records(self._store, one.id)
        }


def _said(question: Question | None, value: str | None) -> Words | None:
    for choice in question.choices if question else ():
        if choice.id == value:
            return choice.words
    return None
