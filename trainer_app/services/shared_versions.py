"""Which version of what was shared last from this laptop, so that a change gets a new number."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trainer_app.bundles.packs.label import hash_of
from trainer_app.domain.events import canonical
from trainer_app.keys.durable import write_whole

FILE = "shared-lessons.json"
_VERSION = re.compile(rb"^version[ \t]*=[ \t]*\d+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Shared:
    """A version that left this laptop, and a hash of all that it held but its number."""

    version: int
    content: str


class SharedVersions:
    """Kept in the data folder; a file that is lost or not whole is as if nothing was shared."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE

    def last(self, what: str) -> Shared | None:
        """What was shared last of a lesson (its id) or a translation (`<id>/<language>`)."""
        found = self._all().get(what)
        return Shared(*found) if found else None

    def version_for(self, what: str, files: Mapping[str, bytes], version: int) -> int:
        """The version to share these files as: one more than the last where they changed."""
        last = self.last(what)
        if last is None or version > last.version:
            return version
        return last.version + (content_hash(files) != last.content)

    def keep(self, what: str, files: Mapping[str, bytes], version: int) -> None:
        """Remember that this was shared. Raises DiskFull, ReadOnly, DiskFails."""
        known = {**self._all(), what: (version, content_hash(files))}
        write_whole(self._file, canonical(known))

    def _all(self) -> dict[str, tuple[int, str]]:
        try:
            known = json.loads(self._file.read_bytes())
            return {str(what): (int(one[0]), str(one[1])) for what, one in known.items()}
        except (OSError, ValueError, TypeError, LookupError, AttributeError):
            return {}


def content_hash(files: Mapping[str, bytes]) -> str:
    """A hash of files, be the number of their version what it may."""
    return hash_of(
        canonical({name: hash_of(with_version(files[name], 0, name)) for name in sorted(files)})
    )


def with_version(content: bytes, version: int, name: str) -> bytes:
    """The same `lesson.toml` with another version; any other file as it is."""
    if name != "lesson.toml":
        return content
    return _VERSION.sub(b"version = %d" % version, content, count=1)
