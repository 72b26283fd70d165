"""The label of a pack, `pack.json`: what it holds, by whom, and the hash of every file."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, cast

from trainer_app.bundles.packs import limits
from trainer_app.bundles.packs.signs import is_plain_line
from trainer_app.domain.errors import NewerPack, OtherKindOfPack, PackDamaged
from trainer_app.domain.events import canonical

FORMAT = 1
_PURPOSE = b"trainer-app lesson pack 1\n"
_NEWEST = 9_999

Kind = Literal["lesson", "translation"]
KINDS: tuple[Kind, ...] = ("lesson", "translation")

_ID = re.compile(r"(?=.{1,80}\Z)[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Label:
    """What its author says of a pack, and signs.

    `language`: in which the title is, and the only one of a translation. `key`: the author's
    public Ed25519 key in hex. `origin`: the lesson that this one was copied from, or "" with
    `origin_version` 0. `files`: SHA-256 in hex by path.
    """

    kind: Kind
    lesson: str
    number: int
    version: int
    title: str
    language: str
    author: str
    key: str
    origin: str = ""
    origin_version: int = 0
    files: Mapping[str, str] = field(default_factory=dict)

    def as_bytes(self) -> bytes:
        """The label as it stands in the file: canonical JSON."""
        return canonical({**asdict(self), "files": dict(self.files), "format": FORMAT})


def statement(label: bytes) -> bytes:
    """What the author signs: the purpose, so that no other signature passes for this one."""
    return _PURPOSE + label


def hash_of(content: bytes) -> str:
    """The SHA-256 of a file, in hex."""
    return hashlib.sha256(content).hexdigest()


def read_label(content: bytes, file: str) -> Label:
    """Read what `as_bytes` made. Raises PackDamaged, NewerPack, OtherKindOfPack."""
    fields = _fields(content, file)
    found = fields.pop("format", None)
    if not _is_count(found, 1, _NEWEST):
        raise PackDamaged(file=file)
    if found > FORMAT:
        raise NewerPack(file=file, found=found, known=FORMAT)
    kind = fields.get("kind")
    if isinstance(kind, str) and kind not in KINDS:
        raise OtherKindOfPack(file=file)
    if not _is_label(fields):
        raise PackDamaged(file=file)
    return Label(**fields)


def _fields(content: bytes, file: str) -> dict[str, Any]:
    """The fields of a label; in another spelling it was not written by this program."""
    if len(content) > limits.LABEL_BYTES:
        raise PackDamaged(file=file)
    try:
        fields = json.loads(content.decode())
        whole = isinstance(fields, dict) and canonical(fields) == content
    except (ValueError, RecursionError):
        raise PackDamaged(file=file) from None
    if not whole:
        raise PackDamaged(file=file)
    return cast(dict[str, Any], fields)


def _is_label(fields: dict[str, Any]) -> bool:
    if fields.keys() != set(Label.__dataclass_fields__):
        return False
    most = limits.STRUCTURE_NUMBER
    return (
        fields["kind"] in KINDS
        and _fits(_ID, fields["lesson"])
        and _is_count(fields["number"], 0, 99)
        and _is_count(fields["version"], 1, most)
        and is_plain_line(fields["title"], 1, 200)
        and _fits(_LANGUAGE, fields["language"])
        and is_plain_line(fields["author"], 0, 80)
        and _fits(_HASH, fields["key"])
        and (fields["origin"] == "" or _fits(_ID, fields["origin"]))
        and _is_count(fields["origin_version"], 0, most)
        and _are_hashes(fields["files"])
    )


def _are_hashes(files: Any) -> bool:
    return (
        isinstance(files, dict)
        and 0 < len(files) <= limits.ENTRIES
        and all(_fits(_HASH, value) for value in files.values())
    )


def _fits(form: re.Pattern[str], value: Any) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None


def _is_count(value: Any, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most
