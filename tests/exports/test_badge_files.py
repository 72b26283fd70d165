"""Badges: written so that an independent program accepts them, and refused once changed."""

from __future__ import annotations

import copy
import json
import struct
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openbadgeslib import baking
from openbadgeslib.ob3 import OB3LdpVerifier, OB3Verifier
from openbadgeslib.ob3.did import resolve_did
from openbadgeslib.ob3.verifier import OB3VerificationError

from trainer_app.domain.funding.badges import Alignment, Badge
from trainer_app.exports import badge as badge_file
from trainer_app.exports.badge_picture import badge_within, baked
from trainer_app.exports.did_key import did_of, from_multibase, key_of, multibase
from trainer_app.keys.keypair import PrivateKeys, signed_by

KEYS = PrivateKeys(bytes(range(32)))
BADGE = Badge(
    id="urn:uuid:0680d58e-b369-4232-903e-a75cdb438d4f",
    subject="urn:uuid:34955c9a-cde4-4ada-83a7-5faa7374b092",
    achievement="urn:uuid:b92c2ba8-9204-5515-9d28-4ccbc6c9a019",
    issuer='Canal "House" \\ كف',
    kind="Course",
    name="First steps",
    description="I can open a post. أستطيع أن أكتب",
    criteria="All lessons passed.",
    language="ar",
    at=datetime(2026, 1, 13, 9, 50, tzinfo=UTC),
    alignments=(Alignment("1.1", "Browsing (basic)"), Alignment("2.2", "Sharing (basic)")),
)
SIGNED = badge_file.write(BADGE, KEYS.public.sign, KEYS.sign)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where every text of a document stands."""
    if isinstance(value, dict):
        for name, held in value.items():
            yield from places(held, (*path, name))
    elif isinstance(value, list):
        for at, held in enumerate(value):
            yield from places(held, (*path, at))
    else:
        yield path


def changed(path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    document = json.loads(SIGNED)
    inside = document
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value
    return document


PLACES = list(places(json.loads(SIGNED)))


def holds(document: dict[str, Any] | str) -> bool:
    text = document if isinstance(document, str) else json.dumps(document)
    try:
        badge_file.read(text, signed_by)
    except ValueError:
        return False
    return True


def test_it_reads_back_as_it_was_written_and_names_the_key() -> None:
    opened = badge_file.read(SIGNED, signed_by)
    assert opened.badge == BADGE
    assert opened.key == KEYS.public.sign
    assert key_of(json.loads(SIGNED)["issuer"]["id"]) == KEYS.public.sign


def test_an_independent_program_accepts_it_without_a_network() -> None:
    credential = OB3LdpVerifier().verify(SIGNED)
    assert credential.issuer.name == BADGE.issuer
    assert credential.achievement.name == "First steps"
    assert resolve_did(did_of(KEYS.public.sign)).startswith(b"-----BEGIN PUBLIC KEY-----")


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60)


@settings(max_examples=12, deadline=None)
@given(WORDS, WORDS, st.lists(st.sampled_from(["1.1", "2.4", "4.2", "5.1"]), unique=True))
def test_whatever_the_words_an_independent_program_agrees(
    name: str, description: str, codes: list[str]
) -> None:
    alignments = tuple(Alignment(code, f"{code} (basic)") for code in codes)
    try:
        text = badge_file.write(
            Badge(**{**_fields(), "name": name, "description": description,
                     "alignments": alignments}),
            KEYS.public.sign, KEYS.sign,
        )  # fmt: skip
    except ValueError:
        assert any(ord(letter) in (0xFFFE, 0xFFFF) for letter in name + description)
        return
    assert OB3LdpVerifier().verify(text).achievement.name == " ".join(name.split())


def _fields() -> dict[str, Any]:
    return {name: getattr(BADGE, name) for name in BADGE.__slots__}


@pytest.mark.parametrize("path", PLACES, ids=lambda path: "/".join(map(str, path)))
def test_altered_in_any_one_place_it_is_refused(path: tuple[Any, ...]) -> None:
    document = json.loads(SIGNED)
    value: Any = document
    for step in path:
        value = value[step]
    last = "4" if value[-1] != "4" else "5"
    assert not holds(changed(path, value[:-1] + last))
    assert not holds(changed(path, None))


@pytest.mark.parametrize("path", [("name",), ("credentialSubject", "achievement", "name")])
def test_an_independent_program_refuses_what_we_refuse(path: tuple[Any, ...]) -> None:
    with pytest.raises(OB3VerificationError):
        OB3LdpVerifier().verify(json.dumps(changed(path, "Doctor of medicine")))


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(PLACES), st.text(max_size=20))
def test_other_words_in_any_place_are_refused(path: tuple[Any, ...], words: str) -> None:
    document = changed(path, words)
    assert holds(document) == (document == json.loads(SIGNED))


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(sorted({path[:-1] for path in PLACES if isinstance(path[-1], str)})),
    st.text(min_size=1, max_size=12),
)
def test_nothing_unsigned_can_stand_in_it(path: tuple[Any, ...], name: str) -> None:
    inside = json.loads(SIGNED)
    for step in path:
        inside = inside[step]
    if name not in inside:
        assert not holds(changed((*path, name), "and more"))


def test_a_name_twice_is_refused() -> None:
    doubled = SIGNED.replace('"name": "First steps"', '"name": "Doctor", "name": "First steps"', 1)
    assert doubled != SIGNED
    with pytest.raises(badge_file.NoBadge):
        badge_file.read(doubled, signed_by)


def test_signed_by_another_key_under_this_name_it_is_altered() -> None:
    forged = badge_file.write(BADGE, KEYS.public.sign, PrivateKeys.random().sign)
    with pytest.raises(badge_file.Altered):
        badge_file.read(forged, signed_by)


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", "1", "no", '{"type": "Person"}', "[" * 9999]
)
def test_other_files_are_no_badge(text: str) -> None:
    with pytest.raises(badge_file.NoBadge):
        badge_file.read(text, signed_by)


@pytest.mark.parametrize(
    ("path", "value"),
    [(("proof",), None), (("proof", "cryptosuite"), "ecdsa-sd-2023"), (("credentialSubject",), [])],
)
def test_badges_in_another_form_are_said_to_be_so(path: tuple[Any, ...], value: Any) -> None:
    with pytest.raises(badge_file.UnknownForm):
        badge_file.read(json.dumps(changed(path, value)), signed_by)


def test_it_names_nobody() -> None:
    document = copy.deepcopy(json.loads(SIGNED))
    subject = document["credentialSubject"]
    assert set(subject) == {"id", "type", "achievement"}
    assert subject["id"].startswith("urn:uuid:")


@given(st.binary(max_size=60))
def test_base58_comes_back(value: bytes) -> None:
    assert from_multibase(multibase(value)) == value


def png() -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    )  # fmt: skip


def test_an_independent_program_finds_it_in_a_picture() -> None:
    picture = baked(png(), SIGNED)
    assert OB3Verifier.extract_token_from_png(picture) == SIGNED
    assert badge_within(picture) == SIGNED
    with pytest.raises(ValueError, match="already"):
        baked(picture, SIGNED)


def test_it_is_found_where_an_independent_program_put_it() -> None:
    picture = baking.bake_png(png(), SIGNED, keyword=baking.ITXT_KEYWORD_OB3)
    assert badge_within(picture) == SIGNED


@given(st.binary(max_size=80))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    for each in (content, baked(png(), SIGNED)[:700] + content):
        try:
            badge_file.read(badge_within(each), signed_by)
        except ValueError:
            continue
        raise AssertionError("this is no badge")
