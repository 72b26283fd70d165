"""Writes a bundle: what a laptop brings to the others of its centre on a stick."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from nacl.signing import SigningKey

from trainer_app.bundles import envelope, limits
from trainer_app.bundles.lines import as_line
from trainer_app.bundles.manifest import Manifest
from trainer_app.bundles.packing import packed
from trainer_app.domain.errors import BundleTooLarge, CannotWriteFile
from trainer_app.domain.events import Event, canonical
from trainer_app.keys.durable import write_whole
from trainer_app.keys.keypair import PublicKeys
from trainer_app.keys.laptop import LaptopKey


def write_bundle(file: Path, whole: bytes) -> int:
    """Write the bytes of a bundle whole or not at all; returns how many.

    Raises DiskFull, ReadOnly, CannotWriteFile.
    """
    try:
        write_whole(file, whole)
    except OSError as trouble:  # a stick that was pulled, say; a full one is told apart before
        raise CannotWriteFile(file=file.name, reason="other") from trouble
    return len(whole)


def bundled(
    name: str,
    *,
    laptop: LaptopKey,
    manifest: Manifest,
    admissions: Sequence[Event],
    events: Iterable[Event],
    recipients: Sequence[PublicKeys],
) -> bytes:
    """The bytes of a bundle; `name` is the file's in what is raised.

    `events` come run by run: of one laptop, each after the one that it names as previous, the last
    of each run being one of the manifest's heads. The manifest's `events` and `size` are filled in
    here. `admissions`: the authority events by which a reader comes to trust the writer and every
    laptop of which something is carried. Raises BundleTooLarge, and ValueError where nobody could
    open it.
    """
    if not recipients:
        raise ValueError("a bundle is sealed to somebody")
    content = _content(name, laptop, manifest, admissions, events)
    whole = envelope.sealed(content, manifest.centre, recipients, envelope.VERSION)
    line_end = whole.index(b"\n", len(envelope.MAGIC)) + 1
    if line_end - len(envelope.MAGIC) > limits.PREFIX_BYTES or len(whole) > limits.FILE_BYTES:
        raise BundleTooLarge(file=name)
    return whole


def _content(
    name: str,
    laptop: LaptopKey,
    manifest: Manifest,
    admissions: Sequence[Event],
    events: Iterable[Event],
) -> bytes:
    body, count, size = packed(_lines(events, name))
    if count > limits.EVENTS or size > limits.UNPACKED_BYTES:
        raise BundleTooLarge(file=name)
    manifest = replace(manifest, events=count, size=size)
    admitted = [as_line(event).decode() for event in admissions]
    said = SigningKey(laptop.seed).sign(manifest.statement(admitted, body))
    head = {
        "device": manifest.device,
        "signature": said.signature.hex(),
        "manifest": manifest.as_json(),
        "admissions": admitted,
    }
    line = canonical(head) + b"\n"
    if len(line) > limits.HEAD_BYTES:
        raise BundleTooLarge(file=name)
    return line + body


def _lines(events: Iterable[Event], name: str) -> Iterator[bytes]:
    for event in events:
        line = as_line(event) + b"\n"
        if len(line) > limits.LINE_BYTES:
            raise BundleTooLarge(file=name)
        yield line
