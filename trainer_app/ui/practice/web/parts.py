"""The places of the pretend web: start, results, pages, who is behind them, sightings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.scenario import WordId
from trainer_app.domain.practice.web import Action
from trainer_app.domain.practice.web_places import Go
from trainer_app.domain.practice.web_view import (
    AboutView,
    ClaimView,
    PageCard,
    PageView,
    SearchView,
    SightingView,
    WebView,
)
from trainer_app.i18n import _, isolate
from trainer_app.ui.practice.pieces.faces import Face
from trainer_app.ui.practice.pieces.laid_out import beside, heading, line_of, row, stacked
from trainer_app.ui.practice.pieces.picture_card import CardLook, PictureCard, pressing
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.stage_screen import Material
from trainer_app.ui.practice.web.words import claim_note
from trainer_app.ui.widgets import Card, Icon, Notice, SvgPicture, Text

Act = Callable[[Action], None]


class Places:
    """Makes the parts of each place; `act` is told what is pressed."""

    def __init__(self, material: Material, act: Act) -> None:
        self._material, self._act = material, act

    def start(self, view: WebView) -> list[Part]:
        """The messages that came, and the searches that are ready."""
        parts = [heading(_("Messages")), *(self._claim(each) for each in view.claims)]
        return [*parts, *self.searches(view)]

    def searches(self, view: WebView) -> list[Part]:
        """The searches that are ready."""
        if not view.searches:
            return []
        return [heading(_("Look for more")), *(self._search(each) for each in view.searches)]

    def nothing(self) -> Part:
        """What is said when typed words find nothing."""
        words = _("Nothing was found. Try other words.")
        return Part("nothing", words, partial(Notice, words, "primary", icon="search"))

    def results(self, view: WebView) -> list[Part]:
        """What a search found, and for whom."""
        if view.search is None:
            return []
        asked = Part(("search", view.search.id), None, partial(self._asked, view.search))
        return [asked, *(self._page_card(each) for each in view.results)]

    def page(self, page: PageView) -> list[Part]:
        """A page, and what leads on from it."""
        parts = [Part(("page", page.id), page, partial(self._page, page))]
        parts += self.behind(page.about, page.trace)
        if page.earlier is not None:
            parts.append(heading(_("The archive keeps how it was before")))
            parts.append(self._page_card(page.earlier, sign="history"))
        if page.links:
            parts.append(heading(_("Links on this page")))
        return [*parts, *(self._page_card(each, sign="link") for each in page.links)]

    def behind(self, about: Go | None, trace: Go | None) -> list[Part]:
        """The ways to look behind something."""
        parts = []
        if about is not None:
            parts.append(self.way(about, "user-search", _("Who is behind this site?")))
        if trace is not None:
            parts.append(self.way(trace, "image", _("Where was this picture before?")))
        return parts

    def way(self, go: Go, icon: str, words: str) -> Part:
        """A large button that leads somewhere."""
        return row(go, Saying(icon, words), partial(self._act, go), sign="chevron-right")

    def about(self, about: AboutView) -> list[Part]:
        """Who is behind a site."""
        return [Part(("about", about.site), None, partial(self._about, about))]

    def traces(self, found: tuple[SightingView, ...]) -> list[Part]:
        """Where a picture was before."""
        parts = [heading(_("This picture was seen before"))]
        return [*parts, *(self._sighting_card(each) for each in found)]

    def sighting(self, sighting: SightingView) -> list[Part]:
        """One earlier appearance, large."""
        return [Part(("sighting", sighting.id), None, partial(self._sighting, sighting))]

    def _card(self, key: Go, look: CardLook) -> Part:
        act = partial(self._act, key)
        return Part(key, look, lambda: pressing(PictureCard(look), act))

    def _path(self, picture: str) -> Path | None:
        return self._material.picture(picture) if picture else None

    def _claim(self, claim: ClaimView) -> Part:
        """A message; what a voice note says is heard, not read, before it is opened."""
        material = self._material
        look = CardLook(
            line_of(_("Voice note")) if claim.voice else material.line(claim.word),
            picture=self._path(claim.picture),
            sign="audio-lines" if claim.voice else "message-circle",
            note=claim_note(claim),
            label=material.text(claim.person) if claim.person else "",
            label_icon="circle-check" if claim.settled else "user-round",
            to_mend=claim.to_mend,
            end="chevron-right",
        )
        return self._card(Go("claim", claim.id), look)

    def _search(self, search: SearchView) -> Part:
        material = self._material
        name = isolate(material.text(search.person)) if search.person else ""
        look = CardLook(
            material.line(search.word),
            sign="search",
            label=_("{name} searches").format(name=name) if name else "",
            label_icon="user-round",
            end="chevron-right",
        )
        return self._card(Go("results", search.id), look)

    def _page_card(self, page: PageCard, *, sign: str = "globe") -> Part:
        material = self._material
        site = material.text(page.site)
        look = CardLook(
            material.line(page.title),
            picture=self._path(page.picture),
            sign=sign,
            note=" · ".join((site, _("You opened this"))) if page.seen else site,
            label=_("Ad: somebody paid for this place") if page.ad else "",
            label_icon="megaphone",
            end="chevron-right",
        )
        return self._card(Go("page", page.id), look)

    def _sighting_card(self, sighting: SightingView) -> Part:
        look = CardLook(
            self._material.line(sighting.word),
            picture=self._path(sighting.picture),
            sign="calendar",
            note=_("You opened this") if sighting.seen else "",
            end="chevron-right",
        )
        return self._card(Go("sighting", sighting.id), look)

    def _asked(self, search: SearchView) -> QWidget:
        title = Text(self._material.line(search.word), "large", "bold", tight=True)
        if search.person is None:
            return beside(Icon("search", "primary", 26), title)
        name = self._material.text(search.person)
        said = _("What {name} finds").format(name=isolate(name))
        words = stacked(Text(said, "small", colour="muted", tight=True), title)
        return beside(Face(self._path(search.face), name), words)

    def _page(self, page: PageView) -> QWidget:
        material = self._material
        card = Card(self._site_line(page.site, page.site_picture), pad=16)
        if page.ad:
            words = Text(_("Ad: somebody paid for this place"), "small", "bold", colour="accent")
            card.add(beside(Icon("megaphone", "accent", 20), words))
        card.add(Text(material.line(page.title), "large", "bold"))
        dated = material.text(page.date) if page.date else _("This page has no date.")
        card.add(beside(Icon("calendar", "muted", 20), Text(dated, "small", colour="muted")))
        if page.picture:
            title = material.text(page.title)
            card.add(SvgPicture(material.picture(page.picture), title, most=200))
        card.add(Text(material.line(page.text)))
        return card

    def _about(self, about: AboutView) -> QWidget:
        card = Card(self._site_line(about.site, about.picture), pad=16)
        card.add(Text(_("Who is behind this site?"), "large", "bold"))
        card.add(Text(self._material.line(about.about)))
        return card

    def _sighting(self, sighting: SightingView) -> QWidget:
        words = Text(self._material.line(sighting.word), "large", "semibold")
        card = Card(pad=16)
        if sighting.picture:
            path = self._material.picture(sighting.picture)
            card.add(SvgPicture(path, words.text(), most=260))
        card.add(beside(Icon("calendar", "primary", 26), words))
        return card

    def _site_line(self, site: WordId, picture: str) -> QWidget:
        name = self._material.text(site)
        face = Face(self._path(picture), name, 40, icon="globe")
        return beside(face, Text(name, "body", "semibold", tight=True))
