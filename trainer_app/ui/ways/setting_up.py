"""The way to the settings: language, look and minutes, and the pages that open from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer_app.i18n import languages
from trainer_app.ui.page import Page
from trainer_app.ui.settings.settings import SettingsPage

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow


class SettingUpWays:
    """How this laptop is set up."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def settings(self) -> None:
        """How this laptop is set up."""
        window = self._window

        def build() -> Page:
            page = SettingsPage(
                window.preferences, languages(), window.door.trainers(), window.door.folder
            )
            page.language_chosen.connect(self._language_chosen)
            page.scale_chosen.connect(lambda scale: self._look_chosen(scale=scale))
            page.theme_chosen.connect(lambda name: self._look_chosen(theme=name))
            page.comfort_chosen.connect(lambda name, value: self._look_chosen(**{name: value}))
            page.speech_chosen.connect(lambda speed: window.preferences.change(speech=speed))
            page.reading_chosen.connect(lambda on: window.preferences.change(reads_pages=on))
            page.minutes_chosen.connect(
                lambda idle, lock: window.preferences.change(idle_minutes=idle, lock_minutes=lock)
            )
            page.lock_requested.connect(self._lock)
            page.trainers_requested.connect(window.colleagues.trainers)
            page.laptops_requested.connect(window.laptops.laptops)
            page.backups_requested.connect(window.backups.backups)
            page.help_requested.connect(window.teaching.helping.from_settings)
            return page

        window.trainer.show("settings", build)

    def _language_chosen(self, code: str) -> None:
        self._window.preferences.change(language=code)
        self._window.speak(code)

    def _look_chosen(self, **values: int | str) -> None:
        self._window.preferences.change(**values)
        self._window.rebuild()

    def _lock(self) -> None:
        self._window.close_centre()
        self._window.welcome.to_centre()
