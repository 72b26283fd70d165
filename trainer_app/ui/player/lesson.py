"""The lesson player: one page or one question at a time, Back and Next, nothing to get lost in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.helping import HELP_LESSON, Directory, topics_in
from trainer_app.i18n import _
from trainer_app.services.playing import Playing
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.grown import leaves_of
from trainer_app.ui.page import Page
from trainer_app.ui.player.card_view import card_view, word_list
from trainer_app.ui.player.end_view import end_view
from trainer_app.ui.player.foot import Foot
from trainer_app.ui.player.page_view import page_view
from trainer_app.ui.player.practice_gate import PracticeGate
from trainer_app.ui.player.question_view import QuestionView
from trainer_app.ui.player.walk import Walk
from trainer_app.ui.tab_order import put_behind
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Dialog, Scroller, Text
from trainer_app.ui.widgets.said_as import announce

_LARGE_LETTERS = 1.3


class LessonPage(Page):
    """Plays one lesson in one language; guests play it too, and nothing of theirs is kept.

    Arrow keys go on and back, Enter presses Next, 1 to 4 choose an answer. `practice`: there is
    something to practise in this language, and `practised` whether it was done before. `near` is
    the centre's help directory, shown where the pages send people on; `spoken_here` the language of
    the place, in which the card's sentence is shown beside one's own. `faces`: who learns.
    Signals: left (to all lessons), passed(str lesson), after it is written; practice_requested;
    help_card_requested: the card, with the directory, on paper.
    """

    left = Signal()
    passed = Signal(str)
    practice_requested = Signal()
    help_card_requested = Signal()

    def __init__(
        self,
        playing: Playing,
        library: LessonLibrary,
        lesson_id: str,
        language: str,
        bridge: Bridge,
        *,
        practice: bool = False,
        practised: bool = False,
        near: Directory | None = None,
        spoken_here: str = "en",
        faces: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        super().__init__()
        self._faces = faces
        self._playing, self._library, self._bridge = playing, library, bridge
        self._lesson = library.lesson(lesson_id)
        self.recorded_in = lesson_id
        self._words = library.words(lesson_id, language)
        self._near = near or {}
        self._spoken_here = spoken_here
        self.title = self._words.title
        self._question: QuestionView | None = None
        self._gate: PracticeGate | None = None
        theme = current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        self._room = Scroller()
        self._room.setWidget(QWidget())
        self._margins = (theme.space(40), theme.space(8), theme.space(40), theme.space(12))
        column.addWidget(self._room, 1)
        self.foot = Foot()
        self.foot.back.clicked.connect(self.go_back)
        self.foot.next.clicked.connect(self.go_on)
        self.foot.again.clicked.connect(self.play_again)
        self.foot.all.clicked.connect(self.left)
        self.foot.practise.clicked.connect(self.practice_requested)
        column.addWidget(self.foot)
        self._make_keys()
        at = playing.resume_at(self._lesson)
        self._walk = Walk.start(self._lesson, at, practice=practice, practised=practised)
        self._reach(self._walk)
        self._show()

    def _head(self) -> QHBoxLayout:
        theme = current()
        row = QHBoxLayout()
        row.setContentsMargins(theme.space(40), theme.space(10), theme.space(40), theme.space(6))
        row.setSpacing(theme.space(16))
        self._leave = Button(_("All lessons"), icon="layout-grid", size="small")
        self._leave.clicked.connect(self.left)
        words = Button(_("Words to know"), icon="book-open", size="small")
        words.clicked.connect(self.show_words)
        for button in (self._leave, words):
            button.slim = theme.scale > _LARGE_LETTERS
        row.addWidget(self._leave)
        if theme.scale <= _LARGE_LETTERS:
            row.addWidget(Text(self.title, "body", "semibold", align="center", tight=True), 1)
        else:
            # The room is needed for the page itself.
            row.addStretch(1)
        row.addWidget(words)
        return row

    def _make_keys(self) -> None:
        on, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if current().rtl:
            on, back = back, on
        keys: list[tuple[Qt.Key, Callable[[], None]]] = [
            (on, self.go_on),
            (back, self.go_back),
            (Qt.Key.Key_PageDown, self.go_on),
            (Qt.Key.Key_PageUp, self.go_back),
        ]
        digits = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
        keys += [(key, partial(self._choose_by_place, place)) for place, key in enumerate(digits)]
        for key, action in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(action)

    # Going through
    def go_on(self) -> None:
        """To the next page, question, or the end; each is written before it is shown."""
        if not self._walk.may_go_on:
            return
        if self._walk.part == "question" and self._walk.is_last_question:
            self._finish()
        else:
            self._move(1)

    def go_back(self) -> None:
        """To the page or question before."""
        if self._walk.at > 0:
            self._move(-1)

    def play_again(self) -> None:
        """From the first page, with nothing answered."""
        walk = self._walk
        self._go_to(Walk.start(self._lesson, practice=walk.practice, practised=walk.practised))

    def _move(self, by: int) -> None:
        walk = self._walk.go(by)
        # From the end, back leads to the last question, which is answered.
        self._go_to(walk)

    def _go_to(self, walk: Walk) -> None:
        if self._reach(walk):
            self._walk = walk
            self._show()

    def _reach(self, walk: Walk) -> bool:
        """Write what is going to be in sight; False where it could not be written."""
        if walk.part not in ("page", "question"):
            return True
        # All questions together are the one page behind the last.
        page = min(walk.at, walk.pages)
        return self._write(lambda: self._playing.reach(self._lesson, page))

    def _finish(self) -> None:
        if self._walk.quiz_passed is not None:
            self._move(1)
            return
        attempt = self._walk.attempt
        passed = self._bridge.run(
            lambda: self._playing.finish(
                self._lesson, attempt.right, attempt.of, practice=self._walk.practice
            ),
            "work",
        )
        if passed is None:
            return
        self._walk = self._walk.finish(passed)
        self._show()
        if self._walk.passed:
            self.passed.emit(self._lesson.id)

    def _answer(self, choice: str) -> None:
        question = self._walk.question
        done = self._write(lambda: self._playing.answer(self._lesson, question.id, choice))
        if not done or self._question is None:
            return
        self._walk = self._walk.choose(choice)
        self._question.show_tried(self._walk.attempt.tried(question.id), aloud=True)
        self.foot.show_walk(self._walk)
        if self._walk.may_go_on:
            self.foot.next.setFocus(Qt.FocusReason.OtherFocusReason)
            self._room.ensureWidgetVisible(self._question.choices[choice])

    def _write(self, action: Callable[[], object]) -> bool:
        def written() -> bool:
            action()
            return True

        return self._bridge.run(written, "work") is True

    def _choose_by_place(self, place: int) -> None:
        if self._question is not None:
            self._question.choose_by_place(place)

    # Showing
    def _show(self) -> None:
        walk = self._walk
        self._question, self._gate = None, None
        view = self._view()
        holder = QWidget()
        holder.setProperty("ground", "none")
        holder.setProperty("language", self._words.language)
        column = QVBoxLayout(holder)
        column.setContentsMargins(*self._margins)
        column.addWidget(view, 1)
        old = self._room.takeWidget()
        old.deleteLater()
        self._room.setWidget(holder)
        put_behind(holder, self.foot)
        self._room.verticalScrollBar().setValue(0)
        self.foot.show_walk(walk)
        self._focus()
        self.turned.emit()
        if self.isVisible():
            announce(self, self._heading())

    def _heading(self) -> str:
        """What the part in sight begins with."""
        walk, words = self._walk, self._words
        if walk.part == "page":
            return words.page(walk.step.id).title
        if walk.part == "question":
            return words.question(walk.question.id).text
        if walk.part == "practice":
            return _("Now try it yourself")
        if walk.part == "card":
            return _("Your card")
        return _("Well done!") if walk.passed else _("You are nearly there")

    def _view(self) -> QWidget:
        walk, lesson, words = self._walk, self._lesson, self._words
        if walk.part == "page":
            unread = walk.at == 0 and lesson.caution and words.machine_only
            return page_view(lesson, words.page(walk.step.id), self._near, unread=unread)
        if walk.part == "practice":
            self._gate = PracticeGate(lesson, done=walk.practised)
            self._gate.started.connect(self.practice_requested)
            return self._gate
        if walk.part == "question":
            question = walk.question
            view = QuestionView(lesson, question, words.question(question.id))
            view.show_tried(walk.attempt.tried(question.id))
            view.chosen.connect(self._answer)
            self._question = view
            return view
        if walk.part == "end":
            grown = leaves_of(self._library.lessons, self._playing.progress())
            return end_view(walk, words, self._faces(), grown)
        sends_on = lesson.id == HELP_LESSON or bool(topics_in(words.pages))
        ask = self.help_card_requested.emit if sends_on else None
        return card_view(lesson, words, self._library, ask, self._spoken_here)

    def _focus(self) -> None:
        if not self.isVisible():
            return
        if self._question is not None and not self._walk.may_go_on:
            self._question.focus_first()
        elif self._gate is not None and not self._walk.practised:
            self._gate.start.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.foot.focus_first()

    def show_words(self) -> None:
        """Show the words to know in front of the page."""
        close = Button(_("OK"), "primary", icon="check")
        body = word_list(self._words.words, "body")
        dialog = Dialog(
            self.window(), _("Words to know"), body, [("ok", close)], escape="ok", width=760
        )
        dialog.open(close)

    @property
    def scrolls(self) -> bool:
        """Whether what is in sight is longer than the room for it."""
        return self._room.verticalScrollBar().maximum() > 0

    def way_back(self) -> Button:
        """To the page before, and from the first one to all lessons."""
        return self.foot.back if self.foot.back.isEnabled() else self._leave

    def to_read(self) -> QWidget:
        return self._room.widget() or self

    def remember(self) -> Walk:
        return self._walk

    def recall(self, memory: Walk) -> None:
        if memory.lesson.id == self._lesson.id:
            practised = memory.practised or self._walk.practised
            walk = memory.in_another_language(self._walk.practice)
            self._walk = replace(walk, practised=practised)
            self._reach(self._walk)
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()
        # After the lesson's own title, which is said when the page has come.
        QTimer.singleShot(0, self, lambda: announce(self, self._heading()))
