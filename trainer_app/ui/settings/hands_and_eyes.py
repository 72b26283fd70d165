"""Choices for eyes that tire and hands that tremble: letters, pointer, movement, second presses."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _, pgettext
from trainer_app.services.preferences import Preferences
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import SegmentField

Part = tuple[str, str, str, QWidget]
"""The name of a preference, the sign and the title of its card, and the choice."""


class HandsAndEyes(QObject):
    """Fields, each for a card of its own: `of_eyes()` and `of_hands()`.

    Signals: `changed(str, object)` with the name of a preference and what it shall be.
    """

    changed = Signal(str, object)

    def __init__(self, chosen: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self.letters = SegmentField(_("Letters"), _letters(), chosen.letters)
        self.pointer = SegmentField(_("Pointer"), _pointers(), chosen.pointer)
        self.motion = SegmentField(_("Movement on the screen"), _motions(), chosen.motion)
        self.patience = SegmentField(
            _("A second press counts after"), _patiences(), str(chosen.patience)
        )
        for name, field in (
            ("letters", self.letters),
            ("pointer", self.pointer),
            ("motion", self.motion),
        ):
            field.changed.connect(lambda value, name=name: self.changed.emit(name, value))
        self.patience.changed.connect(lambda value: self.changed.emit("patience", int(value)))

    def of_eyes(self) -> Iterator[Part]:
        """How things look; letters that hang together have one look only."""
        if current().script == "latin":
            yield "letters", "book-open", _("Letters"), self.letters
        yield "pointer", "mouse-pointer-2", _("Pointer"), self.pointer

    def of_hands(self) -> Iterator[Part]:
        """What moves, and what a trembling hand may do twice."""
        yield "motion", "pause", _("Movement on the screen"), self.motion
        yield "patience", "hourglass", _("A second press counts after"), self.patience


def _letters() -> list[tuple[str, str]]:
    return [
        ("usual", pgettext("letters", "Usual")),
        ("clear", _("Easier to tell apart")),
    ]


def _pointers() -> list[tuple[str, str]]:
    return [("usual", pgettext("pointer", "Usual")), ("large", pgettext("pointer", "Large"))]


def _motions() -> list[tuple[str, str]]:
    return [
        ("system", _("As this laptop is set")),
        ("none", pgettext("movement on the screen", "None")),
    ]


def _patiences() -> list[tuple[str, str]]:
    return [
        ("500", _("Half a second")),
        ("1000", _("One second")),
        ("2000", _("Two seconds")),
    ]
