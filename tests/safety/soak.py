"""The long form of these tests: many kills, and every single write made to fail.

`python soak.py KILLS` prints one line for each part; the exit code is 1 where anything was lost.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from kills import kill_often
from programs import Tally
from serving import serving
from sweeping import WRITING, sweep

FOUNDINGS_OF_KILLS = 5
"""One kill in so many hits the founding of a centre instead of an evening."""


def main(kills: int) -> int:
    """Run all parts; how many of them found a fault."""
    seed = random.SystemRandom().randrange(1_000_000)
    chance = random.Random(seed)
    print(f"seed {seed}", flush=True)
    sound = True
    with tempfile.TemporaryDirectory() as place, serving() as server:
        founding = kills // FOUNDINGS_OF_KILLS
        for name, times in (("evening", kills - founding), ("founding", founding)):
            sound &= _said(f"kills while {name}", kill_often(server, name, Path(place), times, chance))
        for call in WRITING:
            for onwards in (False, True):
                folder = Path(tempfile.mkdtemp(dir=place))
                tally = sweep(server, folder, "evening", call, "error=EIO", onwards=onwards)
                kind = "from one on" if onwards else "once"
                sound &= _said(f"{call} failing {kind}", tally)
    return 0 if sound else 1


def _said(what: str, tally: Tally) -> bool:
    print(
        f"{what}: {tally.times} times, {tally.acknowledged} acknowledged, {tally.lost} lost, "
        f"{len(tally.faults)} faults",
        *tally.faults[:10],
        sep="\n  ",
        flush=True,
    )
    return not tally.faults


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
