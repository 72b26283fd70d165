"""Lessons are found in order, read once, and a missing language is said, never mixed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer_app.content.library import LessonLibrary
from trainer_app.content.words import PLAN_PARTS
from trainer_app.domain.blocks import Picture, plain
from trainer_app.domain.errors import MissingLanguage, UnknownThing, UnreadableLesson
from trainer_app.domain.lessons import Competence

MakeLesson = Callable[[str], Path]


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_lessons_stand_in_the_order_of_their_numbers(
    make_lesson: MakeLesson, tmp_path: Path
) -> None:
    for name in ("12-bread", "03-tea", "07-soup"):
        make_lesson(name)
    library = LessonLibrary(tmp_path / "lessons")
    assert [(each.number, each.id) for each in library.lessons] == [
        (3, "tea"),
        (7, "soup"),
        (12, "bread"),
    ]
    assert library.broken == ()


def test_the_structure_is_read(lesson_folder: Path) -> None:
    lesson = LessonLibrary(lesson_folder.parent).lesson("tea")
    assert (lesson.minutes, lesson.core_minutes, lesson.hue) == (30, 15, "clay")
    assert lesson.competences == (Competence("4.1", "basic"),)
    assert [step.id for step in lesson.steps] == ["kettle", "cup", "leaves", "guest"]
    assert lesson.question("second").right == "b"
    assert lesson.languages == ("en", "nl")
    assert lesson.image(lesson.tile).is_file()


def test_the_words_are_read(lesson_folder: Path) -> None:
    words = LessonLibrary(lesson_folder.parent).words("tea", "nl")
    assert (words.title, words.language, words.by, words.review) == (
        "Tea in NL",
        "nl",
        "founders",
        "draft",
    )
    assert words.abilities == {"make-tea": "I can make tea."}
    assert words.page("cup").title == "About the cup"
    assert words.page("cup").blocks[0] == Picture("cup.svg", "A cup on a table.")
    question = words.question("second")
    assert (question.text, question.alt) == ("What comes second?", "A table, and a hand on it.")
    assert plain(question.choice("c").line) == "The guest, who rings."
    assert plain(question.choice("c").why) == "A guest drinks it."
    assert [word.word for word in words.words] == ["kettle", "cup", "leaf", "guest", "table"]
    assert (words.card.say, words.card.sounds) == ("Tea, please.", {"en": "tee pleez"})
    assert tuple(part.id for part in words.plan) == PLAN_PARTS
    assert [part.minutes for part in words.plan if part.minutes] == [5, 5, 5, 10, 5]


def test_words_are_kept(lesson_folder: Path) -> None:
    library = LessonLibrary(lesson_folder.parent)
    assert library.words("tea", "en") is library.words("tea", "en")


def test_a_lesson_is_reviewed_when_all_its_files_are(lesson_folder: Path) -> None:
    files = sorted((lesson_folder / "nl").iterdir())
    for path in files[1:]:
        replace(path, "review: draft", "review: reviewed")
    assert LessonLibrary(lesson_folder.parent).words("tea", "nl").review == "draft"
    replace(files[0], "review: draft", "review: reviewed")
    assert LessonLibrary(lesson_folder.parent).words("tea", "nl").review == "reviewed"


def test_what_is_not_there_is_said(lesson_folder: Path) -> None:
    library = LessonLibrary(lesson_folder.parent)
    with pytest.raises(UnknownThing) as unknown:
        library.words("coffee", "en")
    assert unknown.value.facts == {"what": "lesson", "id": "coffee"}
    with pytest.raises(MissingLanguage) as missing:
        library.words("tea", "uk")
    assert missing.value.facts == {"lesson": "tea", "language": "uk"}


def test_a_language_without_all_its_files_is_not_offered(lesson_folder: Path) -> None:
    (lesson_folder / "nl" / "plan.md").unlink()
    library = LessonLibrary(lesson_folder.parent)
    assert library.lesson("tea").languages == ("en",)
    with pytest.raises(MissingLanguage):
        library.words("tea", "nl")


def test_titles_say_their_language(make_lesson: MakeLesson, tmp_path: Path) -> None:
    both = make_lesson("01-tea")
    english = make_lesson("02-soup")
    dutch = make_lesson("03-bread")
    unreadable = make_lesson("04-milk")
    (english / "nl" / "quiz.md").unlink()
    (dutch / "en" / "quiz.md").unlink()
    replace(unreadable / "nl" / "pages.md", "title: Tea in NL\n", "")
    replace(both / "nl" / "pages.md", "Tea in NL", "Thee <b>en</b> meer")
    assert LessonLibrary(tmp_path / "lessons").titles("nl") == {
        "tea": ("Thee en meer", "nl"),
        "soup": ("Tea in EN", "en"),
        "bread": ("Tea in NL", "nl"),
        "milk": ("Tea in EN", "en"),
    }
    assert LessonLibrary(tmp_path / "lessons").titles("uk")["bread"] == ("Tea in NL", "nl")


def test_a_broken_lesson_leaves_the_others(make_lesson: MakeLesson, tmp_path: Path) -> None:
    make_lesson("01-tea")
    (make_lesson("02-soup") / "lesson.toml").write_text("id = ", encoding="utf-8")
    (tmp_path / "lessons" / "notes").mkdir()
    library = LessonLibrary(tmp_path / "lessons")
    assert [each.id for each in library.lessons] == ["tea"]
    assert [(error.facts["lesson"], error.facts["rule"]) for error in library.broken] == [
        ("02-soup", "toml-readable"),
        ("notes", "file-readable"),
    ]


def test_a_centre_adds_lessons_but_replaces_none(make_lesson: MakeLesson, tmp_path: Path) -> None:
    ours = make_lesson("01-tea")
    own = tmp_path / "own"
    (tmp_path / "lessons").rename(own)
    make_lesson("01-tea")
    make_lesson("02-soup")
    (own / "01-tea").rename(own / "05-tea")
    library = LessonLibrary([tmp_path / "lessons", own, tmp_path / "nowhere"])
    assert [each.id for each in library.lessons] == ["tea", "soup"]
    assert library.lesson("tea").folder == ours
    assert [error.facts["rule"] for error in library.broken] == ["lesson-unique"]


def test_a_picture_cannot_lie_outside_the_lesson(lesson_folder: Path) -> None:
    replace(lesson_folder / "lesson.toml", '"tile.svg"', '"../../../tile.svg"')
    (error,) = LessonLibrary(lesson_folder.parent).broken
    assert error.facts["rule"] == "picture-name"


def test_finding_lessons_loads_no_markdown_reader(lesson_folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path;"
        "from trainer_app.content.library import LessonLibrary;"
        "assert LessonLibrary(Path(sys.argv[1])).titles('en');"
        "sys.exit('markdown' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(lesson_folder.parent)]
    root = Path(__file__).parents[2]
    assert subprocess.run(command, cwd=root, check=False).returncode == 0


LINES = st.sampled_from(
    ["---", "# A {#kettle}", "# What comes first? {#first}", "- {#a} x", "  > why", "## {#prepare}",
     "by: me", "review: draft", "title: t", "summary: s", "say: x", "can.make-tea: I can", "",
     "- **a** – b", "{#", "# {#kettle minutes=x}", "## P {#activity minutes=-1}", "<b", "\x00"]
)  # fmt: skip
FILES = st.sampled_from(["pages", "quiz", "card", "words", "plan"])


@given(FILES, st.one_of(st.text(), st.lists(LINES).map("\n".join)), st.booleans())
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_file_is_read_or_called_unreadable(
    lesson_folder: Path, name: str, text: str, headed: bool
) -> None:
    path = lesson_folder / "nl" / f"{name}.md"
    before = path.read_bytes()
    matter = before.decode().split("\n---\n")[0] + "\n---\n" if headed else ""
    path.write_text(matter + text, encoding="utf-8", errors="replace")
    unreadable = {f"nl/{name}.md"}
    try:
        LessonLibrary(lesson_folder.parent).words("tea", "nl")
    except UnreadableLesson as error:
        unreadable.add(str(error.facts["file"]))
    path.write_bytes(before)
    assert len(unreadable) == 1
    assert LessonLibrary(lesson_folder.parent).words("tea", "nl").title


VALUES = st.sampled_from(
    ["", "1", "-1", "true", '""', '"x"', "[]", '["a"]', "[[1]]", "1979-05-27", "{}", "nan", "[{}]"]
)
KEYS = st.sampled_from(
    ["id", "version", "minutes", "core_minutes", "needs", "hue", "tile", "caution", "picture",
     "core", "objectives", "choices", "right", "code", "level"]
)  # fmt: skip


@given(KEYS, VALUES)
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_structure_is_read_or_called_unreadable(
    lesson_folder: Path, key: str, value: str
) -> None:
    path = lesson_folder / "lesson.toml"
    before = path.read_text(encoding="utf-8")
    lines = [
        f"{key} = {value}" if line.startswith(f"{key} =") else line for line in before.split("\n")
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    library = LessonLibrary(lesson_folder.parent)
    assert len(library.lessons) + len(library.broken) == 1
    path.write_text(before, encoding="utf-8")


def test_a_lesson_of_the_program_that_changed_is_read_anew(lesson_folder: Path) -> None:
    library = LessonLibrary(lesson_folder.parent)
    assert (library.lesson("tea").minutes, library.lesson("tea").languages) == (30, ("en", "nl"))
    structure = lesson_folder / "lesson.toml"
    structure.write_text(structure.read_text().replace("minutes = 30", "minutes = 45", 1))
    library.refresh()
    assert library.lesson("tea").minutes == 45
    (lesson_folder / "nl").rename(lesson_folder / "so")
    library.refresh()
    assert library.lesson("tea").languages == ("en", "so")
