"""The recovery code: written on paper, it opens a laptop whose trainers forgot every passphrase.

110 random bits as 22 signs of Crockford's base 32, then two check signs of a Reed–Solomon code
over the field of 32 elements: any one or two wrong signs, and any two swapped, are found.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

from trainer_app.domain.errors import WrongRecoveryCode
from trainer_app.keys.keypair import PrivateKeys

RANDOM_BITS = 110
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUP = 4
_MISREAD = str.maketrans("OIL", "011")
_FIELD = 0b100101  # x^5 + x^2 + 1, primitive over two elements
_PURPOSE = b"trainer-app code"


def new_code(randomness: bytes, bits: int = RANDOM_BITS) -> str:
    """Make a code to write down: six groups of four signs. `randomness`: at least 14 bytes.

    `bits`: another length, a multiple of five up to 145, beyond which the check finds less.
    """
    if len(randomness) * 8 < bits:
        raise ValueError(f"this code needs {-(-bits // 8)} random bytes")
    number = int.from_bytes(randomness, "big") % (1 << bits)
    data = [number >> 5 * place & 31 for place in reversed(range(bits // 5))]
    text = "".join(_SIGNS[value] for value in (*data, *_remainder((*data, 0, 0))))
    return "-".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))


def keys_of(code: str) -> PrivateKeys:
    """Grow the keys of a code as somebody typed it. Raises WrongRecoveryCode.

    Case, spaces, dashes and the digits of other scripts do not matter; O reads as 0, I and L as 1.
    The bits are random, so no slow hash is needed before them.
    """
    return PrivateKeys(grown(code, _PURPOSE))


def grown(code: str, purpose: bytes, bits: int = RANDOM_BITS) -> bytes:
    """Grow 32 secret bytes from a code as somebody typed it. Raises WrongRecoveryCode.

    Another `purpose` (at most 16 bytes) makes of the same code bytes that tell nothing of these.
    """
    plain = "".join(_SIGNS[value] for value in _read(code, bits // 5)).encode()
    return hashlib.blake2b(plain, person=purpose, digest_size=32).digest()


def _read(code: str, data: int) -> list[int]:
    marks = ("P", "Z", "S", "C")  # punctuation, separators, symbols, invisible direction marks
    upper = unicodedata.normalize("NFKC", code).upper().translate(_MISREAD)
    kept = [sign for sign in upper if not unicodedata.category(sign).startswith(marks)]
    try:
        values = [_SIGNS.index(str(unicodedata.decimal(sign, sign))) for sign in kept]
    except ValueError:
        raise WrongRecoveryCode from None
    if len(values) != data + 2 or _remainder(values) != (0, 0):
        raise WrongRecoveryCode
    return values


def _remainder(values: Iterable[int]) -> tuple[int, int]:
    """The remainder on division by (x - 1)(x - 2) = x² + 3x + 2, where 2 generates the field."""
    high, low = 0, 0
    for value in values:
        high, low = low ^ _doubled(high) ^ high, value ^ _doubled(high)
    return high, low


def _doubled(value: int) -> int:
    shifted = value << 1
    return shifted ^ _FIELD if shifted > 31 else shifted
