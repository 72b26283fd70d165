"""First choices count; wrong ones may be tried again until right."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.lessons import PASS_PERCENT, Lesson, Question
from trainer_app.domain.quiz import Attempt, mark, passed

CHOICES = ("a", "b", "c")


def question(number: int, right: str) -> Question:
    return Question(f"q{number}", "q.svg", "make-tea", CHOICES, right)


def lesson(rights: list[str]) -> Lesson:
    quiz = tuple(question(number, right) for number, right in enumerate(rights))
    return Lesson(
        id="tea", number=1, version=1, folder=Path("01-tea"), minutes=30, core_minutes=15, needs=(),
        hue="clay", tile="tile.svg", caution=False, competences=(), objectives=("make-tea",),
        steps=(), quiz=quiz, languages=("en",),
    )  # fmt: skip


RIGHTS = st.lists(st.sampled_from(CHOICES), min_size=1, max_size=5)


@st.composite
def walks(draw: st.DrawFn) -> tuple[list[str], list[tuple[int, str]]]:
    rights = draw(RIGHTS)
    step = st.tuples(st.integers(0, len(rights) - 1), st.sampled_from(CHOICES))
    return rights, draw(st.lists(step, max_size=20))


def test_marking() -> None:
    assert mark(question(0, "b"), "b")
    assert not mark(question(0, "b"), "a")
    with pytest.raises(UnknownThing) as error:
        mark(question(0, "b"), "d")
    assert error.value.facts == {"what": "choice", "id": "d"}


@pytest.mark.parametrize(
    ("right", "of", "enough"),
    [(3, 5, True), (2, 5, False), (2, 3, True), (2, 4, False), (3, 4, True), (0, 0, False)],
)
def test_passing(right: int, of: int, enough: bool) -> None:
    assert passed(right, of) is enough


@pytest.mark.parametrize(("right", "of"), [(-1, 3), (4, 3), (0, -1)])
def test_counts_that_cannot_be(right: int, of: int) -> None:
    with pytest.raises(ValueError):
        passed(right, of)


@given(st.integers(1, 10**20).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_passing_is_exact(counts: tuple[int, int]) -> None:
    right, of = counts
    assert passed(right, of) == (Fraction(right, of) >= Fraction(PASS_PERCENT, 100))


@given(walks())
def test_only_first_choices_count(walk: tuple[list[str], list[tuple[int, str]]]) -> None:
    rights, steps = walk
    attempt = Attempt.start(lesson(rights))
    first: dict[int, str] = {}
    found: set[int] = set()
    for number, choice in steps:
        attempt = attempt.choose(f"q{number}", choice)
        first.setdefault(number, choice)
        if choice == rights[number]:
            found.add(number)
        assert attempt.tried(f"q{number}")[0] == first[number]
    assert attempt.right == sum(rights[number] == choice for number, choice in first.items())
    assert attempt.of == len(rights)
    assert {n for n in range(len(rights)) if attempt.answered(f"q{n}")} == found
    assert attempt.finished == (len(found) == len(rights))


@given(walks(), st.sampled_from(CHOICES))
def test_an_answered_question_stays_answered(
    walk: tuple[list[str], list[tuple[int, str]]], choice: str
) -> None:
    rights, steps = walk
    attempt = Attempt.start(lesson(rights))
    for number, each in steps:
        attempt = attempt.choose(f"q{number}", each)
    for number in range(len(rights)):
        if attempt.answered(f"q{number}"):
            assert attempt.choose(f"q{number}", choice) == attempt


def test_an_attempt_is_never_changed() -> None:
    start = Attempt.start(lesson(["a", "b"]))
    wrong = start.choose("q0", "c")
    right = wrong.choose("q0", "a")
    assert start.tried("q0") == ()
    assert wrong.tried("q0") == ("c",)
    assert right.tried("q0") == ("c", "a")
    assert (right.answered("q0"), right.right, right.finished) == (True, 0, False)


def test_strange_questions_and_choices() -> None:
    attempt = Attempt.start(lesson(["a"]))
    with pytest.raises(UnknownThing) as error:
        attempt.choose("q9", "a")
    assert error.value.facts == {"what": "question", "id": "q9"}
    with pytest.raises(UnknownThing):
        attempt.choose("q0", "d")
    with pytest.raises(UnknownThing):
        attempt.answered("q9")
