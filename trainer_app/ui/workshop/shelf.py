"""The scam shelf, as a trainer keeps it: what is on it, since when, to play and to take down."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.domain.scams import Scam
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import long_date
from trainer_app.services.scams import Scams
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, flow, is_roomy, margins
from trainer_app.ui.page import Now, Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    Card,
    Chip,
    Dialog,
    Disc,
    EmptyState,
    Scroller,
    SvgPicture,
    Text,
    Toast,
)
from trainer_app.ui.workshop.shelf_words import message, scam_title

if TYPE_CHECKING:
    from trainer_app.content.shelf import ScamShelf


class ShelfPage(Page):
    """What is on the shelf, the newest first.

    Signals: `back_requested`; `new_requested`: put another one there; `play_requested(str)` with
    the scam: play it with the class.
    """

    guide = "helping"

    back_requested = Signal()
    new_requested = Signal()
    play_requested = Signal(str)

    def __init__(
        self, scams: Scams, shelf: ScamShelf, language: str, bridge: Bridge, *, now: Now
    ) -> None:
        super().__init__()
        self.title = _("Scam shelf")
        self._scams, self._shelf, self._language = scams, shelf, language
        self._bridge, self._now = bridge, now
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        margins(column)
        self._adding = Button(_("Put this week’s scam on the shelf"), "primary", icon="plus")
        self._adding.clicked.connect(self.new_requested)
        words = _("Somebody told of a scam? Build it here, and everyone can practise it.")
        heading = Heading(_("Scam shelf"), words, [self._adding], back=_("Lessons"))
        heading.back_requested.connect(self.back_requested)
        column.addWidget(heading)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(current().space(16))
        column.addLayout(self._entries)
        column.addStretch(1)
        whole.addWidget(Scroller(page))
        self._read()

    def news(self, changed: frozenset[str]) -> None:
        """Read again when the shelf changed."""
        if "scams" in changed:
            self._read()

    def _read(self) -> None:
        clear(self._entries)
        scams = self._scams.all()
        first = next((each for each in scams if self._shelf.knows(each)), None)
        for scam in scams:
            known = self._shelf.knows(scam)
            entry = self._entry(scam, shown=scam is first) if known else self._unknown(scam)
            self._entries.addWidget(entry)
        if not scams:
            words = _("Nothing is on the shelf yet. It takes two minutes, and no names.")
            scene = places.assets() / "scenes" / "listen.svg"
            self._entries.addWidget(
                EmptyState(scene, _("A woman speaks to a group, and everyone listens."), words)
            )

    def _entry(self, scam: Scam, *, shown: bool) -> Card:
        words = self._shelf.words(scam.template, self._language)
        title = scam_title(words, scam.choices)
        playing = Button(_("Play with the class"), "secondary", icon="presentation")
        playing.setAccessibleName(_("Play “{title}” with the class").format(title=isolate(title)))
        playing.clicked.connect(lambda: self.play_requested.emit(scam.id))
        column = QVBoxLayout()
        column.setSpacing(current().space(6))
        column.addWidget(Text(title, "large", "bold"))
        column.addWidget(Text(message(words, scam.choices.by_slot), "body", tight=True))
        column.addWidget(Text(self._since(scam), "small", colour="muted", tight=True))
        if shown:
            column.addWidget(flow(Chip(_("Learners see this one"), "primary", icon="star")))
        column.addWidget(flow(playing, self._down_button(scam, title)))
        card = Card(pad=16)
        row = QHBoxLayout()
        row.setSpacing(current().space(20))
        if is_roomy():
            picture = self._shelf.template(scam.template).picture
            row.addWidget(SvgPicture(picture, "", most=112, least=112), 0, _TOP)
        row.addLayout(column, 1)
        card.add(row)
        return card

    def _unknown(self, scam: Scam) -> Card:
        """It came from a laptop with newer lessons."""
        title = _("Not known here yet")
        words = _(
            "This one came from another laptop, with newer lessons. It can be played here once "
            "this laptop has them too."
        )
        column = QVBoxLayout()
        column.setSpacing(current().space(6))
        column.addWidget(Text(title, "large", "bold"))
        column.addWidget(Text(words, "body", tight=True))
        column.addWidget(Text(self._since(scam), "small", colour="muted", tight=True))
        column.addWidget(flow(self._down_button(scam, title)))
        card = Card(pad=16)
        row = QHBoxLayout()
        row.setSpacing(current().space(20))
        row.addWidget(Disc("circle-help", "plain"), 0, _TOP)
        row.addLayout(column, 1)
        card.add(row)
        return card

    def _since(self, scam: Scam) -> str:
        day = datetime.fromtimestamp(scam.at, self._now().tzinfo).date()
        return _("On the shelf since {day}").format(day=long_date(day))

    def _down_button(self, scam: Scam, title: str) -> Button:
        button = Button(_("Take down"), "quiet", icon="x")
        button.setAccessibleName(_("Take down “{title}”").format(title=isolate(title)))
        button.clicked.connect(lambda: self._ask(scam, title))
        return button

    def _ask(self, scam: Scam, title: str) -> None:
        keep = Button(_("Leave it there"), "secondary")
        down = Button(_("Take down"), "primary", icon="x")
        dialog = Dialog(
            self.window(),
            _("Take it down?"),
            _("Learners see “{title}” no more, on any laptop that hears the news.").format(
                title=isolate(title)
            ),
            [("", keep), ("down", down)],
            escape="",
        )
        dialog.answered.connect(lambda answer: self._take_down(scam) if answer else None)
        dialog.open(keep)

    def _take_down(self, scam: Scam) -> None:
        def take() -> bool:
            self._scams.take_down(scam.id)
            return True

        if self._bridge.run(take, "scams"):
            Toast.say(self.window(), _("Taken down"))
            self._adding.setFocus(Qt.FocusReason.OtherFocusReason)


_TOP = Qt.AlignmentFlag.AlignTop
