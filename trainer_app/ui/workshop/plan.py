"""One lesson for its trainer: the plan, the pages, the questions, the words, the card."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import LessonWords
from trainer_app.i18n import _, isolate, own_name, pgettext
from trainer_app.i18n.formats import listed
from trainer_app.ui.heading import Heading, clear, flow, margins
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import (
    Button,
    Chip,
    EmptyState,
    Notice,
    Scroller,
    SegmentField,
    Text,
)
from trainer_app.ui.workshop.lesson_words import competence_words, minutes_words, review_words
from trainer_app.ui.workshop.plan_parts import (
    card_part,
    pages_part,
    plan_part,
    questions_part,
    words_part,
)


class PlanPage(Page):
    """A lesson as its trainer prepares it.

    Signals: `try_requested(str)` (play the lesson as a guest), `practice_requested(str)` (play its
    practice with the class), `presenting_requested(str)` (show it on the projector),
    `recording_requested(str, str)` (say its sentences, in this language), `back_requested`.
    """

    guide = "lessons"

    try_requested = Signal(str)
    presenting_requested = Signal(str)
    practice_requested = Signal(str)
    recording_requested = Signal(str, str)
    back_requested = Signal()

    def __init__(self, lessons: LessonLibrary, lesson_id: str, language: str) -> None:
        super().__init__()
        self._lesson = lessons.lesson(lesson_id)
        self.title, self._language = lessons.titles(language)[lesson_id]
        self._asked = language
        self._practised = bool(lessons.practice_languages(lesson_id))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        self._column = QVBoxLayout(page)
        margins(self._column)
        try:
            self._words: LessonWords | None = lessons.words(lesson_id, self._language)
        except UnreadableLesson as error:
            self._words = None
            self._add_heading()
            self._column.addWidget(_unreadable(error), 1)
        else:
            self._add_heading()
            self._add_facts(self._words)
            self._add_parts()
        self._column.addStretch(1)
        self._scroller = Scroller(page)
        whole.addWidget(self._scroller)

    def _add_heading(self) -> None:
        actions = []
        if self._words is not None:
            trying = Button(_("Try the lesson"), "primary", icon="play")
            trying.clicked.connect(lambda: self.try_requested.emit(self._lesson.id))
            presenting = Button(pgettext("projector", "Present"), icon="monitor")
            presenting.clicked.connect(lambda: self.presenting_requested.emit(self._lesson.id))
            actions = [trying, presenting]
        if self._practised:
            practising = Button(_("Practise with the class"), icon="presentation")
            practising.clicked.connect(lambda: self.practice_requested.emit(self._lesson.id))
            actions.append(practising)
        under = self._words.summary if self._words else ""
        heading = Heading(self.title, under, actions, back=_("Lessons"))
        heading.back_requested.connect(self.back_requested)
        self._column.addWidget(heading)

    def _add_facts(self, words: LessonWords) -> None:
        said, icon, tone = review_words(words)
        minutes = minutes_words(self._lesson).split("\n")
        chips: list[QWidget] = [Chip(one, "plain", icon="clock") for one in minutes]
        chips += [
            Chip(competence_words(one), "plain", icon="target") for one in self._lesson.competences
        ]
        recording = Button(_("Record with your voice"), "quiet", icon="mic", size="small")
        recording.clicked.connect(
            lambda: self.recording_requested.emit(self._lesson.id, self._language)
        )
        self._column.addWidget(flow(*chips, Chip(said, tone, icon=icon), recording))
        if self._language != self._asked:
            sentence = _(
                "This lesson has no words in your language yet. It is shown in {language}."
            )
            notice = sentence.format(language=isolate(own_name(self._language)))
            self._column.addWidget(Notice(notice, "accent", icon="languages"))
        if self._lesson.caution:
            caution = _(
                "A wrong word can do harm in this lesson. Read “What may touch people” and "
                "“Who to send people to” before you teach it."
            )
            self._column.addWidget(Notice(caution, "warn"))

    def _add_parts(self) -> None:
        options = [
            ("plan", _("Plan"), "clipboard-list"),
            ("pages", _("Pages"), "book-open"),
            ("questions", _("Questions"), "circle-help"),
            ("words", _("Words to know"), "message-circle"),
            ("card", _("Take-home card"), "sticky-note"),
        ]
        self._choice = SegmentField(_("Part of the lesson"), options, "plan")
        self._choice.changed.connect(self._show)
        self._column.addWidget(self._choice)
        self._part = QVBoxLayout()
        self._column.addLayout(self._part)
        self._show("plan")

    def _show(self, part: str) -> None:
        words = self._words
        assert words is not None
        make = {
            "plan": plan_part,
            "pages": pages_part,
            "questions": questions_part,
            "words": words_part,
            "card": card_part,
        }[part]
        clear(self._part)
        self._part.addWidget(make(self._lesson, words))
        languages = listed([isolate(own_name(code)) for code in self._lesson.languages])
        if words.machine_only:
            # Nobody's name; that a machine wrote it stands above.
            said = _("{label}: {value}").format(label=_("Languages"), value=languages)
        else:
            said = _("Words by {by}. Languages: {languages}").format(
                by=isolate(words.by), languages=languages
            )
        self._part.addWidget(Text(said, "small", colour="muted"))

    # What was chosen
    def remember(self) -> Any:
        """The part in sight."""
        return self._choice.value() if self._words is not None else None

    def recall(self, memory: Any) -> None:
        """Show the same part again."""
        if self._words is not None:
            self._choice.set_value(memory)
            self._show(memory)


def _unreadable(error: UnreadableLesson) -> EmptyState:
    words = _("The file {file} has a mistake near line {line}.").format(
        file=isolate(error.facts["file"]), line=isolate(error.facts["line"])
    )
    return EmptyState(
        places.assets() / "scenes" / "problem.svg",
        _("A page with a question mark"),
        words,
        title=_("The words of this lesson cannot be read"),
    )
