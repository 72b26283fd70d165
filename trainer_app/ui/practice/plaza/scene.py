"""What all parts of Plaza share: the words, the view, and who says which act or which way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from trainer_app.domain.practice.network import ME
from trainer_app.domain.practice.plaza.offers import SHARE
from trainer_app.domain.practice.plaza.plaza_stage import Message, PlazaStage
from trainer_app.domain.practice.plaza.standing import Standing
from trainer_app.domain.practice.plaza.state import Action
from trainer_app.domain.practice.plaza.views import MessageView, PersonView, PlazaView, PostView
from trainer_app.domain.practice.scenario import PEOPLE, WordId
from trainer_app.i18n import _
from trainer_app.ui.practice.plaza.keeping import Lying
from trainer_app.ui.practice.plaza.spots import Spot
from trainer_app.ui.practice.stage_screen import Material

Pressed = TypeVar("Pressed", bound=QAbstractButton)


@dataclass(frozen=True, slots=True)
class Back:
    """What a button does that goes back to where one came from."""


class Scene(QObject):
    """The stage as its parts draw it; they say what a person did through it.

    Signals:
        acted(object): an action. went(object): a Spot to go to. left(): back from where one is.
        looked_as(str): see it as this person. heard(object): an Utterance. said(str): a short
        message for the person.
    """

    acted = Signal(object)
    went = Signal(object)
    left = Signal()
    looked_as = Signal(str)
    heard = Signal(object)
    said = Signal(str)

    view: PlazaView

    def __init__(self, material: Material, stage: PlazaStage, parent: QObject) -> None:
        super().__init__(parent)
        self.material, self.stage = material, stage
        world = stage.world
        posts = {each.id: each for each in (*stage.posts, *world.posts)}
        self._authors = {each.id: each.author for each in posts.values()}
        self.comment_of = {
            comment.id: post.id for post in posts.values() for comment in post.comments
        }
        self._drafts = {each.id for each in stage.posts if each.draft}
        self._pictures = {each.id: each.picture for each in world.people}
        self._pictures |= {each.id: each.picture for each in world.pages}
        self._page_ids = {each.id for each in world.pages}
        self._portraits = {each.id: each.picture for each in stage.portraits}
        self._controls: WeakKeyDictionary[QWidget, tuple[object, ...]] = WeakKeyDictionary()
        self._people: dict[str, PersonView] = {}
        self._by_mouse = False
        self.lying = Lying()

    def look(self, view: PlazaView) -> None:
        """Take a view as how things are now. One of another person keeps my own ties in mind."""
        self.view = view
        if view.people:
            self._people = {each.id: each for each in view.people}

    @property
    def standing(self) -> Standing:
        """What is done, chosen and written now."""
        return self.view.standing

    # Words and pictures

    def text(self, word: WordId) -> str:
        """The plain words of something."""
        return self.material.text(word)

    def name(self, author: str) -> str:
        """Who somebody is: a person, a page, or the learner."""
        if author == ME:
            return _("You")
        kind = "pages" if author in self._page_ids else PEOPLE
        return self.text(self.stage.world.word(kind, author))

    def face(self, author: str) -> Path | None:
        """Where the picture of somebody, or of a page, lies; None if there is none."""
        if author == ME:
            portrait = next((each.id for each in self.view.portraits if each.chosen), "")
            return self.picture(self._portraits.get(portrait, ""))
        return self.picture(self._pictures.get(author, ""))

    def picture(self, name: str) -> Path | None:
        """Where a picture lies; None if it has no name or is not there."""
        path = self.material.picture(name) if name else None
        return path if path is not None and path.is_file() else None

    def caption(self, post: PostView) -> str:
        """What a post says: what was typed, else its words; a draft's words only name it."""
        if post.caption or post.word is None or post.id in self._drafts:
            return post.caption
        return self.text(post.word)

    def shows(self, post: PostView) -> str:
        """What is in a post's picture, for who does not see it."""
        if post.alt or post.alt_word is None:
            return post.alt or self.caption(post) or (self.text(post.word) if post.word else "")
        return self.text(post.alt_word)

    # People and things

    def person(self, person: str) -> PersonView | None:
        """How the learner stands to somebody; None for a page or the learner."""
        return self._people.get(person)

    def people(self) -> Iterator[PersonView]:
        """Everybody, in the world's order."""
        return iter(self._people.values())

    def post(self, post: str) -> PostView | None:
        """A post as the learner sees it, or put it away; None if it is out of sight."""
        view = self.view
        for each in (*view.feed, *view.away):
            if each.id == post:
                return each
        kept = [each.posts for each in view.groups]
        kept += [each.posts for each in view.pages]
        kept += [each.posts for each in self.people()]
        return next((each for posts in kept for each in posts if each.id == post), None)

    def messages_of(self, author: str) -> list[MessageView]:
        """What somebody wrote, also what a block put out of sight; not what was deleted."""
        shown = {each.id: each for each in self.view.messages}
        sent = [each for each in self.stage.messages if each.author == author]
        there = [each for each in sent if not self.standing.has("delete", each.id)]
        return [shown.get(each.id) or self._behind_a_block(each) for each in there]

    def _behind_a_block(self, message: Message) -> MessageView:
        now, thing = self.standing, message.id
        mine = [each for each in self.stage.replies if each.to == thing]
        return MessageView(
            id=thing,
            author=message.author,
            word=self.stage.word("messages", thing),
            carries=message.carries,
            opened=now.has("open", thing) or now.has("play", thing),
            replies=tuple((each.id, self.stage.word("replies", each.id)) for each in mine),
            replied=now.choice("reply", thing),
            report=now.choice("report", thing),
            proof=now.has("prove", thing),
        )

    def author(self, post: str) -> str:
        """Who wrote a post. A share or a note is the learner's. KeyError for no post."""
        own = post.startswith(SHARE) or any(each.id == post for each in self.stage.notes)
        return ME if own else self._authors[post]

    def is_post(self, thing: str) -> bool:
        """Whether something is a post of the stage, of its world, or a share."""
        return thing in self._authors or thing.startswith(SHARE)

    def is_page(self, thing: str) -> bool:
        """Whether something is a page."""
        return thing in self._page_ids

    def examples(self, what: str, thing: str) -> list[str]:
        """What could be written for a thing: the words of tiles."""
        return [
            self.text(self.stage.word("texts", each.id))
            for each in self.stage.texts
            if (each.what, each.of) == (what, thing)
        ]

    # Controls

    def can(self, action: Action) -> bool:
        """Whether nothing has to be done before this."""
        return self.standing.first(action) is None

    def does(self, button: Pressed, action: Action, *, leaves: bool = False) -> Pressed:
        """Have a button do something when it is pressed, and then perhaps go back."""
        self._controls[button] = (action,)

        def press() -> None:
            if leaves:
                self.left.emit()
            (now,) = self._controls[button]
            self.acted.emit(now)

        button.clicked.connect(press)
        return self._noticed(button)

    def does_now(self, button: QAbstractButton, action: Action) -> None:
        """Have a button that does something do something else."""
        self._controls[button] = (action,)

    def opens(self, button: Pressed, spot: Spot) -> Pressed:
        """Have a button lead to a spot."""
        self._controls[button] = (spot,)
        button.clicked.connect(lambda: self.went.emit(spot))
        return self._noticed(button)

    def leaves(self, button: Pressed) -> Pressed:
        """Have a button lead back."""
        self._controls[button] = (Back(),)
        button.clicked.connect(self.left)
        return self._noticed(button)

    def focus(self, widget: QWidget) -> None:
        """Give the keyboard to a widget; a ring around it is for who uses keys."""
        mouse, other = Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason
        widget.setFocus(mouse if self._by_mouse else other)

    def _noticed(self, button: Pressed) -> Pressed:
        button.pressed.connect(self._notice)
        return button

    def _notice(self) -> None:
        self._by_mouse = bool(QApplication.mouseButtons())

    def marks(self, widget: QWidget, *does: object) -> None:
        """Note what a widget with a way of its own is there for."""
        self._controls[widget] = does

    def what(self, widget: QWidget | None) -> tuple[object, ...]:
        """What a control is there for; nothing if it is none."""
        return self._controls.get(widget, ()) if widget is not None else ()

    def control(self, within: QWidget, *does: object) -> QWidget | None:
        """A control in sight that is there for this, where `within` is."""
        for widget, what in list(self._controls.items()):
            if not isValid(widget) or not any(each in what for each in does):
                continue
            if within.isAncestorOf(widget) and widget.isVisibleTo(within):
                return widget
        return None
