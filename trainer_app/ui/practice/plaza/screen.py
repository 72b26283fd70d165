"""Plaza on the screen: a shape, the places in it, and where the person is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.domain.practice.engine import LEARNER
from trainer_app.domain.practice.plaza.plaza_stage import PlazaStage
from trainer_app.domain.practice.plaza.state import Do, Scroll, Write
from trainer_app.domain.practice.plaza.views import PlazaView
from trainer_app.i18n import _
from trainer_app.ui.practice.plaza.entries import Entry
from trainer_app.ui.practice.plaza.eyes import Eyes
from trainer_app.ui.practice.plaza.frames import frame_of
from trainer_app.ui.practice.plaza.known_card import KnownCard
from trainer_app.ui.practice.plaza.page import Page, Sheet
from trainer_app.ui.practice.plaza.places import PLACES, title
from trainer_app.ui.practice.plaza.scene import Back, Scene
from trainer_app.ui.practice.plaza.spots import FORM, HOME, Spot, roots
from trainer_app.ui.practice.plaza.ways import way_to
from trainer_app.ui.practice.stage_screen import Material, StageScreen, Touch


@dataclass(slots=True)
class _Shown:
    """A spot in sight or under another one, and what had the keyboard before it."""

    spot: Spot
    widget: Page | Sheet
    before: QWidget | None


@dataclass(frozen=True, slots=True)
class _Memory:
    """Where the person was: the way of spots, and texts that were not yet said."""

    way: tuple[Spot, ...]
    texts: tuple[tuple[str, str, str], ...] = field(repr=False)


class PlazaScreen(StageScreen):
    """The pretend network as a phone or a browser shows it. Signals: those of StageScreen."""

    def __init__(self, material: Material, parent: QWidget | None = None) -> None:
        super().__init__(material, parent)
        stage = cast("PlazaStage", material.stage)
        self._scene = Scene(material, stage, self)
        self._frame = frame_of(self._scene, stage.shape)
        self._stack: list[_Shown] = []
        self._places: dict[Spot, Page] = {}
        self._eyes: Eyes | None = None
        self._gate: Page | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self._scene.acted.connect(self._act)
        self._scene.went.connect(self.go)
        self._scene.left.connect(self._leave)
        self._scene.looked_as.connect(self.looked_as)
        self._scene.heard.connect(self.heard)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._keep_off_the_dimmed)

    # What a page asks of a stage's screen

    def show_view(self, view: PlazaView) -> None:
        """Show how things are now; what has not changed is not drawn anew."""
        self._scene.look(view)
        if view.viewer != LEARNER:
            self._show_eyes()
            return
        if self._eyes is not None:
            self._close_eyes()
        if view.account_open:
            if not self._stack or self._gate is not None:
                self._enter()
        elif self._gate is None:
            self._stand_before()
        self._draw()

    def touch(self, action: Any) -> Touch | None:
        """The next touch on the way to an action from what is in sight."""
        if self._eyes is not None:
            return Touch(self._eyes.back)
        top = self._stack[-1].widget
        here = self._control(top, action)
        if here is not None or self._gate is not None:
            return here
        return self._towards(way_to(self._scene, action))

    def focus_first(self) -> None:
        """Give the keyboard to the first thing of the place in sight."""
        if self._eyes is not None:
            self._scene.focus(self._eyes.back)
        elif self._stack:
            self._stack[-1].widget.focus_first()

    def put_in_order(self) -> None:
        """The places of a phone stand at its foot, under what is in them."""
        self._frame.put_in_order()

    def remember(self) -> _Memory:
        """The spots one is in, and what was typed and not yet said."""
        texts = tuple(
            (*entry.of, entry.text()) for entry in self.findChildren(Entry) if entry.unsaid
        )
        return _Memory(tuple(each.spot for each in self._stack), texts)

    def recall(self, memory: _Memory) -> None:
        """Go back to where `remember` was asked; a view must have been shown."""
        for spot in memory.way:
            self.go(spot)
        for what, thing, text in memory.texts:
            for entry in self.findChildren(Entry):
                if entry.of == (what, thing):
                    entry.set_text(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and len(self._stack) > 1 and self._eyes is None:
            self._leave()
            return
        super().keyPressEvent(event)

    # Going about

    def _stand_before(self) -> None:
        """The form stands before everything else until the account is open."""
        while len(self._stack) > 1:
            self._close_top()
        for shown in self._stack:
            shown.widget.hide()
        words = _("Open an account on Plaza")
        card = KnownCard(self._scene)
        self._gate = Page(self._scene, FORM, "trees", words, back=False, known=card)
        self._stack = [_Shown(FORM, self._gate, None)]
        self._frame.glass.lay(self._gate)

    def _enter(self) -> None:
        """Go in: to what is new."""
        gate, self._gate = self._gate, None
        if gate is not None:
            self._stack = []
            gate.hide()
            gate.deleteLater()
        self._open_place(HOME)
        if gate is not None:
            self._draw()
            self.focus_first()

    def _act(self, action: Any) -> None:
        if not isinstance(action, Write):
            self._stack[-1].widget.settle()
        self.acted.emit(action)
        published = isinstance(action, Do) and action.what == "publish"
        if published and self._scene.standing.has("publish", action.thing):
            self.go(HOME)
            self._places[HOME].scroller.verticalScrollBar().setValue(0)

    def go(self, spot: Spot) -> None:
        """Go to a place, or open a sheet over the one in sight."""
        self._stack[-1].widget.settle()
        if spot in roots(self._scene.view.shape):
            self._open_place(spot)
        elif not PLACES[spot.kind].sheet and isinstance(self._stack[-1].widget, Sheet):
            # A place that is opened from a sheet takes the sheet's place.
            self._close_top()
            self._push(spot)
        else:
            self._push(spot)
        self._draw()
        self.focus_first()

    def _keep_off_the_dimmed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Who comes by Tab from the goals comes to the sheet, not to what lies under it."""
        top = self._stack[-1].widget if self._stack and self._eyes is None else None
        if now is None or not isinstance(top, Sheet) or not top.isVisible():
            return
        if self.isAncestorOf(now) and not top.isAncestorOf(now):
            top.take_in(before)

    def _leave(self) -> None:
        if len(self._stack) < 2:
            return
        self._stack[-1].widget.settle()
        gone = self._close_top()
        self._draw()
        self._focus_again(gone)

    def _open_place(self, spot: Spot) -> None:
        while len(self._stack) > 1:
            self._close_top()
        if self._stack:
            self._stack.pop().widget.hide()
        page = self._places.get(spot)
        if spot == HOME:
            self._scene.lying.afresh()
        if page is None:
            brand = spot == HOME
            kind = PLACES[spot.kind]
            words = "Plaza" if brand else title(self._scene, spot)
            page = Page(
                self._scene, spot, "trees" if brand else kind.icon, words, back=False, brand=brand
            )
            self._places[spot] = page
        self._stack.append(_Shown(spot, page, None))
        self._frame.floor.lay(page)
        self._frame.show_place(spot)

    def _push(self, spot: Spot) -> None:
        before = QApplication.focusWidget()
        words, kind = title(self._scene, spot), PLACES[spot.kind]
        widget: Page | Sheet
        if kind.sheet:
            if isinstance(self._stack[-1].widget, Sheet):
                self._stack[-1].widget.hide()
            widget = Sheet(self._scene, spot, words, low=self._frame.low_sheets)
            self._stack.append(_Shown(spot, widget, before))
            self._draw()
            self._frame.glass.lay(widget)
            return
        self._stack[-1].widget.hide()
        card = KnownCard(self._scene) if spot == FORM else None
        widget = Page(self._scene, spot, kind.icon, words, back=True, known=card)
        self._stack.append(_Shown(spot, widget, before))
        self._frame.floor.lay(widget)

    def _close_top(self) -> _Shown:
        gone = self._stack.pop()
        gone.widget.hide()
        gone.widget.deleteLater()
        self._stack[-1].widget.show()
        return gone

    def _focus_again(self, gone: _Shown) -> None:
        """The keyboard goes back to what had it before."""
        top = self._stack[-1].widget
        before = gone.before
        if before is None or not isValid(before) or not before.isVisible():
            before = self._scene.control(top, gone.spot)
        if before is not None:
            self._scene.focus(before)
        else:
            top.focus_first()

    def _draw(self) -> None:
        """What is in sight, drawn anew where it has changed."""
        for shown in reversed(self._stack):
            kind = PLACES[shown.spot.kind]
            shown.widget.show_parts(kind.parts(self._scene, shown.spot.thing))
            if not kind.sheet:
                return

    def _show_eyes(self) -> None:
        if self._eyes is None:
            self._eyes = Eyes(self._scene)
            self._frame.glass.lay(self._eyes)
        self._eyes.draw()
        self.focus_first()

    def _close_eyes(self) -> None:
        assert self._eyes is not None
        self._eyes.hide()
        self._eyes.deleteLater()
        self._eyes = None
        self.focus_first()

    # Ways for a hand

    def _control(self, top: QWidget, action: Any) -> Touch | None:
        if isinstance(action, Write):
            return self._writing(top, action)
        found = self._scene.control(top, action)
        return Touch(found) if found is not None else None

    def _writing(self, top: QWidget, action: Write) -> Touch | None:
        for entry in top.findChildren(Entry):
            if entry.of != (action.what, action.thing) or not entry.isVisibleTo(top):
                continue
            if entry.text() != action.text:
                return Touch(entry.control, "type", text=action.text)
            return Touch(entry.button)
        return None

    def _towards(self, way: tuple[Spot, ...]) -> Touch | None:
        now = [each.spot for each in self._stack]
        top = self._stack[-1].widget
        shared = 0
        while shared < min(len(now), len(way)) and now[shared] == way[shared]:
            shared += 1
        lying_over = shared == len(now) == len(way) and isinstance(top, Sheet)
        # What is not on a sheet may stand on the place under it.
        if len(now) > max(shared, 1) or lying_over:
            found = self._scene.control(top, Back())
            return Touch(found) if found is not None else None
        where = self._frame if shared == 0 else top
        found = self._scene.control(where, way[min(shared, len(way) - 1)])
        if found is None and self._scene.view.more:
            found = self._scene.control(top, Scroll())
        return Touch(found) if found is not None else None
