"""A second laptop becomes part of a centre, which may be interrupted like everything else."""

from __future__ import annotations

from pathlib import Path

from centres import PASSPHRASE, Centre, Clock
from evening import QUICK, Say
from looking import Said, faults_of_centre
from templates import lay_out

from trainer_app import app
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.lessons import Lesson
from trainer_app.services.laptops import Laptops

HERE, THERE, INVITATION, CODE = "here", "there", "invitation", "code"


def prepare(folder: Path) -> None:
    """A laptop, and an invitation for another one with its code."""
    lay_out(_make, folder)


def _make(folder: Path) -> None:
    centre = Centre(folder / HERE, Clock(), QUICK)
    centre.evening("Abdi", "Олена", "Lena Hoekstra")
    code = Laptops(centre.door).invite(folder / INVITATION)
    (folder / CODE).write_text(code, encoding="utf-8")
    centre.door.lock()


def join(folder: Path, say: Say, _lesson: Lesson, _rounds: int) -> None:
    """Use the invitation; what only came to trouble is pressed once more."""
    for _ in range(2):
        try:
            _join(folder)
        except TrainerError as trouble:
            say("trouble", type(trouble).__name__)
        else:
            say("done", "")
            return


def _join(folder: Path) -> None:
    there, lock = app.open_door(folder / THERE, Clock().now, QUICK)
    try:
        if not there.has_centre:
            code = (folder / CODE).read_text(encoding="utf-8")
            now = Clock().now
            app.join(folder / THERE, folder / INVITATION, code, PASSPHRASE, now, QUICK)
    finally:
        lock.release()


def faults(folder: Path, said: Said) -> list[str]:
    """Begin again where nothing stands; a laptop that stands is whole and knows everybody."""
    if ("done", "") in said and not app.has_centre(folder / THERE):
        return ["lost: the laptop"]
    try:
        _join(folder)
    except Exception as error:
        return [f"joining again fails: {error!r}"]
    return faults_of_centre(folder / THERE, said)
