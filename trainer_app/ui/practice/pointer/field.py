"""The ground of a pointer stage: targets at their spots, places below them, or a phone's screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.pointer import (
    FAR,
    Gesture,
    Missed,
    PointerView,
    TargetView,
)
from trainer_app.domain.practice.pointer_stage import Does, PointerStage, Way
from trainer_app.domain.practice.scenario import WordId
from trainer_app.i18n import _
from trainer_app.ui.practice.pointer.drift import FRAME_MS, Drift
from trainer_app.ui.practice.pointer.ground import Ground, ground, lying_px
from trainer_app.ui.practice.pointer.places import PlaceCard, draw_page, draw_phone
from trainer_app.ui.practice.pointer.target import PointerTarget
from trainer_app.ui.practice.stage_screen import Material
from trainer_app.ui.theme import current, ring_width
from trainer_app.ui.theme.tokens import RADIUS_LARGE
from trainer_app.ui.widgets.drawn import panel, ring
from trainer_app.ui.widgets.said_as import Role, say_as


class PointerField(QWidget):
    """Everything that can be pointed at; a press beside it is a miss.

    Signals: `acted(object)` an action of the pointer engine.
    """

    acted = Signal(object)

    def __init__(self, material: Material, stage: PointerStage) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        say_as(self, Role.Canvas)
        self.setAccessibleName(_("The table. Press Tab to come to the things on it."))
        self.setMinimumHeight(current().space(108))
        self._material = material
        self._totals = {target.id: target.times for target in stage.targets}
        self._view: PointerView | None = None
        self._places: dict[str, PlaceCard] = {}
        self.targets: dict[str, PointerTarget] = {}
        self.beside = QWidget(self)
        self.beside.setFocusProxy(self)
        self._lifted = ""
        self._pressed = False
        self._drift = Drift()
        self._motion = QTimer(self, interval=FRAME_MS)
        self._motion.timeout.connect(self._drift_on)

    def show_view(self, view: PointerView) -> None:
        """Show what stands where now; a target that was met goes."""
        before = self._view.now if self._view else None
        self._view = view
        for place in view.places:
            if place.id not in self._places:
                self._places[place.id] = self._new_place(place.id, place.word, place.picture)
        shown = [*([view.now] if view.now else []), *view.lying]
        had_focus = any(target.hasFocus() for target in self.targets.values())
        for target_id in set(self.targets) - {each.id for each in shown}:
            self._take_away(target_id)
        for each in shown:
            self._show_target(each)
        if view.now is None or before is None or before.id != view.now.id:
            self._drift.begin()
        if had_focus and not any(target.hasFocus() for target in self.targets.values()):
            self.focus_first()
        self._name_lying()
        self._arrange()
        self._move_if_wanted()

    def focus_first(self) -> None:
        """The target of now; one that is to be pointed at is left for the next Tab."""
        now = self._view.now if self._view else None
        widget: QWidget = self
        if now is not None and now.does != "point":
            widget = self.targets[now.id]
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, place_id: str) -> QWidget | None:
        """A place's card; `beside` everything for ""."""
        return self._places.get(place_id) if place_id else self.beside

    # What a hand does

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self._pressed = True

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._pressed:
            self._pressed = False
            self._miss()

    def wheelEvent(self, event: QWheelEvent) -> None:
        now = self._view.now if self._view else None
        if now is not None and now.does == "scroll":
            self.targets[now.id].turn(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._lifted:
            self._set_lifted("")
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return) and not event.isAutoRepeat():
            if self._lifted:
                self._drop(self._lifted, "")
            else:
                self._miss()
        else:
            super().keyPressEvent(event)

    def _miss(self) -> None:
        if self._view is not None and self._view.now is not None:
            self.acted.emit(Missed())

    def _gestured(self, target_id: str, does: Does, way: Way, tenths: int) -> None:
        self.acted.emit(Gesture(target_id, does, "", way, tenths))

    def _lift(self, target_id: str) -> None:
        self._set_lifted("" if self._lifted == target_id else target_id)

    def _set_lifted(self, target_id: str) -> None:
        self._lifted = target_id
        for each, target in self.targets.items():
            target.set_up(each == target_id)

    def _pulled(self, at: QPoint) -> None:
        for card in self._places.values():
            card.set_over(card.geometry().contains(self.mapFromGlobal(at)))

    def _dropped(self, target_id: str, at: QPoint) -> None:
        for card in self._places.values():
            card.set_over(False)
        target = self.targets[target_id]
        if not target.drags:
            self._swiped(target)
            return
        here = self.mapFromGlobal(at)
        places = (card.place_id for card in self._places.values() if card.geometry().contains(here))
        self._drop(target_id, next(places, ""))

    def _swiped(self, target: PointerTarget) -> None:
        """The way it was pushed, by how far it came."""
        way = self._box(target.view).center()
        dx, dy = target.geometry().center().x() - way.x(), target.geometry().center().y() - way.y()
        if max(abs(dx), abs(dy)) < current().px(40):
            self._arrange()
            return
        ways: tuple[Way, Way] = ("right", "left") if abs(dx) > abs(dy) else ("down", "up")
        far = dx if abs(dx) > abs(dy) else dy
        self._gestured(target.view.id, "swipe", ways[far < 0], 0)
        self._arrange()

    def _drop(self, target_id: str, place_id: str) -> None:
        self._set_lifted("")
        self.acted.emit(Gesture(target_id, "drag", place_id))
        self._arrange()

    def _placed(self, place_id: str) -> None:
        if self._lifted:
            self._drop(self._lifted, place_id)

    # What there is

    def _new_place(self, place_id: str, word: WordId, picture: str) -> PlaceCard:
        path = self._material.picture(picture) if picture else None
        card = PlaceCard(place_id, self._material.text(word), path, self)
        card.clicked.connect(lambda: self._placed(place_id))
        card.lower()
        card.show()
        return card

    def _show_target(self, view: TargetView) -> None:
        target = self.targets.get(view.id)
        if target is not None:
            target.show_target(view)
            return
        assert self._view is not None
        path = self._material.picture(view.picture) if view.picture else None
        words = self._material.text(view.word)
        target = PointerTarget(view, words, path, self._view.touch, self)
        target.gestured.connect(lambda does, way, t: self._gestured(view.id, does, way, t))
        target.lifted.connect(lambda: self._lift(view.id))
        target.pulled.connect(self._pulled)
        target.dropped.connect(lambda at: self._dropped(view.id, at))
        self.targets[view.id] = target
        target.show()

    def _take_away(self, target_id: str) -> None:
        target = self.targets.pop(target_id)
        target.gone = True
        if target.hasFocus():
            # Hidden with the focus, it would hand it on as if Tab were pressed.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        target.hide()
        target.deleteLater()
        if self._lifted == target_id:
            self._lifted = ""

    def _name_lying(self) -> None:
        if self._view is None:
            return
        now = [self._view.now] if self._view.now else []
        for place_id, card in self._places.items():
            lying = [each for each in (*now, *self._view.lying) if each.place == place_id]
            card.say_lying([self._material.text(each.word) for each in lying])

    # Where it stands

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _ground(self) -> Ground:
        """How the room is shared out now."""
        size = current().px(self._view.size) if self._view else 0
        touch = self._view is not None and self._view.touch
        return ground(self.rect(), list(self._places.values()), size, touch=touch)

    def _arrange(self) -> None:
        if self._view is None:
            return
        theme, shared = current(), self._ground()
        screen = shared.screen
        self.beside.setGeometry(screen.left() + 2, screen.top() + theme.space(20), 10, 10)
        for card, box in zip(self._places.values(), shared.places, strict=True):
            card.setGeometry(box)
        for target in self.targets.values():
            if not target.view.place:
                target.setGeometry(self._box(target.view))
        self._arrange_lying()
        self.update()

    def _arrange_lying(self) -> None:
        gap = current().space(8)
        for place_id, card in self._places.items():
            lying = [each for each in self.targets.values() if each.view.place == place_id]
            room = card.room_below().translated(card.pos())
            side = max(48, min(lying_px(), room.height() - gap))
            step = min(side + gap, (room.width() - side - gap) // max(1, len(lying) - 1) or side)
            for number, target in enumerate(lying):
                left = gap + number * step
                if current().rtl:
                    left = room.width() - side - left
                top = min(room.top(), card.geometry().bottom() - side - gap // 2)
                target.setGeometry(room.left() + left, top, side, side)

    def _box(self, view: TargetView) -> QRect:
        """Where a target stands by its spot, what it has drifted, and how far it was scrolled."""
        assert self._view is not None
        theme, free = current(), self._ground().free
        side = theme.px(self._view.size)
        if view.does == "swipe":
            side = round(side * 1.5)
        side = max(theme.target, min(side, free.width(), free.height()))
        room = QPointF(max(0, free.width() - side), max(0, free.height() - side))
        x, y = (each / FAR for each in view.spot)
        if view.does in ("scroll", "swipe"):
            x, y = 0.5, 0.5
        if view.does == "scroll":
            left = view.times / max(1, self._totals[view.id])
            x += {"left": -0.5, "right": 0.5}.get(view.way, 0.0) * left
            y += {"up": -0.5, "down": 0.5}.get(view.way, 0.0) * left
        at = QPointF(free.left() + room.x() * x, free.top() + room.y() * y)
        if self._view.now is not None and view.id == self._view.now.id:
            at += self._drift.shift
        return QRect(round(at.x()), round(at.y()), side, side)

    # How it moves

    def _move_if_wanted(self) -> None:
        view = self._view
        moves = view is not None and view.now is not None and view.speed > 0
        if moves and current().motion and view is not None and view.now is not None:
            still = view.now.does in ("scroll", "swipe", "drag") or bool(view.now.place)
            if not still:
                self._motion.start()
                return
        self._motion.stop()

    def _drift_on(self) -> None:
        """One step on, turning back at the edges; it waits while a hand is on the target."""
        view = self._view
        if view is None or view.now is None or not self.isVisible():
            self._motion.stop()
            return
        target = self.targets[view.now.id]
        if target.busy:
            return
        speed = current().px(view.speed)
        self._drift.step(self._box(view.now), self._ground().free, speed)
        target.move(self._box(view.now).topLeft())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._view is None:
            return
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shared = self._ground()
        screen = QRectF(shared.screen)
        if self._view.touch:
            draw_phone(painter, QRectF(shared.outer), screen)
        else:
            radius = theme.space(RADIUS_LARGE)
            panel(painter, screen, radius, theme.colour("sunk"), theme.colour("line"), 1.4)
        now = self._view.now
        if now is not None and now.does == "scroll":
            done = (self._totals[now.id] - now.times) * theme.space(70)
            upright = now.way in ("up", "down")
            pushed = done if now.way in ("down", "right") else -done
            page = screen.adjusted(4, 4, -4, -4)
            draw_page(painter, page, pushed if upright else 0, 0 if upright else pushed)
        if self.hasFocus():
            edge = ring_width(theme) / 2
            ring(painter, screen.adjusted(edge, edge, -edge, -edge), theme.space(RADIUS_LARGE))
