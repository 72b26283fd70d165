"""Data folders that are made once in a process and laid out again and again."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from centres import PASSPHRASE

from trainer_app.keys.keyring import Keyring
from trainer_app.store.engine import connect
from trainer_app.store.home import home_of
from trainer_app.store.store import FILE


def lay_out(make: Callable[[Path], None], folder: Path) -> None:
    """Copy what `make` makes; each laptop in it goes on as the one that it is a copy of."""
    shutil.copytree(_made(make), folder, dirs_exist_ok=True)
    for file in folder.rglob(FILE):
        if "replaced" not in file.parts:
            _be_at_home(file)


@cache
def _made(make: Callable[[Path], None]) -> Path:
    place = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    folder = Path(place) / "made"
    make(folder)
    return folder


def _be_at_home(file: Path) -> None:
    db = connect(file, data_key(file.parent))
    db.execute("UPDATE secrets SET value = ? WHERE name = 'home'", [home_of(file)])
    db.close()


def data_key(folder: Path) -> bytes:
    """The data key of a closed folder."""
    keyring = Keyring.load(folder)
    for slot in keyring.trainers:
        if slot.picture == "kite":
            return keyring.unlock(slot.id, PASSPHRASE).data_key
    raise AssertionError("Sanne is no trainer here")
