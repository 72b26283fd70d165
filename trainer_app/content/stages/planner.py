"""Reads a stage of planning: steps, option cards, days that matter, items, a budget."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from trainer_app.content.fields import Fields
from trainer_app.content.stages.parts import (
    consequence_tables,
    goal_tables,
    known_id,
    known_ids,
    unique_ids,
)
from trainer_app.domain.practice.planner_stage import (
    DAYS,
    TAKES,
    TROUBLES,
    WANTS,
    Item,
    Option,
    PlannerConsequence,
    PlannerGoal,
    PlannerStage,
    PlanStep,
    SpecialDay,
    Takes,
    Trouble,
    Want,
)
from trainer_app.domain.practice.plaza.reach import HOURS
from trainer_app.domain.practice.plaza.visibility import AUDIENCES
from trainer_app.domain.practice.scenario import World


def read_planner(fields: Fields, _world: World) -> PlannerStage:
    """UnreadableLesson if something is missing, names what is not there, or cannot be filled."""
    step_tables, option_tables = fields.tables("steps", ()), fields.tables("options", ())
    day_tables, item_tables = fields.tables("days", ()), fields.tables("items", ())
    if not step_tables:
        raise fields.broken("toml-fields", key="steps")
    steps, options = unique_ids(fields, step_tables), unique_ids(fields, option_tables)
    days, items = unique_ids(fields, day_tables), unique_ids(fields, item_tables)
    # Consequences name any of these, so that an id must mean one thing.
    fields.require_unique((*steps, *options, *items))
    stage = PlannerStage(
        id=fields.id("id"),
        kind=fields.text("kind"),
        steps=tuple(_step(each) for each in step_tables),
        options=tuple(_option(each, steps, options) for each in option_tables),
        days=tuple(_day(each) for each in day_tables),
        # An item waits only for items above it, so that nothing waits for itself.
        items=tuple(_item(each, items[:at]) for at, each in enumerate(item_tables)),
        budget=fields.count("budget", 0, least=0),
        coin=fields.count("coin", 5),
        goals=tuple(
            PlannerGoal(
                each.id("id"),
                known_ids(each, "of", steps),
                cast(Want, each.one_of("wants", WANTS, "filled")),
            )
            for each in goal_tables(fields)
        ),
        consequences=tuple(
            PlannerConsequence(
                id=each.id("id"),
                of=known_ids(each, "of", (*steps, *options, *items)),
                when=cast(Trouble, each.one_of("when", TROUBLES, "misfit")),
                days=known_ids(each, "days", days),
            )
            for each in consequence_tables(fields)
        ),
    )
    _require_whole(fields, stage)
    return stage


def _step(fields: Fields) -> PlanStep:
    least = fields.count("least", 1)
    return PlanStep(
        id=fields.id("id"),
        takes=cast(Takes, fields.one_of("takes", TAKES, "cards")),
        least=least,
        most=fields.count("most", least, least=least),
        free=fields.flag("free", False),
        after_run=fields.flag("after_run", False),
    )


def _option(fields: Fields, steps: Collection[str], options: Collection[str]) -> Option:
    return Option(
        id=fields.id("id"),
        step=known_id(fields, "step", steps),
        picture=fields.picture("picture", ""),
        fits=known_ids(fields, "fits", options),
        poor=fields.flag("poor", False),
        hours=known_ids(fields, "hours", HOURS),
        crowd=known_id(fields, "crowd", AUDIENCES, ""),
        paid=fields.flag("paid", False),
        good=min(100, fields.count("good", 50, least=0)),
        caption=fields.flag("caption", False),
        alt=fields.flag("alt", False),
    )


def _day(fields: Fields) -> SpecialDay:
    number = _number(fields, "number", 1, None)
    return SpecialDay(
        id=fields.id("id"),
        number=number,
        until=_number(fields, "until", number, number),
        picture=fields.picture("picture", ""),
        hours=known_ids(fields, "hours", HOURS),
        rest=fields.flag("rest", False),
    )


def _item(fields: Fields, above: Collection[str]) -> Item:
    first = _number(fields, "first", 1, 1)
    return Item(
        id=fields.id("id"),
        picture=fields.picture("picture", ""),
        first=first,
        last=_number(fields, "last", first, DAYS),
        after=known_ids(fields, "after", above),
    )


def _number(fields: Fields, key: str, least: int, default: int | None) -> int:
    """A day of the two weeks."""
    number = fields.count(key, default, least=least)
    if number > DAYS:
        raise fields.broken("toml-fields", key=key)
    return number


def _require_whole(fields: Fields, stage: PlannerStage) -> None:
    """What a step takes is there, what is there belongs to a step, and what is wanted can be."""
    takes = {each.takes for each in stage.steps}
    if ("calendar" in takes) != bool(stage.items):
        raise fields.broken("toml-fields", key="items")
    if ("budget" in takes) != bool(stage.budget):
        raise fields.broken("toml-fields", key="budget")
    for step in stage.steps:
        if step.takes == "cards" and len(stage.options_of(step.id)) < step.least:
            raise fields.broken("toml-fields", key="options")
    for option in stage.options:
        if stage.step(option.step).takes != "cards":
            raise fields.broken("toml-fields", key="step")
        if option.paid and not stage.budget:
            raise fields.broken("toml-fields", key="paid")
    after = any(each.after_run for each in stage.steps)
    if not stage.runs and (after or any(goal.wants != "filled" for goal in stage.goals)):
        raise fields.broken("toml-fields", key="crowd")
