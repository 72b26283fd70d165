"""Spots on the table of a sorting stage, read from what lies where."""

from __future__ import annotations

from trainer_app.domain.practice.sorting import CardView, SortingView
from trainer_app.ui.practice.sorting.parts import PlaceButton

Spot = tuple[str, int | None]
"""A pile, and the place in it (None: at its end)."""


def cards_of(view: SortingView) -> list[CardView]:
    """All cards: those in the hand, then pile by pile."""
    on_piles = (card for pile in view.piles for card in pile.cards)
    return [*view.hand, *on_piles]


def lies_on_pile(view: SortingView, card_id: str) -> bool:
    """Whether a card lies on a pile, not in the hand."""
    return any(card.id == card_id for pile in view.piles for card in pile.cards)


def spot_before(view: SortingView, card_id: str, lifted: str) -> Spot | None:
    """Where the lifted card would lie before this card; None if this one is in the hand."""
    for pile in view.piles:
        others = [card.id for card in pile.cards if card.id != lifted]
        if card_id in others:
            return pile.id, others.index(card_id) if pile.ordered else None
    return None


def places_for(view: SortingView, lifted: str) -> list[Spot]:
    """The places in rows that the lifted card can take; none while no card is lifted."""
    found: list[Spot] = []
    for pile in view.piles:
        if pile.ordered and lifted:
            others = sum(card.id != lifted for card in pile.cards)
            found += ((pile.id, at) for at in range(others + 1))
    return found


def sorted_slots(slots: dict[Spot, PlaceButton]) -> list[tuple[Spot, PlaceButton]]:
    """Places of rows from the first to the last."""
    return sorted(slots.items(), key=lambda each: (each[0][0], each[0][1] or 0))
