"""The pages of indicator sets, as an organiser reads them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from centres import Centre
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import click, plain, too_wide, words
from trainer_app.content.indicator_sets import FOLDER, NAMES
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import use
from trainer_app.services.funding.indicators import Indicators
from trainer_app.services.funding.projects import Projects
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.set_page import SetPage
from trainer_app.ui.funding.sets import SetsPage
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Dialog

OURS = (FOLDER / "sadd.toml").read_text("utf-8").replace('name = "sadd"', 'name = "ours"')
Show = Callable[[Page], Page]


@pytest.fixture
def sets(centre: Centre) -> Indicators:
    return Indicators(centre.ledger)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "city.toml"
    made.write_text(OURS, "utf-8")
    return made


def test_a_set_is_added_from_a_file(
    sets: Indicators, bridge: Bridge, show: Show, file: Path, qtbot: QtBot
) -> None:
    page = SetsPage(sets, bridge, lambda _suggested: file)
    show(page)
    assert list(page.table.keys()) == list(NAMES)
    click(qtbot, page, "Add from a file")
    assert list(page.table.keys()) == [*NAMES, "ours"]
    assert "added here" in words(page)
    with qtbot.waitSignal(page.set_opened) as opened:
        page.table.chosen.emit("ours", "title")
    assert opened.args == ["ours"]


def test_a_bad_file_is_explained_and_not_added(
    sets: Indicators, bridge: Bridge, show: Show, file: Path, qtbot: QtBot
) -> None:
    wrong = OURS.replace("everyone = true", "evryone = true")
    file.write_text(wrong, "utf-8")
    line = wrong.partition("evryone")[0].count("\n") + 1
    page = SetsPage(sets, bridge, lambda _suggested: file)
    show(page)
    click(qtbot, page, "Add from a file")
    said = plain(words(page))
    assert "city.toml was not added" in said
    assert "1 thing to mend" in said
    assert f"Line {line}, indicators[1].rule.evryone" in said
    assert "“evryone” is a key that the program does not know." in said
    assert list(page.table.keys()) == list(NAMES)
    file.write_text(OURS, "utf-8")
    click(qtbot, page, "Add from a file")
    assert "was not added" not in plain(words(page))
    assert page.table.keys()[-1] == "ours"


def test_a_file_that_cannot_be_read_is_a_trouble(
    sets: Indicators, bridge: Bridge, show: Show, tmp_path: Path, troubles: list[TrainerError],
    qtbot: QtBot,
) -> None:  # fmt: skip
    page = SetsPage(sets, bridge, lambda _suggested: tmp_path / "gone.toml")
    show(page)
    click(qtbot, page, "Add from a file")
    assert [type(one).__name__ for one in troubles] == ["UnreadableFile"]


def test_a_damaged_file_is_shown_and_can_be_removed(
    sets: Indicators, bridge: Bridge, show: Show, file: Path, centre: Centre, qtbot: QtBot
) -> None:
    sets.add(file)
    body = {"set": "ours", "text": "name = "}
    centre.ledger.write(centre.ledger.edit("indicator-set-kept", body))
    page = SetsPage(sets, bridge, lambda _suggested: None)
    show(page)
    assert "ours.toml cannot be used any more" in plain(words(page))
    click(qtbot, page, "Remove this file")
    assert "cannot be used any more" not in plain(words(page))
    assert sets.damaged() == ()


def test_a_set_in_plain_words(sets: Indicators, bridge: Bridge, show: Show) -> None:
    page = SetPage(sets, bridge, "esf-plus")
    show(page)
    said = plain(words(page))
    assert "23 figures are counted" in said
    assert "EECO07 Aged 18 to 29" in said.replace("  ", " ")
    assert "Counts everybody who was 18 to 29 years old on coming in." in said
    assert "13 questions are asked" in said
    assert "Why: The European Union pays for this course" in said
    assert "Who lacks one of these is reported as incomplete" in said
    assert not hasattr(page, "remove_button")


def test_a_set_that_asks_nothing_says_so(sets: Indicators, bridge: Bridge, show: Show) -> None:
    page = SetPage(sets, bridge, "sadd")
    show(page)
    assert "Nobody is asked anything for this set." in plain(words(page))


def test_an_own_set_is_removed_after_a_question(
    sets: Indicators, bridge: Bridge, show: Show, file: Path, centre: Centre, qtbot: QtBot
) -> None:
    sets.add(file)
    Projects(centre.ledger).save(Project("Bridges", sets=("ours",)))
    page = SetPage(sets, bridge, "ours")
    show(page)
    click(qtbot, page, "Remove this set")
    dialog = page.window().findChildren(Dialog)[-1]
    assert "Projects that count by it: Bridges." in plain(words(dialog))
    with qtbot.waitSignal(page.removed):
        dialog.answered.emit("remove")
    assert [one.name for one in sets.all()] == list(NAMES)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_wider_than_the_page(
    sets: Indicators, bridge: Bridge, show: Show, qapp: QApplication, language: str, scale: float,
    file: Path,
) -> None:  # fmt: skip
    use(language)
    theme.apply(qapp, theme.Theme("light", scale, language, dense=True))
    file.write_text(OURS.replace("everyone = true", "evryone = true"), "utf-8")
    page = SetsPage(sets, bridge, lambda _suggested: file)
    show(page)
    page.add_button.click()
    assert not too_wide(page)
    assert not too_wide(show(SetPage(sets, bridge, "esf-plus")))
