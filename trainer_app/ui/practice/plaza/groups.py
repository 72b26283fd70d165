"""Groups and pages: joining, following, rules, who is in, and who has which role."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.plaza.views import GroupView, PageView
from trainer_app.i18n import _
from trainer_app.i18n.formats import figures
from trainer_app.ui.practice.pieces.rows import RowButton
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza import said
from trainer_app.ui.practice.plaza.bits import deed, heading, line, options, row, words
from trainer_app.ui.practice.plaza.faces import Face, PersonButton
from trainer_app.ui.practice.plaza.post_card import post_part
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.spots import Spot
from trainer_app.ui.widgets.panels import Card
from trainer_app.ui.widgets.text import Text


def groups(scene: Scene, _thing: str) -> list[Part]:
    """The groups that there are, mine first."""
    found = sorted(scene.view.groups, key=lambda each: not each.joined)
    return [group_row(scene, each) for each in found] or [
        words("none", _("There are no groups yet."), colour="muted")
    ]


def group_row(scene: Scene, group: GroupView) -> Part:
    """A group in a list, to be opened."""
    data = (group.word, group.joined, group.closed)
    return Part(f"group {group.id}", data, lambda: _group_button(scene, group))


def _group_button(scene: Scene, group: GroupView) -> QWidget:
    note = _("You are in this group.") if group.joined else _("You are not in this group.")
    saying = Saying("lock" if group.closed else "users-round", scene.text(group.word), note)
    button = RowButton(saying, sign="chevron-right", plain=True)
    return scene.opens(button, Spot("group", group.id))


def group(scene: Scene, thing: str) -> list[Part]:
    """A group: its name, its rules, joining, its posts and its members."""
    view = next(each for each in scene.view.groups if each.id == thing)
    head = (view.joined, view.moderated)
    parts = [Part("head", head, lambda: _group_head(scene, view))]
    parts += deed(
        scene,
        "join",
        thing,
        Saying("user-plus", _("Join the group")),
        Saying("user-minus", _("Leave the group")),
    )
    if view.rules:
        parts.append(Part("rules", view.rules, lambda: _rules(scene, view)))
    if view.posts:
        parts.append(heading("posts", _("Posts")))
        parts += [post_part(scene, each) for each in view.posts]
    if view.joined or not view.closed or view.leads:
        parts.append(heading("members", _("Members")))
        parts += _members(scene, view)
    return parts  # fmt: skip


def _group_head(scene: Scene, group: GroupView) -> QWidget:
    box = Card(pad=14)
    box.add(Text(scene.text(group.word), "title", "bold"))
    if group.closed:
        box.add(line("lock", _("Closed: only members see what is posted.")))
    else:
        box.add(line("globe", _("Open: everybody sees what is posted.")))
    if group.leads:
        box.add(line("shield", _("You lead this group.")))
    if group.moderated:
        box.add(line("shield-check", _("A helper takes down what breaks the rules."), "ok"))
    return box


def _rules(scene: Scene, group: GroupView) -> QWidget:
    box = Card(Text(_("Rules of the group"), "body", "bold", tight=True), pad=14)
    for number, each in enumerate(group.rules, start=1):
        box.add(Text(figures(f"{number}. ") + scene.text(each)))
    return box


def _members(scene: Scene, group: GroupView) -> list[Part]:
    roles = dict(group.roles)
    shown = list(roles) if group.leads else list(group.members)
    return [
        Part(
            f"member {each}",
            (roles.get(each, "member"), scene.person(each)),
            partial(_member, scene, group, each, roles.get(each, "member")),
        )
        for each in shown
    ]


def _member(scene: Scene, group: GroupView, member: str, role: str) -> QWidget:
    saying = said.role(role)
    button = PersonButton(
        scene.face(member), scene.name(member), saying.word, note_icon=saying.icon,
        sign="chevron-right", boxed=True,
    )  # fmt: skip
    thing = f"{group.id}/{member}"
    return scene.opens(button, Spot("role", thing) if group.leads else Spot("person", member))


def role(scene: Scene, thing: str) -> list[Part]:
    """Which role somebody has in a group that the learner leads."""
    person = thing.partition("/")[2]
    about = Saying("user", _("The page of this person"))
    return [
        *options(scene, "role", thing, said.role),
        row(scene, "person", about, Spot("person", person)),
    ]


def pages(scene: Scene, _thing: str) -> list[Part]:
    """The pages that there are, those that I follow first."""
    found = sorted(scene.view.pages, key=lambda each: not each.followed)
    return [page_row(scene, each) for each in found] or [
        words("none", _("There are no pages yet."), colour="muted")
    ]


def page_row(scene: Scene, page: PageView) -> Part:
    """A page in a list, to be opened."""
    data = (page.word, page.followed)
    return Part(f"page {page.id}", data, lambda: _page_button(scene, page))


def _page_button(scene: Scene, page: PageView) -> QWidget:
    note = _("You follow this page.") if page.followed else _("A page that you can follow.")
    button = PersonButton(
        scene.face(page.id), scene.text(page.word), note, note_icon="store",
        sign="chevron-right", boxed=True,
    )  # fmt: skip
    return scene.opens(button, Spot("page", page.id))


def page(scene: Scene, thing: str) -> list[Part]:
    """A page: what it is, following, reporting, and its posts."""
    view = next(each for each in scene.view.pages if each.id == thing)
    head = (view.followed, view.report, view.taken_down, view.proof)
    parts = [Part("head", head, lambda: _page_head(scene, view))]
    parts += deed(
        scene,
        "follow",
        thing,
        Saying("bell", _("Follow"), _("You see what the page posts.")),
        Saying("x", _("Do not follow any more")),
    )
    parts += deed(
        scene,
        "prove",
        thing,
        Saying("bookmark", _("Keep a proof"), _("A picture of it, to show to somebody.")),
        Saying("undo", _("Throw the proof away")),
    )
    report = Saying("flag", _("Report it"), _("Tell Plaza what is wrong with it."))
    parts.append(row(scene, "report", report, Spot("report", thing)))
    return parts + [post_part(scene, each) for each in view.posts]  # fmt: skip


def _page_head(scene: Scene, page: PageView) -> QWidget:
    name = scene.text(page.word)
    box = Card(Face(scene.face(page.id), name, 96), Text(name, "title", "bold"), pad=14)
    if page.topic is not None:
        box.add(line("hash", scene.text(page.topic)))
    if page.taken_down:
        box.add(line("shield-check", _("You reported this. Plaza closes the page."), "ok"))
    elif page.report:
        box.add(line("flag", _("You reported this.")))
    if page.proof:
        box.add(line("bookmark", _("You kept a proof.")))
    return box
