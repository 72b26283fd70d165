"""Words of other languages are longer, and money has spaces inside: nothing is cut for that."""

from __future__ import annotations

import pytest

from trainer_app.ui import widgets as w
from trainer_app.ui.theme import Theme, current
from trainer_app.ui.widgets.lettering import Lettering

# The offscreen platform says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize("gap", ["\u00a0", "\u202f"])
def test_an_amount_is_one_word(gap):
    amount = Lettering(f"125,00{gap}EUR", "title", "bold")
    assert amount.longest_word() >= amount.natural_width()
    parted = Lettering("125,00 EUR", "title", "bold")
    assert parted.longest_word() < parted.natural_width()


def test_a_choice_asks_for_the_room_of_its_longest_word(shown):
    short = w.ChoiceField("Role", [("a", "Tutor"), ("b", "Guest")], "a")
    longer = w.ChoiceField("Role", [("a", "Tutor"), ("b", "Учасник, учасниця")], "a")
    sentence = w.ChoiceField("Role", [("a", "A sentence that no room is wide enough for " * 3)])
    assert short.control.minimumSizeHint().width() < longer.control.minimumSizeHint().width()
    shown(longer, longer.control.minimumSizeHint().width(), 100)
    words = longer.control.fontMetrics().horizontalAdvance("Учасник, учасниця")
    assert words < longer.control.width() < current().px(280)
    assert sentence.control.minimumSizeHint().width() == current().px(280)


def test_a_hint_has_room_to_be_read(dress, shown):
    dress(Theme(dense=True))
    hint = "Par exemple\u00a0: Premier rapport"
    field = w.TextField("Son nom", hint=hint)
    shown(field, field.control.minimumWidth(), 90)
    assert field.control.fontMetrics().horizontalAdvance(hint) + 20 < field.control.width()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_places_fit_beside_the_bar_that_scrolls_them(dress, shown, scale):
    dress(Theme(scale=scale, dense=True))
    places = [w.Place(str(at), "Today", "calendar-check") for at in range(9)]
    side = shown(w.SideNav(("sprout", "Room"), places, "0", narrow=True), 200, 300)
    scroller = side.findChild(w.Scroller)
    assert scroller.verticalScrollBar().maximum() > 0
    assert scroller.widget().minimumSizeHint().width() <= scroller.viewport().width()
