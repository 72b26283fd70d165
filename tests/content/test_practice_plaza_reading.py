"""Reading a stage of the pretend network: what is named must be there, and can be so."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from trainer_app.content.practice import read_practice, read_scenario
from trainer_app.content.practice_checks import check_practice
from trainer_app.content.structure import read_structure
from trainer_app.domain.errors import UnreadableLesson

EXAMPLES = Path(__file__).parent / "practice_examples"
LESSONS = Path(__file__).parents[2] / "lessons"
NAMES = ("08-who-sees-me", "12-three-messages")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An example that may be broken, with the common world beside it."""
    for name in ("_world", NAMES[0]):
        shutil.copytree(EXAMPLES / name, tmp_path / name)
    return tmp_path / NAMES[0]


@pytest.fixture
def own_lesson(tmp_path: Path) -> Path:
    """One of the program's lessons, with a form and notes, and its world beside it."""
    for name in ("_world", "06-open-an-account", "11-message-or-wall"):
        shutil.copytree(LESSONS / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_keep_every_rule(name: str) -> None:
    assert list(check_practice(read_structure(EXAMPLES / name))) == []


@pytest.mark.parametrize(
    ("good", "bad", "rule"),
    [
        ('done = "look-as", of = "amina"', 'done = "look-as", of = "nobody"', "practice-ids"),
        ('done = "look-as", of = "amina"', 'done = "dance", of = "amina"', "practice-ids"),
        ('seen = "birthday", by = "amina"', 'seen = "birthday", by = "me"', "practice-ids"),
        ('to = ["off"]', 'to = ["perhaps"]', "practice-ids"),
        ('to = ["off"]', "to = []", "practice-ids"),
        ('written = "alt"', 'done = "publish", written = "alt"', "toml-fields"),
        ('friends = ["amina", "rosa"]', 'friends = ["nobody"]', "practice-ids"),
        ('of = "garden"\n', 'of = "work"\n', "practice-ids"),
        ('shape = "browser"', 'shape = "watch"', "toml-fields"),
        ('id = "work"', 'id = "garden"', "ids-unique"),
        ('id = "garden"\n', 'id = "garden"\nfitting = ["bread"]\n', "practice-ids"),
    ],
)
def test_what_can_never_be_so_is_refused(folder: Path, good: str, bad: str, rule: str) -> None:
    path = folder / "practice.toml"
    text = path.read_text(encoding="utf-8")
    assert good in text
    path.write_text(text.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(UnreadableLesson) as error:
        read_scenario(read_structure(folder))
    assert error.value.facts["rule"] == rule


def test_a_common_world_that_lacks_a_word_is_refused(folder: Path) -> None:
    path = folder.parent / "_world" / "en" / "world.md"
    path.write_text(path.read_text(encoding="utf-8").replace("- {#dan} Dan\n", ""))
    lesson = replace(read_structure(folder), languages=("en",))
    with pytest.raises(UnreadableLesson) as error:
        read_practice(lesson, "en")
    assert error.value.facts["rule"] == "word-missing"
    assert "word-missing" in {each.rule for each in check_practice(read_structure(folder))}


@pytest.mark.parametrize(
    ("lesson", "good", "bad", "rule"),
    [
        ("06", 'learned = "my-family"', 'learned = "the-job"', "practice-ids"),
        ("06", 'since = ["full-name"]', 'since = ["nothing"]', "practice-ids"),
        ("06", 'since = ["full-name"]', "since = []", "toml-fields"),
        ("06", '"by-number"]', '"by-mail"]', "ids-unique"),
        ("06", 'id = "the-street"', 'id = "by-mail"', "ids-unique"),
        ("06", 'to = ["only-the-year"]', 'to = ["by-mail"]', "practice-ids"),
        ("06", 'done = "give", of = "the-terms"', 'done = "give", of = "the-way"', "practice-ids"),
        ("11", 'ways = ["my-sister", "our-course", "friends"]', "ways = []", "toml-fields"),
        ("11", '"our-course", "friends"]', '"our-course", "nobody"]', "practice-ids"),
        ("11", 'to = ["omar"]', 'to = ["dan"]', "practice-ids"),
        ("11", 'id = "which-page"', 'id = "amina"', "ids-unique"),
        ("11", 'done = "delete", of', 'reach = "love", least = 5, of', "toml-fields"),
        ("11", 'done = "delete", of', 'reach = "people", of', "toml-fields"),
        ("11", 'id = "eight-notes"\n', 'id = "eight-notes"\nlikes = ["mars"]\n', "practice-ids"),
        ("11", 'id = "my-sister"\n', 'id = "my-sister"\nsince = "ever"\n', "toml-fields"),
        ("11", 'id = "my-sister"\n', 'id = "my-sister"\ncopied = "nobody"\n', "practice-ids"),
        ("11", 'kind = "plaza"\n', 'kind = "plaza"\nfree = true\n', "practice-goals"),
    ],
)
def test_forms_notes_and_figures_that_can_never_be_are_refused(
    own_lesson: Path, lesson: str, good: str, bad: str, rule: str
) -> None:
    folder = next(own_lesson.glob(f"{lesson}-*"))
    path = folder / "practice.toml"
    text = path.read_text(encoding="utf-8")
    assert good in text
    path.write_text(text.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(UnreadableLesson) as error:
        read_scenario(read_structure(folder))
    assert error.value.facts["rule"] == rule


def test_a_copied_person_has_the_same_picture_and_a_page_posts_for_everyone() -> None:
    world = read_scenario(read_structure(LESSONS / "10-find-my-people")).world
    people = {person.id: person for person in world.people}
    assert people["amina-copy"].picture == people["amina"].picture != ""
    assert people["amina-copy"].wrong == "false-name"
    pages = {page.id for page in world.pages}
    audiences = {post.audience for post in world.posts if post.author in pages or post.group}
    assert audiences == {"everyone"}
