"""The editor of a lesson: its parts, the fields of one of them, and what learners will see."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.draft_edits import (
    Change,
    added_page,
    added_questions,
    moved,
    neighbour,
    without,
)
from trainer_app.domain.drafts import Draft
from trainer_app.i18n import _
from trainer_app.services.authoring import Authoring
from trainer_app.services.drafting import Drafting
from trainer_app.ui.authoring.editor_head import EditorHead
from trainer_app.ui.authoring.editor_keys import EditorKeys
from trainer_app.ui.authoring.form import Form
from trainer_app.ui.authoring.forms import Forms
from trainer_app.ui.authoring.history import History, Place
from trainer_app.ui.authoring.mending import Mend
from trainer_app.ui.authoring.part_head import PartHead
from trainer_app.ui.authoring.parts_list import PartsList
from trainer_app.ui.authoring.plan_form import PlanForm
from trainer_app.ui.authoring.preview_pane import Preview, PreviewPane
from trainer_app.ui.authoring.saving import Saving
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import clear, is_roomy
from trainer_app.ui.page import Page
from trainer_app.ui.tab_order import put_in_order
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Scroller, Toast


class _Memory(NamedTuple):
    lesson: str
    history: History
    saved: Draft
    place: Place


class EditorPage(Page):
    """One lesson, to be changed. It is saved by itself.

    Ctrl+Z and Ctrl+Y take back and do again; Alt with up or down moves a page or question; Ctrl
    with page up or down opens the part before or after.
    Signals: `back_requested`, `try_requested(str)`, `share_requested(str)`,
    `recording_requested(str)`;
    `quiz_file_requested`: a GIFT file to read; `quiz_save_requested(tuple)` of QuestionDraft.
    """

    guide = "own-lessons"

    back_requested = Signal()
    try_requested = Signal(str)
    share_requested = Signal(str)
    recording_requested = Signal(str)
    quiz_file_requested = Signal()
    quiz_save_requested = Signal(object)

    wants_width = True

    def __init__(
        self,
        lesson_id: str,
        authoring: Authoring,
        drafting: Drafting,
        forms: Forms,
        bridge: Bridge,
        preview: Preview,
        at: Place,
    ) -> None:
        super().__init__()
        self._lesson, self._drafting, self._forms = lesson_id, drafting, forms
        self._history = History(authoring.draft(lesson_id))
        self._place = at
        self._mends: list[Mend] | None = None
        self._form: QWidget = QWidget()
        self.title = self._history.now.title or _("A lesson without a title")
        self.saving = Saving(authoring, bridge, self._history, self)
        self.head = EditorHead(_("Our own lessons"))
        self.parts = PartsList(forms.picture)
        self.preview = PreviewPane(preview)
        self.saving.said.connect(self.head.say)
        self.saving.looked_over.connect(self._looked_over)
        self._lay_out()
        self._wire()
        forms.picture_put.connect(self._picture_put)
        self._show()
        self.saving.look_over()

    # What stands where
    def _lay_out(self) -> None:
        theme = current()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.space(16), theme.space(10), theme.space(16), theme.space(10))
        whole.setSpacing(theme.space(8))
        whole.addWidget(self.head)
        columns = QHBoxLayout()
        columns.setSpacing(theme.space(14))
        self.parts.setFixedWidth(theme.space(246 if theme.scale <= 1.5 else 264))
        columns.addWidget(self.parts)
        inside = QWidget()
        inside.setProperty("ground", "none")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(theme.space(4), 0, theme.space(8), 0)
        self._column.setSpacing(theme.space(12))
        self._fields = Scroller(inside)
        columns.addWidget(self._fields, 11)
        columns.addWidget(self.preview, 9)
        whole.addLayout(columns, 1)
        # Only now: without a parent it would be shown as a window of its own.
        self.preview.setHidden(not is_roomy())

    def _wire(self) -> None:
        self.head.back_requested.connect(self._leave)
        self.head.undo_requested.connect(self.undo)
        self.head.redo_requested.connect(self.redo)
        self.head.try_requested.connect(lambda: self._after_saving(self.try_requested))
        self.head.share_requested.connect(lambda: self._after_saving(self.share_requested))
        self.head.recording_requested.connect(lambda: self._after_saving(self.recording_requested))
        self.head.preview_toggled.connect(self._toggle_preview)
        self.parts.chosen.connect(self.open)
        self.parts.page_wanted.connect(self.add_page)
        self.parts.question_wanted.connect(self.add_question)
        self.parts.gift_wanted.connect(lambda: self.open(Place("question")))
        self._keys = EditorKeys(
            self,
            {
                "Ctrl+Z": self.undo,
                "Ctrl+Y": self.redo,
                "Ctrl+Shift+Z": self.redo,
                "Alt+Up": lambda: self._move(-1),
                "Alt+Down": lambda: self._move(1),
                "Ctrl+PgUp": lambda: self._step(-1),
                "Ctrl+PgDown": lambda: self._step(1),
            },
        )

    # Going about
    def open(self, place: Place) -> None:
        """Show a part of the lesson; what was typed in the other one is saved."""
        self.saving.save()
        self._place = place
        if place.section == "mend" and not self.saving.is_looked_over:
            self._mends = None
            self.saving.look_over()
        self._show()
        self._take_keyboard()

    @property
    def place(self) -> Place:
        """The part in sight."""
        return self._place

    @property
    def draft(self) -> Draft:
        """The lesson as it is typed by now."""
        return self._history.now

    def _step(self, by: int) -> None:
        places = [*self.parts.buttons]
        here = Place(self._place.section, self._place.id)
        at = places.index(here) if here in places else 0
        self.open(places[max(0, min(len(places) - 1, at + by))])

    def _leave(self) -> None:
        if self.saving.save():
            self.back_requested.emit()

    def _after_saving(self, signal: Any) -> None:
        if self.saving.save():
            signal.emit(self._lesson)

    def leaving(self) -> None:
        self.saving.end()
        self.preview.end()

    # Editing
    def add_page(self) -> None:
        """One page more, behind the one in sight."""
        new = self._drafting.new_page()
        after = self._place.id if self._place.section == "page" else ""
        self._reshape(lambda d: added_page(d, new, after), Place("page", new.id, "title"))

    def add_question(self) -> None:
        """One question more, at the end."""
        new = self._drafting.new_question(self.draft.objectives)
        place = Place("question", new.id, "words")
        self._reshape(lambda d: added_questions(d, [new]), place)

    def show_gift(self, text: str) -> None:
        """Put the text of a GIFT file before the person."""
        self._forms.show_gift(self._form, text)

    def undo(self) -> None:
        """Take back the last step, wherever in the lesson it was."""
        self._go_to(self._history.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        self._go_to(self._history.redo())

    def _go_to(self, place: Place | None) -> None:
        if place is not None:
            self._place = self._there(place)
            self.saving.soon()
            self._show()
            self._take_keyboard()

    def _move(self, by: int) -> None:
        if self._place.id:
            place = self._place
            self._reshape(lambda draft: moved(draft, place.id, by), place)

    def _remove(self) -> None:
        place, draft = self._place, self.draft
        things = draft.pages if place.section == "page" else draft.questions
        if len(things) < 2:
            return
        after = Place(place.section, neighbour(things, place.id))
        self._reshape(lambda draft: without(draft, place.id), after)
        Toast.say(self.window(), _("Taken away. Ctrl+Z brings it back."))

    def edit(self, change: Change, field: str = "") -> None:
        """Do something to the lesson; the fields in sight know of it already."""
        draft = change(self.draft)
        if draft == self.draft:
            return
        self._history.edit(draft, Place(self._place.section, self._place.id, field))
        self.saving.soon()
        self._show_around()
        if isinstance(self._form, PlanForm):
            self._form.show_sum(self.draft)

    def _reshape(self, change: Change, place: Place) -> None:
        before = self._place
        self._history.edit(change(self.draft), Place(before.section, before.id))
        self._place = self._there(place)
        self.saving.soon()
        self._show()
        self._take_keyboard()

    def _picture_put(self, place: Place, change: Change) -> None:
        """A picture lies beside the lesson now; show it where it was asked for."""
        self._reshape(change, place)
        self.saving.save()

    def _there(self, place: Place) -> Place:
        """The place, or the nearest one that there is in the draft of now."""
        draft = self.draft
        if place.section == "page" and place.id not in (page.id for page in draft.pages):
            return Place("page", draft.pages[-1].id)
        known = ("", *(each.id for each in draft.questions))
        if place.section == "question" and place.id not in known:
            return Place("question", draft.questions[-1].id)
        return place

    # Showing
    def _show(self) -> None:
        """Build the fields of the part in sight."""
        self._place = self._there(self._place)
        clear(self._column)
        head = PartHead(self.draft, self._place)
        head.move_requested.connect(self._move)
        head.remove_requested.connect(self._remove)
        self._column.addWidget(head)
        self._form = self._forms.make(self.draft, self._place, self._mends)
        if isinstance(self._form, Form):
            self._form.edited.connect(self.edit)
            self._form.reshaped.connect(self._reshape)
        self._forms.wire(self._form, self)
        self._column.addWidget(self._form, 1)
        self._keys.watch(self._form)
        self._fields.verticalScrollBar().setValue(0)
        self._show_around(now=True)
        put_in_order(self.head, self.parts, self._fields, self.preview)

    def _show_around(self, *, now: bool = False) -> None:
        draft = self.draft
        self.head.show_title(draft.title)
        self.head.show_steps(undo=self._history.can_undo, redo=self._history.can_redo)
        self.parts.show_draft(draft, self._place, self._mends)
        self.preview.show_part(draft, Place(self._place.section, self._place.id), now=now)

    def _toggle_preview(self, on: bool) -> None:
        """Where letters are large the preview takes the place of the fields."""
        self.preview.setVisible(on)
        self._fields.setVisible(not on)
        self._show_around(now=True)

    def _looked_over(self, mends: list[Mend]) -> None:
        self._mends = mends
        if self._place.section == "mend":
            self._show()
        else:
            self.parts.show_draft(self.draft, self._place, mends)

    def _take_keyboard(self) -> None:
        name, form = self._place.field, self._form
        if self.isVisible():
            QTimer.singleShot(0, form, lambda: self._focus(form, name))

    def _focus(self, form: QWidget, name: str) -> None:
        show_field = getattr(form, "show_field", None)
        if show_field is not None and form is self._form:
            show_field(name)

    # Qt and the window
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_keyboard()

    def remember(self) -> _Memory:
        return _Memory(self._lesson, self._history, self.saving.saved, self._place)

    def recall(self, memory: _Memory) -> None:
        if memory.lesson == self._lesson:
            self._history, self._place = memory.history, memory.place
            self.saving.follow(memory.history, memory.saved)
            self._show()
