"""The screen of a web stage: a bar with a search field, and below it the place that is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trainer_app.domain.practice.web import Action, Back, Find, Handle, Judge, TakeBack
from trainer_app.domain.practice.web_places import START, Go
from trainer_app.domain.practice.web_view import WebView
from trainer_app.domain.speaking import Utterance
from trainer_app.i18n import _
from trainer_app.ui.practice.keyboard.practice_field import PracticeField
from trainer_app.ui.practice.pieces.laid_out import LARGE_TEXT
from trainer_app.ui.practice.pieces.shelf import KeptFocus, Part, Shelf, controls_in
from trainer_app.ui.practice.stage_screen import Material, StageScreen, Touch
from trainer_app.ui.practice.web.claim_parts import claim_parts
from trainer_app.ui.practice.web.parts import Places
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, FlowRow, Scroller

_WITH_FIELD = ("start", "results")


class WebScreen(StageScreen):
    """A pretend browser: back, the messages, and a page; where one searches, a field above it.

    Signals: those of StageScreen.
    """

    def __init__(self, material: Material, parent: QWidget | None = None) -> None:
        super().__init__(material, parent)
        self._view: WebView | None = None
        self._places = Places(material, self.acted.emit)
        self._back = Button(_("Back"), "secondary", icon="arrow-left")
        self._back.clicked.connect(lambda: self.acted.emit(Back()))
        self._home = Button(_("Messages"), "secondary", icon="message-circle")
        self._home.clicked.connect(lambda: self.acted.emit(START))
        words, language = _("Search the web"), material.words.language
        self._field = PracticeField(words, language=language, hint=words, show_label=False)
        self._field.done.connect(lambda text: self.acted.emit(Find(text)))
        self._page = Shelf(12)
        self._arrange()

    def show_view(self, view: WebView) -> None:
        """Show how things are now; what has not changed is not drawn anew."""
        turned = self._view is None or self._view.at != view.at
        left = self._view.at if self._view is not None else None
        self._view = view
        self._field.setVisible(view.at.where in _WITH_FIELD)
        self._back.setEnabled(view.may_go_back)
        self._home.setEnabled(view.at != START)
        self._field.set_value(view.typed)
        with KeptFocus(self, self._home):
            parts = {part.key: part for part in self._parts(view)}
            self._page.put(list(parts.values()))
        if turned and left is not None:
            self._begin(left)

    def touch(self, action: Action) -> Touch | None:
        """A button in sight, or first the way to where it is."""
        view = self._view
        if view is None:
            return None
        if isinstance(action, Back):
            return Touch(self._back) if view.may_go_back else None
        if isinstance(action, Find):
            if view.at.where not in _WITH_FIELD:
                return Touch(self._home)
            if self._field.value() != action.text:
                return Touch(self._field.control, "type", action.text)
            return Touch(self._field.ready)
        if action == START:
            return Touch(self._home) if view.at != START else None
        found = self._page.control(action)
        if found is not None:
            return Touch(found)
        if isinstance(action, Judge | Handle | TakeBack) and view.at == START:
            return self.touch(Go("claim", action.claim))
        return Touch(self._home) if view.at != START else None

    def focus_first(self) -> None:
        """The first thing on the page."""
        first = next(iter(controls_in(self._page)), self._home)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _parts(self, view: WebView) -> list[Part]:
        places = self._places
        nothing = [places.nothing()] if view.nothing else []
        match view.at.where:
            case "start":
                return [*nothing, *places.start(view)]
            case "claim" if view.claim is not None:
                hear = self._say
                found = claim_parts(view.claim, self.material, places, self.acted.emit, hear)
                return [*nothing, *found]
            case "results":
                return [*nothing, *places.results(view)]
            case "page" if view.page is not None:
                return [*nothing, *places.page(view.page)]
            case "about" if view.about is not None:
                return [*nothing, *places.about(view.about)]
            case "trace":
                return [*nothing, *places.traces(view.traces)]
            case "sighting" if view.sighting is not None:
                return [*nothing, *places.sighting(view.sighting)]
        return nothing

    def _begin(self, left: Go) -> None:
        """At the top of the new page, or where one had left it."""
        self._room.verticalScrollBar().setValue(0)
        now = QApplication.focusWidget()
        typing = now is not None and self._field.isAncestorOf(now) and now.isVisible()
        if not self.isVisible() or typing:
            return
        row = self._page.control(left)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        elif next(iter(controls_in(self._page)), None) is not None:
            self.focus_first()
        else:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: Utterance) -> None:
        self.heard.emit(words)

    def _arrange(self) -> None:
        """The bar over what scrolls; with large text, when the room is low, it scrolls as well."""
        theme = current()
        bar = QWidget()
        bar.setProperty("ground", "none")
        ways = FlowRow(bar, 8)
        ways.addWidget(self._back)
        ways.addWidget(self._home)
        box = QWidget()
        box.setProperty("ground", "none")
        inner, column = QVBoxLayout(box), QVBoxLayout(self)
        inner.setContentsMargins(0, 0, theme.space(8), theme.space(16))
        column.setContentsMargins(*[theme.space(8)] * 4)
        for each in (inner, column):
            each.setSpacing(theme.space(12))
        (inner if theme.scale > LARGE_TEXT else column).addWidget(bar)
        inner.addWidget(self._field)
        inner.addWidget(self._page, 1)
        self._room = Scroller(box)
        column.addWidget(self._room, 1)
