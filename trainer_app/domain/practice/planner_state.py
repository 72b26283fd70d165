"""A plan while it is made: what was chosen, placed, spent and written, and what came of trying."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from trainer_app.domain.practice.planner_stage import PlannerStage, PlanStep
from trainer_app.domain.practice.plaza.reach import Reach

MOST_LETTERS = 300
LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Pick:
    """A card is chosen; where only one may be, it takes the place of the other."""

    option: str


@dataclass(frozen=True, slots=True)
class TakeOff:
    """A card, or an item of the calendar, is taken off the plan; that is no try."""

    thing: str


@dataclass(frozen=True, slots=True)
class Write:
    """Own words for a step."""

    step: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """An item is put on a day (1 to 14), at an hour of plaza/reach.py."""

    item: str
    day: int
    hour: str


@dataclass(frozen=True, slots=True)
class Spend:
    """So many euros go to a chosen card, instead of what went there before."""

    option: str
    euros: int


@dataclass(frozen=True, slots=True)
class Run:
    """The plan is tried out with the pretend network."""


@dataclass(frozen=True, slots=True)
class Restore:
    """The plan becomes again what it was when it was last tried out."""


Action = Pick | TakeOff | Write | Place | Spend | Run | Restore


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan. Cards and items stand in the order of the stage, so that plans can be compared.

    `spent` keeps what a card got while the card is off; it counts only while it is on.
    """

    picks: tuple[str, ...] = ()
    placed: tuple[Place, ...] = ()
    spent: tuple[tuple[str, int], ...] = ()
    texts: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def text(self, step: str) -> str:
        """What was written for a step."""
        return dict(self.texts).get(step, "")

    def place(self, item: str) -> Place | None:
        """Where an item lies."""
        return next((each for each in self.placed if each.item == item), None)

    def euros(self, option: str) -> int:
        """What goes to a card that is on the plan."""
        return dict(self.spent).get(option, 0) if option in self.picks else 0

    @property
    def all_euros(self) -> int:
        """What goes to all cards on the plan."""
        return sum(self.euros(option) for option in self.picks)


@dataclass(frozen=True, slots=True)
class Figure:
    """What a channel reached, in one try."""

    option: str
    euros: int
    reach: Reach


@dataclass(frozen=True, slots=True)
class Tried:
    """A plan that was tried out, and its figures, one for each channel."""

    plan: Plan
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Planner:
    """The plan, and the last two that were tried out. `examples` are words for “Show me”."""

    stage: PlannerStage
    seed: int
    examples: tuple[tuple[str, str], ...]
    plan: Plan = Plan()
    runs: tuple[Tried, ...] = ()
    tries: int = 0
    mistakes: int = 0
    consequence: str = ""

    def open(self, step: PlanStep) -> bool:
        """Whether a step can be filled yet."""
        return bool(self.runs) or not step.after_run

    def with_text(self, step: str, text: str) -> Planner:
        """With other words for a step; no words leave no trace."""
        texts = {**dict(self.plan.texts), step: text}
        kept = tuple(
            (each.id, texts[each.id]) for each in self.stage.steps if texts.get(each.id, "")
        )
        return replace(self, plan=replace(self.plan, texts=kept))

    def with_picks(self, picks: set[str]) -> Planner:
        """With these cards, in the order of the stage."""
        kept = tuple(each.id for each in self.stage.options if each.id in picks)
        return replace(self, plan=replace(self.plan, picks=kept))

    def with_place(self, item: str, place: Place | None) -> Planner:
        """With an item somewhere, or nowhere."""
        places = {each.item: each for each in self.plan.placed if each.item != item}
        if place is not None:
            places[item] = place
        kept = tuple(places[each.id] for each in self.stage.items if each.id in places)
        return replace(self, plan=replace(self.plan, placed=kept))

    def with_euros(self, option: str, euros: int) -> Planner:
        """With so much money for a card."""
        spent = {**dict(self.plan.spent), option: euros}
        kept = tuple((each.id, spent[each.id]) for each in self.stage.options if spent.get(each.id))
        return replace(self, plan=replace(self.plan, spent=kept))
