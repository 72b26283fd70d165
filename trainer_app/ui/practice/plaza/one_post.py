"""One post with its comments, what can be done with it, and what was put away."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.network import ME
from trainer_app.domain.practice.plaza.state import Undo
from trainer_app.domain.practice.plaza.views import CommentView, PersonView, PostView
from trainer_app.i18n import _, isolate
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza.bits import deed, line, row, words
from trainer_app.ui.practice.plaza.entries import Entry
from trainer_app.ui.practice.plaza.faces import PersonButton
from trainer_app.ui.practice.plaza.post_card import Bubble, post_part
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.spots import Spot
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.panels import Card


def comments(scene: Scene, post: str) -> list[Part]:
    """A post, what is said about it, and where to say something."""
    found = scene.post(post)
    if found is None:
        return [words("gone", _("This post is not here any more."), colour="muted")]
    parts = [post_part(scene, found)]
    parts += [Part(f"c {each.id}", each, partial(_comment, scene, each)) for each in found.comments]
    if found.comment:
        parts.append(
            Part("mine", found.comment, lambda: Bubble(_("You"), found.comment, mine=True))
        )
    if scene.standing.writes("comment", post):
        parts.append(Part("write", None, partial(_write, scene, post)))
    return parts  # fmt: skip


def _write(scene: Scene, post: str) -> QWidget:
    entry = Entry(scene, "comment", post, _("Your comment"), lines=2, done=_("Send"), icon="send")
    return Card(entry, pad=14)


def _comment(scene: Scene, comment: CommentView) -> QWidget:
    name = scene.name(comment.author)
    box = Card(pad=10)
    if comment.taken_down:
        box.add(line("shield-check", _("Plaza took this comment away."), "ok"))
    else:
        box.add(Bubble(name, scene.text(comment.word)))
    if comment.report:
        box.add(line("flag", _("You reported this.")))
    if comment.proof:
        box.add(line("bookmark", _("You kept a proof.")))
    label = _("More about this comment of {name}").format(name=isolate(name))
    more = Button(_("More"), "quiet", icon="ellipsis", size="small")
    more.setAccessibleName(label)
    box.add(scene.opens(more, Spot("comment", comment.id)))
    return box


def comment(scene: Scene, thing: str) -> list[Part]:
    """What can be done with somebody's comment."""
    hide = Saying("eye-off", _("Hide this comment"), _("You do not see it any more."))
    parts = deed(scene, "hide", thing, hide, _shown_again(), leaves=True)
    parts += _prove(scene, thing)
    parts += _report(scene, thing)
    delete = Saying("trash-2", _("Delete this comment"), _("It stands under your post."))
    parts += deed(scene, "delete", thing, delete, _shown_again(), danger=True, leaves=True)
    return parts


def _shown_again() -> Saying:
    return Saying("undo", _("Show it again"))


def _prove(scene: Scene, thing: str) -> list[Part]:
    return deed(
        scene, "prove", thing,
        Saying("bookmark", _("Keep a proof"), _("A picture of it, to show to somebody.")),
        Saying("undo", _("Throw the proof away")),
    )  # fmt: skip


def _report(scene: Scene, thing: str) -> list[Part]:
    if not scene.standing.values("report", thing):
        return []
    saying = Saying("flag", _("Report it"), _("Tell Plaza what is wrong with it."))
    return [row(scene, "report", saying, Spot("report", thing))]


def more(scene: Scene, post: str) -> list[Part]:
    """What can be done with somebody's post, and why it is in the feed."""
    author = scene.author(post)
    name = isolate(scene.name(author))
    hide = Saying("eye-off", _("Hide this post"), _("You see less of this."))
    parts = deed(scene, "hide", post, hide, _shown_again(), leaves=True)
    parts += _prove(scene, post) + _report(scene, post)
    if scene.standing.values("tag", post):
        parts.append(row(scene, "tag", Saying("tag", _("My name on it")), Spot("tagged", post)))
    kind = "page" if scene.is_page(author) else "person"
    about = Saying(
        "user", _("The page of {name}").format(name=name), _("There you can mute or block.")
    )
    parts.append(row(scene, "person", about, Spot(kind, author)))
    view = scene.post(post)
    if view is not None:
        parts.append(words("why", _why(scene, view), "small", colour="muted"))
    return parts


def _why(scene: Scene, post: PostView) -> str:
    topic = isolate(scene.text(post.topic)) if post.topic is not None else ""
    return {
        "mine": _("It is your own post."),
        "friend": _("You see this because you are friends."),
        "group": _("You see this because you are in the group."),
        "page": _("You see this because you follow the page."),
        "topic": _("You see this because you like: {topic}").format(topic=topic),
        "everyone": _("You see this because it is for everyone."),
        "ad": _("You see this because somebody paid for it."),
        "ad-topic": _("Somebody paid for it, and you like: {topic}").format(topic=topic),
    }[post.why]


def away(scene: Scene, _thing: str) -> list[Part]:
    """Posts, comments, messages and people that were put away, and the way back for each."""
    parts = [
        Part(f"away {each.id}", (each, scene.person(each.author)), partial(_put_away, scene, each))
        for each in scene.view.away
    ]
    for each in scene.comment_of:
        for what in ("hide", "delete"):
            if scene.standing.has(what, each):
                parts += deed(
                    scene, what, each, _shown_again(), Saying("undo", _("Bring a comment back"))
                )
    for message in scene.stage.messages:
        if scene.standing.has("delete", message.id):
            back = _("Bring the message of {name} back")
            back = back.format(name=isolate(scene.name(message.author)))
            parts += deed(scene, "delete", message.id, _shown_again(), Saying("undo", back))
    for person in scene.people():
        if person.blocked and scene.messages_of(person.id):
            wrote = _("Messages of {name}").format(name=isolate(scene.name(person.id)))
            saying = Saying("message-circle", wrote)
            parts.append(row(scene, f"wrote {person.id}", saying, Spot("thread", person.id)))
    parts += [
        Part(f"person {each.id}", each, partial(_person, scene, each))
        for each in scene.people()
        if each.muted or each.blocked
    ]
    return parts or [words("none", _("You put nothing away."), colour="muted")]  # fmt: skip


def _put_away(scene: Scene, post: PostView) -> QWidget:
    box = Card(pad=14)
    box.add(_author(scene, post.author))
    name = scene.caption(post) or (scene.text(post.word) if post.word is not None else "")
    box.add(line("file-text", name))
    for what, back in (("hide", _("Show it again")), ("delete", _("Bring it back"))):
        if scene.standing.has(what, post.id):
            box.add(scene.does(Button(back, icon="undo"), Undo(what, post.id)))
    see = Button(_("Look at the post"), icon="eye")
    see.setAccessibleName(f"{see.text()}: {name}")
    box.add(scene.opens(see, Spot("comments" if post.author else "edit", post.id)))
    return box


def _author(scene: Scene, author: str) -> QWidget:
    button = PersonButton(scene.face(author), scene.name(author), size=40)
    if author == ME:
        button.setEnabled(False)
        return button
    return scene.opens(button, Spot("page" if scene.is_page(author) else "person", author))


def _person(scene: Scene, person: PersonView) -> QWidget:
    note, icon = (_("Blocked"), "ban") if person.blocked else (_("Muted"), "volume-x")
    button = PersonButton(
        scene.face(person.id), scene.name(person.id), note, note_icon=icon,
        sign="chevron-right", boxed=True,
    )  # fmt: skip
    return scene.opens(button, Spot("person", person.id))
