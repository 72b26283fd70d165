"""Over which spots a person comes to where an action is done."""

from __future__ import annotations

from trainer_app.domain.practice.network import ME
from trainer_app.domain.practice.plaza.state import Action, Undo
from trainer_app.ui.practice.plaza.messages import writers
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.spots import (
    AWAY,
    COMPOSE,
    FORM,
    FRIENDS,
    GROUPS,
    HOME,
    ME_PLACE,
    MESSAGES,
    NOTICES,
    PAGES,
    PORTRAIT,
    SEE_AS,
    SETTINGS,
    Spot,
    Way,
    way,
)

_ACCOUNT: dict[str, Way] = {
    **dict.fromkeys(("setting", "passphrase", "sign-out"), (ME_PLACE, SETTINGS)),
    **dict.fromkeys(("give", "form", "open-account"), (ME_PLACE, FORM)),
    "portrait": (ME_PLACE, PORTRAIT),
    "look-as": (ME_PLACE, SEE_AS),
    "search": (FRIENDS,),
    "about": (ME_PLACE,),
    "feed": (HOME,),
}
_IN_EDITOR = {"tag": "tag", "choose": "choose", "audience": "audience"}
_ON_CARD = frozenset({"react", "share"})


def way_to(scene: Scene, action: Action) -> Way:
    """The spots from one that is always one press away to the one that has the control."""
    what, thing = action.what, action.thing
    first = thing.partition("/")[0]
    shape = scene.view.shape
    if what in _ACCOUNT:
        return _ACCOUNT[what]
    if what in ("join", "role"):
        group = way(shape, GROUPS, Spot("group", first))
        return group if what == "join" else (*group, Spot("role", thing))
    if scene.is_page(first):
        page = way(shape, PAGES, Spot("page", thing))
        return (*page, Spot("report", thing)) if what == "report" else page
    if what == "send":
        return (COMPOSE, Spot("send", thing))
    if first in scene.comment_of:
        return _to_comment(scene, action)
    if scene.is_post(first):
        mine = scene.author(first) == ME
        return _to_own(scene, action, first) if mine else _to_other(scene, action, first)
    if scene.person(first) is not None:
        return _to_person(scene, what, first)
    if any(each.id == first for each in scene.stage.messages):
        return _to_message(scene, action)
    return (ME_PLACE, Spot("audience", thing))


def _to_comment(scene: Scene, action: Action) -> Way:
    comment, post = action.thing, scene.comment_of[action.thing]
    if any(scene.standing.has(each, comment) for each in ("hide", "delete")):
        return (ME_PLACE, AWAY)
    around = _around(scene, post)
    sheet = Spot("comment", comment)
    way_there = (*around, Spot("comments", post), sheet)
    return (*way_there, Spot("report", comment)) if action.what == "report" else way_there


def _to_person(scene: Scene, what: str, person: str) -> Way:
    page = (FRIENDS, Spot("person", person))
    sheet = (*page, Spot("with", person))
    if what == "report":
        return (*sheet, Spot("report", person))
    if what != "message":
        return sheet
    thread = Spot("thread", person)
    return (MESSAGES, thread) if person in writers(scene) else (*page, thread)


def _to_message(scene: Scene, action: Action) -> Way:
    what, message = action.what, action.thing
    if scene.standing.has("delete", message):
        return (ME_PLACE, AWAY)
    author = next(each.author for each in scene.stage.messages if each.id == message)
    shown = any(each.id == message for each in scene.view.messages)
    thread: Way = (MESSAGES,) if shown else (ME_PLACE, AWAY)
    thread = (*thread, Spot("thread", author))
    about = (*thread, Spot("about", message))
    if what == "report":
        return (*about, Spot("report", message))
    return about if what in ("prove", "delete") else thread


def _around(scene: Scene, post: str) -> Way:
    """The place where a post stands: the feed, its group or page, its author, or put away."""
    view = scene.view
    if any(each.id == post for each in view.away):
        return (ME_PLACE, AWAY)
    if any(each.id == post for each in view.feed) or view.more:
        return (HOME,)
    for kind, found in (("group", view.groups), ("page", view.pages), ("person", view.people)):
        for each in found:
            if any(one.id == post for one in each.posts):
                before = {"group": GROUPS, "page": PAGES, "person": FRIENDS}[kind]
                return way(view.shape, before, Spot(kind, each.id))
    return (HOME,)


def _to_own(scene: Scene, action: Action, post: str) -> Way:
    what = action.what
    if what == "comment":
        return (*_around(scene, post), Spot("comments", post))
    view = scene.post(post)
    draft = view is not None and view.draft and not scene.standing.has("delete", post)
    around: Way = (COMPOSE,) if draft else _around(scene, post)
    if isinstance(action, Undo) and what == "delete":
        return around
    edit = (*around, Spot("edit", post))
    return (*edit, Spot(_IN_EDITOR[what], post)) if what in _IN_EDITOR else edit


def _to_other(scene: Scene, action: Action, post: str) -> Way:
    what = action.what
    around = _around(scene, post)
    if what == "tag" and any(each.thing == post for each in scene.view.notices):
        return way(scene.view.shape, NOTICES, Spot("tagged", post))
    if isinstance(action, Undo) and what == "hide":
        return (ME_PLACE, AWAY)
    if around[-1] == AWAY or what == "comment":
        around = (*around, Spot("comments", post))
    if what in _ON_CARD or what == "comment":
        return around
    more = (*around, Spot("more", post))
    if what == "report":
        return (*more, Spot("report", post))
    return (*more, Spot("tagged", post)) if what == "tag" else more
