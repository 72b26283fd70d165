"""A post as it stands in a feed: who, what, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.practice.network import ME
from trainer_app.domain.practice.plaza.views import PostView
from trainer_app.i18n import _, isolate
from trainer_app.ui.practice.pieces.rows import Wrapping
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza import said
from trainer_app.ui.practice.plaza.bits import line
from trainer_app.ui.practice.plaza.faces import PersonButton
from trainer_app.ui.practice.plaza.post_foot import PostFoot
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.spots import Spot
from trainer_app.ui.theme import current
from trainer_app.ui.widgets.buttons import IconButton
from trainer_app.ui.widgets.chips import Chip
from trainer_app.ui.widgets.panels import Card, Panel
from trainer_app.ui.widgets.pictures import SvgPicture
from trainer_app.ui.widgets.text import Text


def post_part(scene: Scene, post: PostView, *, quiet: bool = False) -> Part:
    """A post as a part of a column, with all that it shows; `quiet`: nothing can be pressed."""
    author = scene.person(post.author)
    friend = author is not None and author.friend
    quiet = quiet or scene.view.viewer != ""
    # Why it is in the feed stands on another sheet, and changes with every deed.
    shown = replace(post, why="everyone")
    make = partial(PostCard, scene, shown, friend, quiet)
    return Part(f"post {post.id}", (shown, friend, quiet), make)


class PostCard(Card):
    """One post. With `quiet` it is only to be looked at. Signals: none; the scene says it."""

    def __init__(self, scene: Scene, post: PostView, friend: bool, quiet: bool) -> None:
        super().__init__(pad=14)
        self._scene, self._post, self._friend, self._quiet = scene, post, friend, quiet
        self.setAccessibleName(_("Post by {name}").format(name=isolate(scene.name(post.author))))
        self._add_head(friend)
        if post.taken_down:
            self.add(line("shield-check", _("Plaza took this away."), "ok", "body"))
        else:
            self._add_inside()
        self._foot = PostFoot(scene, post, quiet=quiet)
        self.add(self._foot)

    def renew(self, data: tuple[PostView, bool, bool]) -> bool:
        """What was done with the post stands below it, and is all that often changes."""
        post, friend, quiet = data
        if (_above(post), friend, quiet) != (_above(self._post), self._friend, self._quiet):
            return False
        self._post = post
        self._foot.show_post(post)
        return True

    def _add_head(self, friend: bool) -> None:
        post, scene = self._post, self._scene
        row = QHBoxLayout()
        row.setSpacing(current().space(8))
        note, sign = self._note(friend)
        name = scene.name(post.author)
        own = "user" if post.author == ME else ""
        who = PersonButton(scene.face(post.author), name, note, note_icon=sign, stand_in=own)
        row.addWidget(who, 1)
        if self._quiet or post.author == ME:
            who.setEnabled(False)
            who.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            kind = "page" if scene.is_page(post.author) else "person"
            scene.opens(who, Spot(kind, post.author))
            label = _("More about this post of {name}").format(name=isolate(name))
            more = IconButton("ellipsis", label, show_word=False)
            row.addWidget(scene.opens(more, Spot("more", post.id)), 0, Qt.AlignmentFlag.AlignTop)
        self.add(row)

    def _note(self, friend: bool) -> tuple[str, str]:
        """What stands under the name, and its sign."""
        post, scene = self._post, self._scene
        if post.ad:
            return _("Ad. Somebody paid for it."), "megaphone"
        if post.group:
            return scene.text(scene.stage.world.word("groups", post.group)), "users-round"
        if post.author == ME:
            return (_("Not published yet"), "pencil") if post.draft else ("", "")
        if scene.is_page(post.author):
            return _("Page"), "store"
        return (_("Friend"), "user-check") if friend else (_("Not your friend"), "user")

    def _add_inside(self) -> None:
        post, scene = self._post, self._scene
        caption = scene.caption(post)
        if caption:
            self.add(Text(caption))
        if post.original is not None:
            self.add(original_box(scene, post.original))
        picture = scene.picture(post.picture)
        if picture is not None:
            self.add(SvgPicture(picture, scene.shows(post), most=300))
        if post.hashtags:
            self.add(Wrapping([Chip(_hash(scene.text(each)), "primary") for each in post.hashtags]))
        if post.tags:
            people = said.names([scene.name(each) if each else _("you") for each in post.tags])
            self.add(line("tag", _("With {names}").format(names=people)))
        if post.place:
            self.add(line("map-pin", _("The place is shown.")))


def _above(post: PostView) -> PostView:
    """A post without what changes below it only."""
    return replace(
        post, reacted=False, shared_by_me=False, comment="", comments=(), report="",
        proof=False, insights=None, audience="",
    )  # fmt: skip


class Bubble(Panel):
    """What somebody wrote, in a tinted box. Signals: none."""

    def __init__(self, name: str, words: str, *, mine: bool = False) -> None:
        super().__init__("primary_tint" if mine else "sunk", None, radius=14, pad=12)
        self.body.setSpacing(0)
        self.body.addWidget(Text(name, "small", "bold", tight=True))
        self.body.addWidget(Text(words))
        self.setAccessibleName(f"{name}: {words}")


def original_box(scene: Scene, post: PostView) -> QWidget:
    """The post that another one passes on."""
    box = Panel("sunk", "line", radius=12, pad=12)
    name = isolate(scene.name(post.author))
    box.body.addWidget(line("share-2", _("First posted by {name}").format(name=name)))
    box.body.addWidget(Text(scene.caption(post)))
    picture = scene.picture(post.picture)
    if picture is not None:
        box.body.addWidget(SvgPicture(picture, scene.shows(post), most=200))
    return box


def _hash(word: str) -> str:
    return word if word.startswith("#") else f"#{word}"
