"""The page of a step: cards to choose, own words, or money to spread."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.planner_state import Action, Pick, Spend, TakeOff, Write
from trainer_app.domain.practice.planner_view import OptionView, PlanView, StepView
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.ui.practice.keyboard.practice_field import PracticeField
from trainer_app.ui.practice.pieces.laid_out import grid, heading
from trainer_app.ui.practice.pieces.picture_card import CardLook, PictureCard, pressing
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.planner.words import euros
from trainer_app.ui.practice.stage_screen import Material
from trainer_app.ui.widgets import Button, Card, FlowRow, Notice, ProgressBar, Text

Act = Callable[[Action], None]


def step_parts(view: PlanView, step: StepView, material: Material, act: Act) -> list[Part]:
    """What a step is filled with; a calendar has a module of its own."""
    if not step.open:
        words = _("This step opens when you have tried the plan out.")
        return [Part("locked", words, partial(Notice, words, "primary", icon="lock"))]
    if step.takes == "budget":
        return _money(view, step, material, act)
    parts: list[Part] = []
    if step.options:
        parts += [_how_many(step), grid(("cards", step.id), _cards(step, material, act), 200, 4)]
    if step.example is not None:
        parts += _own_words(step, material, act)
    return parts


def field_key(step: str) -> Hashable:
    """Under which key the field of a step stands."""
    return ("field", step)


def card_key(option: str) -> Hashable:
    """Under which key the card of an option stands, chosen or not."""
    return ("card", option)


def _how_many(step: StepView) -> Part:
    """How many cards may be chosen; with several, how many are."""
    if step.most == 1:
        return heading(_("Choose one"))
    count = len(step.chosen)
    words = ngettext(
        "Choose up to {most}. You have {count}.", "Choose up to {most}. You have {count}.", count
    ).format(most=step.most, count=count)
    return Part("how-many", words, partial(Text, words, "body", "bold", colour="primary_strong"))


def _cards(step: StepView, material: Material, act: Act) -> list[Part]:
    return [_card(each, material, act) for each in step.options]


def _card(option: OptionView, material: Material, act: Act) -> Part:
    action = TakeOff(option.id) if option.chosen else Pick(option.id)
    look = CardLook(
        material.line(option.word),
        picture=material.picture(option.picture) if option.picture else None,
        chosen=option.chosen,
        to_mend=option.to_mend,
    )
    make = partial(_tall, look, partial(act, action))
    return Part(card_key(option.id), look, make)


def _tall(look: CardLook, act: Callable[[], None]) -> QWidget:
    return pressing(PictureCard(look, tall=True), act)


def _own_words(step: StepView, material: Material, act: Act) -> list[Part]:
    assert step.example is not None
    example = _("For example: {words}").format(words=isolate(material.text(step.example)))
    label = _("Or in your own words") if step.options else _("In your own words")

    def make() -> QWidget:
        field = PracticeField(label, step.text, language=material.words.language, lines=2)
        field.done.connect(lambda text: act(Write(step.id, text)))
        return field

    hint = partial(Text, example, "small", colour="muted")
    return [Part(field_key(step.id), None, make), Part(("example", step.id), None, hint)]


def _money(view: PlanView, step: StepView, material: Material, act: Act) -> list[Part]:
    if not step.options:
        words = _("No card of the plan takes money yet. Choose a place first.")
        return [Part("no-money", words, partial(Notice, words, "primary", icon="coins"))]
    parts = [Part("left", (view.left, view.budget), partial(_left, view))]
    for option in step.options:
        shows = (option.euros, option.word)
        parts.append(Part(("money", option.id), shows, partial(Coins, option, view, material, act)))
    return parts


def _left(view: PlanView) -> QWidget:
    """How much of the budget is left, or how much is too much."""
    if view.left < 0:
        words = _("That is {amount} too much.").format(amount=euros(-view.left))
        return Notice(words, "warn", icon="coins")
    words = _("{left} left of {all}").format(left=euros(view.left), all=euros(view.budget))
    card = Card(Text(words, "body", "bold", tight=True), pad=12)
    card.add(ProgressBar(view.budget - view.left, view.budget, words))
    return card


class Coins(Card):
    """What goes to one channel: a button for each amount. Signals: none; see `controls`."""

    def __init__(self, option: OptionView, view: PlanView, material: Material, act: Act) -> None:
        super().__init__(pad=12)
        name = material.text(option.word)
        self.add(Text(material.line(option.word), "body", "semibold", tight=True))
        row = QWidget()
        flow = FlowRow(row, 6)
        self.controls: dict[Hashable, QWidget] = {}
        for amount in range(0, view.budget + view.coin + 1, view.coin):
            chosen = amount == option.euros
            button = Button(
                euros(amount),
                "primary" if chosen else "secondary",
                icon="check" if chosen else None,
                size="small",
            )
            said = _("Chosen") if chosen else ""
            button.setAccessibleName(f"{name}: {euros(amount)}")
            button.setAccessibleDescription(said)
            action = Spend(option.id, amount)
            button.clicked.connect(lambda _=False, action=action: act(action))
            self.controls[action] = button
            flow.addWidget(button)
        policy = row.sizePolicy()
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        self.add(row)
