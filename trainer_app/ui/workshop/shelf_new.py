"""This week's scam, rebuilt in two minutes: a picture, three questions, and onto the shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.scams import SLOTS, Choices, ScamTemplate, Slot, TemplateWords
from trainer_app.i18n import _, isolate, ngettext, own_name
from trainer_app.i18n.formats import number
from trainer_app.services.scams import Scams
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, flow, is_roomy, margins
from trainer_app.ui.page import Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    Card,
    Chip,
    FlowGrid,
    Icon,
    Notice,
    Panel,
    Scroller,
    SegmentField,
    Text,
    TileButton,
)
from trainer_app.ui.workshop.shelf_words import message, question

if TYPE_CHECKING:
    from trainer_app.content.shelf import ScamShelf

Memory = tuple[str, dict[Slot, str]]


class NewScamPage(Page):
    """First what kind of scam, then who, what and which clue; nothing is typed.

    Signals: `back_requested`; `put(str)` with the scam that is on the shelf now.
    """

    guide = "helping"

    back_requested = Signal()
    put = Signal(str)

    def __init__(self, scams: Scams, shelf: ScamShelf, language: str, bridge: Bridge) -> None:
        super().__init__()
        self.title = _("This week’s scam")
        self._scams, self._shelf, self._language = scams, shelf, language
        self._bridge = bridge
        self._template = ""
        self._chosen: dict[Slot, str] = {}
        self._first: QWidget | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        self._column = QVBoxLayout(page)
        margins(self._column)
        self._scroller = Scroller(page)
        whole.addWidget(self._scroller)
        self._show_templates()

    # First: what kind of scam
    def _show_templates(self) -> None:
        self._template, self._chosen = "", {}
        self._begin(
            _("What was it about?"),
            _("Choose what comes nearest. No names, and nothing to type."),
            _("Scam shelf"),
        ).back_requested.connect(self.back_requested)
        grid = FlowGrid(200, 16, most=4)
        tiles = [self._tile(each) for each in self._shelf.ready]
        grid.add(*tiles)
        self._column.addWidget(grid)
        self._column.addStretch(1)
        self._focus(tiles[0] if tiles else None)

    def _tile(self, template: ScamTemplate) -> TileButton:
        words = self._shelf.words(template.id, self._language)
        tile = TileButton(words.title, template.picture, template.hue, picture_height=120)
        tile.setAccessibleDescription(words.about)
        tile.clicked.connect(lambda: self._show_questions(template.id, {}))
        return tile

    # Then: three questions
    def _show_questions(self, template_id: str, chosen: dict[Slot, str]) -> None:
        self._template, self._chosen = template_id, chosen
        words = self._shelf.words(template_id, self._language)
        heading = self._begin(words.title, words.about, _("Another kind"))
        heading.back_requested.connect(self._show_templates)
        if words.language != self._language:
            said = _("Not in your language; shown in {language}")
            language = isolate(own_name(words.language))
            self._column.addWidget(
                flow(Chip(said.format(language=language), "accent", icon="languages"))
            )
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        sides = QBoxLayout(across if is_roomy() else down)
        sides.setSpacing(current().space(24))
        fields = [self._field(slot, words) for slot in SLOTS]
        questions = QVBoxLayout()
        questions.setSpacing(current().space(12))
        for part, _field in fields:
            questions.addWidget(part)
        questions.addStretch(1)
        sides.addLayout(questions, 3)
        sides.addLayout(self._side(words), 2)
        self._column.addLayout(sides)
        self._column.addStretch(1)
        self._show_message(words)
        self._focus(fields[0][1])

    def _field(self, slot: Slot, words: TemplateWords) -> tuple[Card, SegmentField]:
        ids = self._shelf.template(self._template).ids(slot)
        options = [(id, words.option(slot, id).label) for id in ids]
        field = SegmentField(question(slot), options, self._chosen.get(slot))
        field.changed.connect(lambda id: self._choose(slot, id, words))
        return Card(Text(question(slot), "body", "semibold"), field, pad=16), field

    def _side(self, words: TemplateWords) -> QVBoxLayout:
        """The message as it will come, what a trainer should know, and the button."""
        self._who = Text("", "body", "semibold", tight=True)
        self._message = Text("", "body", tight=True)
        bubble = Panel("sunk", None, pad=14)
        bubble.body.addWidget(self._message)
        from_whom = QHBoxLayout()
        from_whom.setSpacing(current().space(8))
        from_whom.addWidget(Icon("message-circle", "muted", 22), 0, Qt.AlignmentFlag.AlignTop)
        from_whom.addWidget(self._who, 1)
        card = Card(pad=16)
        card.add(Text(_("So it will come"), "small", colour="muted"), from_whom, bubble)
        self._put = Button(_("Put on the shelf"), "primary", icon="check", size="large")
        self._put.clicked.connect(self._put_it_there)
        self._missing = Text("", "small", colour="muted", tight=True)
        side = QVBoxLayout()
        side.setSpacing(current().space(12))
        side.addWidget(card)
        side.addWidget(self._put)
        side.addWidget(self._missing)
        side.addWidget(Notice(words.note, "primary", icon="lightbulb"))
        side.addStretch(1)
        return side

    def _choose(self, slot: Slot, option: str, words: TemplateWords) -> None:
        self._chosen[slot] = option
        self._show_message(words)

    def _show_message(self, words: TemplateWords) -> None:
        who = self._chosen.get("who")
        self._who.set_words(words.option("who", who).label if who else "…")
        self._message.set_words(message(words, self._chosen))
        missing = len(SLOTS) - len(self._chosen)
        self._put.setEnabled(not missing)
        open_words = ngettext(
            "{count} question is still open.", "{count} questions are still open.", missing
        )
        self._missing.set_words(open_words.format(count=number(missing)))
        self._missing.setVisible(missing > 0)

    def _put_it_there(self) -> None:
        choices = Choices(**self._chosen)
        scam = self._bridge.run(lambda: self._scams.put(self._template, choices), "scams")
        if scam is not None:
            self.put.emit(scam.id)

    # Parts
    def _begin(self, title: str, under: str, back: str) -> Heading:
        """An empty page with a heading."""
        clear(self._column)
        self._scroller.verticalScrollBar().setValue(0)
        heading = Heading(title, under, back=back)
        self._column.addWidget(heading)
        return heading

    def _focus(self, widget: QWidget | None) -> None:
        """The keyboard goes to what one would choose first."""
        if isinstance(widget, SegmentField):
            widget = widget.findChild(QAbstractButton)
        self._first = widget
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus(self._first)

    # Built anew
    def remember(self) -> Memory | None:
        return (self._template, dict(self._chosen)) if self._template else None

    def recall(self, memory: Memory) -> None:
        self._show_questions(*memory)
