"""Only what a trainer signed counts, for one centre, one kind, one body, and never by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.events import EARLIEST_CLOCK, NO_HASH, Draft, Event, seal
from trainer_app.domain.kinds import AUTHORITY
from trainer_app.keys.authority import RECOVERY, Trust, signed
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.laptop import LaptopKey

CENTRE = "centre-1"
SANNE, OMAR, EVE, CODE = (PrivateKeys(bytes([at] * 32)) for at in range(1, 5))
TRUST = Trust(CENTRE, {"sanne": frozenset({SANNE.public.sign_hex})}, {})
LAPTOP = LaptopKey(bytes(32))


def event(kind: str, body: dict[str, Any], subject: str | None = None) -> Event:
    return seal(
        Draft(kind, body, subject),
        id=f"{kind}-{subject}",
        device="laptop-a",
        seq=1,
        clock=EARLIEST_CLOCK,
        previous=NO_HASH,
        salt="00" * 16,
        version=2,
    )


def said(
    keys: PrivateKeys, signer: str, kind: str, body: dict[str, Any], subject: str | None = None
) -> Event:
    return event(kind, signed(keys, signer, CENTRE, kind, subject, body), subject)


def added(by: PrivateKeys, signer: str, trainer: str, keys: PrivateKeys, **more: str) -> Event:
    body = {"box_key": keys.public.box_hex, "sign_key": keys.public.sign_hex, **more}
    return said(by, signer, "trainer-added", body, trainer)


def admitted(by: PrivateKeys, signer: str, laptop: str, key: bytes = LAPTOP.public) -> Event:
    body = {"laptop": laptop, "code": "B", "sign_key": key.hex()}
    return said(by, signer, "laptop-admitted", body)


def renewed(by: PrivateKeys, signer: str, keys: PrivateKeys) -> Event:
    body = {"box_key": keys.public.box_hex, "sign_key": keys.public.sign_hex}
    return said(by, signer, "recovery-renewed", body)


def test_what_takes_a_trainers_signature() -> None:
    assert {
        "laptop-admitted",
        "laptop-shut-out",
        "laptop-readmitted",
        "fork-settled",
        "trainer-added",
        "trainer-removed",
        "recovery-renewed",
        "person-erased",
    } <= AUTHORITY


@given(
    st.sampled_from(sorted(AUTHORITY)),
    st.none() | st.text("abc", min_size=1),
    st.dictionaries(st.text("abcdef", max_size=3), st.integers() | st.text("xyz") | st.none()),
)
def test_what_she_signed_holds_and_nothing_else(
    kind: str, subject: str | None, body: dict[str, Any]
) -> None:
    right = said(SANNE, "sanne", kind, body, subject)
    assert TRUST.vouches(right)
    whole = dict(right.words)
    changed = [
        event(kind, {**whole, "more": 1}, subject),
        event(kind, whole, f"{subject}-2"),
        event(next(other for other in sorted(AUTHORITY) if other != kind), whole, subject),
        event("course-set", whole, subject),
        event(kind, {**whole, "signer": "omar"}, subject),
        said(EVE, "sanne", kind, body, subject),
    ]
    assert not any(TRUST.vouches(one) or TRUST.was_signed(one) for one in changed)
    assert not replace(TRUST, centre="centre-2").vouches(right)


@pytest.mark.parametrize("signature", ["", "zz", "00" * 64, "é", None, 7, ["00"]])
@pytest.mark.parametrize("signer", ["sanne", "nobody", None, 7, ["sanne"], {}])
def test_malformed_signatures_are_no(signature: object, signer: object) -> None:
    body = {"laptop": "b", "signer": signer, "signature": signature}
    assert not TRUST.vouches(event("laptop-readmitted", body))


def test_an_erased_body_and_a_body_without_signature_are_no() -> None:
    right = admitted(SANNE, "sanne", "laptop-a")
    assert not TRUST.vouches(replace(right, salt=None, body=None))
    unsigned = {name: value for name, value in right.words.items() if name != "signature"}
    assert not TRUST.vouches(event("laptop-admitted", unsigned))


def test_a_chain_of_trust_is_learnt_in_any_order() -> None:
    events = [
        admitted(OMAR, "omar", "laptop-b"),
        admitted(CODE, RECOVERY, "laptop-c"),
        renewed(OMAR, "omar", CODE),
        added(SANNE, "sanne", "omar", OMAR),
        admitted(SANNE, "sanne", "laptop-a"),
        admitted(SANNE, "sanne", "laptop-a", bytes(32)),
    ]
    for order in (events, events[::-1]):
        trust = TRUST.learning(order)
        assert trust.trainers["omar"] == {OMAR.public.sign_hex}
        assert trust.trainers[RECOVERY] == {CODE.public.sign_hex}
        assert trust.laptops == {
            "laptop-a": {LAPTOP.public.hex(), "00" * 32},
            "laptop-b": {LAPTOP.public.hex()},
            "laptop-c": {LAPTOP.public.hex()},
        }
        assert all(trust.vouches(one) for one in events)
    assert TRUST.laptops == {}


def test_what_nobody_trusted_signed_is_left_out() -> None:
    strangers = [
        added(EVE, "eve", "eve", EVE),
        added(EVE, "sanne", "eve", EVE),
        admitted(EVE, "eve", "laptop-e"),
        renewed(EVE, RECOVERY, EVE),
    ]
    assert TRUST.learning(strangers) == TRUST


def test_a_substitute_vouches_for_nothing() -> None:
    events = [
        added(SANNE, "sanne", "omar", OMAR, role="substitute"),
        admitted(OMAR, "omar", "laptop-b"),
    ]
    trust = TRUST.learning(events)
    assert trust == TRUST
    promoted = trust.learning([*events, added(SANNE, "sanne", "omar", OMAR, role="trainer")])
    assert "laptop-b" in promoted.laptops


def test_nobody_becomes_the_recovery_code_by_her_name() -> None:
    assert TRUST.learning([added(SANNE, "sanne", RECOVERY, EVE)]) == TRUST


@pytest.mark.parametrize("key", ["", "ab", "zz" * 32, "00 " * 21 + "0", None, 7])
def test_a_key_that_is_none_is_not_learnt(key: object) -> None:
    bodies = {
        "trainer-added": {"box_key": "00" * 32, "sign_key": key},
        "recovery-renewed": {"box_key": "00" * 32, "sign_key": key},
        "laptop-admitted": {"laptop": "laptop-b", "sign_key": key},
    }
    events = [
        said(SANNE, "sanne", kind, body, "omar" if kind == "trainer-added" else None)
        for kind, body in bodies.items()
    ]
    nameless = said(SANNE, "sanne", "laptop-admitted", {"laptop": 7, "sign_key": "00" * 32})
    assert TRUST.learning([*events, nameless]) == TRUST


def test_a_retired_key_vouches_only_for_what_was_known_of_it() -> None:
    before = admitted(OMAR, "omar", "laptop-b")
    after = admitted(OMAR, "omar", "laptop-c")
    omar = OMAR.public.sign_hex
    heard = replace(TRUST, retired={omar: frozenset({str(before.words["signature"])})})
    trust = heard.learning([before, after, added(SANNE, "sanne", "omar", OMAR)])
    assert trust.laptops.keys() == {"laptop-b"}
    assert trust.vouches(before)
    assert not trust.vouches(after)
    assert trust.was_signed(after)
    ever = heard.everybody_ever().learning([after, added(SANNE, "sanne", "omar", OMAR)])
    assert ever.vouches(after)


def test_an_old_recovery_code_is_retired_alone() -> None:
    old, new = renewed(SANNE, "sanne", EVE), renewed(SANNE, "sanne", CODE)
    heard = replace(TRUST, retired={EVE.public.sign_hex: frozenset()}).learning([old, new])
    assert not heard.vouches(admitted(EVE, RECOVERY, "laptop-e"))
    assert heard.vouches(admitted(CODE, RECOVERY, "laptop-c"))
