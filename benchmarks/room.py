"""A learner's click until the trainer's laptop has it on its disk, beside a bare echo.

Thirty laptops say something once a second each, at moments of chance. The network alone is
measured in one process; with stores every learners' laptop is a process of its own.
"""

from __future__ import annotations

from benchmarks.answering import compared, opened
from benchmarks.bare_room import BareRoom
from benchmarks.centre_room import a_folder, both_rooms
from benchmarks.measuring import Figure
from benchmarks.network_room import NetworkRoom, an_event


def figures(rounds: int) -> list[Figure]:
    """The room with its stores, and its network alone."""
    beside = "bare asyncio echo, no TLS, same commits at both ends"
    with a_folder() as folder, both_rooms(folder) as (ours, bare):
        whole = compared("click to confirmed", ours, bare, 4 * rounds, beside)
    with opened(NetworkRoom()) as network, opened(BareRoom(an_event)) as echo:
        return [
            *whole,
            *compared("room's network", network, echo, 2 * rounds, "bare asyncio echo, no TLS"),
        ]
