"""What `doctor` looks at, and what it mends."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from trainer_app.keys.keyring import Keyring
from trainer_app.services.ledger import Ledger
from trainer_app.store import health


@dataclass(frozen=True, slots=True)
class Examination:
    """The state of a data folder; of a damaged file nothing is counted.

    `findings` are ids: damaged-file, damaged-keyring, broken-chain, stale-tables.
    """

    findings: tuple[str, ...]
    mended: tuple[str, ...]
    counts: dict[str, int]
    state_hash: str

    def as_json(self) -> dict[str, Any]:
        """Plain values for printing."""
        return asdict(self)


def examine(ledger: Ledger) -> Examination:
    """Check file, keyring, chains and tables.

    Tables that differ from the log are made from it again, a keyring's copy from the other one.
    Raises NotAllowed, KeyringDamaged, ReadOnly, DiskFull.
    """
    ledger.require_trainer()
    store = ledger.store
    findings: list[str] = []
    mended: list[str] = []
    keyring = Keyring.load(store.file.parent)
    if keyring.to_mend:
        findings.append("damaged-keyring")
        keyring.save(store.file.parent)
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
        tuple(findings), tuple(mended), health.counts(store), health.state_hash(store, keyring.centre)
    )
