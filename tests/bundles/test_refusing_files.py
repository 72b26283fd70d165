"""Every reason to refuse a bundle is reached, and said as what it is."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from forging import cheated, closed_again, content_of, refused, with_head
from writing_laptops import (
    CENTRE,
    CENTRE_KEYS,
    TRUST,
    WritingLaptop,
    admission,
    write,
)

from trainer_app.bundles import envelope, limits
from trainer_app.bundles.lines import as_line
from trainer_app.bundles.opening import open_bundle
from trainer_app.domain import errors
from trainer_app.domain.events import canonical
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.laptop import LaptopKey


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "news.bundle"


@pytest.fixture
def laptop() -> WritingLaptop:
    return WritingLaptop("laptop-a", 1).marks(6)


# The file
def test_a_file_that_is_not_there_or_is_none(file: Path) -> None:
    refused(file, errors.UnreadableFile)
    file.mkdir()
    refused(file, errors.UnreadableFile)


def test_a_pipe_would_keep_it_waiting(file: Path) -> None:
    os.mkfifo(file)
    refused(file, errors.UnreadableFile)


@pytest.mark.parametrize(
    "content", [b"", b"trainer-app bundl", b"PK\x03\x04", b"trainer-app bundle 2\n{}"]
)
def test_another_kind_of_file(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    refused(file, errors.NotABundle)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"{}\n",
        b"[1]\n",
        b"\xff\n",
        b'{"version":1}\n',
        b'{"version":"1"}\n',
        b'{"version":true}\n',
        b'{"version":0}\n',
        b'{"version":10000}\n',
        b'{"version":1,"centre":"","keys":7}\n',
        b'{"version":1,"centre":7,"keys":[]}\n',
        b"[" * 60_000 + b"\n",
        b'{"version":' + b"9" * 5000 + b"}\n",
        b" " * limits.PREFIX_BYTES + b'{"version":1}\n',
    ],
)
def test_a_line_that_says_nothing(file: Path, line: bytes) -> None:
    file.write_bytes(envelope.MAGIC + line + bytes(80))
    refused(file, errors.BundleDamaged)


def test_sealed_keys_that_are_no_keys(file: Path) -> None:
    for keys in ([7], ["zz"], [None]):
        line = canonical({"version": 1, "centre": envelope.mark_of(CENTRE), "keys": keys})
        file.write_bytes(envelope.MAGIC + line + b"\n" + bytes(80))
        refused(file, errors.BundleDamaged)


def test_a_newer_version(file: Path, laptop: WritingLaptop) -> None:
    write(file, laptop)
    closed_again(file, b"in a way that nobody knows yet", version=2)
    refused(file, errors.NewerBundle, found=2, known=1)


def test_a_file_larger_than_any_centres(file: Path, laptop: WritingLaptop) -> None:
    write(file, laptop)
    os.truncate(file, limits.FILE_BYTES + 1)
    refused(file, errors.BundleTooLarge)


def test_another_centres_mark(file: Path, laptop: WritingLaptop) -> None:
    write(file, laptop, centre="centre-2")
    refused(file, errors.OtherCentre)


def test_a_key_that_nobody_here_holds(file: Path, laptop: WritingLaptop) -> None:
    write(file, laptop, recipients=[PrivateKeys(bytes(32)).public])
    refused(file, errors.OtherCentre)
    short = CENTRE_KEYS.public.seal(b"not 32 bytes").hex()
    line = canonical({"version": 1, "centre": envelope.mark_of(CENTRE), "keys": [short, "", "00"]})
    file.write_bytes(envelope.MAGIC + line + b"\n" + bytes(80))
    refused(file, errors.OtherCentre)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda whole: whole[:-1],
        lambda whole: whole + b"\0",
        lambda whole: whole[:-40] + bytes(40),
        lambda whole: whole[: whole.index(b"}\n") + 2],
        lambda whole: whole[: whole.index(b"}\n") + 12],
        # The line in the open is sealed in with the rest: a space is no other way to write it.
        lambda whole: whole.replace(b'"version":1', b'"version": 1'),
    ],
)
def test_cut_off_or_changed_on_the_way(
    file: Path, laptop: WritingLaptop, spoil: Callable[[bytes], bytes]
) -> None:
    write(file, laptop)
    file.write_bytes(spoil(file.read_bytes()))
    refused(file, errors.BundleDamaged)


# The head
@pytest.mark.parametrize(
    "content",
    [b"", b"no end", b"{}\n", b"[]\n", b"\xff\n", b"[" * 100_000 + b"\n"],
)
def test_a_head_that_cannot_be_read(file: Path, content: bytes) -> None:
    refused(closed_again(file, content), errors.BundleDamaged)
    long = canonical({"x": "x" * limits.HEAD_BYTES}) + b"\n"
    refused(closed_again(file, long), errors.BundleDamaged)


CHANGES: list[Callable[[dict[str, Any]], Any]] = [
    lambda head: head.pop("device"),
    lambda head: head.pop("manifest"),
    lambda head: head.update(signature="zz"),
    lambda head: head.update(signature=7),
    lambda head: head.update(manifest=[]),
    lambda head: head.update(admissions=7),
    lambda head: head.update(admissions=[7]),
    lambda head: head["manifest"].pop("heads"),
    lambda head: head["manifest"].update(more=1),
    lambda head: head["manifest"].update(made=1.5),
    lambda head: head["manifest"].update(made=-1),
    lambda head: head["manifest"].update(events=True),
    lambda head: head["manifest"].update(size=2**60),
    lambda head: head["manifest"].update(centre=None),
    lambda head: head["manifest"].update(holds=[]),
    lambda head: head["manifest"].update(holds={"laptop-a": "6"}),
    lambda head: head["manifest"].update(keys={"centre-key": 7}),
    lambda head: head["manifest"].update(heads={}),
    lambda head: head["manifest"].update(heads=[["laptop-a", 6]]),
    lambda head: head["manifest"].update(heads=[7]),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_head_that_says_something_else_than_a_head(
    file: Path, laptop: WritingLaptop, change: Callable[[dict[str, Any]], Any]
) -> None:
    write(file, laptop)
    refused(closed_again(file, with_head(content_of(file), change)), errors.BundleDamaged)


def test_a_head_spelled_in_another_way(file: Path, laptop: WritingLaptop) -> None:
    write(file, laptop)
    refused(closed_again(file, content_of(file).replace(b"\n", b" \n", 1)), errors.BundleDamaged)


def test_another_centres_bundle_closed_anew_for_this_one(file: Path, laptop: WritingLaptop) -> None:
    write(file, laptop, centre="centre-2")
    content = content_of(file, "centre-2")
    refused(closed_again(file, content), errors.OtherCentre)
    claimed = with_head(content, lambda head: head["manifest"].update(centre=CENTRE))
    refused(closed_again(file, claimed), errors.ForgedEvents)


# The writer
def test_a_laptop_that_nobody_admitted(file: Path, laptop: WritingLaptop) -> None:
    write(file, laptop, admissions=[])
    refused(file, errors.UnknownLaptop)


def test_a_laptop_that_a_stranger_admitted(file: Path, laptop: WritingLaptop) -> None:
    stranger = PrivateKeys(b"\x66" * 32)
    for signer in ("trainer-1", "stranger", "recovery"):
        write(file, laptop, admissions=[admission(laptop, stranger, signer)])
        refused(file, errors.UnknownLaptop)


def test_an_admission_that_was_changed(file: Path, laptop: WritingLaptop) -> None:
    said = admission(laptop)
    changed = replace(said, body={**said.words, "sign_key": "00" * 32})
    write(file, laptop, admissions=[changed])
    refused(file, errors.ForgedEvents)


def test_a_stranger_who_takes_an_admitted_laptops_name(file: Path, laptop: WritingLaptop) -> None:
    thief = WritingLaptop("laptop-a", 1).marks(6)
    thief.key = LaptopKey(b"\x66" * 32)
    write(file, thief, admissions=[admission(laptop)], heads=[laptop.head()])
    refused(file, errors.ForgedEvents)


def test_what_is_signed_is_the_whole_of_it(file: Path, laptop: WritingLaptop) -> None:
    write(file, laptop)
    content = content_of(file)
    other = admission(WritingLaptop("laptop-b", 2))
    more = as_line(other).decode()
    for changed in (
        with_head(content, lambda head: head["manifest"].update(made=7)),
        with_head(content, lambda head: head["manifest"]["keys"].update(more="x")),
        with_head(content, lambda head: head["admissions"].append(more)),
        with_head(content, lambda head: head.update(signature="00" * 64)),
        content + b"\0",
        content[:-1],
    ):
        refused(closed_again(file, changed), errors.ForgedEvents)


def test_a_writer_who_claims_to_be_another(file: Path, laptop: WritingLaptop) -> None:
    other = as_line(admission(WritingLaptop("laptop-b", 2))).decode()
    cheated(
        file,
        laptop,
        map(as_line, laptop.events),
        [laptop.head()],
        claims=lambda manifest: replace(manifest, device="laptop-b"),
        admitted=[as_line(admission(laptop)).decode(), other],
    )
    refused(file, errors.ForgedEvents)


def test_the_facts_hold_no_folder(tmp_path: Path, laptop: WritingLaptop) -> None:
    folder = tmp_path / "stick of a person"
    folder.mkdir()
    file = folder / "news.bundle"
    write(file, laptop, admissions=[])
    with pytest.raises(errors.UnknownLaptop) as told:
        open_bundle(file, centre=CENTRE, identities=[CENTRE_KEYS], trust=TRUST)
    assert json.dumps(told.value.facts) == '{"file": "news.bundle"}'
