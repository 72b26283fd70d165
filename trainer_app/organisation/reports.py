"""The report of many centres: the same figures that a centre's own laptop makes of its people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from trainer_app.domain.funding.figuring import COLUMNS, estimate
from trainer_app.domain.funding.indicators import Figure, Indicator
from trainer_app.organisation import asking
from trainer_app.organisation.asking import Wanted
from trainer_app.organisation.doubles import Doubles, estimated
from trainer_app.organisation.engines import Engine


@dataclass(frozen=True, slots=True)
class Totals:
    """Three figures that are never added into one, and what they are of.

    `people`: different ones within a centre; who came to two centres is two of them. Who took part
    in two projects is one of the people, and two `participations`.
    """

    centres: int
    people: int
    participations: int
    attendances: int
    minutes: int
    hours: Decimal
    completed: int
    erased: int


@dataclass(frozen=True, slots=True)
class Claimed:
    """What centres handed in themselves about one sensitive indicator."""

    code: str
    claims: int
    total: int


@dataclass(frozen=True, slots=True)
class OrganisationReport:
    """The figures of a set over many centres. `counted` are complete, `incomplete` are not.

    `claimed`: of sensitive indicators, the sum over claims that lie wholly within the days asked
    for; claims of overlapping days are both in it. `doubles`: None where no centre looks for them.
    """

    wanted: Wanted
    totals: Totals
    figures: tuple[Figure, ...]
    counted: int
    incomplete: int
    claimed: tuple[Claimed, ...]
    doubles: Doubles | None = None


def report(engine: Engine, wanted: Wanted) -> OrganisationReport:
    """Ask an engine for a set's figures."""
    engine.keep(asking.TOOK_PART, asking.participations(wanted))
    found = engine.rows(asking.totals())[0]
    rows = engine.rows(asking.figures(wanted.set, wanted.as_of))
    whole = [row for row in rows if not row["gap"]]
    incomplete = sum(row["people"] for row in rows if row["gap"])
    totals = Totals(
        **{
            name: int(found[name])
            for name in (
                "centres", "people", "participations", "attendances", "minutes", "completed",
                "erased",
            )
        },
        hours=Decimal(int(found["hundredths"])) / 100,
    )  # fmt: skip
    return OrganisationReport(
        wanted,
        totals,
        tuple(_figure(one, at, whole, incomplete) for at, one in enumerate(wanted.set.indicators)),
        sum(row["people"] for row in whole),
        incomplete,
        _claimed(engine, wanted),
        estimated(engine, totals.people),
    )


def _figure(
    indicator: Indicator, at: int, rows: Sequence[Mapping[str, Any]], incomplete: int
) -> Figure:
    """One indicator's figure, those of projects that allow estimates estimated together."""
    shown: Counter[str] = Counter()
    sure: Counter[str] = Counter()
    estimated = False
    for allowed in (False, True):
        of = [row for row in rows if bool(row["estimates"]) is allowed]
        yes, people = _by_gender(of, f"yes{at}"), _by_gender(of, f"about{at}")
        answered = yes + _by_gender(of, f"no{at}")
        partly = 0 < answered.total() < people.total()
        guessed = allowed and indicator.estimate and partly
        shown += estimate(yes, answered, people) if guessed else yes
        sure += yes
        estimated = estimated or guessed
    told = {name: _sum(rows, f"{name}{at}") for name in ("no", "missing", "not_said", "sealed")}
    return Figure(
        indicator.code,
        shown["women"], shown["men"], shown["nonbinary"], shown["unknown"],
        total=shown.total(),
        incomplete=incomplete,
        not_asked=told["missing"],
        not_said=told["not_said"],
        sealed=told["sealed"],
        looked_at=_sum(rows, f"about{at}"),
        answered=sure.total() + told["no"],
        counted=sure.total(),
        estimated=estimated,
    )  # fmt: skip


def _by_gender(rows: Iterable[Mapping[str, Any]], name: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in rows:
        found[COLUMNS.get(row["gender"], "unknown")] += int(row[name])
    return found


def _sum(rows: Iterable[Mapping[str, Any]], name: str) -> int:
    return sum(int(row[name]) for row in rows)


def _claimed(engine: Engine, wanted: Wanted) -> tuple[Claimed, ...]:
    """What the centres' claims say where answers are sensitive, as those never leave a centre."""
    sensitive = [one.code for one in wanted.set.indicators if one.sensitive]
    if not sensitive:
        return ()
    found = {row["code"]: row for row in engine.rows(asking.claimed(wanted))}
    return tuple(
        Claimed(code, int(found[code]["claims"]), int(found[code]["total"]))
        for code in sensitive
        if code in found
    )
