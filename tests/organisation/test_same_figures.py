"""The desktop's own figures and those that DuckDB makes of many centres: one table for the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from centres import Clock
from many_centres import Organisation

from trainer_app.content.indicator_sets import bundled_sets
from trainer_app.domain.funding.figuring import set_figures
from trainer_app.domain.funding.indicators import IndicatorSet
from trainer_app.domain.funding.participation import Participation
from trainer_app.domain.funding.projects import Rules
from trainer_app.organisation.asking import Wanted
from trainer_app.organisation.engines import Engine, reading
from trainer_app.organisation.reports import OrganisationReport, report
from trainer_app.services.reporting import Scope

TODAY = Clock().now().date()
PERIODS = [(None, None), (date(2026, 10, 20), date(2026, 11, 20)), (None, date(2026, 11, 10))]
PROJECTS = ["P-2026", "P-2027", "P-2028", None]
ALL = list(product(bundled_sets(), PROJECTS, PERIODS))
SOME = [(ALL[at][0], ALL[at][1], ALL[at][2]) for at in range(0, len(ALL), 5)]


@pytest.fixture(scope="module")
def engine(organisation: Organisation) -> Iterator[Engine]:
    with reading(organisation.dataset, "duckdb") as found:
        yield found


def by_hand(
    organisation: Organisation, project: str | None, since: date | None, until: date | None
) -> tuple[list[Participation], Rules]:
    """Whom each centre's own laptop counts, and the rules that they share."""
    found: list[Participation] = []
    rules = Rules()
    for centre in organisation.centres:
        id = None if project is None else centre.project(project).id
        roll = centre.roll(Scope(project=id, since=since, until=until))
        found += roll.participations
        rules = roll.rules
    return found, rules


def agree(
    found: OrganisationReport,
    people: list[Participation],
    rules: Rules,
    set: IndicatorSet,
    as_of: date,
) -> None:
    expected = set_figures(set, people, rules, as_of)
    assert found.figures == expected.figures
    assert found.counted == expected.counted
    assert found.incomplete == len(expected.incomplete) + expected.erased
    assert found.totals.participations == len(people) > 0
    assert found.totals.attendances == sum(one.attendances for one in people)
    assert found.totals.minutes == sum(one.minutes for one in people)
    assert found.totals.hours == sum((one.hours for one in people), Decimal(0))
    assert found.totals.completed == sum(bool(one.completed) for one in people)
    assert found.totals.erased == sum(one.erased for one in people)


def check(engine: Engine, organisation: Organisation, which: tuple) -> None:
    set, project, (since, until) = which
    wanted = Wanted(set, TODAY, since, until, project, everyone=project is None)
    people, rules = by_hand(organisation, project, since, until)
    agree(report(engine, wanted), people, rules, set, until or TODAY)


def name(which: tuple) -> str:
    return f"{which[0].name}-{which[1]}-{PERIODS.index(which[2])}"


@pytest.mark.parametrize("which", SOME, ids=name)
def test_duckdb_says_what_the_laptops_say(engine, organisation, which):
    check(engine, organisation, which)


@pytest.mark.slow
@pytest.mark.parametrize("which", ALL, ids=name)
def test_for_every_set_project_and_period(engine, organisation, which):
    check(engine, organisation, which)


def test_what_is_set_side_by_side_is_not_all_noughts(engine, organisation):
    """A test that compares nothing with nothing cannot fail."""
    told = dict.fromkeys(("women", "men", "not_asked", "not_said", "sealed", "incomplete"), 0)
    yes: dict[str, int] = {}
    for set in bundled_sets():
        for one in report(engine, Wanted(set, TODAY, project="P-2027")).figures:
            yes[set.name] = yes.get(set.name, 0) + one.total
            told = {field: before + getattr(one, field) for field, before in told.items()}
    assert all(told.values())
    assert all(yes[name] for name in ("esf-plus", "amif", "sadd", "digcomp"))
    totals = report(engine, Wanted(bundled_sets()[0], TODAY, project="P-2026")).totals
    assert totals.completed
    assert report(engine, Wanted(bundled_sets()[0], TODAY, everyone=True)).totals.erased == 3


def test_without_a_project_all_that_count_by_the_set_are_added(engine, organisation):
    set = bundled_sets()[2]
    people = [
        one
        for project in ("P-2026", "P-2027", "P-2028")
        for one in by_hand(organisation, project, None, None)[0]
    ]
    found = report(engine, Wanted(set, TODAY))
    agree(found, people, Rules(), set, TODAY)
    # One course each, so nobody of these centres took part in two projects.
    assert found.totals.people == found.totals.participations


def test_a_project_is_found_by_its_grant_number_and_however_its_name_is_written(
    engine, organisation
):
    set = bundled_sets()[0]
    wanted = report(engine, Wanted(set, TODAY, project="P-2026"))
    for other in ("INV/2026/01", "  p-2026 "):
        found = report(engine, Wanted(set, TODAY, project=other))
        assert (found.figures, found.totals) == (wanted.figures, wanted.totals)
    for odd in ("' OR 1=1 --", "P-2026\\", "مشروع"):
        assert report(engine, Wanted(set, TODAY, project=odd)).totals.people == 0
