"""The page of who need not be kept any longer: dates are said, nobody goes without a word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from centres import Centre, Clock, Evening
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import button, cells, click, plain, too_wide, words
from trainer_app.domain.attendance import Status
from trainer_app.domain.funding.projects import Project
from trainer_app.services.erasing import Erasing
from trainer_app.services.funding.projects import Projects
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.widgets import DateField, Dialog
from trainer_app.ui.workshop.due import DuePage


@pytest.fixture
def evening(centre: Centre) -> Evening:
    """Two people of a project whose term has ended, on a day long after it."""
    made = centre.evening("Amina", "Rosa")
    centre.attending.start_now(made.session.id)
    centre.attending.mark(made.session.id, made.people[0].id, Status.PRESENT)
    centre.attending.end_now(made.session.id)
    Projects(centre.ledger).save(Project("P-7", None, date(2026, 12, 31)))
    centre.clock.forward(days=100)
    return made


@pytest.fixture
def erasing(centre: Centre) -> Erasing:
    backups = Safekeeping(centre.ledger, centre.clock.now)
    return Erasing(centre.ledger, lambda: centre.door.authority, backups.forget_old)


@pytest.fixture
def page_of(centre, erasing, bridge: Bridge, clock: Clock) -> Callable[[], DuePage]:
    return lambda: DuePage(Projects(centre.ledger), erasing, bridge, now=clock.now)


def asked(page: DuePage) -> Dialog:
    """The question in front of the page."""
    QApplication.processEvents()
    (dialog,) = (one for one in page.findChildren(Dialog) if one.isVisible())
    return dialog


def test_each_one_stands_there_with_the_dates(evening, page_of, show):
    page = show(page_of())
    assert "This laptop says that today is Thursday, 4 March 2027." in words(page)
    assert cells(page) == [
        ["Amina", "A1", "P-7 ended on 31 Dec 2026. Last seen on 24 Nov 2026."],
        ["Rosa", "A2", "P-7 ended on 31 Dec 2026."],
    ]


def test_nobody_goes_by_escape_and_all_go_by_one_word(centre, evening, page_of, show, qtbot):
    page = show(page_of())
    click(qtbot, page, "Erase 2 people")
    said = words(asked(page))
    assert "This laptop says that today is Thursday, 4 March 2027." in said
    assert "Their terms ended between 31 Dec 2026 and 31 Dec 2026." in said
    assert "Amina and Rosa" in said
    qtbot.keyClick(asked(page), Qt.Key.Key_Escape)
    assert len(centre.enrolling.people()) == 2
    click(qtbot, page, "Erase 2 people")
    click(qtbot, asked(page), "Erase 2 people")
    assert centre.enrolling.people() == []
    assert "Nobody is due now." in words(page)


def test_one_by_one(centre, evening, page_of, show, qtbot, troubles):
    page = show(page_of())
    page._table.chosen.emit(evening.people[1].id, "name")
    assert "P-7 ended on 31 Dec 2026." in words(asked(page))
    click(qtbot, asked(page), "Erase Rosa")
    assert [person.name for person in centre.enrolling.people()] == ["Amina"]
    assert troubles == []


def test_a_longer_term_keeps_them(centre, evening, page_of, show, qtbot):
    page = show(page_of())
    field = page.findChild(DateField)
    assert plain(field.accessibleName() or field.control.accessibleName()).startswith(
        "Keep the people of P-7 until"
    )
    field.control.setFocus()
    field.control.selectAll()
    qtbot.keyClicks(field.control, "2030-12-31")
    click(qtbot, page, "Save")
    assert "Nobody is due now." in words(page)
    found = Projects(centre.ledger).all()
    assert [(one.name, one.keep_until) for one in found] == [("P-7", date(2030, 12, 31))]


def test_who_is_kept_for_the_funder_can_be_opened(centre, evening, erasing, page_of, show, qtbot):
    person = evening.people[0].id
    erasing.restrict(person, date(2028, 1, 1), "AMIF")
    page = show(page_of())
    assert ["Amina", "1 Jan 2028"] in cells(page)
    with qtbot.waitSignal(page.person_opened, check_params_cb=lambda id: id == person):
        page._kept.chosen.emit(person, "name")


def test_laptops_that_have_not_heard_are_named(centre, evening, erasing, page_of, show):
    body = {"laptop": "another", "code": "BQX", "sign_key": "00" * 32, "invitation": None}
    centre.ledger.write(centre.door.authority.draft("laptop-admitted", body))
    erasing.erase(evening.people[0].id)
    assert "Laptop BQX has not heard yet whom you erased." in words(show(page_of()))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_fits(scale, language, qapp, evening, page_of, show, qtbot: QtBot) -> None:
    theme.apply(qapp, theme.Theme("light", scale, language, dense=True))
    page = show(page_of())
    assert too_wide(page) == []
    qtbot.mouseClick(button(page, "Erase 2 people"), Qt.MouseButton.LeftButton)
    assert too_wide(asked(page)) == []
