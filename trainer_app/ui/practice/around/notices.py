"""What a guide says besides the goals: what went wrong, what is to mend, a hint, the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.blocks import Block, Box, Heading, Line, Listing, Paragraph, plain
from trainer_app.domain.practice.scenario import Said
from trainer_app.i18n import _
from trainer_app.ui.grown import PlantSign
from trainer_app.ui.theme import Token, Tone, current, of_tone
from trainer_app.ui.theme.tokens import RADIUS
from trainer_app.ui.widgets import Icon, IconButton, Text
from trainer_app.ui.widgets.panels import Panel

_LARGE_LETTERS = 1.3


class _Remark(Panel):
    """A tinted panel with a sign before its words."""

    def __init__(
        self, sign: str | QWidget, tone: Tone, lines: Sequence[Text], *, pad: int = 10
    ) -> None:
        ink, ground = of_tone(tone)
        edge: Token | None = ink if current().name == "contrast" else None
        super().__init__(ground, edge, radius=RADIUS, upright=False, pad=pad)
        self.body.setSpacing(current().space(8))
        shown = Icon(sign, ink, 24) if isinstance(sign, str) else sign
        self.body.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(current().space(4))
        for line in lines:
            column.addWidget(line)
        self.body.addLayout(column, 1)
        self.setAccessibleName("\n".join(line.text() for line in lines))
        self.setProperty("aloud", "news")


def mistake_words(said: Said, closed: SignalInstance) -> QWidget:
    """Why it did not work, and how to put it right; it can be closed."""
    remark = _Remark(
        "undo-2",
        "warn",
        [Text(said.line, "body", "semibold", tight=True), Text(said.then, "body", tight=True)],
    )
    close = IconButton("x", _("Close"), under=False, show_word=False)
    close.clicked.connect(closed)
    corner = QHBoxLayout()
    corner.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
    remark.body.addLayout(corner)
    return remark


def mend_words(line: Line) -> QWidget:
    """What is still to put right, small."""
    words = Text(line, "small", tight=True)
    words.setAccessibleName(_("Still to put right: {what}").format(what=plain(line)))
    remark = _Remark("undo-2", "warn", [words], pad=8)
    remark.setProperty("aloud", "")  # it only stays from what was said before
    return remark


def hint_words(line: Line) -> QWidget:
    """The hint of the goal that comes next."""
    return _Remark("lightbulb", "primary", [Text(line, "body", tight=True)])


def done_words(blocks: Sequence[Block], leaves: int = 1) -> QWidget:
    """What is said when every goal is met, beside a plant with a leaf for each."""
    lines = [Text(line, "body", tight=True) for line in _lines(blocks)]
    if current().scale > _LARGE_LETTERS:
        return _Remark("sprout", "ok", lines)
    plant = PlantSign(["moss"] * leaves, 48, said=_("Done"), fresh=True)
    return _Remark(plant, "ok", lines)


def _lines(blocks: Sequence[Block]) -> list[Line]:
    found: list[Line] = []
    for block in blocks:
        match block:
            case Heading(line) | Paragraph(line):
                found.append(line)
            case Listing(items):
                found.extend(items)
            case Box(blocks=within):
                found.extend(_lines(within))
    return found
