"""What was translated before and could serve again, each with a button to take it over."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.blocks import Line, Span
from trainer_app.domain.likeness import Piece, Suggestion
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import number
from trainer_app.ui.heading import clear, flow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Panel, Text

MOST = 4


class SuggestionsView(QWidget):
    """Suggestions below one another, taken with Ctrl and a figure too.

    Signals: `taken(str)` with the words.
    """

    taken = Signal(str)

    def __init__(self, owner: QWidget, title_of: Callable[[str], str]) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._title_of = title_of
        self._shown: Sequence[Suggestion] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(8))
        for place in range(MOST):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), owner)
            shortcut.activated.connect(lambda place=place: self.take(place))

    def show_found(self, found: Sequence[Suggestion]) -> None:
        """Show these; without any there is nothing in sight."""
        clear(self._column)
        self._shown = found[:MOST]
        if self._shown:
            self._column.addWidget(Text(_("Translated before"), "body", "semibold", tight=True))
        for place, each in enumerate(self._shown):
            self._column.addWidget(self._panel(place, each))

    def take(self, place: int) -> None:
        """Take the words at a place, counted from 0; nothing where there are none."""
        if place < len(self._shown):
            self.taken.emit(self._shown[place].words)

    def _panel(self, place: int, each: Suggestion) -> QWidget:
        panel = Panel("sunk", "line", radius=10, pad=10)
        panel.body.setSpacing(current().space(4))
        panel.body.addWidget(Text(each.words, "body", tight=True))
        title = isolate(self._title_of(each.lesson))
        if each.nearness >= 1.0:
            words = _("The same line in “{lesson}”").format(lesson=title)
        else:
            percent = number(round(100 * each.nearness))
            words = _("Nearly the same ({percent} %) in “{lesson}”").format(
                percent=percent, lesson=title
            )
        panel.body.addWidget(Text(words, "small", colour="muted", tight=True))
        if each.differs:
            panel.body.addWidget(Text(marked(each.differs, "old"), "small", tight=True))
        use = Button(_("Use it"), icon="copy", size="small")
        use.setAccessibleName(_("Use: {words}").format(words=isolate(each.words)))
        use.clicked.connect(lambda: self.take(place))
        keys = Text(f"\u2066Ctrl+{number(place + 1)}\u2069", "small", colour="muted", tight=True)
        panel.body.addWidget(flow(use, keys))
        return panel


def marked(pieces: Sequence[Piece], side: str) -> Line:
    """The old or the new text, strong where it differs from the other."""
    spans: list[Span] = []
    for piece in pieces:
        if piece.where in ("both", side):
            gap = " " if spans else ""
            spans.append(Span(f"{gap}{piece.words}", strong=piece.where == side))
    return tuple(spans)
