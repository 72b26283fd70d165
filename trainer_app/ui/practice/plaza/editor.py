"""Changing a post: picture, words, people, hashtags, who sees it, when, and what it reaches."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.plaza.state import Choose, Do, Undo
from trainer_app.domain.practice.plaza.views import PostView
from trainer_app.i18n import _
from trainer_app.ui.practice.pieces.rows import RowButton, Wrapping
from trainer_app.ui.practice.pieces.saying import Saying, hour
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza import said
from trainer_app.ui.practice.plaza.bits import deed, heading, line, row, words
from trainer_app.ui.practice.plaza.entries import Entry
from trainer_app.ui.practice.plaza.faces import PersonButton
from trainer_app.ui.practice.plaza.post_card import PostCard, original_box
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.spots import Spot
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.panels import Card
from trainer_app.ui.widgets.pictures import SvgPicture
from trainer_app.ui.widgets.text import Text


def edit(scene: Scene, thing: str) -> list[Part]:
    """Everything about a post of mine that can be changed."""
    post = scene.post(thing)
    if post is None:
        return [words("gone", _("This post is not here any more."), colour="muted")]
    parts = [Part("picture", post.original or post.picture, partial(_picture, scene, post))]
    parts += _texts(scene, thing)
    shown = said.audience(post.audience)
    saying = Saying(shown.icon, shown.word, _("Who sees this post"))
    parts.append(row(scene, "audience", saying, Spot("audience", thing)))
    if post.original is None:
        parts += _people(scene, thing) + _hashtags(scene, thing) + _making(scene, thing)
    parts += _ending(scene, post)
    return parts


def _picture(scene: Scene, post: PostView) -> QWidget:
    if post.original is not None:
        return original_box(scene, post.original)
    name = scene.text(post.word) if post.word is not None else ""
    picture = scene.picture(post.picture)
    if picture is None:
        return Text(name, "body", "semibold")
    return Card(SvgPicture(picture, name, most=240), Text(name, "body", "semibold"), pad=10)


def _texts(scene: Scene, thing: str) -> list[Part]:
    found: list[Part] = []
    for what, label, more in (
        ("caption", _("Your words under the picture"), ""),
        ("alt", _("What is in the picture?"), _("For people who cannot see it.")),
    ):
        if scene.standing.writes(what, thing):
            found.append(Part(what, None, partial(_entry, scene, what, thing, label, more)))
    return found


def _entry(scene: Scene, what: str, thing: str, label: str, more: str) -> QWidget:
    return Card(Entry(scene, what, thing, label, more=more, lines=2), pad=14)


def _people(scene: Scene, thing: str) -> list[Part]:
    found: list[Part] = []
    for what, word, icon in (
        ("tag", _("Put names on it"), "tag"),
        ("choose", _("Choose people who see it"), "user-check"),
    ):
        on = _marked(scene, what, thing)
        if any(each.startswith(f"{thing}/") for each in scene.standing.deeds(what)):
            more = said.names([scene.name(each) for each in on]) if on else _("Nobody yet")
            found.append(row(scene, what, Saying(icon, word, more), Spot(what, thing)))
    return found


def _marked(scene: Scene, what: str, post: str) -> list[str]:
    """People on a post, in the world's order."""
    return [each.id for each in scene.people() if scene.standing.has(what, f"{post}/{each.id}")]


def _hashtags(scene: Scene, thing: str) -> list[Part]:
    tags = scene.stage.hashtags
    if not tags:
        return []
    on = tuple(each for each in tags if scene.standing.has("hashtag", f"{thing}/{each}"))

    def make() -> QWidget:
        chips = [_hashtag(scene, thing, each, each in on) for each in tags]
        return Card(
            line("hash", _("Hashtags: who looks for this finds you")), Wrapping(chips), pad=14
        )

    return [Part("hashtags", on, make)]


def _hashtag(scene: Scene, post: str, tag: str, on: bool) -> QWidget:
    word = scene.text(scene.stage.word("hashtags", tag))
    word = word if word.startswith("#") else f"#{word}"
    button = Button(word, "primary" if on else "secondary", icon="check" if on else "plus")
    button.setAccessibleDescription(_("Chosen") if on else "")
    return scene.does(button, (Undo if on else Do)("hashtag", f"{post}/{tag}"))


def _making(scene: Scene, thing: str) -> list[Part]:
    """Place, hour and money."""
    found: list[Part] = []
    found.append(_choice(scene, "place", thing, _("Show the place?"), _place))
    found.append(_choice(scene, "hour", thing, _("When?"), hour))
    if scene.standing.values("boost", thing):
        title = _("Pay to reach more? You have {count} pretend euros.").format(
            count=scene.view.budget
        )
        found.append(_choice(scene, "boost", thing, title, said.budget))
    return found


def _place(value: str) -> Saying:
    if value == "on":
        return Saying("map-pin", _("With the place"))
    return Saying("x", _("Without the place"))


def _choice(
    scene: Scene, what: str, thing: str, title: str, saying: Callable[[str], Saying]
) -> Part:
    now = scene.standing.choice(what, thing)
    values = tuple(
        each
        for each in scene.standing.values(what, thing)
        if each == now or scene.can(Choose(what, thing, each))
    )

    def make() -> QWidget:
        buttons = [
            scene.does(RowButton(saying(each), chosen=each == now), Choose(what, thing, each))
            for each in values
        ]
        return Card(Text(title, "body", "semibold", tight=True), Wrapping(buttons), pad=14)

    return Part(f"{what} of {thing}", (now, values, title), make)


def _ending(scene: Scene, post: PostView) -> list[Part]:
    """Looking at it before it goes out, publishing, and what it reached."""
    preview = Saying("eye", _("Look how it will be"))
    parts = [row(scene, "preview", preview, Spot("preview", post.id))]
    if post.insights is not None and not post.draft:
        parts.append(Part("insights", post.insights, partial(_insights, post)))
    parts += _publish(scene, post)
    parts += deed(
        scene,
        "delete",
        post.id,
        Saying("trash-2", _("Delete the post")),
        Saying("undo", _("Bring it back")),
        danger=True,
    )
    return parts


def _unshare(scene: Scene, post: PostView) -> list[Part]:
    back = Saying("undo", _("Do not share it any more"))
    return deed(scene, "share", post.shared, back, back, danger=True, leaves=True)


def _publish(scene: Scene, post: PostView) -> list[Part]:
    thing = post.id
    if thing not in scene.standing.deeds("publish"):
        return []
    if not post.draft:
        return deed(
            scene,
            "publish",
            thing,
            Saying("send", _("Publish")),
            Saying("undo", _("Take it back: nobody sees it any more")),
        )
    action = Do("publish", thing)
    if not scene.can(action):
        return []

    def make() -> QWidget:
        return scene.does(Button(_("Publish"), "primary", icon="send"), action)

    return [Part("publish", None, make)]


def _insights(post: PostView) -> QWidget:
    reach = post.insights
    assert reach is not None
    box = Card(Text(_("What it reaches (pretend)"), "body", "semibold", tight=True), pad=14)
    box.add(line("users", _("People: {count}").format(count=reach.people), "ink", "body"))
    box.add(line("eye", _("Seen so many times: {count}").format(count=reach.views), "ink", "body"))
    did = _("Liked, commented or shared: {count}").format(count=reach.engaged)
    box.add(line("heart", did, "ink", "body"))
    return box


def preview(scene: Scene, thing: str) -> list[Part]:
    """The post as others will see it."""
    post = scene.post(thing)
    if post is None:
        return []
    who = said.audience(post.audience)
    return [
        heading("who", _("Seen by: {who}").format(who=who.word)),
        Part("post", post, lambda: PostCard(scene, post, False, True)),
    ]


def people_on(what: str, scene: Scene, thing: str) -> list[Part]:
    """Friends first, then others, to be put on a post or taken off it."""
    on = set(_marked(scene, what, thing))
    people = sorted(scene.people(), key=lambda each: (not each.friend, each.id not in on))
    found: list[Part] = []
    for each in people:
        marked = each.id in on
        action = (Undo if marked else Do)(what, f"{thing}/{each.id}")
        if marked or scene.can(action):
            found.append(
                Part(
                    f"{what} {each.id}",
                    (each, marked),
                    partial(_person, scene, each.id, each.friend, marked, action),
                )
            )
    return found


def _person(scene: Scene, person: str, friend: bool, marked: bool, action: Do | Undo) -> QWidget:
    note = _("Chosen") if marked else _("Friend") if friend else _("Not your friend")
    button = PersonButton(
        scene.face(person),
        scene.name(person),
        note,
        note_icon="circle-check" if marked else "circle",
        boxed=True,
    )
    return scene.does(button, action)
