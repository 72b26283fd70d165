"""Lets one system call after the other fail, or be the last one, and looks at what is left."""

from __future__ import annotations

import shutil
from pathlib import Path

from failing import inject, traced, was_injected
from programs import PROGRAMS, Tally
from serving import Server

WRITING = ("pwrite64", "fsync", "ftruncate")
"""The calls by which SQLite changes a file on Linux, where fsync stands for fdatasync too."""
MOST_CALLS = 5000
"""An evening has far fewer; a sweep that came here would never end."""


def sweep(
    server: Server,
    folder: Path,
    name: str,
    call: str,
    what: str,
    *,
    step: int = 1,
    onwards: bool = False,
    file: str = "",
) -> Tally:
    """Do something at the 1st, the (1 + step)th... call, each in a round of its own.

    `what` is `error=EIO` or `signal=SIGKILL`; `onwards`: at all later ones too, as on a disk that
    is gone; `file`: only such calls about this file, a path within the folder. Ends with the first
    round of the named program that has not so many calls.
    """
    program, tally = PROGRAMS[name], Tally()
    for number in range(1, MOST_CALLS, step):
        work, trace = folder / f"{call}-{number}", folder / "trace"
        program.prepare(work)
        running = server.start(name, work, rounds=1)
        when = f"{number}+" if onwards else f"{number}"
        about = ("-P", str(work / file)) if file else ()
        with traced(running, trace, *inject(call, what, when), *about):
            running.go()
            running.wait()
        if not was_injected(trace):
            return tally
        where = f"{name}, {call} {when}, {what}, in {work}"
        if tally.take(where, work, program, running.said, running.said):
            shutil.rmtree(work)
    raise AssertionError(f"{name} has no end of {call}")
