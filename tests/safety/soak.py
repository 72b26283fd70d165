"""The long form of these tests: many kills, and every single write of a program made to fail.

`soak.py KILLS` tells of each part on the error output, and ends with one line of the sums; its
exit code is 1 where anything was at fault.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from kills import SHARES, kill_often
from programs import Tally
from serving import Server, serving
from sweeping import WRITING, sweep

Part = Callable[[Server, Path], Tally]
FAILING = {
    "evening": WRITING,
    "little-merge": (*WRITING, "rename"),
    "backups": (*WRITING, "rename"),
    "joining": (*WRITING, "rename"),
    "removing": ("fsync", "ftruncate", "rename"),
    "erasing": ("fsync", "ftruncate", "rename", "unlink"),
}
"""Each such call of a program fails once."""
FOR_GOOD = 5
"""Each fifth of them also fails with all that come after it."""
REPLACING, LAST = ("joining", "removing", "backups", "erasing"), ("rename", "unlink", "fsync")
"""Each such call of a program that replaces files is the last thing that it does."""


def main(kills: int) -> int:
    """Run all parts, as many at a time as there are processors, and print the sums."""
    seed = random.SystemRandom().randrange(1_000_000)
    print(f"seed {seed}", file=sys.stderr, flush=True)
    killed, failed = Tally(), Tally()
    with tempfile.TemporaryDirectory() as place, ThreadPoolExecutor(os.cpu_count()) as doing:
        parts = [(killed, *part) for part in _kills(kills, seed)]
        parts += [(failed, *part) for part in _failures()]
        under_way = [
            (sums, doing.submit(_tell, name, part, Path(tempfile.mkdtemp(dir=place))))
            for sums, name, part in parts
        ]
        for sums, done in under_way:
            sums.add(done.result())
    print(
        f"{killed.times} kills (seed {seed}) and {failed.times} calls that failed or were the "
        f"last: {killed.acknowledged + failed.acknowledged} acknowledged, "
        f"{killed.lost + failed.lost} lost, {len(killed.faults + failed.faults)} faults"
    )
    return 1 if killed.faults or failed.faults else 0


def _kills(kills: int, seed: int) -> list[tuple[str, Part]]:
    found: list[tuple[str, Part]] = []
    of = sum(SHARES.values())
    shares = {name: kills * share // of for name, share in SHARES.items()}
    shares["evening"] += kills - sum(shares.values())
    for place, (name, times) in enumerate(shares.items()):
        chance = random.Random(seed + place)
        part = partial(kill_often, name=name, kills=times, chance=chance)
        found.append((f"killed: {name}", lambda server, folder, p=part: p(server, folder=folder)))
    return found


def _failures() -> list[tuple[str, Part]]:
    calls = [
        (name, call, "error=EIO", onwards)
        for name, failing in FAILING.items()
        for call in failing
        for onwards in (False, True)
    ]
    calls += [(name, call, "signal=SIGKILL", False) for name in REPLACING for call in LAST]
    return [
        (
            f"{name}: {call} {what}{' and all later ones' if onwards else ''}",
            lambda server, folder, n=name, c=call, w=what, o=onwards: sweep(
                server, folder, n, c, w, step=FOR_GOOD if o else 1, onwards=o
            ),
        )
        for name, call, what, onwards in calls
    ]


def _tell(name: str, part: Part, folder: Path) -> Tally:
    with serving() as server:
        tally = part(server, folder)
    words = f"{tally.times} times, {tally.acknowledged} acknowledged, {tally.lost} lost"
    said = f"{name}: {words}, said {dict(tally.troubles)}, {dict(tally.steps)}"
    print(said, *tally.faults, sep="\n  ", file=sys.stderr, flush=True)
    return tally


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
