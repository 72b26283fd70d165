"""What is wrong with the file of an indicator set: facts only, a screen says them in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer_app.domain.funding.indicators import IndicatorSet


@dataclass(frozen=True, slots=True)
class SetFinding:
    """One broken rule of the format. `line` 0 where it is about the whole file.

    `key`: where in the file, as `indicators[3].rule.answer`, the first of a list being 1.
    """

    rule: str
    line: int = 0
    key: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file (its name, without folders): a set, or why it is none."""

    file: str
    set: IndicatorSet | None
    findings: tuple[SetFinding, ...] = ()
