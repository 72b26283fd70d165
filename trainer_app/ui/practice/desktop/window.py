"""The browser's window at one site: sign in, what to do there, log out, what is to mend."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.desktop_acts import (
    Answer,
    DoTask,
    Forget,
    LogOut,
    SignIn,
    TakeBack,
    Tick,
)
from trainer_app.domain.practice.desktop_view import DesktopView, KeyView, SiteView, TaskView
from trainer_app.i18n import _, isolate
from trainer_app.ui.practice.desktop.pieces import Act, Press, Strip, Tiles, button_for
from trainer_app.ui.practice.desktop.tiles import Tile
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.stage_screen import Material
from trainer_app.ui.theme import Tone
from trainer_app.ui.widgets import CheckField, Text


def window_parts(view: DesktopView, site: SiteView, material: Material, act: Act) -> list[Part]:
    """Everything in the window of a site."""
    if site.mine or site.person is not None:
        parts = [*_who(site, material, act), *_browser(site, act)]
        parts += [_task(site, each, material, act) for each in site.tasks]
    else:
        parts = [*_browser(site, act), *_form(view.keys, site, material, act)]
    return [*take_back_parts(site, material, act), *parts]


def take_back_parts(site: SiteView, material: Material, act: Act) -> list[Part]:
    """What was written under a wrong name, and how it is deleted."""
    parts = []
    name = isolate(material.text(site.word))
    delete = Press(_("Delete it and tell people"), "trash-2", TakeBack(site.id))
    if site.post is not None:
        words = _("Somebody wrote in your name at {site}:").format(site=name)
        quote = material.text(site.post)
        make = partial(Strip, words, "undo-2", "warn", (delete,), act, quote=quote)
        parts.append(Part((site.id, "post"), None, make))
    elif any(each.misused for each in site.tasks):
        words = _("You wrote here in another person's name.")
        make = partial(Strip, words, "undo-2", "warn", (delete,), act)
        parts.append(Part((site.id, "misused"), None, make))
    return parts


def _who(site: SiteView, material: Material, act: Act) -> list[Part]:
    """Who is signed in, and the way out."""
    out = Press(_("Log out"), "log-out", LogOut(), "primary", back=site.mine)
    words = _("You are signed in.")
    if site.person is not None:
        words = _("{person} is still signed in here.").format(
            person=isolate(material.text(site.person))
        )
    tone: Tone = "primary" if site.mine else "accent"
    make = partial(Strip, words, "circle-user-round", tone, (out,), act)
    return [Part((site.id, "who"), words, make)]


def _browser(site: SiteView, act: Act) -> list[Part]:
    """What the browser asks about the password, or keeps of it."""
    if site.offer == "open" and site.mine:
        answers = (
            Press(_("No, do not remember"), "x", Answer(keep=False)),
            Press(_("Yes, remember"), "key-round", Answer(keep=True)),
        )
        asks = _("The browser asks: shall it remember this password?")
        make = partial(Strip, asks, "key-round", "accent", answers, act)
        return [Part((site.id, "asks"), None, make)]
    if site.offer == "kept":
        forget = (Press(_("Let it forget"), "trash-2", Forget(site.id)),)
        keeps = _("The browser keeps your password for this site.")
        make = partial(Strip, keeps, "key-round", "warn", forget, act)
        return [Part((site.id, "keeps"), None, make)]
    return []


def _form(keys: tuple[KeyView, ...], site: SiteView, material: Material, act: Act) -> list[Part]:
    """The form to sign in: nobody types a password, a card is chosen."""
    title = _("Sign in to {site}").format(site=isolate(material.text(site.word)))
    parts = [Part((site.id, "title"), None, partial(Text, title, "large", "bold"))]
    if site.wrong_key:
        words = _("This card does not open it. Choose another one.")
        make = partial(Strip, words, "undo-2", "warn", (), act)
        parts.append(Part((site.id, "wrong"), None, make))

    def tick() -> QWidget:
        field = CheckField(_("Stay signed in"), site.ticked)
        field.clicked.connect(lambda: act(Tick()))
        return field

    def cards() -> QWidget:
        tiles = [
            (
                Tile(
                    material.text(key.word),
                    material.picture(key.picture) if key.picture else None,
                    "key-round",
                ),
                SignIn(key.id),
            )
            for key in keys
        ]
        return Tiles(tiles, act)

    choose = partial(Text, _("Choose the card with your password:"), "body")
    return [
        *parts,
        Part(Tick(), (site.id, site.ticked), tick),
        Part((site.id, "choose"), None, choose),
        Part((site.id, "cards"), None, cards),
    ]


def _task(site: SiteView, task: TaskView, material: Material, act: Act) -> Part:
    """Something to do here; what is done stays in sight."""
    words, action = material.text(task.word), DoTask(task.id)
    if task.done if site.mine else task.misused:
        make = partial(Strip, words, "check", "ok" if site.mine else "warn", (), act)
        return Part((site.id, task.id, "done"), site.mine, make)
    return Part(action, site.id, partial(button_for, Press(words, "arrow-right", action), act))
