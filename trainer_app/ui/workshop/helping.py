"""Help near us, as a trainer keeps it: places by topic, and plainly what is still missing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app import places as files
from trainer_app.domain.helping import TOPICS, HelpPlace
from trainer_app.i18n import _, isolate, languages
from trainer_app.services.helping import Helping
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, flow, margins
from trainer_app.ui.help_words import TOPIC_ICONS, UNKNOWN_ICON, topic_name
from trainer_app.ui.page import Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    Card,
    Chip,
    EmptyState,
    FlowGrid,
    Icon,
    Notice,
    Scroller,
    SegmentField,
    Text,
    Toast,
)
from trainer_app.ui.workshop.helping_editor import HelpPlaceEditor, Typed
from trainer_app.ui.workshop.helping_row import HelpRow


class HelpPage(Page):
    """The help directory. `back` is what the way back is called.

    Signals: `back_requested`; `card_requested(str, bool)`: help cards on paper, with the language
    and whether they are to fit a pocket.
    """

    guide = "helping"

    back_requested = Signal()
    card_requested = Signal(str, bool)

    def __init__(self, helping: Helping, bridge: Bridge, language: str, *, back: str) -> None:
        super().__init__()
        self.title = _("Help near us")
        self._helping, self._bridge, self._back = helping, bridge, back
        self._language = language
        self.editor: HelpPlaceEditor | None = None
        self._gone: HelpPlace | None = None
        self._moved: tuple[str, int] | None = None
        self._first: QWidget | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        self._column = QVBoxLayout(page)
        margins(self._column)
        self._scroller = Scroller(page)
        whole.addWidget(self._scroller)
        self._show_list()

    # What was typed
    def news(self, changed: frozenset[str]) -> None:
        if "help" in changed and self.editor is None:
            self._show_list()

    def remember(self) -> Typed | None:
        return self.editor.remember() if self.editor is not None else None

    def recall(self, memory: Typed) -> None:
        self._edit(memory)

    # The list
    def _show_list(self) -> None:
        clear(self._column)
        self.editor = None
        directory = self._helping.directory()
        add = Button(_("Add a place"), "primary", icon="plus")
        add.clicked.connect(lambda: self._edit(Typed()))
        under = _("Learners find these places in lessons and on the help card.")
        heading = Heading(self.title, under, [add] if directory else [], back=self._back)
        heading.back_requested.connect(self.back_requested)
        self._column.addWidget(heading)
        self._first = add
        if self._gone is not None:
            self._column.addWidget(self._undo(self._gone))
        if directory:
            grid = FlowGrid(440, 16, most=2)
            topics = [*TOPICS, *(topic for topic in directory if topic not in TOPICS)]
            grid.add(*(self._topic(topic, directory.get(topic, ())) for topic in topics))
            self._column.addWidget(grid)
        else:
            self._column.addWidget(_nothing_yet(add))
        self._column.addWidget(self._cards())
        self._column.addStretch(1)
        self._moved = None
        self._take_keyboard()

    def _topic(self, topic: str, places: tuple[HelpPlace, ...]) -> Card:
        card = Card(pad=14)
        head = QHBoxLayout()
        head.setSpacing(current().space(10))
        icon = TOPIC_ICONS.get(topic, UNKNOWN_ICON)
        head.addWidget(Icon(icon, "primary", 24), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Text(topic_name(topic), "large", "bold"), 1)
        if topic in TOPICS:
            add = Button(_("Add"), icon="plus", size="small")
            said = _("Add a place for “{topic}”").format(topic=isolate(topic_name(topic)))
            add.setAccessibleName(said)
            add.clicked.connect(lambda: self._edit(Typed(topic=topic)))
            head.addWidget(add, 0, Qt.AlignmentFlag.AlignVCenter)
        card.add(head)
        if not places:
            card.add(flow(Chip(_("No place yet"), "warn", icon="circle-alert")))
            card.add(Text(_("Lessons say: ask your trainer."), "small", colour="muted"))
        for place in places:
            row = HelpRow(place, first=place is places[0], last=place is places[-1])
            row.change_requested.connect(lambda place=place: self._edit(Typed.of(place)))
            row.remove_requested.connect(lambda place=place: self._remove(place))
            row.move_requested.connect(lambda by, place=place: self._move(place, by))
            if self._moved is not None and self._moved[0] == place.id:
                self._first = row.arrow(self._moved[1])
            card.add(row)
        card.body.addStretch(1)
        return card

    def _cards(self) -> Card:
        """Help cards on paper, in a language of the program."""
        options = [(one.code, one.own_name) for one in languages()]
        self.paper_language = SegmentField(_("Language of the card"), options, self._language)
        large = Button(_("Print one large card"), icon="printer")
        large.clicked.connect(lambda: self._ask_for_cards(pocket=False))
        small = Button(_("Print four for the pocket"), icon="printer")
        small.clicked.connect(lambda: self._ask_for_cards(pocket=True))
        words = _("What to do, a sentence to say, and the places above. Nobody’s name is on it.")
        return Card(
            Text(_("Help cards on paper"), "large", "bold"),
            Text(words, "body", tight=True),
            flow(self.paper_language, large, small, gap=16),
            pad=14,
        )

    def _ask_for_cards(self, *, pocket: bool) -> None:
        self.card_requested.emit(self.paper_language.value() or self._language, pocket)

    def _undo(self, place: HelpPlace) -> Notice:
        button = Button(_("Undo"), icon="undo-2")
        button.clicked.connect(lambda: self._put_back(place))
        words = _("“{name}” is no longer on the list.").format(name=isolate(place.name))
        self._first = button
        return Notice(words, "plain", icon="trash-2", button=button)

    # Doing
    def _edit(self, typed: Typed) -> None:
        clear(self._column)
        self._gone = None
        title = _("Change a place") if typed.id else _("Add a place")
        heading = Heading(title, back=self.title)
        heading.back_requested.connect(self._show_list)
        self._column.addWidget(heading)
        self.editor = HelpPlaceEditor(typed)
        self.editor.saved.connect(self._save)
        self.editor.left.connect(self._show_list)
        self._column.addWidget(Card(self.editor))
        self._column.addStretch(1)
        self._scroller.verticalScrollBar().setValue(0)
        self._first = self.editor.name
        self._take_keyboard()

    def _save(self, place: HelpPlace) -> None:
        save = self._helping.save if place.id else self._helping.add
        if self._run(lambda: save(place)):
            Toast.say(self.window(), _("Saved"))

    def _remove(self, place: HelpPlace) -> None:
        self._gone = place
        if not self._run(lambda: self._helping.remove(place.id)):
            self._gone = None

    def _put_back(self, place: HelpPlace) -> None:
        self._gone = None
        self._run(lambda: self._helping.put_back(place.id))

    def _move(self, place: HelpPlace, by: int) -> None:
        self._gone, self._moved = None, (place.id, by)
        self._run(lambda: self._helping.move(place.id, by))

    def _run(self, action: Callable[[], object]) -> bool:
        """Do it and show the list; False where a trouble was said."""

        def act() -> bool:
            action()
            # What is typed is written now, so the list may take its place.
            self.editor = None
            return True

        return self._bridge.run(act, "help") is not None

    # The keyboard
    def _take_keyboard(self) -> None:
        if self._first is not None and self.isVisible():
            first = self._first
            QTimer.singleShot(0, first, lambda: first.setFocus(Qt.FocusReason.OtherFocusReason))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_keyboard()


def _nothing_yet(add: Button) -> EmptyState:
    words = _(
        "Some lessons send people on: to a help line, a lawyer, a help desk. Fill in once who that "
        "is near you. A name and a telephone number are enough. Never the private number of a "
        "person."
    )
    return EmptyState(
        files.assets() / "scenes" / "listen.svg",
        _("A woman speaks to a group, and everyone listens."),
        words,
        title=_("Who helps people near you?"),
        button=add,
    )
