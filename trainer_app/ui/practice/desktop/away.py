"""After one has gone: who sits down, what they find, and one's own phone, which can mend it."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.practice.desktop_acts import LogOutEverywhere, TakeBack
from trainer_app.domain.practice.desktop_view import DesktopView, SiteView
from trainer_app.i18n import _, isolate
from trainer_app.ui.practice.desktop.pieces import Act, Press, Strip
from trainer_app.ui.practice.pieces.bubbles import Bubble
from trainer_app.ui.practice.pieces.faces import Face
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.stage_screen import Material
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Card, FlowGrid, Icon, Panel, Text


def away_parts(view: DesktopView, material: Material, act: Act) -> list[Part]:
    """The scene at the laptop, and the phone in one's hand: side by side where there is room."""
    shows = (view.own and view.locked, view.sites)
    return [Part("away", shows, partial(Away, view, material, act))]


class Away(FlowGrid):
    """The scene and the phone. Signals: none; `controls` has the phone's buttons by action."""

    def __init__(
        self, view: DesktopView, material: Material, act: Act, parent: QWidget | None = None
    ) -> None:
        super().__init__(380, 16, most=2, parent=parent)
        phone = InTheHand(view, material, act)
        self.controls = phone.controls
        self.add(Scene(view, material), phone)


class InTheHand(Panel):
    """The learner's own phone, with what can be put right from there.

    Signals: none; `controls` has its buttons under their actions.
    """

    def __init__(
        self, view: DesktopView, material: Material, act: Act, parent: QWidget | None = None
    ) -> None:
        super().__init__("paper", "edge", pad=16, parent=parent)
        self.controls: dict[Hashable, QWidget] = {}
        top = QHBoxLayout()
        top.addWidget(Icon("smartphone", "primary", 28))
        top.addWidget(Text(_("Your phone"), "large", "bold", tight=True), 1)
        self.body.addLayout(top)
        safe = view.own and view.locked
        strips = [strip for site in view.sites for strip in _mending(site, material, act, safe)]
        for strip in strips:
            self.controls.update(strip.controls)
            self.body.addWidget(strip)
        if not strips:
            words = _("All is well. There is nothing to put right.")
            self.body.addWidget(Strip(words, "circle-check", "ok", (), act))
        self.body.addStretch(1)


def _open(site: SiteView) -> bool:
    """Whether somebody who sits down gets in as the learner."""
    return site.mine or site.offer == "kept"


class Scene(Card):
    """Who sits down, and what they find or write. Signals: none."""

    def __init__(
        self, view: DesktopView, material: Material, parent: QWidget | None = None
    ) -> None:
        super().__init__(pad=16, parent=parent)
        name = material.text(view.stranger)
        row = QHBoxLayout()
        row.setSpacing(current().space(16))
        face = Face(material.picture(view.face) if view.face else None, name, 88, tone="accent")
        row.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(current().space(4))
        sits = _("{person} sits down at the laptop.").format(person=isolate(name))
        words.addWidget(Text(sits, "large", "bold", tight=True))
        if view.own and view.locked:
            words.addWidget(Text(_("The screen is locked. There is nothing to see."), "body"))
        else:
            for site in view.sites:
                words.addWidget(Text(_finds(site, material), "body", tight=True))
        row.addLayout(words, 1)
        self.add(row)
        for site in view.sites:
            if site.post is not None:
                self._add_post(site, material)

    def _add_post(self, site: SiteView, material: Material) -> None:
        assert site.post is not None
        at = isolate(material.text(site.word))
        said = _("Written in your name at {site}:").format(site=at)
        self.add(Text(said, "small", "semibold", colour="muted", tight=True))
        self.add(Bubble(material.line(site.post), sent=True))


def _finds(site: SiteView, material: Material) -> str:
    at = isolate(material.text(site.word))
    if site.mine:
        return _("{site}: you are still signed in.").format(site=at)
    if site.offer == "kept":
        return _("{site}: the browser fills your password in.").format(site=at)
    if site.person is not None:
        who = isolate(material.text(site.person))
        return _("{site}: {person} is still signed in.").format(site=at, person=who)
    return _("{site}: it asks for a password.").format(site=at)


def _mending(site: SiteView, material: Material, act: Act, safe: bool) -> list[Strip]:
    """What can be put right from here; first everybody is logged out, then it is deleted.

    On a laptop that is `safe` one may stay signed in, so nothing warns of it.
    """
    at = isolate(material.text(site.word))
    if _open(site):
        press = Press(_("Log out on all devices"), "log-out", LogOutEverywhere(site.id))
        if safe:
            stays = _("{site}: you stay signed in. Your laptop is locked.").format(site=at)
            return [Strip(stays, "lock", "ok", (press,), act)]
        words = _("{site}: this laptop can still get in.").format(site=at)
        return [Strip(words, "triangle-alert", "warn", (press,), act)]
    if site.post is not None or any(each.misused for each in site.tasks):
        words = _("{site}: something was written under a wrong name.").format(site=at)
        press = Press(_("Delete it and tell people"), "trash-2", TakeBack(site.id))
        return [Strip(words, "undo-2", "warn", (press,), act)]
    return []
