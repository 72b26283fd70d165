"""What stands on the papers of what a project took."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from trainer_app.domain.funding.indicators import IndicatorSet, in_language
from trainer_app.domain.funding.outcomes import Target
from trainer_app.domain.funding.work import Hours, by_task
from trainer_app.i18n import current, isolate
from trainer_app.services.funding.spending import Took
from trainer_app.ui.funding.targets import target_names
from trainer_app.ui.printing import (
    Drawing,
    Given,
    HoursStatement,
    InKindRow,
    InKindSheet,
    ProjectPaper,
    Reached,
    backing_of,
    in_kind_drawing,
    project_drawing,
    statement_drawing,
    together,
)


def in_kind_sheets(took: Took, people: Iterable[Hours], centre: str) -> Drawing:
    """The sheets to sign of all who gave hours, each beginning on a page of its own."""
    return together([in_kind_drawing(_sheet(took, one, centre)) for one in people if one.unpaid])


def _sheet(took: Took, one: Hours, centre: str) -> InKindSheet:
    project = took.project
    given = [work for work in one.work if work.counted and work.paid is False]
    return InKindSheet(
        organisation=centre,
        name=one.name,
        number=one.number,
        rows=[
            InKindRow(work.on, work.task, work.counted, work.started, work.ended) for work in given
        ],
        backing=backing_of(project, took.partners),
        currency=project.currency,
        rate=project.rate,
        value=one.value,
        since=took.since,
        until=took.until,
    )


def statement(took: Took, one: Hours, centre: str, made: date, signer: str) -> Drawing:
    """What somebody takes home for a CV, in the language that she reads."""
    work = [each for each in one.work if each.counted]
    days = sorted({each.on for each in work})
    return statement_drawing(
        HoursStatement(
            organisation=centre,
            name=one.name,
            roles=one.roles,
            tasks=by_task(work),
            first=days[0],
            last=days[-1],
            days=len(days),
            given=one.unpaid == one.minutes,
            backing=backing_of(took.project, took.partners),
            made=made,
            language=one.language or "",
            signer=signer,
        )
    )


def project_paper(
    took: Took, targets: Sequence[Target], sets: Sequence[IndicatorSet], centre: str, made: date
) -> Drawing:
    """The project on one page; `targets` as reports have them, `sets` for the words of some."""
    project = took.project
    return project_drawing(
        ProjectPaper(
            organisation=centre,
            title=project.name,
            made=made,
            currency=project.currency,
            people=took.participants,
            attendances=took.attendances,
            hours=took.hours,
            targets=_reached(targets, sets),
            given=_given(took.people),
            in_kind=took.in_kind_cents,
            rate=project.rate,
            costs=_by_what(took),
            cost_per_hour=took.cost_per_hour,
            cost_per_hour_all=took.cost_per_hour_all,
            shares=[(one.name, one.share) for one in took.partners],
            backing=backing_of(project, took.partners, line=False),
            grant=project.grant or "",
            funder=project.funder or "",
            starts=project.starts,
            ends=project.ends,
            since=took.since,
            until=took.until,
            unsaid=took.unsaid,
        )
    )


def _reached(targets: Sequence[Target], sets: Sequence[IndicatorSet]) -> list[Reached]:
    words = target_names() | {
        f"{one.name}/{each.code}": f"{each.code} {isolate(in_language(each.words, current().code))}"
        for one in sets
        for each in one.indicators
    }
    return [
        Reached(words.get(one.key) or isolate(one.key), one.wanted, Decimal(one.reached))
        for one in targets
    ]


def _given(people: Iterable[Hours]) -> list[Given]:
    """Hours by role, each person once in every role that she had."""
    sums: dict[str, tuple[set[str], int, int]] = {}
    for one in people:
        for work in one.work:
            if work.counted:
                who, minutes, unpaid = sums.get(work.role, (set(), 0, 0))
                given = work.counted if work.paid is False else 0
                sums[work.role] = ({*who, one.who}, minutes + work.counted, unpaid + given)
    return [
        Given(role, len(who), minutes, unpaid)
        for role, (who, minutes, unpaid) in sorted(sums.items())
    ]


def _by_what(took: Took) -> list[tuple[str, int]]:
    """Costs of one name together, the largest first."""
    sums: dict[str, int] = {}
    for cost in took.costs:
        sums[cost.what] = sums.get(cost.what, 0) + cost.cents
    return sorted(sums.items(), key=lambda each: (-each[1], each[0]))
