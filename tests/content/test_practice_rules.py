"""Each rule about practices has one broken example here, and the example breaks that rule alone."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from trainer_app.content.checks import check_all, check_lesson
from trainer_app.content.practice_checks import check_practice
from trainer_app.content.rules.practice_table import PRACTICE_RULES
from trainer_app.content.rules.table import RULES, Finding
from trainer_app.content.structure import read_structure

EXAMPLES = Path(__file__).parent / "practice_examples"
FOLDERS = sorted(EXAMPLES.glob("[0-9]*"))
APPS = "05-what-they-do"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of an example with words in English and Arabic, to break."""
    return Path(shutil.copytree(EXAMPLES / APPS, tmp_path / APPS))


def findings_in(folder: Path) -> list[Finding]:
    return list(check_practice(read_structure(folder)))


def swap(file: str, old: str, new: str) -> Callable[[Path], None]:
    """Breaks a practice by putting `new` for the first `old` in a file; hashes follow."""

    def breaks(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        body = (folder / "en" / "practice.md").read_text(encoding="utf-8").split("\n---\n", 1)[1]
        digest = hashlib.sha256(body.encode()).hexdigest()[:16]
        arabic = folder / "ar" / "practice.md"
        text = arabic.read_text(encoding="utf-8")
        text = re.sub("translated_from: .*", f"translated_from: {digest}", text)
        arabic.write_text(text, encoding="utf-8")

    return breaks


def both(*breaks: Callable[[Path], None]) -> Callable[[Path], None]:
    def breaks_all(folder: Path) -> None:
        for each in breaks:
            each(folder)

    return breaks_all


def without_arabic(folder: Path) -> None:
    (folder / "ar" / "practice.md").unlink()


def without_goals(folder: Path) -> None:
    path = folder / "practice.toml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("[[stages.goals]]"), text.index("[[stages.consequences]]")
    path.write_text(text[:start] + text[end:], encoding="utf-8")


def without_cards(folder: Path) -> None:
    """Nothing to sort, so everything is sorted."""
    without_arabic(folder)
    (folder / "ar").rmdir()
    structure = folder / "practice.toml"
    text = structure.read_text(encoding="utf-8")
    begin, goals = text.index("[[stages.cards]]"), text.index('[[stages.goals]]\nid = "all"')
    text = text[:begin] + text[goals : text.index("[[stages.consequences]]")]
    text = text.replace('kind = "sorting"', 'kind = "sorting"\ncards = []')
    structure.write_text(text, encoding="utf-8")
    path = folder / "en" / "practice.md"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"- {#near}.*\n.*\n", "", text)
    cards, done = text.index("## Cards"), text.index("## At the end")
    path.write_text(text[:cards] + text[done:], encoding="utf-8")


ROOM = swap("practice.toml", 'id = "talk"', 'id = "talk"\nroom = 1')
TOO_MUCH = swap(
    "practice.toml",
    'id = "other-use"',
    'id = "other-use"\n\n[[stages.consequences]]\nid = "heavy"\nwhen = "too-much"',
)
NOTHING = swap(
    "practice.toml",
    'id = "other-use"',
    'id = "other-use"\n\n[[stages.consequences]]\nid = "heavy"\nof = ["chirp"]',
)
ITEM = "- {#ladder} Ladder: jobs and trades\n"


def heavy_words(folder: Path) -> None:
    for language in ("en", "ar"):
        swap(
            f"{language}/practice.md",
            "- {#other-use}",
            "- {#heavy} That is much.\n  > Take one away.\n- {#other-use}",
        )(folder)


BROKEN: dict[str, Callable[[Path], None]] = {
    "practice-complete": without_arabic,
    "practice-kind": swap("practice.toml", 'kind = "sorting"', 'kind = "circus"'),
    "practice-goals": without_goals,
    "practice-extra": swap("practice.toml", 'kind = "sorting"', 'kind = "sorting"\nextra = true'),
    "practice-ids": swap("practice.toml", 'of = ["parrot", "chirp"]', 'of = ["parrott"]'),
    "practice-minutes": swap("practice.toml", "minutes = 10", "minutes = 40"),
    "goal-open": without_cards,
    "goal-reachable": both(ROOM, TOO_MUCH, heavy_words,
        swap("practice.toml", 'piles = ["talk", "show"]', 'piles = ["talk"]')),
    "mistake-explained": swap("practice.toml", 'id = "other-use"',
        'id = "other-use"\nof = ["chirp", "parrot", "window", "frame", "bench"]'),
    "consequence-follows": both(NOTHING, heavy_words),
    "practice-stages-in-order": swap("ar/practice.md", "{#apps}", "{#app}"),
    "practice-lists": swap("ar/practice.md", "{#piles}", "{#heaps}"),
    "stage-words": swap("en/practice.md", "Many apps, three uses. Which one do you need?\n", ""),
    "word-form": swap("en/practice.md", "- {#work} ", "- to look\n- {#work} "),
    "word-missing": swap("en/practice.md", ITEM, ""),
    "word-left-over": swap("en/practice.md", ITEM, ITEM + "- {#stairs} Stairs\n"),
    "word-twice": swap("ar/practice.md", "- {#bench}", "- {#window} نافذة\n- {#bench}"),
    "word-explained": swap(
        "en/practice.md", "  > Which ones carry voices and short messages?\n", ""
    ),
}  # fmt: skip


@pytest.mark.parametrize("path", FOLDERS, ids=lambda path: path.name)
def test_the_examples_break_no_rule(path: Path) -> None:
    assert findings_in(path) == []


def test_the_worked_example_of_the_page_for_editors_breaks_no_rule(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "practice.md").read_text(encoding="utf-8")
    example = page[page.index("## A worked example") :]
    structure, words = re.findall(r"```(?:toml)?\n(.*?)```", example, re.DOTALL)[:2]
    folder = tmp_path / APPS
    (folder / "en").mkdir(parents=True)
    shutil.copy(EXAMPLES / APPS / "lesson.toml", folder)
    (folder / "practice.toml").write_text(structure, encoding="utf-8")
    (folder / "en" / "practice.md").write_text(words, encoding="utf-8")
    assert findings_in(folder) == []


def test_every_rule_has_a_broken_example() -> None:
    assert set(BROKEN) == set(PRACTICE_RULES)
    assert set(PRACTICE_RULES) < set(RULES)


@pytest.mark.parametrize("rule", sorted(BROKEN))
def test_a_broken_example_breaks_its_rule_alone(rule: str, folder: Path) -> None:
    BROKEN[rule](folder)
    assert {finding.rule for finding in findings_in(folder)} == {rule}


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("practice.toml", 'of = ["parrot", "chirp"]', 'of = ["parrott"]', "practice-ids"),
        ("practice.toml", 'piles = ["work", "talk"]', 'piles = ["wok"]', "practice-ids"),
        ("practice.toml", 'id = "not-for-work"', 'id = "not-for-work"\nof = ["ladder"]',
         "consequence-follows"),
        ("practice.toml", "minutes = 10", "minutes = 41", "practice-minutes"),
        ("practice.toml", 'piles = ["talk"]', 'piles = ["talk"]\npicture = "no.svg"',
         "picture-exists"),
        ("practice.toml", 'piles = ["talk"]', 'piles = ["talk"]\nroom = 2', "toml-known"),
        ("practice.toml", 'piles = ["talk"]', 'piles = ["talk"]\ntakes = "2"', "toml-fields"),
        ("practice.toml", "version = 1", "version = = 1", "toml-readable"),
        ("en/practice.md", "- {#frame} Frame: short films", "- {#frame}", "word-missing"),
        ("en/practice.md", "- {#show} to show", "- {#shows} to show", "word-left-over"),
        ("en/practice.md", "Take the card and try", "Take the <b>card</b> and try", "no-html"),
        ("ar/practice.md", "## الأكوام {#piles}", "### الأكوام {#piles}", "heading-level"),
        ("en/practice.md", "Each card is an app",
         "Each card is one of the six small, new and quite pretty apps", "sentence-length"),
    ],
)  # fmt: skip
def test_a_finding_names_file_and_line(
    file: str, old: str, new: str, rule: str, folder: Path
) -> None:
    before = (folder / file).read_text(encoding="utf-8")
    first = before[: before.index(old)].count("\n") + 1
    swap(file, old, new)(folder)
    found = [finding for finding in findings_in(folder) if finding.rule == rule]
    assert found
    assert (found[0].lesson, found[0].file) == (APPS, file)
    # A table is found by its id, the line before what was broken in it.
    assert found[0].line in (first - 1, first, first + 1)


def test_a_goal_of_nothing_is_a_goal_of_all(folder: Path) -> None:
    swap("practice.toml", 'of = ["parrot", "chirp"]', "of = []")(folder)
    assert findings_in(folder) == []


def test_a_stale_translation_is_found(folder: Path) -> None:
    path = folder / "en" / "practice.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nGood.\n", encoding="utf-8")
    assert [each.rule for each in findings_in(folder)] == ["translation-fresh"]


def test_a_text_that_no_key_can_type_is_found_in_its_language(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(EXAMPLES / "02-type", tmp_path / "02-type"))
    path = folder / "ar" / "practice.md"
    path.write_text(path.read_text(encoding="utf-8").replace("#خبز", "#хліб"), encoding="utf-8")
    (found,) = findings_in(folder)
    assert (found.rule, found.file) == ("goal-reachable", "ar/practice.md")
    assert found.facts == {"stage": "names", "id": "signs"}


def test_lessons_are_checked_with_their_practice(lesson_folder: Path) -> None:
    assert check_lesson(lesson_folder) == []
    shutil.copy(EXAMPLES / APPS / "practice.toml", lesson_folder)
    assert [(each.rule, each.file) for each in check_all(lesson_folder.parent)] == [
        ("objective-practised", "lesson.toml"),
        ("practice-complete", "en/practice.md"),
        ("practice-complete", "nl/practice.md"),
    ]


def test_words_without_a_practice_are_left_over(lesson_folder: Path) -> None:
    shutil.copy(EXAMPLES / APPS / "en" / "practice.md", lesson_folder / "en")
    (found,) = check_lesson(lesson_folder)
    assert (found.rule, found.file) == ("practice-complete", "en/practice.md")
