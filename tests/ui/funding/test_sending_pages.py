"""A centre's file for an organisation, and people counted once over centres, on the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from centres import Centre
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import plain, too_wide, words
from trainer_app.bundles.opening import introduced
from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.funding.errors import NotAnOrganisationKey, WrongDoublesKey
from trainer_app.i18n import use
from trainer_app.keys.organisation import make_key, open_key, public_file
from trainer_app.keys.wrapping import Cost
from trainer_app.services.funding.doubles import Counting, Doubles
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.services.funding.sending import Sending
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.doubles import DoublesPage
from trainer_app.ui.funding.sending import SendingPage
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Button, Dialog

Shown = TypeVar("Shown", bound=Page)
Show = Callable[[Shown], Shown]
SECRET = "a very long word of the organisation"


@pytest.fixture
def doubles(centre: Centre) -> Doubles:
    evening = centre.evening("Amina", "Rosa")
    centre.attending.start_now(evening.session.id)
    for person in evening.people:
        centre.attending.mark(evening.session.id, person.id, Status.PRESENT)
    centre.clock.forward(minutes=120)
    centre.attending.end_now(evening.session.id)
    participating = Participating(centre.ledger, lambda _lesson: ())
    return Doubles(centre.door, participating, lambda: None)


@pytest.fixture
def key(tmp_path: Path, cheap_cost: Cost) -> Path:
    file = tmp_path / "our.key"
    make_key(file, "Houses together", SECRET, cheap_cost)
    return file


@pytest.fixture
def send(centre: Centre, doubles: Doubles, bridge: Bridge, key: Path) -> Callable[[], SendingPage]:
    def made() -> SendingPage:
        return SendingPage(
            Sending(centre.door, doubles),
            bridge,
            lambda suggested: public_file(key) if suggested is None else key.parent / suggested,
            today=lambda: centre.clock.now().date(),
            back="All projects",
        )

    return made


def test_the_file_is_for_the_organisation_alone(
    send: Callable[[], SendingPage], show: Show, qtbot: QtBot, key: Path, centre: Centre
) -> None:
    page = show(send())
    assert not page.save.isEnabled()
    page.choose.click()
    said = plain(words(page))
    organisation, keys = open_key(key, SECRET)
    assert organisation.fingerprint in said
    assert "Houses together" in said
    with qtbot.waitSignal(page.written, timeout=5000):
        page.save.click()
    (file,) = key.parent.glob("*.bundle")
    assert file.name == f"centre_{centre.clock.now().date().isoformat()}.bundle"
    assert introduced(file, [keys]).centre == centre.door.centre
    said = plain(words(page))
    assert file.name in said
    assert "Only Houses together can open it." in said
    assert page.save.isEnabled()
    # The next time nobody has to look for the key again.
    again = show(send())
    assert again.save.isEnabled()


def test_stopped_and_nothing_is_written(
    send: Callable[[], SendingPage], show: Show, qtbot: QtBot, key: Path
) -> None:
    page = show(send())
    page.choose.click()
    page.save.click()
    page.stop.click()
    qtbot.waitUntil(page.save.isEnabled, timeout=5000)
    assert "Stopped. Nothing was written." in words(page)
    assert list(key.parent.glob("*.bundle")) == []


def test_a_file_that_is_no_key_is_told_of(
    send: Callable[[], SendingPage], show: Show, key: Path, troubles: list[TrainerError]
) -> None:
    page = show(send())
    public_file(key).write_text('{"what": "a recipe"}')
    page.choose.click()
    assert [type(one) for one in troubles] == [NotAnOrganisationKey]
    assert not page.save.isEnabled()


# People counted once
@pytest.fixture
def once(centre: Centre, doubles: Doubles, bridge: Bridge, show: Show) -> DoublesPage:
    project = Projects(centre.ledger).all()[0]
    page = DoublesPage(doubles, bridge, project.id, project.name, now=centre.clock.now)
    return show(page)


def pressed(page: Page, word: str) -> None:
    """Press a button, also one that stands in front of the page."""
    found = [one for one in page.window().findChildren(Button) if one.text().startswith(word)]
    found[-1].click()
    QApplication.processEvents()


def test_a_key_is_made_told_once_and_typed_elsewhere(
    once: DoublesPage, doubles: Doubles, centre: Centre, qtbot: QtBot
) -> None:
    (project,) = Projects(centre.ledger).all()
    assert "Off. Who comes to two centres counts in each of them." in words(once)
    once.new.click()
    pressed(once, "Make a new key")
    qtbot.waitUntil(lambda: "Write it down now" in words(once.window()), timeout=5000)
    code = once.window().findChildren(Dialog)[-1]
    groups = [word for word in words(code).split("\n") if len(word) == 4 and word.isupper()]
    pressed(once, "I have written it down")
    year = str(centre.clock.now().year)
    assert doubles.of_project(project.id) == [Counting(year, 0, closed=False)]
    assert f"{year}: on" in plain(words(once))
    once.code.set_value("-".join(groups))
    once.enter.click()
    qtbot.waitUntil(lambda: once.code.value() == "", timeout=5000)
    pressed(once, "Turn off")
    pressed(once, "Turn it off")
    qtbot.waitUntil(lambda: doubles.of_project(project.id) == [], timeout=5000)


def test_a_wrong_key_is_told_of_and_stays_to_be_mended(
    once: DoublesPage, troubles: list[TrainerError], qtbot: QtBot
) -> None:
    once.enter.click()
    assert once.code.error() == "Please type the key here."
    once.code.set_value("0000-0000")
    once.enter.click()
    qtbot.waitUntil(lambda: bool(troubles), timeout=5000)
    assert [type(one) for one in troubles] == [WrongDoublesKey]
    assert once.code.value() == "0000-0000"
    qtbot.waitUntil(once.enter.isEnabled, timeout=5000)


@pytest.mark.parametrize(("language", "scale"), [("en", 2.0), ("ar", 2.0)])
def test_nothing_is_cut(
    send: Callable[[], SendingPage], show: Show, qapp: QApplication, language: str, scale: float
) -> None:
    use(language)
    theme.apply(qapp, theme.Theme(scale=scale, language=language, dense=True))
    page = show(send())
    page.choose.click()
    QApplication.processEvents()
    assert too_wide(page) == []
