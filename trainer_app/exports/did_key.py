"""Ed25519 keys as names that carry the key itself: W3C `did:key`, in base58btc multibase."""

from __future__ import annotations

_LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_ED25519 = b"\xed\x01"
_PREFIX = "did:key:"
_LONGEST = 128


def did_of(public: bytes) -> str:
    """The name of a public key of 32 bytes."""
    return _PREFIX + multibase(_ED25519 + public)


def key_of(did: str) -> bytes:
    """The 32 bytes that a name carries. Raises ValueError where it is no Ed25519 `did:key`."""
    if not did.startswith(_PREFIX):
        raise ValueError("not a did:key")
    found = from_multibase(did[len(_PREFIX) :])
    if len(found) != 34 or not found.startswith(_ED25519):
        raise ValueError("not an Ed25519 key")
    return found[2:]


def multibase(value: bytes) -> str:
    """Bytes in base58btc, with the `z` that says so."""
    number, letters = int.from_bytes(value), ""
    while number:
        number, rest = divmod(number, 58)
        letters = _LETTERS[rest] + letters
    zeros = len(value) - len(value.lstrip(b"\0"))
    return "z" + _LETTERS[0] * zeros + letters


def from_multibase(text: str) -> bytes:
    """The bytes again. Raises ValueError for anything else, and for what is absurdly long."""
    if not text.startswith("z") or len(text) > _LONGEST:
        raise ValueError("not base58btc")
    number, letters = 0, text[1:]
    for letter in letters:
        number = number * 58 + _LETTERS.index(letter)
    zeros = len(letters) - len(letters.lstrip(_LETTERS[0]))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8)
