"""What is read aloud of a page: its words in the order of reading, and how to mark them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QBoxLayout, QLayout, QScrollArea, QWidget
from shiboken6 import isValid

from trainer_app.i18n import current
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import IconButton, SvgPicture, Text
from trainer_app.ui.widgets.drawn import DrawnButton

LANGUAGE = "language"
"""The Qt property that says in which language the words of a widget and all inside it are."""
PLACE = "aloud"
"""The Qt property "first" or "never": a widget read before what stands beside it, or not at all.

"news": it is also read when it comes up later. "described": a picture whose words are read.
"""
_BACKWARDS = (QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.RightToLeft)


Readable = Text | DrawnButton | SvgPicture


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one widget, said in one go."""

    widget: Readable
    text: str
    language: str
    is_news: bool = False

    @property
    def in_sight(self) -> bool:
        """Whether the widget is still on the page, with these words."""
        return isValid(self.widget) and self.widget.isVisible() and self.text == _text(self.widget)

    def mark(self, start: int, length: int) -> None:
        """Mark characters and scroll them into sight; a length of 0 clears the mark."""
        if not isValid(self.widget):
            return
        self.widget.highlight(start, length)
        if length:
            self._bring_into_sight(start)

    def _bring_into_sight(self, start: int) -> None:
        widget = self.widget
        top, height = widget.line_of(start) if isinstance(widget, Text) else (0, widget.height())
        line = QPoint(widget.width() // 2, top + height // 2)
        above = widget.parentWidget()
        while above is not None:
            page = above.widget() if isinstance(above, QScrollArea) else None
            if isinstance(above, QScrollArea) and page is not None:
                at = widget.mapTo(page, line)
                above.ensureVisible(at.x(), at.y(), 0, height)
            above = above.parentWidget()


def page_language(page: Page) -> str:
    """In which language a page is read aloud."""
    return _language(page.to_read(), current().code)


def pieces(root: QWidget, language: str) -> list[Piece]:
    """All words in sight on a widget, in the order of reading.

    `language` holds where no property says another. A button that shows no words is not read.
    """
    return list(_pieces(root, _language(root, language), is_news=False))


def _language(widget: QWidget, otherwise: str) -> str:
    said = widget.property(LANGUAGE)
    return said if isinstance(said, str) and said else otherwise


def _pieces(widget: QWidget, language: str, *, is_news: bool) -> Iterator[Piece]:
    language = _language(widget, language)
    if isinstance(widget, Readable):
        text = _text(widget)
        # An answer that can no longer be chosen has nothing to say.
        if text and widget.isEnabled():
            yield Piece(widget, text, language, is_news)
        return
    inside = is_news or widget.property(PLACE) == "news"
    inner = (one for one in _in_order(widget) if one.property(PLACE) != "never" and one.isVisible())
    for child in sorted(inner, key=lambda one: one.property(PLACE) != "first"):
        yield from _pieces(child, language, is_news=inside)


def _text(widget: Readable) -> str:
    if isinstance(widget, Text):
        return widget.text()
    if isinstance(widget, SvgPicture):
        return widget.accessibleName() if widget.property(PLACE) == "described" else ""
    shown = widget.words_shown()
    if shown is not None:
        return shown.words
    if isinstance(widget, IconButton):
        return ""
    said = (widget.accessibleName().strip(), widget.accessibleDescription().strip())
    return ". ".join(part.rstrip(".") for part in said if part)


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    """The widgets directly inside, as they are laid out; what no layout holds comes last."""
    if isinstance(widget, QScrollArea):
        page = widget.widget()
        if page is not None:
            yield page
        return
    layout = widget.layout()
    laid = list(_laid(layout)) if layout is not None else []
    yield from laid
    for child in widget.children():
        if isinstance(child, QWidget) and child not in laid and not child.isWindow():
            yield child


def _laid(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QBoxLayout) and layout.direction() in _BACKWARDS:
        places = range(layout.count() - 1, -1, -1)
    for place in places:
        item = layout.itemAt(place)
        assert item is not None
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid(inner)
