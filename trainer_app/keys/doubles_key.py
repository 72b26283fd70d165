"""The key that centres share to count people once: one centre makes it, the others type it.

Written as the recovery code is, but longer: 130 random bits as 26 signs, and two check signs.
"""

from __future__ import annotations

from trainer_app.domain.errors import WrongDoublesKey, WrongRecoveryCode
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.recovery import grown, new_code

BITS = 130
RANDOM_BYTES = 17
"""What `new_doubles_code` takes."""
_PURPOSE = b"trainer-app dbl"


def new_doubles_code(randomness: bytes) -> str:
    """Make a key to write down: seven groups of four signs. `randomness`: RANDOM_BYTES bytes."""
    return new_code(randomness, BITS)


def doubles_key(code: str) -> PrivateKeys:
    """The key that somebody typed; its `seed` is what prints are made with.

    Raises WrongDoublesKey. A recovery code is none: it is shorter.
    """
    try:
        return PrivateKeys(grown(code, _PURPOSE, BITS))
    except WrongRecoveryCode:
        raise WrongDoublesKey from None
