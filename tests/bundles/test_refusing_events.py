"""More than declared, chains that were not signed, events that cannot be: refused as such."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import zstandard
from forging import cheated, refused
from writing_laptops import (
    WritingLaptop,
    write,
)

from trainer_app.bundles import limits
from trainer_app.bundles.lines import as_line
from trainer_app.domain import errors
from trainer_app.domain.events import EARLIEST_CLOCK, Event, canonical, hash_body


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "news.bundle"


@pytest.fixture
def laptop() -> WritingLaptop:
    return WritingLaptop("laptop-a", 1).marks(6)


# How much there is
def test_more_than_a_centre_can_have(file: Path, laptop: WritingLaptop) -> None:
    for claim in ({"events": limits.EVENTS + 1}, {"size": limits.UNPACKED_BYTES + 1}):
        cheated(file, laptop, [], [], claims=lambda said, claim=claim: replace(said, **claim))
        refused(file, errors.BundleTooLarge)


def test_more_than_was_declared(file: Path, laptop: WritingLaptop) -> None:
    lines = [as_line(event) for event in laptop.events]
    for name, less in (("events", 1), ("size", 1)):
        cheated(
            file,
            laptop,
            lines,
            [laptop.head()],
            claims=lambda said, name=name, less=less: replace(
                said, **{name: getattr(said, name) - less}
            ),
        )
        refused(file, errors.BundleTooLarge)


def test_less_than_was_declared(file: Path, laptop: WritingLaptop) -> None:
    lines = [as_line(event) for event in laptop.events]
    for name in ("events", "size"):
        cheated(
            file,
            laptop,
            lines,
            [laptop.head()],
            claims=lambda said, name=name: replace(said, **{name: getattr(said, name) + 1}),
        )
        refused(file, errors.BundleDamaged)


def test_packed_bytes_that_are_not_packed(file: Path, laptop: WritingLaptop) -> None:
    packed = zstandard.compress(b"[]\n")
    unclosed = zstandard.ZstdCompressor().compressobj()
    started = unclosed.compress(b"[]\n") + unclosed.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
    spoiled = packed[:6] + bytes([packed[6] ^ 0xFF]) + packed[7:]
    for body in (b"", b"no frame at all", packed + b"\0", packed + packed, started, spoiled):
        cheated(
            file,
            laptop,
            [],
            [],
            body=body,
            claims=lambda said: replace(said, events=1, size=3),
        )
        refused(file, errors.BundleDamaged)
    cheated(file, laptop, [], [], body=packed + bytes(2000),
            claims=lambda said: replace(said, events=1, size=3))  # fmt: skip
    refused(file, errors.BundleDamaged)


def test_a_line_that_never_ends(file: Path, laptop: WritingLaptop) -> None:
    endless = zstandard.compress(b"[" * (3 * limits.LINE_BYTES))
    cheated(file, laptop, [], [], body=endless,
            claims=lambda said: replace(said, events=1, size=2**29))  # fmt: skip
    refused(file, errors.BundleTooLarge)
    cut = zstandard.compress(as_line(laptop.events[0]))
    cheated(file, laptop, [], [], body=cut,
            claims=lambda said: replace(said, events=0, size=10_000))  # fmt: skip
    refused(file, errors.BundleDamaged)


def test_a_window_that_takes_more_memory_than_there_is(file: Path, laptop: WritingLaptop) -> None:
    wide = zstandard.ZstdCompressionParameters(window_log=27)
    packer = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    body = packer.compress(b"[]\n") + packer.flush()
    cheated(file, laptop, [], [], body=body,
            claims=lambda said: replace(said, events=1, size=3))  # fmt: skip
    refused(file, errors.BundleTooLarge)


# The chains
def test_a_head_of_an_unknown_laptop(file: Path, laptop: WritingLaptop) -> None:
    other = WritingLaptop("laptop-b", 2).marks(1)
    write(file, laptop, heads=[laptop.head(), other.head()])
    refused(file, errors.UnknownLaptop)


def test_a_head_that_its_laptop_did_not_sign(file: Path, laptop: WritingLaptop) -> None:
    for wrong in ({"seq": 5}, {"hash": "00" * 32}, {"signature": "00" * 64}, {"signature": "x"}):
        write(file, laptop, heads=[replace(laptop.head(), **wrong)])
        refused(file, errors.ForgedEvents)


def test_events_of_an_unknown_laptop(file: Path, laptop: WritingLaptop) -> None:
    other = WritingLaptop("laptop-b", 2).marks(1)
    write(file, laptop, events=[*laptop.events, *other.events])
    refused(file, errors.UnknownLaptop)


def test_events_that_no_head_covers(file: Path, laptop: WritingLaptop) -> None:
    write(file, laptop, heads=[])
    refused(file, errors.ForgedEvents)
    write(file, laptop, heads=[laptop.head(5)])
    refused(file, errors.ForgedEvents)
    write(file, laptop, events=laptop.events[:5])
    refused(file, errors.ForgedEvents)


@pytest.mark.parametrize(
    "order", [(0, 1, 3, 4, 5), (0, 2, 1, 3, 4, 5), (5, 4, 3, 2, 1, 0), (0, 1, 2, 2, 3, 4, 5)]
)
def test_a_chain_with_a_hole_or_in_another_order(
    file: Path, laptop: WritingLaptop, order: tuple[int, ...]
) -> None:
    write(file, laptop, events=[laptop.events[at] for at in order])
    refused(file, errors.ForgedEvents)


def test_a_chain_that_goes_on_from_what_was_never_there(file: Path, laptop: WritingLaptop) -> None:
    twin = laptop.twin(2, number=2).marks(4)
    write(file, laptop, events=[*laptop.events[:3], *twin.events[3:]], heads=[twin.head()])
    refused(file, errors.ForgedEvents)


# The events
LINES: list[Callable[[str], str]] = [
    lambda line: line[:0],
    lambda line: line[:-1],
    lambda line: line + " ",
    lambda line: line.replace(",", ", ", 1),
    lambda line: line.replace('"seq":3', '"seq":3.0'),
    lambda line: line.replace('"seq":3', '"seq":03'),
    lambda line: line.replace('"seq":3', '"seq":0'),
    lambda line: line.replace('"seq":3', '"seq":true'),
    lambda line: line.replace('"version":', '"versio":'),
    lambda line: line.replace('"by":"trainer-1"', '"by":7'),
    lambda line: line.replace('"by":"trainer-1"', '"by":"a","by":"trainer-1"'),
    lambda line: line.replace('"replaces":[]', '"replaces":[7]'),
    lambda line: line.replace('"replaces":[]', '"replaces":["a",]'),
    lambda line: line.replace(str(EARLIEST_CLOCK + 3), "7"),
    lambda line: line.replace(str(EARLIEST_CLOCK + 3), "9" * 17),
    lambda line: line.replace('"late":0', '"late":1'),
    lambda line: line.replace('"late":0', '"late": 0'),
    lambda line: line.replace('"late":0', '"late":-0'),
    lambda line: line.replace('"late":0', '"late":NaN'),
    lambda line: line.replace('"late":0', '"late":' + "9" * 5000),
    lambda line: line.replace('"late":0', '"late":' + "[" * 9000 + "]" * 9000),
    lambda line: line.replace('"s1"', r'"\ud800"'),
    lambda line: line.replace('"s1"', r'"\u0073\u0031"'),
    lambda line: line.replace('"s1"', '"s1","session":"s1"'),
    lambda line: line.replace(',"01', ',"02'),
    lambda line: line.replace(',"01', ',"01 '),
    lambda line: line[: line.index(',"01')] + ',null,{"late":0}]',
    lambda line: line[: line.index(',"01')] + f',"{"01" * 16}",null]',
]


@pytest.mark.parametrize("change", LINES)
def test_an_event_that_its_laptop_cannot_have_sealed(
    file: Path, laptop: WritingLaptop, change: Callable[[str], str]
) -> None:
    lines = [as_line(event) for event in laptop.events]
    changed = change(lines[2].decode()).encode()
    assert changed != lines[2]
    cheated(file, laptop, [*lines[:2], changed, *lines[3:]], [laptop.head()])
    refused(file, errors.ForgedEvents)


def sealed_anew(laptop: WritingLaptop, **change: Any) -> Event:
    """A last event that the laptop sealed itself, although the rules forbid it."""
    header, salt = laptop.events[-1].header, "01" * 16
    body = change.pop("body", {})
    made = Event(replace(header, body_hash=hash_body(salt, body), **change), salt, body)
    laptop.events[-1] = made
    return made


@pytest.mark.parametrize(
    "change",
    [
        {"body": {"session": "s1"}},
        {"kind": "course-set", "version": 1, "body": {"course": 7}},
        {"kind": "centre-named", "version": 1, "body": {"name": "x"}},
        {"clock": 7, "body": {}},
    ],
)
def test_an_event_against_the_rules_of_its_kind(
    file: Path, laptop: WritingLaptop, change: dict[str, Any]
) -> None:
    sealed_anew(laptop, **change)
    write(file, laptop)
    refused(file, errors.ForgedEvents)


def test_a_laptop_that_speaks_for_a_trainer(file: Path, laptop: WritingLaptop) -> None:
    body = {"laptop": "laptop-b", "signer": "trainer-1", "signature": "00" * 64}
    laptop.write("laptop-readmitted", body)
    write(file, laptop)
    refused(file, errors.ForgedEvents)


def test_a_trainers_word_without_its_words(file: Path, laptop: WritingLaptop) -> None:
    """Whoever could strip a shut-out or an erasure of its body could keep it from counting."""
    event = laptop.write("laptop-readmitted", {"laptop": "laptop-b"})
    bare = replace(event, salt=None, body=None)
    write(file, laptop, events=[*laptop.events[:-1], bare])
    refused(file, errors.ForgedEvents)


@pytest.mark.parametrize(
    "text",
    [
        '{"name": "x"}',
        '{"name":"x","name":"x"}',
        '{"b":1,"a":1}',
        '{"name":NaN}',
        '{"name":1e400}',
        r'{"name":"\ud800"}',
        r'{"name":"\u0078"}',
        '{"name":' + "[" * 600 + "]" * 600 + "}",
        '{"name":' + "9" * 5000 + "}",
        '{"name":' + "[" * 90_000 + "]" * 90_000 + "}",
        '{"name"}',
    ],
)
def test_a_body_that_another_program_would_spell_otherwise(
    file: Path, laptop: WritingLaptop, text: str
) -> None:
    salt = "01" * 16
    said = hashlib.sha256(bytes.fromhex(salt) + text.encode()).hexdigest()
    header = replace(laptop.events[0].header, kind="from-the-future", body_hash=said)
    laptop.events = [Event(header, None)]
    line = f'[{canonical(header.as_json()).decode()},"{salt}",{text}]'
    cheated(file, laptop, [line.encode()], [laptop.head()])
    refused(file, errors.ForgedEvents)


def test_lines_that_are_not_text(file: Path, laptop: WritingLaptop) -> None:
    for line in (b"\xff", b"", b"[[]]", b"{}"):
        cheated(file, laptop, [line], [])
        refused(file, errors.ForgedEvents)
