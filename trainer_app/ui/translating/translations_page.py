"""All lessons in all languages: what is there, what is missing, what to look at again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import _, isolate, languages, own_name, speaks
from trainer_app.services.translating import Standing, Translating
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, margins
from trainer_app.ui.page import Page
from trainer_app.ui.translating.language_choice import LanguageChoice
from trainer_app.ui.translating.words import lesson_title, standing_words
from trainer_app.ui.widgets import Button, Cell, Column, Dialog, Notice, Row, Scroller, Table, Text

_LESSON = "lesson"


class TranslationsPage(Page):
    """A table, lessons by languages; pressing a cell opens that lesson in that language.

    Signals: `opened(str, str)` with lesson and language; `back_requested`.
    """

    guide = "translate"

    opened = Signal(str, str)
    back_requested = Signal()

    def __init__(
        self,
        translating: Translating,
        library: LessonLibrary,
        bridge: Bridge,
        language: str,
        more: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.title = _("Translate lessons")
        self._translating, self._bridge = translating, bridge
        self._titles = library.titles(language)
        self._languages = self._in_order({*translating.languages(), *more})
        self._standings: Mapping[tuple[str, str], Standing] | None = None
        self.table: Table | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        self._column = QVBoxLayout(page)
        margins(self._column)
        add = Button(_("Another language"), "secondary", icon="plus")
        add.clicked.connect(self.ask_for_language)
        words = _("Choose a lesson in a language. Learners get it when every line has words.")
        heading = Heading(self.title, words, [add], back=_("Lessons"))
        heading.back_requested.connect(self.back_requested)
        self._column.addWidget(heading)
        self._wait = Text(_("The lessons are being looked at …"), colour="muted")
        self._column.addWidget(self._wait)
        self._column.addStretch(1)
        whole.addWidget(Scroller(page))
        self._look()

    @staticmethod
    def _in_order(there: set[str]) -> list[str]:
        program = [one.code for one in languages()]
        others = sorted(there - {*program}, key=own_name)
        return [*program, *others]

    def _look(self) -> None:
        translating, languages = self._translating, tuple(self._languages)
        self._bridge.work(lambda: translating.standings(languages), self._looked)

    def _looked(self, standings: Mapping[tuple[str, str], Standing]) -> None:
        # The page may be gone by now.
        if isValid(self):
            self._standings = standings
            self._show()

    def _show(self) -> None:
        self._wait.hide()
        columns = [Column(_LESSON, _("Lesson"), stretch=3)]
        columns += [
            Column(code, isolate(own_name(code)), stretch=2, sortable=False)
            for code in self._languages
        ]
        rows = [self._row(lesson) for lesson in self._lessons()]
        old, said = self.table, _("Lessons and languages")
        self.table = Table(columns, rows, said, full=True, keeps_first=True)
        self.table.chosen.connect(self._chosen)
        if old is None:
            self._column.insertWidget(2, self.table)
        else:
            self._column.replaceWidget(old, self.table)
            old.hide()
            old.deleteLater()

    def _lessons(self) -> list[str]:
        standings = self._standings or {}
        return list(dict.fromkeys(lesson for lesson, _language in standings))

    def _row(self, lesson: str) -> Row:
        cells = [Cell(lesson_title(lesson, self._titles), strong=True)]
        for code in self._languages:
            standing = (self._standings or {}).get((lesson, code), Standing(lesson, code, "none"))
            words, sign = standing_words(standing)
            muted = standing.origin in ("source", "none")
            said = _("Not begun") if standing.origin == "none" else ""
            cells.append(Cell(words, icon=sign or None, muted=muted, said=said))
        return Row(lesson, tuple(cells))

    def _chosen(self, lesson: str, language: str) -> None:
        standing = (self._standings or {}).get((lesson, language))
        if standing is not None and standing.origin == "source":
            words = _("The lesson was written in this language. Choose another one.")
            button = Button(_("OK"), "primary", icon="check")
            dialog = Dialog(self.window(), _("This is the original"), words, [("ok", button)],
                            escape="ok")  # fmt: skip
            dialog.open(button)
        elif language != _LESSON:
            self.opened.emit(lesson, language)

    # Another language
    def ask_for_language(self) -> None:
        """Have any language of the world as one more column."""
        choice = LanguageChoice(self._languages)
        close = Button(_("Cancel"), "quiet")
        dialog = Dialog(
            self.window(), _("Another language"), choice, [("", close)], escape="", width=760
        )
        choice.chosen.connect(self.add_language)
        choice.chosen.connect(lambda _code: dialog.answer(""))
        dialog.open(close)
        choice.search.setFocus()

    def add_language(self, code: str) -> None:
        """Show a column for a language; it stays once something is translated into it."""
        if code in self._languages:
            return
        self._languages = self._in_order({*self._languages, code})
        if not speaks(code):
            said = _(
                "The buttons and menus of the program stay in the languages that it has. Learners "
                "choose {language} for the lessons that are translated."
            ).format(language=isolate(own_name(code)))
            self._column.insertWidget(1, Notice(said, "accent", icon="languages"))
        self._look()

    def remember(self) -> Any:
        """The languages in sight."""
        return tuple(self._languages)

    def recall(self, memory: Any) -> None:
        """Show the same languages again."""
        if {*memory} - {*self._languages}:
            self._languages = self._in_order({*memory, *self._languages})
            self._look()
