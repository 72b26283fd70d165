"""Key pairs: only the right half opens, only the right half signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.keys.keypair import PrivateKeys, PublicKeys, signed_by

SEEDS = st.binary(min_size=32, max_size=32)


@given(SEEDS, st.binary(max_size=200))
def test_what_is_sealed_to_the_public_half_opens_with_the_private(
    seed: bytes, secret: bytes
) -> None:
    keys = PrivateKeys(seed)
    sealed = keys.public.seal(secret)
    assert len(sealed) == len(secret) + 48
    assert PrivateKeys(keys.seed).open(sealed) == secret


@given(SEEDS, SEEDS)
def test_another_key_opens_nothing(seed: bytes, other: bytes) -> None:
    if seed == other:
        return
    sealed = PrivateKeys(seed).public.seal(b"answer")
    with pytest.raises(ValueError, match="not sealed"):
        PrivateKeys(other).open(sealed)


@given(st.data())
def test_a_changed_byte_is_never_opened(data: st.DataObject) -> None:
    keys = PrivateKeys(bytes(32))
    sealed = bytearray(keys.public.seal(b"answer"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 127))
    with pytest.raises(ValueError, match="not sealed"):
        keys.open(bytes(sealed))


@given(SEEDS, st.binary(max_size=100), st.binary(max_size=100))
def test_a_signature_holds_for_its_message_alone(seed: bytes, said: bytes, other: bytes) -> None:
    keys = PrivateKeys(seed)
    signature = keys.sign(said)
    assert keys.public.verify(said, signature)
    assert keys.public.verify(other, signature) == (said == other)


@given(st.binary(max_size=70), st.binary(max_size=40))
def test_malformed_signatures_and_keys_are_no(signature: bytes, public: bytes) -> None:
    assert not signed_by(public, b"said", signature)


def test_hex_and_back(trainer: PrivateKeys) -> None:
    public = trainer.public
    assert PublicKeys.from_hex(public.box_hex, public.sign_hex) == public
    with pytest.raises(ValueError):
        PublicKeys.from_hex(public.box_hex, "00")


def test_random_keys_differ_and_both_halves_differ() -> None:
    one, two = PrivateKeys.random(), PrivateKeys.random()
    assert one.public != two.public
    assert one.public.box != one.public.sign


def test_the_seed_does_not_show(trainer: PrivateKeys) -> None:
    assert trainer.seed.hex()[:8] not in repr(trainer)
    with pytest.raises(ValueError):
        PrivateKeys(b"short")
