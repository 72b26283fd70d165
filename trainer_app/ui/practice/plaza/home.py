"""The feed, and what is new."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.plaza.state import Scroll
from trainer_app.domain.practice.plaza.views import Notice
from trainer_app.i18n import _, isolate
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza.bits import options, row, words
from trainer_app.ui.practice.plaza.faces import PersonButton
from trainer_app.ui.practice.plaza.post_card import post_part
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.spots import COMPOSE, NOTICES, Spot
from trainer_app.ui.widgets.buttons import Button


def home(scene: Scene, _thing: str) -> list[Part]:
    """Everything new from friends, groups and pages."""
    view = scene.view
    found = [Part("entrance", scene.face(""), lambda: _entrance(scene))]
    if view.shape == "phone" and view.notices:
        news = _("What is new: {count}").format(count=len(view.notices))
        found.append(row(scene, "notices", Saying("bell", news), NOTICES))
    found += [post_part(scene, post) for post in scene.lying.feed(view) if not post.draft]
    if len(found) == 1:
        found.append(words("empty", _("Nothing is here yet."), colour="muted"))
    if view.more:
        found.append(Part("scroll", len(view.feed), lambda: _see_more(scene)))
    return found


def _entrance(scene: Scene) -> QWidget:
    """Where a post begins."""
    button = PersonButton(
        scene.face(""), _("Show something"), _("A picture, some words"), sign="square-pen",
        boxed=True, stand_in="user",
    )  # fmt: skip
    return scene.opens(button, COMPOSE)


def _see_more(scene: Scene) -> QWidget:
    return scene.does(Button(_("See more"), icon="chevron-down"), Scroll())


def notices(scene: Scene, _thing: str) -> list[Part]:
    """Requests, tags that wait for a yes, and messages."""
    found = [part for each in scene.view.notices for part in _notice(scene, each)]
    return found or [words("none", _("Nothing is new."), colour="muted")]


def _notice(scene: Scene, notice: Notice) -> list[Part]:
    thing = notice.thing
    if notice.kind == "request":
        said = _("{name} wants to be your friend.").format(name=isolate(scene.name(thing)))
        return [row(scene, f"n {thing}", Saying("user-plus", said), Spot("person", thing))]
    if notice.kind == "tag":
        name = isolate(scene.name(scene.author(thing)))
        said = _("{name} put your name on a post.").format(name=name)
        return [row(scene, f"n {thing}", Saying("tag", said), Spot("tagged", thing))]
    message = next((each for each in scene.view.messages if each.id == thing), None)
    if message is None:
        return []
    said = _("A message from {name}").format(name=isolate(scene.name(message.author)))
    saying = Saying("message-circle", said)
    return [row(scene, f"n {thing}", saying, Spot("thread", message.author))]


def tagged(scene: Scene, post: str) -> list[Part]:
    """Whether my name shows on somebody's post."""
    found = scene.post(post)
    shown = [post_part(scene, found, quiet=True)] if found is not None else []
    return [*options(scene, "tag", post, _tag_saying), *shown]


def _tag_saying(value: str) -> Saying:
    if value == "shown":
        return Saying("eye", _("Show my name on it"), _("Your friends may see the post too."))
    return Saying("eye-off", _("Take my name off"), _("The post stays, without your name."))
