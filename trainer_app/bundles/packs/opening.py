"""Opens a pack: whole, in our form, as its author signed it, or refused.

What the files say is not looked at here: see `examining`.
"""

from __future__ import annotations

import stat
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from trainer_app.bundles.packs import limits, zips
from trainer_app.bundles.packs.label import Label, hash_of, read_label, statement
from trainer_app.bundles.packs.names import LABEL, SIGNATURE, language_of, shown
from trainer_app.domain.errors import (
    ChangedPack,
    NotAPack,
    PackTooLarge,
    UnreadableFile,
    UnsafePack,
)
from trainer_app.keys.keypair import signed_by


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack says of itself, and its files by path, each as it was signed."""

    file: str
    label: Label
    files: Mapping[str, bytes] = field(repr=False)


def open_pack(file: Path) -> Pack:
    """Open a pack of this program; nothing is written anywhere.

    Raises UnreadableFile, PackTooLarge, NotAPack, PackDamaged, UnsafePack, NewerPack,
    OtherKindOfPack, ChangedPack.
    """
    try:
        # A pipe or a device would keep the reader waiting for ever.
        if not stat.S_ISREG(file.stat().st_mode):
            raise UnreadableFile(file=file.name)
        with file.open("rb") as source:
            content = source.read(limits.PACKED_BYTES + 1)
    except OSError as trouble:
        raise UnreadableFile(file=file.name) from trouble
    return opened(content, file.name)


def opened(content: bytes, file: str) -> Pack:
    """Open the bytes of a pack; `file` is its name in what is raised, as `open_pack` says."""
    found = _entries(content, file)
    if LABEL not in found or SIGNATURE not in found:
        raise NotAPack(file=file)
    said = zips.unpacked(found.pop(LABEL), file)
    label = read_label(said, file)
    signature = zips.unpacked(found.pop(SIGNATURE), file)
    if not signed_by(bytes.fromhex(label.key), statement(said), signature):
        raise ChangedPack(file=file, reason="signature", inside=LABEL)
    return _unpacked(label, found, file)


def opened_from_room(content: bytes) -> Pack:
    """Open what `packed_for_room` made; only for what a proven laptop sent. Raises as `opened`."""
    found = _entries(content, "")
    if LABEL not in found or SIGNATURE in found:
        raise NotAPack(file="")
    return _unpacked(read_label(zips.unpacked(found.pop(LABEL), ""), ""), found, "")


def _entries(content: bytes, file: str) -> dict[str, zips.Entry]:
    if len(content) > limits.PACKED_BYTES:
        raise PackTooLarge(file=file, reason="packed")
    return {entry.name: entry for entry in zips.entries(content, file)}


def _unpacked(label: Label, found: Mapping[str, zips.Entry], file: str) -> Pack:
    """Only what the label vouches for is unpacked."""
    _check_listed(label, found.keys(), file)
    files = {name: zips.unpacked(entry, file) for name, entry in sorted(found.items())}
    for name, each in files.items():
        if hash_of(each) != label.files[name]:
            raise ChangedPack(file=file, reason="changed", inside=name)
    return Pack(file, label, files)


def _check_listed(label: Label, names: Set[str], file: str) -> None:
    """The files are those of the label, and those that its kind may have."""
    for name in sorted(label.files.keys() - names):
        raise ChangedPack(file=file, reason="missing", inside=shown(name))
    for name in sorted(names - label.files.keys()):
        raise ChangedPack(file=file, reason="unlisted", inside=name)
    for name in sorted(names):
        if label.kind == "translation" and language_of(name) != label.language:
            raise UnsafePack(file=file, reason="name", inside=name)
