"""The on-screen keyboard: the keys of a person's language, as they lie on a laptop.

Three ways to use it:

- A field with everything (what most screens want): `practice_field.PracticeField`

      field = PracticeField(_("Caption"), language=material.words.language, lines=3,
                            words=("bread", "today"))        # word tiles, if wanted
      field.done.connect(...)     # str; Enter, “Ready” or leaving the field
      field.changed.connect(...)  # str; every letter
      field.value(), field.set_value("…"), field.control     # the QLineEdit or QPlainTextEdit

  Its keyboard button opens the keyboard at the bottom of the stage screen around it; what is laid
  out above becomes lower, and the field stays in sight. One keyboard serves all fields of a screen.
  A touch that types into it is `Touch(field.control, "type", text=…)`; for tests and “Show me”
  nothing else is needed. The text is done by `Touch(field.ready, "press")`.

- Bound to a field of your own: `field_keyboard.FieldKeyboard(("ar", "en"))`, `.bind(edit)`. It
  writes where the cursor is and leaves the focus where it is. `.entered` and `.hidden` tell more.

- Alone, with a state elsewhere: `OnScreenKeyboard()`, `.show_board(language, languages, layer,
  waiting)`, and `.struck(object)` brings keystrokes of `domain/practice/keystrokes.py`.

The keys are one stop of the Tab key; arrows go from key to key, Space presses. Where the keyboard
was opened by keys (`walk_by_tab`), Tab goes from key to key, too, for whoever has Tab and Space
only. They lie as on the table in every language, so they are not mirrored.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.domain.practice.keyboards import BASE, GAP, SHIFT, SIGNS, Keyboard, keyboard
from trainer_app.domain.practice.keystrokes import (
    Action,
    Dead,
    Deleted,
    Entered,
    Layer,
    Pressed,
    Switched,
)
from trainer_app.i18n import _, own_name, pgettext
from trainer_app.ui.practice.keyboard.key_names import JOINER, is_mark, key_face, key_name
from trainer_app.ui.practice.keyboard.keycap import Keycap
from trainer_app.ui.theme import current
from trainer_app.ui.theme.scripts import script_of_language
from trainer_app.ui.theme.tokens import RADIUS_SMALL, TARGET
from trainer_app.ui.widgets.drawn import panel

UNITS = 15.0
"""A laptop's keyboard is fifteen keys wide."""
_STARTS = (0.0, 1.5, 1.75, 2.25)
_ROWS = 5
_GAP = 5
_LEAST = TARGET
"""The least height of a key in pixels, whatever the size of letters."""


class OnScreenKeyboard(QWidget):
    """A keyboard that shows a state and says what was struck; see the module for its uses.

    Signals: `struck(object)` a keystroke; `hidden()` the key that puts it away, if it has one.
    """

    struck = Signal(object)
    hidden = Signal()

    def __init__(self, *, can_hide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Keyboard on the screen"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._can_hide = can_hide
        self._keys: dict[str, Keycap] = {}
        self._boxes: dict[str, tuple[float, float, float, float]] = {}
        self._blanks: list[tuple[float, float, float, float]] = []
        self._shown: tuple[str, tuple[str, ...], str, str] | None = None
        self._stop: Keycap | None = None
        self._each_by_tab = False

    def show_board(
        self, language: str, languages: tuple[str, ...], layer: str = BASE, waiting: str = ""
    ) -> None:
        """Show a language's keys in a layer; `waiting` is the dead key that waits for a letter.

        With more than one language in `languages` there is a key for each of them.
        """
        wanted = (language, languages, layer, waiting)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._boxes = {}
        board = keyboard(language)
        self._letters(board, layer, waiting)
        self._edges(board, layer)
        self._bottom(board, languages, layer)
        self._place()
        self._keep_stop()
        self._share_stops()
        for name, key in self._keys.items():
            key.setVisible(name in self._boxes)
        self.update()

    def key_for(self, action: Action) -> QWidget | None:
        """The key that does this now; None if no key in sight does."""
        name = ""
        match action:
            case Pressed(" "):
                name = "space"
            case Pressed(text) | Dead(text):
                signs = (each for each in self._boxes if self._sign(each) == text)
                name = next(signs, "")
            case Deleted():
                name = "delete"
            case Entered():
                name = "ready"
            case Switched(language):
                name = f"language {language}"
            case Layer(layer):
                name = self._layer_key(layer)
        return self._keys[name] if name in self._boxes else None

    def walk_by_tab(self, on: bool) -> None:
        """Have Tab stop at every key, or at one for all."""
        self._each_by_tab = on
        self._share_stops()

    def _share_stops(self) -> None:
        for name, key in self._keys.items():
            stops = key is self._stop or (self._each_by_tab and name in self._boxes)
            key.setFocusPolicy(Qt.FocusPolicy.TabFocus if stops else Qt.FocusPolicy.NoFocus)

    def focus_first(self) -> None:
        """Give the keyboard's one Tab stop the focus."""
        if self._stop is not None:
            self._stop.setFocus(Qt.FocusReason.TabFocusReason)

    def sizeHint(self) -> QSize:
        theme = current()
        # At twice the text the rows still leave room for the page above.
        high = round(48 * (1 + (theme.scale - 1) * 0.3))
        return QSize(round(UNITS * theme.px(54)), _ROWS * (high + _GAP) + _GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(UNITS * 48), _ROWS * (_LEAST + _GAP) + _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("sunk"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("edge"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in self._blanks:
            box = QRectF(self._box(*at))
            panel(painter, box, theme.space(RADIUS_SMALL), None, theme.colour("line"), 1.2)

    def _key(
        self, name: str, at: tuple[float, float, float, float], act: Callable[[], None]
    ) -> Keycap:
        key = self._keys.get(name)
        if key is None:
            key = self._keys[name] = Keycap(self)
            key.arrow.connect(lambda arrow, key=key: self._go(key, Qt.Key(arrow)))
            key.typed.connect(self._typed)
        key.act = act
        self._boxes[name] = at
        return key

    def _sign(self, name: str) -> str:
        return str(self._keys[name].property("sign") or "")

    def _letters(self, board: Keyboard, layer: str, waiting: str) -> None:
        upper = board.layers[SHIFT] if layer == BASE else ()
        from_right = script_of_language(board.language) == "arabic"
        way = Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
        for number, row in enumerate(board.layers[layer]):
            for column, sign in enumerate(row):
                if sign == GAP:
                    continue
                dead = sign in board.dead
                action = Dead(sign) if dead else Pressed(sign)
                at = (_STARTS[number] + column, number, 1.0, 1.0)
                key = self._key(f"{number}.{column}", at, partial(self._strike, action))
                key.setProperty("sign", sign)
                key.setLayoutDirection(way)
                name = key_name(sign, dead=dead)
                if sign == JOINER:
                    key.show_word("space", name)
                    continue
                corner = upper[number][column] if upper else ""
                shown = corner if corner != sign.upper() and not corner.isalpha() else ""
                face = "" if shown == GAP or is_mark(shown) else shown
                key.show_sign(key_face(sign), name, corner=face, lit=dead and sign == waiting)

    def _edges(self, board: Keyboard, layer: str) -> None:
        rows = [len(row) for row in board.layers[BASE]]
        ends = [start + count for start, count in zip(_STARTS, rows, strict=True)]
        delete = self._key(
            "delete", (ends[0], 0, UNITS - ends[0], 1), lambda: self._strike(Deleted())
        )
        delete.show_word("delete", pgettext("key", "Delete"))
        # Where the second row has twelve letters, the key at its end is two rows tall.
        tall = ends[1] < UNITS - 1
        at = (max(ends[1:3]), 1.0, UNITS - max(ends[1:3]), 2.0)
        flat = (ends[2], 2.0, UNITS - ends[2], 1.0)
        ready = self._key("ready", at if tall else flat, lambda: self._strike(Entered()))
        ready.show_word("corner-down-left", pgettext("key", "Ready"))
        # A keyboard with one more key in the last row has its first letter further left.
        start = _STARTS[3] - (rows[3] - 10)
        for column in range(rows[3]):
            name = f"3.{column}"
            if name in self._boxes:
                self._boxes[name] = (start + column, 3.0, 1.0, 1.0)
        self._blanks = [
            (start + column if number == 3 else _STARTS[number] + column, number, 1.0, 1.0)
            for number, count in enumerate(rows)
            for column in range(count)
            if f"{number}.{column}" not in self._boxes
        ]
        end = start + rows[3]
        for name, left, wide in (("shift", 0.0, start), ("shift 2", end, UNITS - end)):
            shift = self._key(name, (left, 3.0, wide, 1.0), lambda: self._toggle(SHIFT))
            shift.show_word("arrow-big-up", _("Shift"), lit=layer == SHIFT)

    def _bottom(self, board: Keyboard, languages: tuple[str, ...], layer: str) -> None:
        left, right = 0.0, UNITS
        if len(languages) > 1:
            wide = 2.25 if len(languages) < 3 else 1.75
            for language in languages:
                at = (left, 4.0, wide, 1.0)
                action = Switched(language)
                key = self._key(f"language {language}", at, partial(self._strike, action))
                key.show_word(
                    "languages", own_name(language), lit=language == board.language, worded=True
                )
                left += wide
        if self._can_hide:
            right -= 2.25
            hide = self._key("hide", (right, 4.0, UNITS - right, 1.0), self.hidden.emit)
            hide.show_word("chevron-down", _("Hide"))
        if SIGNS in board.layers:
            right -= 2.25
            signs = self._key("signs", (right, 4.0, 2.25, 1.0), lambda: self._toggle(SIGNS))
            signs.show_word("at-sign", _("Signs"), lit=layer == SIGNS)
        left, right = max(left, 3.0), min(right, 12.0)
        space = self._key(
            "space", (left, 4.0, right - left, 1.0), lambda: self._strike(Pressed(" "))
        )
        space.show_word("space", _("Space"))

    def _layer_key(self, layer: str) -> str:
        now = self._shown[2] if self._shown else BASE
        if layer == BASE:
            return {SHIFT: "shift", SIGNS: "signs"}.get(now, "")
        return "" if layer == now else {SHIFT: "shift", SIGNS: "signs"}.get(layer, "")

    def _toggle(self, layer: str) -> None:
        now = self._shown[2] if self._shown else BASE
        self._strike(Layer(BASE if now == layer else layer))

    def _strike(self, action: Action) -> None:
        self.struck.emit(action)

    def _typed(self, text: str) -> None:
        self._strike(Deleted() if text == "\b" else Pressed(text))

    def _place(self) -> None:
        """Keys lie from the left in every language, as they do on the table."""
        for name, at in self._boxes.items():
            self._keys[name].setGeometry(self._box(*at))

    def _box(self, x: float, y: float, wide: float, tall: float) -> QRect:
        """Where a key lies, in pixels."""
        unit = min((self.width() - _GAP) / UNITS, current().space(72))
        begin = (self.width() + _GAP - unit * UNITS) / 2
        left, right = round(begin + x * unit), round(begin + (x + wide) * unit)
        rows = min(self.height(), self.sizeHint().height()) - _GAP
        high = rows / _ROWS
        return QRect(left, _GAP + round(y * high), right - left - _GAP, round(tall * high) - _GAP)

    def _keep_stop(self) -> None:
        """The key that Tab stops at is one in sight; it keeps the focus if the old one had it."""
        self._stop = next((key for key in self._keys.values() if key.hasFocus()), self._stop)
        if self._stop is not None and any(self._keys[each] is self._stop for each in self._boxes):
            return
        had_focus = self._stop is not None and self._stop.hasFocus()
        self._make_stop(self._keys["space" if had_focus else "1.0"])
        if had_focus:
            self._keys["space"].show()
            self.focus_first()

    def _make_stop(self, key: Keycap) -> None:
        self._stop = key
        self._share_stops()

    def _go(self, key: Keycap, arrow: Qt.Key) -> None:
        """To the nearest key in a direction; at the edge the focus stays."""
        found = self._next(key, arrow)
        if found is not None:
            self._make_stop(found)
            found.setFocus(Qt.FocusReason.TabFocusReason)

    def _next(self, key: Keycap, arrow: Qt.Key) -> Keycap | None:
        here = key.geometry()
        upright = arrow in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        forward = arrow in (Qt.Key.Key_Right, Qt.Key.Key_Down)
        best: tuple[int, Keycap] | None = None
        for name in self._boxes:
            there = self._keys[name].geometry()
            along, across = _apart(here, there, upright, forward)
            if along <= 0 or (not upright and across > 0):
                continue
            far = along * 4 + across + abs(there.center().x() - here.center().x()) // 8
            if best is None or far < best[0]:
                best = (far, self._keys[name])
        return best[1] if best else None


def _apart(here: QRect, there: QRect, upright: bool, forward: bool) -> tuple[int, int]:
    """How far a key lies ahead (not at all: 0 or less), and how far beside, in pixels."""
    one, other = (here, there) if forward else (there, here)
    ends: tuple[QPoint, QPoint] = (one.bottomRight(), other.topLeft())
    ahead = ends[1].y() - ends[0].y() if upright else ends[1].x() - ends[0].x()
    if upright:
        beside = max(here.left() - there.right(), there.left() - here.right(), 0)
    else:
        beside = max(here.top() - there.bottom(), there.top() - here.bottom(), 0)
    return ahead, beside
