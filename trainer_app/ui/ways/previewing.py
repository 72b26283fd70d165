"""Shows parts of a lesson in the making with the views that learners have."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.blanks import NO_PICTURE
from trainer_app.domain.blocks import Block, Picture
from trainer_app.domain.drafts import Draft, QuestionDraft
from trainer_app.domain.lessons import Lesson, LessonWords, Question
from trainer_app.i18n import _
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.player.card_view import card_view, word_list
from trainer_app.ui.player.page_view import page_view
from trainer_app.ui.player.question_view import QuestionView
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Card, Text, TileButton
from trainer_app.ui.workshop.plan_parts import plan_part

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class Previewing:
    """Draws parts of drafts. Nothing that is tried there is kept."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(self, draft: Draft, place: Place) -> QWidget:
        """A part as learners see it, or for the plan as trainers do."""
        desk = self._desk
        words = desk.drafting.preview(draft)
        lesson = replace(desk.lessons.lesson(draft.lesson), languages=(draft.language,))
        view = self._view(lesson, words, draft, place)
        view.setProperty("language", draft.language)
        return view

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def _view(self, lesson: Lesson, words: LessonWords, draft: Draft, place: Place) -> QWidget:
        if place.section == "page":
            page = words.page(place.id)
            blocks = tuple(_shown(lesson, block) for block in page.blocks)
            near = self._window.teaching.helping.directory()
            return page_view(lesson, replace(page, blocks=blocks), near)
        if place.section == "question" and place.id:
            return _question(lesson, words, draft.question(place.id))
        if place.section == "card":
            return card_view(lesson, words, self._desk.lessons)
        if place.section == "words":
            return Card(word_list(words.words, "body"), pad=16)
        if place.section == "plan":
            return plan_part(lesson, words)
        return _whole(lesson, words, draft)


def _question(lesson: Lesson, words: LessonWords, draft: QuestionDraft) -> QWidget:
    """A question that can be answered, to see how the reasons read."""
    choices = tuple(choice.id for choice in draft.choices)
    picture = draft.picture if lesson.image(draft.picture or "?").is_file() else NO_PICTURE
    right = draft.right if draft.right in choices else choices[0]
    question = Question(draft.id, picture, draft.objective, choices, right)
    view = QuestionView(lesson, question, words.question(draft.id))
    tried: list[str] = []

    def choose(choice: str) -> None:
        tried.append(choice)
        view.show_tried(tried)

    view.chosen.connect(choose)
    return view


def _whole(lesson: Lesson, words: LessonWords, draft: Draft) -> QWidget:
    """The lesson's tile among the others, and what people can do afterwards."""
    tile = draft.tile if lesson.image(draft.tile or "?").is_file() else NO_PICTURE
    whole = QWidget()
    whole.setProperty("ground", "none")
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().space(12))
    button = TileButton(words.title, lesson.image(tile), draft.hue)
    column.addWidget(button)
    column.addWidget(Text(words.summary, "body"))
    can = Card(Text(_("What people can do afterwards"), "body", "bold"), pad=14)
    for ability in words.abilities.values():
        can.add(Text(ability, "body", tight=True))
    column.addWidget(can)
    column.addStretch(1)
    return whole


def _shown(lesson: Lesson, block: Block) -> Block:
    """The block, with the empty frame for a picture that is not there."""
    if isinstance(block, Picture) and not lesson.image(block.file).is_file():
        return replace(block, file=NO_PICTURE)
    return block
