"""Finds one right arrangement of cards on piles, as near as can be to how they lie now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trainer_app.domain.practice.sorting_stage import Card, Pile

Rows = tuple[tuple[str, ...], ...]


def arrange(piles: Sequence[Pile], cards: Sequence[Card], places: Mapping[str, int]) -> Rows | None:
    """For each pile its cards, every one right and no pile over its room; None if none is.

    `places` says on which pile (its number) a card lies now: there it stays where it can.
    """
    rooms = [pile.room or None for pile in piles]
    numbers = _numbers(piles, cards, places, rooms, 0)
    if numbers is None:
        return None
    rows: list[tuple[str, ...]] = []
    for number in range(len(piles)):
        members = [card for card, each in zip(cards, numbers, strict=True) if each == number]
        row = _in_order(members)
        if row is None:
            if piles[number].ordered:
                return None
            row = tuple(card.id for card in members)
        rows.append(row)
    return tuple(rows)


def place_in(row: Sequence[str], lying: Sequence[str], card: str) -> int:
    """Where to put a card among those lying, to follow the row: before the first that is later."""
    later = set(row[row.index(card) + 1 :])
    return next((at for at, each in enumerate(lying) if each in later), len(lying))


def _numbers(
    piles: Sequence[Pile],
    cards: Sequence[Card],
    places: Mapping[str, int],
    rooms: Sequence[int | None],
    at: int,
) -> tuple[int, ...] | None:
    """A pile's number for each card from `at` on, tried in order, where it lies now first."""
    if at == len(cards):
        return ()
    card = cards[at]
    right = [number for number, pile in enumerate(piles) if pile.id in card.piles]
    for number in sorted(right, key=lambda each: places.get(card.id) != each):
        room = rooms[number]
        if room is not None and room < card.takes:
            continue
        left = list(rooms)
        left[number] = None if room is None else room - card.takes
        rest = _numbers(piles, cards, places, left, at + 1)
        if rest is not None:
            return (number, *rest)
    return None


def _in_order(cards: Sequence[Card]) -> tuple[str, ...] | None:
    """The cards so that each comes after its `after`; None if they go round in a circle."""
    waiting = list(cards)
    row: list[str] = []
    while waiting:
        left = {card.id for card in waiting}
        ready = next((card for card in waiting if not left.intersection(card.after)), None)
        if ready is None:
            return None
        waiting.remove(ready)
        row.append(ready.id)
    return tuple(row)
