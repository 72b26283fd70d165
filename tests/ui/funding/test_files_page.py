"""The page of files for funders: what it says, what it writes, and what it does not let through."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import openpyxl
import pytest
from centres import Centre
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import too_wide, words
from trainer_app.app import make_files
from trainer_app.domain.attendance import Status
from trainer_app.services.funding.indicators import Indicators
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.file_words import kind_names
from trainer_app.ui.funding.files import FilesPage, Offered
from trainer_app.ui.page import Page

Shown = TypeVar("Shown", bound=Page)
Show = Callable[[Shown], Shown]


@pytest.fixture
def make(centre: Centre, projects: Projects, bridge: Bridge, tmp_path: Path):
    """A page over a project of two people who came for two hours."""
    evening = centre.evening("Amina", "Rosa")
    centre.attending.start_now(evening.session.id)
    for person in evening.people:
        centre.attending.mark(evening.session.id, person.id, Status.PRESENT)
    centre.clock.forward(minutes=120)
    centre.attending.end_now(evening.session.id)
    indicators = Indicators(centre.ledger, tmp_path / "none")
    participating = Participating(centre.ledger, lambda _lesson: ())
    (project,) = projects.all()

    def page() -> FilesPage:
        return FilesPage(
            make_files(centre.ledger, participating, indicators),
            Offered(projects.all(), lambda _id: [(evening.course.id, "Group")], indicators.all()),
            bridge,
            lambda suggested: tmp_path / suggested,
            project=project.id,
            today=lambda: centre.clock.now().date(),
            back="P-7",
        )

    return page


def choose(page: FilesPage, kind: str) -> None:
    page.kind.set_value(kind)
    page.kind.changed.emit(kind)
    QApplication.processEvents()


def save(page: FilesPage, qtbot: QtBot) -> list[Path]:
    with qtbot.waitSignal(page.written) as told:
        page.save.click()
    return told.args[0]


def test_it_says_what_is_inside_and_who_may_see_it(make, show: Show[FilesPage]):
    page = show(make())
    shown = words(page)
    assert "With names" in shown
    assert "personal data" in shown
    assert "2 people · 2 attendances · 4.00 participant-hours" in shown
    choose(page, "research")
    assert "still personal data" in words(page)


@pytest.mark.parametrize("kind", ["attendance", "participants", "register", "narrative"])
def test_a_workbook_is_written_where_it_was_asked_for(make, show, qtbot, tmp_path, kind):
    page = show(make())
    choose(page, kind)
    (file,) = save(page, qtbot)
    assert file == tmp_path / f"{kind}_2026-11-24.xlsx"
    book = openpyxl.load_workbook(file, data_only=True)
    notes = dict(book.worksheets[1].iter_rows(values_only=True))
    assert notes["People"] == "2"
    assert notes["Participant-hours"] == "4.00"
    assert file.name in words(page)


def test_each_kind_has_its_own_choices_and_forms(make, show):
    page = show(make())
    for kind in kind_names():
        choose(page, kind)
        assert page.set.isVisible() == (kind == "indicators")
        assert page.published.isVisible() == (kind in ("indicators", "narrative"))
        assert page.keep_ids.isVisible() == (kind == "research")
        assert page.centre.isVisible() == (kind == "xapi")
        assert page.order().kind == kind
        assert page.save.isEnabled()


def test_days_that_could_be_subtracted_are_not_published(make, show, clock):
    page = show(make())
    choose(page, "narrative")
    page.published.click()
    page.days.set_days(date(2026, 11, 2), date(2026, 11, 30))
    page.days.changed.emit()
    assert not page.save.isEnabled()
    assert "of the calendar" in words(page)
    page.days.set_days(date(2026, 11, 1), date(2026, 11, 30))
    page.days.changed.emit()
    assert not page.save.isEnabled()
    assert "Only what is over can be published" in words(page)
    clock.forward(days=7)
    page.days.changed.emit()
    assert page.save.isEnabled()


def test_without_anybody_there_is_nothing_to_write(make, show):
    page = show(make())
    page.days.set_days(date(2031, 1, 1), None)
    page.days.changed.emit()
    assert not page.save.isEnabled()
    assert "Nobody came in these days yet." in words(page)


def test_what_was_chosen_stays_when_the_page_is_built_anew(make, show):
    page = show(make())
    choose(page, "indicators")
    page.days.set_days(date(2026, 11, 1), None)
    page.set.set_value("washington-group")
    again = show(make())
    again.recall(page.remember())
    assert again.order() == page.order()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_wider_than_its_room_in_large_letters(make, show, qapp, language):
    theme.apply(qapp, theme.Theme("light", 2.0, language, dense=True))
    page = show(make())
    for kind in kind_names():
        choose(page, kind)
        assert too_wide(page) == []
