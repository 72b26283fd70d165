"""The settings, the passphrase, where one is signed in, and the form that opened the account."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.plaza.offers import ACCOUNT
from trainer_app.domain.practice.plaza.state import Choose, Do, Undo
from trainer_app.domain.practice.plaza.views import FormFieldView
from trainer_app.domain.practice.scenario import WordId
from trainer_app.i18n import _
from trainer_app.ui.practice.pieces.rows import RowButton
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza import said
from trainer_app.ui.practice.plaza.bits import deed, heading, line, words
from trainer_app.ui.practice.plaza.me import knows
from trainer_app.ui.practice.plaza.passphrase import PassphraseEntry
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.panels import Card
from trainer_app.ui.widgets.text import Text


def settings(scene: Scene, _thing: str) -> list[Part]:
    """Every setting with its values, the passphrase, and where I am signed in."""
    parts = [
        Part(f"setting {name}", (value, _possible(scene, name, value)),
             partial(_setting, scene, name, value))
        for name, value in scene.view.settings
    ]  # fmt: skip
    parts.append(Part("passphrase", None, lambda: Card(PassphraseEntry(scene), pad=14)))
    if scene.view.devices:
        parts.append(heading("devices", _("Where you are signed in")))
        parts += [_device(scene, *each) for each in scene.view.devices]
    return parts


def _possible(scene: Scene, name: str, value: str) -> tuple[str, ...]:
    """The values that can be chosen now; some ask for another setting first."""
    values = scene.standing.values("setting", name)
    return tuple(
        each for each in values if each == value or scene.can(Choose("setting", name, each))
    )


def _setting(scene: Scene, name: str, value: str) -> QWidget:
    saying = said.setting(name)
    box = Card(line(saying.icon, saying.word, "ink", "body"), pad=14)
    if saying.more:
        box.add(Text(saying.more, "small", colour="muted", tight=True))
    for each in _possible(scene, name, value):
        option = said.value_of(name, each)
        button = RowButton(
            Saying(option.icon, option.word), chosen=each == value, about=saying.word
        )
        box.add(scene.does(button, Choose("setting", name, each)))
    return box


def _device(scene: Scene, device: str, word: WordId, signed_in: bool) -> Part:
    def make() -> QWidget:
        box = Card(line("laptop", scene.text(word), "ink", "body"), pad=14)
        state = _("Signed in") if signed_in else _("Signed out")
        box.add(line("circle-check" if signed_in else "log-out", state))
        action = (Do if signed_in else Undo)("sign-out", device)
        label = _("Sign out there") if signed_in else _("Sign in again")
        button = Button(label, icon="log-out" if signed_in else "log-in")
        button.setAccessibleDescription(scene.text(word))
        box.add(scene.does(button, action))
        return box

    return Part(f"device {device}", (word, signed_in), make)


def form(scene: Scene, _thing: str) -> list[Part]:
    """The lines that an account asks for, what follows from them, and opening it."""
    view = scene.view
    intro = _("What do you want to give? Some lines you can leave empty.")
    parts = [] if view.account_open else [words("intro", intro)]
    parts += [_field(scene, each) for each in view.form]
    title = _("What Plaza now knows")
    if view.knows:
        parts += knows(scene, title)
    else:
        parts.append(words("knows-none", _("Plaza knows nothing about you yet."), colour="muted"))
    close = Saying("trash-2", _("Close the account"), _("You can open it again."))
    if view.account_open:
        return parts + deed(scene, "open-account", ACCOUNT, close, close, danger=True)
    action = Do("open-account", ACCOUNT)
    ready = scene.can(action)
    return [*parts, Part("open", ready, lambda: _open(scene, ready))]


def _open(scene: Scene, ready: bool) -> QWidget:
    button = Button(_("Open the account"), "primary", icon="check")
    button.setEnabled(ready)
    if ready:
        scene.does(button, Do("open-account", ACCOUNT))
        return button
    return Card(button, line("info", _("First fill in what is needed.")), pad=14)


def _field(scene: Scene, field: FormFieldView) -> Part:
    title = scene.text(field.word)
    possible = tuple(
        each for each, _word in field.options
        if each == field.chosen or scene.can(Choose("form", field.id, each))
    )  # fmt: skip

    def make() -> QWidget:
        box = Card(Text(title, "body", "semibold", tight=True), pad=14)
        if field.needed:
            box.add(line("star", _("Needed")))
        else:
            box.add(line("info", _("You can leave this empty.")))
        if field.options:
            _add_options(scene, box, field, title)
        else:
            _add_giving(scene, box, field, title)
        return box

    return Part(f"form {field.id}", (field, possible, scene.view.account_open), make)


def _add_options(scene: Scene, box: Card, field: FormFieldView, title: str) -> None:
    for value, word in field.options:
        chosen = value == field.chosen
        if chosen or scene.can(Choose("form", field.id, value)):
            row = RowButton(Saying("pencil", scene.text(word)), chosen=chosen, about=title)
            box.add(scene.does(row, Choose("form", field.id, value)))
    empty = Choose("form", field.id, "")
    if field.chosen and scene.can(empty):
        button = Button(_("Leave it empty"), "quiet", icon="undo", size="small")
        button.setAccessibleDescription(title)
        box.add(scene.does(button, empty))


def _add_giving(scene: Scene, box: Card, field: FormFieldView, title: str) -> None:
    action = (Undo if field.given else Do)("give", field.id)
    if field.given:
        box.add(line("circle-check", _("You gave it."), "ok"))
    if not scene.can(action):
        return
    word = _("Leave it empty") if field.given else _("Give it")
    button = Button(word, icon="undo" if field.given else "check")
    button.setAccessibleDescription(title)
    box.add(scene.does(button, action))
