"""How a command opens a data folder: its options, and secrets that are never one of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from trainer_app import app
from trainer_app.domain.errors import NoCentre

PASSPHRASE, CODE = "TRAINER_APP_PASSPHRASE", "TRAINER_APP_CODE"

data_option = click.option(
    "--data", "data", type=click.Path(file_okay=False, path_type=Path), help="The data folder."
)
needed_data = click.option(
    "--data",
    "data",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The data folder.",
)
as_json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


def passphrase() -> str:
    """A trainer's passphrase, from the environment or the prompt."""
    return _secret(PASSPHRASE, "Passphrase")


def code() -> str:
    """An invitation's code, from the environment or the prompt."""
    return _secret(CODE, "Code")


@contextmanager
def folder(data: Path) -> Iterator[Any]:
    """The door of a folder, which no other program may use meanwhile."""
    door, lock = app.open_door(data)
    try:
        yield door
    finally:
        door.lock()
        lock.release()


@contextmanager
def centre(data: Path) -> Iterator[Any]:
    """The closed door of a folder that holds a centre; a folder without one is not touched."""
    if not app.has_centre(data):
        raise NoCentre(folder=data.name)
    with folder(data) as door:
        yield door


@contextmanager
def unlocked(data: Path) -> Iterator[Any]:
    """The door of a folder, opened with the passphrase."""
    with centre(data) as door:
        app.unlock_any(door, passphrase())
        yield door


def _secret(name: str, asked: str) -> str:
    return os.environ.get(name) or str(click.prompt(asked, hide_input=True, err=True))
