"""A plan in seven steps, with a calendar that knows days that matter and a pretend budget.

It can be tried out; then one thing is changed and it is tried out again. The same engine makes the
card of an experiment: its steps are fields for own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice.engine import Progress
from trainer_app.domain.practice.planner_rules import (
    changes,
    consequence_of,
    figures,
    is_met,
    may_run,
    suiting_hours,
    troubles,
    written,
)
from trainer_app.domain.practice.planner_stage import DAYS, PlannerStage
from trainer_app.domain.practice.planner_state import (
    MOST_LETTERS,
    Action,
    Pick,
    Place,
    Planner,
    Restore,
    Run,
    Spend,
    TakeOff,
    Tried,
    Write,
)
from trainer_app.domain.practice.planner_steps import first_open, step_towards
from trainer_app.domain.practice.planner_view import PlanView, see
from trainer_app.domain.practice.plaza.reach import HOURS
from trainer_app.domain.practice.scenario import PracticeWords


def start(stage: PlannerStage, seed: int, words: PracticeWords) -> Planner:
    """An empty plan."""
    examples = tuple(
        (each.id, words.text(stage.word("examples", each.id)))
        for each in stage.steps
        if each.writes
    )
    return Planner(stage, seed, examples)


def act(state: Planner, action: Action) -> Planner:
    """The plan after an action.

    Raises UnknownThing(what="option", "item", "step", "day" or "hour").
    """
    match action:
        case Run():
            return _run(state)
        case Restore():
            return _restored(state)
        case TakeOff(thing):
            return _taken_off(state, thing)
        case _:
            return _tried(state, _changed(state, action))


def view(state: Planner, _viewer: str) -> PlanView:
    """The plan; everybody sees the same."""
    return see(state)


def progress(state: Planner) -> Progress:
    """The last goal stays open while anything is to mend."""
    goals = state.stage.goals
    found = troubles(state)
    met = [goal.id for goal in goals if is_met(state, goal)]
    if found and goals[-1].id in met:
        met.remove(goals[-1].id)
    to_mend = (consequence_of(state, each) for each in found)
    return Progress(
        goals=tuple(goal.id for goal in goals),
        met=tuple(met),
        tries=state.tries,
        mistakes=state.mistakes,
        consequence=state.consequence,
        to_mend=tuple(dict.fromkeys(each for each in to_mend if each)),
    )


def next_step(state: Planner) -> Action | None:
    """What is wrong goes first, then the next goal's steps are filled; None when all are met."""
    goal = first_open(state)
    return step_towards(state, goal, act, actions(state)) if goal else None


def actions(state: Planner) -> Sequence[Action]:
    """Every card, amount, day and hour; own words that will do, and too few; trying out."""
    stage, plan = state.stage, state.plan
    found: list[Action] = []
    for option in stage.options:
        if option.id in plan.picks:
            found.append(TakeOff(option.id))
        elif _pickable(state, option.id):
            found.append(Pick(option.id))
        if option.paid and option.id in plan.picks:
            found += (Spend(option.id, each) for each in _amounts(stage))
    for step in stage.steps:
        if step.writes and state.open(step):
            texts = (dict(state.examples)[step.id], "?")
            found += (Write(step.id, text) for text in texts if text != plan.text(step.id))
    for item in stage.items:
        found += _places(state, item.id)
        if plan.place(item.id) is not None:
            found.append(TakeOff(item.id))
    if may_run(state):
        found.append(Run())
    if changes(state):
        found.append(Restore())
    return found


def _amounts(stage: PlannerStage) -> range:
    """What can go to one card: nothing, up to one coin more than there is."""
    if not stage.budget:
        return range(0)
    return range(0, stage.budget + stage.coin + 1, stage.coin)


def _places(state: Planner, item: str) -> Iterator[Place]:
    """Every day, at the item's own hour or the first that suits; and one day at every hour."""
    lies = state.plan.place(item)
    for day in range(1, DAYS + 1):
        hour = lies.hour if lies else suiting_hours(state.stage, state.plan, day)[0]
        yield Place(item, day, hour)
    day = lies.day if lies else state.stage.item(item).first
    yield from (Place(item, day, hour) for hour in HOURS)


def _pickable(state: Planner, option_id: str) -> bool:
    stage = state.stage
    step = stage.step(stage.option(option_id).step)
    there = sum(1 for each in state.plan.picks if stage.option(each).step == step.id)
    return state.open(step) and (step.most == 1 or there < step.most)


def _changed(state: Planner, action: Pick | Write | Place | Spend) -> Planner:
    """With another plan; the same if that cannot be now."""
    stage = state.stage
    match action:
        case Pick(option_id):
            option = stage.option(option_id)
            if option.id in state.plan.picks or not _pickable(state, option.id):
                return state
            moved = state
            if stage.step(option.step).most == 1:
                for other in stage.options_of(option.step):
                    moved = _without(moved, other.id)
            return moved.with_picks({*moved.plan.picks, option.id})
        case Write(step_id, text):
            writes = _may_write(state, step_id)
            return state.with_text(step_id, text[:MOST_LETTERS]) if writes else state
        case Place(item, day, hour):
            stage.item(item)
            if not 1 <= day <= DAYS:
                raise UnknownThing(what="day", id=str(day))
            if hour not in HOURS:
                raise UnknownThing(what="hour", id=hour)
            return state.with_place(item, action)
        case Spend(option_id, euros):
            option = stage.option(option_id)
            goes = option.paid and option.id in state.plan.picks and euros in _amounts(stage)
            return state.with_euros(option.id, euros) if goes else state


def _may_write(state: Planner, step_id: str) -> bool:
    step = state.stage.step(step_id)
    return step.writes and state.open(step)


def _tried(state: Planner, moved: Planner) -> Planner:
    """What was done is a try, and a mistake if something is wrong now that was not before."""
    if moved.plan == state.plan:
        return state
    before = set(troubles(state))
    new = [each for each in troubles(moved) if each not in before]
    # A word begun is no try yet.
    begun = moved.plan.texts != state.plan.texts and not any(
        written(moved.plan, each) and not written(state.plan, each) for each in state.stage.steps
    )
    tries = state.tries + (0 if begun and not new else 1)
    if not new:
        return replace(moved, tries=tries, consequence="")
    after = consequence_of(moved, new[0])
    return replace(moved, tries=tries, mistakes=state.mistakes + 1, consequence=after)


def _taken_off(state: Planner, thing: str) -> Planner:
    """An item or a card is off the plan."""
    if any(thing == each.id for each in state.stage.items):
        if state.plan.place(thing) is None:
            return state
        return replace(state.with_place(thing, None), consequence="")
    option = state.stage.option(thing)
    if option.id not in state.plan.picks:
        return state
    return replace(_without(state, option.id), consequence="")


def _without(state: Planner, option: str) -> Planner:
    """Without a card. Money that was too much goes with it; else the card finds it again."""
    if option not in state.plan.picks:
        return state
    too_much = state.plan.all_euros > state.stage.budget
    moved = state.with_euros(option, 0) if too_much else state
    return moved.with_picks(set(state.plan.picks) - {option})


def _run(state: Planner) -> Planner:
    if not may_run(state):
        return state
    tried = Tried(state.plan, figures(state))
    runs = (*state.runs, tried)[-2:]
    return replace(state, runs=runs, tries=state.tries + 1, consequence="")


def _restored(state: Planner) -> Planner:
    """What comes after the run (what was learned from it) is not taken back with the rest."""
    if not changes(state):
        return state
    stage, now = state.stage, state.plan
    later = {each.id for each in stage.steps if each.after_run}
    picks = {each for each in now.picks if stage.option(each).step in later}
    old = state.runs[-1].plan
    picks |= {each for each in old.picks if stage.option(each).step not in later}
    moved = replace(state, plan=old, consequence="").with_picks(picks)
    for step in later:
        moved = moved.with_text(step, now.text(step))
    return moved
