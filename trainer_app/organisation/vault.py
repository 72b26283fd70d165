"""What an organisation keeps of its centres: an encrypted store each, and whom it trusts."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from nacl.exceptions import CryptoError
from nacl.secret import Aead
from nacl.utils import random as random_bytes

from trainer_app.domain.errors import StoreDamaged, WrongPassphrase
from trainer_app.domain.events import canonical
from trainer_app.keys.durable import write_whole
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.rooting import Root
from trainer_app.services.ledger import Ledger
from trainer_app.store.store import FILE, Store

KEY_FILE, KNOWN_FILE, STORES = "dataset.key", "centres.closed", "stores"
_SECRET_BYTES = 32
_PLAIN = re.compile(r"[0-9a-f]{8,64}")


@dataclass
class Known:
    """What is known of one centre.

    `files`: fingerprints of the bundles that were taken in. `written`: what each part of the
    dataset was made of. `state`: of what the parts were made when they were last written;
    `head`: of the centre's log then.
    """

    root: Root
    since: str
    name: str = ""
    files: list[str] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    state: str = ""
    head: str = ""


class Vault:
    """The closed part of a dataset's folder. Raises WrongPassphrase where it is of another key."""

    def __init__(
        self, folder: Path, organisation: PrivateKeys, now: Callable[[], datetime]
    ) -> None:
        self._folder, self._now = folder, now
        secret = _secret(folder, organisation)
        self._data_key, self._names_key = secret[:_SECRET_BYTES], secret[_SECRET_BYTES:]
        self.known = self._read()

    def store(self, centre: str) -> Store:
        """A centre's store, made where there is none yet; the caller closes it.

        Raises what Store.open and Store.create raise.
        """
        assert is_plain(centre)
        folder = self._folder / STORES / centre
        folder.mkdir(parents=True, exist_ok=True)
        key = hashlib.blake2b(centre.encode(), key=self._data_key, digest_size=32).digest()
        if (folder / FILE).exists():
            return Store.open(folder, key, self._now)
        return Store.create(folder, key, self._now)

    def ledger(self, store: Store) -> Ledger:
        """A centre's store as the services read it."""
        ledger = Ledger(store, self._now)
        ledger.trainer = "organisation"
        return ledger

    def pseudonym(self, centre: str, person: str) -> str:
        """What stands for a person: it says nothing to who has not this dataset's secret."""
        said = f"{centre}|{person}".encode()
        return hmac.new(self._names_key, said, hashlib.sha256).hexdigest()[:32]

    def keep(self) -> None:
        """Write down what is known. Raises DiskFull, ReadOnly, DiskFails."""
        plain = canonical({centre: asdict(one) for centre, one in sorted(self.known.items())})
        closed = bytes(Aead(self._data_key).encrypt(plain, KNOWN_FILE.encode()))
        write_whole(self._folder / KNOWN_FILE, closed)

    def _read(self) -> dict[str, Known]:
        file = self._folder / KNOWN_FILE
        if not file.exists():
            return {}
        try:
            plain = Aead(self._data_key).decrypt(file.read_bytes(), KNOWN_FILE.encode())
        except (CryptoError, ValueError):
            raise StoreDamaged(file=KNOWN_FILE) from None
        return {centre: _known(one) for centre, one in json.loads(plain).items()}


def is_plain(centre: str) -> bool:
    """Whether this can be a centre's id, which folders are called by."""
    return bool(_PLAIN.fullmatch(centre))


def _known(one: dict[str, Any]) -> Known:
    return Known(**{**one, "root": Root(**one["root"])})


def _secret(folder: Path, organisation: PrivateKeys) -> bytes:
    """The dataset's own secret, sealed to the organisation's key; made where there is none."""
    file = folder / KEY_FILE
    if not file.exists():
        made = random_bytes(2 * _SECRET_BYTES)
        write_whole(file, organisation.public.seal(made))
        return made
    try:
        secret = organisation.open(file.read_bytes())
    except ValueError:
        raise WrongPassphrase() from None
    if len(secret) != 2 * _SECRET_BYTES:
        raise StoreDamaged(file=KEY_FILE)
    return secret
