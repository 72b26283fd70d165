"""The long form of these tests: many kills, and every single write of an evening made to fail.

`soak.py KILLS` tells of each part on the error output, and ends with one line of the sums; its
exit code is 1 where anything was at fault.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from kills import kill_often
from programs import Tally
from serving import Server, serving
from sweeping import WRITING, sweep

FOUNDINGS = 10
"""One kill in so many hits the founding of a centre instead of an evening."""


def main(kills: int) -> int:
    """Run all parts and print the sums."""
    seed = random.SystemRandom().randrange(1_000_000)
    with tempfile.TemporaryDirectory() as place, serving() as server:
        killed = _kill(server, Path(place), kills, random.Random(seed))
        failed = _fail(server, Path(place))
    print(
        f"{killed.times} kills (seed {seed}) and {failed.times} failing writes: "
        f"{killed.acknowledged + failed.acknowledged} acknowledged, "
        f"{killed.lost + failed.lost} lost, {len(killed.faults + failed.faults)} faults"
    )
    return 1 if killed.faults or failed.faults else 0


def _kill(server: Server, place: Path, kills: int, chance: random.Random) -> Tally:
    sums = Tally()
    foundings = kills // FOUNDINGS
    for name, times in (("evening", kills - foundings), ("founding", foundings)):
        sums.add(_told(f"killed: {name}", kill_often(server, name, place, times, chance)))
    return sums


def _fail(server: Server, place: Path) -> Tally:
    sums = Tally()
    for call in WRITING:
        for onwards in (False, True):
            folder = Path(tempfile.mkdtemp(dir=place))
            tally = sweep(server, folder, "evening", call, "error=EIO", onwards=onwards)
            sums.add(_told(f"{call} failed {'from then on' if onwards else 'once'}", tally))
    return sums


def _told(what: str, tally: Tally) -> Tally:
    words = f"{tally.times} times, {tally.acknowledged} acknowledged, {tally.lost} lost"
    said = f"{what}: {words}, said {dict(tally.troubles)}"
    print(said, *tally.faults, sep="\n  ", file=sys.stderr, flush=True)
    return tally


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
