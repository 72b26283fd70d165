"""The page of a claim: the message, what was found out, what one thinks of it and does with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.web import Handle, Judge, TakeBack
from trainer_app.domain.practice.web_stage import DEEDS, VERDICTS
from trainer_app.domain.practice.web_view import ClaimView
from trainer_app.domain.speaking import Utterance
from trainer_app.i18n import _
from trainer_app.ui.practice.pieces.bubbles import VoiceNote
from trainer_app.ui.practice.pieces.faces import Face
from trainer_app.ui.practice.pieces.laid_out import beside, grid, heading, row, stacked
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.pieces.shelf import GOES_BACK, Part
from trainer_app.ui.practice.stage_screen import Material
from trainer_app.ui.practice.web.parts import Act, Places
from trainer_app.ui.practice.web.words import deed_words, verdict_words
from trainer_app.ui.widgets import Card, FlowGrid, Icon, Notice, SvgPicture, Text

Hear = Callable[[Utterance], None]


def claim_parts(
    claim: ClaimView, material: Material, places: Places, act: Act, hear: Hear
) -> list[Part]:
    """Everything on the page of a claim."""
    parts = [Part(("claim", claim.id), None, partial(_message, claim, material, hear))]
    if claim.goes_to is not None:
        parts.append(places.way(claim.goes_to, "link", _("Open the page that it comes from")))
    parts += places.behind(None, claim.trace)
    if claim.found:
        make = partial(_found, claim, material)
        parts.append(Part(("found", claim.id), claim.found, make))
    if claim.to_mend:
        words = _("Look again. This can be put right.")
        parts.append(Part("mend", words, partial(Notice, words, "warn", icon="eye")))
    parts.append(heading(_("What do you think?")))
    verdicts = [Judge(claim.id, verdict) for verdict in VERDICTS]
    rows = [
        row(
            each,
            verdict_words(each.verdict),
            partial(act, each),
            chosen=claim.verdict == each.verdict,
        )
        for each in verdicts
    ]
    parts.append(grid(("verdicts", claim.id), rows))
    parts.append(heading(_("What do you do with it?")))
    deeds = [Handle(claim.id, deed) for deed in DEEDS]
    rows = [
        row(each, deed_words(each.deed), partial(act, each), chosen=claim.deed == each.deed)
        for each in deeds
    ]
    parts.append(grid(("deeds", claim.id), rows))
    if claim.verdict is not None or claim.deed is not None:
        parts.append(_back(claim, act))
    return parts


def _back(claim: ClaimView, act: Act) -> Part:
    back = TakeBack(claim.id)
    part = row(back, Saying("undo-2", _("Take it back and think again")), partial(act, back))

    def make() -> QWidget:
        widget = part.make()
        widget.setProperty(GOES_BACK, True)
        return widget

    return Part(part.key, part.shows, make)


def _message(claim: ClaimView, material: Material, hear: Hear) -> QWidget:
    """Who sent it, what it shows, what it says; a voice note can be heard and read."""
    card = Card(pad=16)
    name = material.text(claim.person) if claim.person else _("Somebody")
    face = Face(material.picture(claim.face) if claim.face else None, name)
    card.add(beside(face, Text(name, "body", "semibold", tight=True)))
    words = Text(material.line(claim.word), "large")
    if claim.voice:
        note = VoiceNote(_("Listen"), claim.id)
        voice = claim.person.rpartition(".")[2] if claim.person else claim.id
        said = material.spoken(claim.word, voice)
        note.clicked.connect(lambda: hear(said))
        card.add(note)
    if claim.picture:
        picture = SvgPicture(material.picture(claim.picture), words.text(), most=140)
        halves = FlowGrid(260, most=2)
        halves.add(picture, words)
        card.add(halves)
    else:
        card.add(words)
    return card


def _found(claim: ClaimView, material: Material) -> QWidget:
    """What was opened and speaks to it, as a short list."""
    title = Text(_("What you found"), "small", "bold", colour="muted", tight=True)
    lines = [
        beside(Icon("search", "ok", 20), Text(material.line(word), "small", tight=True), top=True)
        for word in claim.found
    ]
    return Card(stacked(title, *lines, gap=4), pad=12)
