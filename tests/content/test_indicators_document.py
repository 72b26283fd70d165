"""The document on indicator sets: its example is whole, and it names every key and operator."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trainer_app.content.indicator_reading import read_set
from trainer_app.content.indicator_rules import OPERATORS
from trainer_app.content.indicator_sets import NAMES
from trainer_app.domain.funding.judging import judge

DOCUMENT = (Path(__file__).parents[2] / "docs" / "indicators.md").read_text("utf-8")
EXAMPLE = re.search(r"```toml\n(.*?)```", DOCUMENT, re.DOTALL)
KEYS = (
    "name", "version", "source", "label", "about", "needs", "drafts", "scales", "questions",
    "indicators", "id", "stage", "ask", "reason", "scale", "sensitive", "by_trainer",
    "wording_fixed", "choices", "code", "rule", "estimate",
)  # fmt: skip


def test_the_example_can_be_added_as_it_stands() -> None:
    assert EXAMPLE
    reading = read_set(EXAMPLE[1].encode(), "our-city.toml", own=True)
    assert reading.findings == ()
    assert reading.set
    assert reading.set.name == "our-city"
    assert [one.code for one in reading.set.indicators] == ["H1", "H2", "H3"]
    assert [need.what for need in reading.set.needs] == ["gender"]
    assert [one.estimate for one in reading.set.indicators] == [False, False, True]


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_explained(key: str) -> None:
    assert f"| `{key}` |" in DOCUMENT


@pytest.mark.parametrize("name", OPERATORS)
def test_every_operator_is_explained(name: str) -> None:
    assert re.search(rf"^\| `{name} = .*\|", DOCUMENT, re.MULTILINE)


def test_no_operator_is_explained_that_is_not_there() -> None:
    rows = DOCUMENT.partition("| Operator |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+) =", rows, re.MULTILINE)) == set(OPERATORS)


@pytest.mark.parametrize("name", NAMES)
def test_the_program_s_sets_are_named(name: str) -> None:
    assert f"| `{name}` |" in DOCUMENT


def test_the_example_counts_as_it_says() -> None:
    from indicator_people import person

    assert EXAMPLE
    made = read_set(EXAMPLE[1].encode(), "our-city.toml").set
    assert made
    rules = {one.code: one.rule for one in made.indicators}
    young = person("1", born=2000, hours="8.00")
    assert judge(rules["H1"], young) == "yes"
    assert judge(rules["H1"], person("2", hours="7.99")) == "no"
    assert judge(rules["H2"], young) == "yes"
    assert judge(rules["H2"], person("3", born=1996)) == "no"
    assert judge(rules["H2"], person("4", born=None)) == "missing"
    assert judge(rules["H2"], person("5", born=None, hours="1.00")) == "no"
