"""Which papers are printed for an evening, and how many in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _, isolate, ngettext, own_name, pgettext
from trainer_app.i18n.formats import listed, number, short_date
from trainer_app.ui.heading import column, flow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    Card,
    CheckField,
    ChoiceField,
    FlowGrid,
    SegmentField,
    SpinField,
    Text,
)
from trainer_app.ui.widgets.fields import Field
from trainer_app.ui.workshop.attendance_words import SEPARATOR

Paper = Literal["sheet", "plan", "cards", "help", "slips", "poster", "consent"]
"""What may be printed beside the picture cards, in the order in which it is."""
Pictures = Literal["none", "new", "all"]
"""Picture cards for nobody, for who has no pictures yet, or for everyone."""
MOST = 99


@dataclass(frozen=True, slots=True)
class PaperWish:
    """What is to be printed. `copies`: of papers for learners, by language; `large`: one
    take-home card on a page instead of four.
    """

    papers: frozenset[Paper] = frozenset()
    pictures: Pictures = "none"
    large: bool = False
    copies: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be printed."""
        return not self.papers and self.pictures == "none"


@dataclass(frozen=True, slots=True)
class PaperOffer:
    """What there is to print: `papers` make sense tonight, `wish` is what is sensible at first.

    `people` are enrolled, `new` of them have no pictures yet. `next`: the day of the next session.
    `instead`: how many people read a language in which there is nothing yet, by language;
    `centre`: the language that they get.
    """

    papers: frozenset[Paper]
    wish: PaperWish
    people: int
    new: int
    next: date | None
    instead: Mapping[str, int]
    centre: str


class PapersCard(Card):
    """Papers to tick. Signals: `changed`."""

    changed = Signal()

    def __init__(self, offer: PaperOffer, wish: PaperWish | None = None) -> None:
        super().__init__(pad=16)
        wish = wish or offer.wish
        self.body.setSpacing(current().space(8))
        self.add(Text(_("Papers"), "large", "bold"))
        words = _labels(offer)
        self.ticks: dict[Paper, CheckField] = {
            paper: CheckField(words[paper], paper in wish.papers)
            for paper in words
            if paper in offer.papers
        }
        whom = _for_whom(offer)
        self._whom = dict(whom)
        # Once they were printed, nobody is without pictures any more.
        chosen = wish.pictures if wish.pictures in self._whom else "none"
        self.pictures = ChoiceField(_("Picture cards"), whom, chosen)
        self.card_size = SegmentField(
            _("Size of take-home cards"),
            [
                ("small", _("Four on a page"), "grid-2x2"),
                ("large", pgettext("a paper", "Large"), "file-text"),
            ],
            "large" if wish.large else "small",
        )
        self.copies = {
            language: SpinField(own_name(language), count, most=MOST)
            for language, count in wish.copies.items()
        }
        grid = FlowGrid(210, 0, most=2)
        grid.add(*self.ticks.values())
        self._sum = Text("", "body", tight=True)
        self.more = Button(_("Change"), icon="pencil", size="small")
        self.more.setAccessibleName(_("Change how many, and which picture cards"))
        self.more.clicked.connect(self.unfold)
        self._folded = self._details(offer)
        self._folded.hide()
        self.add(grid, self._sum, flow(self.more), self._folded)
        if offer.instead:
            self.add(Text(_instead(offer), "small", colour="muted", tight=True))
        self._listen()
        self._changed()

    def _listen(self) -> None:
        for tick in self.ticks.values():
            tick.toggled.connect(lambda _on: self._changed())
        self.pictures.changed.connect(lambda _key: self._changed())
        self.card_size.changed.connect(lambda _key: self._changed())
        for count in self.copies.values():
            count.changed.connect(lambda _count: self._changed())

    def _details(self, offer: PaperOffer) -> QWidget:
        """What seldom needs to be changed."""
        parts: list[QWidget] = []
        self._first: Field = next(iter(self.copies.values()), self.pictures)
        if offer.people:
            parts.append(self.pictures)
            self._first = self.pictures
        if "cards" in offer.papers:
            parts.append(self.card_size)
        parts.append(Text(_("For learners, how many of each"), "body", "semibold", tight=True))
        parts.append(flow(*self.copies.values(), gap=12))
        return column(*parts, gap=8)

    def unfold(self) -> None:
        """Show how many there are of each, to be changed."""
        self.more.hide()
        self._sum.hide()
        self._folded.show()
        self._first.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        wish = self.value()
        counts = [
            f"{isolate(own_name(language))} {number(count)}"
            for language, count in wish.copies.items()
            if count
        ]
        words = [_("For learners: {counts}").format(counts=SEPARATOR.join(counts) or "–")]
        if wish.pictures != "none":
            whom = self._whom[wish.pictures]
            words.append(_("Picture cards: {whom}").format(whom=whom))
        self._sum.set_words("\n".join(words))
        self.changed.emit()

    def value(self) -> PaperWish:
        """What is chosen."""
        return PaperWish(
            papers=frozenset(paper for paper, tick in self.ticks.items() if tick.isChecked()),
            pictures=cast("Pictures", self.pictures.value() or "none"),
            large=self.card_size.value() == "large",
            copies={language: one.value() for language, one in self.copies.items()},
        )


def _labels(offer: PaperOffer) -> dict[Paper, str]:
    slips = _("Slips for the next session")
    if offer.next is not None:
        slips = _("Slips for {day}").format(day=short_date(offer.next))
    return {
        "sheet": _("Sign-in sheet"),
        "plan": _("The plan, for you"),
        "cards": _("Take-home cards"),
        "help": _("Help cards"),
        "slips": slips,
        "poster": _("Poster of the room"),
        "consent": _("Consent forms"),
    }


def _for_whom(offer: PaperOffer) -> Sequence[tuple[str, str]]:
    nobody = ngettext(
        "{count} person, who has none yet", "{count} people who have none yet", offer.new
    ).format(count=number(offer.new))
    everyone = ngettext("Everyone: {count} person", "Everyone: {count} people", offer.people)
    options = [("none", _("None"))]
    if offer.new:
        options.append(("new", nobody))
    return [*options, ("all", everyone.format(count=number(offer.people)))]


def _instead(offer: PaperOffer) -> str:
    """Who gets another language than theirs, and which."""
    parts = []
    for language, count in offer.instead.items():
        words = ngettext("{language} ({count} person)", "{language} ({count} people)", count)
        parts.append(words.format(language=isolate(own_name(language)), count=number(count)))
    words = _("No words yet in {languages}. They get {other}.")
    return words.format(languages=listed(parts), other=isolate(own_name(offer.centre)))
