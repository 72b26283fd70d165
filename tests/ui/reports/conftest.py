"""A trainer's look in the language and size that a test asks for, and real file writers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from centres import Centre
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from trainer_app import app
from trainer_app.content.library import LessonLibrary
from trainer_app.services.exporting import Exporting
from trainer_app.services.funding.figures import Figures
from trainer_app.services.funding.indicators import Indicators
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.services.reporting import Scope
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.reports.reports import ReportsPage


@pytest.fixture
def bridge() -> Bridge:
    return Bridge()


@pytest.fixture
def exporting(centre: Centre) -> Exporting:
    return app.make_exporting(centre.ledger)


class Page:
    """A reports page whose files go to a folder."""

    def __init__(
        self,
        centre: Centre,
        exporting: Exporting,
        folder: Path,
        bridge: Bridge,
        library: LessonLibrary,
    ) -> None:
        self.centre, self.exporting, self.folder, self.bridge = centre, exporting, folder, bridge
        self.library = library
        self.asked: list[str] = []
        self.name = ""

    def __call__(self, scope: Scope | None = None) -> ReportsPage:
        centre = self.centre
        participating = Participating(centre.ledger, self.library.competences)
        indicators = Indicators(centre.ledger, centre.folder / "sets")
        return ReportsPage(
            centre.reporting,
            centre.courses,
            self.exporting,
            self.bridge,
            self.choose,
            scope,
            figures=Figures(centre.ledger, participating, indicators.figures),
            projects=Projects(centre.ledger).all,
            lessons=self.library,
        )

    def choose(self, suggested: str) -> Path | None:
        self.asked.append(suggested)
        return self.folder / (self.name or suggested)


@pytest.fixture
def make(
    centre: Centre, exporting: Exporting, tmp_path: Path, bridge: Bridge, library: LessonLibrary
) -> Page:
    return Page(centre, exporting, tmp_path, bridge, library)


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Callable[[Callable[[], QWidget]], QWidget]:
    """Makes a page and shows it in the room that the trainer's frame leaves."""
    theme.apply(qapp, theme.Theme(dense=True))

    def show_page(make: Callable[[], QWidget]) -> QWidget:
        page = make()
        qtbot.addWidget(page)
        page.resize(1134, 768)
        with qtbot.waitExposed(page):
            page.show()
        QApplication.processEvents()
        return page

    return show_page
