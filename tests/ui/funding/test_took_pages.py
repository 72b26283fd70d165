"""What a project took, by clicks and keys: hours of people, costs, partners and their logos."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from centres import Centre
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import button, cells, plain, too_wide, words
from trainer_app.bundles.packs.pixels import png_size
from trainer_app.domain.attendance import Role, Status
from trainer_app.domain.funding.projects import Cost, Partner
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.services.funding.spending import Spending
from trainer_app.services.pictures import Pictures
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.took import TookPage, TookView
from trainer_app.ui.funding.took_cost import CostFormPage
from trainer_app.ui.funding.took_partner import PartnerFormPage, written_share
from trainer_app.ui.funding.took_person import TookPersonPage
from trainer_app.ui.funding.took_work import WorkFormPage, new_work
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Table, Text

DAY = date(2026, 11, 24)
Show = Callable[[Page], Page]


@dataclass
class Held:
    """A project of which a session was held: Sanne led it, Noor helped for 100 minutes."""

    spending: Spending
    projects: Projects
    project: str
    noor: str
    amina_number: str
    sanne: str


@pytest.fixture
def held(centre: Centre, projects: Projects) -> Held:
    evening = centre.evening("Amina", "Noor")
    centre.attending.start_now(evening.session.id)
    centre.attending.mark(evening.session.id, evening.people[0].id, Status.PRESENT)
    noor = evening.people[1].id
    centre.attending.mark(evening.session.id, noor, Status.LATE, late=20, role=Role.HELPER)
    centre.clock.forward(minutes=120)
    centre.attending.end_now(evening.session.id)
    (known,) = projects.all()
    project = projects.save(replace(known, rate=1500)).id
    spending = Spending(centre.ledger, Participating(centre.ledger, lambda _lesson: ()), Pictures())
    number = evening.people[0].number
    return Held(spending, projects, project, noor, number, centre.ledger.trainer or "")


def page_of(held: Held, centre: Centre, part: str = "hours") -> TookPage:
    view = TookView(part)
    return TookPage(held.spending, held.projects, held.project, view, now=centre.clock.now)


def text(page: Page) -> str:
    return plain(words(page))


def test_hours_come_from_the_session(show: Show, centre: Centre, held: Held) -> None:
    page = show(page_of(held, centre))
    assert cells(page) == [
        ["Sanne", "Trainer", "2:00", "0:00", "2:00", "Not said yet"],
        ["Noor", "Volunteer", "1:40", "0:00", "1:40", "Without pay"],
    ]
    said = text(page)
    assert "Of 2:00 hours nobody has said whether they were paid." in said
    assert "2 people, 3:40 hours" in said
    assert "€25.00" in said


def test_a_row_opens_its_person_by_keyboard(
    show: Show, centre: Centre, held: Held, qtbot: QtBot
) -> None:
    page = show(page_of(held, centre))
    (table,) = page.findChildren(Table)
    table.setFocus()
    table.selectRow(1)
    with qtbot.waitSignal(page.person_opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [held.noor]


def test_days_narrow_what_is_shown(show: Show, centre: Centre, held: Held) -> None:
    page = show(page_of(held, centre))
    assert isinstance(page, TookPage)
    page.since.set_value(date(2026, 11, 25))
    page.since.changed.emit(date(2026, 11, 25))
    assert cells(page) == []
    assert "No hours yet." in text(page)
    page.until.set_value(DAY)
    page.until.changed.emit(DAY)
    assert page.until.error() == "The last day lies before the first."
    again = show(page_of(held, centre))
    again.recall(page.remember())
    assert cells(again) == []


def test_whether_a_trainer_is_paid_is_said_on_her_page(
    show: Show, bridge: Bridge, held: Held, qtbot: QtBot
) -> None:
    page = show(TookPersonPage(held.spending, bridge, held.project, held.sanne, TookView()))
    assert cells(page)[0][-1] == "Not said yet"
    button(page, "Without pay").click()
    assert "They are worth €30.00." in text(page)
    assert cells(page)[0][-1] == "Without pay"
    qtbot.waitUntil(lambda: button(page, "Without pay").hasFocus())
    button(page, "Paid").click()
    assert "of these 0:00 without pay" in text(page)
    assert cells(page)[0][-1] == "Paid"


def form_of(held: Held, bridge: Bridge, centre: Centre, who: str = "") -> WorkFormPage:
    return WorkFormPage(
        held.spending, bridge, held.project, new_work(who, DAY), back="x", now=centre.clock.now
    )


def test_hours_are_added_changed_and_taken_off(
    show: Show, bridge: Bridge, centre: Centre, held: Held, qtbot: QtBot
) -> None:
    form = show(form_of(held, bridge, centre))
    assert isinstance(form, WorkFormPage)
    button(form, "Save").click()
    assert form.who.error() == "Choose whose work it was."
    form.who.set_value(held.noor)
    button(form, "Save").click()
    assert form.task.error() == "Choose what it was for."
    form.task.set_value("prepare")
    form.minutes.set_value(45)
    with qtbot.waitSignal(form.saved):
        button(form, "Save").click()
    noor = held.spending.of(held.project).people[1]
    assert (noor.beside, noor.value) == (45, 3625)
    (typed,) = [work for work in noor.work if work.known == "typed"]
    person = show(TookPersonPage(held.spending, bridge, held.project, held.noor, TookView()))
    with qtbot.waitSignal(person.work_opened) as opened:
        person.findChildren(Table)[0].chosen.emit("0" if noor.work[0] is typed else "1", "task")
    assert opened.args == [typed.id]
    change = show(
        WorkFormPage(held.spending, bridge, held.project, typed, back="x", now=centre.clock.now)
    )
    with qtbot.waitSignal(change.removed) as removed:
        button(change, "Take these hours off").click()
    assert held.spending.of(held.project).people[1].beside == 0
    again = show(TookPersonPage(held.spending, bridge, held.project, held.noor, TookView()))
    assert isinstance(again, TookPersonPage)
    again.offer_undo(removed.args[0])
    assert "It is no longer on the list." in text(again)
    button(again, "Undo").click()
    assert held.spending.of(held.project).people[1].beside == 45
    assert "no longer" not in text(again)


def test_somebody_else_is_found_by_her_number(
    show: Show, bridge: Bridge, centre: Centre, held: Held, qtbot: QtBot, troubles: list
) -> None:
    form = show(form_of(held, bridge, centre))
    assert isinstance(form, WorkFormPage)
    form.who.set_value("by-number")
    form.who.changed.emit("by-number")
    form.task.set_value("own-words")
    form.task.changed.emit("own-words")
    form.own.set_value("baking")
    button(form, "Save").click()
    assert form.number.error() == "Write the number that stands on their card."
    form.number.set_value("ZZ99")
    button(form, "Save").click()
    assert [type(one).__name__ for one in troubles] == ["UnknownThing"]
    form.number.set_value(held.amina_number)
    again = show(form_of(held, bridge, centre))
    again.recall(form.remember())
    with qtbot.waitSignal(again.saved):
        button(again, "Save").click()
    found = {one.name: one.beside for one in held.spending.of(held.project).people}
    assert found == {"Sanne": 0, "Noor": 0, "Amina": 60}


def test_a_cost_is_written_down(
    show: Show, bridge: Bridge, centre: Centre, held: Held, qtbot: QtBot
) -> None:
    cost = Cost("", held.project, DAY, "", 0)
    form = show(CostFormPage(held.spending, bridge, cost, "EUR", back="x", now=centre.clock.now))
    assert isinstance(form, CostFormPage)
    form.what.set_value("Tea")
    for wrong in ("", "a lot", "0"):
        form.amount.set_value(wrong)
        button(form, "Save").click()
        assert form.amount.error() == "Write an amount, such as 12.50."
    form.amount.set_value("12,5")
    with qtbot.waitSignal(form.saved):
        button(form, "Save").click()
    page = show(page_of(held, centre, "costs"))
    assert cells(page) == [["24 Nov 2026", "Tea", "€12.50"]]
    assert "€6.25" in text(page)  # one participant for two hours
    assert "Together: €12.50" in text(page)


def test_partners_have_a_share_a_logo_and_a_place(
    show: Show, bridge: Bridge, centre: Centre, held: Held, qtbot: QtBot, tmp_path: Path,
    troubles: list,
) -> None:  # fmt: skip
    file = tmp_path / "city.png"
    image = QImage(900, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.save(str(file))
    new = Partner("", held.project, "")
    form = show(PartnerFormPage(held.spending, bridge, new, lambda: file, back="x"))
    assert isinstance(form, PartnerFormPage)
    form.name.set_value("City")
    form.share.set_value("a half")
    button(form, "Save").click()
    assert form.share.error() == "Write a number from 0 to 100, such as 12.5."
    form.share.set_value("60")
    button(form, "Choose a logo").click()
    qtbot.waitUntil(lambda: form.drop.isVisible(), timeout=20_000)
    with qtbot.waitSignal(form.saved):
        button(form, "Save").click()
    (city,) = held.spending.partners(held.project)
    assert (city.share, png_size(city.logo or b"")) == (6000, (480, 160))
    other = show(PartnerFormPage(held.spending, bridge, new, lambda: None, back="x"))
    assert isinstance(other, PartnerFormPage)
    other.name.set_value("Library")
    other.share.set_value("40.01")
    button(other, "Save").click()
    assert [type(one).__name__ for one in troubles] == ["TooMuchShared"]
    other.share.set_value("12.5")
    with qtbot.waitSignal(other.saved):
        button(other, "Save").click()
    library = held.spending.partners(held.project)[1]
    moving = show(PartnerFormPage(held.spending, bridge, library, lambda: None, back="x"))
    button(moving, "Further to the front").click()
    assert "The order is now: Library · City" in text(moving)
    with qtbot.waitSignal(moving.saved):
        button(moving, "Save").click()
    page = show(page_of(held, centre, "partners"))
    assert cells(page) == [["Library", "12.5 %", "No"], ["City", "60 %", "Yes"]]
    assert "Together: 72.5 %" in text(page)


def test_shares_are_read_back_as_they_are_written() -> None:
    assert [written_share(share) for share in (None, 0, 5, 1250, 10_000)] == [
        "", "0", "0.05", "12.5", "100",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar"])
def test_twice_as_large_nothing_goes_sideways(
    show: Show, bridge: Bridge, centre: Centre, held: Held, qapp: QApplication, language: str
) -> None:
    theme.apply(qapp, theme.Theme("light", 2.0, language, dense=True))
    spending, now = held.spending, centre.clock.now
    cost, partner = Cost("", held.project, DAY, "Tea", 125), Partner("p", held.project, "City")
    spending.save_cost(cost)
    spending.save_partner(replace(partner, id=""))
    pages = [
        *(page_of(held, centre, part) for part in ("hours", "costs", "partners")),
        TookPersonPage(spending, bridge, held.project, held.sanne, TookView()),
        form_of(held, bridge, centre),
        CostFormPage(spending, bridge, cost, "EUR", back="Back", now=now),
        PartnerFormPage(spending, bridge, partner, lambda: None, back="Back"),
    ]
    for page in pages:
        show(page)
        assert too_wide(page) == [], page.title
        assert all(one.accessibleName() or one.text() for one in page.findChildren(Text)
                   if one.isVisible())  # fmt: skip
