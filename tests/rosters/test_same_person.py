"""How well pairs are found across spellings and scripts, on a list labelled by hand."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.names import likely_same, same_person_pairs
from trainer_app.rosters.transliteration import name_key

LEAST_PRECISION = 0.9
LEAST_RECALL = 0.8


def labelled() -> list[tuple[bool, bool, str]]:
    """What we say, what is right, and the pair."""
    with Path(__file__).with_name("same_person.csv").open(encoding="utf-8") as file:
        return [
            (
                likely_same(
                    name_key(1, line["name"], _year(line["year"])),
                    name_key(2, line["other"], _year(line["other_year"])),
                ),
                line["same"] == "yes",
                f"{line['name']} / {line['other']}",
            )
            for line in csv.DictReader(file)
        ]


def _year(text: str) -> int | None:
    return int(text) if text else None


def test_few_pairs_are_asked_about_in_vain_and_few_are_missed() -> None:
    pairs = labelled()
    assert len(pairs) >= 120
    found = sum(said and right for said, right, _ in pairs)
    in_vain = [pair for said, right, pair in pairs if said and not right]
    missed = [pair for said, right, pair in pairs if right and not said]
    assert found / (found + len(in_vain)) >= LEAST_PRECISION, in_vain
    assert found / (found + len(missed)) >= LEAST_RECALL, missed


@pytest.mark.parametrize(
    "spellings",
    [
        ("Mamadou Diallo", "Mamadu Djaló", "Mamadou Jallow", "Mamadu Jalloh"),
        ("محمد حسن", "Mohamed Hassan", "Muhammad Hasan", "Maxamed Xasan"),
        ("Олена Коваленко", "Olena Kovalenko", "Kovalenko Olena", "OLENA  KOVALENKO"),
        ("Ayşe Yılmaz", "Ayse Yilmaz", "AYŞE YILMAZ", "Aishe Yilmaz"),
    ],
)
def test_all_spellings_of_a_name_find_each_other(spellings: tuple[str, ...]) -> None:
    keys = [name_key(number, name, 1990) for number, name in enumerate(spellings)]
    assert all(likely_same(one, other) for one, other in combinations(keys, 2))


def test_ten_thousand_people_are_not_compared_one_by_one() -> None:
    first = ["Mohamed", "Fatima", "Олена", "Ayşe", "Selam", "مريم", "José", "Lan", "Binta", "Jan"]
    last = [
        f"{start}{end}" for start in "BDFKLMNRST" for end in ("arani", "olenko", "umbeh", "istel")
    ]
    keys = [
        name_key(line, f"{first[line % 10]} {last[line // 10 % 40]}", 1940 + line // 400 % 60)
        for line in range(10_000)
    ]
    pairs = same_person_pairs(keys)
    assert len(pairs) == 0
    again = same_person_pairs([*keys, name_key("again", "Fatma Barani", 1940)])
    assert again == [(1, "again")]


@given(st.text(max_size=40))
def test_any_text_can_be_a_name(text: str) -> None:
    key = name_key(1, text, 1990)
    assert all(part for part in key.parts)
    for part in key.parts:
        for spelling in part:
            assert len(spelling.vowels) == len(spelling.consonants) + 1
    assert likely_same(key, name_key(2, text, 1990)) == bool(key.parts)
