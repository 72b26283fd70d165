"""Which screen shows the slides, what is remembered, and screens that come and go."""

from __future__ import annotations

from presented_lesson import Make
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trainer_app.ui.presenter.displays import Displays, Spot, apart, arrangement, chosen, spots
from trainer_app.ui.presenter.projecting import WALK, Projecting

LAPTOP = Spot("eDP-1", 0, 0, 1366, 768)
WALL = Spot("HDMI-1", 1366, 0, 1920, 1080)
MIRROR = Spot("HDMI-1", 0, 0, 1366, 768)


def test_slides_go_to_the_screen_that_is_not_the_trainers() -> None:
    assert chosen([LAPTOP, WALL], LAPTOP, "") == WALL
    assert chosen([LAPTOP, WALL], WALL, "") == LAPTOP
    assert chosen([LAPTOP, WALL], LAPTOP, "eDP-1") == LAPTOP
    assert chosen([LAPTOP, WALL], LAPTOP, "gone") == WALL


def test_a_mirror_shows_nothing_of_its_own() -> None:
    assert apart([LAPTOP, MIRROR], LAPTOP) == ()
    assert chosen([LAPTOP, MIRROR], LAPTOP, "HDMI-1") is None
    assert chosen([LAPTOP], LAPTOP, "") is None


def test_an_arrangement_is_the_same_in_any_order_and_another_elsewhere() -> None:
    assert arrangement([LAPTOP, WALL]) == arrangement([WALL, LAPTOP])
    assert arrangement([LAPTOP, WALL]) != arrangement([LAPTOP, MIRROR])
    assert arrangement([LAPTOP]) == "eDP-1:1366x768+0+0"


class Plugged(Displays):
    """Screens that a hand plugs in; those that are not there are the one that is."""

    extra: tuple[Spot, ...] = ()

    def there(self) -> tuple[Spot, ...]:  # type: ignore[override]
        return (*spots(QGuiApplication.screens()), *self.extra)

    def screen_of(self, _spot: Spot) -> QScreen | None:  # type: ignore[override]
        return QGuiApplication.primaryScreen()


def test_slides_move_when_a_projector_is_plugged_in_and_out(qtbot: QtBot, make: Make) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    one, displays = make(), Plugged()
    kept: dict[str, str] = {}
    projecting = Projecting(window, one, lambda: kept, kept.__setitem__, displays)
    changes: list[str] = []
    projecting.mode_changed.connect(lambda: changes.append(projecting.mode))
    one.do("on")
    assert projecting.mode == "mirror"
    assert window.isFullScreen()
    mine = displays.there()[0]
    displays.extra = (Spot("wall", mine.width, 0, 1024, 768),)
    displays.changed.emit()
    assert changes == ["two"]
    assert projecting.slides is not None
    assert projecting.slides.isVisible()
    assert not window.isFullScreen()
    assert one.state.at == 1
    displays.extra = ()
    displays.changed.emit()
    assert changes == ["two", "mirror"]
    assert projecting.slides is None
    assert one.state.at == 1
    projecting.end()
    assert not window.isFullScreen()


def test_walking_round_is_remembered_for_these_screens(qtbot: QtBot, make: Make) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    kept: dict[str, str] = {}
    projecting = Projecting(window, make(), lambda: kept, kept.__setitem__)
    projecting.walk(True)
    assert projecting.mode == "walk"
    assert kept == {arrangement(Displays.there()): WALK}
    projecting.end()
    again = Projecting(window, make(), lambda: kept, kept.__setitem__)
    assert again.mode == "walk"
    again.end()
