"""Reads a stage on the pretend web: claims, sites, pages, searches, sightings of pictures."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
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
from trainer_app.domain.practice.scenario import World
from trainer_app.domain.practice.web_stage import (
    DEEDS,
    TROUBLES,
    VERDICTS,
    Claim,
    Deed,
    Page,
    Search,
    Sighting,
    Site,
    Trouble,
    Verdict,
    WebConsequence,
    WebGoal,
    WebStage,
)

# What is right to do with a claim, where practice.toml does not say.
_RIGHT: Mapping[str, tuple[Deed, ...]] = MappingProxyType(
    {"true": ("pass-on", "keep"), "false": ("tell", "keep"), "cannot-tell": ("keep", "tell")}
)


@dataclass(frozen=True, slots=True)
class _Ids:
    """The ids of a stage's things, by their kind."""

    claims: tuple[str, ...]
    sites: tuple[str, ...]
    pages: tuple[str, ...]
    searches: tuple[str, ...]
    sightings: tuple[str, ...]
    abouts: tuple[str, ...]
    people: tuple[str, ...]

    @property
    def seen(self) -> tuple[str, ...]:
        """What can be opened, and so speak to a claim."""
        return (*self.pages, *self.abouts, *self.sightings, *self.searches)


def read_web(fields: Fields, world: World) -> WebStage:
    """UnreadableLesson if something is missing, or names what is not there."""
    tables = {
        name: fields.tables(name, ())
        for name in ("claims", "sites", "pages", "searches", "sightings")
    }
    if not tables["claims"]:
        raise fields.broken("toml-fields", key="claims")
    ids = _Ids(
        claims=unique_ids(fields, tables["claims"]),
        sites=unique_ids(fields, tables["sites"]),
        pages=unique_ids(fields, tables["pages"]),
        searches=unique_ids(fields, tables["searches"]),
        sightings=unique_ids(fields, tables["sightings"]),
        abouts=tuple(each.id("id") for each in tables["sites"] if each.flag("about", False)),
        people=tuple(person.id for person in world.people),
    )
    # One id means one thing wherever it is named.
    fields.require_unique((*ids.claims, *ids.sites, *ids.pages, *ids.searches, *ids.sightings))
    return WebStage(
        id=fields.id("id"),
        kind=fields.text("kind"),
        claims=tuple(_claim(each, ids) for each in tables["claims"]),
        sites=tuple(
            Site(each.id("id"), each.picture("picture", ""), each.flag("about", False))
            for each in tables["sites"]
        ),
        pages=tuple(_page(each, ids) for each in tables["pages"]),
        searches=tuple(_search(each, ids) for each in tables["searches"]),
        sightings=tuple(
            Sighting(
                each.id("id"),
                _some(each, "of", (*ids.claims, *ids.pages)),
                each.picture("picture", ""),
            )
            for each in tables["sightings"]
        ),
        faces=faces_of(world),
        goals=tuple(
            WebGoal(
                each.id("id"), known_ids(each, "of", ids.claims), known_ids(each, "seen", ids.seen)
            )
            for each in goal_tables(fields)
        ),
        consequences=tuple(_consequence(each, ids) for each in consequence_tables(fields)),
    )


def _claim(fields: Fields, ids: _Ids) -> Claim:
    """Somebody has to look at something before a claim can be judged."""
    is_so = fields.one_of("is", VERDICTS)
    needs, one_of = known_ids(fields, "needs", ids.seen), known_ids(fields, "one_of", ids.seen)
    if not needs and not one_of:
        raise fields.broken("toml-fields", key="needs")
    return Claim(
        id=fields.id("id"),
        is_so=cast(Verdict, is_so),
        deeds=cast(tuple[Deed, ...], known_ids(fields, "right", DEEDS)) or _RIGHT[is_so],
        person=known_id(fields, "person", ids.people, ""),
        picture=fields.picture("picture", ""),
        voice=fields.flag("voice", False),
        page=known_id(fields, "page", ids.pages, ""),
        needs=needs,
        one_of=one_of,
    )


def _page(fields: Fields, ids: _Ids) -> Page:
    return Page(
        id=fields.id("id"),
        site=known_id(fields, "site", ids.sites),
        picture=fields.picture("picture", ""),
        links=known_ids(fields, "links", ids.pages),
        earlier=known_id(fields, "earlier", ids.pages, ""),
        ad=fields.flag("ad", False),
        dated=fields.flag("dated", True),
    )


def _search(fields: Fields, ids: _Ids) -> Search:
    return Search(
        id=fields.id("id"),
        results=_some(fields, "results", ids.pages),
        person=known_id(fields, "person", ids.people, ""),
    )


def _consequence(fields: Fields, ids: _Ids) -> WebConsequence:
    return WebConsequence(
        id=fields.id("id"),
        of=known_ids(fields, "of", ids.claims),
        when=cast(Trouble, fields.one_of("when", TROUBLES, "too-soon")),
        verdicts=cast(tuple[Verdict, ...], known_ids(fields, "verdicts", VERDICTS)),
    )


def _some(fields: Fields, key: str, known: Collection[str]) -> tuple[str, ...]:
    """Known ids, at least one."""
    found = known_ids(fields, key, known)
    if not found:
        raise fields.broken("toml-fields", key=key)
    return found
