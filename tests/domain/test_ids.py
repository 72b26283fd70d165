"""Ids: UUID version 7 that sort by time."""

from __future__ import annotations

import uuid

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.ids import uuid7

moments = st.integers(0, 2**48 - 1)
chance = st.binary(min_size=10, max_size=10)


@given(moments, chance)
def test_an_id_is_a_uuid_of_version_7_that_tells_its_time(moment: int, randomness: bytes) -> None:
    made = uuid.UUID(uuid7(moment, randomness))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == moment


@given(moments, moments, chance, chance)
def test_ids_sort_as_text_by_the_time_they_were_made(
    one: int, other: int, first: bytes, second: bytes
) -> None:
    earlier, later = sorted((one, other))
    if earlier < later:
        assert uuid7(earlier, first) < uuid7(later, second)


def test_74_bits_of_chance_are_kept() -> None:
    base = uuid7(1, bytes(10))
    changed = {uuid7(1, (1 << bit).to_bytes(10, "big")) for bit in range(80)}
    assert len(changed - {base}) == 74


def test_the_example_of_the_standard() -> None:
    # RFC 9562, appendix A.6: rand_a CC3, rand_b 18C4DC0C0C07398F without its variant bits.
    randomness = bytes.fromhex("0cc3" + "18c4dc0c0c07398f")
    assert uuid7(0x017F22E279B0, randomness) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"
