"""At twice the text: what is pressed stays large enough, and the way on stays in sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import use
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.practice.keyboard.keycap import Keycap

from .hand import settle
from .practice_walk import PracticeWalk, close, practice_window

LIBRARY = LessonLibrary(places.lessons())
LEAST = 48


@pytest.fixture(scope="module")
def window(tmp_path_factory, qapp) -> Iterator[MainWindow]:
    made = practice_window(tmp_path_factory.mktemp("large"), "en", 200)
    yield made
    close(made)


def lesson_of(folder: str) -> str:
    return next(one.id for one in LIBRARY.lessons if one.folder.name.startswith(folder))


@pytest.mark.parametrize("language", ["en", "ar", "uk"])
def test_keys_on_the_screen_are_large_enough(window: MainWindow, language: str) -> None:
    use(language)
    window.dress()
    walk = PracticeWalk(window, lesson_of("02-type-on"), language)
    walk.start()
    keys = [key for key in walk.page.findChildren(Keycap) if key.isVisible()]
    assert len(keys) > 40
    assert min(min(key.width(), key.height()) for key in keys) >= LEAST


@pytest.mark.parametrize("language", ["en", "ar"])
def test_next_is_in_sight_on_every_page(window: MainWindow, language: str) -> None:
    use(language)
    window.dress()
    window.learner.lesson(lesson_of("05"), language)
    settle()
    page = window.page
    assert isinstance(page, LessonPage)
    for _page in page._words.pages:
        following = page.foot.next
        assert following.visibleRegion().contains(following.rect().center())
        page.go_on()
        settle()
