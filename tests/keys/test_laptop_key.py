"""The head of a laptop's chain: signed by it alone, for one place in the chain alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.keys.laptop import LaptopKey, verify_head

HASHES = st.binary(min_size=32, max_size=32).map(bytes.hex)


@given(st.uuids().map(str), st.integers(1, 2**40), HASHES)
def test_a_signed_head_verifies(device: str, seq: int, head: str) -> None:
    key = LaptopKey.random()
    signature = key.sign_head(device, seq, head)
    assert verify_head(key.public, device, seq, head, signature)
    assert LaptopKey(key.seed).sign_head(device, seq, head) == signature


@given(st.integers(1, 1000), st.integers(1, 1000), HASHES, HASHES)
def test_no_other_head_does(seq: int, other_seq: int, head: str, other: str) -> None:
    key = LaptopKey(bytes(32))
    signature = key.sign_head("laptop", seq, head)
    same = (seq, head) == (other_seq, other)
    assert verify_head(key.public, "laptop", other_seq, other, signature) == same
    assert not verify_head(key.public, "another", seq, head, signature)
    assert not verify_head(LaptopKey(b"1" * 32).public, "laptop", seq, head, signature)


@given(st.text(max_size=140))
def test_malformed_signatures_are_no(signature: str) -> None:
    assert not verify_head(LaptopKey(bytes(32)).public, "laptop", 1, "00", signature)


def test_the_seed_does_not_show() -> None:
    key = LaptopKey(b"\xab" * 32)
    assert "abababab" not in repr(key)
