"""What is being presented: its pages and windows, covered names, and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _
from trainer_app.ui.page import Page
from trainer_app.ui.presenter.choose_languages import ask_languages
from trainer_app.ui.presenter.covered import CoveredPage
from trainer_app.ui.presenter.one_screen import OneScreenPage
from trainer_app.ui.presenter.presentation import Presentation
from trainer_app.ui.presenter.presenter_page import PresenterPage
from trainer_app.ui.presenter.projecting import Projecting
from trainer_app.ui.ways.class_practice import ClassPractice
from trainer_app.ui.widgets import Button, Dialog, Notice

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow

_ROOM = frozenset({"room", "laptops", "votes", "listening"})


class Projector:
    """Holds the presentation that goes on while its trainer looks at other pages, if there is one.

    `now` is that presentation, `projecting` its windows.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.now: Presentation | None = None
        self.projecting: Projecting | None = None
        self.practice = ClassPractice(window, self)
        self._session: str | None = None
        self._back: Callable[[], None] = lambda: None
        self._asking: Dialog | None = None
        self._rested = False
        window.bridge.changed.connect(self._heard)

    def begin(self, now: Presentation, session: str | None, back: Callable[[], None]) -> None:
        """Show a lesson; `back` is where it ends."""
        self.now, self._session, self._back = now, session, back
        self._rested = False
        window = self._window
        now.asked.connect(self._asked)
        now.changed.connect(self._hush)
        self.projecting = Projecting(
            window, now, lambda: window.preferences.now.slides_on, self._keep_screen
        )
        self.projecting.mode_changed.connect(self._screens_changed)
        self.show()

    def show(self) -> None:
        """The trainer's page of what is being presented."""
        from trainer_app.ui.main_window import Shown

        now, projecting = self.now, self.projecting
        if now is None or projecting is None:
            return
        # Names are covered again whenever one comes back to the slides.
        now.state = replace(now.state, names_allowed=False)

        def build() -> Shown:
            page: Page
            if projecting.mode == "two":
                page = PresenterPage(now)
            else:
                page = OneScreenPage(now, walking=projecting.mode == "walk")
            if projecting.slides is not None:
                projecting.slides.stage.view.redress()
            return Shown(page, page)

        self._window.show_page(build, dense=projecting.mode != "walk")
        self._window.activateWindow()

    def _screens_changed(self) -> None:
        """A projector came or went: slides are shown the other way, names are covered or not."""
        if self.practice.is_on:
            self.practice.forget()
            self.show()
        elif self.in_sight:
            self.show()
        else:
            self._window.rebuild()

    @property
    def in_sight(self) -> bool:
        """Whether the trainer's window shows the slides, or the practice between them."""
        if self.now is None:
            return False
        return isinstance(self._window.page, PresenterPage | OneScreenPage) or self.practice.is_on

    def rest(self) -> None:
        """Nobody touched anything for long: slides stay, but what lies behind is locked."""
        self._rested = True

    # What keys and buttons ask for
    def _asked(self, name: str) -> None:
        ways: dict[str, Callable[[], None]] = {
            "swap": self._swap,
            "second": self._ask_languages,
            "practice": self._practise,
            "names": self._names,
            "read": self._read,
            "notes": self._notes,
            "walk": self._walk,
            "end": self._ask_end,
        }
        ways[name]()

    def _swap(self) -> None:
        if self.projecting is not None:
            self.projecting.swap()

    def _walk(self) -> None:
        if self.projecting is not None:
            self.projecting.walk(self.projecting.mode != "walk")

    def _notes(self) -> None:
        page = self._window.page
        if isinstance(page, OneScreenPage):
            page.toggle_notes()

    def _ask_languages(self) -> None:
        now = self.now
        assert now is not None
        languages = now.material.lesson.languages
        if self._asking is None and len(languages) > 1:
            self._asking = ask_languages(
                self._window, languages, (now.state.language, now.state.second), now.speak
            )
            self._asking.destroyed.connect(self._answered)

    def _practise(self) -> None:
        now = self.now
        assert now is not None
        if now.material.practice(now.state.language):
            self.practice.begin(now.state.lesson, now.state.language)

    def _read(self) -> None:
        now, projecting, page = self.now, self.projecting, self._window.page
        assert now is not None
        view: QWidget | None = None
        if projecting is not None and projecting.slides is not None:
            view = projecting.slides.stage.view
        elif isinstance(page, OneScreenPage):
            view = page.stage.view
        if view is not None and not now.state.black:
            self._window.aloud.read_or_stop(view, now.state.language)

    def _hush(self) -> None:
        """Another slide: what was read of the last one is over."""
        if self._window.aloud.is_reading:
            self._window.aloud.stop()

    # Names
    def _names(self) -> None:
        """Who is here: her attendance list, covered where others may see this screen."""
        if not self._may_go_behind():
            return
        if self._session is not None:
            self._window.trainer.attendance(self._session)
        else:
            self._window.trainer.today()

    @property
    def covers_names(self) -> bool:
        """Whether others may see the trainer's screen, who has not said that they may see names."""
        now, projecting = self.now, self.projecting
        if now is None or projecting is None or projecting.mode == "two":
            return False
        return not now.state.names_allowed

    def guard(self, page: Page) -> Page:
        """The page, or a cover in its place where it has names and others may see the screen."""
        if not page.shows_names or not self.covers_names:
            return page
        cover = CoveredPage(page.title)
        page.deleteLater()
        cover.shown_requested.connect(self._allow_names)
        cover.slides_requested.connect(self.show)
        return cover

    def way_back(self) -> QWidget | None:
        """A notice over a page that slides go on behind it; None where none do."""
        if self.now is None:
            return None
        button = Button(_("Back to the slides"), icon="presentation")
        button.clicked.connect(self.show)
        return Notice(_("Your slides go on."), "primary", icon="presentation", button=button)

    def _allow_names(self) -> None:
        assert self.now is not None
        self.now.state = replace(self.now.state, names_allowed=True)
        self._window.rebuild()

    # Ending
    def _ask_end(self) -> None:
        if self.practice.is_on:
            self.practice.end()
            return
        if self._asking is not None:
            return
        words = _("Everyone sees your desktop or your other pages then.")
        self._asking = self._window.ask(
            _("End the presentation?"),
            words,
            [
                ("stay", Button(_("Go on showing"))),
                ("end", Button(_("End"), "primary", icon="x")),
            ],
            lambda answer: self._end() if answer == "end" else None,
        )
        self._asking.destroyed.connect(self._answered)

    def _answered(self) -> None:
        self._asking = None

    def _end(self) -> None:
        back = self._back
        self.stop()
        if self._may_go_behind():
            back()

    def stop(self) -> None:
        """Take all of it away, and keep where the lesson was stopped."""
        now, projecting = self.now, self.projecting
        self.now = self.projecting = None
        if now is None or projecting is None:
            return
        self.practice.forget()
        self._hush()
        state, preferences = now.state, self._window.preferences
        kept = dict(preferences.now.stopped_at)
        kept.pop(state.lesson, None)
        if state.at > 0 and not state.is_last:
            kept[state.lesson] = state.slide.key
        preferences.change(stopped_at=kept)
        now.stop()
        projecting.end()
        now.deleteLater()

    def _may_go_behind(self) -> bool:
        """Whether the trainer was there all the time; otherwise learners' screen comes."""
        if self._rested and self._window.door.trainer_inside:
            self._rested = False
            self._window.learner.hand_over()
            return False
        return True

    def _heard(self, changed: frozenset[str]) -> None:
        if self.now is not None and changed & _ROOM:
            self.now.news()

    def _keep_screen(self, arrangement: str, screen: str) -> None:
        preferences = self._window.preferences
        kept = {one: name for one, name in preferences.now.slides_on.items() if one != arrangement}
        preferences.change(slides_on={**kept, arrangement: screen})
