"""Writes a pack: a lesson's files, the label that lists them, and its author's signature."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from trainer_app.bundles.packs.label import Label, hash_of, statement
from trainer_app.bundles.packs.names import LABEL, SIGNATURE
from trainer_app.bundles.packs.opening import opened
from trainer_app.domain.errors import CannotWriteFile
from trainer_app.keys.durable import write_whole
from trainer_app.keys.keypair import PrivateKeys

_ALWAYS = (1980, 1, 1, 0, 0, 0)  # when it was written is nobody's business
_PLAIN_FILE = 0o100600 << 16


def packed(label: Label, files: Mapping[str, bytes], keys: PrivateKeys) -> bytes:
    """The bytes of a pack of these files; the label's `key` and `files` are filled in here.

    The same lesson gives the same bytes.
    """
    hashes = {name: hash_of(files[name]) for name in sorted(files)}
    said = replace(label, key=keys.public.sign_hex, files=hashes).as_bytes()
    whole = {LABEL: said, SIGNATURE: keys.sign(statement(said)), **files}
    return zipped(whole)


def packed_for_room(label: Label, files: Mapping[str, bytes]) -> bytes:
    """The bytes of a pack that goes from laptop to laptop of one room: nobody signs it, for the
    two have proven to each other who they are. Nothing opens it as a file.
    """
    hashes = {name: hash_of(files[name]) for name in sorted(files)}
    return zipped({LABEL: replace(label, files=hashes).as_bytes(), **files})


def write_pack(file: Path, label: Label, files: Mapping[str, bytes], keys: PrivateKeys) -> None:
    """Write a pack whole or not at all; only what can be opened again is written.

    Raises what `opened` raises, DiskFull, ReadOnly, DiskFails, CannotWriteFile.
    """
    content = packed(label, files, keys)
    opened(content, file.name)
    try:
        write_whole(file, content)
    except OSError as trouble:  # a stick that was pulled, say
        raise CannotWriteFile(file=file.name, reason="other") from trouble


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files, in this order."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, _ALWAYS)
            entry.external_attr = _PLAIN_FILE
            entry.create_system = 3
            archive.writestr(entry, content, ZIP_DEFLATED)
    return out.getvalue()
