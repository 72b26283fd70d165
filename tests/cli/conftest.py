"""Centres of invented people for the commands to work on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import stay_at_home

from trainer_app import app
from trainer_app.keys.wrapping import Cost

ROSTER = Path(__file__).parents[1] / "rosters" / "roster.csv"


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory, cheap_cost: Cost) -> Path:
    """A small centre that no test touches."""
    folder = tmp_path_factory.mktemp("made") / "centre"
    door, lock = app.open_door(folder, cost=cheap_cost)
    app.invent(door, learners=12, sessions=4, seed=3)
    door.lock()
    lock.release()
    return folder


@pytest.fixture
def data(made_once: Path, tmp_path: Path) -> Path:
    """The data folder of a small centre, closed."""
    folder = Path(shutil.copytree(made_once, tmp_path / "data"))
    stay_at_home(folder)
    return folder


@pytest.fixture
def roster() -> Path:
    """The real list of twenty-five people."""
    return ROSTER
