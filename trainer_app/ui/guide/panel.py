"""The guide beside a trainer's screen: a page of it, the list of all, and what was looked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.content.guide import Guide, GuidePage
from trainer_app.i18n import _, current, own_name
from trainer_app.ui.heading import column, flow
from trainer_app.ui.theme import current as look
from trainer_app.ui.widgets import (
    BlockView,
    Button,
    IconButton,
    Notice,
    Scroller,
    SearchField,
    SvgPicture,
    Text,
)
from trainer_app.ui.widgets.fields import LineEdit
from trainer_app.ui.widgets.said_as import announce

WIDE = 440
"""Its width in design pixels, where the window has so much."""
_PICTURE_HIGH = 260


class GuidePanel(QWidget):
    """One page of the guide at a time, on top of the end side of a trainer's screen.

    `places` names the headings of the list, by the key of a trainer's place. Escape closes it, the
    arrows and the keys for pages scroll. Signals: `closed`; `print_requested(str)`, a page's id.
    """

    closed = Signal()
    print_requested = Signal(str)

    def __init__(self, guide: Guide, page_id: str, places: Mapping[str, str]) -> None:
        super().__init__()
        self._guide, self._places, self.page_id = guide, places, page_id
        self._before = QApplication.focusWidget()
        self.setAccessibleName(_("Help"))
        theme = look()
        whole = QVBoxLayout(self)
        side = theme.space(16)
        whole.setContentsMargins(side, theme.space(12), side, theme.space(12))
        whole.setSpacing(theme.space(10))
        whole.addLayout(self._head())
        self.search = SearchField(_("Search the help"))
        self.search.changed.connect(self._look_for)
        self.search.entered.connect(self._open_first)
        line = self.search.control
        assert isinstance(line, LineEdit)
        line.stepped.connect(lambda up: self._scroll(-up * self._bar.singleStep()))
        whole.addWidget(self.search)
        self._body = QVBoxLayout()
        whole.addLayout(self._body, 1)
        self._scroller = Scroller()
        self._body.addWidget(self._scroller)
        self.open(page_id)

    def take_keyboard(self) -> None:
        """Go to the line to search with; what is shown is said to screen readers."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        announce(self, self._guide.words(self.page_id, current().code).title)

    def leave(self) -> None:
        """Give the keyboard back to where it was, and close."""
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def open(self, page_id: str) -> None:
        """Show a page. Raises UnknownThing."""
        self.page_id = page_id
        words = self._guide.words(page_id, current().code)
        parts: list[QWidget] = [Text(words.title, "title", "bold")]
        if words.language != current().code:
            said = _("Not in your language; shown in {language}")
            parts.append(Notice(said.format(language=own_name(words.language)), icon="languages"))
        picture = self._guide.picture(page_id, current().code)
        if picture is not None:
            parts.append(SvgPicture(picture, words.title, most=_PICTURE_HIGH))
        view = BlockView(words.blocks, Path)
        view.setProperty("language", words.language)
        parts.append(view)
        more = [self._guide.page(one) for one in self._guide.page(page_id).more]
        parts.append(Text(_("See also"), "large", "bold"))
        parts += map(self._link, more)
        self._show(parts)

    def show_all(self) -> None:
        """The list of all pages, under the places that they stand beside."""
        parts: list[QWidget] = []
        for key, word in self._places.items():
            parts.append(Text(word, "large", "bold"))
            parts += [self._link(one) for one in self._guide.pages if one.place == key]
        self._show(parts)
        announce(self, _("All pages of the help"))

    # Building
    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Text(_("Help"), "large", "bold", colour="primary_strong"), 1)
        for icon, word, act in (
            ("list", _("All pages of the help"), self.show_all),
            ("printer", _("Print"), lambda: self.print_requested.emit(self.page_id)),
            ("x", _("Close"), self.leave),
        ):
            button = IconButton(icon, word, show_word=False)
            button.clicked.connect(act)
            row.addWidget(button)
        return row

    def _show(self, parts: Iterable[QWidget]) -> None:
        old, self._scroller = self._scroller, Scroller(column(*parts, gap=8, upwards=True))
        self._body.replaceWidget(old, self._scroller)
        old.hide()
        old.deleteLater()

    def _link(self, page: GuidePage) -> QWidget:
        words = self._guide.words(page.id, current().code)
        button = Button(words.title, "quiet", icon="book-open", size="small")
        button.clicked.connect(lambda: self._go(page.id))
        return flow(button)

    # Doing
    def _go(self, page_id: str) -> None:
        self.search.control.setProperty("text", "")
        self.open(page_id)
        self.take_keyboard()

    def _look_for(self, typed: str) -> None:
        if not typed.strip():
            self.open(self.page_id)
            return
        found = self._guide.find(typed, current().code)
        self._show(map(self._link, found) if found else [Text(_nothing())])
        titles = (self._guide.words(one.id, current().code).title for one in found)
        announce(self, ", ".join(titles) or _nothing())

    def _open_first(self) -> None:
        found = self._guide.find(self.search.value(), current().code)
        if self.search.value() and found:
            self._go(found[0].id)

    @property
    def _bar(self) -> QScrollBar:
        return self._scroller.verticalScrollBar()

    def _scroll(self, by: int) -> None:
        self._bar.setValue(self._bar.value() + by)

    # Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._bar
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in steps:
            self._scroll(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = look()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("card"))
        x = self.width() - 2 if theme.rtl else 0
        painter.fillRect(x, 0, 2, self.height(), theme.colour("edge"))


def _nothing() -> str:
    return _("Nothing was found. Try other words.")
