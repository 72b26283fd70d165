"""Cards into piles, or into an order: by purpose, by person, a story from first to last.

A wrong card stays where it was put, with its consequence, until the person moves it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from trainer_app.domain.practice.arranging import Rows, arrange, place_in
from trainer_app.domain.practice.engine import Progress
from trainer_app.domain.practice.scenario import PracticeWords, WordId
from trainer_app.domain.practice.sorting_stage import Card, SortingStage, Trouble


@dataclass(frozen=True, slots=True)
class Put:
    """A card is put on a pile, at a place in it (from 0) or at its end."""

    card: str
    pile: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class TakeBack:
    """A card is taken back into the hand."""

    card: str


Action = Put | TakeBack


@dataclass(frozen=True, slots=True)
class Sorting:
    """Where every card lies: in the hand, or in the piles (in their order)."""

    stage: SortingStage
    hand: tuple[str, ...]
    piles: tuple[tuple[str, ...], ...]
    tries: int = 0
    mistakes: int = 0
    consequence: str = ""


@dataclass(frozen=True, slots=True)
class CardView:
    """A card as it is drawn; `picture` may be "". `to_mend`: it lies wrong."""

    id: str
    word: WordId
    picture: str
    to_mend: bool = False


@dataclass(frozen=True, slots=True)
class PileView:
    """A pile as it is drawn. `room` is None where there is no end to it, else what is left of it.

    `room` is below nothing when too much lies on the pile.
    """

    id: str
    word: WordId
    picture: str
    ordered: bool
    room: int | None
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class SortingView:
    """The table: the cards in the hand, and the piles."""

    hand: tuple[CardView, ...]
    piles: tuple[PileView, ...]


def start(stage: SortingStage, seed: int, _words: PracticeWords) -> Sorting:
    """All cards in the hand, shuffled."""
    hand = [card.id for card in stage.cards]
    Random(seed).shuffle(hand)
    return Sorting(stage, tuple(hand), tuple(() for _ in stage.piles))


def act(state: Sorting, action: Action) -> Sorting:
    """The table after a card was moved. Raises UnknownThing(what="card" or "pile")."""
    card = state.stage.card(action.card)
    without = replace(
        state,
        hand=tuple(each for each in state.hand if each != card.id),
        piles=tuple(tuple(each for each in pile if each != card.id) for pile in state.piles),
    )
    if isinstance(action, TakeBack):
        if card.id in state.hand:
            return state
        return replace(without, hand=(*without.hand, card.id), consequence="")
    number = state.stage.number(action.pile)
    pile = without.piles[number]
    at = len(pile) if action.at is None else max(0, min(action.at, len(pile)))
    piles = list(without.piles)
    piles[number] = (*pile[:at], card.id, *pile[at:])
    if tuple(piles) == state.piles:
        return state
    moved = replace(without, piles=tuple(piles), tries=state.tries + 1, consequence="")
    trouble = _trouble(moved, card)
    if trouble is None:
        return moved
    after = _consequence(moved, card, trouble)
    return replace(moved, mistakes=state.mistakes + 1, consequence=after)


def view(state: Sorting, _viewer: str) -> SortingView:
    """The table; everybody sees the same."""
    stage = state.stage

    def card_view(card_id: str) -> CardView:
        card = stage.card(card_id)
        word = stage.word("cards", card_id)
        return CardView(card_id, word, card.picture, _trouble(state, card) is not None)

    return SortingView(
        hand=tuple(card_view(each) for each in state.hand),
        piles=tuple(
            PileView(
                id=pile.id,
                word=stage.word("piles", pile.id),
                picture=pile.picture,
                ordered=pile.ordered,
                room=pile.room - _load(state, number) if pile.room else None,
                cards=tuple(card_view(each) for each in state.piles[number]),
            )
            for number, pile in enumerate(stage.piles)
        ),
    )


def progress(state: Sorting) -> Progress:
    """A goal is met when each of its cards lies on a pile without trouble."""
    stage = state.stage
    troubles = {card.id: _trouble(state, card) for card in stage.cards}
    right = {each for each, trouble in troubles.items() if trouble is None} - set(state.hand)
    everything = tuple(troubles)
    to_mend = (
        _consequence(state, card, trouble)
        for card in stage.cards
        if (trouble := troubles[card.id]) is not None
    )
    return Progress(
        goals=tuple(goal.id for goal in stage.goals),
        met=tuple(goal.id for goal in stage.goals if right.issuperset(goal.of or everything)),
        tries=state.tries,
        mistakes=state.mistakes,
        consequence=state.consequence,
        to_mend=tuple(dict.fromkeys(each for each in to_mend if each)),
    )


def next_step(state: Sorting) -> Action | None:
    """Wrong cards go away first, then rows are put in order, then cards come from the hand."""
    stage = state.stage
    aim = progress(state).next_goal
    if not aim:
        return None
    places = {card: number for number, pile in enumerate(state.piles) for card in pile}
    rows = arrange(stage.piles, stage.cards, places)
    if rows is None:
        return None
    of = next(goal.of for goal in stage.goals if goal.id == aim)
    return (
        _out_of_wrong(state, rows, places)
        or _into_order(state, rows)
        or _out_of_hand(state, rows, of)
    )


def actions(state: Sorting) -> Sequence[Action]:
    """Every card to every pile, in an ordered one to every place; back to the hand."""
    found: list[Action] = []
    for card in state.stage.cards:
        for number, pile in enumerate(state.stage.piles):
            lying = state.piles[number]
            if pile.ordered:
                others = len(lying) - (card.id in lying)
                found += (Put(card.id, pile.id, at) for at in range(others + 1))
            elif card.id not in lying:
                found.append(Put(card.id, pile.id))
        if card.id not in state.hand:
            found.append(TakeBack(card.id))
    return found


def _out_of_wrong(state: Sorting, rows: Rows, places: Mapping[str, int]) -> Action | None:
    wanted = {card: number for number, row in enumerate(rows) for card in row}
    for card, number in places.items():
        if wanted[card] == number:
            continue
        pile = state.stage.piles[wanted[card]]
        # Where place is scarce or counts, what else is wrong there may have to go first.
        return TakeBack(card) if pile.room or pile.ordered else Put(card, pile.id)
    return None


def _into_order(state: Sorting, rows: Rows) -> Action | None:
    for pile, row, lying in zip(state.stage.piles, rows, state.piles, strict=True):
        right = [card for card in row if card in lying]
        for at, card in enumerate(right if pile.ordered else ()):
            if lying[at] != card:
                return Put(card, pile.id, at)
    return None


def _out_of_hand(state: Sorting, rows: Rows, of: tuple[str, ...]) -> Action | None:
    """A card of the next goal, else any: it may have to lie before one of the goal's."""
    for card in sorted(state.hand, key=lambda each: each not in of):
        for pile, row, lying in zip(state.stage.piles, rows, state.piles, strict=True):
            if card in row:
                return Put(card, pile.id, place_in(row, lying, card) if pile.ordered else None)
    return None


def _load(state: Sorting, number: int) -> int:
    return sum(state.stage.card(each).takes for each in state.piles[number])


def _trouble(state: Sorting, card: Card) -> Trouble | None:
    """What is wrong with where a card lies; nothing is while it is in the hand."""
    for number, lying in enumerate(state.piles):
        if card.id not in lying:
            continue
        pile = state.stage.piles[number]
        if pile.id not in card.piles:
            return "wrong-pile"
        if pile.ordered and not _in_order(state, card, lying):
            return "wrong-order"
        if pile.room and _load(state, number) > pile.room:
            return "too-much"
    return None


def _in_order(state: Sorting, card: Card, lying: tuple[str, ...]) -> bool:
    """Whether nothing that must come before the card lies after it, nor the other way round."""
    at = lying.index(card.id)
    early = any(each in card.after for each in lying[at + 1 :])
    return not early and not any(card.id in state.stage.card(each).after for each in lying[:at])


def _consequence(state: Sorting, card: Card, trouble: Trouble) -> str:
    """The first consequence that follows this trouble; "" if there is none."""
    lies = next(
        pile.id
        for pile, lying in zip(state.stage.piles, state.piles, strict=True)
        if card.id in lying
    )
    for each in state.stage.consequences:
        if each.when == trouble and each.follows(card.id) and lies in (each.piles or (lies,)):
            return each.id
    return ""
