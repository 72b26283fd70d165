"""Wrapping: only the passphrase opens, however a keyboard wrote it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.errors import EmptyField, WrongPassphrase
from trainer_app.keys.wrapping import STANDARD, Cost, unwrap, wrap

CHEAP = Cost(memory=8, time=1, parallelism=1)
TYPED = st.text(st.characters(), min_size=1).filter(
    lambda text: bool(unicodedata.normalize("NFKC", text).strip())
)


@given(TYPED, st.binary(max_size=64))
def test_a_passphrase_opens_what_it_closed(passphrase: str, secret: bytes) -> None:
    wrapped = wrap(passphrase, secret, CHEAP)
    assert unwrap(passphrase, wrapped) == secret
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert unwrap(f"  {unicodedata.normalize(form, passphrase)}\n", wrapped) == secret


@given(TYPED, TYPED)
def test_another_passphrase_opens_nothing(passphrase: str, other: str) -> None:
    same = [unicodedata.normalize("NFKC", text).strip() for text in (passphrase, other)]
    if same[0] == same[1]:
        return
    with pytest.raises(WrongPassphrase):
        unwrap(other, wrap(passphrase, b"secret", CHEAP))


@given(st.data())
def test_changed_bytes_open_nothing(data: st.DataObject) -> None:
    wrapped = wrap("purple cactus", b"secret", CHEAP)
    part = data.draw(st.sampled_from(["salt", "closed"]))
    changed = bytearray(getattr(wrapped, part))
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(WrongPassphrase):
        unwrap("purple cactus", replace(wrapped, **{part: bytes(changed)}))


def test_closed_bytes_cut_short_open_nothing() -> None:
    wrapped = wrap("purple cactus", b"secret", CHEAP)
    for length in range(len(wrapped.closed)):
        with pytest.raises(WrongPassphrase):
            unwrap("purple cactus", replace(wrapped, closed=wrapped.closed[:length]))


@pytest.mark.parametrize("nothing", ["", "   ", "\u00a0\u2003\t"])
def test_nothing_typed_closes_nothing(nothing: str) -> None:
    with pytest.raises(EmptyField):
        wrap(nothing, b"secret", CHEAP)
    with pytest.raises(WrongPassphrase):
        unwrap(nothing, wrap("purple cactus", b"secret", CHEAP))


def test_each_wrap_has_its_own_salt_and_keeps_its_cost() -> None:
    one, two = (wrap("purple cactus", b"secret", CHEAP) for _ in range(2))
    assert one.salt != two.salt
    assert one.closed != two.closed
    assert one.cost == CHEAP


def test_the_standard_cost_is_one_that_guessing_feels() -> None:
    assert (STANDARD.memory, STANDARD.time) == (65_536, 3)
    assert unwrap("purple cactus", wrap("purple cactus", b"secret")) == b"secret"


@pytest.mark.parametrize(
    ("memory", "time", "parallelism"),
    [(4_000_000_000, 3, 1), (65_536, 10_000, 1), (65_536, 3, 99), (7, 1, 1), (8, 0, 1), (8, 1, 0)],
)
def test_a_cost_no_laptop_can_pay_is_refused(memory: int, time: int, parallelism: int) -> None:
    with pytest.raises(ValueError):
        Cost(memory, time, parallelism)
