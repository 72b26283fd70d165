"""Reads a stage of sorting: piles, cards, goals of cards, consequences of troubles."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from trainer_app.content.fields import Fields
from trainer_app.content.stages.parts import (
    consequence_tables,
    known_ids,
    read_goals,
    unique_ids,
)
from trainer_app.domain.practice.scenario import World
from trainer_app.domain.practice.sorting_stage import (
    TROUBLES,
    Card,
    Pile,
    SortingConsequence,
    SortingStage,
    Trouble,
)


def read_sorting(fields: Fields, _world: World) -> SortingStage:
    """UnreadableLesson if something is missing, or names a card or a pile that is not there."""
    pile_tables, card_tables = fields.tables("piles"), fields.tables("cards")
    piles, cards = unique_ids(fields, pile_tables), unique_ids(fields, card_tables)
    return SortingStage(
        id=fields.id("id"),
        kind=fields.text("kind"),
        piles=tuple(_pile(each) for each in pile_tables),
        cards=tuple(_card(each, piles, cards) for each in card_tables),
        goals=read_goals(fields, cards),
        consequences=tuple(_consequence(each, piles, cards) for each in consequence_tables(fields)),
    )


def _pile(fields: Fields) -> Pile:
    return Pile(
        id=fields.id("id"),
        picture=fields.picture("picture", ""),
        room=fields.count("room", 0, least=0),
        ordered=fields.flag("ordered", False),
    )


def _card(fields: Fields, piles: Collection[str], cards: Collection[str]) -> Card:
    right = known_ids(fields, "piles", piles)
    if not right:
        raise fields.broken("toml-fields", key="piles")
    return Card(
        id=fields.id("id"),
        piles=right,
        picture=fields.picture("picture", ""),
        after=known_ids(fields, "after", cards),
        takes=fields.count("takes", 1),
    )


def _consequence(
    fields: Fields, piles: Collection[str], cards: Collection[str]
) -> SortingConsequence:
    return SortingConsequence(
        id=fields.id("id"),
        of=known_ids(fields, "of", cards),
        when=cast(Trouble, fields.one_of("when", TROUBLES, "wrong-pile")),
        piles=known_ids(fields, "piles", piles),
    )
