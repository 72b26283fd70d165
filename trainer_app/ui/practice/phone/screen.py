"""The screen of a phone stage: a phone in the middle of the room, nothing beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.practice.phone_acts import Action, Home, Open
from trainer_app.domain.practice.phone_view import PhoneView, ThingView
from trainer_app.domain.speaking import Utterance
from trainer_app.i18n import _
from trainer_app.ui.practice.phone.call_parts import call_parts
from trainer_app.ui.practice.phone.frame import PhoneFrame, in_the_middle
from trainer_app.ui.practice.phone.home import home_parts, title_of
from trainer_app.ui.practice.phone.thing_parts import thing_parts
from trainer_app.ui.practice.pieces.bubbles import Bubble
from trainer_app.ui.practice.pieces.shelf import KeptFocus, Part, Shelf, controls_in, give_focus
from trainer_app.ui.practice.stage_screen import Material, StageScreen, Touch
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Notice, Scroller, Text


class PhoneScreen(StageScreen):
    """A pretend phone: its home page, or one thing that fills it.

    Signals: those of StageScreen.
    """

    def __init__(self, material: Material, parent: QWidget | None = None) -> None:
        super().__init__(material, parent)
        theme = current()
        self._at = ""
        self._back = Button(_("Back"), "quiet", icon="arrow-left")
        self._back.clicked.connect(lambda: self.acted.emit(Home()))
        self._title = Text("", "large", "semibold", tight=True)
        self._home, self._page = Shelf(8), Shelf(12)
        self._home_room, self._page_room = _room(self._home), _room(self._page)
        top = QHBoxLayout()
        top.setContentsMargins(theme.space(8), theme.space(4), theme.space(12), theme.space(4))
        top.setSpacing(theme.space(12))
        top.addWidget(self._back)
        top.addWidget(self._title, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, theme.space(8))
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._home_room, 1)
        column.addWidget(self._page_room, 1)
        in_the_middle(PhoneFrame(inside), self)

    def show_view(self, view: PhoneView) -> None:
        """Show how things are now; what has not changed is not drawn anew."""
        turned = self._at != (view.open.id if view.open is not None else "")
        left, self._at = self._at, view.open.id if view.open is not None else ""
        with KeptFocus(self, self._back):
            self._back.setVisible(view.open is not None)
            self._home_room.setVisible(view.open is None)
            self._page_room.setVisible(view.open is not None)
            if view.open is None:
                self._title.set_words(_("Phone"))
                self._home.put(self._first_page(view))
            else:
                self._title.set_words(title_of(view.open, self.material))
                self._page.put(self._thing_page(view, view.open))
        if turned:
            self._begin_at(left)

    def touch(self, action: Action) -> Touch | None:
        """The row of a thing, the button of a deed, or first the way back and the row."""
        if isinstance(action, Home):
            return Touch(self._back) if self._at else None
        if isinstance(action, Open) or action.thing != self._at:
            if self._at:
                return Touch(self._back)
            return _touch(self._home.control(Open(action.thing)))
        return _touch(self._page.control(action))

    def focus_first(self) -> None:
        """The first thing on the home page, or the first that can be done."""
        room = self._page_room if self._at else self._home_room
        give_focus((*controls_in(room), self._back))

    def _begin_at(self, left: str) -> None:
        """The keyboard goes to the new page; back home, to the row that one came from."""
        row = self._home.control(Open(left)) if left and not self._at else None
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.isVisible():
            self._page_room.verticalScrollBar().setValue(0)
            self.focus_first()

    def _first_page(self, view: PhoneView) -> list[Part]:
        if not view.things:
            return [
                Part(word, None, partial(Bubble, self.material.line(word)))
                for word in view.received
            ]
        rows = home_parts(view.things, self.material, self.acted.emit)
        return [*self._thief(view), *rows]

    def _thing_page(self, view: PhoneView, thing: ThingView) -> list[Part]:
        parts_of = call_parts if thing.kind == "call" else thing_parts
        parts = parts_of(thing, self.material, self.acted.emit, self._say)
        return [*self._thief(view), *parts]

    def _thief(self, view: PhoneView) -> list[Part]:
        """What the thief has just done, or that they are kept out."""
        if not view.thief:
            return []
        if view.thief == "kept-out":
            words = _("The thief tries again. It does not work.")
            make = partial(Notice, words, "ok", icon="shield-check")
        else:
            words = self.material.text(view.moves[-1])
            make = partial(Notice, words, "warn", title=_("Meanwhile"), icon="shield-alert")
        return [Part("thief", (words, view.thief), make)]

    def _say(self, words: Utterance) -> None:
        self.heard.emit(words)


def _room(shelf: Shelf) -> Scroller:
    theme = current()
    layout = shelf.layout()
    assert layout is not None
    layout.setContentsMargins(*[theme.space(12)] * 4)
    return Scroller(shelf)


def _touch(widget: QWidget | None) -> Touch | None:
    return Touch(widget) if widget is not None else None
