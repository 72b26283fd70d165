"""The questions of a project, turned to the person: one a page, in her language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _, languages, own_name
from trainer_app.i18n.formats import number
from trainer_app.services.funding.asking import Asking
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.asking_steps import (
    ConsentStep,
    EndStep,
    PrivateStep,
    QuestionStep,
    in_words,
    title_of,
)
from trainer_app.ui.funding.asking_walk import Walk
from trainer_app.ui.heading import clear, column, flow
from trainer_app.ui.page import Page
from trainer_app.ui.theme import Size, current
from trainer_app.ui.widgets import Button, Dialog, IconButton, ProgressBar, Scroller, Text, TopBar

_ROOMY = 1.5


class AskingPage(Page):
    """First what it is for and her yes, then question after question, at the end thanks.

    Each answer is on the disk when the next question comes. `language`: that of the page.
    Signals: `finished`: the trainer has the laptop again; `language_chosen(str)`,
    `larger_requested`, `read_requested` (aloud, or to stop that).
    """

    finished = Signal()
    language_chosen = Signal(str)
    larger_requested = Signal()
    read_requested = Signal()

    def __init__(
        self,
        walk: Walk,
        asking: Asking,
        bridge: Bridge,
        *,
        centre: str,
        language: str,
        can_read: bool,
    ) -> None:
        super().__init__()
        self._walk, self._asking, self._bridge = walk, asking, bridge
        self._centre, self._language = centre, language
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._top = self._tools(can_read)
        whole.addWidget(TopBar(start=[self._progress()], end=self._top))
        self._inside = QWidget()
        self._inside.setProperty("ground", "none")
        self._rows = QVBoxLayout(self._inside)
        side = current().space(32)
        self._rows.setContentsMargins(side, current().space(20), side, current().space(20))
        self._rows.setSpacing(current().space(16))
        self._scroller = Scroller(self._inside)
        whole.addWidget(self._scroller, 1)
        foot = QWidget()
        self._foot = QHBoxLayout(foot)
        self._foot.setContentsMargins(0, 0, 0, 0)
        self._foot_bar = TopBar(start=[foot], foot=True)
        layout = self._foot_bar.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setStretchFactor(foot, 1000)
        whole.addWidget(self._foot_bar)
        self._show()

    def to_read(self) -> QWidget:
        return self._inside

    # What stands on the page
    def _progress(self) -> QWidget:
        self._where = Text("", "small", colour="muted", tight=True)
        self._bar = ProgressBar(0, max(1, len(self._walk.questions)), "")
        self._bar.setMinimumWidth(current().px(160))
        return column(self._where, self._bar, gap=4)

    def _tools(self, can_read: bool) -> list[QWidget]:
        larger = IconButton("a-large-small", _("Text size"), under=False, show_word=False)
        larger.clicked.connect(self.larger_requested)
        languages = IconButton("languages", own_name(self._language), under=False)
        languages.clicked.connect(self._show_languages)
        tools: list[QWidget] = [larger, languages]
        if can_read:
            read = IconButton("volume-2", _("Read aloud"), under=False)
            read.clicked.connect(self.read_requested)
            tools.insert(0, read)
        return tools

    def _show(self) -> None:
        clear(self._rows)
        clear(self._foot)
        walk = self._walk
        words, code = title_of(walk, self._language)
        self.title = words
        size: Size = "headline" if current().scale <= _ROOMY else "title"
        heading = Text(words, size, "bold", tight=True)
        heading.setProperty("language", code)
        self._rows.addWidget(heading)
        self._step = self._step_of()
        # A screen reader says the question when it comes to the answers.
        self._step.setAccessibleName(words)
        self._rows.addWidget(self._step)
        self._rows.addStretch(1)
        many = len(walk.questions)
        where = _("Question {number} of {many}").format(
            number=number(walk.number), many=number(many)
        )
        self._where.set_words(where)
        self._bar.show_progress(walk.number, many, where)
        for part in (self._where, self._bar):
            part.setVisible(walk.place == "question")
        # Where letters are large, a yes and a no need more than half of the width.
        self._foot.addWidget(flow(*self._start(), gap=12), 1)
        self._foot.addWidget(flow(*self._end(), gap=12, at_end=True), 2)
        self._scroller.verticalScrollBar().setValue(0)
        self.setAccessibleName(words)
        QTimer.singleShot(0, self, self._take_keyboard)

    def _step_of(self) -> QWidget:
        match self._walk.place:
            case "consent":
                return ConsentStep(self._walk, self._centre)
            case "private":
                return PrivateStep(self._walk)
            case "question":
                step = QuestionStep(self._walk, self._language)
                step.chosen.connect(lambda _choice: self._next.setEnabled(True))
                return step
            case _:
                return EndStep(self._walk)

    def _start(self) -> list[Button]:
        match self._walk.place:
            case "consent":
                return [_button(_("Not now"), "clock", self.finished.emit, "quiet")]
            case "end":
                return []
            case _:
                return [_button(_("Back"), "arrow-left", self._back, "quiet")]

    def _end(self) -> list[Button]:
        match self._walk.place:
            case "consent":
                no = _button(_("No, thank you"), "hand", lambda: self._agree("answers", False))
                # A yes that looks no better than a no, and is not where the keyboard begins.
                yes = _button(_("Yes, ask me"), "check", lambda: self._agree("answers", True))
                return [no, yes]
            case "private":
                leave_out = _("Leave these out")
                no = _button(leave_out, "skip-forward", lambda: self._agree("sensitive", False))
                these = _("Yes, ask me these too")
                yes = _button(these, "check", lambda: self._agree("sensitive", True))
                return [no, yes]
            case "question":
                self._next = _button(_("Next"), "arrow-right", self._keep, "primary")
                assert isinstance(self._step, QuestionStep)
                self._next.setEnabled(bool(self._step.value))
                return [self._next]
            case _:
                self._next = _button(
                    _("I am the trainer"), "key-round", self.finished.emit, "primary"
                )
                return [self._next]

    def _take_keyboard(self) -> None:
        step = self._step
        if isinstance(step, QuestionStep):
            first = step.choices.get(step.value) or next(iter(step.choices.values()))
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(step, EndStep):
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._top[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # What she does
    def _agree(self, use: str, given: bool) -> None:
        walk = self._walk
        if given and self._guardian_is_missing():
            return

        def agree() -> bool:
            self._asking.agree(
                walk.taking.person.id,
                walk.taking.project.id,
                use,
                given,
                language=self._language,
                interpreter=walk.interpreter,
                guardian=walk.guardian if walk.taking.minor else None,
            )
            return True

        if not self._bridge.run(agree, "answers"):
            return
        if given:
            walk.go_on()
        else:
            walk.finish(declined=use == "answers")
        self._show()

    def _guardian_is_missing(self) -> bool:
        """Say beside the field, not in a message, that a grown-up's name is missing."""
        step = self._step
        field = step.guardian if isinstance(step, ConsentStep) else None
        if field is None or self._walk.guardian.strip():
            return False
        field.set_error(_("Please write the name of this grown-up here."))
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, field, lambda: self._scroller.ensureWidgetVisible(field))
        return True

    def _keep(self) -> None:
        walk, step = self._walk, self._step
        assert isinstance(step, QuestionStep)
        question = walk.question
        assert question is not None
        value = step.value
        if walk.chosen.get(question.id) != value:

            def keep() -> bool:
                self._asking.give(
                    walk.taking.person.id,
                    walk.taking.project.id,
                    walk.stage,
                    {question.id: value},
                    language=in_words(question.ask, walk.tongue, self._language)[1],
                    interpreter=walk.interpreter,
                )
                return True

            if not self._bridge.run(keep, "answers"):
                return
            walk.chosen[question.id] = value
        walk.go_on()
        self._show()

    def _back(self) -> None:
        self._walk.go_back()
        self._show()

    def _show_languages(self) -> None:
        buttons = [
            (
                one.code,
                Button(one.own_name, "primary" if one.code == self._language else "secondary"),
            )
            for one in languages()
        ]
        dialog = Dialog(self.window(), _("Language"), QWidget(), buttons, escape="", width=720)
        dialog.answered.connect(self._speak)
        dialog.open(dict(buttons)[self._language])

    def _speak(self, code: str) -> None:
        if code:
            self._walk.tongue = ""
            self._show()
            self.language_chosen.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number takes the answer in that place, as in the lessons' questions."""
        place = event.key() - Qt.Key.Key_1
        if isinstance(self._step, QuestionStep) and 0 <= place < len(self._step.choices):
            list(self._step.choices.values())[place].click()
        super().keyPressEvent(event)


def _button(word: str, icon: str, pressed: Callable[[], None], role: str = "secondary") -> Button:
    button = Button(word, role, icon=icon, icon_last=icon == "arrow-right")  # type: ignore[arg-type]
    button.clicked.connect(pressed)
    return button
