"""Where a wrong word can harm, a learner is told that nobody has read a machine's translation."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from reading_a_page import press, words

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import _
from trainer_app.services.playing import Playing
from trainer_app.ui.player.lesson import LessonPage

CAREFUL, PLAIN = "block-report-get-help", "sign-in-and-out"


@pytest.fixture
def lessons(tmp_path: Path) -> LessonLibrary:
    """Two lessons; French words of the careful one were read by a person, Dutch ones by nobody."""
    for lesson in LessonLibrary(places.lessons()).lessons:
        if lesson.id in (CAREFUL, PLAIN):
            leave_out = shutil.ignore_patterns("practice.*")
            folder = tmp_path / "lessons" / lesson.folder.name
            shutil.copytree(lesson.folder, folder, ignore=leave_out)
            if lesson.id == CAREFUL:
                for file in (folder / "fr").iterdir():
                    read = file.read_text("utf-8").replace("review: draft", "review: reviewed", 1)
                    file.write_text(read, "utf-8")
    return LessonLibrary(tmp_path / "lessons")


@pytest.mark.parametrize(
    ("lesson", "language", "told"),
    [(CAREFUL, "nl", True), (CAREFUL, "ar", True), (CAREFUL, "en", False),
     (CAREFUL, "fr", False), (PLAIN, "nl", False)],
)  # fmt: skip
def test_the_first_page_says_so(lessons, bridge, show, lesson, language, told) -> None:
    page = show(LessonPage(Playing(None), lessons, lesson, language, bridge))
    said = _("A machine translated these words. If something seems wrong, ask a trainer.")
    assert (said in words(page)) is told
    assert not page.scrolls
    press(page, _("Next"))
    assert said not in words(page)
