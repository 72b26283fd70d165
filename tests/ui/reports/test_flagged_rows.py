"""What the reports page says of rows that are not settled, and of people who were erased."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from centres import KEY, Centre, Evening
from PySide6.QtWidgets import QApplication

from tests.ui.reports.seen import button, cells, words
from trainer_app.domain.attendance import Status
from trainer_app.domain.events import Draft
from trainer_app.services.erasing import Erasing
from trainer_app.store.pooling import take_in
from trainer_app.store.records import sealed
from trainer_app.store.store import Store
from trainer_app.ui import theme
from trainer_app.ui.reports.reports import ReportsPage


@pytest.fixture
def evening(centre: Centre) -> Evening:
    made = centre.evening("Amina Diallo", "Rosa")
    centre.attending.start_now(made.session.id)
    for person in made.people:
        centre.attending.mark(made.session.id, person.id, Status.PRESENT)
    centre.clock.forward(minutes=60)
    centre.attending.end_now(made.session.id)
    return made


@pytest.fixture
def rows(make, show) -> Callable[[], ReportsPage]:
    """Shows the page with its rows in sight."""

    def shown() -> ReportsPage:
        page = show(make)
        button(page, "Rows and files").click()
        return page

    return shown


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_an_unsettled_row_is_marked_and_counted(
    scale, qapp: QApplication, centre, evening, rows, tmp_path
):
    theme.apply(qapp, theme.Theme("light", scale, "en", dense=True))
    assert "not settled" not in words(rows())
    (tmp_path / "b").mkdir()
    other = Store.create(tmp_path / "b", KEY, centre.clock.now)
    body = {
        "session": evening.session.id, "status": "absent", "late": 0, "early": 0,
        "left_at": None, "role": "participant", "reason": None,
    }  # fmt: skip
    events = other.append(Draft("attendance-marked", body, evening.people[0].id))
    other.close()
    take_in(centre.store, [sealed(event) for event in events])
    page = rows()
    assert "1 row is not settled yet: laptops say different things." in words(page)
    flagged = [row for row in cells(page) if any("Not settled yet" in cell for cell in row)]
    assert len(flagged) == 1
    assert any("Amina Diallo" in cell for cell in flagged[0])


def test_an_erased_person_stands_there_without_name_and_number(centre, evening, rows):
    before = rows()
    figures = [row[-2:] for row in cells(before)]
    said = words(before._people), words(before._times), words(before._hours)
    erasing = Erasing(centre.ledger, lambda: centre.door.authority, lambda: None)
    erasing.erase(evening.people[0].id)
    page = rows()
    assert [row[2] for row in cells(page)] == ["Rosa\nA2", "Erased person"]
    assert [row[-2:] for row in cells(page)] == figures
    assert (words(page._people), words(page._times), words(page._hours)) == said
