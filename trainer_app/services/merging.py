"""Laptops pool what they know: news written for the others, and theirs taken in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from trainer_app.bundles.opening import Bundle
from trainer_app.bundles.writing import write_bundle
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.laptops import Laptop, Merged, Refusal
from trainer_app.keys.keypair import PublicKeys
from trainer_app.keys.rooting import Root, root_of
from trainer_app.services.admitting import signed_events
from trainer_app.services.door import Door
from trainer_app.services.exchanging import Exchanging
from trainer_app.services.trainers import Trainers
from trainer_app.store import pooling

FOLDER, SUFFIX = "trainer-app", ".bundle"
FAR_AHEAD = 24 * 60 * 60
"""Seconds by which another laptop's clock may run ahead before it is named."""

Progress = Callable[[int, int], None]


class Merging:
    """News to and from the other laptops of the centre, as files or on a stick."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._ledger = door.ledger
        self._store = door.ledger.store
        self._exchanging = Exchanging(door)

    def write_news(self, file: Path, *, since_last: bool = False) -> int:
        """Write what this laptop holds; returns how many events.

        `since_last`: only what not every other laptop has said that it holds, so that a stick that
        was lost loses nothing. Raises DiskFull, ReadOnly, CannotWriteFile, BundleTooLarge.
        """
        if self._ledger.tonight is None:
            # A pass opened this laptop: nobody is inside, and what it writes is sealed as ever.
            self._ledger.require_trainer()
        since = pooling.known_everywhere(self._store) if since_last else {}
        written = self._exchanging.write(since, file.name)
        write_bundle(file, written.whole)
        return written.events

    def write_for(self, organisation: PublicKeys, file: Path) -> tuple[int, int]:
        """Write all that reports are made from, for an organisation alone; events and bytes.

        Raises NotAllowed, NotForSubstitutes, DiskFull, ReadOnly, CannotWriteFile, BundleTooLarge.
        """
        self._ledger.require_full_trainer()
        written = self._exchanging.write({}, file.name, organisation)
        return written.events, write_bundle(file, written.whole)

    def root(self) -> Root | None:
        """Where an organisation's trust in this centre begins, to compare by telephone."""
        events = signed_events(self._ledger)
        return root_of(self._door.centre, events, self._store.device)

    def write_to_stick(self, stick: Path) -> Path:
        """Put this laptop's news on a stick, in place of its older ones; returns the file."""
        folder = stick / FOLDER
        folder.mkdir(exist_ok=True)
        file = folder / f"{self._store.device}{SUFFIX}"
        self.write_news(file, since_last=True)
        return file

    def files_on(self, stick: Path) -> list[Path]:
        """Other laptops' news on a stick."""
        own = {self._store.device, *self._store.former()}
        found = sorted((stick / FOLDER).glob(f"*{SUFFIX}"))
        return [file for file in found if file.stem not in own]

    def merge(
        self,
        files: Sequence[Path],
        progress: Progress = lambda _done, _of: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Merged:
        """Take in what files bring. What is refused is said in the result; nothing of it counts.

        `progress(done, of)` tells events; `stopped` is asked between batches.
        """
        self._ledger.require_trainer()
        bundles, refused = self._opened(files)
        of = sum(bundle.received for bundle in bundles)
        done = new = 0

        def told(batch: int) -> None:
            nonlocal done
            done += batch
            progress(done, of)

        for bundle in bundles:
            new += self._exchanging.take_in(bundle, told, stopped)
        if not self._ledger.substitute:
            Trainers(self._door).finish()
        letters = {one.id: one.letters for one in self.laptops()}
        return Merged(
            files=len(bundles),
            received=done,
            new=new,
            refused=tuple(refused),
            gaps=tuple(letters.get(id, "?") for id in pooling.gaps(self._store)),
            ahead=tuple(letters.get(b.manifest.device, "?") for b in bundles if self._is_ahead(b)),
            stopped=done < of,
        )

    def laptops(self) -> list[Laptop]:
        """All laptops of the centre, this one first."""
        return pooling.laptops(self._store, self._ledger.seconds())

    def _opened(self, files: Sequence[Path]) -> tuple[list[Bundle], list[Refusal]]:
        trust = self._exchanging.trust()
        bundles, refused = [], []
        for file in files:
            try:
                bundle = self._exchanging.open(file, trust)
            except TrainerError as error:
                refused.append(Refusal(file.name, error))
            else:
                bundles.append(bundle)
                trust = trust.learning(bundle.admissions)
        return bundles, refused

    def _is_ahead(self, bundle: Bundle) -> bool:
        return bundle.manifest.made / 1000 > self._ledger.now().timestamp() + FAR_AHEAD
