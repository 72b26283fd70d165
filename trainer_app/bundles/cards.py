"""Experiment cards that centres bring each other: one small signed file each, `*.card`."""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from trainer_app.bundles.packs.signs import hidden_sign, is_plain_line, plain_line
from trainer_app.content.harmless import harmless
from trainer_app.domain.errors import (
    CannotWriteFile,
    CardDamaged,
    ChangedCard,
    NewerCard,
    NotACard,
    UnreadableFile,
)
from trainer_app.domain.events import canonical
from trainer_app.domain.experiments import NAME_LETTERS, TEXT_LETTERS, TITLE_LETTERS, Experiment
from trainer_app.domain.fields import FITS
from trainer_app.keys.durable import write_whole
from trainer_app.keys.keypair import PrivateKeys, signed_by

FORMAT = 1
FILE_BYTES = 64 * 2**10
"""More than the letters of a card can take in any script."""

_PURPOSE = b"trainer-app experiment card 1\n"
_NEWEST = 9_999
_LINES, _BLANK = re.compile(r"[^\S\n]+"), re.compile(r"\n{3,}")
_ID = re.compile(r"[0-9a-f-]{8,64}")
_LESSON = re.compile(r"(?=.{0,80}\Z)([a-z0-9]+(-[a-z0-9]+)*)?")
_KEY, _SIGNATURE = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9a-f]{128}")
_WHOLE = {"card", "format", "key", "signature"}
_TEXTS = ("tried", "happened", "again")
_FIELDS = {"id", "title", *_TEXTS, "on", "lesson", "author", "centre"}


@dataclass(frozen=True, slots=True)
class SignedCard:
    """A card out of a file, and the public Ed25519 key (hex) of the trainer who signed it."""

    card: Experiment
    key: str


def sealed_card(card: Experiment, keys: PrivateKeys) -> bytes:
    """The bytes of a card's file; `card.centre` says where it comes from."""
    said = _statement_of(card, keys.public.sign_hex)
    whole = {**said, "signature": keys.sign(_PURPOSE + canonical(said)).hex()}
    return canonical(whole)


def write_card(file: Path, card: Experiment, keys: PrivateKeys) -> None:
    """Write a card whole or not at all; only what can be opened again is written.

    Raises what `opened_card` raises, DiskFull, ReadOnly, DiskFails, CannotWriteFile.
    """
    content = sealed_card(card, keys)
    opened_card(content, file.name)
    try:
        write_whole(file, content)
    except OSError as trouble:  # a stick that was pulled, say
        raise CannotWriteFile(file=file.name, reason="other") from trouble


def open_card(file: Path) -> SignedCard:
    """Open the file of a card. Raises UnreadableFile, and what `opened_card` raises."""
    try:
        # A pipe or a device would keep the reader waiting for ever.
        if not stat.S_ISREG(file.stat().st_mode):
            raise UnreadableFile(file=file.name)
        with file.open("rb") as source:
            content = source.read(FILE_BYTES + 1)
    except OSError as trouble:
        raise UnreadableFile(file=file.name) from trouble
    return opened_card(content, file.name)


def opened_card(content: bytes, file: str) -> SignedCard:
    """Read the bytes of a card's file; `file` is its name in what is raised.

    Raises NotACard, NewerCard, ChangedCard, CardDamaged.
    """
    whole = _read(content, file)
    form = whole["format"]
    if type(form) is not int or not 1 <= form <= _NEWEST:
        raise NotACard(file=file)
    if form > FORMAT:
        raise NewerCard(file=file, found=form, known=FORMAT)
    key, signature = whole["key"], whole["signature"]
    if not (_fits(_KEY, key) and _fits(_SIGNATURE, signature)):
        raise CardDamaged(file=file)
    said = {name: value for name, value in whole.items() if name != "signature"}
    proof = bytes.fromhex(signature)
    if not signed_by(bytes.fromhex(key), _PURPOSE + canonical(said), proof):
        raise ChangedCard(file=file)
    if not _is_card(whole["card"]):
        raise CardDamaged(file=file)
    words = whole["card"]
    return SignedCard(Experiment(**{**words, "on": date.fromisoformat(words["on"])}), key)


def plain_text(text: str) -> str:
    """A text as a card in a file may have it: plain writing, in lines, not too long."""
    kept = "".join(sign for sign in text if sign == "\n" or hidden_sign(sign) is None)
    lines = (_LINES.sub(" ", line).strip() for line in harmless(kept).split("\n"))
    return _BLANK.sub("\n\n", "\n".join(lines))[:TEXT_LETTERS].strip()


def plain_card(card: Experiment, centre: str) -> Experiment:
    """A card as it goes into a file: plain words, and the centre that it comes from."""
    return Experiment(
        id=card.id,
        title=plain_line(card.title, TITLE_LETTERS),
        tried=plain_text(card.tried),
        happened=plain_text(card.happened),
        again=plain_text(card.again),
        on=card.on,
        lesson=card.lesson if _fits(_LESSON, card.lesson) else "",
        author=plain_line(card.author, NAME_LETTERS),
        centre=plain_line(centre, NAME_LETTERS),
    )


def _statement_of(card: Experiment, key: str) -> dict[str, Any]:
    words = {name: getattr(card, name) for name in _FIELDS}
    return {"card": {**words, "on": card.on.isoformat()}, "format": FORMAT, "key": key}


def _read(content: bytes, file: str) -> dict[str, Any]:
    if len(content) > FILE_BYTES:
        raise NotACard(file=file)
    try:
        whole = json.loads(content.decode())
        as_written = canonical(whole) == content
    except (ValueError, RecursionError):
        raise NotACard(file=file) from None
    if not isinstance(whole, dict) or whole.keys() != _WHOLE:
        raise NotACard(file=file)
    if not as_written:
        # The same values in another spelling: somebody had it open in an editor.
        raise ChangedCard(file=file)
    return whole


def _is_card(words: Any) -> bool:
    return (
        isinstance(words, Mapping)
        and words.keys() == _FIELDS
        and _fits(_ID, words["id"])
        and is_plain_line(words["title"], 1, TITLE_LETTERS)
        and all(_is_text(words[name]) for name in _TEXTS)
        and FITS["date"](words["on"])
        and _fits(_LESSON, words["lesson"])
        and is_plain_line(words["author"], 0, NAME_LETTERS)
        and is_plain_line(words["centre"], 1, NAME_LETTERS)
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and value == plain_text(value)


def _fits(form: re.Pattern[str], value: Any) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None
