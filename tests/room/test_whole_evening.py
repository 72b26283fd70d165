"""A whole session of a centre, each laptop a process in a network of its own, without internet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from evening_parts import (
    a_dead_trainers_laptop,
    an_evening_begins,
    drop_outs,
    everybody_comes_in,
    everybody_goes_home,
    hostile_ones,
    leading_the_class,
    who_comes_late,
)
from namespaces import NoNamespaces
from whole_evening import Evening, Size, evening

from trainer_app.classroom.limits import Limits
from trainer_app.keys.wrapping import Cost

QUICK = Limits(handshake=4.0, ping=0.5, silent=3.0)


@pytest.fixture
def short(tmp_path: Path, cheap_cost: Cost) -> Iterator[Evening]:
    """Two trainers' laptops and five of learners: four of the centre, one a guest's."""
    yield from _made(Size(3, 1, False, 1, QUICK), tmp_path, cheap_cost)


@pytest.fixture
def large(tmp_path: Path, cheap_cost: Cost) -> Iterator[Evening]:
    """Two trainers' laptops and thirty of learners, two of which have a window, two are guests'."""
    yield from _made(Size(27, 1, True, 6, None), tmp_path, cheap_cost)


def _made(size: Size, folder: Path, cost: Cost) -> Iterator[Evening]:
    try:
        with evening(size, folder, cost) as made:
            yield made
    except NoNamespaces as reason:
        pytest.skip(str(reason))


def test_a_whole_evening(short: Evening) -> None:
    play_through(short)


@pytest.mark.slow
def test_a_whole_evening_of_thirty_laptops(large: Evening) -> None:
    play_through(large)


def play_through(play: Evening) -> None:
    an_evening_begins(play)
    everybody_comes_in(play)
    leading_the_class(play)
    drop_outs(play)
    who_comes_late(play)
    hostile_ones(play)
    a_dead_trainers_laptop(play)
    everybody_goes_home(play)
    frames, read = play.heard_by_strangers()
    assert frames > 500
    assert read == []
    assert play.faults() == []
