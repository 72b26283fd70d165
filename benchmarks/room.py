"""A learner's click until the trainer's laptop has it on its disk, beside a bare echo.

Thirty laptops say something once a second each. All rooms have the same threads: some for the
host, some for each laptop, and the measuring one; all in one process, so that what the laptops of
a real room do on machines of their own is done here by the same two cores.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.answering import compared, opened
from benchmarks.bare_room import BareRoom
from benchmarks.centre_room import CentreRoom, SameCommits, a_folder
from benchmarks.measuring import Figure
from benchmarks.network_room import NetworkRoom, an_event


def figures(rounds: int) -> list[Figure]:
    """The network alone, and the room with its stores."""
    with a_folder() as folder:
        return [*_network(2 * rounds), *_with_stores(folder, 4 * rounds)]


def _network(seconds: int) -> list[Figure]:
    beside = "bare asyncio echo, no TLS, 30 laptops"
    with opened(NetworkRoom()) as ours, opened(BareRoom(an_event, lambda _event: None)) as bare:
        return compared("room's network", ours, bare, seconds, beside)


def _with_stores(folder: Path, seconds: int) -> list[Figure]:
    beside = "bare asyncio echo, no TLS, same commits at both ends"
    commits = SameCommits(folder)
    try:
        with (
            opened(CentreRoom(folder)) as ours,
            opened(BareRoom(commits.at_laptop, commits.at_host)) as bare,
        ):
            return compared("click to confirmed", ours, bare, seconds, beside)
    finally:
        commits.close()
