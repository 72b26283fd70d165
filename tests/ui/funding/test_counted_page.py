"""What a project's indicators come to, on the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from centres import Centre
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.funded_centre import Funded, funded
from tests.ui.reports.seen import click, plain, too_wide, words
from trainer_app.app import make_desk
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.funding.answers import PREFER_NOT
from trainer_app.domain.funding.projects import Rules
from trainer_app.i18n import use
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.desk import Desk
from trainer_app.ui.funding.counted import CountedPage
from trainer_app.ui.funding.indicator_targets import IndicatorTargetsPage
from trainer_app.ui.page import Page

Show = Callable[[Page], Page]
WORK = ["out-of-work-short", "in-work", "in-work"]


@pytest.fixture
def made(centre: Centre) -> Funded:
    names = ("Amal", "Blessing", "Chi", "Dina")
    return funded(
        centre.door, centre.clock, *names, sets=("esf-plus", "sadd"), rules=Rules(estimates=True)
    )


@pytest.fixture
def desk(centre: Centre, library: LessonLibrary, made: Funded) -> Desk:
    """Three of the four said what the ESF+ wants to know; one of them not whether she is ill."""
    desk = make_desk(centre.door, library)
    project = made.project.id
    for number, (person, work) in enumerate(zip(made.people, WORK, strict=False)):
        for asked in ("answers", "sensitive"):
            desk.asking.agree(person.id, project, asked, True)
        said = {"employment": work, "education": "isced-0-2"}
        said["disability"] = PREFER_NOT if number == 2 else "yes" if number == 0 else "no"
        desk.asking.give(person.id, project, "entry", said)
    return desk


def page_of(desk: Desk, project: str) -> CountedPage:
    return CountedPage(desk.projects, desk.participating, desk.indicators, project)


def row(page: CountedPage, set: str, code: str) -> list[str]:
    model = page.tables[set].model()
    lines = [
        [plain(str(model.index(row, at).data())) for at in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    return next(line for line in lines if line[0].startswith(code))


def test_the_figures_and_what_is_missing(
    desk: Desk, made: Funded, show: Show, qtbot: QtBot
) -> None:
    page = page_of(desk, made.project.id)
    show(page)
    said = words(page)
    assert "1 person is incomplete, and counted in none of these figures." in said
    assert "3 people with complete data." in said
    # Indicator, women, men, all, not asked yet, prefer not to say
    assert row(page, "esf-plus", "EECO02")[1:] == ["1", "0", "1", "0", "0"]
    assert row(page, "esf-plus", "EECO05")[1:] == ["2", "0", "2", "0", "0"]
    assert row(page, "esf-plus", "EECO12")[1:] == ["≈ 2", "≈ 0", "≈ 2", "0", "1"]
    assert row(page, "esf-plus", "EECO13")[1:] == ["0", "0", "0", "3", "0"]
    assert row(page, "sadd", "people")[1:] == ["4", "0", "4"]
    assert "≈ is an estimate" in said
    with qtbot.waitSignal(page.asking_requested):
        click(qtbot, page, "People and questions")


def test_a_target_stands_beside_its_figure(desk: Desk, made: Funded, show: Show) -> None:
    desk.projects.save(replace(made.project, targets={"esf-plus/EECO05": 2, "people": 9}))
    page = page_of(desk, made.project.id)
    show(page)
    assert row(page, "esf-plus", "EECO05")[1:5] == ["2", "0", "2", "2"]
    assert row(page, "esf-plus", "EECO02")[4] == ""


def test_targets_are_written_down_and_others_kept(
    desk: Desk, made: Funded, show: Show, qtbot: QtBot, bridge: Bridge
) -> None:
    desk.projects.save(replace(made.project, targets={"esf-plus/EECO02": 4, "people": 9}))
    esf = desk.indicators.get("esf-plus")
    page = IndicatorTargetsPage(desk.projects, bridge, esf, made.project.id)
    show(page)
    assert page.fields["EECO02"].value() == 4
    page.fields["EECO02"].set_value(0)
    page.fields["EECO05"].set_value(2)
    memory = page.remember()
    with qtbot.waitSignal(page.saved):
        click(qtbot, page, "Save")
    targets = desk.projects.project(made.project.id).targets
    assert dict(targets) == {"esf-plus/EECO05": 2, "people": 9}
    again = IndicatorTargetsPage(desk.projects, bridge, esf, made.project.id)
    qtbot.addWidget(again)
    again.recall(memory | {"EECO01": 7})
    assert again.fields["EECO01"].value() == 7


def test_sets_that_are_not_here_and_none_at_all(
    desk: Desk, made: Funded, show: Show, qtbot: QtBot
) -> None:
    desk.projects.save(replace(made.project, sets=("gone",)))
    page = page_of(desk, made.project.id)
    show(page)
    assert "These sets are not on this laptop: gone." in words(page)
    desk.projects.save(replace(made.project, sets=()))
    page.news(frozenset({"projects"}))
    with qtbot.waitSignal(page.details_requested):
        click(qtbot, page, "Choose in the details")


def test_what_a_set_means_is_one_step_away(
    desk: Desk, made: Funded, show: Show, qtbot: QtBot
) -> None:
    desk.projects.save(replace(made.project, sets=("sadd",)))
    page = page_of(desk, made.project.id)
    show(page)
    with qtbot.waitSignal(page.set_opened) as opened:
        click(qtbot, page, "What is counted and asked")
    assert opened.args == ["sadd"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut(
    desk: Desk, made: Funded, show: Show, qapp: QApplication, language: str, scale: float,
    bridge: Bridge,
) -> None:  # fmt: skip
    use(language)
    theme.apply(qapp, theme.Theme("light", scale, language, dense=True))
    assert not too_wide(show(page_of(desk, made.project.id)))
    digcomp = desk.indicators.get("digcomp")
    assert not too_wide(show(IndicatorTargetsPage(desk.projects, bridge, digcomp, made.project.id)))
