"""What stages of every kind have: goals, consequences, and ids that name each other."""

from __future__ import annotations

from collections.abc import Collection

from trainer_app.content.fields import Fields
from trainer_app.domain.practice.scenario import Goal, World


def read_goals(fields: Fields, things: Collection[str]) -> tuple[Goal, ...]:
    """The goals of a stage; UnreadableLesson if there is none, or one is of unknown things."""
    return tuple(Goal(each.id("id"), known_ids(each, "of", things)) for each in goal_tables(fields))


def goal_tables(fields: Fields) -> list[Fields]:
    """The tables of a stage's goals; UnreadableLesson if there is none, or an id stands twice."""
    tables = fields.tables("goals", ())
    if not tables:
        raise fields.broken("practice-goals")
    fields.require_unique(each.id("id") for each in tables)
    return tables


def consequence_tables(fields: Fields) -> list[Fields]:
    """The tables of a stage's consequences; UnreadableLesson if an id stands twice."""
    tables = fields.tables("consequences", ())
    fields.require_unique(each.id("id") for each in tables)
    return tables


def faces_of(world: World) -> dict[str, str]:
    """The pictures of the people who have one, by id."""
    return {person.id: person.picture for person in world.people if person.picture}


def unique_ids(fields: Fields, tables: list[Fields]) -> tuple[str, ...]:
    """The ids of tables within a stage; UnreadableLesson if one stands twice."""
    ids = tuple(each.id("id") for each in tables)
    fields.require_unique(ids)
    return ids


def known_ids(fields: Fields, key: str, known: Collection[str]) -> tuple[str, ...]:
    """A list of ids, empty where the key is missing; UnreadableLesson for one that is not known."""
    ids = fields.texts(key, ())
    for each in ids:
        if each not in known:
            raise fields.broken("practice-ids", id=each)
    return ids


def known_id(fields: Fields, key: str, known: Collection[str], default: str | None = None) -> str:
    """One id; UnreadableLesson for one that is not known."""
    found = fields.text(key, default)
    if found != default and found not in known:
        raise fields.broken("practice-ids", id=found)
    return found
