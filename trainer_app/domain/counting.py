"""Which events of a laptop count: none after it was shut out, none of two different histories.

Functions of the whole set of what is known, so that every laptop that holds the same decides the
same. What does not count is kept and passed on: a trainer may still say that it does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Why = Literal["shut-out", "forked", "second-use", "removed-trainer"]


@dataclass(frozen=True, slots=True)
class Link:
    """An event's place in its laptop's chain; `hash` and `previous` are of headers, in hex."""

    hash: str
    seq: int
    previous: str


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Hashes that do not count and why, and the forks that nobody has settled yet.

    A fork is (`after`, branches): what the branches follow, and the hash that each begins with.
    """

    aside: Mapping[str, Why]
    unsettled: Sequence[tuple[str, tuple[str, ...]]]


def judge(
    chain: Iterable[Link],
    *,
    last: tuple[int, str] | None = None,
    second_use: bool = False,
    settled: Mapping[str, Collection[str]] | None = None,
) -> Verdicts:
    """Judge one laptop's events.

    `last`: sequence and hash named when it was shut out. `second_use`: its invitation had been
    used before. `settled`: for each fork's `after` the hashes of the branches that count.
    """
    links = {link.hash: link for link in chain}
    aside: dict[str, Why] = {}
    if second_use:
        return Verdicts(dict.fromkeys(links, "second-use"), [])
    if last is not None:
        path = _path_to(links, last[1])
        # Before a gap nobody can tell which way the path went.
        told = min((links[hash].seq for hash in path), default=last[0] + 1)
        for link in links.values():
            if link.seq > last[0] or (link.seq >= told and link.hash not in path):
                aside[link.hash] = "shut-out"
        links = {hash: link for hash, link in links.items() if hash not in aside}
    unsettled = _judge_forks(list(links.values()), settled or {}, aside)
    return Verdicts(aside, unsettled)


def second_uses(admissions: Iterable[tuple[str, str, int, bool]]) -> set[str]:
    """Laptops that joined with an invitation that another had used; the first one by clock stays.

    Each admission is (laptop, invitation, clock, readmitted).
    """
    by_invitation: dict[str, list[tuple[int, str, bool]]] = {}
    for laptop, invitation, clock, readmitted in admissions:
        by_invitation.setdefault(invitation, []).append((clock, laptop, readmitted))
    return {
        laptop
        for users in by_invitation.values()
        for _, laptop, readmitted in sorted(users)[1:]
        if not readmitted
    }


def removed_trainers(
    removals: Iterable[tuple[str, str, str, Collection[str]]],
) -> dict[str, set[str]]:
    """Removed trainers with what is still honoured of what each signed.

    Each removal is (signature, trainer, signer, known signatures), in the order of rank. Who was
    removed first removes nobody: of two who remove each other the earlier stands.
    """
    removed: dict[str, set[str]] = {}
    for signature, trainer, signer, known in removals:
        if signer in removed and signature not in removed[signer]:
            continue
        removed.setdefault(trainer, set()).update(known)
    return removed


def _path_to(links: Mapping[str, Link], head: str) -> set[str]:
    path: set[str] = set()
    at = head
    while at in links:
        path.add(at)
        at = links[at].previous
    return path


def _judge_forks(
    links: Sequence[Link], settled: Mapping[str, Collection[str]], aside: dict[str, Why]
) -> list[tuple[str, tuple[str, ...]]]:
    """Put aside what follows a fork, but for the branches that a trainer let count."""
    ordered = sorted(links, key=lambda link: (link.seq, link.hash))
    at = _first_contested(ordered)
    if at is None:
        return []
    starts = [link for link in ordered if link.seq == at]
    before = {link.previous for link in starts}
    after = before.pop() if len(before) == 1 else f"seq-{at}"
    branch_of: dict[str, str] = {}
    for link in ordered:
        if link.seq == at:
            branch_of[link.hash] = link.hash
        elif link.previous in branch_of:
            branch_of[link.hash] = branch_of[link.previous]
    counted = settled.get(after)
    later = [link for link in ordered if link.seq >= at]
    for link in later:
        if counted is None or branch_of.get(link.hash) not in counted:
            aside[link.hash] = "forked"
    if counted is None:
        return [(after, tuple(link.hash for link in starts))]
    unsettled = []
    for start in starts:
        if start.hash in counted:
            branch = [link for link in later if branch_of.get(link.hash) == start.hash]
            unsettled += _judge_forks(branch, settled, aside)
    return unsettled


def _first_contested(ordered: Sequence[Link]) -> int | None:
    for one, next_one in pairwise(ordered):
        if one.seq == next_one.seq:
            return one.seq
    return None
