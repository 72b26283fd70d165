"""Reporting something: the reasons, and what follows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.plaza.state import Choose
from trainer_app.i18n import _
from trainer_app.ui.practice.pieces.rows import RowButton, Wrapping
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza import said
from trainer_app.ui.practice.plaza.bits import line, words
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.panels import Panel


def report(scene: Scene, thing: str) -> list[Part]:
    """Reasons to report something, and what follows."""
    now = scene.standing.choice("report", thing)
    parts = [words("why", _("What is wrong? Choose the reason that fits best."))]
    for value in scene.standing.values("report", thing):
        if not value:
            continue
        parts.append(_reason(scene, thing, value, value == now))
    if now:
        follows = said.reason(now).more
        parts.insert(1, Part("follows", follows, lambda: _follows(scene, thing, follows)))
    return parts


def _reason(scene: Scene, thing: str, value: str, chosen: bool) -> Part:
    saying = said.reason(value)

    def make() -> QWidget:
        short = Saying(saying.icon, saying.word)
        return scene.does(RowButton(short, chosen=chosen), Choose("report", thing, value))

    return Part(f"report {value}", chosen, make)


def _follows(scene: Scene, thing: str, words_of: str) -> QWidget:
    box = Panel("ok_tint", None, radius=12, pad=12)
    box.body.addWidget(
        line("circle-check", _("Thank you. {follows}").format(follows=words_of), "ok", "body")
    )
    back = Button(_("Take the report back"), icon="undo")
    box.body.addWidget(Wrapping([scene.does(back, Choose("report", thing, ""))]))
    return box
