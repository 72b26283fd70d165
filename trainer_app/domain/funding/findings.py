"""What a check of a project can find, and what each thing does to a claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Weight = Literal["mend", "look", "hint"]
WEIGHTS: tuple[Weight, ...] = ("mend", "look", "hint")
"""Mend it before the claim; look whether it is right; good to know."""

Effect = Literal["missing", "refused", "twice", "not-counted", "not-told", "uncertain", "none"]
"""Hours are missing from the claim; a funder may refuse them; they may count twice; people do not
count; they count in the totals and not in every figure; figures may change; nothing changes."""

CODES: Mapping[str, tuple[Weight, Effect]] = {
    # Of people
    "exit-before-entry": ("mend", "refused"),
    "came-after-exit": ("look", "refused"),
    "impossible-age": ("mend", "not-told"),
    "same-person": ("look", "twice"),
    "in-two-places": ("mend", "twice"),
    "incomplete": ("mend", "not-told"),
    "register-incomplete": ("look", "not-told"),
    "below-least": ("hint", "not-counted"),
    "exit-overdue": ("look", "not-told"),
    "exit-asked-late": ("look", "refused"),
    "no-consent": ("mend", "refused"),
    "consent-withdrawn": ("mend", "refused"),
    "no-guardian": ("mend", "refused"),
    "sealed": ("mend", "not-told"),
    # Of sessions
    "not-ended": ("mend", "missing"),
    "not-held": ("look", "missing"),
    "nobody-marked": ("look", "missing"),
    "no-minutes": ("mend", "missing"),
    "unlikely-times": ("look", "refused"),
    "outside-project": ("mend", "refused"),
    "cancelled-attended": ("mend", "refused"),
    "unsettled": ("mend", "uncertain"),
    "claimed-elsewhere": ("mend", "twice"),
    "no-sheet": ("hint", "none"),
    # Of the project
    "shared-course": ("look", "twice"),
    "overlapping-claim": ("mend", "twice"),
    "damaged-claim": ("mend", "none"),
    "period-outside": ("look", "refused"),
    "wrong-sum": ("look", "not-told"),
    "unknown-set": ("mend", "not-told"),
    "nobody": ("look", "missing"),
}
"""Every code with its weight and what it does to a claim."""


@dataclass(frozen=True, slots=True)
class Where:
    """The record that a finding is about: ids, and of a set its name with an indicator's code."""

    person: str | None = None
    other: str | None = None
    session: str | None = None
    course: str | None = None
    project: str | None = None
    claim: str | None = None
    set: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend or to look at. `facts` fill its sentence; none of them is a name.

    `code`: one of `CODES`.
    """

    code: str
    where: Where
    facts: Mapping[str, int | str] = field(default_factory=dict)

    @property
    def weight(self) -> Weight:
        """How much it matters."""
        return CODES[self.code][0]

    @property
    def effect(self) -> Effect:
        """What it does to the claim."""
        return CODES[self.code][1]


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """By weight, then by code as they are listed; each kind in the order in which it was found."""
    codes = list(CODES)
    return tuple(
        sorted(findings, key=lambda one: (WEIGHTS.index(one.weight), codes.index(one.code)))
    )
