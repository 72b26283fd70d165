"""Where one can be on the pretend web, and what leads from there to where."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice.web_stage import WebStage

Where = Literal["start", "claim", "results", "page", "about", "trace", "sighting"]


@dataclass(frozen=True, slots=True)
class Go:
    """Go somewhere, which is also the name of the place.

    `claim`, `page`, `sighting` open a thing; `results` are a search's; `about` says who is behind
    a site; `trace` searches by the picture of a claim or a page.
    """

    where: Where = "start"
    thing: str = ""


START = Go()


def require_place(stage: WebStage, place: Go) -> None:
    """Raises UnknownThing unless the stage has such a thing."""
    thing = place.thing
    match place.where:
        case "start":
            pass
        case "claim":
            stage.claim(thing)
        case "results":
            stage.search(thing)
        case "page":
            stage.page(thing)
        case "about":
            stage.site(thing)
        case "sighting":
            stage.sighting(thing)
        case "trace":
            pages = any(thing == page.id for page in stage.pages)
            if not pages and not any(thing == claim.id for claim in stage.claims):
                raise UnknownThing(what="page", id=thing)


def ways_from(stage: WebStage, place: Go) -> Iterator[Go]:
    """Where one can go from a place: start, claims and searches are at hand everywhere."""
    yield START
    yield from (Go("claim", claim.id) for claim in stage.claims)
    yield from (Go("results", search.id) for search in stage.searches)
    match place.where:
        case "claim":
            page = stage.claim(place.thing).page
            if page:
                yield Go("page", page)
        case "results":
            yield from (Go("page", page) for page in stage.search(place.thing).results)
        case "page":
            yield from _from_page(stage, place.thing)
        case "trace":
            yield from (Go("sighting", each.id) for each in stage.traces(place.thing))
    if place.where in ("claim", "page") and stage.traces(place.thing):
        yield Go("trace", place.thing)


def way_to(stage: WebStage, place: Go, goal: Go) -> Go | None:
    """The first step of the shortest way from a place to another; None if there is none."""
    seen = {place}
    waiting = deque([(each, each) for each in ways_from(stage, place)])
    while waiting:
        at, first = waiting.popleft()
        if at == goal:
            return first
        if at not in seen:
            seen.add(at)
            waiting.extend((each, first) for each in ways_from(stage, at))
    return None


def place_of(stage: WebStage, thing: str) -> Go:
    """Where something that counts as seen is found. Raises UnknownThing(what="page")."""
    if any(thing == each.id for each in stage.sites):
        return Go("about", thing)
    if any(thing == each.id for each in stage.sightings):
        return Go("sighting", thing)
    if any(thing == each.id for each in stage.searches):
        return Go("results", thing)
    return Go("page", stage.page(thing).id)


def _from_page(stage: WebStage, page_id: str) -> Iterator[Go]:
    page = stage.page(page_id)
    yield from (Go("page", link) for link in page.links)
    if page.earlier:
        yield Go("page", page.earlier)
    if stage.site(page.site).about:
        yield Go("about", page.site)
