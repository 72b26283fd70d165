"""Beginning a lesson: from nothing, or as a copy of one that is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import _, languages, own_name, own_names
from trainer_app.services.authoring import Authoring
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, margins
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import (
    Button,
    Card,
    ChoiceField,
    FlowGrid,
    Scroller,
    Text,
    TextField,
    TileButton,
)


class _Typed(NamedTuple):
    title: str
    language: str
    author: str


class NewLessonPage(Page):
    """A title, a language and a name; or, with `copies`, a lesson to copy.

    `lesson` is the one to copy where it is known. Signals: `made(str)`, `back_requested`.
    """

    guide = "own-lessons"

    made = Signal(str)
    back_requested = Signal()

    def __init__(
        self,
        authoring: Authoring,
        library: LessonLibrary,
        bridge: Bridge,
        language: str,
        author: str,
        *,
        copies: bool = False,
        lesson: str = "",
    ) -> None:
        super().__init__()
        self._authoring, self._library, self._bridge = authoring, library, bridge
        self._copies, self._lesson = copies, lesson
        self.title = _("Copy a lesson and change it") if copies else _("Make a new lesson")
        self.name = TextField(_("What the lesson is called"), longest=120)
        self.name.changed.connect(lambda _text: self.name.set_error(None))
        self.language = ChoiceField(_("Language of the lesson"), self._languages(), language)
        self.author = TextField(
            _("Name under the lesson"),
            author,
            longest=80,
            help_words=_("Your name, as you want others to read it. Never that of a learner."),
        )
        self._tiles = FlowGrid(210, 14)
        self._hint = Text("", "body", colour="muted")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        self._column = QVBoxLayout(page)
        margins(self._column)
        self._lay_out()
        whole.addWidget(Scroller(page))

    def _lay_out(self) -> None:
        heading = Heading(self.title, back=_("Our own lessons"))
        heading.back_requested.connect(self.back_requested)
        self._column.addWidget(heading)
        grid = FlowGrid(340, 14, most=2)
        if not self._copies:
            grid.add(self.name)
        grid.add(self.language, self.author)
        self._column.addWidget(Card(grid))
        if self._copies:
            self.language.changed.connect(lambda _code: self._show_tiles())
            self._column.addWidget(self._hint)
            self._column.addWidget(self._tiles)
            self._show_tiles()
        else:
            make = Button(_("Begin the lesson"), "primary", icon="arrow-right", icon_last=True)
            make.clicked.connect(self._begin)
            self._column.addWidget(make, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(1)

    def _languages(self) -> list[tuple[str, str]]:
        """Those that lessons are in, or for a new one any: the program's first."""
        program = [one.code for one in languages()]
        if self._copies:
            lessons = self._library.lessons
            if self._lesson:
                lessons = (self._library.lesson(self._lesson),)
            known = {code for lesson in lessons for code in lesson.languages}
        else:
            known = {*own_names()}
        others = sorted(known - {*program}, key=own_name)
        return [(code, own_name(code)) for code in (*program, *others) if code in known]

    def _show_tiles(self) -> None:
        """The lessons that there are in this language."""
        language = self.language.value() or ""
        titles = self._library.titles(language)
        tiles: list[QWidget] = []
        for lesson in self._library.lessons:
            if not lesson.has_pages or language not in lesson.languages:
                continue
            if self._lesson and lesson.id != self._lesson:
                continue
            tile = TileButton(titles[lesson.id][0], lesson.image(lesson.tile), lesson.hue)
            tile.clicked.connect(lambda _=False, id=lesson.id: self._copy(id))
            tiles.append(tile)
        self._tiles.set_tiles(tiles)
        words = _("Press the lesson that yours shall begin as. The old one stays as it is.")
        none = _("No lesson has pages in this language yet.")
        self._hint.set_words(words if tiles else none)

    def _begin(self) -> None:
        title, language = self.name.value(), self.language.value()
        if not title.strip():
            self.name.set_error(_("Write what it is called. You can change it later."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._make(lambda: self._authoring.begin(title, language or "en", self.author.value()))

    def _copy(self, lesson: str) -> None:
        language = self.language.value() or "en"
        self._make(lambda: self._authoring.copy(lesson, language, self.author.value()))

    def _make(self, action: Callable[[], str]) -> None:
        lesson = self._bridge.run(action, "own-lessons")
        if lesson is not None:
            self.made.emit(lesson)

    # What was typed, and the keyboard
    def remember(self) -> _Typed:
        return _Typed(self.name.value(), self.language.value() or "", self.author.value())

    def recall(self, memory: _Typed) -> None:
        self.name.set_value(memory.title)
        self.author.set_value(memory.author)
        if memory.language in (code for code, _name in self._languages()):
            self.language.set_value(memory.language)
        if self._copies:
            self._show_tiles()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif enter and not self._copies:
            self._begin()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.language if self._copies else self.name
        QTimer.singleShot(0, first, lambda: first.setFocus(Qt.FocusReason.OtherFocusReason))
