"""The keyring: who opens it, what it never holds, and what damage does to it."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer_app.domain.errors import (
    EmptyField,
    KeyringDamaged,
    NewerSchema,
    NotAllowed,
    UnknownThing,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trainer_app.domain.events import canonical
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.recovery import keys_of, new_code
from trainer_app.keys.wrapping import Cost

CHEAP = Cost(memory=8, time=1, parallelism=1)
DATA_KEY = bytes(range(100, 132))
CODE = new_code(b"fourteen bytes")
PASSPHRASES = {"amina": "purple cactus window", "boris": "синий поезд ест яблоко"}
KEYS = {name: PrivateKeys(name.encode().ljust(32, b".")) for name in PASSPHRASES}
MAIN, COPY = "keyring.json", "keyring-copy.json"


def filled() -> Keyring:
    keyring = Keyring.create("centre-1", DATA_KEY)
    for picture, name in (("boat", "amina"), ("tree", "boris")):
        keyring.add_trainer(picture, KEYS[name], PASSPHRASES[name], id=name, cost=CHEAP)
    keyring.add_recovery(CODE)
    return keyring


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    filled().save(tmp_path)
    return tmp_path


def rewrite(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change a file as somebody would who knows how its sum is made."""
    envelope = json.loads(path.read_bytes())
    change(envelope)
    said = {"version": envelope["version"], "keyring": envelope["keyring"]}
    envelope["sha256"] = hashlib.sha256(canonical(said)).hexdigest()
    path.write_bytes(canonical(envelope))


def rewrite_both(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    for name in (MAIN, COPY):
        rewrite(folder / name, change)


# Opening


@pytest.mark.parametrize("name", ["amina", "boris"])
def test_each_trainer_opens_it_with_their_own_passphrase(folder: Path, name: str) -> None:
    keyring = Keyring.load(folder)
    unlocked = keyring.unlock(name, PASSPHRASES[name])
    assert unlocked.trainer == name
    assert unlocked.data_key == DATA_KEY
    assert unlocked.private_keys.public == KEYS[name].public
    assert keyring.centre == "centre-1"


def test_slots_show_pictures_in_the_order_added(folder: Path) -> None:
    assert [slot.picture for slot in Keyring.load(folder).trainers] == ["boat", "tree"]


def test_another_trainers_passphrase_does_not_open(folder: Path) -> None:
    with pytest.raises(WrongPassphrase):
        Keyring.load(folder).unlock("amina", PASSPHRASES["boris"])


@pytest.mark.parametrize("slot_id", ["nobody", "recovery", ""])
def test_only_a_trainers_slot_takes_a_passphrase(folder: Path, slot_id: str) -> None:
    with pytest.raises(UnknownThing):
        Keyring.load(folder).unlock(slot_id, "purple cactus window")


def test_the_code_opens_it_and_says_no_trainer(folder: Path) -> None:
    unlocked = Keyring.load(folder).recover(CODE.lower().replace("-", " "))
    assert unlocked.trainer is None
    assert unlocked.data_key == DATA_KEY


def test_a_sound_code_of_another_centre_does_not_open(folder: Path) -> None:
    with pytest.raises(WrongRecoveryCode):
        Keyring.load(folder).recover(new_code(b"another's code"))


def test_what_was_unlocked_does_not_show_its_keys() -> None:
    shown = repr(filled().unlock("amina", PASSPHRASES["amina"]))
    assert "amina" in shown
    assert "data_key" not in shown
    assert "private_keys" not in shown


# Changing


def test_a_trainer_who_forgot_comes_back_by_the_code(folder: Path) -> None:
    keyring = Keyring.load(folder)
    keyring.recover(CODE)
    fresh = PrivateKeys.random()
    keyring.add_trainer("kite", fresh, "seven quiet green lamps", id="amina", cost=CHEAP)
    keyring.save(folder)
    again = Keyring.load(folder)
    unlocked = again.unlock("amina", "seven quiet green lamps")
    assert (unlocked.data_key, unlocked.private_keys.public) == (DATA_KEY, fresh.public)
    assert sorted(slot.picture or "" for slot in again.trainers) == ["kite", "tree"]
    with pytest.raises(WrongPassphrase):
        again.unlock("amina", PASSPHRASES["amina"])
    assert again.unlock("boris", PASSPHRASES["boris"]).data_key == DATA_KEY


def test_a_changed_passphrase_replaces_the_old_and_keeps_the_keys(folder: Path) -> None:
    keyring = Keyring.load(folder)
    keyring.change_passphrase("amina", PASSPHRASES["amina"], "nine slow blue boats", cost=CHEAP)
    keyring.save(folder)
    again = Keyring.load(folder)
    unlocked = again.unlock("amina", "nine slow blue boats")
    assert unlocked.private_keys.public == KEYS["amina"].public
    with pytest.raises(WrongPassphrase):
        again.unlock("amina", PASSPHRASES["amina"])


def test_a_passphrase_changes_only_for_who_knows_it() -> None:
    keyring = filled()
    with pytest.raises(WrongPassphrase):
        keyring.change_passphrase("amina", "guess", "nine slow blue boats", cost=CHEAP)
    with pytest.raises(EmptyField):
        keyring.change_passphrase("amina", PASSPHRASES["amina"], " ", cost=CHEAP)
    assert keyring.unlock("amina", PASSPHRASES["amina"]).data_key == DATA_KEY


def test_a_new_code_retires_the_old(folder: Path) -> None:
    keyring = Keyring.load(folder)
    keyring.unlock("boris", PASSPHRASES["boris"])
    new = new_code(b"another fourteen")
    keyring.add_recovery(new)
    assert keyring.recover(new).data_key == DATA_KEY
    with pytest.raises(WrongRecoveryCode):
        keyring.recover(CODE)


def test_a_closed_keyring_lets_nobody_in(folder: Path) -> None:
    keyring = Keyring.load(folder)
    assert not keyring.is_open
    with pytest.raises(NotAllowed):
        keyring.add_trainer("kite", KEYS["amina"], "seven quiet lamps", id="c", cost=CHEAP)
    keyring.unlock("boris", PASSPHRASES["boris"])
    assert keyring.is_open
    keyring.close()
    with pytest.raises(NotAllowed):
        keyring.add_recovery(CODE)


def test_misuse_is_a_bug() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Keyring.create("centre-1", b"short")
    with pytest.raises(ValueError, match="recovery"):
        filled().add_trainer("kite", KEYS["amina"], "seven lamps", id="recovery", cost=CHEAP)


# What the file holds


def test_no_private_byte_passphrase_or_code_stands_in_the_file(folder: Path) -> None:
    secrets = [DATA_KEY, keys_of(CODE).seed, *(keys.seed for keys in KEYS.values())]
    secrets += [bytes(half) for keys in (*KEYS.values(), keys_of(CODE)) for half in halves(keys)]
    words = [CODE, CODE.replace("-", ""), *CODE.split("-"), *PASSPHRASES.values()]
    words += [word for phrase in PASSPHRASES.values() for word in phrase.split() if len(word) > 3]
    for name in (MAIN, COPY):
        raw = (folder / name).read_bytes()
        text = raw.decode()
        for secret in secrets:
            assert secret not in raw
            assert secret.hex() not in text.lower()
            assert base64.b64encode(secret).decode().rstrip("=") not in text
        for word in words:
            assert word not in text
            assert json.dumps(word).strip('"') not in text


def halves(keys: PrivateKeys) -> tuple[bytes, bytes]:
    return bytes(keys._box), bytes(keys._sign)


def test_both_copies_are_the_same_and_nothing_else_is_left(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == [COPY, MAIN]
    assert (folder / MAIN).read_bytes() == (folder / COPY).read_bytes()
    assert Keyring.load(folder).to_mend == ()


def test_saving_what_was_loaded_changes_no_byte(folder: Path) -> None:
    before = (folder / MAIN).read_bytes()
    Keyring.load(folder).save(folder)
    assert (folder / MAIN).read_bytes() == before


# Damage


@pytest.mark.parametrize("name", [MAIN, COPY])
@pytest.mark.parametrize("damage", [None, b"", b"{}", b"[]", b"\xff\xfe", b"[" * 50_000, b"7"])
def test_one_damaged_copy_is_mended_by_the_other(
    folder: Path, name: str, damage: bytes | None
) -> None:
    if damage is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(damage)
    keyring = Keyring.load(folder)
    assert keyring.to_mend == (name,)
    assert keyring.unlock("amina", PASSPHRASES["amina"]).data_key == DATA_KEY
    keyring.save(folder)
    assert keyring.to_mend == ()
    assert Keyring.load(folder).to_mend == ()


def test_a_copy_left_behind_by_a_power_cut_is_told(folder: Path) -> None:
    old = (folder / COPY).read_bytes()
    keyring = Keyring.load(folder)
    keyring.change_passphrase("amina", PASSPHRASES["amina"], "nine slow blue boats", cost=CHEAP)
    keyring.save(folder)
    (folder / COPY).write_bytes(old)
    again = Keyring.load(folder)
    assert again.to_mend == (COPY,)
    assert again.unlock("amina", "nine slow blue boats").data_key == DATA_KEY


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_flipped_byte_is_taken_for_whole(folder: Path, data: st.DataObject) -> None:
    whole = filled_bytes(folder)
    broken = bytearray(whole)
    broken[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    for name in (MAIN, COPY):
        (folder / name).write_bytes(broken)
    with pytest.raises(KeyringDamaged):
        Keyring.load(folder)
    (folder / COPY).write_bytes(whole)
    assert Keyring.load(folder).to_mend == (MAIN,)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(data=st.data())
def test_no_cut_file_is_taken_for_whole(folder: Path, data: st.DataObject) -> None:
    whole = filled_bytes(folder)
    for name in (MAIN, COPY):
        (folder / name).write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    with pytest.raises(KeyringDamaged):
        Keyring.load(folder)


def filled_bytes(folder: Path) -> bytes:
    """The file as first saved, kept beside it, since Hypothesis comes back to the same folder."""
    kept = folder / "kept"
    if not kept.exists():
        kept.write_bytes((folder / MAIN).read_bytes())
    return kept.read_bytes()


def test_no_copy_at_all(tmp_path: Path) -> None:
    assert not Keyring.stands_in(tmp_path)
    with pytest.raises(KeyringDamaged) as told:
        Keyring.load(tmp_path)
    assert told.value.facts == {"file": MAIN}
    (tmp_path / COPY).write_bytes(b"half")
    assert Keyring.stands_in(tmp_path)


def test_a_newer_file_is_left_alone(folder: Path) -> None:
    rewrite(folder / MAIN, lambda envelope: envelope.update(version=3, keyring={"new": "shape"}))
    with pytest.raises(NewerSchema) as told:
        Keyring.load(folder)
    assert told.value.facts == {"file": MAIN, "found": 3, "known": 2}


# Tampering by somebody who can make the sum right


def test_keys_slipped_in_are_found_by_whoever_opens(folder: Path) -> None:
    thief = PrivateKeys.random().public

    def swap_public_halves(envelope: dict[str, Any]) -> None:
        envelope["keyring"]["slots"][1].update(box=thief.box_hex, sign=thief.sign_hex)

    rewrite_both(folder, swap_public_halves)
    keyring = Keyring.load(folder)
    for attempt in (
        lambda: keyring.unlock("amina", PASSPHRASES["amina"]),
        lambda: keyring.unlock("boris", PASSPHRASES["boris"]),
        lambda: keyring.recover(CODE),
    ):
        with pytest.raises(KeyringDamaged):
            attempt()
    assert not keyring.is_open


def swap_pictures(envelope: dict[str, Any]) -> None:
    first, second = envelope["keyring"]["slots"][:2]
    first["picture"], second["picture"] = second["picture"], first["picture"]


def seal_another_key(envelope: dict[str, Any]) -> None:
    envelope["keyring"]["slots"][0]["sealed"] = KEYS["amina"].public.seal(bytes(32)).hex()


def move_to_another_centre(envelope: dict[str, Any]) -> None:
    envelope["keyring"]["centre"] = "centre-2"


def drop_a_slot(envelope: dict[str, Any]) -> None:
    del envelope["keyring"]["slots"][1]


def break_the_sealed_key(envelope: dict[str, Any]) -> None:
    envelope["keyring"]["slots"][0]["sealed"] = "00" * 80


@pytest.mark.parametrize(
    "change",
    [
        swap_pictures,
        seal_another_key,
        move_to_another_centre,
        drop_a_slot,
        break_the_sealed_key,
    ],
)
def test_any_other_change_is_found_on_opening(
    folder: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    rewrite_both(folder, change)
    with pytest.raises(KeyringDamaged):
        Keyring.load(folder).unlock("amina", PASSPHRASES["amina"])


@pytest.mark.parametrize(
    "slot",
    [
        {"wrapped": None},
        {"picture": None},
        {"kind": "owner"},
        {"id": 7},
        {"id": ""},
        {"box": "00"},
        {"sealed": "zz"},
        {"wrapped": {"cost": {"memory": 4_000_000_000, "time": 1, "parallelism": 1}}},
    ],
)
def test_a_slot_that_cannot_be_is_damage(folder: Path, slot: dict[str, Any]) -> None:
    def change(envelope: dict[str, Any]) -> None:
        target = envelope["keyring"]["slots"][0]
        wrapped = slot.get("wrapped")
        target.update(slot, **({"wrapped": {**target["wrapped"], **wrapped}} if wrapped else {}))

    rewrite_both(folder, change)
    with pytest.raises(KeyringDamaged):
        Keyring.load(folder)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["version", "keyring", "slots", "centre"]), inner)
        ),
        max_leaves=8,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_other_json_is_taken_for_a_keyring(tmp_path: Path, value: Any) -> None:
    said = {"version": 2, "keyring": value}
    envelope = {**said, "sha256": hashlib.sha256(canonical(said)).hexdigest()}
    (tmp_path / MAIN).write_bytes(canonical(envelope))
    with pytest.raises(KeyringDamaged):
        Keyring.load(tmp_path)
