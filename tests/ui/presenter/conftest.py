"""A lesson being presented, with a clock that only goes when it is told to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from fake_room import FakeHosting
from presented_lesson import LESSON, Make, Seconds
from PySide6.QtWidgets import QApplication

from trainer_app.content.library import LessonLibrary
from trainer_app.ui import theme
from trainer_app.ui.presenter.ports import Material
from trainer_app.ui.presenter.presentation import Presentation


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Theme(dense=True))


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def room() -> FakeHosting:
    """A room of laptops that is open."""
    made = FakeHosting()
    made.open(None)
    return made


@pytest.fixture
def heard() -> list[bool]:
    """What everyone was asked: to listen, or to go on."""
    return []


@pytest.fixture
def make(
    library: LessonLibrary, room: FakeHosting, heard: list[bool], seconds: Seconds
) -> Iterator[Make]:
    made: list[Presentation] = []

    def present(
        lesson: str = LESSON, language: str = "en", *, ends: int = 0, core: bool = False
    ) -> Presentation:
        material = Material(
            lesson=library.lesson(lesson),
            words=partial(library.words, lesson),
            practice=lambda _language: "A laptop for everyone",
            notes=library.words(lesson, "en"),
            core=core,
            room=lambda: room,
            is_listening=lambda: bool(heard) and heard[-1],
            listen=heard.append,
        )
        one = Presentation(material, language, seconds=seconds, now=seconds, ends=ends)
        made.append(one)
        return one

    yield present
    for one in made:
        one.stop()
        one.deleteLater()
