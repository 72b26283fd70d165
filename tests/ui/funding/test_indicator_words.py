"""Indicator sets and findings in plain words."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

import trainer_app
from trainer_app.content.indicator_sets import bundled_sets
from trainer_app.domain.funding import rule as of
from trainer_app.domain.funding.set_findings import SetFinding
from trainer_app.i18n import use
from trainer_app.ui.indicator_findings import finding_words, place_words, sayings
from trainer_app.ui.indicator_words import need_words, rule_words, traits

ESF = bundled_sets()[0]
_ISOLATES = str.maketrans("", "", "\u2068\u2069")
# Every fact that a finding may have
FACTS = {
    "name": "x", "known": "a, b", "wanted": "texts", "most": 9, "least": 1, "value": "x",
    "code": "A", "question": "q", "stage": "exit", "choice": "c", "other": "sadd", "deepest": 8,
    "largest": 200,
}  # fmt: skip


def rules_in_the_source() -> set[str]:
    """Every finding that the reading of files can make."""
    package = Path(trainer_app.__file__).parent
    files = [*package.glob("content/indicator_*.py"), package / "services/funding/indicators.py"]
    text = "\n".join(file.read_text("utf-8") for file in files)
    named = set(re.findall(r'(?:\.add|SetFinding)\(\s*"([a-z0-9-]+)"', text))
    return named | {"id-form", "code-form"}


@pytest.mark.parametrize("rule", sorted(rules_in_the_source()))
def test_every_finding_has_words_and_says_what_to_do(rule: str) -> None:
    says, to_do = finding_words(SetFinding(rule, 3, "name", FACTS))
    assert says
    assert to_do
    assert "{" not in says + to_do


def test_no_words_are_left_over() -> None:
    assert set(sayings()) == rules_in_the_source()


def test_where_a_finding_is() -> None:
    places = [
        place_words(SetFinding("x", 3, "indicators[1].code")),
        place_words(SetFinding("x", 3)),
        place_words(SetFinding("x", 0, "name")),
        place_words(SetFinding("x")),
    ]
    assert [one.translate(_ISOLATES) for one in places] == [
        "Line 3, indicators[1].code", "Line 3", "name", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (of.Everyone(), "took part"),
        (of.Left(), "left for good"),
        (of.Age(18, 29), "was 18 to 29 years old on coming in"),
        (of.Age(None, 17), "was 17 years old or younger on coming in"),
        (of.Age(55), "was 55 years old or older on coming in"),
        (of.OfGender(("woman", "man")), "is in the register as: Woman or Man"),
        (of.Speaks(("ar",)), "speaks Arabic"),
        (of.Known("gender"), "has a gender in the register"),
        (of.Not(of.Known("gender")), "has no gender in the register"),
        (of.Attended(1), "was there 1 time or more"),
        (of.Hours(Decimal("7.5")), "was there for 7.50 participant-hours or more"),
        (of.Hours(Decimal(8)), "was there for 8 participant-hours or more"),
        (of.Completed(2), "completed 2 courses or more"),
        (of.PassedLessons(3), "passed 3 lessons or more"),
        (of.PassedLesson("07-two-steps"), "passed the lesson 07-two-steps"),
        (of.Reached("basic", area="4"),
         "passed a lesson that teaches area 4 of DigComp (basic or more)"),
        (of.Reached("highly-advanced"),
         "passed a lesson that teaches any competence of DigComp (highly advanced)"),
        (of.Answered("entry", "rural", ("yes",)), "answered question 8 with “Yes”"),
        (of.All((of.Left(), of.Either((of.Age(60), of.Not(of.Left()))))),
         "left for good; and (was 60 years old or older on coming in; "
         "or does not fit this: left for good)"),
    ],
)  # fmt: skip
def test_a_rule_in_words(rule: of.Rule, words: str) -> None:
    assert rule_words(ESF, rule).translate(_ISOLATES) == words


def test_every_rule_and_need_of_the_program_s_sets_has_words() -> None:
    for language in ("en", "nl", "ar"):
        use(language)
        for one in bundled_sets():
            assert all(rule_words(one, each.rule) for each in one.indicators)
            assert all(need_words(one, need) for need in one.needs)
            assert traits(one)
