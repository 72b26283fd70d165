"""All lessons, as a trainer chooses among them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import Lesson, Title
from trainer_app.i18n import _, isolate, own_name
from trainer_app.i18n.formats import listed, number
from trainer_app.ui.heading import Heading, flow, is_roomy, margins
from trainer_app.ui.page import Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Chip, Icon, Notice, Scroller, SvgPicture, Text
from trainer_app.ui.workshop.lesson_words import (
    competence_words,
    minutes_words,
    own_words,
    review_words,
)


class LessonsPage(Page):
    """Each lesson with its length, what it is for, and how far its words were looked over.

    Signals: `plan_opened(str)` with the lesson; `practice_requested(str)`: play its practice with
    the class; `shelf_requested`: this week's scams; `free_play_requested`: Plaza with the class;
    `help_requested`: help near the centre; `paths_requested`: lessons in an order;
    `own_requested`: lessons of the centre's own; `translations_requested`: in other languages;
    `experiments_requested`: cards of what worked.
    """

    guide = "lessons"

    plan_opened = Signal(str)
    practice_requested = Signal(str)
    shelf_requested = Signal()
    free_play_requested = Signal()
    help_requested = Signal()
    paths_requested = Signal()
    own_requested = Signal()
    translations_requested = Signal()
    experiments_requested = Signal()

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
        column.addWidget(flow(*self._beside()))
        if lessons.broken:
            column.addWidget(_broken(lessons.broken))
        self._buttons: list[Button] = []
        self._titles = lessons.titles(language)
        for lesson in lessons.lessons:
            column.addWidget(self._entry(lesson))
        column.addStretch(1)
        whole.addWidget(Scroller(page))

    def _beside(self) -> list[Button]:
        """What lies beside the lessons, as far as these lessons bring it."""
        ways = Button(_("Paths"), "secondary", icon="route")
        ways.clicked.connect(self.paths_requested)
        own = Button(_("Our own lessons"), "secondary", icon="square-pen")
        own.clicked.connect(self.own_requested)
        words = Button(_("Translate a lesson"), "secondary", icon="languages")
        words.clicked.connect(self.translations_requested)
        beside = [ways, own, words]
        if self._lessons.free_play_languages:
            free = Button(_("Play Plaza with the class"), "secondary", icon="trees")
            free.clicked.connect(self.free_play_requested)
            beside.append(free)
        if self._lessons.shelf.templates:
            shelf = Button(_("Scam shelf"), "secondary", icon="shield-alert")
            shelf.clicked.connect(self.shelf_requested)
            beside.append(shelf)
        near = Button(_("Help near us"), "secondary", icon="life-buoy")
        near.clicked.connect(self.help_requested)
        worked = Button(_("What worked"), "secondary", icon="lightbulb")
        worked.clicked.connect(self.experiments_requested)
        return [*beside, near, worked]

    def _entry(self, lesson: Lesson) -> QWidget:
        theme = current()
        title, language = self._titles[lesson.id]
        words = _title(self._lessons, lesson.id, language)
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
        if goals:
            column.addLayout(_noted("target", goals))
        chips = _chips(words, language, self._language)
        if not lesson.has_pages:
            chips.insert(0, Chip(_("Practice only, no pages yet"), "primary", icon="play"))
        if lesson.own is not None:
            chips.insert(0, Chip(own_words(lesson.own), "accent", icon="user"))
        column.addWidget(flow(*chips))
        row.addLayout(column, 1)
        end = QVBoxLayout()
        end.setSpacing(theme.space(8))
        end.addLayout(_noted("clock", minutes_words(lesson)))
        end.addStretch(1)
        for button in self._ways_in(lesson, title):
            end.addWidget(button, 0, Qt.AlignmentFlag.AlignTrailing)
        if is_roomy():
            row.addLayout(end)
        else:
            column.addLayout(end)
        card.add(row)
        return card

    def _ways_in(self, lesson: Lesson, title: str) -> list[Button]:
        """Its plan, where there are pages; its practice with the class, where there is one."""
        ways: list[Button] = []
        if lesson.has_pages:
            opening = Button(_("Open"), "secondary", icon="chevron-right", icon_last=True)
            opening.setAccessibleName(_("Open “{title}”").format(title=isolate(title)))
            opening.clicked.connect(lambda: self.plan_opened.emit(lesson.id))
            ways.append(opening)
        if self._lessons.practice_languages(lesson.id):
            practising = Button(_("Practise with the class"), icon="presentation")
            said = _("Practise “{title}” with the class").format(title=isolate(title))
            practising.setAccessibleName(said)
            practising.clicked.connect(lambda: self.practice_requested.emit(lesson.id))
            ways.append(practising)
        self._buttons += ways
        return ways


def _title(lessons: LessonLibrary, lesson_id: str, language: str) -> Title | None:
    """What the lesson is called; None where its words cannot be read."""
    try:
        if lessons.lesson(lesson_id).has_pages:
            lessons.words(lesson_id, language)
        return lessons.title(lesson_id, language)
    except UnreadableLesson:
        return None


def _chips(words: Title | None, language: str, wanted: str) -> list[QWidget]:
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
