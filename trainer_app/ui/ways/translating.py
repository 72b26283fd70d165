"""The ways of lessons into other languages: which one, line by line, shared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.rules.table import Finding
from trainer_app.content.translation_checks import UNTYPABLE
from trainer_app.domain.lessons import Lesson, LessonWords
from trainer_app.domain.translating import Translation, Unit
from trainer_app.i18n import _, current, in_language, isolate, speaks
from trainer_app.services.translation_places import WORLD
from trainer_app.ui import theme
from trainer_app.ui.authoring.mend_words import said_of
from trainer_app.ui.heading import column
from trainer_app.ui.page import Page
from trainer_app.ui.player.card_view import card_view, word_list
from trainer_app.ui.player.page_view import page_view
from trainer_app.ui.player.question_view import QuestionView
from trainer_app.ui.translating.editor import TranslationEditor
from trainer_app.ui.translating.preview_pane import Drawn
from trainer_app.ui.translating.translations_page import TranslationsPage
from trainer_app.ui.translating.words import lesson_title
from trainer_app.ui.widgets import Button, Text
from trainer_app.ui.workshop.plan_parts import plan_part

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow

# What a page has of the screen of an old laptop, between the bars of the player, in pixels.
_SCREEN = (1286, 500)


class TranslatingWays:
    """Lessons in other languages."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def translations(self) -> None:
        """All lessons in all languages."""
        window = self._window

        def build() -> Page:
            desk = self._desk
            page = TranslationsPage(desk.translating, desk.lessons, window.bridge, current().code)
            page.opened.connect(self.edit)
            page.back_requested.connect(window.teaching.lessons)
            return page

        window.trainer.show("lessons", build)

    def edit(self, lesson_id: str, language: str) -> None:
        """One lesson in one language; trouble with opening it is said where one is."""
        window, desk = self._window, self._desk
        if window.bridge.run(lambda: desk.translating.translation(lesson_id, language)) is None:
            return

        def build() -> Page:
            desk = self._desk
            page = TranslationEditor(
                desk.translating,
                window.bridge,
                desk.translating.translation(lesson_id, language),
                self._title_of,
                self._drawn,
                _explained,
                window.choose_file,
                shares=desk.translating.shares(lesson_id),
            )
            page.back_requested.connect(self.translations)
            page.share_requested.connect(self.share)
            page.recording_requested.connect(self._record)
            return page

        window.trainer.show("lessons", build)

    def _record(self, lesson_id: str, language: str) -> None:
        recording = self._window.teaching.recording
        recording.record(lesson_id, language, lambda: self.edit(lesson_id, language))

    def share(self, lesson_id: str, language: str) -> None:
        """Write a translation as a file for colleagues."""
        window, packs = self._window, self._desk.packs
        file = window.choose_file(f"{lesson_id}-{language}.lesson")
        if file is None:
            return
        window.say(_("The translation is being written …"))
        window.bridge.work(
            lambda: packs.share_translation(lesson_id, language, file),
            lambda _found: self._shared(file.name),
        )

    def _shared(self, file: str) -> None:
        words = _(
            "Bring the file {file} on a stick, or send it. In the other centre a trainer opens "
            "Lessons, then Our own lessons, then “Take in a lesson file”."
        ).format(file=isolate(file))
        button = Button(_("OK"), "primary", icon="check")
        self._window.ask(
            _("The translation is in a file"), words, [("ok", button)], lambda _key: None
        )

    def _title_of(self, lesson_id: str) -> str:
        return lesson_title(lesson_id, self._desk.lessons.titles(current().code))

    # What learners will see
    def _drawn(self, translation: Translation, unit_id: str, width: int) -> Drawn | None:
        """The page, question, card or plan of a unit, in the language's own direction."""
        if translation.lesson == WORLD:
            return None
        unit = translation.unit(unit_id).unit
        if unit.file == "practice":
            return None
        words = self._desk.translating.preview(translation, unit.file)
        if words is None:
            return None
        lesson = self._desk.lessons.lesson(translation.lesson)
        before, language = theme.current(), translation.language
        theme.use(replace(before, language=language, dense=False))
        try:
            with in_language(language if speaks(language) else current().code):
                view = self._view(replace(lesson, languages=(language,)), words, unit)
            return _picture_of(view, width, may_scroll=unit.file != "pages")
        finally:
            theme.use(before)

    def _view(self, lesson: Lesson, words: LessonWords, unit: Unit) -> QWidget:
        if unit.file == "pages" and unit.section:
            near = self._window.teaching.helping.directory()
            return page_view(lesson, words.page(unit.section), near)
        if unit.file == "quiz":
            question = lesson.question(unit.section)
            return QuestionView(lesson, question, words.question(unit.section))
        if unit.file == "plan":
            parts = tuple(part for part in words.plan if part.id == unit.section)
            return plan_part(lesson, replace(words, plan=parts))
        if unit.file == "pages":
            return column(
                Text(words.title, "title", "bold"),
                Text(words.summary),
                *(Text(each, tight=True) for each in words.abilities.values()),
            )
        if unit.file == "words":
            return word_list(words.words, "body")
        return card_view(lesson, replace(words, words=()), self._desk.lessons)


def _picture_of(view: QWidget, width: int, *, may_scroll: bool) -> Drawn:
    """The view as it would be laid out; it never comes onto the screen itself."""
    sheet = QWidget()
    sheet.setProperty("ground", "paper")
    sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    sheet.setLayoutDirection(theme.current().direction)
    space = theme.current().space(14)
    inside = QVBoxLayout(sheet)
    inside.setContentsMargins(space, space, space, space)
    inside.addWidget(view)
    wide, high = _SCREEN
    needed = _laid_out(sheet, wide)
    _laid_out(sheet, width)
    picture = sheet.grab()
    said = "\n".join(text.text() for text in view.findChildren(Text) if text.isVisibleTo(view))
    sheet.deleteLater()
    return Drawn(picture, said, long=not may_scroll and needed > high + 2 * space)


def _laid_out(sheet: QWidget, width: int) -> int:
    """Make it so wide, and as high as it needs to be; says how high that is."""
    high = 0
    # Widths settle first, then the heights that follow from them.
    for _again in range(3):
        sheet.resize(width, max(1, high))
        sheet.grab(QRect(0, 0, 1, 1))
        high = (
            sheet.heightForWidth(width) if sheet.hasHeightForWidth() else sheet.sizeHint().height()
        )
    sheet.resize(width, high)
    return high


def _explained(finding: Finding) -> str:
    """What is not as a lesson needs it, and what to do."""
    if finding.rule == UNTYPABLE:
        words = _(
            "Learners type this on the keyboard of the screen, which does not have: {letters}. "
            "Take a word in letters that it has."
        )
        return words.format(letters=isolate(str(finding.facts["letters"])))
    if finding.rule == "page-length":
        words = _("This page has {words} words. In a translation 15 to 75 are good.")
        return words.format(words=finding.facts["words"])
    sentence, advice = said_of(finding.rule, finding.facts)
    return f"{sentence} {advice}"
