"""How it was, what a trainer carries, and how a card is found."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.experiments import Experiment, is_found
from trainer_app.domain.feelings import ASKED_LATE, FACES, answers_of, is_time_to_ask
from trainer_app.domain.load import Led, load_of

TODAY = date(2026, 11, 24)


@given(st.lists(st.integers(-1, 5)))
def test_answers_are_shown_from_three_on_and_what_is_no_face_is_left_out(faces):
    known = [face for face in faces if face in FACES]
    found = answers_of(faces)
    assert found.count == len(known)
    assert bool(found.faces) == (len(known) >= 3)
    assert sum(found.faces.values()) in (0, len(known))


def test_who_leaves_is_asked_near_the_end_and_shortly_after_it():
    end = 10_000
    assert not is_time_to_ask(end - ASKED_LATE - 1, end, None)
    assert is_time_to_ask(end - ASKED_LATE, end, None)
    assert is_time_to_ask(end + 5000, end, None)
    assert is_time_to_ask(4000 + ASKED_LATE, end, 4000)
    assert not is_time_to_ask(4001 + ASKED_LATE, end, 4000)
    assert not is_time_to_ask(3999, end, 4000)


def days(*ago: int) -> list[Led]:
    return [Led(TODAY - timedelta(days=each), 90) for each in ago]


@pytest.mark.parametrize(
    ("ago", "sessions", "evenings", "much"),
    [
        ((), 0, 0, False),
        ((0, 2, 4), 3, 3, False),
        ((0, 2, 4, 6), 4, 4, True),
        ((0, 0, 0, 0), 4, 1, False),
        ((0, 2, 4, 7), 4, 3, False),
        ((-1, 28, 27), 1, 0, False),
        (tuple(range(1, 27, 2)), 13, 3, True),
        (tuple(range(1, 25, 2)), 12, 3, False),
    ],
)
def test_more_than_three_evenings_a_week_are_much(ago, sessions, evenings, much):
    load = load_of(days(*ago), TODAY)
    assert (load.sessions, load.evenings, load.is_much) == (sessions, evenings, much)
    assert load.minutes == 90 * sessions


def test_every_word_typed_is_looked_for_in_the_whole_card():
    card = Experiment(
        "c", "Quiz first", "We began with the QUIZ.", "Çok güzel", "Yes", TODAY, author="Mirjam"
    )
    for typed in ("", "quiz", "QUIZ mirjam", "güzel yes", "call fam"):
        assert is_found(card, typed, "Call family")
    for typed in ("quizzes", "quiz no", "Amina"):
        assert not is_found(card, typed, "Call family")
