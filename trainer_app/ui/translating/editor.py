"""The editor of a translation: all lines, one of them side by side with its original, a preview."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from shiboken6 import isValid

from trainer_app.content.rules.table import Finding
from trainer_app.domain.likeness import Remembered, suggestions
from trainer_app.domain.translating import Translation
from trainer_app.i18n import _
from trainer_app.services.translating import Translating
from trainer_app.services.translation_places import WORLD
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import column
from trainer_app.ui.page import Page
from trainer_app.ui.translating.editor_head import EditorHead
from trainer_app.ui.translating.editor_layout import lay_out
from trainer_app.ui.translating.po_exchange import PoExchange
from trainer_app.ui.translating.preview_pane import Preview, PreviewPane
from trainer_app.ui.translating.suggestions_view import SuggestionsView
from trainer_app.ui.translating.unit_list import UnitList
from trainer_app.ui.translating.unit_view import UnitView
from trainer_app.ui.widgets import Button, Dialog, TextField, Toast

MOMENT, LATER = 800, 1200
"""Milliseconds after the last letter until it is saved, and after that until it is looked over."""

Explain = Callable[[Finding], str]


class _Memory(NamedTuple):
    lesson: str
    language: str
    unit: str
    typed: str | None
    take_over: bool


class TranslationEditor(Page):
    """One lesson in one language. It is saved by itself.

    Ctrl+Enter goes to the next line with something to do, Alt with up or down to a neighbour,
    Ctrl with a figure takes a suggestion. Signals: `back_requested`,
    `share_requested(str, str)` and `recording_requested(str, str)` with lesson and language.
    """

    guide = "translate"

    back_requested = Signal()
    share_requested = Signal(str, str)
    recording_requested = Signal(str, str)

    wants_width = True

    def __init__(
        self,
        translating: Translating,
        bridge: Bridge,
        made: Translation,
        title_of: Callable[[str], str],
        preview: Preview,
        explain: Explain,
        choose_file: Callable[[str | None], Path | None],
        *,
        shares: bool,
    ) -> None:
        super().__init__()
        self._translating, self._bridge = translating, bridge
        self._explain = explain
        self._exchange = PoExchange(self, translating, bridge, choose_file)
        self._made = made
        self._typed: str | None = None
        self._by = translating.name()
        self._memory: Sequence[Remembered] = ()
        self._findings: Mapping[str, Sequence[Finding]] = {}
        self._unit = made.next_wanted() or made.units[0].unit.id
        self.title = title_of(made.lesson)
        self.head = EditorHead(self.title, made.language, shares=shares)
        self.lines = UnitList()
        self.view = UnitView(made.language, made.source)
        self.found = SuggestionsView(self, title_of)
        self.preview = PreviewPane(preview)
        self._soon = QTimer(self, singleShot=True, interval=MOMENT)
        self._soon.timeout.connect(self.save)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._look_over)
        self._looking = False
        lay_out(self, self.head, column(self.view, self.found, gap=12), self.lines, self.preview)
        self._wire()
        author = translating.taken_from(made.lesson, made.language)
        self._take_over = author is None
        if author is not None:
            self.head.show_theirs(author)
            self.view.field.setEnabled(False)
        self._show()
        self._remember_words()
        self._look_over()

    def _wire(self) -> None:
        self.head.back_requested.connect(self._leave)
        self.head.read_over_requested.connect(self._ask_who_read)
        self.head.share_requested.connect(self._share)
        self.head.recording_requested.connect(self._record)
        # The common world is no lesson: it is read as a part of those that join it.
        self.head.record.setHidden(self._made.lesson == WORLD)
        self.head.po_out_requested.connect(self._write_po)
        self.head.po_in_requested.connect(self._read_po)
        self.head.take_over_requested.connect(self._take_it_over)
        self.lines.chosen.connect(self.open)
        self.view.typed.connect(self._was_typed)
        self.view.still_right.connect(self._still_right)
        self.view.next_wanted.connect(self.go_on)
        self.found.taken.connect(self.view.put_words)
        ways: list[tuple[str, Callable[[], None]]] = [
            ("Ctrl+Return", self.go_on),
            ("Ctrl+Enter", self.go_on),
            ("Alt+Up", lambda: self._step(-1)),
            ("Alt+Down", lambda: self._step(1)),
        ]
        for keys, action in ways:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    # Going about
    @property
    def translation(self) -> Translation:
        """The translation as it is typed by now."""
        if self._typed is None:
            return self._made
        return self._made.with_words({self._unit: self._typed}, self._by)

    def open(self, unit: str) -> None:
        """Show another line; what was typed is saved."""
        if self.save():
            self._unit = unit
            self._show()
            self._take_keyboard()

    def go_on(self) -> None:
        """To the next line with something to do; from the last one round to the first."""
        if not self.save():
            return
        found = self._made.next_wanted(self._unit)
        if found:
            self._unit = found
        elif not self._made.unit(self._unit).wanted:
            Toast.say(self.window(), _("Every line has its words."), "ok")
        self._show()
        self._take_keyboard()

    def _step(self, by: int) -> None:
        ids = self.lines.shown()
        if self._unit in ids:
            self.open(ids[max(0, min(len(ids) - 1, ids.index(self._unit) + by))])

    def _leave(self) -> None:
        if self.save():
            self.back_requested.emit()

    def leaving(self) -> None:
        self.save()

    # Saving
    def _was_typed(self, words: str) -> None:
        self._typed = words
        self.head.say_saved("…")
        self._soon.start()
        self.preview.show_unit(self.translation, self._unit)

    def save(self) -> bool:
        """Save what is not saved yet; False where that could not be done, which was said."""
        self._soon.stop()
        now = self.translation
        if self._typed is None or self._typed == self._made.unit(self._unit).words:
            self._typed = None
            return True
        return self._keep(now)

    def _keep(self, now: Translation) -> bool:
        take_over = self._take_over
        saved = self._bridge.run(
            lambda: self._translating.save(now, take_over=take_over), "own-lessons"
        )
        if saved is None:
            self.head.say_saved(_("Not saved"))
            return False
        self._made, self._typed = saved, None
        self.head.say_saved(_("Saved"))
        self._show(typing=True)
        self._later.start()
        return True

    def _still_right(self) -> None:
        if self.save():
            self._keep_anew(self._made.still_right(self._unit))

    def _take_it_over(self) -> None:
        self._take_over = True
        self.head.hide_theirs()
        self.view.field.setEnabled(True)
        self._take_keyboard()

    # Reading over and sharing
    def _ask_who_read(self) -> None:
        if not self.save():
            return
        name = TextField(_("Name of the reader"), self._by, longest=80, help_words=_(
            "Whoever opens the lesson sees that this person has read every line."))  # fmt: skip
        no, yes = Button(_("Cancel"), "quiet"), Button(_("I have read it all"), "primary")
        dialog = Dialog(self.window(), _("Read over"), name, [("no", no), ("yes", yes)],
                        escape="no")  # fmt: skip
        dialog.answered.connect(lambda key: self._read_over(name.value()) if key == "yes" else None)
        dialog.open(yes)

    def _read_over(self, name: str) -> None:
        who = " ".join(name.split()) or self._by
        self._keep(self._made.read_over(who))

    def _share(self) -> None:
        if self.save():
            self.share_requested.emit(self._made.lesson, self._made.language)

    def _record(self) -> None:
        if self.save():
            self.recording_requested.emit(self._made.lesson, self._made.language)

    # Other translators' programs
    def _write_po(self) -> None:
        if self.save():
            self._exchange.write(self._made)

    def _read_po(self) -> None:
        if self.save():
            self._exchange.read(self._made, self._keep_anew)

    def _keep_anew(self, made: Translation) -> bool:
        kept = self._keep(made)
        self._show()
        return kept

    # Showing
    def _show(self, *, typing: bool = False) -> None:
        """Show the line that is open; while somebody types in it the field stays as it is."""
        unit = self._made.unit(self._unit)
        self.head.show_translation(self._made)
        self.lines.show_translation(self._made, self._unit)
        self.view.show_unit(self._made, unit)
        self._show_marks()
        if not typing:
            self._suggest()
            self.preview.show_unit(self._made, self._unit, now=True)

    def _show_marks(self) -> None:
        there = (*self._findings.get(self._unit, ()), *self._findings.get("", ()))
        self.view.show_marks(list(dict.fromkeys(self._explain(each) for each in there)))

    def _suggest(self) -> None:
        unit = self._made.unit(self._unit)
        found = suggestions(unit.unit.text, (*self._memory, *self._written()))
        self.found.show_found([each for each in found if each.words != unit.words])

    def _written(self) -> Iterator[Remembered]:
        """What was written in this lesson by now."""
        for each in self._made.units:
            if each.state == "done":
                yield Remembered(each.unit.text, each.words, self._made.lesson)

    def _remember_words(self) -> None:
        translating, made = self._translating, self._made
        self._bridge.work(lambda: translating.memory(made.source, made.language), self._remembered)

    def _remembered(self, memory: Sequence[Remembered]) -> None:
        # The page may be gone by now.
        if isValid(self):
            self._memory = memory
            self._suggest()

    def _look_over(self) -> None:
        """Hold it against the rules beside the screen: it takes a moment."""
        if self._looking:
            self._later.start()
            return
        self._looking = True
        translating, made = self._translating, self._made
        self._bridge.work(lambda: translating.findings(made), self._looked_over)

    def _looked_over(self, found: Mapping[str, Sequence[Finding]]) -> None:
        if isValid(self):
            self._looking, self._findings = False, found
            self._show_marks()

    # The keyboard, and what was typed
    def _take_keyboard(self) -> None:
        QTimer.singleShot(0, self.view, self.view.take_keyboard)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_keyboard()
        self.preview.show_unit(self.translation, self._unit)

    def remember(self) -> _Memory:
        made = self._made
        return _Memory(made.lesson, made.language, self._unit, self._typed, self._take_over)

    def recall(self, memory: _Memory) -> None:
        if (memory.lesson, memory.language) != (self._made.lesson, self._made.language):
            return
        if memory.take_over and not self._take_over:
            self._take_it_over()
        self._unit = memory.unit
        self._show()
        if memory.typed is not None:
            self.view.put_words(memory.typed)
