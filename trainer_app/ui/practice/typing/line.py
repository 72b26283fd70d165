"""A line of a typing stage: the words asked for, what is typed, and the next sign."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.keystrokes import Action, Deleted, Entered, Pressed
from trainer_app.domain.practice.typing import LineView
from trainer_app.domain.practice.typing_stage import Target
from trainer_app.domain.practice.writing import rest_of
from trainer_app.i18n import _
from trainer_app.ui.practice.keyboard.key_names import JOINER, key_face
from trainer_app.ui.theme import Token, current, draw_icon
from trainer_app.ui.theme.scripts import script_of_text
from trainer_app.ui.theme.tokens import RADIUS_SMALL
from trainer_app.ui.widgets.drawn import DrawnButton, centred, end_box, panel, start_box
from trainer_app.ui.widgets.isolation import POP_ISOLATE
from trainer_app.ui.widgets.lettering import Lettering, Marked

_CARET, _FROM_LEFT = "|", "\u2066"


class TypingLine(DrawnButton):
    """A line to choose and to type in; the laptop's keys write where it has the focus.

    Signals: `clicked`; `struck(object)` a keystroke on the laptop's keyboard.
    """

    fills = True
    struck = Signal(object)

    def __init__(self, wanted: str, target: Target, language: str, parent: QWidget) -> None:
        super().__init__(wanted, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._wanted, self._target, self._language = wanted, target, language
        asked = _("For example: {words}").format(words=wanted) if target.free else wanted
        self._asked = Lettering(asked, "title", "bold", tight=True)
        self._typed = Lettering(_CARET, "title", tight=True)
        self._state = Lettering("", "small", "semibold", tight=True)
        self._sign: str | None = None
        self._view: LineView | None = None
        self.setAccessibleName(_("Type: {words}").format(words=asked))

    def show_line(self, view: LineView) -> None:
        """Show what is typed and how it stands."""
        if view == self._view:
            return
        self._view = view
        right = self._right_part(view)
        # On a page from the right, the cursor after Latin letters and signs stands at their right.
        way = "" if script_of_text(view.typed) == "arabic" else _FROM_LEFT
        text = way + view.typed + (_CARET if view.here else "") + (way and POP_ISOLATE)
        marks = []
        if right < len(view.typed):
            theme = current()
            font = theme.font("title")
            font.setUnderline(True)
            ink, ground = theme.colour("warn"), theme.colour("warn_tint")
            start = len(way) + right
            marks = [Marked(start, len(view.typed) - right, font, ink, ground)]
        self._typed = Lettering(text or " ", "title", marked=marks, tight=True)
        words = _state_words(view)
        self._state = Lettering(words, "small", "semibold", tight=True)
        self._sign = self._next_sign(view)
        said = [_("typed: {text}").format(text=view.typed)] if view.typed else []
        self.setAccessibleDescription(". ".join([*said, *([words] if words else [])]))
        self.updateGeometry()
        self.update()

    @property
    def _side_by_side(self) -> bool:
        """Large words are asked for beside what is typed: wide screens have no height for both."""
        return current().scale > 1.5

    @property
    def here(self) -> bool:
        """Whether this is the line typed in."""
        return self._view is not None and self._view.here

    def widths(self) -> tuple[float, float]:
        theme = current()
        least = self._asked.longest_word() + 2 * theme.space(16) + theme.px(56) + theme.space(12)
        return least, max(least, theme.px(420))

    def measure(self, width: float) -> float:
        inner = self._inside(width)
        pads = 2 * current().space(8)
        if self._side_by_side:
            half = (inner - current().space(16)) / 2
            return max(self._asked.lay(half), self._typed.lay(half)) + pads
        asked, typed = self._asked.lay(inner), self._typed.lay(inner)
        return asked + typed + self._state.lay(inner) + pads

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = stroke_of(event)
        if action is None or (not self.here and event.key() in _PRESSES):
            super().keyPressEvent(event)
            return
        if not self.here:
            self.click()
        self.struck.emit(action)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Letters that two keys of the laptop make together come this way."""
        if event.commitString():
            self.struck.emit(Pressed(event.commitString()))
        event.accept()

    def _inside(self, width: float) -> float:
        theme = current()
        return width - 2 * theme.space(16) - theme.px(56) - theme.space(12)

    def _right_part(self, view: LineView) -> int:
        """How many signs of what is typed are right, from the first on."""
        if view.so_far:
            return len(view.typed)
        if self._target.free:
            starts = self._target.starts
            return view.typed.find(" ") if view.typed.startswith(starts) else 0
        language, exact = self._language, self._target.exact
        fitting = (
            at
            for at in range(len(view.typed), 0, -1)
            if rest_of(self._wanted, view.typed[:at], language, exact) is not None
        )
        return next(fitting, 0)

    def _next_sign(self, view: LineView) -> str | None:
        """The sign to type next; "" where something is to be deleted; None for nothing to say."""
        if view.met or not view.here:
            return None
        if not view.so_far:
            return ""
        if self._target.free:
            return None
        rest = rest_of(self._wanted, view.typed, self._language, self._target.exact)
        return rest[:1] if rest else None

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        view = self._view
        met = view is not None and view.met
        ground: Token = "ok_tint" if met else "card"
        edge: Token = "primary" if self.here else "line"
        width = theme.border + 1 if self.here else 1.4
        round_px = theme.space(self.radius)
        panel(painter, box, round_px, theme.colour(ground), theme.colour(edge), width)
        inner = box.adjusted(theme.space(16), theme.space(8), -theme.space(16), -theme.space(8))
        inner, at = _parted(inner)
        if self._sign is not None:
            self._draw_next(painter, centred(at, min(at.width(), at.height())))
        elif view is not None and _state_words(view):
            icon, tone = _sign_of(view)
            side = min(theme.px(40), at.height())
            draw_icon(painter, icon, theme.hex(tone), centred(at, side))
        if self._side_by_side:
            asked, typed = start_box(inner, (inner.width() - theme.space(16)) / 2, theme.space(16))
            self._asked.draw(painter, asked, theme.colour("muted"))
            self._typed.draw(painter, typed, theme.colour("ink"))
        else:
            self._draw_words(painter, inner)

    def _draw_words(self, painter: QPainter, inner: QRectF) -> None:
        theme = current()
        asked, typed = self._asked.lay(inner.width()), self._typed.lay(inner.width())
        top = QRectF(inner.left(), inner.top(), inner.width(), asked)
        self._asked.draw(painter, top, theme.colour("muted"))
        middle = QRectF(inner.left(), top.bottom(), inner.width(), typed)
        self._typed.draw(painter, middle, theme.colour("ink"))
        if not self._state.words or self._view is None:
            return
        foot = QRectF(inner.left(), middle.bottom(), inner.width(), self._state.pitch)
        at, rest = start_box(foot, theme.px(20), theme.space(6))
        icon, tone = _sign_of(self._view)
        draw_icon(painter, icon, theme.hex(tone), centred(at, theme.px(20)))
        self._state.draw(painter, rest, theme.colour(tone))

    def _draw_next(self, painter: QPainter, box: QRectF) -> None:
        """A key as on the keyboard, so that the same is looked for there."""
        theme = current()
        edge = theme.colour("primary")
        panel(painter, box, theme.space(RADIUS_SMALL), theme.colour("mark"), edge, theme.border)
        icons = {"": "delete", " ": "space", JOINER: "space"}
        if self._sign in icons:
            icon = icons[self._sign or ""]
            draw_icon(painter, icon, theme.hex("ink"), centred(box, theme.px(30)))
            return
        painter.setFont(theme.font("title", "bold"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key_face(self._sign or ""))


_PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def stroke_of(event: QKeyEvent) -> Action | None:
    """What a key of the laptop does in a line; None for keys that mean something else.

    A key that is held down too long types one letter, as slow hands expect.
    """
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return Entered()
    if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        # The cursor stands at the end always; beginners look for the key with this word on it.
        return Deleted()
    held = event.modifiers()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    # AltGr is Ctrl and Alt together on some systems.
    if control != bool(held & Qt.KeyboardModifier.AltModifier):
        return None
    text = event.text()
    if event.isAutoRepeat() or not text or not (text.isprintable() or text == JOINER):
        return None
    return Pressed(text)


def _parted(inner: QRectF) -> tuple[QRectF, QRectF]:
    """The room for words, and the one at the end for a sign."""
    theme = current()
    last, rest = end_box(inner, theme.px(56), theme.space(12))
    return rest, last


def _state_words(view: LineView) -> str:
    if view.met:
        return _("Right")
    if not view.so_far:
        return _("Look again: delete, then type on")
    if view.free and view.typed and view.here:
        return _("Ready? Press the key “Ready”")
    return ""


def _sign_of(view: LineView) -> tuple[str, Token]:
    if view.met:
        return "circle-check", "ok"
    return ("eye", "warn") if not view.so_far else ("corner-down-left", "primary")
