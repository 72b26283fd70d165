"""The page of one thing: what it is, its voice or picture, what was done, what can be done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.practice.phone_acts import Do
from trainer_app.domain.practice.phone_view import ThingView
from trainer_app.domain.speaking import Utterance
from trainer_app.i18n import _
from trainer_app.ui.practice.phone.deeds import Act, offer_parts, standing_parts
from trainer_app.ui.practice.phone.home import face_of, sign_of
from trainer_app.ui.practice.phone.words import kind_words
from trainer_app.ui.practice.pieces.bubbles import Bubble, VoiceNote
from trainer_app.ui.practice.pieces.faces import Face
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.stage_screen import Material
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Card, SvgPicture, Text

Hear = Callable[[Utterance], None]


def thing_parts(thing: ThingView, material: Material, act: Act, hear: Hear) -> list[Part]:
    """Everything on the page of a thing that is no call."""
    return [
        *_what_it_is(thing, material),
        *voice_parts(thing, material, act, hear),
        *standing_parts(thing, material, act),
        *offer_parts(thing, material, act),
    ]


def spoken(thing: ThingView, material: Material) -> Utterance:
    """The words of a thing, said by who it is from."""
    voice = thing.person.rpartition(".")[2] if thing.person is not None else thing.id
    return material.spoken(thing.word, voice)


def voice_parts(thing: ThingView, material: Material, act: Act, hear: Hear) -> list[Part]:
    """A voice note to play; its words are written below once it was heard, for who cannot hear."""
    if not thing.voice:
        return []
    listen = Do(thing.id, "listen")
    offered = any(each.deed == "listen" for each in thing.offered)

    def play() -> None:
        hear(spoken(thing, material))
        if offered:
            act(listen)

    def make() -> QWidget:
        note = VoiceNote(_("Listen") if offered else _("Listen again"), thing.id)
        note.clicked.connect(play)
        return note

    parts = [Part(listen, offered, make)]
    if any(each.deed == "listen" for each in thing.done):
        written = partial(Bubble, material.line(thing.word), picture=_picture(thing, material))
        parts.append(Part((thing.id, "written"), None, written))
    return parts


def _picture(thing: ThingView, material: Material) -> Path | None:
    return material.picture(thing.picture) if thing.picture else None


def _what_it_is(thing: ThingView, material: Material) -> list[Part]:
    if thing.kind in ("message", "code"):
        if thing.voice:
            return []
        picture = _picture(thing, material)
        bubble = partial(Bubble, material.line(thing.word), picture=picture)
        return [Part((thing.id, "came"), None, bubble)]
    return [Part((thing.id, "about"), None, partial(About, thing, material))]


class About(Card):
    """What a group, a contact, a device or an account is. Signals: none."""

    def __init__(self, thing: ThingView, material: Material, parent: QWidget | None = None) -> None:
        super().__init__(pad=12, parent=parent)
        words = material.text(thing.word)
        icon, tone = sign_of(thing)
        column = QVBoxLayout()
        column.setSpacing(0)
        kind = kind_words(thing.kind).word
        column.addWidget(Text(kind, "small", "semibold", colour="muted", tight=True))
        column.addWidget(Text(words, "body", "semibold", tight=True))
        row = QHBoxLayout()
        row.setSpacing(current().space(12))
        face = Face(face_of(thing, material), words, 52, icon=icon, tone=tone)
        row.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.add(row)
        if thing.picture:
            self.add(SvgPicture(material.picture(thing.picture), words, most=180))
