"""Kills a program again and again at random moments and looks at what is left."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from programs import PROGRAMS, Said, Tally
from serving import Running, Server

SHARES = {"evening": 16, "founding": 4, "merging": 8, "removing": 9, "backups": 7, "erasing": 6}
"""Of fifty kills so many hit each program."""


def kill_often(server: Server, name: str, folder: Path, kills: int, chance: random.Random) -> Tally:
    """Kill the named program so many times, in fresh folders inside `folder`."""
    program, tally, aim = PROGRAMS[name], Tally(), Aim(chance)
    work = folder / "none yet"
    for number in range(kills):
        if number % program.kills_in_a_folder == 0:
            shutil.rmtree(work, ignore_errors=True)
            work, said = folder / f"{name}-{number}", Said()
            program.prepare(work)
        if program.begins:
            killed = _killed_in_the_midst(server, name, work, aim)
        else:
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


class Aim:
    """Where in the part that shall be hit the next kill comes."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self._span = 0.1

    def seconds(self) -> float:
        """After its beginning."""
        return self.chance.uniform(0, self._span)

    def seen(self, is_done: bool) -> None:
        """Whether that was too late: a busy machine is slower than a quiet one."""
        self._span *= 0.8 if is_done else 1.15


def _killed_in_the_midst(server: Server, name: str, folder: Path, aim: Aim) -> Running:
    """A program ended in the first or second part that shall be hit, or a moment after it."""
    running = server.start(name, folder, rounds=1_000_000)
    running.go()
    for _ in range(aim.chance.choice(PROGRAMS[name].begins)):
        running.listen_for_next("begins")
    before = len(running.said)
    running.listen(seconds=aim.seconds())
    running.kill()
    aim.seen(any(word in ("done", "begins") for word, _ in running.said[before:]))
    return running
