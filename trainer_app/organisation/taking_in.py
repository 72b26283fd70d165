"""Takes in what centres sent: each bundle checked, pooled with its centre's, written as Parquet."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from trainer_app import __version__
from trainer_app.bundles.opening import Bundle, Introduction, introduced, open_bundle
from trainer_app.domain.competences import LEVELS
from trainer_app.domain.errors import (
    BundleDamaged,
    BundleTooLarge,
    ForgedEvents,
    NewerBundle,
    NotABundle,
    OtherCentre,
    OtherRoot,
    TrainerError,
    UnknownCentre,
    UnknownLaptop,
    UnreadableFile,
)
from trainer_app.domain.events import canonical
from trainer_app.domain.laptops import Refusal
from trainer_app.domain.lessons import Lesson
from trainer_app.keys.durable import write_whole
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.rooting import Root, root_of
from trainer_app.organisation.parquet import EVERYWHERE, Parquet
from trainer_app.organisation.rows import CentreRows, Row
from trainer_app.organisation.shapes import ABOUT, FORM
from trainer_app.organisation.vault import Known, Vault, is_plain
from trainer_app.services.admitting import trust_in
from trainer_app.services.exchanging import in_batches
from trainer_app.services.funding.standing import head_of
from trainer_app.store import keeping, pooling, registers, schema
from trainer_app.store.leaving import gone_for_good
from trainer_app.store.records import Sealed
from trainer_app.store.store import Store

SUFFIX = ".bundle"
_KEPT_EVERY = 50
_REFUSALS = (
    UnreadableFile, NotABundle, NewerBundle, BundleTooLarge, BundleDamaged, OtherCentre, OtherRoot,
    UnknownLaptop, ForgedEvents,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CentreLine:
    """One centre as it is listed. `root`: to compare by telephone; `since`: first heard of."""

    id: str
    name: str
    root: str
    since: str
    files: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did. `known`: files that were taken in before; `written`: centres of which
    something in the dataset changed; `first`: centres that were never heard of before.
    """

    files: int
    known: int
    new: int
    centres: int
    written: int
    first: tuple[CentreLine, ...]
    refused: tuple[Refusal, ...]


class TakingIn:
    """The import into one dataset, whose folder the caller holds.

    `only_known`: refuse whoever was never heard of before.
    """

    def __init__(
        self,
        folder: Path,
        organisation: PrivateKeys,
        now: Callable[[], datetime],
        *,
        with_names: bool = False,
        only_known: bool = False,
    ) -> None:
        self._folder, self._now = folder, now
        self._organisation = organisation
        self._with_names, self._only_known = with_names, only_known
        self._vault = Vault(folder, organisation, now)
        self._parquet = Parquet(folder)

    def close(self) -> None:
        """Let go of the engine that writes."""
        self._parquet.close()

    def centres(self) -> tuple[CentreLine, ...]:
        """All centres, by name."""
        lines = (_line(id, one) for id, one in self._vault.known.items())
        return tuple(sorted(lines, key=lambda one: (one.name, one.id)))

    def take_in(
        self,
        files: Iterable[Path],
        lessons: Sequence[Lesson],
        progress: Callable[[int, int], None] = lambda _done, _of: None,
    ) -> Imported:
        """Take in bundles, in any order, and bring the dataset up to date; of what is refused
        nothing counts. `progress(done, of)` tells centres. `lessons`: for what they teach.

        Raises DiskFull, ReadOnly, CannotWriteFile, StoreDamaged.
        """
        before = set(self._vault.known)
        new_files, known, refused = self._sorted(files)
        new = 0
        # A centre that was not finished the last time is written now, be there news of it or not.
        centres = sorted({*new_files, *self._vault.known})
        written = 0
        try:
            for done, centre in enumerate(centres, 1):
                heard, refusals = self._pool(centre, new_files.get(centre, []))
                new, refused = new + heard, [*refused, *refusals]
                written += self._write(centre)
                progress(done, len(centres))
                if done % _KEPT_EVERY == 0:
                    self._vault.keep()
        finally:
            self._vault.keep()
        self._parquet.bring_up(EVERYWHERE, {("competences", ""): _competences(lessons)}, {})
        describe(self._folder, self._vault, with_names=self._with_names)
        first = [one for one in self.centres() if one.id not in before]
        return Imported(
            files=sum(map(len, new_files.values())) + known,
            known=known,
            new=new,
            centres=len(self._vault.known),
            written=written,
            first=tuple(first),
            refused=tuple(refused),
        )

    def _sorted(
        self, files: Iterable[Path]
    ) -> tuple[dict[str, list[tuple[Path, str]]], int, list[Refusal]]:
        """New files with their fingerprints by centre, how many were known, and what is none."""
        done = {mark for one in self._vault.known.values() for mark in one.files}
        found: dict[str, list[tuple[Path, str]]] = {}
        known, refused = 0, []
        for file in sorted(files):
            try:
                mark = _fingerprint(file)
                if mark in done:
                    known += 1
                    continue
                centre = introduced(file, [self._organisation]).centre
                if not is_plain(centre):
                    raise BundleDamaged(file=file.name)
                if self._only_known and centre not in self._vault.known:
                    raise UnknownCentre(file=file.name)
            except TrainerError as error:
                refused.append(Refusal(file.name, error))
            else:
                found.setdefault(centre, []).append((file, mark))
        return found, known, refused

    def _pool(self, centre: str, files: list[tuple[Path, str]]) -> tuple[int, list[Refusal]]:
        """Take one centre's bundles into its store; how many events were new, what was refused."""
        new, refused = 0, []
        for file, mark in files:
            try:
                new += self._pool_one(centre, file)
            except _REFUSALS as error:
                refused.append(Refusal(file.name, error))
            else:
                self._vault.known[centre].files.append(mark)
        return new, refused

    def _pool_one(self, centre: str, file: Path) -> int:
        """Check a bundle and take it in. Raises what `open_bundle` raises, and OtherRoot."""
        identities = [self._organisation]
        known = self._vault.known.get(centre)
        root = self._root(known, introduced(file, identities), file)
        store = self._vault.store(centre)
        try:
            trust = trust_in(store, root.trust(centre))
            bundle = open_bundle(file, centre=centre, identities=identities, trust=trust)
            new = _poured(store, bundle)
            name = registers.centre_name(store)
        finally:
            store.close()
        if known is None:
            known = self._vault.known[centre] = Known(root, self._now().date().isoformat())
        known.name = name
        return new

    def _root(self, known: Known | None, said: Introduction, file: Path) -> Root:
        """Where trust begins: pinned when a centre is first heard of, and never another."""
        found = root_of(said.centre, said.admissions, said.device)
        if known is None:
            if found is None:
                raise UnknownLaptop(file=file.name)
            return found
        reached = known.root.trust(said.centre).learning(said.admissions).laptops
        if said.device not in reached and found not in (None, known.root):
            raise OtherRoot(file=file.name)
        return known.root

    def _write(self, centre: str) -> bool:
        """Bring the centre's part of the dataset up to date; whether anything had to be done."""
        known = self._vault.known.get(centre)
        if known is None:
            return False
        state = f"{FORM} {schema.SHAPE} {__version__} {self._with_names} {','.join(known.files)}"
        if known.state == state:
            return False
        store = self._vault.store(centre)
        try:
            _sweep(store)
            rows = CentreRows(
                self._vault.ledger(store),
                lambda person: self._vault.pseudonym(centre, person),
                with_names=self._with_names,
            )
            before, known.head = known.written, head_of(store)
            known.written = self._parquet.bring_up(centre, rows.parts(), before)
        finally:
            store.close()
        known.state = state
        return known.written != before


def describe(folder: Path, vault: Vault, *, with_names: bool) -> None:
    """Say in the open what the dataset was made from, for reports to state it; no centre's id."""
    heads = "\n".join(f"{id}:{one.head}" for id, one in sorted(vault.known.items()))
    said = {
        "form": FORM,
        "centres": len(vault.known),
        "names": with_names,
        "head": hashlib.sha256(heads.encode()).hexdigest(),
    }
    write_whole(folder / ABOUT, canonical(said) + b"\n")


def bundles_in(folder: Path) -> list[Path]:
    """The bundles that lie in a folder or in folders of it. Raises UnreadableFile."""
    if not folder.is_dir():
        raise UnreadableFile(file=folder.name)
    return sorted(file for file in folder.rglob(f"*{SUFFIX}") if file.is_file())


def _poured(store: Store, bundle: Bundle) -> int:
    return sum(
        pooling.take_in(store, [Sealed(*one) for one in batch])
        for batch in in_batches(bundle.carried())
    )


def _sweep(store: Store) -> None:
    """Leave nothing of who was erased or of what was taken back, in no corner of the file."""
    keeping.finish_writing_anew(store)
    gone = gone_for_good(store)
    mark = hashlib.sha256("\n".join(sorted(gone)).encode()).hexdigest()
    if gone and store.secret("swept") != mark:
        keeping.write_anew(store)
        store.keep_secret("swept", mark)


def _competences(lessons: Sequence[Lesson]) -> list[Row]:
    return sorted(
        {
            (lesson.id, one.code, LEVELS.index(one.level))
            for lesson in lessons
            for one in lesson.competences
        }
    )


def _line(id: str, known: Known) -> CentreLine:
    return CentreLine(id, known.name, known.root.fingerprint, known.since, len(known.files))


def _fingerprint(file: Path) -> str:
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        raise UnreadableFile(file=file.name) from None
