"""A laptop belongs to the centre only as a trainer signed it."""

from __future__ import annotations

import pytest

from trainer_app.keys.certificate import certify, verify
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.laptop import LaptopKey, verify_head

CENTRE, LAPTOP, LETTERS = "centre-1", "laptop-1", "B"
KEY = bytes(range(32))


def test_what_the_trainer_signed_holds(trainer: PrivateKeys) -> None:
    signature = certify(trainer, CENTRE, LAPTOP, LETTERS, KEY)
    assert verify(trainer.public, signature, CENTRE, LAPTOP, LETTERS, KEY)


@pytest.mark.parametrize(
    "claim",
    [
        ("centre-2", LAPTOP, LETTERS, KEY),
        (CENTRE, "laptop-2", LETTERS, KEY),
        (CENTRE, LAPTOP, "C", KEY),
        (CENTRE, LAPTOP, LETTERS, bytes(32)),
        (CENTRE + LAPTOP, "", LETTERS, KEY),
    ],
)
def test_nothing_else_holds(trainer: PrivateKeys, claim: tuple[str, str, str, bytes]) -> None:
    signature = certify(trainer, CENTRE, LAPTOP, LETTERS, KEY)
    assert not verify(trainer.public, signature, *claim)


def test_another_trainer_or_a_malformed_signature_does_not_admit(trainer: PrivateKeys) -> None:
    signature = certify(PrivateKeys.random(), CENTRE, LAPTOP, LETTERS, KEY)
    for wrong in (signature, "", "zz", "00" * 64, "é"):
        assert not verify(trainer.public, wrong, CENTRE, LAPTOP, LETTERS, KEY)


def test_a_laptop_cannot_admit_itself(trainer: PrivateKeys) -> None:
    laptop = LaptopKey(KEY)
    signature = laptop.sign_head(LAPTOP, 1, "ab")
    assert not verify(trainer.public, signature, CENTRE, LAPTOP, LETTERS, laptop.public)


def test_an_admission_is_no_head_of_a_chain(trainer: PrivateKeys) -> None:
    signature = certify(trainer, CENTRE, LAPTOP, LETTERS, KEY)
    assert not verify_head(trainer.public.sign, LAPTOP, 1, "ab", signature)
