"""What a person sees on a page and presses there."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from trainer_app.ui.widgets import Scroller, Text


def press(page: QWidget, word: str) -> None:
    """Click the button in sight that a person would call so."""
    found = [b for b in buttons(page) if plain_name(b) == word]
    assert len(found) == 1, (word, [plain_name(b) for b in buttons(page)])
    assert found[0].isEnabled(), word
    found[0].click()
    QApplication.processEvents()


def buttons(page: QWidget) -> list[QPushButton]:
    """The buttons in sight."""
    QApplication.processEvents()
    return [b for b in page.findChildren(QPushButton) if b.isVisible()]


def names(page: QWidget) -> list[str]:
    """What the buttons in sight are called."""
    return [plain_name(button) for button in buttons(page)]


def plain_name(widget: QWidget) -> str:
    """A name without the signs that keep its direction."""
    return without_signs(widget.accessibleName())


def without_signs(text: str) -> str:
    """Words without the invisible signs that keep their direction."""
    return text.replace("\u2068", "").replace("\u2069", "")


def words(page: QWidget) -> str:
    """All words in sight, as a person reads them."""
    QApplication.processEvents()
    said = [one.text() for one in page.findChildren(Text) if one.isVisible()]
    return without_signs("\n".join(said))


def overflow(page: QWidget) -> int:
    """By how many pixels the page has to be scrolled, down or sideways."""
    scrollers = [s for s in page.findChildren(Scroller) if s.isVisible()]
    down = [s.verticalScrollBar().maximum() for s in scrollers]
    sideways = [s.widget().minimumSizeHint().width() - s.viewport().width() for s in scrollers]
    return max([0, *down, *sideways])


def cut(page: QWidget) -> list[str]:
    """Texts and buttons that got less height than their words need, or stand out at a side."""
    found = []
    for one in [*page.findChildren(Text), *buttons(page)]:
        if one.isVisible() and one.width() > 0:
            left = one.mapTo(page, one.rect().topLeft()).x()
            needs = one.heightForWidth(one.width())
            outside = left < 0 or left + one.width() > page.width()
            if one.height() < needs or outside:
                found.append(f"{one.text() or one.accessibleName()}: {one.height()} of {needs}")
    return found
