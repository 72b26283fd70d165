"""All lessons, as a trainer chooses among them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import Lesson, LessonWords
from trainer_app.i18n import _, isolate, own_name
from trainer_app.i18n.formats import listed, number
from trainer_app.ui.page import Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Chip, Icon, Notice, Scroller, SvgPicture, Text
from trainer_app.ui.workshop.heading import Heading, flow, is_roomy, margins
from trainer_app.ui.workshop.lesson_words import competence_words, minutes_words, review_words


class LessonsPage(Page):
    """Each lesson with its length, what it is for, and how far its words were looked over.

    Signals: `plan_opened(str)` with the lesson.
    """

    plan_opened = Signal(str)

    def __init__(self, lessons: LessonLibrary, language: str) -> None:
        super().__init__()
        self.title = _("Lessons")
        self._lessons, self._language = lessons, language
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        margins(column)
        hint = _("Open a lesson to see its plan, its pages and its card.")
        column.addWidget(Heading(_("Lessons"), hint))
        if lessons.broken:
            column.addWidget(_broken(lessons.broken))
        self._buttons: list[Button] = []
        for lesson in lessons.lessons:
            column.addWidget(self._entry(lesson))
        column.addStretch(1)
        whole.addWidget(Scroller(page))

    def _entry(self, lesson: Lesson) -> QWidget:
        theme = current()
        title, language = self._lessons.titles(self._language)[lesson.id]
        words = _readable(self._lessons, lesson.id, language)
        card = Card(pad=16)
        row = QHBoxLayout()
        row.setSpacing(theme.space(20))
        if is_roomy():
            picture = SvgPicture(lesson.image(lesson.tile), "", most=112, least=112)
            picture.setFixedWidth(theme.space(160))
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.space(6))
        # Not isolated: a title alone after its number gives the line its direction.
        numbered = _("{number}. {title}").format(number=number(lesson.number), title=title)
        column.addWidget(Text(numbered, "large", "bold"))
        if words is not None:
            column.addWidget(Text(words.summary, "body", tight=True))
        goals = "\n".join(competence_words(one) for one in lesson.competences)
        column.addLayout(_noted("target", goals))
        column.addWidget(flow(*_chips(words, language, self._language)))
        row.addLayout(column, 1)
        end = QVBoxLayout()
        end.setSpacing(theme.space(8))
        end.addLayout(_noted("clock", minutes_words(lesson)))
        opening = Button(_("Open"), "secondary", icon="chevron-right", icon_last=True)
        opening.setAccessibleName(_("Open “{title}”").format(title=isolate(title)))
        opening.clicked.connect(lambda: self.plan_opened.emit(lesson.id))
        self._buttons.append(opening)
        end.addStretch(1)
        end.addWidget(opening, 0, Qt.AlignmentFlag.AlignTrailing)
        if is_roomy():
            row.addLayout(end)
        else:
            column.addLayout(end)
        card.add(row)
        return card


def _readable(lessons: LessonLibrary, lesson_id: str, language: str) -> LessonWords | None:
    try:
        return lessons.words(lesson_id, language)
    except UnreadableLesson:
        return None


def _chips(words: LessonWords | None, language: str, wanted: str) -> list[QWidget]:
    chips: list[QWidget] = []
    if language != wanted:
        said = _("Not in your language; shown in {language}").format(
            language=isolate(own_name(language))
        )
        chips.append(Chip(said, "accent", icon="languages"))
    if words is None:
        chips.append(Chip(_("Its words cannot be read"), "danger", icon="circle-alert"))
    else:
        said, icon, tone = review_words(words)
        chips.append(Chip(said, tone, icon=icon))
    return chips


def _noted(icon: str, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current().space(8))
    row.addWidget(Icon(icon, "muted", 20), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, "small", colour="muted", tight=True), 1)
    return row


def _broken(errors: tuple[UnreadableLesson, ...]) -> Notice:
    names = listed([isolate(str(error.facts["lesson"])) for error in errors])
    words = _("These lesson folders cannot be read: {names}. The others can be taught.")
    return Notice(words.format(names=names), "warn")
