"""What a stage on the pretend web is made of: claims to judge, and what can be found out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeVar, get_args

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice.scenario import Consequence, Goal, Stage, WordList

Verdict = Literal["true", "false", "cannot-tell"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

Deed = Literal["keep", "pass-on", "tell"]
DEEDS: tuple[Deed, ...] = get_args(Deed)

Trouble = Literal["too-soon", "same-source", "wrong-verdict", "passed-on", "wrong-deed"]
TROUBLES: tuple[Trouble, ...] = get_args(Trouble)


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that came to the learner, to be judged; `is_so` is what it is.

    `page` is where it comes from: what says it of itself, and so proves nothing. Judged rightly is
    a claim after everything of `needs` and one of `one_of` was opened. `deeds` are right then.
    """

    id: str
    is_so: Verdict
    deeds: tuple[Deed, ...]
    person: str = ""
    picture: str = ""
    voice: bool = False
    page: str = ""
    needs: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """A website. `about`: it has a page that says who is behind it."""

    id: str
    picture: str = ""
    about: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a site. `earlier` is the version that the archive keeps.

    `ad`: somebody paid for its place among the results. `dated`: it says when it was made.
    """

    id: str
    site: str
    picture: str = ""
    links: tuple[str, ...] = ()
    earlier: str = ""
    ad: bool = False
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """A search and what it finds. `person`: it is somebody's own, and finds what they would see."""

    id: str
    results: tuple[str, ...]
    person: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An earlier appearance of a picture; `of` are the claims and pages that show the picture."""

    id: str
    of: tuple[str, ...]
    picture: str = ""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


NamedT = TypeVar("NamedT", bound=_Named)


@dataclass(frozen=True, slots=True)
class WebGoal(Goal):
    """Met when the claims in `of` are settled and everything in `seen` was opened.

    Without both: when all claims are settled.
    """

    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WebConsequence(Consequence):
    """What follows a trouble with a claim; only after one of `verdicts`, if there are any."""

    when: Trouble = "too-soon"
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WebStage(Stage):
    """A small web and the claims that are to be checked in it. All ids differ from each other.

    `faces` are pictures by person.
    """

    claims: tuple[Claim, ...]
    sites: tuple[Site, ...] = ()
    pages: tuple[Page, ...] = ()
    searches: tuple[Search, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    faces: Mapping[str, str] = field(default_factory=dict)
    goals: tuple[WebGoal, ...]
    consequences: tuple[WebConsequence, ...] = ()

    @property
    def things(self) -> tuple[WordList, ...]:
        """Claims, searches, sites; of pages a title, a text, and a date if it has one."""
        pages = tuple(page.id for page in self.pages)
        return (
            WordList("claims", tuple(claim.id for claim in self.claims)),
            WordList("searches", tuple(search.id for search in self.searches)),
            WordList("sites", tuple(site.id for site in self.sites)),
            WordList("abouts", tuple(site.id for site in self.sites if site.about)),
            WordList("pages", pages),
            WordList("texts", pages),
            WordList("dates", tuple(page.id for page in self.pages if page.dated)),
            WordList("sightings", tuple(sighting.id for sighting in self.sightings)),
        )

    @property
    def pictures(self) -> tuple[str, ...]:
        """Those of claims, sites, pages and sightings."""
        things: list[Claim | Site | Page | Sighting] = [*self.claims, *self.sites]
        things += [*self.pages, *self.sightings]
        return tuple(each.picture for each in things)

    def claim(self, claim_id: str) -> Claim:
        """One claim. Raises UnknownThing(what="claim")."""
        return _one(self.claims, "claim", claim_id)

    def site(self, site_id: str) -> Site:
        """One site. Raises UnknownThing(what="site")."""
        return _one(self.sites, "site", site_id)

    def page(self, page_id: str) -> Page:
        """One page. Raises UnknownThing(what="page")."""
        return _one(self.pages, "page", page_id)

    def search(self, search_id: str) -> Search:
        """One search. Raises UnknownThing(what="search")."""
        return _one(self.searches, "search", search_id)

    def sighting(self, sighting_id: str) -> Sighting:
        """One sighting. Raises UnknownThing(what="sighting")."""
        return _one(self.sightings, "sighting", sighting_id)

    def traces(self, thing: str) -> tuple[Sighting, ...]:
        """The earlier appearances of the picture of a claim or a page, as they are listed."""
        return tuple(each for each in self.sightings if thing in each.of)


def _one(things: Iterable[NamedT], what: str, thing_id: str) -> NamedT:
    for each in things:
        if each.id == thing_id:
            return each
    raise UnknownThing(what=what, id=thing_id)
