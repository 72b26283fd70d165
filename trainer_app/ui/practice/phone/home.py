"""The first page of the pretend phone: everything that has come, one row each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.phone_acts import Action, Open
from trainer_app.domain.practice.phone_view import ThingView
from trainer_app.i18n import _
from trainer_app.ui.practice.phone.words import kind_words, unknown_number
from trainer_app.ui.practice.pieces.faces import draw_person
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.stage_screen import Material
from trainer_app.ui.theme import Tone, current, of_tone
from trainer_app.ui.widgets import Text
from trainer_app.ui.widgets.drawn import DrawnButton, centred, end_box, panel, start_box
from trainer_app.ui.widgets.lettering import Lettering

_FACE, _DOT = 52, 14
_PEOPLE_SAY = ("message", "call", "code")


def title_of(thing: ThingView, material: Material) -> str:
    """Who or what a thing is: the person who sends it, or the group, device or account itself."""
    if thing.kind not in _PEOPLE_SAY and thing.person is None:
        return material.text(thing.word)
    return material.text(thing.person) if thing.person is not None else unknown_number()


def face_of(thing: ThingView, material: Material) -> Path | None:
    """The picture of who it is from."""
    return material.picture(thing.face) if thing.face else None


def sign_of(thing: ThingView) -> tuple[str, Tone]:
    """The sign of a thing that has no face, and its colour."""
    if thing.kind in _PEOPLE_SAY:
        return "user-round", "primary" if thing.person is not None else "accent"
    return kind_words(thing.kind).icon, "plain"


def note_of(thing: ThingView, material: Material) -> str:
    """What a row says under its title."""
    kind = kind_words(thing.kind).word
    if thing.kind == "call":
        return _call_note(thing)
    if thing.voice:
        return _("Voice note")
    if thing.kind in _PEOPLE_SAY or thing.person is not None:
        return material.text(thing.word)
    return kind


def _call_note(thing: ThingView) -> str:
    done = {each.deed for each in thing.done}
    if "decline" in done:
        return _("You declined")
    if "hang-up" in done:
        return _("The call has ended")
    return _("You are talking") if "answer" in done else _("Is calling you")


class ThingRow(DrawnButton):
    """One thing on the phone: a face, whose it is, what it is, and a dot while it is new.

    Signals: `clicked`.
    """

    fills = False

    def __init__(self, thing: ThingView, material: Material, parent: QWidget | None = None) -> None:
        title, note = title_of(thing, material), note_of(thing, material)
        super().__init__(title, parent)
        self._title = Lettering(title, "body", "semibold", tight=True)
        self._note = Lettering(note, "small", tight=True)
        self._new = Lettering(_("New"), "small", "bold", tight=True) if thing.new else None
        self._face, self._sign = face_of(thing, material), sign_of(thing)
        said = (kind_words(thing.kind).word, note, _("New") if thing.new else "")
        self.setAccessibleDescription(". ".join(dict.fromkeys(each for each in said if each)))

    def _pads(self) -> tuple[int, int, int]:
        theme = current()
        return theme.space(10), theme.px(_FACE), theme.space(12)

    def _badge(self) -> float:
        theme = current()
        if self._new is None:
            return 0.0
        return self._new.natural_width() + theme.px(_DOT) + theme.space(6)

    def widths(self) -> tuple[float, float]:
        pad, face, gap = self._pads()
        beside = face + 2 * gap + 2 * pad + self._badge()
        return beside + self._title.longest_word(), beside + current().px(300)

    def measure(self, width: float) -> float:
        pad, face, gap = self._pads()
        inner = width - face - gap - 2 * pad
        high = self._title.lay(inner - self._badge() - gap) + self._note.lay(inner)
        return max(float(face), high) + 2 * pad

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        pad, face, gap = self._pads()
        ground = theme.colour("sunk" if self.raised or self.isDown() else "card")
        panel(painter, box, theme.space(self.radius), ground, theme.colour("line"), theme.border)
        at, rest = start_box(box.adjusted(pad, pad, -pad, -pad), face, gap)
        draw_person(painter, centred(at, face), self._face, *self._sign)
        words = self._title.lay(rest.width() - self._badge() - gap)
        high = words + self._note.lay(rest.width())
        top = rest.top() + max(0.0, (rest.height() - high) / 2)
        line = QRectF(rest.left(), top, rest.width(), words)
        badge, name = end_box(line, self._badge(), gap)
        self._title.draw(painter, name, theme.colour("ink"), middle=False)
        if self._new is not None:
            self._draw_new(painter, badge)
        below = QRectF(rest.left(), top + words, rest.width(), rest.bottom() - top - words)
        self._note.draw(painter, below, theme.colour("muted"), middle=False)

    def _draw_new(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        ink, _ground = of_tone("accent")
        dot, word = start_box(box, theme.px(_DOT), theme.space(6))
        dot.setHeight(self._new.pitch if self._new else dot.height())
        panel(painter, centred(dot, dot.width()), dot.width() / 2, theme.colour(ink))
        if self._new is not None:
            self._new.draw(painter, word, theme.colour(ink), middle=False)


def home_parts(
    things: tuple[ThingView, ...], material: Material, act: Callable[[Action], None]
) -> list[Part]:
    """The rows of a home page, under headings where there are several sorts of things."""
    headings = list(dict.fromkeys(kind_words(each.kind).heading for each in things))
    parts = []
    for heading in headings:
        if len(headings) > 1:
            make = partial(Text, heading, "small", "semibold", colour="muted", tight=True)
            parts.append(Part(("heading", heading), None, make))
        for thing in things:
            if kind_words(thing.kind).heading == heading:
                parts.append(_row(thing, material, act))
    return parts


def _row(thing: ThingView, material: Material, act: Callable[[Action], None]) -> Part:
    opening = Open(thing.id)

    def make() -> QWidget:
        row = ThingRow(thing, material)
        row.clicked.connect(lambda: act(opening))
        return row

    return Part(opening, (note_of(thing, material), thing.new), make)
