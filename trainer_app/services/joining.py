"""A second laptop becomes part of a centre: with an invitation, its code and a passphrase."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from trainer_app.domain.errors import UnreadableFile, UnreadableInvitation
from trainer_app.keys.invitation import MOST_BYTES, Invitation, OpenedInvitation
from trainer_app.keys.keypair import PrivateKeys, PublicKeys
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.keyring_file import FILES as KEYRING_FILES
from trainer_app.keys.room_key import FILE as ROOM_KEY_FILE
from trainer_app.keys.slots import Slot
from trainer_app.keys.wrapping import STANDARD, Cost
from trainer_app.services import beginning
from trainer_app.services.admitting import admit_this
from trainer_app.services.door import Door
from trainer_app.services.merging import Merging
from trainer_app.store.engine import KEY_BYTES, known_trouble, put_in_place
from trainer_app.store.home import home_of
from trainer_app.store.store import FILE

_NEWS, _UNDER_WAY = "news.new", "joining.new"


class Joining:
    """One laptop on its way into a centre: open the invitation, then join as a trainer."""

    def __init__(self, folder: Path, now: Callable[[], datetime], cost: Cost = STANDARD) -> None:
        self._final = Door(folder, now, cost)
        # Until all of it is there nothing in the folder looks like a centre.
        self._door = Door(folder / _UNDER_WAY, now, cost)
        self._opened: OpenedInvitation | None = None
        self._file = ""

    def open(self, file: Path, code: str) -> list[tuple[str, str]]:
        """Open an invitation; returns who may go on: slot id and picture.

        Raises UnreadableFile, UnreadableInvitation, WrongInvitationCode, NewerSchema, and
        CentreExists or ReadOnly where no centre can be made here.
        """
        self._final.check_empty()
        self._file = file.name
        try:
            with file.open("rb") as handle:
                data = handle.read(MOST_BYTES + 1)
        except OSError:
            raise UnreadableFile(file=file.name) from None
        self._opened = Invitation.read(data, file.name).open(code)
        return [(slot.id, slot.picture or "") for slot in self._opened.slots]

    def join(self, slot_id: str, passphrase: str) -> Door:
        """Make this laptop part of the centre, with all that the inviting one knew; returns its
        open door.

        Raises WrongPassphrase, UnknownThing, UnreadableInvitation, DiskFull, ReadOnly.
        """
        assert self._opened is not None
        keys, content = self._opened.unlock(slot_id, passphrase)
        line, _, news = content.partition(b"\n")
        try:
            said = json.loads(line)
            keyring, data_key = _keyring_of(said)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise UnreadableInvitation(file=self._file) from None
        with known_trouble(self._door.folder):
            shutil.rmtree(self._door.folder, ignore_errors=True)
            self._door.folder.mkdir(parents=True)
        try:
            self._begin(keyring, data_key, slot_id, keys, said, news)
            self._move_in()
        finally:
            self._door.lock()
            shutil.rmtree(self._door.folder, ignore_errors=True)
        self._final.unlock(slot_id, passphrase)
        return self._final

    def _begin(
        self,
        keyring: Keyring,
        data_key: bytes,
        slot_id: str,
        keys: PrivateKeys,
        said: dict[str, Any],
        news: bytes,
    ) -> None:
        ledger = self._door.make(keyring, data_key, slot_id, keys)
        store = ledger.store
        store.keep_secret("centre-keys", json.dumps(said["centre_keys"]))
        store.keep_secret("letters", str(said["letters"]))
        file = self._door.folder / _NEWS
        try:
            # The news are sealed; nothing readable is written here.
            file.write_bytes(news)
            merged = Merging(self._door).merge([file])
        finally:
            file.unlink(missing_ok=True)
        for refusal in merged.refused:
            raise refusal.error
        admit_this(ledger, self._door.authority, invitation=str(said["invitation"]))

    def _move_in(self) -> None:
        """Give the finished files their names, the store last: with it the centre is there."""
        store, file = self._door.ledger.store, self._final.folder / FILE
        store.keep_secret("home", home_of(file, store.file))
        # Closing keeps trouble with the disk to itself; the file is moved without its log.
        store.fold_in()
        self._door.lock()
        beginning.begin(self._final.folder)
        with known_trouble(file):
            names = [*KEYRING_FILES, ROOM_KEY_FILE]
            for name in filter(lambda name: (self._door.folder / name).exists(), names):
                (self._door.folder / name).replace(self._final.folder / name)
        put_in_place(self._door.folder / FILE, file)
        beginning.finish(self._final.folder)


def _keyring_of(said: dict[str, Any]) -> tuple[Keyring, bytes]:
    """This laptop's own keyring: a data key of its own, sealed to each of the centre's trainers."""
    data_key = secrets.token_bytes(KEY_BYTES)
    keyring = Keyring.create(said["centre"], data_key)
    for value in said["slots"]:
        slot = Slot.from_json(value)
        assert slot.wrapped is not None
        keyring.put_trainer(
            slot.id, slot.picture or "", slot.public, slot.wrapped, until=slot.until
        )
    if said["recovery"] is not None:
        keyring.put_recovery(PublicKeys.from_hex(*said["recovery"]))
    return keyring, data_key
