"""A keyring that follows other laptops: slots put in and taken out, a new data key, a pass."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.errors import (
    DiskFull,
    KeyringDamaged,
    LastTrainer,
    NotAllowed,
    UnknownThing,
    WrongRecoveryCode,
)
from trainer_app.domain.events import canonical
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.keyring_file import FILES
from trainer_app.keys.recovery import keys_of, new_code
from trainer_app.keys.slots import Slot
from trainer_app.keys.wrapping import Cost, Wrapped, wrap

CHEAP = Cost(memory=8, time=1, parallelism=1)
OLD, NEW = bytes(range(100, 132)), bytes(range(32))
CODE, NEXT_CODE = new_code(b"fourteen bytes"), new_code(b"another fourteen")
WORDS = {"amina": "purple cactus window", "boris": "seven quiet green lamps"}
KEYS = {name: PrivateKeys(name.encode().ljust(32, b".")) for name in (*WORDS, "chiara")}


def filled() -> Keyring:
    keyring = Keyring.create("centre-1", OLD)
    for name, words in WORDS.items():
        keyring.add_trainer("kite", KEYS[name], words, id=name, cost=CHEAP)
    keyring.add_recovery(CODE)
    return keyring


def renewed() -> Keyring:
    """Boris was taken out, and the data key is being renewed."""
    keyring = filled()
    keyring.remove("boris")
    keyring.add_recovery(NEXT_CODE)
    return keyring.renewed(NEW)


def again(keyring: Keyring, folder: Path) -> Keyring:
    keyring.save(folder)
    return Keyring.load(folder)


# Slots from another laptop


def test_a_slot_from_another_laptop_opens_with_the_passphrase_chosen_there(tmp_path: Path) -> None:
    wrapped = wrap("nine slow blue boats", KEYS["chiara"].seed, CHEAP)
    keyring = filled()
    travelled = Wrapped.from_text(wrapped.as_text())
    keyring.put_trainer("chiara", "shell", KEYS["chiara"].public, travelled)
    unlocked = again(keyring, tmp_path).unlock("chiara", "nine slow blue boats")
    assert (unlocked.trainer, unlocked.data_key) == ("chiara", OLD)
    assert again(keyring, tmp_path).unlock("amina", WORDS["amina"]).data_key == OLD


def test_it_replaces_the_slot_of_the_same_trainer() -> None:
    keyring = filled()
    wrapped = wrap("nine slow blue boats", KEYS["chiara"].seed, CHEAP)
    keyring.put_trainer("amina", "shell", KEYS["chiara"].public, wrapped)
    assert sorted(slot.id for slot in keyring.trainers) == ["amina", "boris"]
    assert keyring.unlock("amina", "nine slow blue boats").private_keys.public == (
        KEYS["chiara"].public
    )


def test_halves_that_do_not_belong_together_open_nothing() -> None:
    keyring = filled()
    wrapped = wrap("nine slow blue boats", KEYS["chiara"].seed, CHEAP)
    keyring.put_trainer("dora", "shell", KEYS["boris"].public, wrapped)
    with pytest.raises(KeyringDamaged):
        keyring.unlock("dora", "nine slow blue boats")


def test_a_code_made_on_another_laptop_opens_this_one() -> None:
    keyring = filled()
    keyring.put_recovery(keys_of(NEXT_CODE).public)
    assert keyring.recovery == keys_of(NEXT_CODE).public
    assert keyring.recover(NEXT_CODE).data_key == OLD
    with pytest.raises(WrongRecoveryCode):
        keyring.recover(CODE)


def test_a_trainer_taken_out_is_unknown_and_the_rest_open(tmp_path: Path) -> None:
    keyring = filled()
    keyring.remove("boris")
    loaded = again(keyring, tmp_path)
    with pytest.raises(UnknownThing):
        loaded.unlock("boris", WORDS["boris"])
    assert loaded.unlock("amina", WORDS["amina"]).data_key == OLD
    assert loaded.recover(CODE).data_key == OLD


def test_somebody_who_can_do_everything_is_always_left() -> None:
    keyring = filled()
    keyring.add_trainer("leaf", KEYS["chiara"], "x y z", id="chiara", until="2026-12-01")
    keyring.remove("boris")
    with pytest.raises(LastTrainer):
        keyring.remove("amina")
    for nobody in ("boris", "recovery"):
        with pytest.raises(UnknownThing):
            keyring.remove(nobody)
    assert [slot.id for slot in keyring.trainers] == ["amina", "chiara"]


def test_nothing_changes_while_it_is_closed() -> None:
    keyring = filled()
    keyring.close()
    wrapped = wrap("nine slow blue boats", KEYS["chiara"].seed, CHEAP)
    for attempt in (
        lambda: keyring.put_trainer("chiara", "shell", KEYS["chiara"].public, wrapped),
        lambda: keyring.put_recovery(KEYS["chiara"].public),
        lambda: keyring.remove("boris"),
        lambda: keyring.renewed(NEW),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert keyring.unlock("boris", WORDS["boris"]).data_key == OLD


# A new data key


def test_while_it_is_renewed_each_who_remains_opens_both_keys(tmp_path: Path) -> None:
    loaded = again(renewed(), tmp_path)
    assert loaded.is_changing
    for unlocked in (loaded.unlock("amina", WORDS["amina"]), loaded.recover(NEXT_CODE)):
        assert (unlocked.data_key, unlocked.data_key_before) == (NEW, OLD)
    with pytest.raises(UnknownThing):
        loaded.unlock("boris", WORDS["boris"])


def test_once_settled_only_the_new_key_is_left(tmp_path: Path) -> None:
    loaded = again(renewed(), tmp_path)
    loaded.unlock("amina", WORDS["amina"])
    loaded.settle()
    after = again(loaded, tmp_path)
    unlocked = after.unlock("amina", WORDS["amina"])
    assert (unlocked.data_key, unlocked.data_key_before) == (NEW, None)
    assert not after.is_changing
    assert b"before" not in (tmp_path / FILES[0]).read_bytes()
    assert (tmp_path / FILES[0]).read_bytes() == (tmp_path / FILES[1]).read_bytes()


def test_a_slot_put_in_meanwhile_opens_both_keys_too(tmp_path: Path) -> None:
    keyring = again(renewed(), tmp_path)
    keyring.unlock("amina", WORDS["amina"])
    keyring.add_trainer("leaf", KEYS["chiara"], "nine boats", id="chiara", cost=CHEAP)
    unlocked = again(keyring, tmp_path).unlock("chiara", "nine boats")
    assert (unlocked.data_key, unlocked.data_key_before) == (NEW, OLD)


def test_one_renewal_at_a_time() -> None:
    with pytest.raises(DiskFull):
        renewed().renewed(OLD)


def test_a_change_that_fails_leaves_the_slots_as_they_were() -> None:
    keyring = filled()
    before = keyring.slots

    def fail() -> None:
        with keyring.undone_on_error():
            keyring.remove("boris")
            keyring.add_recovery(CODE + "7")

    with pytest.raises(WrongRecoveryCode):
        fail()
    assert keyring.slots == before
    assert keyring.unlock("boris", WORDS["boris"]).data_key == OLD


def rewrite(folder: Path, change: Any) -> None:
    """Change both copies as somebody would who knows how their sum is made."""
    for name in FILES:
        envelope = json.loads((folder / name).read_bytes())
        change(envelope)
        said = {"version": envelope["version"], "keyring": envelope["keyring"]}
        envelope["sha256"] = hashlib.sha256(canonical(said)).hexdigest()
        (folder / name).write_bytes(canonical(envelope))


def test_who_knows_the_old_key_cannot_slip_in_slots_under_the_new(tmp_path: Path) -> None:
    renewed().save(tmp_path)
    thief = Keyring.create("centre-1", OLD)
    thief.add_trainer("kite", KEYS["boris"], WORDS["boris"], id="boris", cost=CHEAP)
    forged = thief.renewed(NEW)
    slot = forged.slots[0].as_json()

    def change(envelope: dict[str, Any]) -> None:
        envelope["keyring"]["slots"].append(slot)

    rewrite(tmp_path, change)
    with pytest.raises(KeyringDamaged):
        Keyring.load(tmp_path).unlock("amina", WORDS["amina"])


@pytest.mark.parametrize("part", ["slot", "proof"])
def test_half_a_renewal_is_damage(tmp_path: Path, part: str) -> None:
    renewed().save(tmp_path)

    def change(envelope: dict[str, Any]) -> None:
        keyring = envelope["keyring"]
        del (keyring["slots"][0] if part == "slot" else keyring)[
            "before" if part == "slot" else "proof_before"
        ]

    rewrite(tmp_path, change)
    with pytest.raises(KeyringDamaged):
        Keyring.load(tmp_path)


# A substitute's pass


def test_a_pass_opens_like_a_trainer_and_says_what_it_is(tmp_path: Path) -> None:
    keyring = filled()
    keyring.add_trainer(
        "leaf", KEYS["chiara"], "nine boats", id="chiara", until="2026-12-01", cost=CHEAP
    )
    unlocked = again(keyring, tmp_path).unlock("chiara", "nine boats")
    assert (unlocked.trainer, unlocked.data_key) == ("chiara", OLD)
    assert (unlocked.substitute, unlocked.until) == (True, "2026-12-01")
    assert not unlocked.has_ended(date(2026, 12, 1))
    assert unlocked.has_ended(date(2026, 12, 2))
    trainer = keyring.unlock("amina", WORDS["amina"])
    assert (trainer.substitute, trainer.until) == (False, None)
    assert not trainer.has_ended(date(2126, 1, 1))


@pytest.mark.parametrize("change", [{"until": "2036-12-01"}, {"kind": "trainer", "until": None}])
def test_nobody_lengthens_a_pass_in_the_file(tmp_path: Path, change: dict[str, Any]) -> None:
    keyring = filled()
    keyring.add_trainer(
        "leaf", KEYS["chiara"], "nine boats", id="chiara", until="2026-12-01", cost=CHEAP
    )
    keyring.save(tmp_path)
    rewrite(tmp_path, lambda envelope: envelope["keyring"]["slots"][-1].update(change))
    with pytest.raises(KeyringDamaged):
        Keyring.load(tmp_path).unlock("chiara", "nine boats")


@pytest.mark.parametrize("until", ["soon", "2026-02-30", "20261201", ""])
def test_a_pass_ends_on_a_day(until: str) -> None:
    with pytest.raises(ValueError):
        filled().add_trainer("leaf", KEYS["chiara"], "x", id="c", until=until, cost=CHEAP)


# The first format, and wrapped keys as text


def test_a_file_of_the_first_format_opens_and_is_brought_forward(tmp_path: Path) -> None:
    filled().save(tmp_path)
    rewrite(tmp_path, lambda envelope: envelope.update(version=1))
    keyring = Keyring.load(tmp_path)
    assert keyring.unlock("amina", WORDS["amina"]).data_key == OLD
    keyring.save(tmp_path)
    assert json.loads((tmp_path / FILES[0]).read_bytes())["version"] == 2
    assert Keyring.load(tmp_path).unlock("boris", WORDS["boris"]).data_key == OLD


@given(st.binary(max_size=64))
def test_wrapped_keys_travel_as_one_line(secret: bytes) -> None:
    wrapped = wrap("purple cactus", secret, CHEAP)
    text = wrapped.as_text()
    assert "\n" not in text
    assert Wrapped.from_text(text) == wrapped


SOUND = wrap("purple cactus", bytes(32), CHEAP).as_text()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "null",
        "[" * 4000,
        SOUND[:-1],
        SOUND + " " * 5000,
        SOUND.replace('"memory":8', '"memory":4000000000'),
        SOUND.replace('"memory":8', '"memory":8.0'),
        SOUND.replace('"memory":8', '"memory":"8"'),
        SOUND.replace('"time":1', '"time":true'),
        SOUND.replace('"salt":"', '"salt":"00'),
        SOUND.replace('"closed":"', '"closed":"' + "00" * 1025),
    ],
)
def test_no_other_text_is_taken_for_wrapped_keys(text: str) -> None:
    with pytest.raises(ValueError):
        Wrapped.from_text(text)


def test_a_slot_says_nothing_of_a_pass_it_is_not() -> None:
    slot = filled().slots[0]
    assert "until" not in slot.identity()
    assert Slot.from_json(slot.as_json()) == slot
