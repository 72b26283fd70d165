"""Founding a centre, which may be interrupted like everything else."""

from __future__ import annotations

from pathlib import Path

from centres import PASSPHRASE, Clock
from evening import QUICK, Say

from trainer_app import app
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.lessons import Lesson
from trainer_app.services.door import Door
from trainer_app.services.examining import examine

CENTRE, TRAINER = "Canal House", "Sanne"


def prepare(folder: Path) -> None:
    """An empty folder."""
    folder.mkdir()


def found(folder: Path, say: Say, _lesson: Lesson, _rounds: int) -> None:
    """Make a centre and say that it is made; what only came to trouble is pressed once more."""
    door, lock = app.open_door(folder, Clock().now, QUICK)
    for _ in range(2):
        try:
            door.found(CENTRE, TRAINER, "kite", PASSPHRASE)
        except TrainerError as trouble:
            say("trouble", type(trouble).__name__)
        else:
            say("founded", "")
            break
    door.lock()
    lock.release()


def faults(folder: Path, said: list[tuple[str, str]]) -> list[str]:
    """Begin again where no centre stands; a centre that stands is whole and known by its names."""
    door, lock = app.open_door(folder, Clock().now, QUICK)
    try:
        if not door.has_centre:
            if ("founded", "") in said:
                return ["lost: the centre"]
            door.found(CENTRE, TRAINER, "kite", PASSPHRASE)
        else:
            door.unlock(door.slots()[0][0], PASSPHRASE)
        return _faults_inside(door)
    except Exception as error:
        return [f"the next start fails: {error!r}"]
    finally:
        door.lock()
        lock.release()


def _faults_inside(door: Door) -> list[str]:
    trainer = door.trainer()
    faults = list(examine(door.ledger).findings)
    if door.centre_name() != CENTRE:
        faults.append("the centre has no name")
    if trainer is None or trainer.name != TRAINER:
        faults.append("the trainer has no name")
    if door.ledger.store.secret("laptop-key") is None:
        faults.append("this laptop has no key")
    return faults
