"""The trainer's list of lessons and the plan of one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import click, too_small, too_wide, words
from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.competences import COMPETENCES
from trainer_app.i18n import use
from trainer_app.ui import theme
from trainer_app.ui.competence_words import competence_titles
from trainer_app.ui.workshop.lessons import LessonsPage
from trainer_app.ui.workshop.plan import PlanPage


@pytest.fixture
def own_lessons(tmp_path: Path) -> Path:
    """A folder with a copy of one lesson, to break."""
    folder = tmp_path / "lessons"
    source = next(places.lessons().glob("03-*"))
    shutil.copytree(source, folder / source.name)
    return folder / source.name


def test_each_lesson_says_its_length_aim_and_state(library, show):
    seen = words(show(LessonsPage(library, "en")))
    assert "3. Sign in and out of a shared laptop" in seen
    assert "4.1 Protecting devices (basic)" in seen
    assert "30 minutes\nShort form: 15 minutes" in seen
    assert seen.count("Draft, not yet reviewed") == len(library.lessons)


def test_a_machine_translation_says_so(library, show):
    seen = words(show(LessonsPage(library, "nl")))
    assert seen.count("Translated by machine, not yet reviewed") == len(library.lessons)


def test_a_lesson_opens(library, show, qtbot: QtBot):
    page = show(LessonsPage(library, "en"))
    with qtbot.waitSignal(page.plan_opened) as said:
        click(qtbot, page, "Open “Sign in and out of a shared laptop”")
    assert said.args == ["sign-in-and-out"]


def test_a_missing_language_is_said_and_another_shown(own_lessons, show):
    shutil.rmtree(own_lessons / "nl")
    library = LessonLibrary(own_lessons.parent)
    assert "Not in your language; shown in English" in words(show(LessonsPage(library, "nl")))
    seen = words(show(PlanPage(library, "sign-in-and-out", "nl")))
    assert "It is shown in English." in seen
    assert "Prepare" in seen


def test_broken_words_are_said_calmly(own_lessons, show):
    file = own_lessons / "en" / "pages.md"
    file.write_text(file.read_text("utf-8").replace("{#pictures}", ""), "utf-8")
    library = LessonLibrary(own_lessons.parent)
    assert "Its words cannot be read" in words(show(LessonsPage(library, "en")))
    seen = words(show(PlanPage(library, "sign-in-and-out", "en")))
    assert "The words of this lesson cannot be read" in seen
    assert "pages.md" in seen


def test_a_broken_folder_does_not_hide_the_others(own_lessons, show):
    (own_lessons.parent / "99-torn").mkdir()
    (own_lessons.parent / "99-torn" / "lesson.toml").write_text("id =")
    seen = words(show(LessonsPage(LessonLibrary(own_lessons.parent), "en")))
    assert "These lesson folders cannot be read: 99-torn." in seen
    assert "Sign in and out of a shared laptop" in seen


def test_the_plan_and_all_its_parts(library, show, qtbot):
    page = show(PlanPage(library, "sign-in-and-out", "en"))
    assert "Prepare" in words(page)
    assert "4 minutes" in words(page)
    click(qtbot, page, "Pages")
    assert "1. A laptop that many people use" in words(page)
    assert "In the short form" in words(page)
    click(qtbot, page, "Questions")
    lesson = library.lessons[0]
    first = library.words(lesson.id, "en").questions[0]
    assert f"1. {first.text}" in words(page)
    click(qtbot, page, "Words to know")
    assert "a laptop that more than one person uses." in words(page)
    click(qtbot, page, "Take-home card")
    assert "Say it: How do I log out here?" in words(page)
    assert "Nederlands: hoo lokh ik heer out" in words(page)


def test_a_lesson_that_can_touch_people_warns(library, show):
    page = show(PlanPage(library, library.lessons[2].id, "en"))
    assert library.lessons[2].caution
    assert "A wrong word can do harm in this lesson." in words(page)


def test_trying_going_back_and_memory(library, show, qtbot):
    page = show(PlanPage(library, "sign-in-and-out", "en"))
    with qtbot.waitSignal(page.try_requested) as said:
        click(qtbot, page, "Try the lesson")
    assert said.args == ["sign-in-and-out"]
    with qtbot.waitSignal(page.back_requested):
        click(qtbot, page, "Lessons")
    click(qtbot, page, "Words to know")
    again = show(PlanPage(library, "sign-in-and-out", "en"))
    again.recall(page.remember())
    assert "a laptop that more than one person uses." in words(again)


def test_every_competence_has_its_own_title():
    assert competence_titles() == dict(COMPETENCES)


@pytest.mark.parametrize("part", ["plan", "pages", "questions", "words", "card"])
@pytest.mark.parametrize(("language", "scale"), [("en", 1.0), ("ar", 2.0)])
def test_nothing_is_cut(library, show, qapp, part, language, scale):
    use(language)
    theme.apply(qapp, theme.Theme(scale=scale, language=language, dense=True))
    page = PlanPage(library, library.lessons[2].id, language)
    page.recall(part)
    show(page)
    assert too_wide(page) == []
    assert too_small(page, round(32 * scale)) == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_list_is_not_cut(library, show, qapp, language, scale):
    use(language)
    theme.apply(qapp, theme.Theme(scale=scale, language=language, dense=True))
    page = show(LessonsPage(library, language))
    assert too_wide(page) == []
    assert too_small(page, round(32 * scale)) == []
