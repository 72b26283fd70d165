"""Each written rule has one broken example here, and the example breaks that rule alone."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from trainer_app.content.checks import RULES, Finding, check_all, check_lesson
from trainer_app.content.library import LessonLibrary
from trainer_app.content.rules.own_table import OWN_RULES
from trainer_app.content.rules.path_table import PATH_RULES
from trainer_app.content.rules.practice_table import PRACTICE_RULES
from trainer_app.content.rules.shelf_table import SHELF_RULES
from trainer_app.content.rules.structure import set_findings

LESSONS = Path(__file__).parents[2] / "lessons"
PRACTICE = Path(__file__).parent / "practice_examples" / "05-what-they-do"


def swap(file: str, old: str, new: str) -> Callable[[Path], None]:
    """Breaks a lesson by putting `new` for the first `old` in a file; hashes follow."""

    def breaks(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        if file.startswith("en/"):
            refresh(folder, path.name)

    return breaks


def swap_all(file: str, pattern: str, new: str) -> Callable[[Path], None]:
    """Breaks a lesson by putting `new` for every match of the pattern in a file."""

    def breaks(folder: Path) -> None:
        path = folder / file
        text, times = re.subn(pattern, new, path.read_text(encoding="utf-8"))
        assert times
        path.write_text(text, encoding="utf-8")
        if file.startswith("en/"):
            refresh(folder, path.name)

    return breaks


def refresh(folder: Path, name: str) -> None:
    """Names the English file's hash in the translation, as a translator would."""
    body = (folder / "en" / name).read_text(encoding="utf-8").split("\n---\n", 1)[1]
    digest = hashlib.sha256(body.encode()).hexdigest()[:16]
    path = folder / "nl" / name
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub("translated_from: .*", f"translated_from: {digest}", text), encoding="utf-8"
    )


def rename(folder: Path) -> None:
    folder.rename(folder.with_name("01-coffee"))


def remove(file: str) -> Callable[[Path], None]:
    return lambda folder: (folder / file).unlink()


def not_utf8(folder: Path) -> None:
    (folder / "en" / "plan.md").write_bytes(b"---\nby: Ren\xe9e\n---\n")


def another_first(folder: Path) -> None:
    """A second lesson with the number of the first."""
    twin = folder.with_name("01-coffee")
    twin.mkdir()
    for path in sorted(folder.rglob("*")):
        target = twin / path.relative_to(folder)
        if path.is_dir():
            target.mkdir()
        else:
            target.write_bytes(path.read_bytes())
    swap("lesson.toml", 'id = "tea"', 'id = "coffee"')(twin)


def few_pages(folder: Path) -> None:
    swap_all("lesson.toml", r'\[\[steps\]\]\nid = "guest"\n.*\n.*\n.*\n', "")(folder)
    for language in ("en", "nl"):
        swap_all(f"{language}/pages.md", r"# About the guest (.*\n)*", "")(folder)


def few_choices(folder: Path) -> None:
    swap("lesson.toml", 'choices = ["a", "b", "c"]', 'choices = ["a"]')(folder)
    for language in ("en", "nl"):
        file = f"{language}/quiz.md"
        swap(file, "- {#b} The leaves.\n  > Leaves go into the water.\n", "")(folder)
        swap(file, "- {#c} The guest, who rings.\n  > A guest drinks it.\n", "")(folder)


def with_practice(*practised: str) -> Callable[[Path], None]:
    """Gives a lesson a practice, and its objective the goals that practise it."""

    def breaks(folder: Path) -> None:
        for file, to in (
            ("practice.toml", "practice.toml"),
            ("en/practice.md", "en/practice.md"),
            ("ar/practice.md", "nl/practice.md"),
        ):
            shutil.copy(PRACTICE / file, folder / to)
        if practised:
            line = f'id = "make-tea"\npractised = {list(practised)}'
            swap("lesson.toml", 'id = "make-tea"', line)(folder)

    return breaks


def long_practice(folder: Path) -> None:
    """Longer than the deepening part of its plan, in both languages."""
    with_practice("apps/near")(folder)
    swap("practice.toml", "minutes = 10", "minutes = 11")(folder)


def no_dutch_plan(folder: Path) -> None:
    (folder / "nl" / "plan.md").unlink()
    # A language that is not whole is not offered, so nobody need spell its sentence.
    swap("en/card.md", "sound.nl: tee pleez\n", "")(folder)


def long_right_answers(folder: Path) -> None:
    path = folder / "nl" / "quiz.md"
    first, *parts = path.read_text(encoding="utf-8").split("# What")
    for number, choice in enumerate("abc"):
        parts[number] = parts[number].replace(f"{{#{choice}}} ", f"{{#{choice}}} Yes, in truth. ")
    path.write_text("# What".join((first, *parts)), encoding="utf-8")


def no_questions(folder: Path) -> None:
    swap_all("lesson.toml", r"\[\[quiz\]\]\n(.+\n)*", "")(folder)
    swap("lesson.toml", "version = 1", "version = 1\nquiz = []")(folder)


LONG = "so one two three four five six seven eight nine ten eleven twelve more words."
QUOTED = "> [!TIP] Slowly"

BROKEN: dict[str, Callable[[Path], None]] = {
    "folder-name": rename,
    "lesson-unique": another_first,
    "needs-known": swap("lesson.toml", "needs = []", 'needs = ["coffee"]'),
    "file-readable": not_utf8,
    "toml-readable": swap("lesson.toml", "version = 1", "version = = 1"),
    "toml-fields": swap("lesson.toml", "version = 1", 'version = "one"'),
    "toml-known": swap("lesson.toml", "caution = false", "cuation = false"),
    "pages-whole": no_questions,
    "id-form": swap("lesson.toml", 'id = "cup"', 'id = "Cup 1"'),
    "ids-unique": swap("lesson.toml", 'id = "cup"', 'id = "kettle"'),
    "right-is-a-choice": swap("lesson.toml", 'right = "a"', 'right = "d"'),
    "right-spread": swap_all("lesson.toml", 'right = "[abc]"', 'right = "b"'),
    "objective-known": swap(
        "lesson.toml", 'objectives = ["make-tea"]', 'objectives = ["make-tea", "bake"]'
    ),
    "objective-met": swap_all("lesson.toml", r'objectives = \["make-tea"\]', "objectives = []"),
    "objective-practised": with_practice(),
    "practised-known": with_practice("apps/near", "apps/far"),
    "core-minutes": swap("lesson.toml", "core_minutes = 15", "core_minutes = 25"),
    "core-marked": swap_all("lesson.toml", "core = true", "core = false"),
    "page-number": few_pages,
    "question-number": few_choices,
    "competence-known": swap("lesson.toml", 'code = "4.1"', 'code = "6.1"'),
    "hue-known": swap("lesson.toml", 'hue = "clay"', 'hue = "pink"'),
    "picture-name": swap("nl/pages.md", "(kettle.svg)", "(../../kettle.svg)"),
    "picture-exists": remove("images/cup.svg"),
    "picture-plain": swap("images/cup.svg", "</svg>", "<text>Tea</text></svg>"),
    "picture-first": swap("en/pages.md", "(kettle.svg)", "(cup.svg)"),
    "picture-one": swap("en/pages.md", "- The water", "![A cup again.](cup.svg)\n\n- The water"),
    "picture-words": swap("en/quiz.md", "![A table, and a hand on it.]", "![]"),
    "files-complete": no_dutch_plan,
    "front-matter": swap("nl/pages.md", "summary: We make tea.\n", ""),
    "ability-known": swap("en/pages.md", "summary:", "can.bake: I can bake.\nsummary:"),
    "review-known": swap("nl/quiz.md", "review: draft", "review: perfect"),
    "translation-fresh": swap("nl/words.md", "translated_from: ", "translated_from: 0"),
    "pages-in-order": swap("nl/pages.md", "{#cup}", "{#mug}"),
    "questions-in-order": swap("en/quiz.md", " {#second}", ""),
    "choices-in-order": swap("en/quiz.md", "{#b}", "{#d}"),
    "choice-why": swap("en/quiz.md", "  > Leaves go into the water.\n", ""),
    "text-before": swap("en/plan.md", "## About prepare", "Hello.\n\n## About prepare"),
    "card-say": swap("nl/card.md", "say: Tea, please.\n", ""),
    "card-sounds": swap("nl/card.md", "sound.en:", "sound.fr:"),
    "card-parts": swap("en/card.md", "\n## Now on your own phone\n", ""),
    "words-form": swap("en/words.md", "**leaf** –", "leaf:"),
    "words-number": swap_all("en/words.md", r"- \*\*(leaf|cup)\*\*.*\n", ""),
    "plan-parts": swap("en/plan.md", "## About trouble {#trouble}\n\n- Do it.\n", ""),
    "plan-filled": swap("en/plan.md", "{#trouble}\n\n- Do it.\n", "{#trouble}\n"),
    "plan-minutes": swap("en/plan.md", "{#input minutes=5}", "{#input}"),
    "plan-sum": swap("nl/plan.md", "{#input minutes=5}", "{#input minutes=50}"),
    "plan-practice": long_practice,
    "no-html": swap("en/pages.md", "wait a little.", "<b\nclass='x'>wait</b> a little."),
    "no-links": swap("en/plan.md", "Do it.", "Do it at [our site](https://example.org)."),
    "heading-level": swap("en/pages.md", "- The water", "### Water\n\n- The water"),
    "plain-blocks": swap("en/pages.md", "- Now you", "  - Now you"),
    "box-known": swap("en/pages.md", QUOTED, "> [!NOTE] Slowly"),
    "page-length": swap(
        "en/pages.md",
        "- The water gets warm, and then it gets hot.\n- Now you can drink it.\n",
        "",
    ),
    "sentence-length": swap("en/quiz.md", "Leaves go into the water.", LONG),
    "plain-words": swap("en/pages.md", "Now you can drink it", "Now you can imbibe it"),
    "right-not-longest": long_right_answers,
}


def test_the_good_lesson_breaks_no_rule(lesson_folder: Path) -> None:
    assert check_all(lesson_folder.parent) == []


def test_every_rule_is_a_sentence() -> None:
    for rule, sentence in RULES.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule)
        assert sentence[0].isupper() or sentence.startswith(("lesson.toml", "p", "q", "w"))
        assert sentence.endswith(".")


def test_every_rule_has_a_broken_example() -> None:
    # The last one has its example in test_starting.py.
    elsewhere = {*PRACTICE_RULES, *SHELF_RULES, *OWN_RULES, *PATH_RULES, "start-part"}
    assert set(BROKEN) == set(RULES) - elsewhere


@pytest.mark.parametrize("rule", sorted(BROKEN))
def test_a_broken_example_breaks_its_rule_alone(rule: str, lesson_folder: Path) -> None:
    BROKEN[rule](lesson_folder)
    findings = check_all(lesson_folder.parent)
    assert {finding.rule for finding in findings} == {rule}


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("en/pages.md", "We make tea with a **cup**", "We <i>make</i> tea with it", "no-html"),
        ("en/pages.md", "Now you can", "[Now](x) you can", "no-links"),
        ("en/quiz.md", "Leaves go into", LONG + " Leaves go into", "sentence-length"),
        ("en/quiz.md", "- {#b} The leaves.\n  > Leaves go into the water.", "- {#b} The leaves.",
         "choice-why"),
        ("en/words.md", "- **leaf** –", "- leaf:", "words-form"),
        ("en/plan.md", "{#input minutes=5}", "{#input minutes=0}", "plan-minutes"),
        ("lesson.toml", 'objectives = ["make-tea"]', 'objectives = ["bake", "make-tea"]',
         "objective-known"),
    ],
)  # fmt: skip
def test_a_finding_names_the_line(
    file: str, old: str, new: str, rule: str, lesson_folder: Path
) -> None:
    text = (lesson_folder / file).read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    swap(file, old, new)(lesson_folder)
    (finding,) = check_lesson(lesson_folder)
    assert (finding.rule, finding.lesson, finding.file) == (rule, "01-tea", file)
    assert finding.line == line


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<image href="https://example.org/x.png"/>',
        '<rect fill="url(https://example.org/x)"/>',
        '<rect onclick="alert(1)"/>',
        '<rect style="fill:red"/>',
        '<g clip-path="url(#a)"><clipPath id="a"/></g>',
        "words",
        "<rect",
    ],
)
def test_a_picture_that_could_act_or_reach_out_is_found(inside: str, lesson_folder: Path) -> None:
    swap("images/cup.svg", "</svg>", inside + "</svg>")(lesson_folder)
    assert [finding.rule for finding in check_lesson(lesson_folder)] == ["picture-plain"]


def test_a_picture_with_entities_is_found_before_it_is_read(lesson_folder: Path) -> None:
    path = lesson_folder / "images" / "cup.svg"
    path.write_text('<!DOCTYPE svg [<!ENTITY a "b">]>' + path.read_text(), encoding="utf-8")
    (finding,) = check_lesson(lesson_folder)
    assert finding == Finding("picture-plain", "01-tea", "images/cup.svg", 0, {"what": "<!DOCTYPE"})


def test_a_plan_names_where_it_leaves_too_little_time(lesson_folder: Path) -> None:
    with_practice("apps/near")(lesson_folder)
    assert check_lesson(lesson_folder) == []
    swap("practice.toml", "minutes = 10", "minutes = 11")(lesson_folder)
    english, dutch = check_lesson(lesson_folder)
    assert (english.file, dutch.file) == ("en/plan.md", "nl/plan.md")
    assert english.facts == {"found": 10, "expected": 11}
    line = (lesson_folder / "en" / "plan.md").read_text(encoding="utf-8").split("\n")
    assert "{#deepening" in line[english.line - 1]


def test_a_changed_english_file_makes_every_translation_stale(lesson_folder: Path) -> None:
    path = lesson_folder / "en" / "plan.md"
    path.write_text(path.read_text(encoding="utf-8") + "- Rest.\n", encoding="utf-8")
    (finding,) = check_lesson(lesson_folder)
    assert (finding.rule, finding.file) == ("translation-fresh", "nl/plan.md")


@pytest.mark.parametrize(("mark", "known"), [("HELP legal", True), ("HELP law", False)])
def test_help_has_a_topic_that_is_known(lesson_folder: Path, mark: str, known: bool) -> None:
    swap("en/pages.md", QUOTED, f"> [!{mark}] Slowly")(lesson_folder)
    assert ("box-known" not in {each.rule for each in check_lesson(lesson_folder)}) is known


def test_line_ends_and_byte_marks_of_windows_change_no_hash(lesson_folder: Path) -> None:
    for path in lesson_folder.glob("*/*.md"):
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert check_lesson(lesson_folder) == []


# `make check` holds the same lessons against the same rules.
@pytest.mark.slow
@pytest.mark.parametrize("folder", sorted(LESSONS.glob("[0-9]*")), ids=lambda path: path.name)
def test_our_own_lessons_are_whole(folder: Path) -> None:
    assert check_lesson(folder) == []


def test_our_own_lessons_fit_each_other() -> None:
    # Each by itself is looked at above.
    assert list(set_findings(LessonLibrary(LESSONS).lessons)) == []
