"""The posts of the wall under each other; news move nothing that somebody looks at."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app.domain.shared_plaza import SharedPlaza, WallPost
from trainer_app.i18n import _
from trainer_app.ui.practice.pieces.shelf import Part, Shelf, settle
from trainer_app.ui.practice.shared import wall_words
from trainer_app.ui.practice.shared.wall_card import DEED, WallCard
from trainer_app.ui.practice.shared.wall_scene import Look, WallScene
from trainer_app.ui.widgets import Button, Scroller, Text

_AT_ONCE = 12
"""More would make an old laptop slow; what came earlier is a press away."""


class WallView(Shelf):
    """A column of cards, the newest on top. Signals: none; the scene says what was pressed."""

    def __init__(self, scene: WallScene) -> None:
        super().__init__(14)
        self._scene = scene
        self._most = _AT_ONCE
        self._now: tuple[SharedPlaza, Look] = (SharedPlaza(), Look())

    def show_wall(self, wall: SharedPlaza, look: Look) -> None:
        """Show what stands there now."""
        self._now = wall, look
        had = QApplication.focusWidget()
        inside = had if had is not None and self.isAncestorOf(had) else None
        deed = inside.property(DEED) if inside is not None else None
        anchor = self._first_in_sight()
        posts = wall.posts[: self._most]
        parts = [self._part(post, look, post.who in wall.held_back) for post in posts]
        if len(wall.posts) > len(posts):
            parts.append(Part("more", None, self._more))
        if not parts:
            parts = [Part("nothing", None, partial(Text, wall_words.nothing_yet(), colour="muted"))]
        self.put(parts)
        settle()
        self._hold(anchor)
        if inside is not None and QApplication.focusWidget() is not inside:
            self._find_again(deed)

    def _part(self, post: WallPost, look: Look, held_back: bool) -> Part:
        scene = self._scene
        make = partial(WallCard, scene, post, look, held_back)
        laptop = scene.laptop(post.who) if look.trains else ""
        return Part(post.number, (post, look, held_back and look.trains, laptop), make)

    def _more(self) -> QWidget:
        button = Button(_("Earlier posts"), icon="history")
        button.clicked.connect(self._show_more)
        return button

    def _show_more(self) -> None:
        self._most += _AT_ONCE
        self.show_wall(*self._now)

    def _find_again(self, deed: object) -> None:
        """The same button of the card that was made anew, or else the nearest that there is."""
        buttons = [one for one in self.findChildren(Button) if not one.isHidden()]
        same = [one for one in buttons if one.property(DEED) == deed]
        for button in (same or buttons)[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    # What stays where it is
    def _scroller(self) -> Scroller | None:
        parent: QWidget | None = self.parentWidget()
        while parent is not None and not isinstance(parent, Scroller):
            parent = parent.parentWidget()
        return parent

    def _first_in_sight(self) -> tuple[object, int] | None:
        """The first card whose head is in sight, and where; None at the top of the wall."""
        scroller = self._scroller()
        if scroller is None or scroller.verticalScrollBar().value() == 0:
            return None
        for key, widget in self.parts():
            top = widget.mapTo(scroller, QPoint()).y()
            if top + widget.height() > 0:
                return key, top
        return None

    def _hold(self, anchor: tuple[object, int] | None) -> None:
        scroller = self._scroller()
        if anchor is None or scroller is None:
            return
        key, before = anchor
        for other, widget in self.parts():
            if other == key:
                bar = scroller.verticalScrollBar()
                bar.setValue(bar.value() + widget.mapTo(scroller, QPoint()).y() - before)
