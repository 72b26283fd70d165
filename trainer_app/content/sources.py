"""A file of words as it stands on the disk: front matter, body, and the hash of the body."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trainer_app.content.fields import has_photos
from trainer_app.content.harmless import harmless, without_tags
from trainer_app.domain.errors import UnreadableLesson

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Source:
    """One Markdown file of a lesson. `raw` is the body as written, `body` the same without HTML.

    Both bodies have the same lines; the first of them is line `first_line` of the file.
    `photos`: whether it may show PNG besides SVG.
    """

    lesson: str
    language: str
    name: str
    matter: Mapping[str, str]
    raw: str
    first_line: int
    photos: bool = False

    @property
    def file(self) -> str:
        """The file's place within the lesson's folder."""
        return f"{self.language}/{self.name}"

    @property
    def body(self) -> str:
        """The words after the front matter, without HTML."""
        return without_tags(self.raw)

    @property
    def hash(self) -> str:
        """What `translated_from` names: the first 16 hex digits of the SHA-256 of the body."""
        return hashlib.sha256(self.raw.encode()).hexdigest()[:16]

    def needs(self, key: str, rule: str = "front-matter") -> str:
        """A value of the front matter; UnreadableLesson if it is not there or empty."""
        value = self.matter.get(key, "")
        if not value:
            raise self.broken(rule, 1, key=key)
        return value

    def broken(self, rule: str, line: int, **facts: str | int) -> UnreadableLesson:
        """The error for a broken rule in this file. `line` counts from the top of the file."""
        return UnreadableLesson(lesson=self.lesson, file=self.file, line=line, rule=rule, **facts)


def read_source(lesson: str, path: Path) -> Source:
    """Reads one file of words. `path` ends in `<language>/<name>.md`.

    Raises UnreadableLesson for a file that is missing, not UTF-8, or without front matter.
    """
    language, name = path.parts[-2:]
    try:
        # Reading as text turns every kind of line end into "\n"; Windows editors add a mark.
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        file = f"{language}/{name}"
        raise UnreadableLesson(lesson=lesson, file=file, line=0, rule="file-readable") from None
    return source_in(text, lesson, language, name, photos=has_photos(path.parent.parent))


def source_in(text: str, lesson: str, language: str, name: str, *, photos: bool = False) -> Source:
    """A file of words from its text, lines ended by "\\n"; UnreadableLesson without front matter.

    `photos`: whether it may show PNG besides SVG.
    """

    def broken(rule: str, line: int) -> UnreadableLesson:
        return UnreadableLesson(lesson=lesson, file=f"{language}/{name}", line=line, rule=rule)

    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        raise broken("front-matter", 1)
    matter: dict[str, str] = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == _FENCE:
            raw = "\n".join(lines[number:])
            return Source(lesson, language, name, matter, raw, number + 1, photos)
        key, colon, value = line.partition(":")
        if not line.strip():
            continue
        if not colon or key.strip() in matter:
            raise broken("front-matter", number)
        matter[key.strip()] = harmless(value.strip())
    raise broken("front-matter", len(lines))
