"""A post on the shared wall, with the answers under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.shared_plaza import WallComment, WallPost
from trainer_app.i18n import _, isolate, pgettext
from trainer_app.ui.practice.pieces.laid_out import beside
from trainer_app.ui.practice.pieces.rows import Wrapping
from trainer_app.ui.practice.plaza.bits import line
from trainer_app.ui.practice.plaza.faces import Face
from trainer_app.ui.practice.shared import wall_words
from trainer_app.ui.practice.shared.wall_scene import Look, WallScene
from trainer_app.ui.theme import Size, current
from trainer_app.ui.widgets import Button, Card, Chip, Panel, SvgPicture, Text

DEED = "deed"
"""A property of a button: what it does to which post, so that the keyboard finds it again."""
_BREAK_AFTER = 18


class WallCard(Card):
    """One post. Signals: none; the scene says what was pressed."""

    def __init__(self, scene: WallScene, post: WallPost, look: Look, held_back: bool) -> None:
        super().__init__(pad=14)
        self._scene, self._post, self._look = scene, post, look
        self._held_back = held_back and look.trains
        name = _("You") if post.who == look.me else scene.name(post.who)
        self.setAccessibleName(_("Post by {name}").format(name=isolate(name)))
        self.body.setSpacing(current().space(8))
        self.add(self._head(post.who))
        for part in self._said(post, post.picture):
            self.add(part)
        if post.likes:
            self.add(line("heart", wall_words.liked(len(post.likes)), "accent"))
        for comment in post.comments:
            self.add(self._comment(comment))
        buttons = self._buttons()
        if buttons:
            self.add(Wrapping(buttons))
        if look.large:
            self.body.addStretch(1)  # cards of a row are of one height

    def _head(self, who: str) -> QWidget:
        scene, look = self._scene, self._look
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(12))
        row.addWidget(Face(scene.face(who), "", 64 if look.large else 48))
        row.addWidget(Text(scene.name(who), self._size(), "bold", tight=True), 1)
        if who == look.me:
            row.addWidget(Chip(_("You"), "primary", icon="user"))
        laptop = scene.laptop(who) if look.trains else ""
        if laptop:
            row.addWidget(Chip(laptop, "plain", icon="laptop"))
        if self._held_back:
            row.addWidget(Chip(_("No words"), "warn", icon="smile"))
        return whole

    def _size(self) -> Size:
        return "title" if self._look.large else "body"

    def _said(self, said: WallPost | WallComment, picture: str = "") -> list[QWidget]:
        """What a post or an answer says, in the language of this laptop."""
        scene, large = self._scene, self._look.large
        is_post = isinstance(said, WallPost)
        found: list[QWidget] = []
        if said.phrase:
            words = scene.words.said("phrases", said.phrase)
            found.append(Text(words or "…", self._size()))
        if said.words:
            found.append(Text(breakable(said.words), self._size()))
        shown = scene.shown(picture)
        if shown is not None:
            alt = scene.words.said("pictures", picture)
            found.append(SvgPicture(shown, alt, most=300 if large else 200))
        if said.sticker:
            high = (200 if large else 120) if is_post else 64
            found.append(self._sticker(said.sticker, high))
        return found

    def _sticker(self, sticker: str, high: int) -> QWidget:
        scene = self._scene
        words = Text(scene.words.said("stickers", sticker) or "…", self._size())
        path = scene.shown(sticker)
        if path is None:
            return words
        shown = SvgPicture(path, "", most=high, least=48)
        shown.setFixedSize(shown.sizeHint())
        return beside(shown, words)

    def _comment(self, comment: WallComment) -> QWidget:
        scene, look = self._scene, self._look
        mine = comment.who == look.me
        box = Panel("primary_tint" if mine else "sunk", None, radius=14, pad=10)
        box.body.setSpacing(0)
        laptop = scene.laptop(comment.who) if look.trains else ""
        name = scene.name(comment.who)
        who = f"{isolate(name)} · {isolate(laptop)}" if laptop else name
        box.body.addWidget(Text(who, "small", "bold", tight=True))
        for part in self._said(comment):
            box.body.addWidget(part)
        box.setAccessibleName(_("Answer by {name}").format(name=isolate(name)))
        button = self._away(comment.number, comment.who)
        if button is not None:
            box.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return box

    def _buttons(self) -> list[Button]:
        scene, post, look = self._scene, self._post, self._look
        found: list[Button] = []
        if look.acts and not look.trains:
            mine = look.me in post.likes
            heart = _deed(
                Button(_("Like"), "primary" if mine else "quiet", icon="heart"), "heart", post
            )
            heart.setAccessibleDescription(_("Chosen") if mine else "")
            heart.clicked.connect(lambda: scene.heart_set.emit(post.number, not mine))
            answer = _deed(
                Button(pgettext("write under a post", "Answer"), "quiet", icon="reply"),
                "answer",
                post,
            )
            answer.clicked.connect(lambda: scene.answer_wanted.emit(post.number))
            found += [heart, answer]
        if look.trains and (post.words or self._held_back):
            found.append(self._words_button())
        away = self._away(post.number, post.who)
        return found if away is None else [*found, away]

    def _words_button(self) -> Button:
        """Sets a laptop back to stickers and phrases, or lets it write words again."""
        on, who, scene = self._held_back, self._post.who, self._scene
        word = _("Words again for this laptop") if on else _("Only phrases for this laptop")
        button = _deed(
            Button(word, "quiet", icon="keyboard" if on else "smile"), "words", self._post
        )
        button.clicked.connect(lambda: scene.words_set.emit(who, on))
        return button

    def _away(self, number: int, who: str) -> Button | None:
        """What takes a post or an answer away, for whoever may."""
        scene, look = self._scene, self._look
        if look.trains:
            button = Button(_("Remove"), "quiet", icon="trash-2")
            button.clicked.connect(lambda: scene.taken_down.emit(number))
        elif look.acts and who == look.me:
            button = Button(_("Take back"), "quiet", icon="undo-2")
            button.clicked.connect(lambda: scene.taken_back.emit(number))
        else:
            return None
        button.setProperty(DEED, f"away {number}")
        return button


def breakable(words: str) -> str:
    """Words in which a line can end within a very long one."""
    return " ".join(
        "\u200b".join(word[at : at + _BREAK_AFTER] for at in range(0, len(word), _BREAK_AFTER))
        for word in words.split(" ")
    )


def _deed(button: Button, what: str, post: WallPost) -> Button:
    button.setProperty(DEED, f"{what} {post.number}")
    return button
