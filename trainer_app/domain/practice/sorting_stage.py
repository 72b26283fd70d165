"""What a stage of sorting is made of: cards, piles, and which belongs where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice.scenario import Consequence, Stage, WordList

Trouble = Literal["wrong-pile", "too-much", "wrong-order"]
TROUBLES: tuple[Trouble, ...] = get_args(Trouble)


@dataclass(frozen=True, slots=True)
class Pile:
    """A place for cards. `room` is how much it holds, 0 without end; `ordered`: a row."""

    id: str
    picture: str = ""
    room: int = 0
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A card. `piles` are right for it; `after` must come before it in a pile with an order.

    `takes` is how much of a pile's room it needs: an hour, an euro, a place.
    """

    id: str
    piles: tuple[str, ...]
    picture: str = ""
    after: tuple[str, ...] = ()
    takes: int = 1


@dataclass(frozen=True, slots=True)
class SortingConsequence(Consequence):
    """What follows a card in a wrong pile (one of `piles`; any if empty), or another trouble."""

    when: Trouble = "wrong-pile"
    piles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SortingStage(Stage):
    """Cards and the piles they may go to. A goal is met when its cards lie right (all if none)."""

    cards: tuple[Card, ...]
    piles: tuple[Pile, ...]
    consequences: tuple[SortingConsequence, ...] = ()

    @property
    def things(self) -> tuple[WordList, ...]:
        """Cards and piles, each with a few words."""
        return (
            WordList("piles", tuple(pile.id for pile in self.piles)),
            WordList("cards", tuple(card.id for card in self.cards)),
        )

    @property
    def pictures(self) -> tuple[str, ...]:
        """Those of piles and cards."""
        on_piles = tuple(pile.picture for pile in self.piles)
        return on_piles + tuple(card.picture for card in self.cards)

    def card(self, card_id: str) -> Card:
        """One card. Raises UnknownThing(what="card")."""
        for card in self.cards:
            if card.id == card_id:
                return card
        raise UnknownThing(what="card", id=card_id)

    def number(self, pile_id: str) -> int:
        """The place of a pile among the piles. Raises UnknownThing(what="pile")."""
        for number, pile in enumerate(self.piles):
            if pile.id == pile_id:
                return number
        raise UnknownThing(what="pile", id=pile_id)
