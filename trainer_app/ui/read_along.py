"""What is read aloud of a page: its words in the order of reading, and how to mark them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from trainer_app.i18n import current
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import IconButton, SvgPicture, Text
from trainer_app.ui.widgets.drawn import DrawnButton
from trainer_app.ui.widgets.laid_out import all_laid_out

LANGUAGE = "language"
"""The Qt property that says in which language the words of a widget and all inside it are."""
PLACE = "aloud"
"""The Qt property "first" or "never": a widget read before what stands beside it, or not at all.

"news": it is also read when it comes up later. "described": a picture whose words are read.
"secret": nothing in it says itself when somebody points at it.
"""

Readable = Text | DrawnButton | SvgPicture


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one widget, said in one go; `alone`: not as a part of its page, but pointed at."""

    widget: QWidget
    text: str
    language: str
    is_news: bool = False
    alone: bool = False

    @property
    def in_sight(self) -> bool:
        """Whether the widget is still on the page, with these words."""
        if not isValid(self.widget) or not self.widget.isVisible():
            return False
        return self.text == (_text_alone if self.alone else _text)(self.widget)

    def mark(self, start: int, length: int) -> None:
        """Mark characters and scroll them into sight; a length of 0 clears the mark."""
        if not isValid(self.widget) or not isinstance(self.widget, Readable):
            return
        self.widget.highlight(start, length)
        if length:
            self._bring_into_sight(self.widget, start)

    @staticmethod
    def _bring_into_sight(widget: Readable, start: int) -> None:
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


def piece_alone(widget: QWidget) -> Piece | None:
    """What one widget says when somebody points at it; None where it has nothing to say.

    Words, pictures and whatever takes the keyboard have; what was typed into a field is not said,
    nor what is "secret": who stands by must not hear it.
    """
    if any(one.property(PLACE) == "secret" for one in _upwards(widget)):
        return None
    takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    text = _text_alone(widget) if isinstance(widget, Readable) or takes_keys else ""
    return Piece(widget, text, _language_around(widget), alone=True) if text else None


def _language_around(widget: QWidget) -> str:
    said = (_language(one, "") for one in _upwards(widget))
    return next((one for one in said if one), current().code)


def _upwards(widget: QWidget) -> Iterator[QWidget]:
    above: QWidget | None = widget
    while above is not None:
        yield above
        above = above.parentWidget()


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


def _text_alone(widget: QWidget) -> str:
    """A picture or an icon says its name, too."""
    said = _text(widget) if isinstance(widget, Readable) else ""
    return said or widget.accessibleName().strip()


def _text(widget: QWidget) -> str:
    if isinstance(widget, Text):
        return widget.text()
    if isinstance(widget, SvgPicture):
        return widget.accessibleName() if widget.property(PLACE) == "described" else ""
    if not isinstance(widget, DrawnButton):
        return ""
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
    found = all_laid_out(layout) if layout is not None else ()
    laid = [one for one in found if isinstance(one, QWidget)]
    yield from laid
    for child in widget.children():
        if isinstance(child, QWidget) and child not in laid and not child.isWindow():
            yield child
