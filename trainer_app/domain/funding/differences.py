"""What differs today from a claim that was handed in; the claim itself never changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Literal

from trainer_app.domain.funding.claims import Claim, ClaimRow, ClaimSet
from trainer_app.domain.funding.projects import Rules

Why = Literal[
    "correction", "removed", "added", "late-news", "times", "session", "joined", "erased", "voided"
]
"""Why a row differs: a mark was corrected, taken away or added since; it was written before the
claim and came from another laptop after it; the session's real times, or the session itself, were
corrected; two entries became one person; a person was erased; a laptop's word counts no more."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that is gone, new or other than it was; its ids are those of today."""

    session: str
    person: str
    before: ClaimRow | None
    after: ClaimRow | None


@dataclass(frozen=True, slots=True)
class PersonChange:
    """Somebody who has another id now: her entry was joined with another, or she was erased.

    `rows`: how many of the claim's are hers.
    """

    then: str
    now: str
    why: Why
    rows: int


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule of the project that is another one since: a field of `Rules`."""

    rule: str
    before: str
    after: str


def changed_rows(
    claim: Claim, now: Iterable[ClaimRow], names: Mapping[str, str]
) -> tuple[RowChange, ...]:
    """What is gone, new or other in the rows, by session and person.

    `now`: rows of today by the claim's rules. `names`: a person's id then to her id now, for those
    who have another one. Of two rows that became one person's the second is gone.
    """
    left = {row.key: row for row in now}
    found = []
    waiting = []
    for row in claim.rows:
        key = row.session, names.get(row.person, row.person)
        after = left.get(key)
        if after is not None and after.counted == row.counted:
            del left[key]
        else:
            waiting.append((key, row))
    for key, row in waiting:
        found.append(RowChange(*key, row, left.pop(key, None)))
    found += [RowChange(*key, None, row) for key, row in left.items()]
    return tuple(sorted(found, key=lambda one: (one.session, one.person, one.before is None)))


def changed_people(claim: Claim, names: Mapping[str, str], erased: Iterable[str]) -> tuple[
    PersonChange, ...
]:  # fmt: skip
    """Who of a claim has another id now; `erased`: the ids of today that are erasures."""
    gone = set(erased)
    rows: dict[str, int] = {}
    for row in claim.rows:
        rows[row.person] = rows.get(row.person, 0) + 1
    return tuple(
        PersonChange(then, names[then], "erased" if names[then] in gone else "joined", count)
        for then, count in sorted(rows.items())
        if names.get(then, then) != then
    )


def comparable_sets(
    then: Iterable[ClaimSet], now: Iterable[ClaimSet]
) -> tuple[tuple[ClaimSet, ...], bool]:
    """Sets as they are now, and whether any of their figures could not be compared.

    What is made from answers that nobody inside may open is no difference: it stays as it was.
    """
    known = {one.name: one for one in then}
    found, left_out = [], False
    for one in now:
        before = known[one.name].figures if one.name in known else {}
        figures = dict(one.figures)
        for code, figure in one.figures.items():
            was = before.get(code, {})
            if figure.get("sealed", 0) > was.get("sealed", 0):
                figures[code], left_out = was or figure, True
        found.append(replace(one, figures=figures))
    return tuple(found), left_out


def changed_rules(then: Rules, now: Rules) -> tuple[RuleChange, ...]:
    """The rules that are others now, in the order in which they stand."""
    pairs = ((one.name, getattr(then, one.name), getattr(now, one.name)) for one in fields(Rules))
    return tuple(RuleChange(name, str(a), str(b)) for name, a, b in pairs if a != b)
