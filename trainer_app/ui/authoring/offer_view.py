"""A lesson from a file, before it is taken in: what it is, who made it, what is to mend."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _, isolate, own_name
from trainer_app.i18n.formats import listed, number
from trainer_app.services.pack_offers import Offer, Signer
from trainer_app.ui.authoring.mend_list import count_words
from trainer_app.ui.authoring.mending import mends_of
from trainer_app.ui.theme import Tone, current
from trainer_app.ui.widgets import Icon, Notice, Text

_MOST = 6


class OfferView(QWidget):
    """What is known of a lesson file. Signals: none."""

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(current().space(10))
        room.addWidget(Text(offer.title, "large", "bold", tight=True))
        languages = listed([isolate(own_name(code)) for code in offer.languages])
        facts = [("languages", languages)]
        if offer.kind == "translation":
            facts.insert(0, ("book-open", _("A translation of a lesson")))
        if offer.label.author:
            facts.append(("user", _("By {name}").format(name=isolate(offer.label.author))))
        for sign, words in facts:
            room.addLayout(_line(sign, words))
        known = bool(offer.signer.name)
        room.addWidget(Notice(*_signed(offer.signer), icon="badge-check" if known else "info"))
        if not known:
            # On a line of its own it is not broken, and is easy to compare.
            code = _("Their code is {code}").format(code=f"\u2066{offer.signer.code}\u2069")
            room.addWidget(Text(code, "body", "bold", tight=True))
        words, tone = standing_words(offer)
        room.addWidget(Notice(words, tone))
        if offer.edited_here and offer.can_be_taken:
            words = _("You worked on it here. If you take this one in, yours is kept aside.")
            room.addWidget(Notice(words, "warn"))
        mends = mends_of(((found, "") for found in offer.findings), None)
        if mends:
            sentences = list(dict.fromkeys(mend.words for mend in mends))
            room.addWidget(Text(count_words(len(mends)), "body", "semibold", tight=True))
            for sentence in sentences[:_MOST]:
                room.addLayout(_line("lightbulb", sentence))


def standing_words(offer: Offer) -> tuple[str, Tone]:
    """How it stands to what is on this laptop, in words, and their tone."""
    facts = {"version": number(offer.version), "here": number(offer.here)}
    sentences: dict[str, tuple[str, Tone]] = {
        "new": (_("This lesson is not on this laptop yet."), "ok"),
        "newer": (
            _("It is newer (version {version}) than yours (version {here}). Yours is kept aside."),
            "ok",
        ),
        "same": (_("You have this lesson already, just as it is."), "plain"),
        "older": (
            _("You have a newer one (version {here}). This file holds version {version}."),
            "warn",
        ),
    }
    words, tone = sentences[offer.standing]
    return words.format(**facts), tone


def _signed(signer: Signer) -> tuple[str, Tone]:
    """Who vouches for it."""
    if signer.is_me:
        return _("You made and signed it yourself."), "ok"
    if signer.name:
        words = _("Signed by {name}, a trainer of this centre.")
        return words.format(name=isolate(signer.name)), "ok"
    words = _(
        "Signed by somebody whom your centre does not know. Do you know the person? Ask them to "
        "read their code to you."
    )
    return words, "accent"


def _line(sign: str, words: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(current().space(8))
    line.addWidget(Icon(sign, "muted", 20), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Text(words, "body", tight=True), 1)
    return line
