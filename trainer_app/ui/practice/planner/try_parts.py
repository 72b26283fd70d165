"""Trying a plan out: whether it can be, the figures of the last two tries, what was changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.planner_state import Action, Restore, Run
from trainer_app.domain.practice.planner_view import FigureView, PlanView
from trainer_app.i18n import _, isolate
from trainer_app.ui.practice.pieces.laid_out import beside, row, stacked
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.planner.words import engaged_words, euros, people_words, view_words
from trainer_app.ui.practice.stage_screen import Material
from trainer_app.ui.widgets import Button, Card, FlowGrid, Icon, Notice, ProgressBar, Text

Act = Callable[[Action], None]


def try_parts(view: PlanView, material: Material, act: Act) -> list[Part]:
    """The button to try the plan out, or why not yet; then what came of it."""
    parts: list[Part] = []
    if view.may_run:
        parts.append(Part(Run(), None, partial(_run, act)))
    else:
        words = _why_not(view)
        parts.append(Part("why-not", words, partial(Notice, words, "primary")))
    if view.changed:
        names = tuple(material.text(each) for each in view.changed)
        parts.append(Part("changed", names, partial(_changed, names)))
        saying = Saying("undo-2", _("Put the plan back as it was"))
        parts.append(row(Restore(), saying, partial(act, Restore())))
    if view.tried:
        make = partial(_figures, view, material)
        parts.append(Part("tried", view.tried, make))
    return parts


def _why_not(view: PlanView) -> str:
    steps = [step for step in view.steps if not step.after_run]
    if not all(step.filled for step in steps):
        return _("Fill every step first. Then you can try the plan out.")
    if view.tried and not view.changed:
        return _("Change one step of the plan. Then try it out again.")
    if len(view.changed) > 1 and view.compares:
        return _("More than one step is changed. Then nobody knows which one helped.")
    return _("Look at the steps again. Then try the plan out.")


def _run(act: Act) -> QWidget:
    button = Button(_("Try it out"), "primary", icon="play")
    button.clicked.connect(lambda: act(Run()))
    return button


def _changed(names: Sequence[str]) -> QWidget:
    """What is another than at the last try."""
    title = Text(_("Changed since the last try"), "small", "bold", colour="muted", tight=True)
    lines = [beside(Icon("pencil", "primary", 20), Text(each, tight=True)) for each in names]
    return Card(stacked(title, *lines, gap=4), pad=12)


def _figures(view: PlanView, material: Material) -> QWidget:
    """The last two tries side by side, the newest first; the longest bar is the most people."""
    most = max((each.people for tried in view.tried for each in tried), default=1)
    names = [_("Now"), _("The try before")] if len(view.tried) > 1 else [_("Now")]
    sides = FlowGrid(300, 12, most=2)
    for name, tried in zip(names, reversed(view.tried), strict=True):
        card = Card(Text(name, "body", "bold", colour="primary_strong", tight=True), pad=14)
        for figure in tried:
            card.add(_figure(figure, most, material))
        sides.add(card)
    pretend = _("These figures are pretend. They come from a small model.")
    return stacked(sides, Text(pretend, "small", colour="muted"), gap=8)


def _figure(figure: FigureView, most: int, material: Material) -> QWidget:
    name = material.text(figure.word)
    title = f"{isolate(name)} · {isolate(euros(figure.euros))}" if figure.euros else name
    people = people_words(figure.people)
    return stacked(
        Text(title, "body", "semibold", tight=True),
        ProgressBar(figure.people, max(1, most), f"{name}: {people}"),
        beside(Icon("users", "primary", 20), Text(people, "small", tight=True)),
        beside(Icon("eye", "muted", 20), Text(view_words(figure.views), "small", tight=True)),
        beside(
            Icon("heart", "accent", 20), Text(engaged_words(figure.engaged), "small", tight=True)
        ),
        gap=4,
    )
