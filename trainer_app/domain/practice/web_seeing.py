"""Makes what is drawn of the pretend web from how it stands."""

from __future__ import annotations

from trainer_app.domain.practice.scenario import PEOPLE, WordId, World
from trainer_app.domain.practice.web_places import Go
from trainer_app.domain.practice.web_stage import Claim, Search, Sighting
from trainer_app.domain.practice.web_state import Web
from trainer_app.domain.practice.web_view import (
    AboutView,
    ClaimView,
    PageCard,
    PageView,
    SearchView,
    SightingView,
    WebView,
)


def see(state: Web) -> WebView:
    """The claims, the searches, and the place that is open."""
    stage, at = state.stage, state.at
    claims = tuple(_claim(state, each) for each in stage.claims)
    searches = tuple(_search(state, each) for each in stage.searches)
    about = stage.site(at.thing) if at.where == "about" else None
    return WebView(
        at=at,
        may_go_back=bool(state.trail),
        claims=claims,
        searches=searches,
        typed=state.typed,
        nothing=state.nothing,
        claim=next((each for each in claims if at == Go("claim", each.id)), None),
        search=next((each for each in searches if at == Go("results", each.id)), None),
        results=_results(state),
        page=_page(state, at.thing) if at.where == "page" else None,
        about=AboutView(
            site=stage.word("sites", about.id),
            about=stage.word("abouts", about.id),
            picture=about.picture,
        )
        if about
        else None,
        traces=tuple(_sighting(state, each) for each in stage.traces(at.thing))
        if at.where == "trace"
        else (),
        sighting=_sighting(state, stage.sighting(at.thing)) if at.where == "sighting" else None,
    )


def _results(state: Web) -> tuple[PageCard, ...]:
    if state.at.where != "results":
        return ()
    return tuple(_card(state, each) for each in state.stage.search(state.at.thing).results)


def _claim(state: Web, claim: Claim) -> ClaimView:
    stage, judgement = state.stage, state.judgement(claim.id)
    return ClaimView(
        id=claim.id,
        word=stage.word("claims", claim.id),
        person=_name(claim.person),
        face=stage.faces.get(claim.person, ""),
        picture=claim.picture,
        voice=claim.voice,
        verdict=judgement.verdict,
        deed=judgement.deed,
        to_mend=any(state.troubles(claim)),
        settled=state.settled(claim),
        found=tuple(
            _title(state, each) for each in (*claim.needs, *claim.one_of) if each in state.opened
        ),
        goes_to=Go("page", claim.page) if claim.page else None,
        trace=Go("trace", claim.id) if stage.traces(claim.id) else None,
    )


def _title(state: Web, thing: str) -> WordId:
    """The words by which something that was opened is remembered."""
    stage = state.stage
    for name, things in (
        ("abouts", stage.sites),
        ("sightings", stage.sightings),
        ("searches", stage.searches),
    ):
        if any(thing == each.id for each in things):
            return stage.word(name, thing)
    return stage.word("pages", thing)


def _search(state: Web, search: Search) -> SearchView:
    stage = state.stage
    word, face = stage.word("searches", search.id), stage.faces.get(search.person, "")
    return SearchView(search.id, word, _name(search.person), face)


def _card(state: Web, page_id: str) -> PageCard:
    stage = state.stage
    page = stage.page(page_id)
    site = stage.site(page.site)
    return PageCard(
        id=page.id,
        title=stage.word("pages", page.id),
        site=stage.word("sites", site.id),
        picture=page.picture or site.picture,
        ad=page.ad,
        seen=page.id in state.opened,
    )


def _page(state: Web, page_id: str) -> PageView:
    stage = state.stage
    page = stage.page(page_id)
    site = stage.site(page.site)
    return PageView(
        id=page.id,
        title=stage.word("pages", page.id),
        site=stage.word("sites", site.id),
        site_picture=site.picture,
        text=stage.word("texts", page.id),
        date=stage.word("dates", page.id) if page.dated else None,
        picture=page.picture,
        ad=page.ad,
        links=tuple(_card(state, each) for each in page.links),
        about=Go("about", site.id) if site.about else None,
        earlier=_card(state, page.earlier) if page.earlier else None,
        trace=Go("trace", page.id) if stage.traces(page.id) else None,
    )


def _sighting(state: Web, sighting: Sighting) -> SightingView:
    word = state.stage.word("sightings", sighting.id)
    return SightingView(sighting.id, word, sighting.picture, sighting.id in state.opened)


def _name(person: str) -> WordId | None:
    return World().word(PEOPLE, person) if person else None
