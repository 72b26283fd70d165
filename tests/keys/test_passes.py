"""Passes for an evening: what opens which laptop, and everything that does not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.errors import (
    EveningOver,
    MalformedPass,
    NewerSchema,
    PassForAnother,
    TrainerError,
    WrongClock,
    WrongPass,
)
from trainer_app.domain.events import canonical
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.passes import (
    MOST_BYTES,
    MOST_FILE_BYTES,
    Pass,
    file_of,
    lodged_text,
    mark_of,
    opened,
    read_file,
    read_lodged,
    read_pass,
)
from trainer_app.keys.room_key import FILE, RoomKey
from trainer_app.keys.wrapping import Cost

NOW = datetime(2026, 11, 24, 19, 0, tzinfo=timezone(timedelta(hours=1)))
DATA_KEY = bytes(range(100, 132))
TRAINER, SUBSTITUTE = PrivateKeys(b"t" * 32), PrivateKeys(b"s" * 32)
ROOM = RoomKey("laptop-b", PrivateKeys(b"r" * 32))
HOUR = 3600


def keyring(data_key: bytes = DATA_KEY, *, centre: str = "centre-1") -> Keyring:
    cost = Cost(memory=8, time=1, parallelism=1)
    made = Keyring.create(centre, data_key)
    made.add_trainer("kite", TRAINER, "a", id="sanne", cost=cost)
    made.add_trainer("leaf", SUBSTITUTE, "b", id="omar", until="2026-11-24", cost=cost)
    made.close()
    return made


def a_pass(**changes: object) -> Pass:
    """A good one; what is changed is changed before it is signed."""
    made = int(NOW.timestamp())
    one = Pass(
        centre=mark_of("centre-1"),
        laptop=ROOM.laptop,
        session="session-1",
        made=made,
        until=made + 3 * HOUR,
        by="sanne",
        sealed=ROOM.keys.public.seal(DATA_KEY),
    )
    return replace(one, **changes).signed(TRAINER)  # type: ignore[arg-type]


def test_a_pass_opens_its_laptop_in_its_evening() -> None:
    ring = keyring()
    assert opened(a_pass(), ROOM, ring, NOW + timedelta(hours=1)) == DATA_KEY
    assert ring.is_open


def test_it_travels_as_it_is() -> None:
    one, other = a_pass(), a_pass(laptop="laptop-c", session=None)
    assert read_pass(one.as_bytes()) == one
    assert read_file(file_of([one, other])) == (one, other)
    assert read_lodged(lodged_text(keyring().slots)).keys() == {"sanne", "omar"}


def test_it_says_nothing_that_can_be_read() -> None:
    data = file_of([a_pass()])
    for secret in (b"centre-1", DATA_KEY.hex().encode(), b"kite"):
        assert secret not in data


@pytest.mark.parametrize(
    ("hours", "error"),
    [(3, EveningOver), (30, EveningOver), (-1, None), (-2.5, WrongClock), (-24 * 365, WrongClock)],
)
def test_it_is_good_for_its_evening_only(hours: float, error: type[TrainerError] | None) -> None:
    now, ring = NOW + timedelta(hours=hours), keyring()
    if error is None:
        assert opened(a_pass(), ROOM, ring, now)
    else:
        with pytest.raises(error):
            opened(a_pass(), ROOM, ring, now)
        assert not ring.is_open


def test_no_pass_is_good_for_a_week_whatever_it_says() -> None:
    until = int(NOW.timestamp()) + 7 * 24 * HOUR
    with pytest.raises(EveningOver):
        opened(a_pass(until=until), ROOM, keyring(), NOW + timedelta(days=2))


def test_it_opens_no_other_laptop_and_no_other_centre() -> None:
    with pytest.raises(PassForAnother):
        opened(a_pass(), RoomKey("laptop-c", ROOM.keys), keyring(), NOW)
    with pytest.raises(PassForAnother):
        opened(a_pass(), ROOM, keyring(centre="centre-2"), NOW)


def test_a_laptop_with_a_newer_room_key_is_not_opened_again() -> None:
    with pytest.raises(WrongPass) as told:
        opened(a_pass(), RoomKey.random(ROOM.laptop), keyring(), NOW)
    assert told.value.facts == {"reason": "used"}


def test_a_laptop_with_a_newer_data_key_is_not_opened() -> None:
    with pytest.raises(WrongPass) as told:
        opened(a_pass(), ROOM, keyring(bytes(32)), NOW)
    assert told.value.facts == {"reason": "renewed"}


def test_a_laptop_that_is_getting_new_keys_waits_for_a_trainer() -> None:
    ring = Keyring.create("centre-1", DATA_KEY)
    ring.add_trainer("kite", TRAINER, "a", id="sanne", cost=Cost(memory=8, time=1, parallelism=1))
    with pytest.raises(WrongPass) as told:
        opened(a_pass(), ROOM, ring.renewed(bytes(32)), NOW)
    assert told.value.facts == {"reason": "busy"}


def test_only_a_trainer_of_the_laptop_makes_one() -> None:
    stranger = replace(a_pass(), by="sanne").signed(PrivateKeys.random())
    with pytest.raises(WrongPass) as told:
        opened(stranger, ROOM, keyring(), NOW)
    assert told.value.facts == {"reason": "forged"}
    with pytest.raises(WrongPass) as told:
        opened(a_pass(by="nobody"), ROOM, keyring(), NOW)
    assert told.value.facts == {"reason": "renewed"}


def test_a_substitute_makes_one_until_her_last_day() -> None:
    hers = replace(a_pass(), by="omar").signed(SUBSTITUTE)
    assert opened(hers, ROOM, keyring(), NOW)
    late = replace(hers, until=hers.until + 20 * HOUR).signed(SUBSTITUTE)
    with pytest.raises(WrongPass):
        opened(late, ROOM, keyring(), NOW + timedelta(hours=6))


@pytest.mark.parametrize(
    "change", [{"until": 4_000_000_000}, {"made": 1}, {"session": None}, {"laptop": "laptop-c"}]
)
def test_who_changes_a_pass_has_no_pass(change: dict[str, object]) -> None:
    changed = replace(a_pass(), **change)  # type: ignore[arg-type]
    room = RoomKey(changed.laptop, ROOM.keys)
    with pytest.raises((WrongPass, EveningOver)):
        opened(changed, room, keyring(), NOW + timedelta(hours=4 if "until" in change else 1))


def test_slots_that_were_put_in_beside_are_found_out() -> None:
    """Who reaches the keyring's file cannot make herself a trainer whose passes are good."""
    thief = PrivateKeys.random()
    ring = keyring()
    ring.slots = tuple(replace(slot, public=thief.public) for slot in ring.slots)
    with pytest.raises(WrongPass):
        opened(replace(a_pass(), by="sanne").signed(thief), ROOM, ring, NOW)


GARBAGE = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(["format", "passes", "made", "until", "x"]), inner)
        ),
        max_leaves=12,
    ).map(lambda value: json.dumps(value).encode()),
)


@given(GARBAGE)
def test_whatever_lies_on_a_stick_is_refused_calmly(data: bytes) -> None:
    for read in (read_file, read_pass):
        with pytest.raises((MalformedPass, NewerSchema)):
            read(data)


FIELDS = st.sampled_from(sorted(a_pass().as_json()))
VALUES = st.one_of(
    st.none(), st.booleans(), st.floats(), st.integers(), st.text(max_size=90),
    st.lists(st.integers(), max_size=2), st.binary(max_size=300).map(bytes.hex),
)  # fmt: skip


@given(FIELDS, VALUES)
def test_a_pass_with_one_field_changed_never_opens(field: str, value: object) -> None:
    good = a_pass().as_json()
    if value == good[field] and type(value) is type(good[field]):
        return
    try:
        one = read_pass(json.dumps({**good, field: value}).encode("utf-8", "surrogatepass"))
        opened(one, ROOM, keyring(), NOW)
    except TrainerError:
        return
    # Hex may be written in capitals and with spaces; nothing else reads as the same pass.
    assert one == read_pass(canonical(good))


def test_a_file_that_is_too_large_or_too_new_is_not_read() -> None:
    with pytest.raises(MalformedPass):
        read_file(file_of([a_pass()]) + b" " * MOST_FILE_BYTES)
    with pytest.raises(MalformedPass):
        read_pass(a_pass().as_bytes() + b" " * MOST_BYTES)
    with pytest.raises(MalformedPass):
        read_file(file_of([a_pass()] * 501))
    with pytest.raises(MalformedPass):
        read_file(b"[" * 100_000)
    with pytest.raises(NewerSchema):
        read_file(b'{"format": 2, "passes": []}')
    for lodged in (b"[]", b'{"a": 1}', b'{"a": "zz"}', b'{"a": "' + b"0" * 600 + b'"}'):
        with pytest.raises(MalformedPass):
            read_lodged(lodged)


def test_a_room_key_lies_beside_the_keyring(tmp_path: Path) -> None:
    assert RoomKey.load(tmp_path) is None
    ROOM.save(tmp_path)
    found = RoomKey.load(tmp_path)
    assert found is not None
    assert (found.laptop, found.keys.seed) == (ROOM.laptop, ROOM.keys.seed)
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0
    for damaged in (b"", b"{}", b'{"version": 2}', b"[]", (tmp_path / FILE).read_bytes()[:-9]):
        (tmp_path / FILE).write_bytes(damaged)
        assert RoomKey.load(tmp_path) is None
