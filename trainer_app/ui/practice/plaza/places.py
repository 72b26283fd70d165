"""Every spot of Plaza: what it is called, what stands in it, and whether it lies over a place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from trainer_app.i18n import N_, _
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza import (
    editor,
    friends,
    groups,
    home,
    me,
    messages,
    notes,
    one_post,
    report,
    settings,
)
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.spots import Spot


@dataclass(frozen=True, slots=True)
class PlaceKind:
    """A kind of spot. `parts` makes what stands in it; a `sheet` lies over the place before it."""

    icon: str
    title: str
    parts: Callable[[Scene, str], list[Part]]
    sheet: bool = False


PLACES: Mapping[str, PlaceKind] = MappingProxyType(
    {
        "home": PlaceKind("house", N_("Home"), home.home),
        "friends": PlaceKind("users", N_("Friends"), friends.friends),
        "compose": PlaceKind("square-pen", N_("Post"), notes.compose),
        "messages": PlaceKind("message-circle", N_("Messages"), messages.messages),
        "notices": PlaceKind("bell", N_("What is new"), home.notices),
        "groups": PlaceKind("users-round", N_("Groups"), groups.groups),
        "pages": PlaceKind("store", N_("Pages"), groups.pages),
        "me": PlaceKind("circle-user-round", N_("Me"), me.me),
        "person": PlaceKind("user", "", friends.person),
        "thread": PlaceKind("message-circle", "", messages.thread),
        "group": PlaceKind("users-round", N_("Group"), groups.group),
        "page": PlaceKind("store", N_("Page"), groups.page),
        "comments": PlaceKind("message-circle", N_("Comments"), one_post.comments),
        "edit": PlaceKind("square-pen", N_("Your post"), editor.edit),
        "settings": PlaceKind("settings", N_("Settings"), settings.settings),
        "away": PlaceKind("trash-2", N_("What you put away"), one_post.away),
        "see-as": PlaceKind("eye", N_("See it as…"), me.see_as),
        "with": PlaceKind("ellipsis", "", friends.with_person, sheet=True),
        "form": PlaceKind("clipboard-list", N_("Your account"), settings.form),
        "portrait": PlaceKind("circle-user-round", N_("Your picture"), me.portrait, sheet=True),
        "comment": PlaceKind("ellipsis", N_("This comment"), one_post.comment, sheet=True),
        "send": PlaceKind("send", N_("Where to?"), notes.send, sheet=True),
        "more": PlaceKind("ellipsis", N_("This post"), one_post.more, sheet=True),
        "about": PlaceKind("ellipsis", N_("This message"), messages.about, sheet=True),
        "report": PlaceKind("flag", N_("Report"), report.report, sheet=True),
        "tagged": PlaceKind("tag", N_("Your name on it"), home.tagged, sheet=True),
        "audience": PlaceKind("eye", N_("Who sees it?"), me.audience, sheet=True),
        "role": PlaceKind("shield", N_("Role in the group"), groups.role, sheet=True),
        "tag": PlaceKind("tag", N_("Names on the post"), partial(editor.people_on, "tag"),
                         sheet=True),
        "choose": PlaceKind("user-check", N_("Who sees it?"), partial(editor.people_on, "choose"),
                            sheet=True),
        "preview": PlaceKind("eye", N_("How it will be"), editor.preview, sheet=True),
    }
)  # fmt: skip


def title(scene: Scene, spot: Spot) -> str:
    """What stands over a spot."""
    if spot.kind in ("person", "thread", "with"):
        return scene.name(spot.thing)
    if spot.kind == "role":
        return scene.name(spot.thing.partition("/")[2])
    return _(PLACES[spot.kind].title)
