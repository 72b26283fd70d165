"""The privacy part of a person's page: what is said before, and which choice is the safe one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from centres import Centre, Clock, Evening
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import button, click, plain, too_small, too_wide, words
from trainer_app.domain.attendance import Status
from trainer_app.services.erasing import Erasing
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.widgets import DateField, Dialog
from trainer_app.ui.workshop.person import PersonPage

NAME = "Fatoumata Diallo"


@pytest.fixture
def evening(centre: Centre) -> Evening:
    """A session that is over, with a mark of somebody of whom something is known."""
    made = centre.evening(NAME, "Rosa")
    person = made.people[0]
    centre.enrolling.save_person(replace(person, phone="+31 6 1234", birth_year=1984))
    centre.attending.start_now(made.session.id)
    centre.attending.mark(made.session.id, person.id, Status.PRESENT)
    centre.sit(person)
    centre.seats.leave()
    centre.clock.forward(minutes=60)
    centre.attending.end_now(made.session.id)
    return made


@pytest.fixture
def erasing(centre: Centre) -> Erasing:
    backups = Safekeeping(centre.ledger, centre.clock.now)
    return Erasing(centre.ledger, lambda: centre.door.authority, backups.forget_old)


@pytest.fixture
def page_of(
    centre, library, erasing, bridge: Bridge, clock: Clock, tmp_path
) -> Callable[[str], PersonPage]:
    return lambda person: PersonPage(
        centre.enrolling,
        centre.seats,
        centre.courses,
        library,
        centre.attending,
        bridge,
        person,
        erasing=erasing,
        choose_file=lambda name: tmp_path / name,
        now=clock.now,
    )


def asked(page: PersonPage) -> Dialog:
    """The question in front of the page."""
    QApplication.processEvents()
    (dialog,) = (one for one in page.findChildren(Dialog) if one.isVisible())
    return dialog


def test_what_goes_and_what_stays_is_said_before(evening, page_of, show, qtbot):
    page = show(page_of(evening.people[0].id))
    click(qtbot, page, "Erase…")
    said = words(asked(page))
    assert f"Erase {NAME}?" in said
    assert "Name, Year of birth, Phone, Pictures to sign in with and Participant number" in said
    assert "1 time at a laptop, 0 lessons" in said
    assert "1 mark in a session, as a count without name or number." in said
    assert "Files and lists that were saved or printed" in said


def test_escape_and_the_first_button_are_the_safe_choice(centre, evening, page_of, show, qtbot):
    page = show(page_of(evening.people[0].id))
    click(qtbot, page, "Erase…")
    assert QApplication.focusWidget() is button(asked(page), "Do not erase")
    qtbot.keyClick(asked(page), Qt.Key.Key_Escape)
    click(qtbot, page, "Erase…")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert centre.enrolling.person(evening.people[0].id).name == NAME


def test_the_button_that_erases_names_the_person(centre, evening, page_of, show, qtbot, troubles):
    page = show(page_of(evening.people[0].id))
    click(qtbot, page, "Erase…")
    with qtbot.waitSignal(page.gone):
        click(qtbot, asked(page), f"Erase {NAME}")
    assert [person.name for person in centre.enrolling.people()] == ["Rosa"]
    assert troubles == []


def test_who_was_erased_elsewhere_meanwhile_is_gone_here_too(
    centre, evening, erasing, page_of, show, qtbot, bridge
):
    page = show(page_of(evening.people[0].id))
    erasing.erase(evening.people[0].id)
    with qtbot.waitSignal(page.gone):
        bridge.changed.emit(frozenset({"people", "attendance", "sittings"}))
    bridge.changed.emit(frozenset({"pictures", "work"}))


def test_kept_only_for_the_funder_and_shown_again(
    centre, evening, erasing, page_of, show, qtbot, troubles
):
    page = show(page_of(evening.people[0].id))
    click(qtbot, page, "Keep only for the funder…")
    dialog = asked(page)
    keep = button(dialog, "Keep only for the funder")
    assert not keep.isEnabled()
    qtbot.keyClicks(QApplication.focusWidget(), "Contract of AMIF")
    assert keep.isEnabled()
    field = dialog.findChild(DateField)
    assert field is not None
    field.control.setFocus()
    for typed, ready in (("no day", False), ("2020-01-01", False), ("2028-12-31", True)):
        field.control.selectAll()
        qtbot.keyClicks(field.control, typed)
        assert keep.isEnabled() == ready, typed
    click(qtbot, dialog, "Keep only for the funder")
    assert [one.until for one in erasing.restricted()] == [date(2028, 12, 31)]
    assert "Kept only for the funder until 31 Dec 2028. In no list, but in reports." in words(page)
    click(qtbot, page, "Show in lists again")
    assert erasing.restricted() == []
    assert "Kept only for the funder" not in words(page)
    assert troubles == []


def test_a_copy_of_all_that_is_held(evening, page_of, show, qtbot, tmp_path: Path):
    page = show(page_of(evening.people[0].id))
    click(qtbot, page, "Give a copy of what we hold")
    file = tmp_path / f"person-{evening.people[0].number}.html"
    assert NAME in file.read_text("utf-8")


def test_a_substitute_does_not_see_it(centre, evening, page_of, show):
    centre.ledger.substitute = True
    page = show(page_of(evening.people[0].id))
    assert "Privacy" not in words(page)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_fits_and_can_be_hit(
    scale, language, qapp, evening, page_of, show, qtbot: QtBot
) -> None:
    theme.apply(qapp, theme.Theme("light", scale, language, dense=True))
    page = show(page_of(evening.people[0].id))
    assert too_wide(page) == []
    assert page._privacy is not None
    assert too_small(page._privacy, 40) == []
    qtbot.mouseClick(page._privacy.erase, Qt.MouseButton.LeftButton)
    assert too_wide(asked(page)) == []
    assert plain(asked(page).accessibleName()) == f"Erase {NAME}?"
