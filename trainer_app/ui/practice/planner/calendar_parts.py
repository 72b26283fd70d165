"""The calendar of a plan: choose a post, then a time, then a day of the two weeks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.planner_state import Action, Place, TakeOff
from trainer_app.domain.practice.planner_view import DayView, ItemView, PlanView
from trainer_app.domain.practice.plaza.reach import HOURS
from trainer_app.i18n import _
from trainer_app.ui.practice.pieces.laid_out import grid, heading, line_of, row
from trainer_app.ui.practice.pieces.picture_card import CardLook, PictureCard, pressing
from trainer_app.ui.practice.pieces.saying import Saying, hour
from trainer_app.ui.practice.pieces.shelf import GOES_BACK, Part
from trainer_app.ui.practice.planner.day_button import DayButton, DayLook
from trainer_app.ui.practice.planner.words import when_words
from trainer_app.ui.practice.stage_screen import Material

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Choosing:
    """What is in the hand: a post and a time, "" while none is chosen."""

    item: str = ""
    hour: str = ""


def calendar_parts(
    view: PlanView,
    choosing: Choosing,
    material: Material,
    choose: Callable[[Choosing], None],
    act: Callable[[Action], None],
) -> list[Part]:
    """Posts, times, days; a day can be pressed when a post and a time are chosen."""
    items = [_item(each, choosing, material, choose) for each in view.items]
    hours = [_hour(each, choosing, choose) for each in HOURS]
    parts = [
        heading(_("1. Choose a post")),
        grid("items", items, 220, 3),
        heading(_("2. Choose a time")),
        grid("hours", hours, 110, 4),
        heading(_("3. Press a day")),
    ]
    for week in range(0, len(view.days), _WEEK):
        days = [_day(each, choosing, material, act) for each in view.days[week : week + _WEEK]]
        parts.append(grid(("week", week), days, 88, _WEEK, gap=4))
    placed = next((each for each in view.items if each.id == choosing.item and each.day), None)
    if placed is not None:
        parts.append(_off(placed, act))
    return parts


def _item(
    item: ItemView, choosing: Choosing, material: Material, choose: Callable[[Choosing], None]
) -> Part:
    icon = "eye" if item.to_mend else "calendar-check" if item.day else "calendar"
    when = when_words(item)
    more = " · ".join((when, _("Look again"))) if item.to_mend else when
    chosen = Choosing(item.id, choosing.hour)
    saying = Saying(icon, material.text(item.word), more)
    mine = choosing.item == item.id
    return row(("item", item.id), saying, partial(choose, chosen), chosen=mine)


def _hour(name: str, choosing: Choosing, choose: Callable[[Choosing], None]) -> Part:
    chosen = Choosing(choosing.item, name)
    mine = choosing.hour == name
    saying = hour(name)

    look = CardLook(line_of(saying.word), sign=saying.icon, chosen=mine)
    make = partial(_tall, look, partial(choose, chosen))
    return Part(("hour", name), (look, chosen), make)


def _tall(look: CardLook, act: Callable[[], None]) -> QWidget:
    return pressing(PictureCard(look, tall=True), act)


def _day(
    day: DayView, choosing: Choosing, material: Material, act: Callable[[Action], None]
) -> Part:
    look = DayLook(
        number=day.number,
        special=tuple(material.text(each) for each in day.special),
        planned=tuple(
            (material.text(each.word), hour(each.hour).word.lower()) for each in day.items
        ),
        rest=day.rest,
        to_mend=any(each.to_mend for each in day.items),
    )
    place = Place(choosing.item, day.number, choosing.hour)
    able = bool(choosing.item and choosing.hour)

    def make() -> QWidget:
        button = DayButton(look)
        button.setEnabled(able)
        button.clicked.connect(lambda: act(place))
        return button

    return Part(("day", day.number), (look, place), make)


def _off(item: ItemView, act: Callable[[Action], None]) -> Part:
    off = TakeOff(item.id)
    part = row(off, Saying("undo-2", _("Take it off the calendar")), partial(act, off))

    def make() -> QWidget:
        widget = part.make()
        widget.setProperty(GOES_BACK, True)
        return widget

    return Part(part.key, part.shows, make)
