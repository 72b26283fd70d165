"""What is in memory while a data folder is open, and who is inside."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field, replace
from pathlib import Path

from trainer_app.domain.errors import NotAllowed
from trainer_app.domain.tonight import Tonight
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.keyring import Keyring
from trainer_app.services.admitting import Authority
from trainer_app.services.ledger import Ledger
from trainer_app.services.renewing import renew
from trainer_app.store.engine import KEY_BYTES


@dataclass(slots=True)
class Shared:
    """Keys that trainers share by purpose and name, and words sealed to them by how they stand.

    To open a thousand answers takes a second; a report asks for all of them again and again.
    """

    keys: dict[tuple[str, str], PrivateKeys] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inside:
    """What is in memory while the store is open; `keys` only while a trainer is inside.

    `shared`: what only she and her colleagues can open, as far as she did.
    """

    ledger: Ledger
    keyring: Keyring
    data_key: bytes = field(repr=False)
    keys: PrivateKeys | None = field(repr=False)
    shared: Shared = field(default_factory=Shared, repr=False)


class OpenFolder:
    """One data folder, open or not.

    Two states once open: the learners' (store open, nobody's private keys in memory) and the
    trainer's.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._inside: Inside | None = None
        # Keys may be renewed in long work while somebody at the window locks.
        self._changing = threading.Lock()

    @property
    def ledger(self) -> Ledger:
        """The open store as services write to it; raises NotAllowed while locked."""
        return self._open.ledger

    @property
    def keyring(self) -> Keyring:
        """The open keyring; raises NotAllowed while locked."""
        return self._open.keyring

    @property
    def centre(self) -> str:
        """The centre's id; raises NotAllowed while locked."""
        return self.keyring.centre

    @property
    def keys(self) -> PrivateKeys:
        """The private keys of the trainer inside; raises NotAllowed in the learners' state."""
        if self._open.keys is None:
            raise NotAllowed()
        return self._open.keys

    @property
    def shared(self) -> Shared:
        """What trainers share, opened since this one came in; raises NotAllowed."""
        return self._open.shared if self.keys else Shared()

    @property
    def authority(self) -> Authority:
        """Signs as the trainer inside. Raises NotAllowed, NotForSubstitutes."""
        return Authority(self.ledger, self.centre, self.ledger.require_full_trainer(), self.keys)

    @property
    def is_open(self) -> bool:
        """Whether learners can work: the store is open."""
        return self._inside is not None

    @property
    def trainer_inside(self) -> bool:
        """Whether the trainer's screens may be shown."""
        return self._inside is not None and self._inside.ledger.trainer is not None

    @property
    def tonight(self) -> Tonight | None:
        """For how long this laptop is open, where a pass opened it and no passphrase."""
        return None if self._inside is None else self._inside.ledger.tonight

    def renew(self, keyring: Keyring) -> None:
        """Give the store a new data key, sealed to those in `keyring` (open, its slots as wanted).

        Raises InUse, DiskFull, ReadOnly; the old key stands then.
        """
        inside = self._open
        new_key = secrets.token_bytes(KEY_BYTES)
        renewed = keyring.renewed(new_key)

        def renewing() -> bytes:
            renew(self.folder, inside.data_key, new_key, renewed)
            return new_key

        inside.ledger.store.renew(renewing)
        inside.keyring.close()
        with self._changing:
            # In long work; whoever handed the laptop over or locked it meanwhile did so.
            if self._inside is None:
                renewed.close()
            else:
                self._inside = replace(self._inside, keyring=renewed, data_key=new_key)

    def leave_trainer(self) -> None:
        """Back to the learners' state: no trainer's private key stays in memory."""
        with self._changing:
            if self._inside is not None:
                self._inside.ledger.trainer = None
                self._inside.ledger.substitute = False
                self._inside = replace(self._inside, keys=None, shared=Shared())

    def close(self) -> None:
        """Close the store and forget its key; what was confirmed is on the disk."""
        self.leave_trainer()
        if self._inside is not None:
            self._inside.ledger.store.close()
            with self._changing:
                self._inside.keyring.close()
                self._inside = None

    @property
    def _open(self) -> Inside:
        if self._inside is None:
            raise NotAllowed()
        return self._inside
