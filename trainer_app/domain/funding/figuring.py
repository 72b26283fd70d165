"""Makes the figures of an indicator set from participations: whole numbers, nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from trainer_app.domain.funding.answers import PREFER_NOT, Stage
from trainer_app.domain.funding.asking import six_months_after
from trainer_app.domain.funding.indicators import (
    Figure,
    Indicator,
    IndicatorSet,
    Need,
    SetFigures,
)
from trainer_app.domain.funding.judging import judge
from trainer_app.domain.funding.participation import Participation
from trainer_app.domain.funding.projects import Rules

COLUMNS = {"woman": "women", "man": "men", "nonbinary": "nonbinary"}


def set_figures(
    set: IndicatorSet,
    participations: Sequence[Participation],
    rules: Rules,
    until: date | None = None,
) -> SetFigures:
    """All figures of a set. `rules.estimates` allows estimates where an indicator does.

    `until`: the last day that they tell of; who left after it has not left yet.
    """
    whole, gaps = apart(set, participations)
    return SetFigures(
        set,
        tuple(
            _figure(
                one,
                [each for each in whole if is_about(one.stage, each, until)],
                len(gaps),
                rules.estimates,
            )
            for one in set.indicators
        ),
        len(whole),
        tuple(one.person_id for one in gaps if not one.erased),
        sum(one.erased for one in gaps),
    )


def figures(
    set: IndicatorSet,
    participations: Sequence[Participation],
    rules: Rules | None = None,
    until: date | None = None,
) -> tuple[Figure, ...]:
    """The figures alone, one for each indicator, in the set's order."""
    return set_figures(set, participations, rules or Rules(), until).figures


def is_about(stage: Stage, one: Participation, until: date | None) -> bool:
    """Whether an indicator of that stage looks at somebody.

    At leaving: who left. Six months after: who left that long ago, or has answered already; nobody
    can have been asked before, so it would be no gap and no ground for an estimate.
    """
    if stage == "entry":
        return True
    if one.exit is None or (until is not None and until < one.exit):
        return False
    if stage == "exit" or until is None or one.said.later:
        return True
    return six_months_after(one.exit) <= until


def apart(
    set: IndicatorSet, participations: Iterable[Participation]
) -> tuple[list[Participation], list[Participation]]:
    """Those whose plain data is whole, and those with a gap."""
    whole: list[Participation] = []
    gaps: list[Participation] = []
    for one in participations:
        (gaps if gaps_of(set, one) else whole).append(one)
    return whole, gaps


def gaps_of(set: IndicatorSet, one: Participation) -> tuple[Need, ...]:
    """What a set needs of somebody and has not; "I prefer not to say" is a gap here, too.

    What is asked at leaving is no gap as long as she has not left.
    """
    return tuple(need for need in set.needs if not _has(one, need))


def _has(one: Participation, need: Need) -> bool:
    if need.stage is None:
        known = {"gender": one.gender, "birth-year": one.birth_year}
        return known[need.what] is not None
    if need.stage != "entry" and one.exit is None:
        return not one.erased
    answer = one.said.at(need.stage).get(need.what)
    return answer is not None and answer.value != PREFER_NOT


def _figure(
    indicator: Indicator, about: Sequence[Participation], incomplete: int, estimates: bool
) -> Figure:
    told: Counter[str] = Counter()
    yes: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for one in about:
        column = COLUMNS.get(one.gender or "", "unknown")
        verdict = judge(indicator.rule, one)
        people[column] += 1
        told[verdict] += 1
        answered[column] += verdict in ("yes", "no")
        yes[column] += verdict == "yes"
    known = answered.total()
    estimated = estimates and indicator.estimate and 0 < known < len(about)
    shown = estimate(yes, answered, people) if estimated else yes
    return Figure(
        indicator.code,
        shown["women"], shown["men"], shown["nonbinary"], shown["unknown"],
        total=sum(shown.values()),
        incomplete=incomplete,
        not_asked=told["missing"],
        not_said=told["not-said"],
        sealed=told["sealed"],
        looked_at=len(about),
        answered=known,
        counted=yes.total(),
        estimated=estimated,
    )  # fmt: skip


def estimate(
    yes: Mapping[str, int], answered: Mapping[str, int], people: Mapping[str, int]
) -> Counter[str]:
    """People by gender, were those who gave no answer as those of their gender who did.

    Where nobody of a gender answered, the share of all who did. Half a person is rounded up.
    """
    all_yes, all_answered = sum(yes.values()), sum(answered.values())
    found: Counter[str] = Counter()
    for column, of in people.items():
        part, whole = yes.get(column, 0), answered.get(column, 0)
        if not whole:
            part, whole = all_yes, all_answered
        found[column] = (2 * part * of + whole) // (2 * whole) if whole else 0
    return found
