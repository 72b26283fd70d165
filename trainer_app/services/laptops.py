"""The centre's laptops: invite another, shut one out, let it in again, settle two histories."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.ids import uuid7
from trainer_app.domain.laptops import Laptop
from trainer_app.keys.durable import write_whole
from trainer_app.keys.invitation import seal_invitation
from trainer_app.keys.recovery import new_code
from trainer_app.services.admitting import FIRST_LAPTOP, SINGLE_LETTERS, centre_keys
from trainer_app.services.door import Door
from trainer_app.services.merging import FAR_AHEAD, Merging
from trainer_app.store import pooling, vouching

_GIVEN = "letters-given"


@dataclass(frozen=True, slots=True)
class Branch:
    """One of several histories that a laptop seems to have written. `hash` names it."""

    hash: str
    events: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Fork:
    """Where a laptop's histories part; `after` names the place."""

    laptop: str
    after: str
    branches: tuple[Branch, ...]


class Laptops:
    """What a trainer does about laptops. Substitutes only look."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._ledger = door.ledger
        self._store = door.ledger.store

    def all(self) -> list[Laptop]:
        """All laptops, this one first."""
        self._ledger.require_trainer()
        return pooling.laptops(self._store, self._ledger.seconds())

    def clock_is_behind(self) -> bool:
        """Whether this laptop's clock is more than a day behind what is known here.

        Then either it is wrong, as after a flat battery, or another laptop's runs ahead.
        """
        behind = pooling.newest_clock(self._store) / 1000 - self._ledger.now().timestamp()
        return behind > FAR_AHEAD

    def invite(self, file: Path) -> str:
        """Write an invitation with all that is known here; returns the code that opens it.

        Joining takes the file, the code and a trainer's passphrase. Raises NotForSubstitutes,
        DiskFull, ReadOnly, BundleTooLarge.
        """
        self._ledger.require_full_trainer()
        code = new_code(secrets.token_bytes(32))
        news = self._door.folder / "invitation.new"
        try:
            Merging(self._door).write_news(news)
            content = self._content() + b"\n" + news.read_bytes()
        finally:
            news.unlink(missing_ok=True)
        write_whole(file, seal_invitation(content, code, self._door.keyring.slots))
        return code

    def shut_out(self, laptop: str) -> None:
        """Count nothing more of a laptop than what is known here now. Raises UnknownThing."""
        authority = self._door.authority
        if laptop == self._store.device or laptop not in {one.id for one in self.all()}:
            raise UnknownThing(what="laptop", id=laptop)
        seq, head = pooling.end_without_gap(self._store, laptop)
        body = {"laptop": laptop, "seq": seq, "head": head}
        authority.say("laptop-shut-out", body)

    def readmit(self, laptop: str) -> None:
        """Count again whatever a laptop wrote, also one that used an invitation again."""
        self._door.authority.say("laptop-readmitted", {"laptop": laptop})

    def forks(self, laptop: str) -> list[Fork]:
        """The forks of a laptop that nobody has settled."""
        self._ledger.require_trainer()
        zone = self._ledger.now().tzinfo
        return [
            Fork(
                laptop,
                after,
                tuple(
                    Branch(
                        branch.hash,
                        branch.events,
                        datetime.fromtimestamp(branch.first / 1000, zone),
                        datetime.fromtimestamp(branch.last / 1000, zone),
                    )
                    for branch in branches
                ),
            )
            for after, branches in pooling.unsettled_forks(self._store, laptop)
        ]

    def settle_fork(self, fork: Fork, counted: Sequence[str]) -> None:
        """Say which of a laptop's histories count: one, several or none."""
        body = {"laptop": fork.laptop, "after": fork.after, "counted": list(counted)}
        self._door.authority.say("fork-settled", body)

    def _content(self) -> bytes:
        """What a new laptop needs before it can read any news, as one line of JSON."""
        keyring = self._door.keyring
        recovery = keyring.recovery
        invitation = uuid7(int(self._ledger.now().timestamp() * 1000), secrets.token_bytes(10))
        said = {
            "centre": self._door.centre,
            "invitation": invitation,
            "letters": self._next_letters(),
            "centre_keys": centre_keys(self._ledger),
            "slots": [slot.as_json() for slot in keyring.slots if slot.kind != "recovery"],
            "recovery": None if recovery is None else [recovery.box_hex, recovery.sign_hex],
        }
        return json.dumps(said, ensure_ascii=True).encode()

    def _next_letters(self) -> str:
        """Single letters are the first laptop's to give, so that no two give the same."""
        if vouching.letters(self._store, self._store.device) != FIRST_LAPTOP:
            return ""
        given = self._store.secret(_GIVEN) or ""
        taken = vouching.laptop_codes(self._store) | set(given)
        free = next((letter for letter in SINGLE_LETTERS if letter not in taken), "")
        self._store.keep_secret(_GIVEN, given + free)
        return free
