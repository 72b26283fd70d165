"""What a stage of planning is made of: steps, option cards, a calendar of two weeks, a budget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice.scenario import Consequence, Goal, Stage, WordList

DAYS = 14

Takes = Literal["cards", "words", "calendar", "budget"]
TAKES: tuple[Takes, ...] = get_args(Takes)

Want = Literal["filled", "run", "compared"]
WANTS: tuple[Want, ...] = get_args(Want)

Trouble = Literal[
    "poor", "misfit", "wrong-day", "wrong-time", "wrong-order", "over-budget", "changed-many"
]
TROUBLES: tuple[Trouble, ...] = get_args(Trouble)


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A part of the plan. `cards`: `least` to `most` of its options; `words`: own words alone.

    `free`: own words will do as well as cards. `after_run`: it comes after the first result.
    """

    id: str
    takes: Takes = "cards"
    least: int = 1
    most: int = 1
    free: bool = False
    after_run: bool = False

    @property
    def writes(self) -> bool:
        """Whether own words can be written."""
        return self.free or self.takes == "words"


@dataclass(frozen=True, slots=True)
class Option:
    """A card of a step.

    `fits` names options of other steps: of each of those steps only these go with this card.
    `poor`: it suits nobody's plan. `hours` are when these people look in. `crowd` is whom a channel
    reaches (an audience of plaza/reach.py), "" if it is none; `paid`: money can go there. `good` is
    how well it suits, 0 to 100; `caption`, `alt`: what the content has.
    """

    id: str
    step: str
    picture: str = ""
    fits: tuple[str, ...] = ()
    poor: bool = False
    hours: tuple[str, ...] = ()
    crowd: str = ""
    paid: bool = False
    good: int = 50
    caption: bool = False
    alt: bool = False


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that matters, or some in a row, from `number` to `until` (1 to 14).

    `hours` are when people look in on these days; `rest`: nothing is posted then.
    """

    id: str
    number: int
    until: int
    picture: str = ""
    hours: tuple[str, ...] = ()
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """Something to put into the calendar, not before day `first` nor after day `last`.

    It comes on a later day than the items in `after`.
    """

    id: str
    picture: str = ""
    first: int = 1
    last: int = DAYS
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannerGoal(Goal):
    """`filled`: the steps in `of` (all if empty) are filled and fit. `run`: there is a result.

    `compared`: there are two, and one step alone was changed between them.
    """

    wants: Want = "filled"


@dataclass(frozen=True, slots=True)
class PlannerConsequence(Consequence):
    """What follows a trouble; `of` are options, items or, for money and changes, steps.

    With `days`, only an item that lies on one of these days that matter.
    """

    when: Trouble = "misfit"
    days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannerStage(Stage):
    """A plan to make. `budget` is pretend euros, given out in parts of `coin`."""

    steps: tuple[PlanStep, ...]
    options: tuple[Option, ...] = ()
    days: tuple[SpecialDay, ...] = ()
    items: tuple[Item, ...] = ()
    budget: int = 0
    coin: int = 5
    goals: tuple[PlannerGoal, ...]
    consequences: tuple[PlannerConsequence, ...] = ()

    @property
    def things(self) -> tuple[WordList, ...]:
        """Steps, options, days and items; an example for each step with own words."""
        return (
            WordList("steps", tuple(each.id for each in self.steps)),
            WordList("options", tuple(each.id for each in self.options)),
            WordList("days", tuple(each.id for each in self.days)),
            WordList("items", tuple(each.id for each in self.items)),
            WordList("examples", tuple(each.id for each in self.steps if each.writes)),
        )

    @property
    def pictures(self) -> tuple[str, ...]:
        """Those of options, days and items."""
        things: tuple[Option | SpecialDay | Item, ...] = (*self.options, *self.days, *self.items)
        return tuple(each.picture for each in things)

    @property
    def runs(self) -> bool:
        """Whether the plan can be tried out: some option reaches people."""
        return any(each.crowd for each in self.options)

    def step(self, step_id: str) -> PlanStep:
        """One step. Raises UnknownThing(what="step")."""
        for each in self.steps:
            if each.id == step_id:
                return each
        raise UnknownThing(what="step", id=step_id)

    def option(self, option_id: str) -> Option:
        """One option. Raises UnknownThing(what="option")."""
        for each in self.options:
            if each.id == option_id:
                return each
        raise UnknownThing(what="option", id=option_id)

    def item(self, item_id: str) -> Item:
        """One item of the calendar. Raises UnknownThing(what="item")."""
        for each in self.items:
            if each.id == item_id:
                return each
        raise UnknownThing(what="item", id=item_id)

    def options_of(self, step_id: str) -> tuple[Option, ...]:
        """The cards of a step."""
        return tuple(each for each in self.options if each.step == step_id)

    def special(self, number: int) -> tuple[SpecialDay, ...]:
        """What matters on a day of the calendar."""
        return tuple(each for each in self.days if each.number <= number <= each.until)

    def quarrels(self, one: Option, other: Option) -> bool:
        """Whether two cards do not go together."""
        return self.leaves_out(one, other) or self.leaves_out(other, one)

    def leaves_out(self, one: Option, other: Option) -> bool:
        """Whether a card names others of the other's step, and not this one."""
        if one.step == other.step or not one.fits or other.id in one.fits:
            return False
        return any(self.option(each).step == other.step for each in one.fits)
