"""The next right step of a plan: what is wrong goes first, then what the next goal needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from trainer_app.domain.practice.planner_rules import (
    changes,
    filled,
    is_met,
    may_run,
    open_days,
    plan_troubles,
    suiting_hours,
    troubles,
    written,
)
from trainer_app.domain.practice.planner_stage import Option, PlannerGoal, PlannerStage, PlanStep
from trainer_app.domain.practice.planner_state import (
    Action,
    Pick,
    Place,
    Plan,
    Planner,
    Restore,
    Run,
    Spend,
    TakeOff,
    Write,
)

Try = Callable[[Planner, Action], Planner]


def step_towards(
    state: Planner, goal: PlannerGoal, act: Try, acts: Sequence[Action]
) -> Action | None:
    """The next step to a goal that is not met; `acts` is what can be done now.

    What was tried out once was right, so that going back to it is always a way out. None if there
    is no way, which a check of the lesson reports.
    """
    stage = state.stage
    if state.runs and changes(state) and not may_run(state):
        return Restore()
    solution = arrange(state)
    wrong = next((each for each in state.plan.picks if each not in solution), None)
    if wrong is not None:
        return TakeOff(wrong)
    for trouble, thing in troubles(state):
        return _less_money(state) if trouble == "over-budget" else TakeOff(thing)
    about = [each for each in stage.steps if goal.wants == "filled" and _in(goal, each)]
    later = any(each.after_run and not filled(stage, state.plan, each) for each in about)
    if goal.wants != "filled" or (later and not state.runs):
        about = [each for each in stage.steps if not each.after_run]
    for step in about:
        if state.open(step) and not filled(stage, state.plan, step):
            action = _fill(state, step, solution)
            return action and _cleared(state, action, act)
    card = _missing(state, solution)
    if card is not None and not state.runs:
        return _cleared(state, Pick(card), act)
    if may_run(state):
        return Run()
    return _one_change(state, act, acts)


def arrange(state: Planner) -> frozenset[str]:
    """Cards that go together and fill every open step, near to those chosen now if they can."""
    stage = state.stage
    steps = [each for each in stage.steps if each.takes == "cards" and state.open(each)]
    found = _choose(state, steps, ())
    if found is None:
        return frozenset(state.plan.picks)
    return frozenset(each.id for each in found)


def _choose(
    state: Planner, steps: Sequence[PlanStep], chosen: tuple[Option, ...]
) -> tuple[Option, ...] | None:
    """Cards for these steps beside those chosen; what lies there now stays where it can."""
    if not steps:
        return chosen if _whole(state.stage, chosen) else None
    for cards in _sets(state, steps[0]):
        if any(state.stage.quarrels(one, other) for one in cards for other in chosen):
            continue
        rest = _choose(state, steps[1:], (*chosen, *cards))
        if rest is not None:
            return rest
    return None


def _sets(state: Planner, step: PlanStep) -> Iterator[tuple[Option, ...]]:
    """The sets of cards that fill a step, what lies there now first; none if own words have to."""
    plan = state.plan
    good = [each for each in state.stage.options_of(step.id) if not each.poor]
    now = tuple(each for each in good if each.id in plan.picks)
    need = 0 if written(plan, step) or not good else step.least
    if len(now) >= need:
        yield now
    good.sort(key=lambda each: each.id not in plan.picks)
    for size in range(need, min(step.most, len(good)) + 1):
        yield from combinations(good, size)
    if need and step.writes:
        yield ()


def _whole(stage: PlannerStage, options: Sequence[Option]) -> bool:
    """Whether there is a channel to try out, and one to give money to, where that is asked."""
    pays = any(each.takes == "budget" for each in stage.steps)
    return (not stage.runs or any(each.crowd for each in options)) and (
        not pays or any(each.paid for each in options)
    )


def _in(goal: PlannerGoal, step: PlanStep) -> bool:
    return not goal.of or step.id in goal.of


def _fill(state: Planner, step: PlanStep, solution: frozenset[str]) -> Action | None:
    """The next thing that a step which is not filled needs."""
    card = _missing(state, solution, "" if step.takes in ("calendar", "budget") else step.id)
    if card is not None:
        return Pick(card)
    if step.takes == "calendar":
        return _placing(state)
    if step.takes == "budget":
        return _paying(state)
    return Write(step.id, dict(state.examples)[step.id]) if step.writes else None


def _missing(state: Planner, solution: frozenset[str], step: str = "") -> str | None:
    """The first card of the solution, or of a step of it, that is not on the plan.

    All cards come before the calendar and the money, which depend on them.
    """
    wanted = state.stage.options_of(step) if step else state.stage.options
    cards = (each.id for each in wanted if each.id in solution)
    return next((each for each in cards if each not in state.plan.picks), None)


def _paying(state: Planner) -> Action | None:
    """Money for the first card that takes it."""
    stage, plan = state.stage, state.plan
    paid = (each.id for each in stage.options if each.paid and each.id in plan.picks)
    card = next(paid, None)
    return Spend(card, stage.coin) if card else None


def _less_money(state: Planner) -> Action:
    plan = state.plan
    return Spend(next(each for each in reversed(plan.picks) if plan.euros(each)), 0)


def _placing(state: Planner) -> Action | None:
    """The first item without a place gets one; one that stands in the way is taken off first."""
    whole = _schedule(state.stage, state.plan)
    if whole is not None:
        return next(each for each in whole.placed if state.plan.place(each.item) is None)
    fresh = _schedule(state.stage, replace(state.plan, placed=()))
    kept = fresh.placed if fresh else ()
    astray = next((each.item for each in state.plan.placed if each not in kept), None)
    return TakeOff(astray) if astray else None


def _schedule(stage: PlannerStage, plan: Plan) -> Plan | None:
    """The plan with every item as early as it may lie; None if those placed leave no room."""
    for item in _in_order(stage):
        if plan.place(item) is not None:
            continue
        day = next(open_days(stage, item, plan), None)
        if day is None:
            return None
        placed = (*plan.placed, Place(item, day, suiting_hours(stage, plan, day)[0]))
        plan = replace(plan, placed=placed)
        if any(trouble == "wrong-order" for trouble, _ in plan_troubles(stage, plan)):
            return None
    return plan


def _in_order(stage: PlannerStage) -> Iterator[str]:
    """Items name only those above them in `after`, so their own order will do."""
    return (each.id for each in stage.items)


def _cleared(state: Planner, action: Action, act: Try) -> Action:
    """The action, or first the removal of what would be wrong because of it."""
    before = set(troubles(state))
    for trouble, thing in troubles(act(state, action)):
        if (trouble, thing) not in before and thing != _about(action):
            return _less_money(state) if trouble == "over-budget" else TakeOff(thing)
    return action


def _about(action: Action) -> str:
    match action:
        case Pick(option) | Spend(option, _):
            return option
        case Place(item, _, _):
            return item
        case _:
            return ""


def _one_change(state: Planner, act: Try, acts: Sequence[Action]) -> Action | None:
    """The first thing that can be done now after which one step is another, and all is right.

    Another card is clearer than one card less, so what takes off comes last.
    """
    for action in sorted(acts, key=lambda each: isinstance(each, TakeOff)):
        if isinstance(action, Run | Restore):
            continue
        after = act(state, action)
        if after.mistakes == state.mistakes and len(changes(after)) == 1 and may_run(after):
            return action
    return None


def first_open(state: Planner) -> PlannerGoal | None:
    """The first goal that is not met by itself; the last where something is only to be mended."""
    goals = state.stage.goals
    waiting = next((each for each in goals if not is_met(state, each)), None)
    if waiting is None and troubles(state):
        return goals[-1]
    return waiting
