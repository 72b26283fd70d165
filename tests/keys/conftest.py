"""What the tests of keys share: a cost that a test can pay, and one fixed pair of keys."""

from __future__ import annotations

import pytest

from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.wrapping import Cost


@pytest.fixture(scope="session")
def cheap() -> Cost:
    """The least that Argon2 does."""
    return Cost(memory=8, time=1, parallelism=1)


@pytest.fixture(scope="session")
def trainer() -> PrivateKeys:
    """A trainer's keys from a fixed seed."""
    return PrivateKeys(bytes(range(32)))
