"""Do you remember? A question or two from lessons of earlier sessions, one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.lessons import Lesson, Question
from trainer_app.domain.recall import Key
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import number
from trainer_app.services.recalling import Recalling
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.page import Page
from trainer_app.ui.player.question_view import QuestionView
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, FlowRow, Scroller, Text

_LARGE_LETTERS = 1.3
_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


@dataclass(frozen=True, slots=True)
class Remembering:
    """Where somebody is: which question, and what was tried at it."""

    at: int = 0
    tried: tuple[str, ...] = field(default=())


class RecallPage(Page):
    """Asks each of `questions` (at least one); the first answer is kept, then one may try on.

    Keys 1 to 4 choose an answer. Signals: left (out of it), finished (after the last),
    page_requested(str lesson, int page from 0) that teaches what was not remembered.
    """

    left = Signal()
    finished = Signal()
    page_requested = Signal(str, int)

    def __init__(
        self,
        recalling: Recalling,
        library: LessonLibrary,
        questions: Sequence[Key],
        language: str,
        bridge: Bridge,
    ) -> None:
        super().__init__()
        self.title = _("Do you remember?")
        self._recalling, self._library, self._bridge = recalling, library, bridge
        self._questions, self._language = tuple(questions), language
        self._now = Remembering()
        self.view: QuestionView
        theme = current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        side = theme.space(40)
        head.setContentsMargins(side, theme.space(10), side, theme.space(6))
        head.setSpacing(theme.space(16))
        self._leave = Button(_("All lessons"), icon="layout-grid", size="small")
        self._leave.clicked.connect(self.left)
        self._where = Text("", "body", "semibold", align="center", tight=True)
        head.addWidget(self._leave)
        head.addWidget(self._where, 1)
        column.addLayout(head)
        self._room = Scroller()
        column.addWidget(self._room, 1)
        column.addWidget(self._foot())
        for place, key in enumerate(_KEYS):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._choose_by_place, place))
        self._show()

    def way_back(self) -> Button:
        """To all lessons."""
        return self._leave

    def _foot(self) -> QWidget:
        theme = current()
        foot = QWidget()
        row = FlowRow(foot, 12, at_end=True)
        side, air = theme.space(40), theme.space(8)
        row.setContentsMargins(side, air, side, air)
        self.look = Button(_("Look at the page again"), icon="book-open")
        self.look.clicked.connect(self._look_again)
        self.next = Button(_("Next"), "primary", icon="arrow-right", icon_last=True)
        self.next.clicked.connect(self.go_on)
        row.addWidget(self.look)
        row.addWidget(self.next)
        return foot

    # What is asked
    @property
    def _lesson(self) -> Lesson:
        return self._library.lesson(self._questions[self._now.at][0])

    @property
    def _question(self) -> Question:
        return self._lesson.question(self._questions[self._now.at][1])

    @property
    def _answered(self) -> bool:
        return self._question.right in self._now.tried

    @property
    def _last(self) -> bool:
        return self._now.at + 1 == len(self._questions)

    # Doing
    def go_on(self) -> None:
        """To the next question, or out after the last."""
        if not self._answered:
            return
        if self._last:
            self.finished.emit()
            return
        self._now = Remembering(self._now.at + 1)
        self._show()

    def _choose_by_place(self, place: int) -> None:
        self.view.choose_by_place(place)

    def _chosen(self, choice: str) -> None:
        lesson, question, tried = self._lesson, self._question, self._now.tried
        right = self._bridge.run(
            lambda: self._recalling.answer(lesson, question.id, choice, first=not tried), "work"
        )
        if right is None:
            return
        self._now = replace(self._now, tried=(*tried, choice))
        self.view.show_tried(self._now.tried, aloud=True)
        self._show_ways()
        if right:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_again(self) -> None:
        lesson, objective = self._lesson, self._question.objective
        page = next((at for at, step in enumerate(lesson.steps) if objective in step.objectives), 0)
        self.page_requested.emit(lesson.id, page)

    # Showing
    def _show(self) -> None:
        lesson, question = self._lesson, self._question
        title, language = self._library.titles(self._language)[lesson.id]
        words = self._library.words(lesson.id, language)
        self.view = QuestionView(lesson, question, words.question(question.id))
        self.view.show_tried(self._now.tried)
        self.view.chosen.connect(self._chosen)
        theme = current()
        holder = QWidget()
        holder.setProperty("ground", "none")
        holder.setProperty("language", language)
        column = QVBoxLayout(holder)
        side = theme.space(40)
        column.setContentsMargins(side, theme.space(8), side, theme.space(12))
        source = Text(_("From “{title}”").format(title=isolate(title)), "small", colour="muted")
        source.setProperty("aloud", "never")
        # Large letters need the room for the answers.
        source.setVisible(theme.scale <= _LARGE_LETTERS)
        column.addWidget(source)
        column.addWidget(self.view, 1)
        self._room.takeWidget().deleteLater()
        self._room.setWidget(holder)
        self._room.verticalScrollBar().setValue(0)
        words_of_place = _("Do you remember? Question {question} of {questions}")
        self._where.set_words(
            words_of_place.format(
                question=number(self._now.at + 1), questions=number(len(self._questions))
            )
        )
        self._show_ways()
        self._focus()

    def _show_ways(self) -> None:
        """Next when it is answered; the page that teaches it when the first try was not right."""
        tried = self._now.tried
        self.look.setVisible(bool(tried) and tried[0] != self._question.right)
        self.next.setEnabled(self._answered)
        self.next.set_word(_("Finish") if self._last else _("Next"))

    def _focus(self) -> None:
        if not self.isVisible():
            return
        if self._answered:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.view.focus_first()

    def to_read(self) -> QWidget:
        return self._room.widget() or self

    def remember(self) -> Remembering:
        return self._now

    def recall(self, memory: Remembering) -> None:
        self._now = memory
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()
