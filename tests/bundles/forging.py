"""What somebody does who means harm: takes bundles apart and closes them again, changed.

The public half that a bundle is sealed to is no secret, so a forger can always seal. What he lacks
is the key of an admitted laptop; a cheating laptop has its own, but not those of the others.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from nacl.signing import SigningKey
from writing_laptops import CENTRE, CENTRE_KEYS, TRUST, WritingLaptop, admission, manifest

from trainer_app.bundles import envelope
from trainer_app.bundles.lines import as_line
from trainer_app.bundles.manifest import Head, Manifest
from trainer_app.bundles.opening import open_bundle
from trainer_app.bundles.packing import packed
from trainer_app.domain import errors
from trainer_app.domain.events import canonical

Change = Callable[[dict[str, Any]], None]


def content_of(file: Path, centre: str = CENTRE) -> bytes:
    """What stands in the envelope."""
    return envelope.opened(envelope.read_file(file), centre, [CENTRE_KEYS])


def closed_again(
    file: Path, content: bytes, centre: str = CENTRE, version: int = envelope.VERSION
) -> Path:
    """Seal any content to the centre."""
    file.write_bytes(envelope.sealed(content, centre, [CENTRE_KEYS.public], version))
    return file


def with_head(content: bytes, change: Change) -> bytes:
    """The content with something in its head changed, its signature left as it was."""
    line, _, body = content.partition(b"\n")
    head = json.loads(line)
    change(head)
    return canonical(head) + b"\n" + body


def cheated(
    file: Path,
    laptop: WritingLaptop,
    lines: Iterable[bytes],
    heads: Sequence[Head],
    *,
    admitted: Sequence[str] | None = None,
    body: bytes | None = None,
    claims: Callable[[Manifest], Manifest] = lambda manifest: manifest,
) -> Path:
    """A bundle of whatever lines, heads and packed bytes, all signed by the laptop itself."""
    found, count, size = packed(line + b"\n" for line in lines)
    body = found if body is None else body
    said = claims(replace(manifest(laptop, heads), events=count, size=size))
    admitted = [as_line(admission(laptop)).decode()] if admitted is None else admitted
    signature = SigningKey(laptop.key.seed).sign(said.statement(admitted, body)).signature
    head = {
        "device": said.device,
        "signature": signature.hex(),
        "manifest": said.as_json(),
        "admissions": list(admitted),
    }
    return closed_again(file, canonical(head) + b"\n" + body)


def refused(file: Path, error: type[errors.TrainerError], **more: int) -> None:
    """It is refused for this reason, and the error names the file without its folder."""
    with pytest.raises(errors.TrainerError) as told:
        open_bundle(file, centre=CENTRE, identities=[CENTRE_KEYS], trust=TRUST)
    assert (type(told.value), told.value.facts) == (error, {"file": file.name, **more})
