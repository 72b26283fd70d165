"""Through lessons that are brought into another language: chosen, written, changed, taken over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QThreadPool

from trainer_app.content.own import own_text
from trainer_app.domain.lessons import Own
from trainer_app.i18n import _
from trainer_app.services.door import Door
from trainer_app.ui.translating.translations_page import TranslationsPage

from .hand import settle
from .tour import CENTRE, CHEAP, GOOD_PASSPHRASE, TRAINER, Screen, Tour

LESSON, LANGUAGE = "sign-in-and-out", "ti"
WRITTEN = "ቃል"


class TranslatingTour(Tour):
    """A trainer who knows Tigrinya."""

    parts = ("translating",)

    def _prepare(self, folder: Path) -> None:
        door = Door(folder, self.clock.now, CHEAP)
        door.found(CENTRE, TRAINER, "kite", GOOD_PASSPHRASE)
        door.lock()

    def _translating(self) -> Iterator[Screen]:
        window, way = self.window, self.window.teaching.translating
        window.welcome.to_centre()
        self.type_into(_("Passphrase"), GOOD_PASSPHRASE)
        self.press(_("Unlock"))
        assert window.desk is not None
        translating = window.desk.translating
        way.translations()
        yield self._rested("translations")
        page = window.page
        assert isinstance(page, TranslationsPage)
        page.ask_for_language()
        yield self.see("translations-language")
        self.press(_("Cancel"))
        page.add_language(LANGUAGE)
        yield self._rested("translations-another")
        way.edit(LESSON, LANGUAGE)
        yield self._rested("translation-begun")
        made = translating.translation(LESSON, LANGUAGE)
        translating.save(made.with_words({one.unit.id: WRITTEN for one in made.units}, TRAINER))
        folder = window.door.folder / "translations" / LESSON / LANGUAGE
        notes = folder / "units.toml"
        title = next(one.unit for one in made.units if one.unit.id.endswith("/title"))
        text = notes.read_text(encoding="utf-8").replace(f'= "{title.text}"', '= "…"', 1)
        notes.write_text(text, encoding="utf-8")
        way.edit(LESSON, LANGUAGE)
        yield self._rested("translation-changed")
        own = Own("", 0, TRAINER, "ab" * 32, made_here=False)
        (folder / "own.toml").write_text(own_text(own), encoding="utf-8")
        way.edit(LESSON, LANGUAGE)
        yield self._rested("translation-of-others")

    def _rested(self, name: str) -> Screen:
        """A screen once what is looked for beside it has been found."""
        QThreadPool.globalInstance().waitForDone()
        settle()
        return self.see(name)
