"""The plant that grows with each lesson, and its one small movement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.sittings import Progress
from trainer_app.ui import theme
from trainer_app.ui.grown import GrownPicture, PlantSign, leaves_of

HUES = ("teal", "clay", "plum", "ochre")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.Theme())
    yield
    theme.apply(qapp, theme.Theme())


def picture(*faces: str, leaves: int = 2, fresh: bool = False) -> GrownPicture:
    shown = GrownPicture(faces, HUES[:leaves], fresh=fresh)
    shown.resize(640, 360)
    return shown


def drawn(*faces: str, leaves: int = 2) -> QImage:
    return picture(*faces, leaves=leaves).grab().toImage()


def test_a_leaf_for_each_lesson_passed_in_the_order_of_passing(library: LessonLibrary):
    first, second, third = library.lessons[:3]
    progress = {
        first.id: Progress(first.id, passed=True, last_at=30),
        second.id: Progress(second.id, practised=True, last_at=20),
        third.id: Progress(third.id, passed=True, last_at=10),
    }
    assert leaves_of(library.lessons, progress) == [third.hue, first.hue]
    progress[second.id] = replace(progress[second.id], passed=True)
    assert leaves_of(library.lessons, progress) == [third.hue, second.hue, first.hue]
    assert leaves_of(library.lessons, {}) == []


def test_every_leaf_is_seen_and_so_is_every_face(qapp):
    plants = [drawn(leaves=leaves) for leaves in range(5)]
    assert all(one != other for one, other in pairwise(plants))
    faces = ("face-01", "face-07", "face-24", "face-38", "face-42")
    groups = [drawn(*faces[:count]) for count in range(6)]
    assert all(one != other for one, other in pairwise(groups))


def test_the_newest_leaf_opens_once_in_a_short_moment(qtbot: QtBot):
    shown = picture("face-07", fresh=True)
    qtbot.addWidget(shown)
    assert shown.opening.share == 0.0
    with qtbot.waitSignal(shown.opening.finished):
        shown.show()
    assert shown.opening.duration() == 140
    assert shown.opening.share == 1.0
    shown.hide()
    shown.opening.begin()
    assert shown.opening.state() == shown.opening.State.Stopped


def test_without_motion_it_is_open_from_the_beginning(qapp):
    theme.apply(qapp, theme.Theme(motion=False))
    shown = picture("face-07", fresh=True)
    shown.opening.begin()
    assert shown.opening.state() == shown.opening.State.Stopped
    assert shown.grab().toImage() == picture("face-07").grab().toImage()


def test_who_does_not_see_it_hears_how_far_it_has_grown(qapp):
    assert picture(leaves=1).accessibleName() == "A plant with 1 leaf: you finished 1 lesson."
    assert PlantSign(HUES).accessibleName() == (
        "A plant with 4 leaves: one for each lesson you finished."
    )


def test_it_is_mirrored_where_reading_begins_at_the_right(qapp):
    here = drawn("face-07")
    theme.apply(qapp, theme.Theme(language="ar"))
    assert drawn("face-07") != here
