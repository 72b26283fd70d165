"""My own page: what others know of me, and looking with their eyes."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.plaza.offers import ACCOUNT
from trainer_app.domain.practice.plaza.state import Choose, Do, Undo
from trainer_app.domain.practice.plaza.views import FactView, PersonView, PortraitView
from trainer_app.i18n import _, isolate
from trainer_app.ui.practice.pieces.rows import RowButton
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza import said
from trainer_app.ui.practice.plaza.bits import card, heading, line, options, row, words
from trainer_app.ui.practice.plaza.entries import Entry
from trainer_app.ui.practice.plaza.faces import Face, PersonButton
from trainer_app.ui.practice.plaza.post_card import post_part
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.spots import AWAY, FORM, PORTRAIT, SEE_AS, SETTINGS, Spot
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.panels import Card
from trainer_app.ui.widgets.text import Text


def me(scene: Scene, _thing: str) -> list[Part]:
    """What stands on my page, and the ways to settings and to others' eyes."""
    view = scene.view
    see = Saying("eye", _("See it as…"), _("Look at your page with others' eyes."))
    login = Saying("settings", _("Settings"), _("Who sees you, your login."))
    parts = [row(scene, "see-as", see, SEE_AS), row(scene, "settings", login, SETTINGS)]
    if view.form:
        form = Saying("clipboard-list", _("Your account"), _("What you gave, what Plaza knows."))
        parts.append(row(scene, "form", form, FORM))
    if view.portraits:
        parts.append(_portrait_row(scene))
    if view.facts:
        parts.append(heading("facts", _("About you")))
        parts += [_fact(scene, each) for each in view.facts]
    if any(each.what == "about" for each in scene.stage.texts):
        parts.append(Part("about", None, partial(_about, scene)))
    if view.knows and not view.form:
        parts += knows(scene, _("What Plaza knows about you"))
    own = [each for each in view.feed if each.author == "" and not each.draft]
    if own:
        parts.append(heading("posts", _("Your posts")))
        parts += [post_part(scene, each) for each in own]
    away = Saying("trash-2", _("What you put away"))
    return [*parts, row(scene, "away", away, AWAY)]


def knows(scene: Scene, title: str) -> list[Part]:
    """What can be learned about me, as a list of sentences."""
    found = scene.view.knows

    def make() -> list[QWidget]:
        lines = [line("lightbulb", scene.text(each), "ink", "body") for each in found]
        return [Text(title, "body", "bold", tight=True), *lines]

    return [card("knows", (found, title), make)]


def _about(scene: Scene) -> QWidget:
    return Card(Entry(scene, "about", ACCOUNT, _("Who are you? A few words"), lines=2), pad=14)


def _fact(scene: Scene, fact: FactView) -> Part:
    shown = said.audience(fact.audience)
    seen = _("Seen by: {who}").format(who=shown.word)
    saying = Saying(shown.icon, scene.text(fact.word), seen)
    return row(scene, f"fact {fact.id}", saying, Spot("audience", fact.id))


def audience(scene: Scene, thing: str) -> list[Part]:
    """The five audiences, for a post or a line of my profile."""
    return options(scene, "audience", thing, said.audience)


def _portrait_row(scene: Scene) -> Part:
    now = next((each for each in scene.view.portraits if each.chosen), None)

    def make() -> QWidget:
        shown = scene.text(now.word) if now is not None else _("No picture")
        button = PersonButton(scene.face(""), _("Your picture"), shown, sign="chevron-right",
                              boxed=True, size=64, stand_in="user")  # fmt: skip
        return scene.opens(button, PORTRAIT)

    return Part("portrait", now, make)


def portrait(scene: Scene, _thing: str) -> list[Part]:
    """Pictures that can stand beside my name."""
    parts = [
        Part(f"portrait {each.id}", each, partial(_portrait, scene, each))
        for each in scene.view.portraits
    ]
    none = not any(each.chosen for each in scene.view.portraits)

    def make() -> QWidget:
        button = RowButton(Saying("user", _("No picture")), chosen=none)
        return scene.does(button, Choose("portrait", ACCOUNT, ""))

    return [*parts, Part("none", none, make)]


def _portrait(scene: Scene, each: PortraitView) -> QWidget:
    button = PersonButton(
        scene.picture(each.picture), scene.text(each.word), _("Chosen") if each.chosen else "",
        note_icon="circle-check" if each.chosen else "", boxed=True, size=72,
    )  # fmt: skip
    return scene.does(button, Choose("portrait", ACCOUNT, each.id))


def as_seen(scene: Scene) -> list[Part]:
    """What somebody else sees of me and of Plaza."""
    view = scene.view
    name = isolate(scene.name(view.viewer))
    if view.finds_me:
        finds, icon = _("{name} finds you by your name."), "search"
    else:
        finds, icon = _("{name} does not find you by your name."), "eye-off"
    words_of = finds.format(name=name)
    parts = [card("finds", words_of, lambda: [line(icon, words_of, "ink", "body")])]
    parts.append(heading("facts", _("What {name} sees on your page").format(name=name)))
    if view.portraits:
        parts.append(card("face", view.portraits, lambda: [Face(scene.face(""), _("You"), 96)]))
    parts += [_seen_fact(scene, each) for each in view.facts] or [
        words("no-facts", _("Nothing."), colour="muted")
    ]
    if view.knows:
        parts += knows(scene, _("What {name} can learn about you").format(name=name))
    own = [each for each in view.feed if each.author == ""]
    parts.append(heading("own", _("Posts of yours that {name} sees").format(name=name)))
    parts += [post_part(scene, each) for each in own] or [
        words("no-posts", _("None."), colour="muted")
    ]
    others = [each for each in view.feed if each.author != ""]
    if others:
        parts.append(heading("others", _("The other posts for {name}").format(name=name)))
        parts += [post_part(scene, each) for each in others]
    return parts


def _seen_fact(scene: Scene, fact: FactView) -> Part:
    return card(f"fact {fact.id}", fact, lambda: [Text(scene.text(fact.word))])


def see_as(scene: Scene, _thing: str) -> list[Part]:
    """Whose eyes one can take."""
    parts = [words("why", _("Choose a person. You see what that person sees."))]
    things = scene.standing.deeds("look-as")
    for each in scene.people():
        if each.id in things:
            looked = scene.standing.has("look-as", each.id)
            make = partial(_eyes, scene, each, looked)
            parts.append(Part(f"eyes {each.id}", (each.id, each.friend, looked), make))
    return parts


def _eyes(scene: Scene, person: PersonView, looked: bool) -> QWidget:
    note = _("Friend") if person.friend else _("Not your friend")
    button = PersonButton(
        scene.face(person.id), scene.name(person.id), _("You looked.") if looked else note,
        note_icon="circle-check" if looked else "eye", boxed=True,
    )  # fmt: skip
    scene.does(button, Do("look-as", person.id))
    button.clicked.connect(lambda: scene.looked_as.emit(person.id))
    if not looked:
        return button
    forget = Button(_("Not looked at yet"), "quiet", icon="undo", size="small")
    forget.setAccessibleDescription(scene.name(person.id))
    return Card(button, scene.does(forget, Undo("look-as", person.id)), pad=8)
