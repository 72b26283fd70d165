"""A lesson may be a practice alone: listed, titled and checked like any other, whole or not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from trainer_app.content.checks import check_all, check_lesson
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import MissingLanguage, UnreadableLesson

EXAMPLES = Path(__file__).parent / "practice_examples"
APPS = "05-what-they-do"
TITLE = "title: What apps do\nsummary: You sort six invented apps.\n"
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360">\n'
    '<rect width="640" height="360" fill="#DDEFEA"/>\n</svg>\n'
)


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """A lesson of a practice in English and Arabic, with the picture for its tile."""
    folder = Path(shutil.copytree(EXAMPLES / APPS, tmp_path / "lessons" / APPS))
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / "tile.svg").write_text(PICTURE, encoding="utf-8")
    return folder


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_it_is_listed_in_the_languages_of_its_practice(alone: Path) -> None:
    library = LessonLibrary(alone.parent)
    (lesson,) = library.lessons
    assert not lesson.has_pages
    assert lesson.languages == library.practice_languages(lesson.id) == ("en", "ar")
    assert library.titles("en")[lesson.id] == ("What apps do", "en")
    assert library.titles("nl")[lesson.id] == ("What apps do", "en")
    title = library.title(lesson.id, "en")
    assert (title.summary, title.by, title.review) == (
        "You sort six invented apps.",
        "founders",
        "draft",
    )
    assert library.practice(lesson.id, "ar").words.language == "ar"


def test_it_has_no_words_of_pages(alone: Path) -> None:
    with pytest.raises(MissingLanguage):
        LessonLibrary(alone.parent).words("what-they-do", "en")


def test_a_title_that_is_missing_does_not_hide_the_lesson(alone: Path) -> None:
    change(alone, "en/practice.md", TITLE, "")
    change(alone, "ar/practice.md", "title:", "name:")
    library = LessonLibrary(alone.parent)
    assert library.titles("en")["what-they-do"] == ("what-they-do", "en")
    with pytest.raises(UnreadableLesson):
        library.title("what-they-do", "en")


def test_the_good_one_breaks_no_rule(alone: Path) -> None:
    assert check_all(alone.parent) == []


def leave(file: str) -> Callable[[Path], None]:
    return lambda folder: (folder / file).write_text("---\n---\n", encoding="utf-8")


def begin_a_quiz(folder: Path) -> None:
    change(folder, "lesson.toml", "objectives = []", "")
    table = '\n[[objectives]]\nid = "choose"\n'
    path = folder / "lesson.toml"
    path.write_text(path.read_text(encoding="utf-8") + table, encoding="utf-8")


def take_the_practice(folder: Path) -> None:
    for file in ("practice.toml", "en/practice.md", "ar/practice.md"):
        (folder / file).unlink()


@pytest.mark.parametrize(
    ("breaks", "found"),
    [
        (leave("en/pages.md"), [("pages-whole", "en/pages.md")]),
        (leave("ar/card.md"), [("pages-whole", "ar/card.md")]),
        (begin_a_quiz, [("pages-whole", "lesson.toml")]),
        (take_the_practice, [("pages-whole", "lesson.toml")]),
        (
            lambda folder: change(folder, "en/practice.md", TITLE, ""),
            [("front-matter", "en/practice.md")] * 2,
        ),
        (
            lambda folder: (folder / "images" / "tile.svg").unlink(),
            [("picture-exists", "lesson.toml")],
        ),
        (
            lambda folder: (folder / "ar" / "practice.md").unlink(),
            [("practice-complete", "ar/practice.md")],
        ),
    ],
)
def test_a_broken_one_says_where(
    breaks: Callable[[Path], None], found: list[tuple[str, str]], alone: Path
) -> None:
    breaks(alone)
    assert [(each.rule, each.file) for each in check_lesson(alone)] == found


def test_twins_share_a_number_and_nobody_else(alone: Path) -> None:
    twin = Path(shutil.copytree(alone, alone.with_name("05-on-a-phone")))
    change(twin, "lesson.toml", 'id = "what-they-do"', 'id = "on-a-phone"')
    assert [each.rule for each in check_all(alone.parent)] == ["lesson-unique"]
    change(twin, "lesson.toml", "version = 1", 'version = 1\ntwin = "what-they-do"')
    assert check_all(alone.parent) == []


def test_pictures_of_a_practice_lie_with_the_lesson_or_in_the_common_world(alone: Path) -> None:
    world = alone.parent / "_world" / "images"
    world.mkdir(parents=True)
    change(alone, "practice.toml", 'piles = ["talk"]', 'piles = ["talk"]\npicture = "kite.svg"')
    assert [each.rule for each in check_lesson(alone)] == ["picture-exists"]
    (world / "kite.svg").write_text(PICTURE, encoding="utf-8")
    assert check_lesson(alone) == []
    where = LessonLibrary(alone.parent).practice_picture("what-they-do", "kite.svg")
    assert where == world / "kite.svg"
    (world / "kite.svg").write_text(PICTURE.replace("<rect", "<text"), encoding="utf-8")
    (finding,) = check_lesson(alone)
    assert (finding.rule, finding.file) == ("picture-plain", "../_world/images/kite.svg")
    own = alone / "images" / "kite.svg"
    own.write_text(PICTURE, encoding="utf-8")
    assert LessonLibrary(alone.parent).practice_picture("what-they-do", "kite.svg") == own
