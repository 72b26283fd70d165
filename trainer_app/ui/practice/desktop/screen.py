"""The screen of a laptop stage: the desk, a window, a locked screen, or whoever sits there next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.practice.desktop_acts import (
    Action,
    CloseWindow,
    Forget,
    Lock,
    LogOutEverywhere,
    OpenSite,
    SitDown,
    StandUp,
    TakeBack,
    Unlock,
)
from trainer_app.domain.practice.desktop_view import DesktopView, SiteView
from trainer_app.i18n import _
from trainer_app.ui.practice.desktop.away import away_parts
from trainer_app.ui.practice.desktop.bars import AddressBar, TaskBar
from trainer_app.ui.practice.desktop.frame import LaptopFrame
from trainer_app.ui.practice.desktop.pieces import Tiles
from trainer_app.ui.practice.desktop.tiles import Tile
from trainer_app.ui.practice.desktop.window import window_parts
from trainer_app.ui.practice.pieces.shelf import KeptFocus, Part, Shelf, controls_in, give_focus
from trainer_app.ui.practice.stage_screen import Material, StageScreen, Touch
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Card, Disc, Scroller, Text


class DesktopScreen(StageScreen):
    """A pretend laptop in one of its moments.

    Signals: those of StageScreen.
    """

    def __init__(self, material: Material, parent: QWidget | None = None) -> None:
        super().__init__(material, parent)
        theme = current()
        self._view: DesktopView | None = None
        self._address = AddressBar(lambda: self.acted.emit(CloseWindow()))
        self._page = Shelf(12)
        layout = self._page.layout()
        assert layout is not None
        layout.setContentsMargins(*[theme.space(16)] * 4)
        self._room = Scroller(self._page)
        self._bar = TaskBar(self.acted.emit)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._address)
        column.addWidget(self._room, 1)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._frame = LaptopFrame(inside)
        row.addWidget(self._frame)

    def show_view(self, view: DesktopView) -> None:
        """Show how things are now; what has not changed is not drawn anew."""
        before = self._page_shown()
        self._view = view
        site = self._open_site()
        with KeptFocus(self, self._bar.anchor):
            self._address.setVisible(site is not None)
            if site is not None:
                self._address.show_site(site, self.material)
            self._bar.show_seat(view)
            self._frame.set_wallpaper(site is None and view.seat != "away")
            self._page.put(self._parts(view, site))
        if before and before != self._page_shown() and self.isVisible():
            self._room.verticalScrollBar().setValue(0)
            self.focus_first()

    def touch(self, action: Action) -> Touch | None:
        """The control of an action, or first the way to the window where it is."""
        match action:
            case SitDown() | StandUp() | Lock() | Unlock():
                return _touch(self._bar.control(action))
            case CloseWindow():
                return _touch(self._address.closing if self._open_site() else None)
            case OpenSite() if self._open_site():
                return Touch(self._address.closing)
            case Forget(site) | TakeBack(site) | LogOutEverywhere(site):
                return _touch(self._page.control(action)) or self._way_to(site)
        return _touch(self._page.control(action))

    def focus_first(self) -> None:
        """What stands first on the page, or in the bar below where there is nothing."""
        give_focus((*controls_in(self._room), *controls_in(self._bar)))

    def _page_shown(self) -> tuple[object, ...]:
        """What makes it another page: where one sits, which window, whoever is signed in there."""
        if self._view is None:
            return ()
        site = self._open_site()
        inside = (site.mine, site.person) if site is not None else None
        return (self._view.seat, self._view.at, inside)

    def _way_to(self, site: str) -> Touch | None:
        """Closes the window of another site, then opens the one that is wanted."""
        if self._open_site():
            return Touch(self._address.closing)
        return _touch(self._page.control(OpenSite(site)))

    def _open_site(self) -> SiteView | None:
        view = self._view
        if view is None or view.seat != "sitting":
            return None
        return next((site for site in view.sites if site.id == view.at), None)

    def _parts(self, view: DesktopView, site: SiteView | None) -> list[Part]:
        if view.seat == "away":
            return away_parts(view, self.material, self.acted.emit)
        if view.seat == "locked":
            return _locked(view)
        if site is not None:
            return window_parts(view, site, self.material, self.acted.emit)
        return [Part("desk", None, partial(self._desk, view))]

    def _desk(self, view: DesktopView) -> QWidget:
        tiles = [
            (
                Tile(
                    self.material.text(site.word),
                    self.material.picture(site.picture) if site.picture else None,
                    "globe",
                ),
                OpenSite(site.id),
            )
            for site in view.sites
        ]
        return Tiles(tiles, self.acted.emit)


def _locked(view: DesktopView) -> list[Part]:
    words = _("Everybody in the centre knows the word for it.")
    if view.own:
        words = _("Only you know the word for it.")
    return [Part("locked", None, partial(Locked, words))]


class Locked(Card):
    """A screen that is covered; `words` say for whom it can be uncovered. Signals: none."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(pad=24, parent=parent)
        self.body.addWidget(Disc("lock", "primary", 96), 0, Qt.AlignmentFlag.AlignHCenter)
        title = _("The screen is locked.")
        self.add(Text(title, "title", "bold", align="center"), Text(words, align="center"))


def _touch(widget: QWidget | None) -> Touch | None:
    return Touch(widget) if widget is not None else None
