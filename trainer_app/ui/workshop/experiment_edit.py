"""Writing an experiment card: a title, the lesson, the day, and three short texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.experiments import TITLE_LETTERS, Experiment
from trainer_app.i18n import _
from trainer_app.services.experiments import Experiments
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, flow, margins
from trainer_app.ui.page import Now, Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    Card,
    ChoiceField,
    DateField,
    FlowGrid,
    Scroller,
    TextField,
    Toast,
)
from trainer_app.ui.workshop.board_words import lesson_title


class ExperimentEditPage(Page):
    """One card, new where it has no id. `back` is what the way back is called.

    Signals: `saved`, `left`.
    """

    guide = "after"

    saved = Signal()
    left = Signal()

    def __init__(
        self,
        experiments: Experiments,
        lessons: LessonLibrary,
        bridge: Bridge,
        card: Experiment,
        *,
        back: str,
        now: Now,
    ) -> None:
        super().__init__()
        self.title = _("Change a card") if card.id else _("Write a card")
        self._experiments, self._bridge, self._card = experiments, bridge, card
        self._is_changed = False
        self._make_fields(lessons, now)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        margins(column)
        words = _("Write no names of learners: a card may be read in other centres.")
        heading = Heading(self.title, words, back=back)
        heading.back_requested.connect(self.left)
        column.addWidget(heading)
        column.addWidget(self._form())
        column.addStretch(1)
        whole.addWidget(Scroller(page))
        self._put(card)

    def _make_fields(self, lessons: LessonLibrary, now: Now) -> None:
        self.name = TextField(_("Title"), longest=TITLE_LETTERS)
        options = [("", _("No lesson of its own"))]
        options += [(one.id, lesson_title(lessons, one.id)) for one in lessons.lessons]
        if self._card.lesson and self._card.lesson not in dict(options):
            options.append((self._card.lesson, self._card.lesson))
        self.lesson = ChoiceField(_("Lesson"), options, "")
        self.on = DateField(
            _("Date"),
            self._card.on,
            lambda: now().date(),
            bad_words=_("This is no date. Write it like 24-11-2026."),
        )
        self.tried = TextField(
            _("What we tried"), lines=3, hint=_("Such as: the quiz first, the pages after it")
        )
        self.happened = TextField(
            _("What happened"), lines=3, hint=_("Such as: everyone talked, nobody was afraid")
        )
        self.again = TextField(
            _("What we would do again"), lines=3, hint=_("Such as: yes, with fewer questions")
        )

    def _form(self) -> Card:
        card = Card(pad=16)
        card.body.setSpacing(current().space(14))
        few = FlowGrid(320, 14, most=3)
        few.add(self.name, self.lesson, self.on)
        card.add(few, self.tried, self.happened, self.again)
        save = Button(_("Save"), "primary", icon="check")
        save.clicked.connect(self._save)
        leave = Button(_("Cancel"), "quiet")
        leave.clicked.connect(self.left)
        card.add(flow(save, leave))
        for field in (self.name, self.tried, self.happened, self.again):
            field.changed.connect(lambda _text, field=field: self._touched(field))
        self.lesson.changed.connect(lambda _key: self._touched(None))
        self.on.changed.connect(lambda _day: self._touched(None))
        return card

    def typed(self) -> Experiment:
        """The card as it stands in the fields."""
        return replace(
            self._card,
            title=self.name.value(),
            lesson=self.lesson.value() or "",
            on=self.on.value() or self._card.on,
            tried=self.tried.value(),
            happened=self.happened.value(),
            again=self.again.value(),
        )

    def remember(self) -> Experiment | None:
        return self.typed() if self._is_changed else None

    def recall(self, memory: Experiment) -> None:
        self._put(memory)
        self._is_changed = True

    def _put(self, card: Experiment) -> None:
        self.name.set_value(card.title)
        self.lesson.set_value(card.lesson)
        self.on.set_value(card.on)
        self.tried.set_value(card.tried)
        self.happened.set_value(card.happened)
        self.again.set_value(card.again)
        self._is_changed = False

    def _touched(self, field: TextField | None) -> None:
        self._is_changed = True
        if field is not None:
            field.set_error(None)

    def _save(self) -> None:
        card = self.typed()
        if not card.title.strip():
            self._point_out(self.name, _("Write what the card is called."))
        elif not card.tried.strip():
            self._point_out(self.tried, _("Write in a line what you tried."))
        elif self.on.value() is None:
            self.on.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._bridge.run(self._saving(card), "experiments"):
            Toast.say(self.window(), _("Saved"))
            self.saved.emit()

    def _saving(self, card: Experiment) -> Callable[[], Experiment]:
        return lambda: self._experiments.save(card)

    def _point_out(self, field: TextField, words: str) -> None:
        field.set_error(words)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self.name, lambda: self.name.setFocus(Qt.FocusReason.OtherFocusReason))
