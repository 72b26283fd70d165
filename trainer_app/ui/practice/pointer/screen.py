"""Pointing on the screen: a strip says what to do with which thing, and the table is below."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.blocks import Span, plain
from trainer_app.domain.practice.pointer import Action, Gesture, Missed, PointerView, TargetView
from trainer_app.domain.practice.pointer_stage import HOLD_TENTHS, PointerStage
from trainer_app.i18n import _, ngettext
from trainer_app.ui.practice.pointer.field import PointerField
from trainer_app.ui.practice.pointer.target import PointerTarget
from trainer_app.ui.practice.pointer.words import gesture_icon, gesture_words
from trainer_app.ui.practice.stage_screen import Material, StageScreen, Touch
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Icon, Text
from trainer_app.ui.widgets.panels import Panel
from trainer_app.ui.widgets.said_as import announce


class PointerScreen(StageScreen):
    """Targets one after the other, by mouse, by finger or by keys alone.

    With keys, Tab to a thing points at it, Space clicks or taps, twice Space double-clicks, arrows
    scroll or swipe, a long Space holds; to drag, Space on the thing and then on the place.
    Signals: those of StageScreen.
    """

    def __init__(self, material: Material, parent: QWidget | None = None) -> None:
        super().__init__(material, parent)
        self._field = PointerField(material, cast("PointerStage", material.stage))
        self._field.acted.connect(self.acted)
        self._strip = _Strip(material)
        self._touch = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(12))
        column.addWidget(self._strip)
        column.addWidget(self._field, 1)

    def show_view(self, view: PointerView) -> None:
        self._touch = view.touch
        self._strip.show_target(view.now, touch=view.touch)
        self._field.show_view(view)

    def touch(self, action: Action) -> Touch | None:
        if isinstance(action, Missed):
            return Touch(self._field.beside)
        target = self._field.targets.get(action.target)
        return None if target is None else self._gesture(target, action)

    def focus_first(self) -> None:
        self._field.focus_first()

    def _gesture(self, target: PointerTarget, action: Gesture) -> Touch | None:
        """None for a gesture that this target cannot tell from another: a click on what is only
        to be pointed at, a tap where there is no finger."""
        wants = target.view.does
        match action.does:
            case "point" if wants == "point":
                return Touch(target)
            case "click" if not self._touch and wants != "point":
                return Touch(target)
            case "double-click" if not self._touch and wants not in ("point", "click"):
                return Touch(target)
            case "tap" if self._touch:
                return Touch(target)
            case "hold" if self._touch and action.tenths == HOLD_TENTHS:
                return Touch(target, "hold")
            case "drag" if target.drags:
                return Touch(target, "drag", to=self._field.place(action.to))
            case "scroll" if not self._touch:
                return Touch(target, "scroll", way=action.way)
            case "swipe" if self._touch and not target.drags:
                return Touch(target, "swipe", way=action.way)
        return None


class _Strip(Panel):
    """Which thing, and what to do with it."""

    def __init__(self, material: Material) -> None:
        super().__init__("primary_tint", None, upright=False, pad=10)
        self._material, self._told = material, ""
        self._icon = Icon("pointer", "primary", 36)
        self._thing = Text("", "large", "bold", tight=True)
        self._how = Text("", "body", tight=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._thing)
        words.addWidget(self._how)
        self.body.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(words, 1)

    def show_target(self, now: TargetView | None, *, touch: bool) -> None:
        """Say what is to be met now; where all is met, say so."""
        if now is None:
            self._icon.set_icon("circle-check", "ok")
            self._thing.hide()
            self._how.set_words(_("Everything is done."))
            return
        self._icon.set_icon(gesture_icon(now.does, now.way), "primary")
        how = [gesture_words(now.does, now.way, touch=touch)]
        if now.to_mend:
            how.insert(0, _("Look again."))
        if now.does in ("scroll", "swipe") and now.times > 1:
            more = ngettext("{number} more time.", "{number} more times.", now.times)
            how.append(more.format(number=now.times))
        if touch:
            how.append(_("The mouse is your finger here."))
        self._tell(now, " ".join(how))
        line = self._material.line(now.word)
        if current().scale > 1.5:
            # Large words leave less room to practise in: the thing and what to do in one.
            strong = tuple(replace(span, strong=True) for span in line)
            self._thing.hide()
            self._how.set_words((*strong, Span(". " + " ".join(how))))
            return
        self._thing.set_words(line)
        self._how.set_words(" ".join(how))

    def _tell(self, now: TargetView, how: str) -> None:
        """Say what is to be looked at next: the keyboard does not go there by itself."""
        if now.id != self._told:
            self._told = now.id
            if now.does == "point" and self.isVisible():
                announce(self, f"{plain(self._material.line(now.word))}. {how}")
