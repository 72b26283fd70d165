"""Choosing what to put on the wall: a sticker, a phrase, a picture, or words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.domain.wall_acts import MOST_LETTERS, WallAct
from trainer_app.i18n import _
from trainer_app.ui.practice.keyboard.keyboard_shelf import KeyboardShelf
from trainer_app.ui.practice.pieces.laid_out import line_of
from trainer_app.ui.practice.pieces.picture_card import CardLook, PictureCard
from trainer_app.ui.practice.pieces.rows import RowButton
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.shared.wall_scene import WallScene
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, FlowGrid, IconButton, SvgPicture, Text, TextField

What = Literal["", "sticker", "phrase", "picture", "with", "words", "answer"]


@dataclass(frozen=True, slots=True)
class Choosing:
    """What is being chosen: `what` is "" while nothing is. `of`: the post that is answered.

    `with`: a phrase for the `picture`. `typed` is not sent yet.
    """

    what: What = ""
    of: int = 0
    picture: str = ""
    typed: str = field(default="", repr=False)


def ways(*, words: bool, answer: bool = False) -> list[tuple[What, Saying]]:
    """What can be put on the wall."""
    found: list[tuple[What, Saying]] = [
        ("sticker", Saying("smile", _("Sticker"))),
        ("phrase", Saying("message-circle", _("Phrase"))),
    ]
    if not answer:
        found.append(("picture", Saying("image", _("Picture"))))
    if words:
        found.append(("words", Saying("keyboard", _("Own words"))))
    return found


class WallChooser(QWidget):
    """One step of choosing. `screen`: where the on-screen keyboard stands.

    Signals: `chosen(object)`, a WallAct; `went(object)`, another Choosing; `left`.
    """

    chosen = Signal(object)
    went = Signal(object)
    left = Signal()

    def __init__(
        self, scene: WallScene, choosing: Choosing, screen: QWidget, *, words: bool
    ) -> None:
        super().__init__()
        self._scene, self._choosing, self._screen = scene, choosing, screen
        self._field: TextField | None = None
        self._keys: KeyboardShelf | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(12))
        head = QHBoxLayout()
        head.setSpacing(current().space(12))
        self.back = Button(_("Back"), icon="arrow-left")
        self.back.clicked.connect(self._leave)
        head.addWidget(self.back)
        head.addWidget(Text(self._title(), "large", "bold", colour="primary_strong"), 1)
        column.addLayout(head)
        for part in self._parts(words):
            column.addWidget(part)
        column.addStretch(1)

    @property
    def typed(self) -> str:
        """Words that are not sent yet."""
        return self._field.value() if self._field is not None else ""

    def begin(self) -> None:
        """Give the keyboard to the first thing that can be chosen."""
        if self._field is not None:
            self._field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def away(self) -> None:
        """It is taken off the screen, and the on-screen keyboard with it."""
        if self._keys is not None:
            self._keys.put_away()
            self._keys.deleteLater()
            self._keys = None

    def _title(self) -> str:
        return {
            "sticker": _("Choose a sticker"),
            "phrase": _("Choose a phrase"),
            "picture": _("Choose a picture"),
            "with": _("What do you say about it?"),
            "words": _("Your own words"),
            "answer": _("Your answer"),
        }[self._choosing.what]

    def _parts(self, words: bool) -> Sequence[QWidget]:
        match self._choosing.what:
            case "sticker":
                return [self._grid("stickers", self._scene.words.ids.stickers, 150)]
            case "picture":
                return [self._grid("pictures", self._scene.words.ids.pictures, 190)]
            case "with":
                only = Button(_("Only the picture"), icon="image")
                only.clicked.connect(lambda: self._put())
                return [self._picture(), only, self._phrases()]
            case "words":
                return self._words()
            case "answer":
                return [self._way(what, said) for what, said in ways(words=words, answer=True)]
            case _:
                return [self._phrases()]

    def _grid(self, kind: str, things: Sequence[str], narrowest: int) -> QWidget:
        grid = FlowGrid(narrowest, 10, most=6)
        for thing in things:
            words = self._scene.words.said(kind, thing)
            card = PictureCard(CardLook(line_of(words), self._scene.shown(thing)), tall=True)
            card.clicked.connect(lambda _on=False, thing=thing: self._take(kind, thing))
            grid.add(card)
        return grid

    def _phrases(self) -> QWidget:
        grid = FlowGrid(300, 10, most=2)
        for phrase in self._scene.words.ids.phrases:
            words = self._scene.words.said("phrases", phrase)
            button = RowButton(Saying("message-circle", words))
            button.clicked.connect(lambda _on=False, phrase=phrase: self._put(phrase=phrase))
            grid.add(button)
        return grid

    def _picture(self) -> QWidget:
        picture = self._choosing.picture
        shown = self._scene.shown(picture)
        words = self._scene.words.said("pictures", picture)
        return Text(words) if shown is None else SvgPicture(shown, words, most=150, least=60)

    def _way(self, what: What, said: Saying) -> QWidget:
        button = RowButton(said, sign="chevron-right")
        button.clicked.connect(lambda: self.went.emit(Choosing(what, self._choosing.of)))
        return button

    def _words(self) -> list[QWidget]:
        hint = _("Everyone in this room reads it. No real names, please.")
        field = TextField(_("Your own words"), self._choosing.typed, help_words=hint)
        self._field = field
        edit = field.control
        assert isinstance(edit, QLineEdit)
        edit.setMaxLength(MOST_LETTERS)
        edit.returnPressed.connect(self._send)
        keys = IconButton("keyboard", _("Keyboard"), under=False)
        keys.clicked.connect(self._show_keys)
        send = Button(_("Put it on the wall"), "primary", icon="send")
        send.clicked.connect(self._send)
        field.row.addWidget(keys, 0, Qt.AlignmentFlag.AlignTop)
        return [field, send]

    def _show_keys(self) -> None:
        edit = self._field.control if self._field is not None else None
        assert isinstance(edit, QLineEdit)
        if self._keys is None:
            self._keys = KeyboardShelf(self._screen, (self._scene.words.language,))
        if self._keys.isVisible():
            self._keys.put_away()
        else:
            self._keys.serve(edit, self._scene.words.language, self._send)
            edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self) -> None:
        words = " ".join(self.typed.split())
        if words:
            self._put(words=words)

    def _take(self, kind: str, thing: str) -> None:
        if kind == "pictures":
            self.went.emit(Choosing("with", picture=thing))
        else:
            self._put(sticker=thing)

    def _put(self, *, phrase: str = "", sticker: str = "", words: str = "") -> None:
        of, picture = self._choosing.of, self._choosing.picture
        kind: Literal["comment", "post"] = "comment" if of else "post"
        self.chosen.emit(
            WallAct(kind, of=of, picture=picture, phrase=phrase, sticker=sticker, words=words)
        )

    def _leave(self) -> None:
        """One step back."""
        choosing = self._choosing
        if choosing.what == "with":
            self.went.emit(Choosing("picture"))
        elif choosing.of and choosing.what != "answer":
            self.went.emit(Choosing("answer", choosing.of))
        else:
            self.left.emit()
