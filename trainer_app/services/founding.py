"""A new centre: its first trainer, its first laptop, and the code for when all is forgotten."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer_app.domain.errors import EmptyField
from trainer_app.domain.ids import uuid7
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.recovery import new_code
from trainer_app.services import beginning
from trainer_app.services.admitting import say_trainer, settle_in
from trainer_app.services.ledger import Ledger
from trainer_app.services.lodging import lodge
from trainer_app.store.engine import KEY_BYTES

if TYPE_CHECKING:
    from trainer_app.services.door import Door


@dataclass(frozen=True, slots=True)
class Founded:
    """A new centre, and the code that opens it when every passphrase is forgotten."""

    ledger: Ledger
    recovery_code: str


def found(
    door: Door, centre_name: str, trainer_name: str, picture: str, passphrase: str
) -> Founded:
    """Make a centre behind a door, with its first trainer inside.

    Raises EmptyField, CentreExists, ReadOnly, DiskFull.
    """
    for field_name, text in (("centre", centre_name), ("trainer", trainer_name)):
        if not text.strip():
            raise EmptyField(field=field_name)
    door.check_empty()
    data_key, code = secrets.token_bytes(KEY_BYTES), new_code(secrets.token_bytes(32))
    trainer = PrivateKeys.random()
    beginning.begin(door.folder)
    keyring = Keyring.create(secrets.token_hex(16), data_key)
    trainer_id = uuid7(int(door.now().timestamp() * 1000), secrets.token_bytes(10))
    keyring.add_trainer(picture, trainer, passphrase, id=trainer_id, cost=door.cost)
    keyring.add_recovery(code)
    ledger = door.make(keyring, data_key, trainer_id, trainer)
    say_trainer(keyring, door.authority, trainer_id, trainer_name.strip())
    ledger.write(ledger.edit("centre-named", {"name": centre_name.strip()}))
    settle_in(ledger, keyring, door.authority, trainer_id)
    lodge(ledger, keyring, door.folder)
    beginning.finish(door.folder)
    return Founded(ledger, code)
