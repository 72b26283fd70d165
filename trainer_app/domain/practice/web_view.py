"""What is drawn of the pretend web: claims, and the place that is open."""

from __future__ import annotations

from dataclasses import dataclass, field

from trainer_app.domain.practice.scenario import WordId
from trainer_app.domain.practice.web_places import Go
from trainer_app.domain.practice.web_stage import Deed, Verdict


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as it is drawn. `verdict` and `deed` are None until they are chosen.

    `person` is who sent it, None if nobody is named, and `face` their picture. `found` names what
    was opened and speaks to it. `goes_to` is where it comes from; `trace`: its picture can be
    searched for.
    """

    id: str
    word: WordId
    person: WordId | None
    face: str
    picture: str
    voice: bool
    verdict: Verdict | None
    deed: Deed | None
    to_mend: bool
    settled: bool
    found: tuple[WordId, ...]
    goes_to: Go | None
    trace: Go | None


@dataclass(frozen=True, slots=True)
class SearchView:
    """A search that is ready to ask. `person` is whose it is, None for the learner's own."""

    id: str
    word: WordId
    person: WordId | None
    face: str


@dataclass(frozen=True, slots=True)
class PageCard:
    """A page among results or links; `seen`: it was opened before."""

    id: str
    title: WordId
    site: WordId
    picture: str
    ad: bool
    seen: bool


@dataclass(frozen=True, slots=True)
class PageView:
    """A page that is open. `about`, `earlier` and `trace` are where its buttons lead, or None."""

    id: str
    title: WordId
    site: WordId
    site_picture: str
    text: WordId
    date: WordId | None
    picture: str
    ad: bool
    links: tuple[PageCard, ...]
    about: Go | None
    earlier: PageCard | None
    trace: Go | None


@dataclass(frozen=True, slots=True)
class AboutView:
    """Who is behind a site."""

    site: WordId
    about: WordId
    picture: str


@dataclass(frozen=True, slots=True)
class SightingView:
    """An earlier appearance of a picture."""

    id: str
    word: WordId
    picture: str
    seen: bool


@dataclass(frozen=True, slots=True)
class WebView:
    """The web as it stands: only what belongs to the place `at` is filled.

    `typed` is what was last typed in the search field; `nothing`: it found nothing.
    """

    at: Go
    may_go_back: bool
    claims: tuple[ClaimView, ...]
    searches: tuple[SearchView, ...]
    typed: str = field(default="", repr=False)
    nothing: bool = False
    claim: ClaimView | None = None
    results: tuple[PageCard, ...] = ()
    search: SearchView | None = None
    page: PageView | None = None
    about: AboutView | None = None
    traces: tuple[SightingView, ...] = ()
    sighting: SightingView | None = None
