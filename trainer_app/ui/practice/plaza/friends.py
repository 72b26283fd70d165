"""People: who asks, who is a friend, who can be found, and what can be done with somebody."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.plaza.offers import ACCOUNT
from trainer_app.domain.practice.plaza.state import Do
from trainer_app.domain.practice.plaza.views import PersonView
from trainer_app.i18n import _, isolate, pgettext
from trainer_app.ui.practice.pieces.rows import Wrapping
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza import said
from trainer_app.ui.practice.plaza.bits import deed, heading, line, row, words
from trainer_app.ui.practice.plaza.entries import Entry
from trainer_app.ui.practice.plaza.faces import Face, PersonButton
from trainer_app.ui.practice.plaza.groups import group_row, page_row
from trainer_app.ui.practice.plaza.post_card import post_part
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.spots import GROUPS, PAGES, Spot
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.panels import Card
from trainer_app.ui.widgets.text import Text


def friends(scene: Scene, _thing: str) -> list[Part]:
    """Who was looked for, then requests, friends, and everybody else."""
    parts = [Part("search", None, lambda: _search(scene))]
    if scene.standing.written("search", ACCOUNT).strip():
        parts += [heading("found", _("Found")), *_found(scene)]
    if scene.view.shape == "phone":
        if scene.stage.world.groups:
            parts.append(row(scene, "groups", Saying("users-round", _("Groups")), GROUPS))
        if scene.stage.world.pages:
            parts.append(row(scene, "pages", Saying("store", _("Pages")), PAGES))
    return parts + _everybody(scene, there={part.key for part in parts})


def _everybody(scene: Scene, there: set[Hashable]) -> list[Part]:
    """All people, but for those whose parts are there already."""
    asking = [each for each in scene.people() if each.asks]
    mine = [each for each in scene.people() if each.friend and not each.blocked]
    known = {each.id for each in (*asking, *mine)}
    others = [each for each in scene.people() if each.id not in known]
    parts: list[Part] = []
    if asking:
        parts.append(heading("asking", _("They want to be your friend")))
        parts += [Part(f"asks {each.id}", each, partial(_request, scene, each)) for each in asking]
    for key, title, people in (("mine", _("Your friends"), mine), ("others", _("Others"), others)):
        rows = [person_row(scene, each) for each in people]
        rows = [each for each in rows if each.key not in there]
        parts += [heading(key, title), *rows] if rows else []
    return parts


def _search(scene: Scene) -> QWidget:
    return Entry(scene, "search", ACCOUNT, _("Look for somebody"), done=_("Search"), icon="search")


def _found(scene: Scene) -> list[Part]:
    people = {each.id: each for each in scene.people()}
    groups = {each.id: each for each in scene.view.groups}
    pages = {each.id: each for each in scene.view.pages}
    found: list[Part] = []
    for thing in scene.view.found:
        if thing in people:
            found.append(person_row(scene, people[thing]))
        elif thing in groups:
            found.append(group_row(scene, groups[thing]))
        elif thing in pages:
            found.append(page_row(scene, pages[thing]))
    return found or [words("nobody", _("Nobody has this name."), colour="muted")]


def person_row(scene: Scene, person: PersonView) -> Part:
    """Somebody in a list, to be opened."""

    def make() -> QWidget:
        note, icon = how_they_stand(person)
        button = PersonButton(
            scene.face(person.id),
            scene.name(person.id),
            note,
            note_icon=icon,
            sign="chevron-right",
            boxed=True,
        )
        return scene.opens(button, Spot("person", person.id))

    return Part(f"person {person.id}", person, make)


def how_they_stand(person: PersonView) -> tuple[str, str]:
    """How the learner stands to somebody, in words and with a sign."""
    if person.blocked:
        return _("Blocked"), "ban"
    if person.muted:
        return _("Muted"), "volume-x"
    if person.friend:
        return _("Friend"), "user-check"
    if person.asks:
        return _("Wants to be your friend"), "user-plus"
    if person.asked:
        return _("You asked. No answer yet."), "clock"
    return _("Not your friend"), "user"


def _request(scene: Scene, person: PersonView) -> QWidget:
    box = Card(pad=12)
    who = PersonButton(scene.face(person.id), scene.name(person.id), sign="chevron-right")
    box.add(scene.opens(who, Spot("person", person.id)))
    accept = Button(_("Accept"), "primary", icon="check")
    decline = Button(_("Decline"), icon="x")
    box.add(
        Wrapping(
            [
                scene.does(accept, Do("friend", person.id)),
                scene.does(decline, Do("decline", person.id)),
            ]
        )
    )
    return box


def person(scene: Scene, person: str) -> list[Part]:
    """Somebody's own page: how we stand, what can be done, and their posts."""
    view = scene.person(person)
    if view is None:
        return []
    parts = [Part("head", view, lambda: _head(scene, view))]
    parts += deeds_with(scene, view)
    if view.posts:
        parts.append(heading("posts", _("Posts")))
        parts += [post_part(scene, each) for each in view.posts]
    return parts


def _head(scene: Scene, view: PersonView) -> QWidget:
    name = scene.name(view.id)
    box = Card(pad=14)
    note, icon = how_they_stand(view)
    box.add(Face(scene.face(view.id), name, 96), Text(name, "title", "bold"))
    if view.about is not None:
        box.add(Text(scene.text(view.about)))
    box.add(line(icon, note))
    if not view.friend:
        if view.mutual:
            friends = said.names([scene.name(each) for each in view.mutual])
            box.add(line("users", _("Friends whom you share: {names}").format(names=friends)))
        else:
            box.add(line("users", _("You share no friends.")))
    box.add(line("calendar", said.since(view.since)))
    if view.taken_down:
        box.add(line("shield-check", _("You reported this. Plaza closes the account."), "ok"))
    elif view.report:
        box.add(line("flag", _("You reported this.")))
    if view.proof:
        box.add(line("bookmark", _("You kept a proof.")))
    return box


def deeds_with(scene: Scene, view: PersonView) -> list[Part]:
    """What brings people together; a sheet has the rest."""
    person, name = view.id, isolate(scene.name(view.id))
    parts: list[Part] = []
    if not view.friend:
        parts += _befriending(scene, view)
    if scene.standing.writes("message", person):
        write = Saying("message-circle", _("Write to {name}").format(name=name))
        parts.append(row(scene, "write", write, Spot("thread", person)))
    tell = Saying(
        "hand-helping",
        _("Tell {name} what happened").format(name=name),
        _("Somebody whom you trust can help."),
    )
    parts += deed(scene, "tell", person, tell, Saying("undo", _("Take it back")))
    more = Saying("ellipsis", _("More"), _("Mute, report, block"))
    return [*parts, row(scene, "with", more, Spot("with", person))]


def _befriending(scene: Scene, view: PersonView) -> list[Part]:
    name = isolate(scene.name(view.id))
    take = Saying("user-plus", _("Be friends with {name}").format(name=name))
    parts = deed(scene, "friend", view.id, take, take)
    if not parts or view.asked:
        ask = Saying("user-plus", _("Ask {name} to be your friend").format(name=name))
        back = Saying("undo", _("Take the question back"))
        parts += deed(scene, "ask", view.id, ask, back)
    if view.asks:
        no = Saying("x", _("Say no to the friendship"), _("Nobody is told."))
        parts += deed(scene, "decline", view.id, no, no)
    return parts


def with_person(scene: Scene, person: str) -> list[Part]:
    """What parts people, and what is rarely done."""
    quiet = _("You see no posts of theirs. Nobody is told.")
    mute = Saying("volume-x", pgettext("person", "Mute"), quiet)
    parts = deed(scene, "mute", person, mute, Saying("volume-2", _("Hear them again")))
    proof = Saying("bookmark", _("Keep a proof"), _("A picture of it, to show to somebody."))
    parts += deed(scene, "prove", person, proof, Saying("undo", _("Throw the proof away")))
    if scene.standing.values("report", person):
        report = Saying("flag", _("Report it"), _("Tell Plaza what is wrong with it."))
        parts.append(row(scene, "report", report, Spot("report", person)))
    block = Saying("ban", _("Block"), _("They cannot see you or write to you."))
    free = Saying("undo", _("Do not block any more"))
    parts += deed(scene, "block", person, block, free, danger=True)
    return parts + _rest(scene, person)


def _rest(scene: Scene, person: str) -> list[Part]:
    """Ends of what began, and questions that are asked a second time."""
    end = Saying("user-minus", _("End the friendship"), _("Nobody is told."))
    take = Saying("user-plus", _("Be friends again"))
    no = Saying("x", _("Say no to the friendship"), _("Nobody is told."))
    ask = Saying("user-plus", _("Ask to be friends"))
    return [
        *deed(scene, "friend", person, take, end),
        *deed(scene, "decline", person, no, Saying("undo", _("Take the no back"))),
        *deed(scene, "ask", person, ask, Saying("undo", _("Take the question back"))),
    ]
