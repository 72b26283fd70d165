"""The page of a call: it rings, one talks, it has ended."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.practice.phone_acts import Do, Undo
from trainer_app.domain.practice.phone_stage import DeedName
from trainer_app.domain.practice.phone_view import ThingView
from trainer_app.i18n import _
from trainer_app.ui.practice.phone.deeds import Act, DeedButton, offer_parts, standing_parts
from trainer_app.ui.practice.phone.home import face_of, note_of, sign_of, title_of
from trainer_app.ui.practice.phone.thing_parts import Hear, spoken, voice_parts
from trainer_app.ui.practice.pieces.bubbles import Bubble
from trainer_app.ui.practice.pieces.faces import Face
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.stage_screen import Material
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, FlowGrid, Text
from trainer_app.ui.widgets.buttons import Role
from trainer_app.ui.widgets.lettering import Align

_LARGE_TEXT = 1.5
_LARGE: dict[DeedName, Role] = {"answer": "primary", "decline": "danger", "hang-up": "danger"}


def call_parts(thing: ThingView, material: Material, act: Act, hear: Hear) -> list[Part]:
    """Everything on the page of a call."""
    parts = [Part((thing.id, "caller"), note_of(thing, material), partial(Caller, thing, material))]
    if any(each.deed == "answer" for each in thing.done):
        parts += _said(thing, material, act, hear)
    # That one answered is plain to see; the way back from it comes last, unless it is to mend.
    answered = Undo(thing.id, "answer")
    right = any(each.deed == "answer" and not each.to_mend for each in thing.done)
    standing = standing_parts(thing, material, act)
    return [
        *parts,
        *(each for each in standing if not (right and each.key == answered)),
        *_receiver(thing, material, act, hear),
        *offer_parts(thing, material, act),
        *(each for each in standing if right and each.key == answered),
    ]


def _receiver(thing: ThingView, material: Material, act: Act, hear: Hear) -> list[Part]:
    large = tuple(each.deed for each in thing.offered if each.deed in _LARGE)
    if not large:
        return []
    make = partial(Receiver, thing, large, material, act, hear)
    return [Part((thing.id, "receiver"), large, make)]


def _said(thing: ThingView, material: Material, act: Act, hear: Hear) -> list[Part]:
    """What the caller says: written, and to be heard again."""
    if thing.voice:
        return voice_parts(thing, material, act, hear)

    def again() -> QWidget:
        button = Button(_("Hear it again"), "quiet", icon="volume-2")
        button.clicked.connect(lambda: hear(spoken(thing, material)))
        return button

    written = partial(Bubble, material.line(thing.word))
    return [
        Part((thing.id, "says"), None, written),
        Part((thing.id, "again"), None, again),
    ]


class Caller(QWidget):
    """Who calls, large while it rings, and whether one talks or it has ended. Signals: none."""

    def __init__(self, thing: ThingView, material: Material, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        large = not thing.done and current().scale <= _LARGE_TEXT
        name, note = title_of(thing, material), note_of(thing, material)
        icon, tone = sign_of(thing)
        align: Align = "center" if large else "start"
        face = Face(face_of(thing, material), name, 96 if large else 48, icon=icon, tone=tone)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(name, "title" if large else "body", "bold", align=align, tight=True))
        words.addWidget(Text(note, "body", colour="muted", align=align, tight=True))
        box = QVBoxLayout(self) if large else QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(current().space(12))
        box.addWidget(face, 0, Qt.AlignmentFlag.AlignCenter)
        box.addLayout(words, 1)


class LargeButton(DeedButton):
    """A button for the moment when a phone rings. Signals: `clicked`."""

    def measure(self, width: float) -> float:
        return max(current().px(68), super().measure(width))


class Receiver(FlowGrid):
    """Answer and decline while it rings, or hang up: large, in colour, with words.

    Signals: none; `controls` has the buttons under their actions.
    """

    def __init__(
        self,
        thing: ThingView,
        deeds: tuple[DeedName, ...],
        material: Material,
        act: Act,
        hear: Hear,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(150, 12, most=len(deeds), parent=parent)
        self.controls: dict[Hashable, QWidget] = {}
        for deed in deeds:
            do = Do(thing.id, deed)
            button = LargeButton(do, act, _LARGE[deed])
            if deed == "answer":
                button.clicked.connect(lambda: hear(spoken(thing, material)))
            self.controls[do] = button
            self.add(button)
