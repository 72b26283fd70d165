"""A story as a column: its steps in time, how far a post spreads, what can be done now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.consequences import Action, Choose, GoOn, Turn
from trainer_app.domain.practice.consequences_view import ChoiceView, SceneView, StoryView
from trainer_app.i18n import _
from trainer_app.ui.practice.consequences.chart import Spread
from trainer_app.ui.practice.consequences.words import moment_words, thread_words
from trainer_app.ui.practice.pieces.bubbles import Bubble
from trainer_app.ui.practice.pieces.faces import Face
from trainer_app.ui.practice.pieces.laid_out import beside, grid, heading, row, stacked
from trainer_app.ui.practice.pieces.picture_card import CardLook, PictureCard, pressing
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.stage_screen import Material
from trainer_app.ui.theme import Token
from trainer_app.ui.widgets import Button, Card, FlowGrid, Icon, Notice, SvgPicture, Text

Act = Callable[[Action], None]
NOW = "now"


def thread_parts(view: StoryView, material: Material, act: Act) -> list[Part]:
    """The stories to choose from, where there are more than one."""
    if len(view.threads) < 2:
        return []
    rows = [
        row(
            Turn(each.id),
            thread_words(each, material.text(each.word)),
            partial(act, Turn(each.id)),
            chosen=each.id == view.thread,
        )
        for each in view.threads
    ]
    return [grid("threads", rows, 240, 3)]


def story_parts(view: StoryView, material: Material, act: Act) -> list[Part]:
    """The steps so far, the last one large, and what can be done."""
    parts: list[Part] = []
    for at, step in enumerate(view.steps):
        key = (view.thread, at, step.id)
        if step.chose is not None:
            chose = partial(Bubble, material.line(step.chose), sent=True)
            parts.append(Part(("chose", *key), step.chose, chose))
        if at < len(view.steps) - 1:
            parts.append(Part(("past", *key), step, partial(_past, step, material)))
        else:
            # Later steps leave room for those before, and for what can be done.
            high = 150 if view.days else 200 if at == 0 else 130
            parts.append(Part(NOW, (key, step), partial(_scene, step, material, high)))
    now = view.steps[-1]
    spread: list[Part] = []
    if view.days:
        make = partial(Spread, view.people, view.days, view.without)
        spread.append(Part(("spread", view.thread), view.days, make))
    if now.good and not view.choices:
        words = _("This story ends well.")
        spread.append(Part("good", words, partial(Notice, words, "ok")))
    ways = _ways(view, material, act)
    # At first there is a choice to be seen; later, what came of it is read before the next one.
    return [*parts, *ways, *spread] if len(view.steps) == 1 else [*parts, *spread, *ways]


def _ways(view: StoryView, material: Material, act: Act) -> list[Part]:
    parts: list[Part] = []
    if view.choices:
        parts.append(heading(_("What do you do?")))
        cards = [_choice(each, material, act) for each in view.choices]
        parts.append(grid("choices", cards, 280, 2))
    if view.may_go_on:
        parts.append(Part(GoOn(), None, partial(_go_on, act)))
    return parts


def _go_on(act: Act) -> QWidget:
    button = Button(_("See what happens next"), "primary", icon="arrow-right", icon_last=True)
    button.clicked.connect(lambda: act(GoOn()))
    return button


def _choice(choice: ChoiceView, material: Material, act: Act) -> Part:
    action = Choose(choice.id)
    look = CardLook(
        material.line(choice.word),
        picture=material.picture(choice.picture) if choice.picture else None,
        sign="hand",
        note=_("You know what comes of it") if choice.tried else "",
    )
    return Part(action, look, lambda: pressing(PictureCard(look), partial(act, action)))


def _past(step: SceneView, material: Material) -> QWidget:
    """A step that is over: when it was, and what happened, small."""
    when = Text(moment_words(step.moment), "small", "bold", colour="muted", tight=True)
    words = Text(material.line(step.word), "small", tight=True)
    sign = Icon("eye", "warn", 22) if step.harm else Icon("clock", "muted", 22)
    return beside(sign, stacked(when, words), top=True)


def _scene(step: SceneView, material: Material, high: int) -> QWidget:
    """What happens now: when it is, a picture, who speaks, what is said. `high`: of the picture."""
    when = moment_words(step.moment)
    if step.harm:
        when = " · ".join((when, _("Look again")))
    tone: Token = "warn" if step.harm else "primary_strong"
    sign = Icon("eye" if step.harm else "clock", tone, 24)
    title = beside(sign, Text(when, "body", "bold", colour=tone, tight=True))
    words: QWidget = Text(material.line(step.word), "large")
    if step.person is not None:
        name = material.text(step.person)
        face = Face(material.picture(step.face) if step.face else None, name)
        said = stacked(Text(name, "small", "bold", colour="muted", tight=True), words)
        words = beside(face, said, top=True)
    card = Card(title, pad=16)
    if not step.picture:
        card.add(words)
        return card
    halves = FlowGrid(260, most=2)
    picture = material.picture(step.picture)
    halves.add(SvgPicture(picture, material.text(step.word), most=high), words)
    card.add(halves)
    return card
