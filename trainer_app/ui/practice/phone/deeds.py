"""What can be done with the open thing: words to send, people to send it to, and buttons."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.practice.phone_acts import Action, Do, Undo
from trainer_app.domain.practice.phone_view import DeedView, ThingView
from trainer_app.i18n import _
from trainer_app.ui.practice.phone.deed_that_stands import DeedThatStands
from trainer_app.ui.practice.phone.words import deed_words
from trainer_app.ui.practice.pieces.bubbles import Bubble
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.stage_screen import Material
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, FlowGrid, Text
from trainer_app.ui.widgets.buttons import Role

Act = Callable[[Action], None]
_NARROWEST = 168
_APART = ("listen", "say", "forward", "answer", "decline", "hang-up")
"""Deeds that have a place of their own on the page."""


def standing_parts(thing: ThingView, material: Material, act: Act) -> list[Part]:
    """Each deed that stands, with what was sent as a bubble."""
    parts = []
    for each in thing.done:
        if each.deed == "listen":
            continue
        if each.deed == "say" and each.word is not None:
            key: Hashable = ("sent", each.what, thing.id)
            parts.append(Part(key, None, partial(Bubble, material.line(each.word), sent=True)))
        parts.append(_standing(thing, each, material, act))
    return parts


def _standing(thing: ThingView, deed: DeedView, material: Material, act: Act) -> Part:
    undo = Undo(thing.id, deed.deed, deed.what)
    names = deed.deed not in ("say",) and deed.word is not None
    to = material.text(deed.word) if names and deed.word is not None else ""
    words = deed_words(deed.deed, talking=thing.kind == "call")
    make = partial(DeedThatStands, words, undo, act, to_mend=deed.to_mend, to=to)
    return Part(undo, deed.to_mend, make)


def offer_parts(thing: ThingView, material: Material, act: Act) -> list[Part]:
    """What is ready to say, whom it can be sent on to, and everything else, as buttons."""
    parts = []
    for deed, heading in (
        ("say", _("Ready to say")),
        ("change-passphrase", _("Choose a new passphrase")),
        ("forward", _("Send on to")),
    ):
        ways = tuple(each for each in thing.offered if each.deed == deed and each.word is not None)
        if ways:
            make = partial(Choices, heading, thing, ways, material, act)
            parts.append(Part((thing.id, deed), ways, make))
    plain = tuple(each for each in thing.offered if each.deed not in _APART and not each.word)
    if plain:
        parts.append(Part((thing.id, "deeds"), plain, partial(Deeds, thing, plain, act)))
    return parts


class Choices(QWidget):
    """A heading and what one can choose under it, one button each; names stand side by side.

    Signals: none; `controls` has the buttons under their actions.
    """

    def __init__(
        self,
        heading: str,
        thing: ThingView,
        ways: tuple[DeedView, ...],
        material: Material,
        act: Act,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(6))
        column.addWidget(Text(heading, "small", "semibold", colour="muted", tight=True))
        self.controls: dict[Hashable, QWidget] = {}
        for each in ways:
            assert each.word is not None
            do = Do(thing.id, each.deed, each.what)
            words = deed_words(each.deed, talking=thing.kind == "call")
            icon = "mic" if each.voice else words.icon
            button = Button(material.text(each.word), icon=icon)
            button.setAccessibleDescription(heading)
            _press(button, do, act)
            self.controls[do] = button
        most = 2 if ways[0].deed == "forward" else 1
        grid = FlowGrid(_NARROWEST, 6, most=most)
        grid.add(*self.controls.values())
        column.addWidget(grid)


def _press(button: Button, do: Do, act: Act) -> None:
    # `clicked` says whether it is checked, which no action takes.
    button.clicked.connect(lambda: act(do))


class Deeds(FlowGrid):
    """Buttons for everything that a phone offers with a thing, two in a row where they fit.

    Signals: none; `controls` has the buttons under their actions.
    """

    def __init__(
        self,
        thing: ThingView,
        deeds: tuple[DeedView, ...],
        act: Act,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_NARROWEST, 8, most=2, parent=parent)
        self.controls: dict[Hashable, QWidget] = {}
        for each in deeds:
            do = Do(thing.id, each.deed, each.what)
            self.controls[do] = button = DeedButton(do, act)
            self.add(button)


class DeedButton(Button):
    """A button that does a deed. Signals: `clicked`."""

    def __init__(
        self, do: Do, act: Act, role: Role = "secondary", parent: QWidget | None = None
    ) -> None:
        words = deed_words(do.deed)
        super().__init__(words.do, role, icon=words.icon, parent=parent)
        _press(self, do, act)
