"""Slides as they are drawn: nothing cut off, letters large enough, each language its own way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.slides import Slide, slides_of
from trainer_app.i18n import use
from trainer_app.ui import theme
from trainer_app.ui.presenter.grain import LEAST
from trainer_app.ui.presenter.slide_picture import SlidePicture
from trainer_app.ui.presenter.slide_view import Face, SlideView
from trainer_app.ui.read_along import pieces

HURRY = "messages-that-hurry-me"
PAIRS = [("en", ""), ("ar", "nl")]
MORE = [("nl", ""), ("ar", ""), ("nl", "en"), ("en", "ar")]
SIZES = [(1366, 768), (1024, 768), (1920, 1080), (1280, 800)]


def faces(library: LessonLibrary, lesson_id: str, language: str, second: str) -> list[Face]:
    lesson, words = library.lesson(lesson_id), library.words(lesson_id, language)
    slides = slides_of(lesson, words, practice="To do together")
    others: list[Slide | None] = [None] * len(slides)
    if second:
        said = library.words(lesson_id, second)
        others = list(slides_of(lesson, said, practice="Samen doen", like=words))
    return [
        Face(
            slide, language, lesson.hue, lesson.image(slide.picture) if slide.picture else None,
            other, second, at, len(slides), {one.id: 3 for one in slide.answers} or None,
        )
        for at, (slide, other) in enumerate(zip(slides, others, strict=True))
    ]  # fmt: skip


def look(qapp: QApplication, language: str, scale: float = 1.0) -> None:
    use(language)
    theme.apply(qapp, theme.Theme(language=language, scale=scale))


def check_fits(view: SlideView, face: Face) -> None:
    view.show_face(face)
    assert not view.overflows, face.slide.key
    least = round(LEAST * min(view.width() / 1366, view.height() / 768)) - 1
    for text in view.texts():
        assert text._pixels >= least, (face.slide.key, text.text())
        assert text.longest_word() <= text.width() + 2, (face.slide.key, text.text())


@pytest.mark.parametrize(("language", "second"), PAIRS)
def test_every_slide_of_a_lesson_fits_an_old_projector(
    qapp: QApplication, qtbot: QtBot, library: LessonLibrary, language: str, second: str
) -> None:
    look(qapp, language)
    view = SlideView()
    qtbot.addWidget(view)
    view.resize(1366, 768)
    for face in faces(library, HURRY, language, second):
        check_fits(view, face)


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(("language", "second"), PAIRS + MORE)
def test_every_slide_fits_every_projector(
    qapp: QApplication, qtbot: QtBot, library: LessonLibrary,
    language: str, second: str, scale: float, size: tuple[int, int],
) -> None:  # fmt: skip
    look(qapp, language, scale)
    view = SlideView()
    qtbot.addWidget(view)
    view.resize(*size)
    for lesson in library.lessons:
        for face in faces(library, lesson.id, language, second):
            check_fits(view, face)


def test_a_slide_says_all_of_its_idea_and_what_its_picture_shows(
    qapp: QApplication, qtbot: QtBot, library: LessonLibrary
) -> None:
    look(qapp, "en")
    view = SlideView()
    qtbot.addWidget(view)
    view.resize(1366, 768)
    face = next(one for one in faces(library, HURRY, "en", "") if one.slide.key == "page/sender/1")
    view.show_face(face)
    assert [text.text() for text in view.texts()] == [
        "Who is writing to you?",
        "Family: call the number you already had.",
        "Bank: open its own app, or go there.",
        "Office: go there, or use the number on an old letter.",
    ]
    [picture] = view.findChildren(SlidePicture)
    assert picture.accessibleName() == face.slide.alt
    view.show()
    aloud = [piece.text for piece in pieces(view, "en")]
    assert aloud == [*(text.text() for text in view.texts()), face.slide.alt]


def test_two_languages_stand_each_on_its_own_side(
    qapp: QApplication, qtbot: QtBot, library: LessonLibrary
) -> None:
    for language, second in (("en", "ar"), ("ar", "en")):
        look(qapp, language)
        view = SlideView()
        qtbot.addWidget(view)
        view.resize(1366, 768)
        view.show_face(faces(library, HURRY, language, second)[8])
        first, other = view._columns
        assert first.property("language") == language
        assert other.property("language") == second
        left = {first.property("language"): first.x(), other.property("language"): other.x()}
        assert left["en"] < left["ar"]


def test_bars_grow_with_the_people_for_an_answer(
    qapp: QApplication, qtbot: QtBot, library: LessonLibrary
) -> None:
    look(qapp, "en")
    view = SlideView()
    qtbot.addWidget(view)
    view.resize(1366, 768)
    face = next(one for one in faces(library, HURRY, "en", "") if one.slide.kind == "answers")
    pictures = []
    for counts in (None, {face.slide.answers[0].id: 1}, {face.slide.answers[1].id: 1}):
        view.show_face(replace(face, counts=counts))
        pictures.append(view.grab().toImage())
    assert pictures[0] != pictures[1]
    assert pictures[1] != pictures[2]
