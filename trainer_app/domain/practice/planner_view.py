"""What is drawn of a plan: its steps, the calendar, the money and the figures; and it on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from trainer_app.domain.practice.planner_rules import (
    changes,
    compares,
    filled,
    may_run,
    troubles,
)
from trainer_app.domain.practice.planner_stage import DAYS, Option, PlanStep, Takes
from trainer_app.domain.practice.planner_state import Planner, Tried
from trainer_app.domain.practice.scenario import WordId


@dataclass(frozen=True, slots=True)
class OptionView:
    """A card. `euros` is what goes to it; None where no money can."""

    id: str
    word: WordId
    picture: str
    chosen: bool
    to_mend: bool
    euros: int | None


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of the plan. `open`: it can be filled yet. `chosen` are the words of its cards.

    `after_run`: it comes after the plan was tried out.

    `example` is shown where own words can be written, None where they cannot.
    """

    id: str
    word: WordId
    takes: Takes
    most: int
    open: bool
    after_run: bool
    filled: bool
    to_mend: bool
    changed: bool
    options: tuple[OptionView, ...]
    chosen: tuple[WordId, ...]
    example: WordId | None
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ItemView:
    """Something for the calendar; `day` is 0 and `hour` "" while it lies beside it."""

    id: str
    word: WordId
    picture: str
    day: int
    hour: str
    to_mend: bool


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of the two weeks, with what matters on it."""

    number: int
    special: tuple[WordId, ...]
    pictures: tuple[str, ...]
    rest: bool
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """What a channel reached."""

    word: WordId
    euros: int
    people: int
    views: int
    engaged: int


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan. `tried` are the figures of the last two tries, the newest last.

    `changed` are the steps changed since, by their words; `runs`: it can be tried out at all.
    """

    steps: tuple[StepView, ...]
    items: tuple[ItemView, ...]
    days: tuple[DayView, ...]
    budget: int
    left: int
    coin: int
    runs: bool
    may_run: bool
    compares: bool
    changed: tuple[WordId, ...]
    tried: tuple[tuple[FigureView, ...], ...]


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A line under a heading of the sheet: the words of a card, or own words.

    `day` (1 to 14) and `hour` say when, `euros` how much; 0 and "" where that is no question.
    """

    word: WordId | None = None
    text: str = field(default="", repr=False)
    day: int = 0
    hour: str = ""
    euros: int = 0


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A heading of the sheet and what stands under it."""

    heading: WordId
    entries: tuple[SheetEntry, ...]


def see(state: Planner) -> PlanView:
    """The whole plan."""
    stage, plan = state.stage, state.plan
    wrong = frozenset(thing for _, thing in troubles(state))
    changed = changes(state)
    items = tuple(_item(state, each.id, wrong) for each in stage.items)
    return PlanView(
        steps=tuple(_step(state, each, wrong, changed) for each in stage.steps),
        items=items,
        days=tuple(_day(state, number, items) for number in range(1, DAYS + 1)) if items else (),
        budget=stage.budget,
        left=stage.budget - plan.all_euros,
        coin=stage.coin,
        runs=stage.runs,
        may_run=may_run(state),
        compares=compares(stage),
        changed=tuple(stage.word("steps", each) for each in changed),
        tried=tuple(_tried(state, each) for each in state.runs),
    )


def sheet(state: Planner) -> tuple[SheetPart, ...]:
    """The plan as it is printed or kept: for every step what was chosen, placed, spent, written."""
    stage = state.stage
    return tuple(
        SheetPart(stage.word("steps", step.id), tuple(_entries(state, step)))
        for step in stage.steps
    )


def _entries(state: Planner, step: PlanStep) -> Iterator[SheetEntry]:
    stage, plan = state.stage, state.plan
    if step.takes == "calendar":
        for place in sorted(plan.placed, key=lambda each: each.day):
            word = stage.word("items", place.item)
            yield SheetEntry(word, day=place.day, hour=place.hour)
    elif step.takes == "budget":
        for each in plan.picks:
            if plan.euros(each):
                yield SheetEntry(stage.word("options", each), euros=plan.euros(each))
    else:
        for option in stage.options_of(step.id):
            if option.id in plan.picks:
                yield SheetEntry(stage.word("options", option.id))
        if plan.text(step.id):
            yield SheetEntry(text=plan.text(step.id))


def _step(
    state: Planner, step: PlanStep, wrong: frozenset[str], changed: tuple[str, ...]
) -> StepView:
    stage, plan = state.stage, state.plan
    options = tuple(_option(state, each, wrong) for each in _options(state, step))
    mine = {step.id, *(each.id for each in options if step.takes == "cards")}
    if step.takes == "calendar":
        mine |= {each.id for each in stage.items}
    return StepView(
        id=step.id,
        word=stage.word("steps", step.id),
        takes=step.takes,
        most=step.most,
        open=state.open(step),
        after_run=step.after_run,
        filled=filled(stage, plan, step),
        to_mend=not wrong.isdisjoint(mine),
        changed=step.id in changed,
        options=options,
        chosen=tuple(each.word for each in options if each.chosen and step.takes == "cards"),
        example=stage.word("examples", step.id) if step.writes else None,
        text=plan.text(step.id),
    )


def _options(state: Planner, step: PlanStep) -> tuple[Option, ...]:
    """The cards of a step; of the budget those on the plan that money can go to."""
    stage = state.stage
    if step.takes != "budget":
        return stage.options_of(step.id)
    return tuple(each for each in stage.options if each.paid and each.id in state.plan.picks)


def _option(state: Planner, option: Option, wrong: frozenset[str]) -> OptionView:
    return OptionView(
        id=option.id,
        word=state.stage.word("options", option.id),
        picture=option.picture,
        chosen=option.id in state.plan.picks,
        to_mend=option.id in wrong,
        euros=state.plan.euros(option.id) if option.paid else None,
    )


def _item(state: Planner, item_id: str, wrong: frozenset[str]) -> ItemView:
    place = state.plan.place(item_id)
    return ItemView(
        id=item_id,
        word=state.stage.word("items", item_id),
        picture=state.stage.item(item_id).picture,
        day=place.day if place else 0,
        hour=place.hour if place else "",
        to_mend=item_id in wrong,
    )


def _day(state: Planner, number: int, items: tuple[ItemView, ...]) -> DayView:
    special = state.stage.special(number)
    return DayView(
        number=number,
        special=tuple(state.stage.word("days", each.id) for each in special),
        pictures=tuple(each.picture for each in special if each.picture),
        rest=any(each.rest for each in special),
        items=tuple(each for each in items if each.day == number),
    )


def _tried(state: Planner, tried: Tried) -> tuple[FigureView, ...]:
    return tuple(
        FigureView(
            word=state.stage.word("options", each.option),
            euros=each.euros,
            people=each.reach.people,
            views=each.reach.views,
            engaged=each.reach.engaged,
        )
        for each in tried.figures
    )
