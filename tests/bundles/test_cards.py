"""Experiment cards as files: what is written can be opened, anything else is refused with words."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.bundles.cards import (
    FILE_BYTES,
    open_card,
    opened_card,
    plain_card,
    plain_text,
    sealed_card,
    write_card,
)
from trainer_app.domain.errors import (
    CardDamaged,
    ChangedCard,
    NewerCard,
    NotACard,
    TrainerError,
    UnreadableFile,
)
from trainer_app.domain.events import canonical
from trainer_app.domain.experiments import Experiment
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.ui.messages import explain

KEYS, OTHER = PrivateKeys(bytes(32)), PrivateKeys(bytes([1]) * 32)
CARD = Experiment(
    id="01a20cbf-66c0-7b8d-a631-ecca789ecd96",
    title="Quiz first",
    tried="The quiz came first.\n\nThen the pages.",
    happened="Everyone talked. «Schön», said one.",
    again="",
    on=date(2026, 11, 24),
    lesson="set-who-sees-me",
    author="Mirjam",
    centre="Library West",
)
SEALED = sealed_card(CARD, KEYS)
_PURPOSE = b"trainer-app experiment card 1\n"


def signed(keys: PrivateKeys = KEYS, form: Any = 1, **words: Any) -> bytes:
    """A card with other words in it, signed as this program signs."""
    said = json.loads(SEALED)
    del said["signature"]
    said["card"].update(words)
    said.update({"format": form, "key": keys.public.sign_hex})
    return canonical({**said, "signature": keys.sign(_PURPOSE + canonical(said)).hex()})


def test_what_is_written_is_read_again_with_the_key_of_who_signed(tmp_path: Path):
    write_card(tmp_path / "quiz.card", CARD, KEYS)
    found = open_card(tmp_path / "quiz.card")
    assert (found.card, found.key) == (CARD, KEYS.public.sign_hex)
    assert signed() == SEALED


@given(st.text(max_size=60))
def test_any_text_can_be_made_plain_and_then_shared(text: str):
    plain = plain_text(text)
    assert plain_text(plain) == plain
    assert not set(plain) & set("<\r\t\x00\u202e")
    card = plain_card(replace(CARD, tried=text, author=text), "Library")
    assert opened_card(sealed_card(card, KEYS), "x.card").card == card


NO_CARDS = {
    "empty": b"",
    "words": b"Dear colleague",
    "zip": b"PK\x03\x04" + bytes(200),
    "not utf-8": b'{"card":"\xff"}',
    "a list": b"[]",
    "other fields": canonical({"card": {}, "format": 1}),
    "deep": b"[" * 50_000,
    "half a letter": SEALED.replace(b"Quiz first", b"Quiz \\ud800"),
    "not a number": SEALED.replace(b'"format":1', b'"format":NaN'),
    "a form that is none": signed(form="1"),
    "form nought": signed(form=0),
    "too large": SEALED + b" " * FILE_BYTES,
}


@pytest.mark.parametrize("name", NO_CARDS)
def test_what_is_no_card_is_refused(name: str):
    with pytest.raises(NotACard):
        opened_card(NO_CARDS[name], "x.card")


CHANGED = {
    "another title": SEALED.replace(b"Quiz first", b"Quiz worst"),
    "another centre": SEALED.replace(b"Library West", b"Library East"),
    "another key": SEALED.replace(KEYS.public.sign_hex.encode(), OTHER.public.sign_hex.encode()),
    "a line added": SEALED + b"\n",
    "spelt otherwise": json.dumps(json.loads(SEALED), indent=1).encode(),
    "a field twice": SEALED.replace(b'"format":1', b'"format":1,"format":1'),
}


@pytest.mark.parametrize("name", CHANGED)
def test_what_somebody_changed_is_refused(name: str):
    with pytest.raises(ChangedCard):
        opened_card(CHANGED[name], "x.card")


HARMFUL = {
    "no title": {"title": ""},
    "a title of lines": {"title": "one\ntwo"},
    "a long title": {"title": "a" * 121},
    "markup": {"tried": "<b>bold</b>"},
    "an entity": {"tried": "fish &amp; chips"},
    "letters that overtake": {"happened": "abc\u202edef"},
    "a control sign": {"again": "bell\x07"},
    "far too long": {"tried": "a" * 2001},
    "a number for a text": {"tried": 3},
    "no day": {"on": "2026-02-30"},
    "a path for a lesson": {"lesson": "../../etc"},
    "an id that names something else": {"id": "experiment:x"},
    "no centre": {"centre": ""},
    "a field more": {"learner": "Amina"},
}


@pytest.mark.parametrize("name", HARMFUL)
def test_what_no_card_may_hold_is_refused_though_it_is_signed(name: str):
    with pytest.raises(CardDamaged):
        opened_card(signed(**HARMFUL[name]), "x.card")


def test_a_newer_form_is_told_from_a_damaged_one():
    with pytest.raises(NewerCard) as told:
        opened_card(signed(form=2, colour="red"), "x.card")
    assert (told.value.facts["found"], told.value.facts["known"]) == (2, 1)


@given(st.integers(0, len(SEALED) - 1), st.integers(1, 255))
def test_one_byte_changed_anywhere_is_never_taken(at: int, by: int):
    content = bytearray(SEALED)
    content[at] ^= by
    with pytest.raises(TrainerError) as told:
        opened_card(bytes(content), "x.card")
    assert "x.card" in explain(told.value).text


def test_what_is_no_plain_file_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.card")
    for name in ("pipe.card", "gone.card", "."):
        with pytest.raises(UnreadableFile):
            open_card(tmp_path / name)
