"""Who may stand twice in the register: measured on pairs labelled by hand, and its properties."""

from __future__ import annotations

import csv
import time
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.sameness import (
    LEAST_SCORE,
    MOST_ALIKE,
    Known,
    Reason,
    Suggestion,
    compared,
    suggestions,
)
from trainer_app.rosters.transliteration import name_key

LEAST_PRECISION = 0.85
LEAST_RECALL = 0.75
LEAST_PAIRS = 300
MOST_SECONDS = 15.0  # about 3 on a laptop; checks run on busy machines


def known(
    id: str, name: str, year: int | None = 1990, courses: str = "a", entry: str | None = None
) -> Known:
    """`courses` are ids with spaces between."""
    return Known(id, name, name_key(entry or id, name, year), frozenset(courses.split()))


def reasons_of(a: Known, b: Known) -> tuple[Reason, ...]:
    found = suggestions([a, b])
    return found[0].reasons if found else ()


@dataclass
class Measured:
    """How well a part of the labelled list was told apart."""

    found: int = 0
    in_vain: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.found / (self.found + len(self.in_vain))

    @property
    def recall(self) -> float:
        return self.found / (self.found + len(self.missed))

    def __str__(self) -> str:
        figures = f"precision {self.precision:.3f}, recall {self.recall:.3f}"
        return "\n".join([figures, "in vain:", *self.in_vain, "missed:", *self.missed])


def labelled() -> list[dict[str, str]]:
    with Path(__file__).with_name("same_people.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def pair_of(row: dict[str, str]) -> tuple[Known, Known]:
    year, other_year = (int(text) if text else None for text in (row["year"], row["other_year"]))
    return (
        known("one", row["name"], year, row["courses"]),
        known("other", row["other"], other_year, row["other_courses"]),
    )


def measured(is_held_out: bool) -> Measured:
    """Every third row is held out: weights and threshold were chosen on the others."""
    figures = Measured()
    for line, row in enumerate(labelled(), 2):
        if (line % 3 == 0) != is_held_out:
            continue
        one, other = pair_of(row)
        text = f"  {one.name} {one.birth_year} / {other.name} {other.birth_year}"
        is_found = bool(suggestions([one, other]))
        is_same = row["same"] == "yes"
        figures.found += is_found and is_same
        if is_found and not is_same:
            figures.in_vain.append(text)
        if is_same and not is_found:
            figures.missed.append(text)
    return figures


@pytest.mark.parametrize("is_held_out", [False, True], ids=["tuned", "held out"])
def test_few_pairs_are_asked_about_in_vain_and_few_are_missed(is_held_out: bool) -> None:
    figures = measured(is_held_out)
    assert figures.precision >= LEAST_PRECISION, figures
    assert figures.recall >= LEAST_RECALL, figures


def test_the_list_is_long_and_its_labels_do_not_contradict_each_other() -> None:
    rows = labelled()
    assert len(rows) >= LEAST_PAIRS
    assert {row["same"] for row in rows} == {"yes", "no"}
    labels: dict[frozenset[tuple[str, str, str]], set[str]] = {}
    for row in rows:
        one = row["name"], row["year"], row["courses"]
        other = row["other"], row["other_year"], row["other_courses"]
        labels.setdefault(frozenset((one, other)), set()).add(row["same"])
    assert [pair for pair, said in labels.items() if len(said) > 1] == []
    assert len(labels) == len(rows)


def test_names_in_other_scripts_and_orders_are_found_with_their_reasons() -> None:
    for name, other in [
        ("Mariama Diallo", "Mariama Jallow"),
        ("Mariama Jallow", "Mariama Djaló"),
        ("محمد حسن", "Mohammed Hassan"),
        ("Євген Ткачук", "Yevhen Tkachuk"),
        ("Mamadou Bah", "Mamadu Ba"),
        ("ብርሃነ ኪዳነ", "Berhane Kidane"),
        ("Jean-Christophe Mugisha", "Jean Cristophe Mugisha"),
    ]:
        found = reasons_of(known("p1", name), known("p2", other, courses="b"))
        expected = {Reason.LIKE_NAME, Reason.SAME_BIRTH_YEAR}
        assert expected <= set(found), (name, other)
    dotless = reasons_of(known("p1", "IŞIL AYDIN"), known("p2", "Işıl Aydın", courses="b"))
    assert dotless == (Reason.SAME_NAME, Reason.SAME_BIRTH_YEAR)
    moved = reasons_of(known("p1", "Ткачук Євген"), known("p2", "Євген Ткачук"))
    assert moved == (Reason.SAME_NAME, Reason.SAME_BIRTH_YEAR, Reason.SAME_COURSE)


def test_father_and_son_are_two_people_and_a_slip_of_one_year_is_asked_about() -> None:
    father = known("p1", "Ousmane Diallo", 1962)
    assert suggestions([father, known("p2", "Ousmane Diallo", 1990)]) == []
    swapped = known("p1", "Kwabena Owusu", 1958), known("p2", "Kwabena Owusu", 1985)
    assert suggestions(swapped) == []
    slip = reasons_of(father, known("p2", "Ousmane Diallo", 1963))
    assert slip == (Reason.SAME_NAME, Reason.BIRTH_YEAR_DIFFERS, Reason.SAME_COURSE)
    assert reasons_of(known("p1", "Ousmane Diallo", 1978), known("p2", "Ousman Jallow", 1987))
    assert suggestions([father, known("p2", "Ousmane Diallo", 1963, "b")]) == []


def test_a_year_of_the_ethiopian_calendar_is_a_slip_whichever_comes_first() -> None:
    ethiopic = ("ተስፋይ ገብረስላሴ", 1978)
    latin = ("Tesfay Gebreselassie", 1986)
    for first, second in [(ethiopic, latin), (latin, ethiopic)]:
        assert reasons_of(known("p1", *first), known("p2", *second))
    assert suggestions([known("p1", latin[0], 1978), known("p2", *latin)]) == []


def test_ali_son_of_omar_is_not_omar_son_of_ali() -> None:
    one = known("p1", "Ali Omar Warsame")
    assert suggestions([one, known("p2", "Omar Ali Warsame")]) == []
    assert suggestions([one, known("p2", "عمر علي ورسمه")]) == []
    assert suggestions([one, known("p2", "Warsame Ali Omar")])
    assert suggestions([one, known("p2", "Warsame Omar Ali")])


def test_an_unknown_year_needs_a_course_in_common() -> None:
    one = known("p1", "Serhii Bondarenko", None, "a b")
    assert reasons_of(one, known("p2", "Sergiy Bondarenko", 1978, "b c")) == (
        Reason.LIKE_NAME,
        Reason.BIRTH_YEAR_UNKNOWN,
        Reason.SAME_COURSE,
    )
    assert suggestions([one, known("p2", "Sergiy Bondarenko", 1978, "c")]) == []


def test_who_has_no_name_is_like_nobody() -> None:
    assert suggestions([known("p1", ""), known("p2", "")]) == []


def test_pairs_said_to_be_two_people_are_not_asked_about_again() -> None:
    one, other = known("p1", "Mariama Diallo"), known("p2", "Mariama Jallow")
    assert suggestions([one, other], {frozenset(("p2", "p1"))}) == []


def test_entries_that_are_one_person_are_asked_about_and_kept_apart_together() -> None:
    joined = [known("p1", "Mariama Diallo"), known("p1", "Marie Sow", entry="p2")]
    third = known("p3", "Mari Sow")
    assert [(found.one, found.other) for found in suggestions([*joined, third])] == [("p1", "p3")]
    assert suggestions(joined) == []
    assert suggestions([*joined, third], [frozenset(("p2", "p3"))]) == []


def test_of_many_with_one_name_and_year_each_is_asked_about_once_in_a_course() -> None:
    count = MOST_ALIKE * 20
    crowd = [known(f"p{place:03}", "Anna Nowak", None, f"c{place % 4}") for place in range(count)]
    found = suggestions(crowd)
    assert len(found) < count * 2
    assert {one for pair in found for one in (pair.one, pair.other)} == {x.id for x in crowd}
    again = suggestions(crowd, {frozenset((one.one, one.other)) for one in found})
    assert again
    assert not {(one.one, one.other) for one in again} & {(one.one, one.other) for one in found}


FIRST = ("Mohamed", "Fatima", "Олена", "Ayşe", "Selam", "مريم", "José", "Lan", "Binta", "Jan")
LAST = tuple(f"{a}{b}" for a in "BDFKLMNRST" for b in ("arani", "olenko", "umbeh", "istel"))


def test_ten_thousand_people_take_seconds_and_the_ones_entered_twice_are_found() -> None:
    people = [
        known(
            f"p{place:05}",
            f"{FIRST[place % 10]} {LAST[place // 10 % 40]}",
            1940 + place // 400 % 60,
            f"c{place % 300}",
        )
        for place in range(9_000)
    ]
    people += [
        known(
            f"q{place:05}",
            f"{LAST[place // 10 % 40]} {FIRST[place % 10]}",
            None if place % 2 else 1940 + place // 400 % 60,
            f"c{place % 300}",
        )
        for place in range(1_000)
    ]
    began = time.process_time()
    found = {(one.one, one.other) for one in suggestions(people)}
    assert time.process_time() - began < MOST_SECONDS
    assert {(f"p{place:05}", f"q{place:05}") for place in range(1_000)} <= found


names = st.sampled_from(
    ["Mariama Diallo", "Mariama Jallow", "Jallow Mariama", "محمد حسن", "Mohamed Hassan", "Abdi",
     "Mohamed Ali Hassan", "Mohamed Hassan Ali", "Ali Mohamed Hassan", "ተስፋይ ሃይለ", "Tesfay Haile",
     "Nur Jahan", "Nurjahan", "de la", "", "Ana Lan Mai Li", "Ana Mai Lan"]
)  # fmt: skip
years = st.sampled_from([None, 1978, 1979, 1986, 1987, 1990])
registers = st.lists(
    st.builds(
        lambda name, year, courses: (name, year, courses),
        names, years, st.sampled_from(["", "a", "b", "a b"]),
    ),
    max_size=MOST_ALIKE,
).map(lambda rows: [known(f"p{place:02}", *row) for place, row in enumerate(rows)])  # fmt: skip


@given(registers, st.data())
def test_any_order_gives_the_same_and_no_pair_is_overlooked(
    people: list[Known], data: st.DataObject
) -> None:
    expected = suggestions(people)
    assert suggestions(data.draw(st.permutations(people))) == expected
    found = {(one.one, one.other): one for one in expected}
    assert len(found) == len(expected)
    for a, b in combinations(people, 2):
        assert compared(a, b) == compared(b, a) == found.get((a.id, b.id)), (a.name, b.name)


@given(registers, st.sets(st.integers(0, 3)))
def test_nobody_is_suggested_as_themselves_or_against_a_decision(
    people: list[Known], joined: set[int]
) -> None:
    people = [
        Known("p00" if place in joined else one.id, one.name, one.key, one.courses)
        for place, one in enumerate(people)
    ]
    everyone = suggestions(people)
    for one in everyone:
        assert one.one < one.other
        assert LEAST_SCORE <= one.score <= 100
    for said in everyone:
        rest = suggestions(people, [frozenset((said.one, said.other))])
        assert rest == [one for one in everyone if one is not said]


def test_the_likeliest_come_first() -> None:
    found = suggestions(
        [known("p1", "Abdi Nur"), known("p2", "Abdi Nur"), known("p3", "Abdi Noor", None)]
    )
    assert [(one.one, one.other) for one in found] == [("p1", "p2"), ("p1", "p3"), ("p2", "p3")]
    assert found[0] == Suggestion(
        "p1", "p2", 95, (Reason.SAME_NAME, Reason.SAME_BIRTH_YEAR, Reason.SAME_COURSE)
    )
