"""Runs the commands, within the test's own program or as the real one, and reads what they say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3
from click.testing import CliRunner

from trainer_app.app import DEMO_PASSPHRASE, explain
from trainer_app.cli import main
from trainer_app.domain.errors import TrainerError
from trainer_app.keys.keyring import Keyring
from trainer_app.store.home import home_of

PROGRAM = Path(sys.executable).with_name("trainer-app")
ENGLISH = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


@dataclass(frozen=True)
class Said:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """All of the output as one object; anything else beside it does not parse."""
        value = json.loads(self.out)
        assert isinstance(value, dict)
        return value


def command(
    *words: str | Path,
    passphrase: str | None = DEMO_PASSPHRASE,
    code: str | None = None,
    typed: str = "",
) -> Said:
    """Run a command in this program; a bug is raised here."""
    env = {**ENGLISH, "TRAINER_APP_PASSPHRASE": passphrase, "TRAINER_APP_CODE": code}
    found = CliRunner().invoke(
        main, [str(word) for word in words], input=typed, env=env, catch_exceptions=False
    )
    return Said(found.exit_code, found.stdout, found.stderr)


def program(*words: str | Path, env: dict[str, str] | None = None, **more: str) -> Said:
    """Run the real command in a process of its own."""
    surroundings = {
        **os.environ, **ENGLISH, "TRAINER_APP_PASSPHRASE": DEMO_PASSPHRASE, **(env or {}), **more,
    }  # fmt: skip
    done = subprocess.run(
        [PROGRAM, *words], capture_output=True, env=surroundings, stdin=subprocess.DEVNULL
    )
    code = surroundings.get("PYTHONIOENCODING", "utf-8")
    return Said(done.returncode, done.stdout.decode(code), done.stderr.decode(code))


def words_for(error: TrainerError) -> str:
    """What standard error holds when a command ends with this trouble."""
    return "".join(f"{line}\n" for line in explain(error))


@contextmanager
def held_by_another_program(folder: Path) -> Iterator[None]:
    """A second process that has the data folder open."""
    holding = (
        "import sys, pathlib; from trainer_app.store.lock import FolderLock\n"
        "lock = FolderLock(pathlib.Path(sys.argv[1])); print('held', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield
        other.kill()


def raw(folder: Path, passphrase: str = DEMO_PASSPHRASE) -> Any:
    """A connection past all of the program's own code, with the data key that it uses."""
    keyring = Keyring.load(folder)
    key = keyring.unlock(keyring.trainers[0].id, passphrase).data_key
    connection = sqlcipher3.connect(str(folder / "centre.db"), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def stay_at_home(folder: Path, passphrase: str = DEMO_PASSPHRASE) -> None:
    """Let a copy of a folder take itself for the one that it was copied from."""
    connection = raw(folder, passphrase)
    connection.execute(
        "UPDATE secrets SET value = ? WHERE name = 'home'", [home_of(folder / "centre.db")]
    )
    connection.close()
