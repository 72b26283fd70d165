"""Every bundled practice in the real window: the right way by mouse and by keys, and a mistake."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.ui.practice.hand import By
from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import _, use
from trainer_app.ui.main_window import MainWindow

from .practice_walk import PracticeWalk, close, practice_window

LIBRARY = LessonLibrary(places.lessons())
ALL = [
    (lesson.folder.name, language)
    for lesson in LIBRARY.lessons
    for language in LIBRARY.practice_languages(lesson.id)
]
# The short form has each kind of practice by mouse or by keys, and a mistake in every practice.
BY_MOUSE = ("01-t", "02-type-in", "24", "28")
BY_KEYS = ("01-p", "02-type-on", "03", "05", "12", "16", "18", "26")
STRIP = "Practice. These people are pretend. Nothing leaves this computer."

Begin = Callable[..., PracticeWalk]


def cases(*often: str) -> list[object]:
    """Each practice in each language; in English and of these beginnings also in the short form."""
    return [
        pytest.param(
            folder,
            language,
            id=f"{folder}-{language}",
            marks=[] if language == "en" and folder.startswith(often) else [pytest.mark.slow],
        )
        for folder, language in ALL
    ]


@pytest.fixture(scope="module")
def window(tmp_path_factory, qapp) -> Iterator[MainWindow]:
    """One for all: a practice is a page that comes and goes."""
    made = practice_window(tmp_path_factory.mktemp("practices"), "en")
    yield made
    close(made)


@pytest.fixture
def begin(window) -> Begin:
    """Opens a practice at its first words."""

    def open_practice(folder: str, language: str, by: By) -> PracticeWalk:
        use(language)
        window.dress()
        lesson = next(one for one in LIBRARY.lessons if one.folder.name == folder)
        return PracticeWalk(window, lesson.id, language, by)

    return open_practice


def play_well(walk: PracticeWalk) -> None:
    """To the end, with every goal ticked, no mistake, and all of it reported."""
    assert walk.hand.reads(_(STRIP))
    walk.start()
    while True:
        assert walk.hand.reads(_(STRIP))
        assert not walk.can_go_on()
        walk.to_end_of_stage()
        assert walk.goals_not_ticked() == []
        assert walk.playing.progress.mistakes == 0
        if walk.playing.last:
            break
        walk.go_on()
        walk.start()
    walk.go_on()
    assert walk.ends == [True]
    assert walk.results[-1].done


@pytest.mark.parametrize(("folder", "language"), cases(*BY_MOUSE))
def test_the_right_way_by_mouse(begin: Begin, folder: str, language: str) -> None:
    play_well(begin(folder, language, "mouse"))


@pytest.mark.parametrize(("folder", "language"), cases(*BY_KEYS))
def test_the_right_way_by_keys_alone(begin: Begin, folder: str, language: str) -> None:
    play_well(begin(folder, language, "keys"))


def err(walk: PracticeWalk) -> None:
    """A mistake is explained, ticks nothing and ends nothing."""
    walk.start()
    assert walk.to_a_mistake()
    assert walk.reads_consequence()
    assert not walk.can_go_on()
    assert walk.goals_not_ticked() != []
    assert not any(result.done for result in walk.results)


def mend_and_finish(walk: PracticeWalk) -> None:
    """Put right, the practice ends well."""
    walk.to_the_end()
    assert walk.goals_not_ticked() == []
    walk.go_on()
    assert walk.ends == [True]
    assert walk.results[-1].done
    assert walk.results[-1].tries > 0


@pytest.mark.parametrize(("folder", "language"), cases(""))
def test_a_mistake_is_explained_and_mended(begin: Begin, folder: str, language: str) -> None:
    walk = begin(folder, language, "mouse")
    err(walk)
    walk.mend()
    assert walk.playing.progress.to_mend == ()
    assert not walk.playing.finished


@pytest.mark.slow
@pytest.mark.parametrize("by", ["mouse", "keys"])
@pytest.mark.parametrize(("folder", "language"), ALL)
def test_after_a_mistake_it_ends_well(begin: Begin, folder: str, language: str, by: By) -> None:
    walk = begin(folder, language, by)
    err(walk)
    mend_and_finish(walk)
