"""A whole lesson on a projector: two screens and a clicker, one screen, and covered names."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.blocks import plain
from trainer_app.domain.slides import Slide, slides_of
from trainer_app.i18n import _, in_language, pgettext
from trainer_app.i18n.catalogs import find_catalogs_in
from trainer_app.ui.main_window import MainWindow

from .hand import Hand, settle
from .hand import plain as bare
from .presenting_walk import LESSON, screens_file

ROOT = Path(__file__).resolve().parents[2]


def played(folder: Path, language: str) -> dict[str, Any]:
    """What was seen in a lesson presented in a program of its own, which has two screens."""
    file = screens_file(folder, (1366, 768), (1920, 1080))
    subprocess.run(
        [sys.executable, "-m", "tests.journeys.presenting_walk", str(folder), language],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}",
        },
        cwd=ROOT,
        check=True,
    )
    found: dict[str, Any] = json.loads((folder / "seen.json").read_text(encoding="utf-8"))
    return found


def slides(language: str) -> tuple[Slide, ...]:
    library = LessonLibrary(places.lessons())
    lesson, practice = library.lesson(LESSON), library.practice(LESSON, language)
    title = practice.words.stages[practice.scenario.stages[0].id].title
    return slides_of(lesson, library.words(LESSON, language), practice=title)


@pytest.mark.parametrize("language", ["en", pytest.param("ar", marks=pytest.mark.slow)])
def test_a_lesson_on_two_screens_from_its_title_to_its_end(tmp_path: Path, language: str) -> None:
    seen = played(tmp_path, language)
    made = slides(language)
    assert seen["screens"] == ["screen-0", "screen-1"]
    assert seen["swapped"] == ["screen-1", "screen-0"]
    assert seen["whole_screen"]
    # Everyone reads every slide, and only its trainer what is beside it.
    assert list(seen["wall"]) == [slide.key for slide in made]
    for slide in made:
        wall = " ".join(seen["wall"][slide.key])
        for line in slide.lines:
            assert bare(plain(line.line)) in wall, slide.key
        for answer in slide.answers:
            assert bare(plain(answer.line)) in wall, slide.key
            assert slide.kind == "answers" or bare(plain(answer.why)) in wall
        for term in slide.terms:
            assert bare(term.word) in wall
    find_catalogs_in(places.locales())
    with in_language(language):
        assert bare(_("Black screen")) in seen["black"]
        assert bare(_("Everyone listen")) in seen["beside"]
        assert bare(_("Everyone listen")) not in seen["wall"]["title//0"]
        assert bare(_("The practice is on the projector")) in seen["practice_beside"]
        assert bare(_("Start")) in seen["practice"]
        assert bare(_("End the presentation?")) in seen["asks"]
        assert bare(_("Attendance")) in seen["after"]
    assert seen["back_from_black"] == seen["wall"]["title//0"]
    assert seen["listening"] is True
    assert seen["hands"] == {"change": 3, "go-on": 1}
    assert seen["after_practice"] == "ask/wrong-name/0"
    assert len(seen["two_languages"]) > len(seen["wall"]["page/pictures/0"])


def begin(window: MainWindow, hand: Hand) -> None:
    """Present the lesson of today's session, on the one screen that there is."""
    assert window.desk is not None
    [session] = window.desk.courses.today()
    window.desk.courses.save_session(replace(session, lessons=(LESSON,)))
    window.trainer.today()
    settle()
    hand.press(pgettext("projector", "Present"))


def key(window: MainWindow, one: Qt.Key | str) -> None:
    QTest.keyClick(QApplication.focusWidget() or window.page, one)
    settle()


def test_names_stay_covered_on_a_screen_that_others_see(window: MainWindow, hand: Hand) -> None:
    begin(window, hand)
    assert window.isFullScreen()
    hand.must_read("Sign in and out of a shared laptop")
    key(window, "n")
    hand.must_read("Others may see this screen. Show names?")
    assert not hand.reads("Amina")
    hand.press("Today", nth=0)
    hand.press("Live board" if hand.can_press("Live board") else "Attendance")
    assert not hand.reads("Amina")
    hand.press("Show names")
    hand.must_read("Amina", "Your slides go on.")
    hand.press("Back to the slides")
    key(window, "n")
    assert not hand.reads("Amina")
    hand.press("Back to the slides", nth=1)
    key(window, Qt.Key.Key_PageDown)
    key(window, Qt.Key.Key_Escape)
    hand.press("End")
    assert not window.isFullScreen()
    hand.press("Attendance")
    hand.must_read("Amina")


def test_the_lesson_that_was_stopped_goes_on(window: MainWindow, hand: Hand) -> None:
    begin(window, hand)
    for _time in range(7):
        key(window, Qt.Key.Key_PageDown)
    hand.must_read("What you leave open, they can see.")
    key(window, Qt.Key.Key_Escape)
    hand.press("End")
    hand.press(pgettext("projector", "Present"))
    hand.must_read("Which lesson do you show?", "From the beginning")
    hand.press("Go on: A laptop that many people use")
    hand.must_read("What you leave open, they can see.")


def test_slides_stay_when_nobody_touches_anything_but_the_rest_is_locked(
    window: MainWindow, hand: Hand
) -> None:
    begin(window, hand)
    window._nobody_there()
    settle()
    hand.must_read("Sign in and out of a shared laptop")
    key(window, Qt.Key.Key_PageDown)
    hand.must_read("shared laptop")
    key(window, "n")
    assert not window.door.trainer_inside
    assert not hand.reads("Others may see this screen. Show names?")


def test_a_lesson_is_presented_from_its_plan(window: MainWindow, hand: Hand) -> None:
    window.teaching.plan("messages-that-hurry-me")
    settle()
    hand.press(pgettext("projector", "Present"))
    hand.must_read("Messages that hurry me")
    assert window.evening.projector is not None
    key(window, Qt.Key.Key_Escape)
    hand.press("End")
    hand.must_read("Try the lesson")
    assert window.evening.projector is None
