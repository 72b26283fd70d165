"""What only a centre's own lessons may be and have, and how translations join a lesson."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from photographs import SIGNATURE, chunk, photo

from trainer_app.content.checks import RULES, check_all, check_lesson
from trainer_app.content.finding_places import part_of
from trainer_app.content.library import LessonLibrary
from trainer_app.content.own import own_text, read_own
from trainer_app.content.photos import MOST_BYTES, MOST_PIXELS, not_small
from trainer_app.content.rules.own_table import OWN_RULES
from trainer_app.domain.blocks import Picture
from trainer_app.domain.errors import MissingLanguage, UnreadableLesson
from trainer_app.domain.lessons import Own

MakeLesson = Callable[[str], Path]
OWN = Own("tea", 3, 'Rosa "R." \\ ‏روزا', "0f" * 32, made_here=False)


def swap(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def make_own(folder: Path) -> Path:
    (folder / "own.toml").write_text(own_text(OWN), encoding="utf-8")
    return folder


def to_photo(folder: Path, data: bytes) -> None:
    """The picture of the first page becomes a photo."""
    (folder / "images" / "kettle.png").write_bytes(data)
    for name in ("lesson.toml", "en/pages.md", "nl/pages.md"):
        swap(folder / name, "kettle.svg", "kettle.png")
    refresh(folder)


def refresh(folder: Path, source: str = "en", made: str = "nl") -> None:
    """Names the hashes of the source's files in a translation."""
    from trainer_app.content.sources import read_source

    for path in (folder / made).glob("*.md"):
        digest = read_source(folder.name, folder / source / path.name).hash
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub("translated_from: .*", f"translated_from: {digest}", text), encoding="utf-8"
        )


def rules(folder: Path) -> set[str]:
    return {found.rule for found in check_lesson(folder)}


def test_what_stands_beside_a_lesson_is_read_as_it_was_written(lesson_folder: Path) -> None:
    assert read_own(lesson_folder) is None
    assert read_own(make_own(lesson_folder)) == OWN
    assert LessonLibrary(lesson_folder.parent).lesson("tea").own == OWN
    assert check_lesson(lesson_folder) == []


@pytest.mark.parametrize("key", ["", "zz" * 32, "0f" * 31, "0F" * 32])
def test_a_lesson_whose_author_is_no_key_is_not_read(lesson_folder: Path, key: str) -> None:
    swap(make_own(lesson_folder) / "own.toml", "0f" * 32, key)
    (error,) = LessonLibrary(lesson_folder.parent).broken
    assert (error.facts["file"], error.facts["rule"]) == ("own.toml", "toml-fields")


def test_only_an_own_lesson_has_photos(lesson_folder: Path) -> None:
    to_photo(lesson_folder, photo())
    assert rules(lesson_folder) == {"picture-name"}
    make_own(lesson_folder)
    assert rules(lesson_folder) == set()
    words = LessonLibrary(lesson_folder.parent).words("tea", "en")
    assert words.pages[0].blocks[0] == Picture("kettle.png", "A kettle on a table.")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (photo(MOST_PIXELS + 1, 2), "pixels"),
        (photo(2, 0), "pixels"),
        (photo(2, 2, chunk(b"tEXt", b"Author\x00Rosa")), "tEXt"),
        (photo(2, 2, chunk(b"eXIf", b"a place")), "eXIf"),
        (photo()[:-6], "PNG"),
        (photo()[:40], "PNG"),
        (SIGNATURE, "PNG"),
        (b"GIF89a", "PNG"),
        (photo(2, 2, chunk(b"junk", bytes(MOST_BYTES))), "bytes"),
    ],
)
def test_a_photo_that_is_large_or_tells_something_is_found(
    lesson_folder: Path, data: bytes, what: str
) -> None:
    to_photo(make_own(lesson_folder), data)
    (found,) = check_lesson(lesson_folder)
    assert (found.rule, found.file, found.facts) == (
        "photo-small", "images/kettle.png", {"what": what}
    )  # fmt: skip


def test_a_photo_of_the_largest_size_is_fine() -> None:
    assert not_small(photo(MOST_PIXELS, MOST_PIXELS)) == ""


def test_every_rule_of_own_lessons_is_broken_here_or_with_drafts() -> None:
    assert set(OWN_RULES) == {"filled", "picture-chosen", "photo-small"}
    assert set(OWN_RULES) <= set(RULES)


def test_a_lesson_may_be_written_in_another_language_first(lesson_folder: Path) -> None:
    swap(lesson_folder / "lesson.toml", "version = 1", 'version = 1\nsource = "nl"')
    assert rules(lesson_folder) == {"translation-fresh"}
    for path in (lesson_folder / "nl").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub("translated_from: .*\n", "", text), encoding="utf-8")
    for path in (lesson_folder / "en").glob("*.md"):
        swap(path, "review: draft\n", "review: draft\ntranslated_from: x\n")
    refresh(lesson_folder, "nl", "en")
    assert check_lesson(lesson_folder) == []
    assert LessonLibrary(lesson_folder.parent).lesson("tea").languages == ("nl", "en")
    shutil.rmtree(lesson_folder / "en")
    swap(lesson_folder / "nl" / "card.md", "sound.en: tee pleez\n", "")
    assert check_lesson(lesson_folder) == []
    swap(lesson_folder / "lesson.toml", '"nl"', '"../nl"')
    assert rules(lesson_folder) == {"toml-fields"}


def test_own_lessons_may_share_a_number_and_need_what_is_elsewhere(
    make_lesson: MakeLesson, tmp_path: Path
) -> None:
    make_lesson("05-tea")
    other = make_lesson("05-soup")
    swap(other / "lesson.toml", "needs = []", 'needs = ["bread"]')
    found = {each.rule for each in check_all(tmp_path / "lessons")}
    assert found == {"lesson-unique", "needs-known"}
    make_own(other)
    assert check_all(tmp_path / "lessons") == []
    assert [each.id for each in LessonLibrary(tmp_path / "lessons").lessons] == ["soup", "tea"]


def test_a_finding_names_its_page_or_question(lesson_folder: Path) -> None:
    swap(lesson_folder / "lesson.toml", 'picture = "cup.svg"', 'picture = "mug.svg"')
    swap(lesson_folder / "en" / "quiz.md", "# What comes second?", "# What comes <b>second</b>?")
    swap(lesson_folder / "lesson.toml", "core_minutes = 15", "core_minutes = 25")
    places = {(each.rule, part_of(lesson_folder, each)) for each in check_lesson(lesson_folder)}
    assert places >= {("picture-exists", "cup"), ("no-html", "second"), ("core-minutes", "")}


@pytest.fixture
def translated(lesson_folder: Path, tmp_path: Path) -> Path:
    """A Ukrainian translation beside the lessons: the Dutch words under another name."""
    folder = tmp_path / "translations" / "tea" / "uk"
    shutil.copytree(lesson_folder / "nl", folder)
    swap(folder / "pages.md", "Tea in NL", "Чай")
    return folder


def test_a_translation_joins_the_lesson(lesson_folder: Path, translated: Path) -> None:
    library = LessonLibrary(lesson_folder.parent, translated.parents[1])
    assert library.lesson("tea").languages == ("en", "nl", "uk")
    assert library.titles("uk")["tea"] == ("Чай", "uk")
    assert library.words("tea", "uk").title == "Чай"
    assert library.words("tea", "en").title == "Tea in EN"
    assert library.title("tea", "uk").title == "Чай"


def test_a_translation_of_other_pages_or_half_of_it_waits(
    lesson_folder: Path, translated: Path
) -> None:
    swap(translated / "pages.md", "{#cup}", "{#mug}")
    library = LessonLibrary(lesson_folder.parent, translated.parents[1])
    assert library.lesson("tea").languages == ("en", "nl")
    with pytest.raises(MissingLanguage):
        library.words("tea", "uk")
    swap(translated / "pages.md", "{#mug}", "{#cup}")
    (translated / "plan.md").unlink()
    library.refresh()
    assert library.lesson("tea").languages == ("en", "nl")


def test_a_translation_goes_before_the_bundled_one_only_while_it_is_fresh(
    lesson_folder: Path, translated: Path
) -> None:
    translated.rename(translated.with_name("nl"))
    library = LessonLibrary(lesson_folder.parent, translated.parents[1])
    assert library.words("tea", "nl").title == "Чай"
    swap(lesson_folder / "en" / "plan.md", "Do it.", "Do it now.")
    library.refresh()
    assert library.words("tea", "nl").title == "Tea in NL"


def test_nothing_takes_the_place_of_the_source(lesson_folder: Path, translated: Path) -> None:
    translated.rename(translated.with_name("en"))
    library = LessonLibrary(lesson_folder.parent, translated.parents[1])
    assert library.words("tea", "en").title == "Tea in EN"


def test_an_own_lesson_is_not_offered_in_a_language_that_fell_behind(lesson_folder: Path) -> None:
    swap(lesson_folder / "nl" / "quiz.md", "- {#b}", "- {#d}")
    library = LessonLibrary(lesson_folder.parent)
    assert library.lesson("tea").languages == ("en", "nl")
    with pytest.raises(UnreadableLesson):
        library.words("tea", "nl")
    make_own(lesson_folder)
    library.refresh()
    assert library.lesson("tea").languages == ("en",)
