"""Every bundled lesson in the real window, from its first page to passed, in every language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import use
from trainer_app.ui.main_window import MainWindow

from .lesson_walk import LessonWalk
from .practice_walk import close, practice_window

LIBRARY = LessonLibrary(places.lessons())
# The short form has lessons of four parts of the course.
OFTEN = ("05", "13", "19", "27")
ALL = [
    pytest.param(
        lesson.id,
        language,
        id=f"{lesson.folder.name}-{language}",
        marks=[]
        if language == "en" and lesson.folder.name.startswith(OFTEN)
        else [pytest.mark.slow],
    )
    for lesson in LIBRARY.lessons
    for language in (lesson.languages if lesson.has_pages else ())
]


@pytest.fixture(scope="module")
def window(tmp_path_factory, qapp) -> Iterator[MainWindow]:
    """One for all: a lesson is a page that comes and goes."""
    made = practice_window(tmp_path_factory.mktemp("lessons"), "en")
    yield made
    close(made)


@pytest.mark.parametrize(("lesson", "language"), ALL)
def test_a_lesson_is_played_from_its_first_page_to_passed(
    window, lesson: str, language: str
) -> None:
    use(language)
    window.dress()
    walk = LessonWalk(window, lesson, language)
    walk.to_passed()
    assert walk.passed == [lesson]
    assert walk.too_long == []
