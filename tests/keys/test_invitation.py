"""An invitation: only the code and a trainer's passphrase together open it, and no damage does."""

from __future__ import annotations

import hashlib
import json
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.secret import Aead

from trainer_app.domain.errors import (
    NewerSchema,
    UnknownThing,
    UnreadableInvitation,
    WrongInvitationCode,
    WrongPassphrase,
)
from trainer_app.domain.events import canonical
from trainer_app.keys import invitation
from trainer_app.keys.invitation import Invitation, seal_invitation
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.recovery import grown, keys_of, new_code
from trainer_app.keys.slots import Slot
from trainer_app.keys.wrapping import Cost

CHEAP = Cost(memory=8, time=1, parallelism=1)
DATA_KEY = bytes(range(100, 132))
CODE, OTHER = new_code(b"fourteen bytes"), new_code(b"another fourteen")
WORDS = {"amina": "purple cactus window", "boris": "seven quiet green lamps"}
KEYS = {name: PrivateKeys(name.encode().ljust(32, b".")) for name in (*WORDS, "chiara")}
CONTENT = b"what a new laptop needs to begin" * 20
FILE = "invitation.trainer-app"


def all_slots() -> tuple[Slot, ...]:
    keyring = Keyring.create("centre-1", DATA_KEY)
    for name, words in WORDS.items():
        keyring.add_trainer("kite", KEYS[name], words, id=name, cost=CHEAP)
    keyring.add_trainer("leaf", KEYS["chiara"], "x", id="chiara", until="2026-12-01", cost=CHEAP)
    keyring.add_recovery(OTHER)
    return keyring.slots


SLOTS = all_slots()
SEALED = seal_invitation(CONTENT, CODE, SLOTS)


@pytest.mark.parametrize("name", ["amina", "boris"])
def test_the_code_and_a_trainers_passphrase_open_it(name: str) -> None:
    opened = Invitation.read(SEALED, FILE).open(CODE.lower().replace("-", " "))
    assert [(slot.id, slot.picture) for slot in opened.slots] == [
        ("amina", "kite"), ("boris", "kite"),
    ]  # fmt: skip
    keys, content = opened.unlock(name, WORDS[name])
    assert keys.public == KEYS[name].public
    assert keys.seed == KEYS[name].seed
    assert content == CONTENT


@settings(max_examples=40)
@given(content=st.binary(max_size=3000), drawn=st.binary(min_size=14, max_size=14))
def test_any_content_under_any_code(content: bytes, drawn: bytes) -> None:
    code = new_code(drawn)
    opened = Invitation.read(seal_invitation(content, code, SLOTS)).open(code)
    assert opened.unlock("boris", WORDS["boris"])[1] == content


def test_a_passphrase_alone_or_the_code_alone_is_not_enough() -> None:
    for wrong in (OTHER, "", "purple cactus window", CODE[:-1], CODE + "7"):
        with pytest.raises(WrongInvitationCode):
            Invitation.read(SEALED, FILE).open(wrong)
    opened = Invitation.read(SEALED, FILE).open(CODE)
    with pytest.raises(WrongPassphrase):
        opened.unlock("amina", WORDS["boris"])
    for nobody in ("chiara", "recovery", "nobody"):
        with pytest.raises(UnknownThing):
            opened.unlock(nobody, "x")
    assert CONTENT not in opened._inner


def test_a_code_slip_is_told_before_the_file_is_tried() -> None:
    slipped = CODE.replace(CODE[0], "7" if CODE[0] != "7" else "8", 1)
    with pytest.raises(WrongInvitationCode):
        seal_invitation(CONTENT, slipped, SLOTS)
    with pytest.raises(WrongInvitationCode):
        Invitation.read(SEALED).open(slipped)


def test_the_same_signs_are_another_secret_as_a_recovery_code() -> None:
    assert grown(CODE, b"trainer-app join") != keys_of(CODE).seed
    sealed = seal_invitation(CONTENT, OTHER, SLOTS)
    keyring = Keyring.create("centre-1", DATA_KEY)
    keyring.add_recovery(OTHER)
    assert keyring.recover(OTHER).data_key == DATA_KEY
    with pytest.raises(WrongInvitationCode):
        Invitation.read(sealed).open(CODE)


def test_nothing_can_be_read_in_it() -> None:
    opened = Invitation.read(SEALED).open(CODE)
    secrets = [CONTENT[:16], DATA_KEY, CODE.encode(), b"amina", b"kite", b"boris", b"slots"]
    secrets += [KEYS[name].seed for name in KEYS]
    secrets += [KEYS[name].public.sign_hex.encode() for name in KEYS]
    for secret in secrets:
        assert secret not in SEALED
        assert secret.hex().encode() not in SEALED
    # The data key of the laptop that invites does not travel at all.
    for slot in opened.slots:
        assert KEYS[slot.id].open(slot.sealed) != DATA_KEY


def test_each_time_it_is_sealed_anew() -> None:
    assert seal_invitation(CONTENT, CODE, SLOTS) != SEALED


# Damage


def refused(data: bytes) -> bool:
    """Whether a damaged file is said to be one, at once; nothing else may come out."""
    try:
        Invitation.read(data, FILE)
    except UnreadableInvitation as told:
        return told.facts == {"file": FILE}
    except NewerSchema:  # the digit of the version itself was changed
        return True
    return False


def test_some_hundred_damaged_files_are_all_refused() -> None:
    chance = random.Random(5)
    for _ in range(400):
        data = bytearray(SEALED)
        at = chance.randrange(len(data))
        match chance.randrange(5):
            case 0:
                data[at] ^= 1 << chance.randrange(8)
            case 1:
                del data[at:]
            case 2:
                data += chance.randbytes(chance.randrange(1, 200))
            case 3:
                stretch = slice(at, at + chance.randrange(1, 60))
                if not any(data[stretch]):
                    continue
                data[stretch] = bytes(len(data[stretch]))
            case 4:
                data[at:at] = chance.randbytes(chance.randrange(1, 20))
        assert refused(bytes(data)), (at, bytes(data[:120]))


@given(st.binary(max_size=200), st.booleans())
def test_no_other_file_is_taken_for_one(data: bytes, begins_right: bool) -> None:
    assert refused((invitation._MAGIC if begins_right else b"") + data)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["version", "sha256", "x"]), inner)
        ),
        max_leaves=6,
    )
)
def test_no_other_first_line_is_believed(value: object) -> None:
    assert refused(invitation._MAGIC + json.dumps(value).encode() + b"\nwords")


def test_a_newer_one_says_so() -> None:
    head = {"version": 7, "sha256": "whatever they do then", "more": [1]}
    with pytest.raises(NewerSchema) as told:
        Invitation.read(invitation._MAGIC + canonical(head) + b"\nwords", FILE)
    assert told.value.facts == {"file": FILE, "found": 7, "known": 1}


def test_a_file_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invitation, "MOST_BYTES", len(SEALED))
    Invitation.read(SEALED)
    assert refused(SEALED + b"x")
    with pytest.raises(ValueError, match="more than"):
        seal_invitation(CONTENT + b"x", CODE, SLOTS)


# Changed by somebody who has the code


def forged(plain: bytes) -> Invitation:
    outer = bytes(Aead(grown(CODE, b"trainer-app join")).encrypt(plain, invitation._MAGIC))
    head = {"version": 1, "sha256": hashlib.sha256(outer).hexdigest()}
    return Invitation.read(invitation._MAGIC + canonical(head) + b"\n" + outer, FILE)


@pytest.mark.parametrize(
    "listed",
    [
        None, [], {}, 7, ["x"], [{}], [SLOTS[2].as_json()], [SLOTS[3].as_json()],
        [{**SLOTS[0].as_json(), "box": "00"}], [{**SLOTS[0].as_json(), "kind": "owner"}],
    ],
)  # fmt: skip
def test_slots_that_cannot_be_are_refused(listed: object) -> None:
    with pytest.raises(UnreadableInvitation):
        forged(canonical({"slots": listed}) + b"\nwords").open(CODE)


@pytest.mark.parametrize("plain", [b"", b"\n", b"{", b"[]\n", b"{}\n", b"[" * 99_999, b"\xff\n"])
def test_no_other_inside_is_believed(plain: bytes) -> None:
    with pytest.raises(UnreadableInvitation):
        forged(plain).open(CODE)


def test_keys_slipped_under_a_trainers_picture_open_nothing() -> None:
    thief = PrivateKeys.random()
    slot = replace(SLOTS[0], public=thief.public, sealed=thief.public.seal(bytes(32)))
    inner = bytes(Aead(bytes(32)).encrypt(b"theirs", invitation._INNER))
    opened = forged(canonical({"slots": [slot.as_json()]}) + b"\n" + inner).open(CODE)
    with pytest.raises(UnreadableInvitation):
        opened.unlock("amina", WORDS["amina"])


def test_an_inner_layer_that_was_changed_opens_nothing() -> None:
    real = Invitation.read(SEALED).open(CODE)
    slots = canonical({"slots": [slot.as_json() for slot in real.slots]}) + b"\n"
    for inner in (b"", real._inner[:-1], bytes(len(real._inner)), real._inner + b"x"):
        with pytest.raises(UnreadableInvitation):
            forged(slots + inner).open(CODE).unlock("amina", WORDS["amina"])
