"""What I can do now: the sentences of the lessons that were passed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.lessons import SOURCE_LANGUAGE, Lesson
from trainer_app.i18n import _, isolate, ngettext, own_name
from trainer_app.i18n.formats import number
from trainer_app.services.playing import Playing
from trainer_app.ui.learner.learner_page import LearnerPage, foot_row
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, EmptyState, FlowGrid, Icon, SvgPicture, Text


class AbilitiesPage(LearnerPage):
    """A card for each lesson passed. Signals: back_requested."""

    back_requested = Signal()

    def __init__(self, playing: Playing, lessons: LessonLibrary, language: str) -> None:
        super().__init__(_("What I can do now"))
        self._playing, self._library, self._language = playing, lessons, language
        back = Button(_("All lessons"), icon="arrow-left")
        back.clicked.connect(self.back_requested)
        self.first = back
        self._middle: QWidget = self._content()
        self.column.addWidget(self._middle)
        self.column.addStretch(1)
        self.column.addLayout(foot_row([back], []))

    def _content(self) -> QWidget:
        progress = self._playing.progress()
        passed = [
            lesson
            for lesson in self._library.lessons
            if lesson.id in progress and progress[lesson.id].passed
        ]
        if not passed:
            self.say_hint("")
            return EmptyState(
                places.assets() / "scenes" / "welcome.svg",
                _("People learn together."),
                _("Finish a lesson. Then you read here what you can do."),
                title=_("Your list begins here"),
            )
        words = ngettext("From {count} lesson.", "From {count} lessons.", len(passed))
        self.say_hint(words.format(count=number(len(passed))))
        grid = FlowGrid(360, 18, most=3)
        grid.add(*(self._card(lesson) for lesson in passed))
        return grid

    def _card(self, lesson: Lesson) -> Card:
        theme = current()
        language = self._language if self._language in lesson.languages else _other(lesson)
        words = self._library.title(lesson.id, language)
        head = QHBoxLayout()
        head.setSpacing(theme.space(14))
        # The title says what the picture shows.
        picture = SvgPicture(lesson.image(lesson.tile), "", most=64, least=64)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Text(words.title, "large", "bold"), 1)
        card = Card(head)
        if language != self._language:
            card.add(Text(isolate(own_name(language)), "small", colour="muted"))
        for sentence in self._sentences(lesson, language):
            row = QHBoxLayout()
            row.setSpacing(theme.space(10))
            row.addWidget(Icon("circle-check", "ok", 26), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(sentence, tight=True), 1)
            card.add(row)
        card.body.addStretch(1)
        return card

    def _sentences(self, lesson: Lesson, language: str) -> list[str]:
        if not lesson.has_pages:
            return [_("I did the practice.")]
        abilities = self._library.words(lesson.id, language).abilities
        return [abilities[objective] for objective in lesson.objectives]

    def news(self, changed: frozenset[str]) -> None:
        if changed & {"work", "sittings"}:
            old, self._middle = self._middle, self._content()
            self.column.replaceWidget(old, self._middle)
            old.hide()
            old.deleteLater()


def _other(lesson: Lesson) -> str:
    return SOURCE_LANGUAGE if SOURCE_LANGUAGE in lesson.languages else lesson.languages[0]
