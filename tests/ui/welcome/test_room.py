"""Nothing is clipped, goes off sideways or is too small to press, in both directions and sizes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.domain import errors
from trainer_app.domain.passphrase import judge
from trainer_app.i18n import languages
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.welcome.forgot import ForgotPage
from trainer_app.ui.welcome.found import FoundPage
from trainer_app.ui.welcome.language import LanguagePage
from trainer_app.ui.welcome.recovery_code import RecoveryCodePage
from trainer_app.ui.welcome.start import StartPage
from trainer_app.ui.welcome.trouble import TroublePage
from trainer_app.ui.welcome.unlock import UnlockPage
from trainer_app.ui.widgets import Scroller, Text
from trainer_app.ui.widgets.drawn import DrawnButton
from trainer_app.ui.widgets.focus_chain import next_of

SLOTS = [("1", "kite"), ("2", "lighthouse"), ("3", "drum"), ("4", "shell"), ("5", "star")]
CODE = "7K3D-9FQX-2MNP-0ABC-HJKW-55TZ"


def found_with_errors() -> FoundPage:
    page = FoundPage(judge)
    page.go.click()
    return page


def unlock_with_error() -> UnlockPage:
    page = UnlockPage(SLOTS[:1], Bridge())
    page.say_wrong()
    return page


def code_with_message() -> RecoveryCodePage:
    page = RecoveryCodePage("Canal House", CODE, "kite", print, bool, lambda _name: None)
    page.open_button.click()
    return page


PAGES = {
    "language": lambda: LanguagePage(languages(), "en"),
    "start": StartPage,
    "found": lambda: FoundPage(judge),
    "found with errors": found_with_errors,
    "code": code_with_message,
    "unlock": unlock_with_error,
    "unlock of five": lambda: UnlockPage(SLOTS, Bridge()),
    "forgot": lambda: ForgotPage(SLOTS, judge),
    "trouble": lambda: TroublePage(errors.NewerSchema(file="centre.db", found=3, known=1)),
}


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", PAGES)
def test_everything_has_room(show, name, language, scale):
    page = show(PAGES[name], language=language, scale=scale)
    inside = page.findChild(Scroller).viewport()
    clipped, small = [], []
    for one in page.findChildren(QWidget):
        if not one.isVisible():
            continue
        if isinstance(one, Text | DrawnButton):
            if one.height() < one.heightForWidth(one.width()):
                clipped.append((type(one).__name__, one.text(), "height"))
            if one.width() < one.minimumSizeHint().width():
                clipped.append((type(one).__name__, one.text(), "width"))
        pressed = isinstance(one, DrawnButton | QLineEdit)
        if pressed and min(one.width(), one.height()) < theme.current().target:
            small.append(one.accessibleName())
        if inside.isAncestorOf(one) and isinstance(one, Text | DrawnButton | QLineEdit):
            box = QRect(one.mapTo(inside, one.rect().topLeft()), one.size())
            if box.left() < 0 or box.right() > inside.width():
                clipped.append((type(one).__name__, one.accessibleName(), "sideways"))
    assert clipped == []
    assert small == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_in_plain_size(show, name):
    page = show(PAGES[name])
    assert page.findChild(Scroller).verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_name_to_be_read_aloud(show, name):
    page = show(PAGES[name])
    nameless = [
        type(one).__name__
        for one in page.findChildren(QWidget)
        if isinstance(one, DrawnButton | QLineEdit) and one.isVisible() and not one.accessibleName()
    ]
    assert nameless == []
    assert page.title


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_every_control_and_starts_inside(show, name):
    page = show(PAGES[name])
    start = page.focusWidget()
    assert start is not None
    reached, widget = {start}, next_of(start)
    while widget is not start:
        reached.add(widget)
        widget = next_of(widget)
    controls = {
        one
        for one in page.findChildren(QWidget)
        if isinstance(one, DrawnButton | QLineEdit) and one.isVisible()
    }
    assert controls <= reached


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_an_error_out_of_sight_is_brought_into_sight(show, scale):
    page = show(lambda: FoundPage(judge), scale=scale)
    bar = page.findChild(Scroller).verticalScrollBar()
    bar.setValue(bar.maximum())
    page.go.click()
    viewport = page.findChild(Scroller).viewport()
    top = page.centre.control.mapTo(viewport, page.centre.control.rect().topLeft()).y()
    assert 0 <= top < viewport.height()
