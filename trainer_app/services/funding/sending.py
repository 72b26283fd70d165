"""A centre's news for an organisation of many centres: for whom, what is in them, one file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from trainer_app.domain.funding.errors import NotAnOrganisationKey
from trainer_app.keys.organisation import Organisation
from trainer_app.services.door import Door
from trainer_app.services.funding.doubles import Doubles, Prints
from trainer_app.services.merging import Merging
from trainer_app.store import snapshots

_KEPT = "organisation"
"""The secret of this laptop that the last organisation's public file lies in."""
_EVERY = 500
"""So many events between two words of progress."""

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Sent:
    """What was written. `prints`: of people who are counted once over all centres."""

    file: Path
    organisation: Organisation
    events: int
    bytes: int
    prints: Prints


class _Stopped(Exception):
    """Somebody thought better of it; nothing is written then."""


class Sending:
    """What full trainers send to an organisation. Raises NotAllowed, NotForSubstitutes."""

    def __init__(self, door: Door, doubles: Doubles) -> None:
        self._ledger = door.ledger
        self._store = door.ledger.store
        self._doubles = doubles
        self._merging = Merging(door)

    def organisation(self) -> Organisation | None:
        """The one that news went to last from this laptop, if any."""
        kept = self._store.secret(_KEPT)
        try:
            return Organisation.from_text(kept) if kept else None
        except NotAnOrganisationKey:
            return None

    def choose(self, file: Path) -> Organisation:
        """Read an organisation's public file, and remember it.

        Raises UnreadableFile, NotAnOrganisationKey, DiskFull, ReadOnly.
        """
        self._ledger.require_full_trainer()
        found = Organisation.read(file)
        self._store.keep_secret(_KEPT, found.as_text())
        return found

    def fingerprint(self) -> str:
        """What this centre reads out by telephone; empty where nobody vouches for it yet."""
        root = self._merging.root()
        return root.fingerprint if root else ""

    def write(
        self,
        organisation: Organisation,
        file: Path,
        tell: Tell = lambda _done, _of: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Sent | None:
        """Renew the prints, then write everything into one file; None where it was stopped.

        `tell` hears how many events of how many are in. Raises DiskFull, ReadOnly,
        CannotWriteFile, BundleTooLarge.
        """
        self._ledger.require_full_trainer()
        prints = self._doubles.renew()
        of = snapshots.events_now(self._store)

        def step(done: int) -> None:
            if stopped():
                raise _Stopped
            if done % _EVERY == 0:
                tell(min(done, of), of)

        try:
            events, size = self._merging.write_for(organisation.public, file, step)
        except _Stopped:
            return None
        return Sent(file, organisation, events, size, prints)
