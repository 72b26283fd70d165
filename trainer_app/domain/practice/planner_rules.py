"""What is right about a plan: filled steps, cards that go together, days, hours, money, changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from trainer_app.domain.practice.planner_stage import (
    PlannerConsequence,
    PlannerGoal,
    PlannerStage,
    PlanStep,
    Trouble,
)
from trainer_app.domain.practice.planner_state import (
    LEAST_LETTERS,
    Figure,
    Place,
    Plan,
    Planner,
)
from trainer_app.domain.practice.plaza.reach import HOURS, Making, reach

Found = tuple[Trouble, str]
"""A trouble, and the option, item or step that has it."""


def written(plan: Plan, step: PlanStep) -> bool:
    """Whether a step has own words enough."""
    return step.writes and len(plan.text(step.id).strip()) >= LEAST_LETTERS


def filled(stage: PlannerStage, plan: Plan, step: PlanStep) -> bool:
    """Whether a step has what it takes."""
    match step.takes:
        case "calendar":
            return len(plan.placed) == len(stage.items)
        case "budget":
            return 0 < plan.all_euros <= stage.budget
        case _:
            enough = step.takes == "cards" and _count(stage, plan, step) >= step.least
            return enough or written(plan, step)


def suiting_hours(stage: PlannerStage, plan: Plan, day: int) -> tuple[str, ...]:
    """When people look in: what the day says, else what the chosen cards say, else any time."""
    said = {hour for each in stage.special(day) for hour in each.hours}
    if not said:
        said = {hour for each in plan.picks for hour in stage.option(each).hours}
    return tuple(each for each in HOURS if each in said) or HOURS


def open_days(stage: PlannerStage, item_id: str, plan: Plan) -> Iterator[int]:
    """The days on which an item may lie, after those that come before it."""
    item = stage.item(item_id)
    before = [place.day for each in item.after if (place := plan.place(each)) is not None]
    for day in range(max([item.first, *(each + 1 for each in before)]), item.last + 1):
        if not any(each.rest for each in stage.special(day)):
            yield day


def plan_troubles(stage: PlannerStage, plan: Plan) -> Iterator[Found]:
    """What is wrong with a plan by itself."""
    options = [stage.option(each) for each in plan.picks]
    yield from (("poor", each.id) for each in options if each.poor)
    for one, other in combinations(options, 2):
        if stage.quarrels(one, other):
            yield "misfit", one.id if stage.leaves_out(one, other) else other.id
    for place in plan.placed:
        trouble = _place_trouble(stage, plan, place)
        if trouble is not None:
            yield trouble, place.item
    if plan.all_euros > stage.budget:
        yield "over-budget", next(each.id for each in stage.steps if each.takes == "budget")


def troubles(state: Planner) -> tuple[Found, ...]:
    """What is wrong now: with the plan, and with how much was changed since it was tried out."""
    found = list(dict.fromkeys(plan_troubles(state.stage, state.plan)))
    changed = changes(state)
    if len(changed) > 1 and compares(state.stage):
        found.append(("changed-many", changed[-1]))
    return tuple(found)


def compares(stage: PlannerStage) -> bool:
    """Whether the stage is about changing one thing."""
    return any(goal.wants == "compared" for goal in stage.goals)


def changes(state: Planner) -> tuple[str, ...]:
    """The steps that are not as they were when the plan was last tried out."""
    if not state.runs:
        return ()
    before, now = state.runs[-1].plan, state.plan
    return tuple(
        each.id
        for each in state.stage.steps
        if not each.after_run and _part(state.stage, before, each) != _part(state.stage, now, each)
    )


def ready(state: Planner) -> bool:
    """Whether the plan is whole and nothing is wrong with it."""
    stage, plan = state.stage, state.plan
    whole = all(filled(stage, plan, each) for each in stage.steps if not each.after_run)
    return whole and not any(plan_troubles(stage, plan))


def may_run(state: Planner) -> bool:
    """Whether the plan can be tried out: whole, and after the first time with a change."""
    if not state.stage.runs or not ready(state):
        return False
    if not any(state.stage.option(each).crowd for each in state.plan.picks):
        return False
    changed = len(changes(state))
    return not state.runs or changed == 1 or (changed > 1 and not compares(state.stage))


def figures(state: Planner) -> tuple[Figure, ...]:
    """What each channel reaches by the small pretend model."""
    stage, plan = state.stage, state.plan
    options = [stage.option(each) for each in plan.picks]
    found = []
    for channel in (each for each in options if each.crowd):
        with_it = [each for each in options if not each.crowd or each is channel]
        making = Making(
            audience=channel.crowd,
            hour=_hour(stage, plan),
            fit=sum(each.good for each in with_it) // len(with_it),
            caption=any(each.caption for each in options),
            alt=any(each.alt for each in options),
            budget=plan.euros(channel.id),
        )
        found.append(Figure(channel.id, making.budget, reach(making, state.seed)))
    return tuple(found)


def is_met(state: Planner, goal: PlannerGoal) -> bool:
    """Whether a goal is met, by itself."""
    if goal.wants != "filled":
        return len(state.runs) >= (2 if goal.wants == "compared" else 1)
    stage, wrong = state.stage, {thing for _, thing in troubles(state)}
    return all(
        filled(stage, state.plan, step) and wrong.isdisjoint(_things(stage, step))
        for step in stage.steps
        if not goal.of or step.id in goal.of
    )


def consequence_of(state: Planner, found: Found) -> str:
    """The first consequence that follows a trouble; "" if there is none."""
    trouble, thing = found
    place = state.plan.place(thing)
    days = {each.id for each in state.stage.special(place.day)} if place else set()
    for each in state.stage.consequences:
        if each.when == trouble and each.follows(thing) and _on_day(each, days):
            return each.id
    return ""


def _on_day(consequence: PlannerConsequence, days: set[str]) -> bool:
    return not consequence.days or not days.isdisjoint(consequence.days)


def _count(stage: PlannerStage, plan: Plan, step: PlanStep) -> int:
    return sum(1 for each in plan.picks if stage.option(each).step == step.id)


def _things(stage: PlannerStage, step: PlanStep) -> Sequence[str]:
    """What belongs to a step and can be in trouble."""
    items = [each.id for each in stage.items] if step.takes == "calendar" else []
    return [step.id, *items, *(each.id for each in stage.options_of(step.id))]


def _place_trouble(stage: PlannerStage, plan: Plan, place: Place) -> Trouble | None:
    item = stage.item(place.item)
    rest = any(each.rest for each in stage.special(place.day))
    if rest or not item.first <= place.day <= item.last:
        return "wrong-day"
    before = (plan.place(each) for each in item.after)
    if any(each is not None and each.day >= place.day for each in before):
        return "wrong-order"
    if place.hour not in suiting_hours(stage, plan, place.day):
        return "wrong-time"
    return None


def _part(stage: PlannerStage, plan: Plan, step: PlanStep) -> object:
    """What a step holds, to compare two plans."""
    match step.takes:
        case "calendar":
            return plan.placed
        case "budget":
            return plan.spent
        case _:
            picks = [each for each in plan.picks if stage.option(each).step == step.id]
            return picks, plan.text(step.id)


def _hour(stage: PlannerStage, plan: Plan) -> str:
    """The time at which most is posted; if there is no calendar, when the chosen people look in."""
    hours = [each.hour for each in plan.placed]
    if not hours:
        hours = [hour for each in plan.picks for hour in stage.option(each).hours]
    return max(HOURS, key=lambda each: (hours.count(each), each == "evening"))
