"""Reads indicator sets: the program's are whole, and whatever else comes is refused in words."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_app.content.indicator_fields import MOST_FINDINGS
from trainer_app.content.indicator_lines import line_at, lines_of
from trainer_app.content.indicator_reading import LARGEST_FILE, read_set
from trainer_app.content.indicator_rules import OPERATORS
from trainer_app.content.indicator_sets import FOLDER, NAMES, bundled_sets, read_file
from trainer_app.domain.errors import UnreadableFile
from trainer_app.domain.funding import rule as of
from trainer_app.services.funding.indicators import beside

HEAD = """name = "ours"
version = 1
source = "Our city"
label.en = "Ours"
about.en = "For our city."
"""
QUESTION = """
[[questions]]
id = "happy"
stage = "exit"
ask.en = "Are you happy?"
reason.en = "We want to know."
[[questions.choices]]
id = "yes"
label.en = "Yes"
[[questions.choices]]
id = "no"
label.en = "No"
"""
HAPPY = '{ answer = { stage = "exit", question = "happy", is = ["yes"] } }'


def indicator(rule: str = "{ everyone = true }", code: str = "A1", more: str = "") -> str:
    return f'\n[[indicators]]\ncode = "{code}"\nlabel.en = "All"\nrule = {rule}\n{more}\n'


def read(text: str) -> of.Rule:
    """The rule of the first indicator of a text that must be whole."""
    reading = read_set(text.encode(), "ours.toml")
    assert reading.set, reading.findings
    return reading.set.indicators[0].rule


def findings(text: str) -> list[tuple[str, int, str]]:
    reading = read_set(text.encode(), "ours.toml")
    assert reading.set is None
    return [(one.rule, one.line, one.key) for one in reading.findings]


@pytest.mark.parametrize("name", NAMES)
def test_a_set_of_the_program_is_whole(name: str) -> None:
    reading = read_file(FOLDER / f"{name}.toml")
    assert reading.set
    assert reading.set.name == name
    assert not reading.findings
    assert not reading.set.own


def test_all_sets_stand_beside_each_other_and_speak_three_languages() -> None:
    sets = bundled_sets()
    assert [one.name for one in sets] == list(NAMES)
    for place, one in enumerate(sets):
        assert {each.rule for each in beside(one, sets[:place])} <= {"name-taken"}
        said = [one.words, one.about, *(each.words for each in one.indicators)]
        for question in one.questions:
            said += [question.ask, question.reason, *(each.words for each in question.choices)]
        for words in said:
            assert {"en", "nl", "ar"} <= set(words), words
            assert "ARABIC" in " ".join(
                unicodedata.name(sign, "") for sign in words["ar"] if sign.isalpha()
            )


@pytest.mark.parametrize(
    ("rule", "tree"),
    [
        ("{ everyone = true }", of.Everyone()),
        ("{ left = true }", of.Left()),
        ("{ age = { from = 18, to = 29 } }", of.Age(18, 29)),
        ("{ age = { to = 17 } }", of.Age(None, 17)),
        ('{ gender = ["woman", "nonbinary"] }', of.OfGender(("woman", "nonbinary"))),
        ('{ language = ["ar", "ti"] }', of.Speaks(("ar", "ti"))),
        ('{ known = "birth-year" }', of.Known("birth-year")),
        ("{ attended = 3 }", of.Attended(3)),
        ("{ hours_at_least = 7.5 }", of.Hours(Decimal("7.5"))),
        ("{ hours_at_least = 8 }", of.Hours(Decimal(8))),
        ("{ completed = 1 }", of.Completed(1)),
        ("{ passed_lessons = 5 }", of.PassedLessons(5)),
        ('{ passed_lesson = "07-two-steps" }', of.PassedLesson("07-two-steps")),
        ('{ level = { at_least = "basic" } }', of.Reached("basic")),
        ('{ level = { area = "4", at_least = "basic" } }', of.Reached("basic", None, "4")),
        ('{ level = { competence = "4.1", at_least = "basic" } }', of.Reached("basic", "4.1")),
        ("{ not = { left = true } }", of.Not(of.Left())),
        ("{ any = [{ left = true }, { attended = 1 }] }", of.Either((of.Left(), of.Attended(1)))),
        ("{ all = [{ left = true }] }", of.All((of.Left(),))),
    ],
)
def test_each_operator(rule: str, tree: of.Rule) -> None:
    assert read(HEAD + indicator(rule)) == tree


def test_an_answer_and_another_indicator() -> None:
    answered = of.Answered("exit", "happy", ("yes",))
    assert read(HEAD + QUESTION + indicator(HAPPY)) == answered
    text = HEAD + QUESTION + indicator('{ not = { indicator = "B" } }') + indicator(HAPPY, "B")
    assert read(text) == of.Not(answered)


def test_every_operator_is_tried_above() -> None:
    source = Path(__file__).read_text(encoding="utf-8")
    assert all(re.search(rf"\{{ {name} = ", source) for name in OPERATORS)


PLAIN = HEAD + indicator()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name = ", ("toml-broken", 1, "")),
        (PLAIN + "more = 2\nmore = 3", ("toml-broken", 13, "")),
        (PLAIN.replace("version = 1\n", ""), ("key-missing", 1, "")),
        (PLAIN.replace("version = 1", 'version = "1"'), ("wrong-kind", 2, "version")),
        (PLAIN.replace("version = 1", "version = 0"), ("number-range", 2, "version")),
        (PLAIN.replace('"Our city"', '" "'), ("text-form", 3, "source")),
        (PLAIN.replace("Our city", "x" * 601), ("text-form", 3, "source")),
        (PLAIN.replace("Our city", "a\\u202Eb"), ("text-form", 3, "source")),
        (PLAIN.replace('"ours"', '"Our set"'), ("id-form", 1, "name")),
        (PLAIN.replace('"ours"', '"../ours"'), ("id-form", 1, "name")),
        ("colour = 1\n" + PLAIN, ("key-unknown", 1, "colour")),
        (PLAIN.replace("label.en", "label.nl", 1), ("english-missing", 4, "label")),
        (PLAIN + "label.English = 'x'", ("language-form", 12, "indicators[1].label.English")),
        (HEAD, ("key-missing", 1, "")),
        (HEAD + "indicators = []", ("how-many", 6, "indicators")),
        (HEAD + "indicators = [1]", ("wrong-kind", 6, "indicators")),
        (HEAD + indicator(code="A 1"), ("code-form", 8, "indicators[1].code")),
        (PLAIN + indicator(), ("double", 13, "indicators[2]")),
        (HEAD + QUESTION * 2 + indicator(HAPPY), ("double", 19, "questions[2]")),
        (HEAD + QUESTION + indicator(), ("question-unused", 7, "questions[1]")),
        (HEAD + indicator("{ }"), ("rule-one", 10, "indicators[1].rule")),
        (HEAD + indicator("{ left = true, attended = 1 }"),
         ("rule-one", 10, "indicators[1].rule")),
        (HEAD + indicator("{ eval = '1' }"), ("key-unknown", 10, "indicators[1].rule.eval")),
        (HEAD + indicator("{ left = false }"), ("only-true", 10, "indicators[1].rule.left")),
        (HEAD + indicator("{ any = [] }"), ("how-many", 10, "indicators[1].rule.any")),
        (HEAD + indicator("{ attended = 0 }"), ("number-range", 10, "indicators[1].rule.attended")),
        (HEAD + indicator("{ attended = true }"),
         ("number-range", 10, "indicators[1].rule.attended")),
        (HEAD + indicator("{ hours_at_least = nan }"),
         ("number-range", 10, "indicators[1].rule.hours_at_least")),
        (HEAD + indicator("{ hours_at_least = 1e999999 }"),
         ("number-range", 10, "indicators[1].rule.hours_at_least")),
        (HEAD + indicator("{ age = { from = 30, to = 20 } }"),
         ("age-order", 10, "indicators[1].rule.age")),
        (HEAD + indicator("{ age = { } }"), ("age-empty", 10, "indicators[1].rule.age")),
        (HEAD + indicator('{ gender = ["lady"] }'),
         ("value-unknown", 10, "indicators[1].rule.gender")),
        (HEAD + indicator('{ level = { competence = "9.9", at_least = "basic" } }'),
         ("value-unknown", 10, "indicators[1].rule.level.competence")),
        (HEAD + indicator('{ level = { competence = "1.1", area = "1", at_least = "basic" } }'),
         ("competence-or-area", 10, "indicators[1].rule.level")),
        (HEAD + indicator(HAPPY), ("question-unknown", 10, "indicators[1].rule.answer.question")),
        (HEAD + QUESTION + indicator(HAPPY.replace("yes", "perhaps")),
         ("choice-unknown", 22, "indicators[1].rule.answer.is")),
        (HEAD + QUESTION.replace('"no"', '"prefer-not"') + indicator(HAPPY),
         ("prefer-not", 16, "questions[1].choices[2].id")),
        (HEAD + QUESTION.replace('"exit"', '"soon"') + indicator(HAPPY),
         ("value-unknown", 9, "questions[1].stage")),
        (HEAD + QUESTION.replace("ask.en", "sensitive = true\nask.en") + indicator(HAPPY),
         ("sensitive-unmarked", 20, "indicators[1]")),
        (HEAD + 'needs = ["exit/happy"]\n'
         + QUESTION.replace("ask.en", "sensitive = true\nask.en")
         + indicator(HAPPY, more="sensitive = true"), ("need-sensitive", 6, "needs")),
        (HEAD + 'needs = ["name"]\n' + indicator(), ("value-unknown", 6, "needs")),
        (HEAD + indicator('{ indicator = "B" }'),
         ("indicator-unknown", 10, "indicators[1].rule.indicator")),
        (HEAD + indicator('{ indicator = "A1" }'),
         ("rule-circle", 10, "indicators[1].rule.indicator")),
        (HEAD + indicator('{ not = { indicator = "B" } }') + indicator('{ indicator = "A1" }', "B"),
         ("rule-circle", 10, "indicators[1].rule.not.indicator")),
        (HEAD + indicator("{ not = " * 9 + "{ left = true }" + " }" * 9),
         ("rule-large", 10, "indicators[1].rule" + ".not" * 8)),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line_and_key(
    text: str, expected: tuple[str, int, str]
) -> None:
    assert expected in findings(text)


def test_all_that_is_wrong_is_told_at_once_and_in_order() -> None:
    text = PLAIN.replace("version = 1", "version = 0").replace("true", "false")
    assert [rule for rule, _, _ in findings(text)] == ["number-range", "only-true"]


def test_a_rule_that_doubles_itself_is_refused_quickly() -> None:
    """Each of thirty indicators is twice the one before: a thousand million parts."""
    twice = (
        indicator(f'{{ any = [{{ indicator = "C{n}" }}, {{ indicator = "C{n}" }}] }}', f"C{n + 1}")
        for n in range(30)
    )
    found = findings(HEAD + indicator(code="C0") + "".join(twice))
    assert {rule for rule, _, _ in found} == {"rule-large"}


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"\xff\xfe" + "name = 1".encode("utf-16-le"), "not-utf8"),
        (b"a = " + b"[" * 100_000, "toml-deep"),
        (b"a = " + b"{b=" * 20_000, "toml-deep"),
        (b".".join([b"a"] * 60_000) + b" = 1", "toml-deep"),
        (b"a = " + b"9" * 100_000, "toml-broken"),
        (b"#" * (LARGEST_FILE + 1), "file-large"),
        (b"\0", "toml-broken"),
    ],
)
def test_hostile_files(data: bytes, rule: str) -> None:
    assert [one.rule for one in read_set(data, "x.toml").findings] == [rule]


def test_nobody_is_told_more_than_can_be_read() -> None:
    many = "".join(f"k{n} = 1\n" for n in range(1_000))
    assert len(findings(many + PLAIN)) == MOST_FINDINGS


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_file(tmp_path / "gone.toml")


def test_windows_line_ends_and_a_byte_order_mark() -> None:
    data = b"\xef\xbb\xbf" + PLAIN.replace("\n", "\r\n").encode()
    assert read_set(data, "ours.toml").set


def test_the_line_of_a_key_that_stands_in_an_inline_table_is_that_table_s() -> None:
    lines = lines_of("a = 1\n[b]\nc = { d = 1 }\n[[e]]\n[[e]]\n[e.f]\ng = 2")
    assert line_at(lines, "b.c.d") == 3
    assert line_at(lines, "e[2].f.g") == 7
    assert line_at(lines, "e[1].x") == 4
    assert line_at(lines, "nowhere[3].x") == 1


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    reading = read_set(data, "x.toml")
    assert (reading.set is None) == bool(reading.findings)


_WORDS = st.sampled_from(
    ["name", "version", "label", "en", "indicators", "rule", "everyone", "all", "questions", "x"]
)
_LEAF = st.one_of(st.integers(), st.booleans(), st.sampled_from(['"a"', '""', "nan", "1.5"])).map(
    lambda one: str(one).lower()
)
_VALUE = st.recursive(
    _LEAF,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda of: "[" + ", ".join(of) + "]"),
        st.dictionaries(_WORDS, inner, max_size=3).map(
            lambda of: "{ " + ", ".join(f"{key} = {one}" for key, one in of.items()) + " }"
        ),
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(_WORDS, _VALUE, max_size=6))
def test_any_toml_is_refused_with_lines_that_are_there(values: dict[str, str]) -> None:
    text = "\n".join(f"{key} = {value}" for key, value in values.items())
    reading = read_set(text.encode(), "x.toml")
    assert reading.findings
    assert all(0 <= one.line <= text.count("\n") + 1 for one in reading.findings)


@settings(max_examples=100, deadline=None)
@given(_VALUE)
def test_any_rule_is_read_or_refused(rule: str) -> None:
    reading = read_set((HEAD + indicator(rule)).encode(), "x.toml")
    assert (reading.set is None) == bool(reading.findings)
