"""What I can do now: the sentences of the lessons that were passed, and of what was practised."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.abilities import abilities_of, state_of
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import SOURCE_LANGUAGE, Lesson
from trainer_app.domain.sittings import Progress
from trainer_app.i18n import _, isolate, ngettext, own_name
from trainer_app.i18n.formats import number
from trainer_app.services.playing import Playing
from trainer_app.ui.heading import column
from trainer_app.ui.learner.learner_page import LearnerPage, foot_row
from trainer_app.ui.progress_words import state_look
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets import (
    Button,
    Card,
    EmptyState,
    FlowGrid,
    Icon,
    Notice,
    SvgPicture,
    Text,
)


class AbilitiesPage(LearnerPage):
    """A card for each lesson passed, then for each that was practised. Signals: back_requested.

    `helped` gives sentences on how long those here helped others.
    """

    back_requested = Signal()

    def __init__(
        self,
        playing: Playing,
        lessons: LessonLibrary,
        language: str,
        helped: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        super().__init__(_("What I can do now"))
        self._playing, self._library, self._language = playing, lessons, language
        self._helped = helped
        back = Button(_("All lessons"), icon="arrow-left")
        back.clicked.connect(self.back_requested)
        self.first = back
        self._middle: QWidget = self._content()
        self.column.addWidget(self._middle)
        self.column.addStretch(1)
        self.column.addLayout(foot_row([back], []))

    def _content(self) -> QWidget:
        progress = self._playing.progress()
        lessons = self._library.lessons
        passed = [one for one in lessons if state_of(progress.get(one.id)) == "passed"]
        practised = [one for one in lessons if abilities_of(one, progress.get(one.id))[1]]
        if not passed and not practised:
            self.say_hint("")
            return EmptyState(
                places.assets() / "scenes" / "welcome.svg",
                _("People learn together."),
                _("Finish a lesson. Then you read here what you can do."),
                title=_("Your list begins here"),
            )
        words = ngettext("From {count} lesson.", "From {count} lessons.", len(passed))
        self.say_hint(words.format(count=number(len(passed))) if passed else "")
        grid = FlowGrid(360, 18, most=3)
        grid.add(*(self._card(lesson, progress[lesson.id]) for lesson in (*passed, *practised)))
        helped = (Notice(words, "ok", icon="hand-helping") for words in self._helped())
        return column(*helped, grid)

    def _card(self, lesson: Lesson, progress: Progress) -> Card:
        theme = current()
        language = self._language if self._language in lesson.languages else _other(lesson)
        title, language = self._library.titles(language)[lesson.id]
        head = QHBoxLayout()
        head.setSpacing(theme.space(14))
        # The title says what the picture shows.
        picture = SvgPicture(lesson.image(lesson.tile), "", most=64, least=64)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Text(title, "large", "bold"), 1)
        card = Card(head)
        # It is read aloud by a voice of the language that it is written in.
        card.setProperty("language", language)
        if language != self._language:
            card.add(Text(isolate(own_name(language)), "small", colour="muted"))
        if not progress.passed:
            note = Text(_("You practised this. The questions are still to come."), colour="muted")
            note.setProperty("language", self._language)
            card.add(note)
        look = state_look("passed" if progress.passed else "practised")
        icon = "circle-check" if progress.passed else look.icon
        sentences = self._sentences(lesson, progress, language)
        for sentence in sentences or [_("I did the practice.")]:
            row = QHBoxLayout()
            row.setSpacing(theme.space(10))
            tone: Token = "ok" if progress.passed else "primary"
            row.addWidget(Icon(icon, tone, 26), 0, Qt.AlignmentFlag.AlignTop)
            words = Text(sentence, tight=True)
            if not sentences:
                words.setProperty("language", self._language)
            row.addWidget(words, 1)
            card.add(row)
        card.body.addStretch(1)
        return card

    def _sentences(self, lesson: Lesson, progress: Progress, language: str) -> list[str]:
        """The lesson's own; none of a lesson that is its practice, or whose words are broken."""
        passed, practised = abilities_of(lesson, progress)
        if not lesson.has_pages:
            return []
        try:
            abilities = self._library.words(lesson.id, language).abilities
        except UnreadableLesson:
            return []
        return [abilities[each] for each in passed or practised]

    def news(self, changed: frozenset[str]) -> None:
        if changed & {"work", "sittings", "helpings"}:
            old, self._middle = self._middle, self._content()
            self.column.replaceWidget(old, self._middle)
            old.hide()
            old.deleteLater()


def _other(lesson: Lesson) -> str:
    return SOURCE_LANGUAGE if SOURCE_LANGUAGE in lesson.languages else lesson.languages[0]
