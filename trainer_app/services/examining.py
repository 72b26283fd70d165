"""What `doctor` looks at, and what it mends."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from trainer_app.keys.keyring import Keyring
from trainer_app.services.ledger import Ledger
from trainer_app.services.merging import FAR_AHEAD
from trainer_app.store import health, pooling, unsettled
from trainer_app.store.engine import known_trouble
from trainer_app.store.snapshots import FOLDER as BACKUPS

BEHIND = 300
"""Seconds by which this laptop's clock may be behind what it wrote last before it is named."""
_LEFT = ("joining.new", "invitation.new", "news.new", "invitation.new.new", "beginning.new.new")
_UNFINISHED = ("*.json.new", "*.db.new*", "*.db.trial", "preferences.new")
"""Ours only: whatever else somebody put into the folder is none of our business."""


@dataclass(frozen=True, slots=True)
class Before:
    """What opening a folder would tidy away unseen, looked at before it is opened."""

    keyring_to_mend: bool
    leftovers: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """What a trainer may want to know; nothing of it is damage.

    Laptops by their letters: `ahead` with the seconds by which the clock runs ahead, `gaps` where
    something in between has not come yet, `forked` with two histories nobody chose from,
    `second_use` waiting to be let in, `shut_out`. `behind`: seconds by which this laptop's own
    clock is behind its newest event. `conflicts`: things of which two values stand. `removed`:
    unfinished files that were taken away.
    """

    ahead: dict[str, int] = field(default_factory=dict)
    behind: int = 0
    gaps: tuple[str, ...] = ()
    forked: tuple[str, ...] = ()
    second_use: tuple[str, ...] = ()
    shut_out: tuple[str, ...] = ()
    conflicts: int = 0
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Examination:
    """The state of a data folder; of a damaged file nothing is counted.

    `findings` are ids: damaged-file, damaged-keyring, broken-chain, stale-tables.
    """

    findings: tuple[str, ...]
    mended: tuple[str, ...]
    counts: dict[str, int]
    state_hash: str
    notes: Notes = field(default_factory=Notes)

    def as_json(self) -> dict[str, Any]:
        """Plain values for printing."""
        return asdict(self)


def look_before(folder: Path) -> Before:
    """Look at a closed folder that nobody else uses. Raises KeyringDamaged, NewerSchema."""
    return Before(bool(Keyring.load(folder).to_mend), leftovers(folder))


def leftovers(folder: Path) -> tuple[Path, ...]:
    """Files that were never finished: somebody pulled the plug. Only while the folder is held."""
    found = {folder / name for name in _LEFT if (folder / name).exists()}
    for pattern in _UNFINISHED:
        found.update(folder.glob(pattern))
    found.update((folder / BACKUPS).glob("*.new*"))
    return tuple(sorted(found))


def examine(ledger: Ledger, before: Before | None = None) -> Examination:
    """Check file, keyring, chains and tables.

    Tables that differ from the log are made from it again, a keyring's copy from the other one,
    and what was never finished is removed. Raises NotAllowed, KeyringDamaged, ReadOnly, DiskFull.
    """
    ledger.require_trainer()
    store = ledger.store
    folder = store.file.parent
    before = before or look_before(folder)
    findings: list[str] = []
    mended: list[str] = []
    keyring = Keyring.load(folder)
    if before.keyring_to_mend:
        findings.append("damaged-keyring")
        if keyring.to_mend:
            keyring.save(folder)
        mended.append("damaged-keyring")
    if not health.file_is_whole(store):
        # What such a file says can be neither read through nor trusted.
        return Examination(("damaged-file", *findings), tuple(mended), {}, "")
    if health.broken_chains(store):
        findings.append("broken-chain")
    if health.stale_things(store):
        findings.append("stale-tables")
        store.rebuild()
        mended.append("stale-tables")
    return Examination(
        tuple(findings),
        tuple(mended),
        health.counts(store),
        health.state_hash(store, keyring.centre),
        _notes(ledger, _removed(before.leftovers)),
    )


def _notes(ledger: Ledger, removed: tuple[str, ...]) -> Notes:
    store = ledger.store
    laptops = pooling.laptops(store, ledger.seconds())
    letters = {one.id: one.letters for one in laptops}
    behind = next((one.clock_ahead for one in laptops if one.here), 0)
    return Notes(
        ahead={
            one.letters: one.clock_ahead
            for one in laptops
            if not one.here and one.clock_ahead > FAR_AHEAD
        },
        behind=behind if behind > BEHIND else 0,
        gaps=tuple(letters.get(id, "?") for id in pooling.gaps(store)),
        forked=tuple(one.letters for one in laptops if one.standing == "forked"),
        second_use=tuple(one.letters for one in laptops if one.standing == "second-use"),
        shut_out=tuple(one.letters for one in laptops if one.standing == "shut-out"),
        conflicts=unsettled.amount_of_conflicts(store),
        removed=removed,
    )


def _removed(leftovers: Sequence[Path]) -> tuple[str, ...]:
    """Take away what is still there; names of all, also of what opening had removed already."""
    for one in leftovers:
        with known_trouble(one):
            if one.is_dir():
                shutil.rmtree(one)
            else:
                one.unlink(missing_ok=True)
    return tuple(one.name for one in leftovers)
