"""A few centres and their news, made once: opening a centre and filling it takes a second each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from many_centres import Growing, Organisation, founded

from trainer_app.content.library import LessonLibrary
from trainer_app.keys.wrapping import Cost
from trainer_app.services.courses import Courses
from trainer_app.services.inventing import Size
from trainer_app.store import registers


@pytest.fixture(scope="session")
def organisation(
    tmp_path_factory: pytest.TempPathFactory, library: LessonLibrary, cheap_cost: Cost
) -> Iterator[Organisation]:
    """Three centres and their dataset; for tests that change nothing."""
    sizes = [Size(learners=14, sessions=9, seed=seed) for seed in (1, 2, 3)]
    made = founded(tmp_path_factory.mktemp("organisation"), sizes, library, cheap_cost)
    assert made.takes_in().refused == ()
    yield made
    made.close()


@pytest.fixture(scope="session")
def growing(
    tmp_path_factory: pytest.TempPathFactory, library: LessonLibrary, cheap_cost: Cost
) -> Iterator[Growing]:
    """Two small centres, with news of before and after."""
    folder = tmp_path_factory.mktemp("growing")
    sizes = [Size(learners=6, sessions=4, seed=seed) for seed in (7, 8)]
    made = founded(folder, sizes, library, cheap_cost)
    first, second = made.centres
    person = registers.person_by_number(first.ledger.store, "A5")
    assert person is not None
    first.erase("A5")
    held = registers.sessions(second.ledger.store)[0]
    Courses(second.ledger).cancel_session(held.id)
    later = folder / "later"
    later.mkdir()
    first.sends(made.keys.public, later / "later-0.bundle")
    second.sends(made.keys.public, later / "later-1.bundle")
    yield Growing(made, later, person, held)
    made.close()


@pytest.fixture
def small(growing: Growing, tmp_path: Path) -> Organisation:
    """Two centres whose news nobody has taken in yet."""
    return growing.before.in_folder(tmp_path)
