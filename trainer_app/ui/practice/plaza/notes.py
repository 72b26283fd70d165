"""Beginning a post, and sending something that is ready."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.plaza.state import Choose
from trainer_app.domain.practice.plaza.views import NoteView, PostView
from trainer_app.domain.practice.plaza.visibility import AUDIENCES
from trainer_app.i18n import _, isolate
from trainer_app.ui.practice.pieces.rows import RowButton
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza import said
from trainer_app.ui.practice.plaza.bits import heading, line, options, words
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.spots import Spot
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.panels import Card
from trainer_app.ui.widgets.pictures import SvgPicture
from trainer_app.ui.widgets.text import Text


def compose(scene: Scene, _thing: str) -> list[Part]:
    """The posts that wait to be made, and what is ready to be sent."""
    drafts = [each for each in scene.view.feed if each.draft and not each.note]
    parts: list[Part] = []
    if drafts:
        parts.append(words("which", _("What do you want to show? Choose.")))
        parts += [Part(f"draft {each.id}", each, partial(_draft, scene, each)) for each in drafts]
    if scene.view.notes:
        parts.append(heading("notes", _("Ready to send")))
        parts += [
            Part(f"note {each.id}", each, partial(_note, scene, each)) for each in scene.view.notes
        ]
    return parts or [words("none", _("Nothing waits to be posted now."), colour="muted")]


def _draft(scene: Scene, post: PostView) -> QWidget:
    box = Card(pad=14)
    name = scene.text(post.word) if post.word is not None else ""
    picture = scene.picture(post.picture)
    if picture is not None:
        box.add(SvgPicture(picture, scene.shows(post), most=280))
    box.add(Text(name, "body", "semibold"))
    write = Button(_("Make a post of it"), "primary", icon="square-pen")
    write.setAccessibleDescription(name)
    box.add(scene.opens(write, Spot("edit", post.id)))
    return box


def _note(scene: Scene, note: NoteView) -> QWidget:
    box = Card(pad=14)
    text = scene.text(note.word)
    picture = scene.picture(note.picture)
    if picture is not None:
        box.add(SvgPicture(picture, text, most=280))
    if note.voice:
        box.add(line("mic", _("A voice note")))
    box.add(Text(text))
    if note.to:
        sent = _("Sent: {where}").format(where=isolate(_way(scene, note.to).word))
        box.add(line("circle-check", sent, "ok"))
    button = Button(_("Send it to…") if not note.to else _("Change where"), icon="send")
    button.setAccessibleDescription(text)
    box.add(scene.opens(button, Spot("send", note.id)))
    return box


def send(scene: Scene, note: str) -> list[Part]:
    """Where something ready can go."""
    parts = options(scene, "send", note, partial(_way, scene))
    back = Choose("send", note, "")
    if scene.standing.choice("send", note) and scene.can(back):
        saying = Saying("undo", _("Take it back"))
        parts.append(Part("back", None, lambda: scene.does(RowButton(saying), back)))
    return parts


def _way(scene: Scene, way: str) -> Saying:
    if way in AUDIENCES:
        shown = said.audience(way)
        on_wall = _("On your page, for: {who}").format(who=shown.word)
        return Saying(shown.icon, on_wall, shown.more)
    if scene.person(way) is not None:
        return Saying("message-circle", scene.name(way), _("As a message, to this person alone."))
    name = scene.text(scene.stage.world.word("groups", way))
    return Saying("users-round", name, _("Into the group, for its members."))
