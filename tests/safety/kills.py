"""Kills a program again and again at random moments and looks at what is left."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from programs import PROGRAMS, Said, Tally
from serving import Running, Server


def kill_often(server: Server, name: str, folder: Path, kills: int, chance: random.Random) -> Tally:
    """Kill the named program so many times, in fresh folders inside `folder`."""
    program, tally = PROGRAMS[name], Tally()
    work = folder / "none yet"
    for number in range(kills):
        if number % program.kills_in_a_folder == 0:
            shutil.rmtree(work, ignore_errors=True)
            work, said = folder / f"{name}-{number}", Said()
            program.prepare(work)
        killed = _killed(server, name, work, chance)
        said += killed.said
        if not tally.take(f"kill {number} in {work}", work, program, said, killed.said):
            break
    return tally


def _killed(server: Server, name: str, folder: Path, chance: random.Random) -> Running:
    """A program ended in the middle.

    One kill in three comes some moments after the start, while it opens the file; the others some
    moments after so many confirmations, while it writes, moves the log into the file, or closes.
    """
    running = server.start(name, folder, rounds=1_000_000)
    running.go()
    if chance.random() < 1 / 3:
        running.listen(seconds=chance.uniform(0, 0.05))
    else:
        moments = chance.choice((0.0, chance.uniform(0, 0.01)))
        running.listen(lines=chance.randint(1, 90), seconds=moments)
    running.kill()
    return running
