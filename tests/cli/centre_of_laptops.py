"""What a volunteer types to make several laptops one centre."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from centres import Clock
from command_line import Said, command

from trainer_app import app
from trainer_app.app import DEMO_PASSPHRASE
from trainer_app.services.door import Door
from trainer_app.services.enrolling import Enrolling


def invite(data: Path, file: Path) -> str:
    """Write an invitation; returns its code."""
    said = command("laptop", "invite", "--data", data, "--out", file, "--json")
    assert (said.code, said.err) == (0, "")
    assert said.json.keys() == {"code", "file"}
    return str(said.json["code"])


def join(file: Path, code: str, folder: Path) -> str:
    """Use an invitation in a new folder; returns the laptop's letters."""
    said = command("laptop", "join", file, "--data", folder, "--json", code=code)
    assert (said.code, said.err) == (0, "")
    return str(said.json["letters"])


def another(data: Path, folder: Path) -> Path:
    """A further laptop of a centre."""
    file = folder.with_suffix(".invitation")
    join(file, invite(data, file), folder)
    return folder


def write(data: Path, *options: str) -> Path:
    """A laptop's news, on a stick of their own."""
    count = len(list(data.parent.glob(f"{data.name}-*.bundle")))
    file = data.parent / f"{data.name}-{count}.bundle"
    said = command("bundle", "write", "--data", data, "--out", file, *options)
    assert (said.code, said.err) == (0, "")
    return file


def merge(data: Path, *files: Path) -> Said:
    """Bring in news."""
    return command("bundle", "merge", *files, "--data", data, "--json")


def merged(data: Path, *files: Path) -> dict[str, Any]:
    """Bring in news, of which none is refused."""
    said = merge(data, *files)
    assert (said.code, said.err) == (0, "")
    return said.json


def pool(*laptops: Path) -> None:
    """Everybody's news to everybody, twice: admissions that a merge makes go round, too."""
    for _ in range(2):
        for giver in laptops:
            for taker in laptops:
                if taker != giver:
                    merged(taker, write(giver))


def examined(data: Path) -> dict[str, Any]:
    """What the doctor prints of a folder without damage."""
    said = command("doctor", "--data", data, "--json")
    assert (said.code, said.err) == (0, "")
    return said.json


def listed(data: Path) -> list[dict[str, Any]]:
    """The laptops as one of them lists them."""
    found: list[dict[str, Any]] = command("laptop", "list", "--data", data, "--json").json[
        "laptops"
    ]
    return found


@contextmanager
def at_work(data: Path, clock: Clock | None = None) -> Iterator[Door]:
    """A laptop's screens, with a clock of its own if need be."""
    door, lock = app.open_door(data, clock.now if clock else app.local_now)
    try:
        app.unlock_any(door, DEMO_PASSPHRASE)
        yield door
    finally:
        door.lock()
        lock.release()


def enrol(data: Path, name: str, clock: Clock | None = None) -> str:
    """Write a person into the register of one laptop; returns the participant number."""
    with at_work(data, clock) as door:
        return Enrolling(door.ledger).add_person(name).number


def register(data: Path) -> set[str]:
    """The names that one laptop knows."""
    with at_work(data) as door:
        return {person.name for person in Enrolling(door.ledger).people()}
