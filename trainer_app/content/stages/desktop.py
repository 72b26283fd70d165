"""Reads a stage at the pretend laptop: sites, keys, tasks, goals, consequences of troubles."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from trainer_app.content.fields import Fields
from trainer_app.content.stages.parts import (
    consequence_tables,
    faces_of,
    goal_tables,
    known_id,
    known_ids,
    unique_ids,
)
from trainer_app.domain.practice.desktop_acts import ME
from trainer_app.domain.practice.desktop_stage import (
    TROUBLES,
    WANTS,
    DesktopConsequence,
    DesktopGoal,
    DesktopStage,
    Key,
    Site,
    Task,
    Trouble,
    Want,
)
from trainer_app.domain.practice.scenario import World


def read_desktop(fields: Fields, world: World) -> DesktopStage:
    """UnreadableLesson if something is missing, or names what is not there."""
    people = tuple(person.id for person in world.people)
    site_tables, key_tables = fields.tables("sites"), fields.tables("keys")
    task_tables = fields.tables("tasks")
    sites, keys = unique_ids(fields, site_tables), unique_ids(fields, key_tables)
    tasks = unique_ids(fields, task_tables)
    read_sites = tuple(_site(each, keys, people) for each in site_tables)
    return DesktopStage(
        id=fields.id("id"),
        kind=fields.text("kind"),
        sites=read_sites,
        keys=tuple(Key(each.id("id"), each.picture("picture", "")) for each in key_tables),
        tasks=tuple(
            Task(each.id("id"), known_id(each, "site", sites), each.picture("picture", ""))
            for each in task_tables
        ),
        stranger=known_id(fields, "stranger", people),
        own=fields.flag("own", False),
        faces=faces_of(world),
        goals=_goals(fields, read_sites, tasks),
        consequences=tuple(
            DesktopConsequence(
                id=each.id("id"),
                of=known_ids(each, "of", sites),
                when=cast(Trouble, each.one_of("when", TROUBLES, "left-open")),
            )
            for each in consequence_tables(fields)
        ),
    )


def _site(fields: Fields, keys: Collection[str], people: Collection[str]) -> Site:
    left_by = known_id(fields, "left_by", people, "")
    if left_by == ME:
        raise fields.broken("practice-ids", id=left_by)
    return Site(
        id=fields.id("id"),
        key=known_id(fields, "key", keys),
        picture=fields.picture("picture", ""),
        offers=fields.flag("offers", False),
        stays=fields.flag("stays", False),
        left_by=left_by,
    )


def _goals(
    fields: Fields, sites: Collection[Site], tasks: Collection[str]
) -> tuple[DesktopGoal, ...]:
    """Goals of tasks or of sites; a goal that wants what its sites cannot have is broken."""
    able: dict[Want, tuple[str, ...]] = {
        "done": tuple(tasks),
        "not-kept": tuple(site.id for site in sites if site.offers),
        "other-out": tuple(site.id for site in sites if site.left_by),
        "left": (),
    }
    goals = []
    for table in goal_tables(fields):
        wants = cast(Want, table.one_of("wants", WANTS, "done"))
        if wants != "left" and not able[wants]:
            raise table.broken("toml-fields", key="wants")
        goals.append(DesktopGoal(table.id("id"), known_ids(table, "of", able[wants]), wants))
    return tuple(goals)
