"""What stands below a post: what was done with it, and what can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.practice.network import ME
from trainer_app.domain.practice.plaza.state import Do, Undo
from trainer_app.domain.practice.plaza.views import PostView
from trainer_app.i18n import _
from trainer_app.ui.practice.pieces.rows import Wrapping
from trainer_app.ui.practice.plaza import said
from trainer_app.ui.practice.plaza.bits import Line
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.spots import Spot
from trainer_app.ui.theme import current
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.panels import Panel


class PostFoot(QWidget):
    """It changes in place, because it does so with every like. Signals: none; the scene says it."""

    def __init__(self, scene: Scene, post: PostView, *, quiet: bool) -> None:
        super().__init__()
        self._scene = scene
        self._reported = Line("flag", _("You reported this."))
        self._proof = Line("bookmark", _("You kept a proof."))
        self._reach = Line("trending-up", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(10))
        for each in (self._reported, self._proof, self._reach):
            column.addWidget(each)
        self._buttons: dict[str, Button] = {}
        if not (quiet or post.draft or post.note or post.taken_down):
            column.addWidget(_thin_line())
            column.addWidget(Wrapping(self._make_buttons(post)))
        self.show_post(post)

    def show_post(self, post: PostView) -> None:
        """Say how things are with the post now."""
        self._reported.setVisible(bool(post.report))
        self._proof.setVisible(post.proof)
        self._reach.setVisible(post.insights is not None)
        if post.insights is not None:
            seen = _("About {count} people see it (pretend).").format(count=post.insights.people)
            self._reach.set_words(seen)
        if not self._buttons:
            return
        count = len(post.comments) + bool(post.comment)
        word = _("Comments: {count}").format(count=count) if count else _("Comments")
        _say(self._buttons["comments"], "message-circle", word)
        if post.author == ME:
            shown = said.audience(post.audience)
            _say(self._buttons["audience"], shown.icon, shown.word)
            return
        self._toggle("react", post.id, post.reacted, _("Liked"), _("Like"))
        self._toggle("share", post.id, post.shared_by_me, _("Shared"), _("Share"))

    def _make_buttons(self, post: PostView) -> list[Button]:
        scene = self._scene
        comments = scene.opens(_act("message-circle"), Spot("comments", post.id))
        if post.author == ME:
            who = scene.opens(_act("users"), Spot("audience", post.id))
            who.setAccessibleDescription(_("Who sees this post"))
            edit = scene.opens(_act("pencil", _("Change")), Spot("edit", post.id))
            self._buttons = {"audience": who, "comments": comments}
            return [who, comments, edit]
        like = scene.does(_act("heart"), Do("react", post.id))
        share = scene.does(_act("share-2"), Do("share", post.id))
        self._buttons = {"react": like, "comments": comments, "share": share}
        return [like, comments, share]

    def _toggle(self, what: str, post: str, on: bool, done: str, undone: str) -> None:
        button = self._buttons[what]
        self._scene.does_now(button, (Undo if on else Do)(what, post))
        button.role = "primary" if on else "quiet"
        button.setAccessibleDescription(_("Chosen") if on else "")
        _say(button, "heart" if what == "react" else "share-2", done if on else undone)


def _act(icon: str, word: str = "") -> Button:
    return Button(word, "quiet", icon=icon, size="small")


def _say(button: Button, icon: str, word: str) -> None:
    """A word that stays needs no new place."""
    if button.accessibleName() != word:
        button.set_word(word, icon)


def _thin_line() -> QWidget:
    """Between what is said and what can be done."""
    found = Panel("line", None, radius=1, pad=0)
    found.setFixedHeight(max(1, current().border - 1))
    return found
