"""Reads a TOML file of a lesson's structure field by field, and knows the line of each table."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from trainer_app.domain.errors import UnreadableLesson

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PICTURE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.svg")
_PHOTO = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.png")

OWN_FILE = "own.toml"
"""Stands beside the lesson.toml of a centre's own lesson, which may have photos (PNG), too."""


class Fields:
    """One table of a file. Every reading function says which kind of value a key must have.

    They raise UnreadableLesson, with the line where the table stands.
    """

    def __init__(
        self,
        broken: BrokenFile,
        table: Mapping[str, Any],
        name: str,
        lines: range,
        text: list[str],
        *,
        photos: bool = False,
    ) -> None:
        self._photos = photos
        self._file = broken
        self._table = table
        self._name = name
        self._lines = lines
        self._text = text
        self._asked: set[str] = set()
        self._inner: list[Fields] = []

    @classmethod
    def of_file(cls, path: Path, change: Callable[[dict[str, Any]], None] | None = None) -> Self:
        """The whole file, `<lesson's folder>/<name>.toml`; UnreadableLesson if it is broken.

        `change` may put other values in before anything is asked for.
        """
        broken = BrokenFile(path.parent.name, path.name)
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            raise broken("file-readable", 0) from None
        try:
            table = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"at line (\d+)", str(error))
            number = int(line[1]) if line else text.count("\n") + 1
            raise broken("toml-readable", number) from None
        if change is not None:
            change(table)
        lines = text.split("\n")
        photos = has_photos(path.parent)
        return cls(broken, table, "", range(1, len(lines) + 1), lines, photos=photos)

    @property
    def line(self) -> int:
        """The line of this table's id, or the table's first line."""
        return self.line_of(f'"{self._table.get("id", "")}"')

    def line_of(self, needle: str) -> int:
        """The first line within this table that holds the needle, or the table's first line."""
        return next((each for each in self._lines if needle in self._text[each - 1]), self.start)

    @property
    def start(self) -> int:
        """The table's first line."""
        return self._lines.start

    def broken(self, rule: str, **facts: str | int) -> UnreadableLesson:
        """The error for a broken rule in this table."""
        return self._file(rule, self.line, **facts)

    def text(self, key: str, default: str | None = None) -> str:
        """Text that is not empty, or the default where the key is missing."""
        value = self._value(key, default)
        if not isinstance(value, str) or not (value or default == ""):
            raise self.broken("toml-fields", key=key)
        return value

    def one_of(self, key: str, known: Collection[str], default: str | None = None) -> str:
        """One of the known texts, or the default where the key is missing."""
        value = self.text(key, default)
        if value not in known and value != default:
            raise self.broken("toml-fields", key=key)
        return value

    def id(self, key: str) -> str:
        """An id: small letters, digits, single hyphens."""
        value = self.text(key)
        if not _ID.fullmatch(value):
            raise self.broken("id-form", id=value)
        return value

    def picture(self, key: str, default: str | None = None) -> str:
        """The name of a picture in the lesson's own folder."""
        value = self.text(key, default)
        if value != default and not is_plain_picture(value, photos=self._photos):
            raise self.broken("picture-name", picture=value)
        return value

    def count(self, key: str, default: int | None = None, least: int = 1) -> int:
        """A whole number, not below the least."""
        value = self._value(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise self.broken("toml-fields", key=key)
        return value

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self._value(key, default)
        if not isinstance(value, bool):
            raise self.broken("toml-fields", key=key)
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts."""
        value = self._value(key, default)
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise self.broken("toml-fields", key=key)
        return tuple(value)

    def table(self, key: str) -> Fields:
        """A table; an empty one where the key is missing."""
        value = self._value(key, {})
        if not isinstance(value, dict):
            raise self.broken("toml-fields", key=key)
        headers = self._headers(f"[{self._path(key)}]")
        return self._keep(
            value, key, range(headers[0] if headers else self.start, self._lines.stop)
        )

    def tables(self, key: str, default: tuple[()] | None = None) -> list[Fields]:
        """A list of tables."""
        value = self._value(key, default)
        if not isinstance(value, list | tuple) or not all(isinstance(item, dict) for item in value):
            raise self.broken("toml-fields", key=key)
        starts = self._headers(f"[[{self._path(key)}]]")
        if not starts or len(starts) != len(value):
            # Written in one line, `key = [{…}, {…}]`: then they have this table's lines.
            return [self._keep(item, key, self._lines) for item in value]
        ends = [*starts[1:], self._lines.stop]
        lines = (range(start, end) for start, end in zip(starts, ends, strict=True))
        return [self._keep(item, key, each) for item, each in zip(value, lines, strict=True)]

    def values_by_id(self) -> Mapping[str, Mapping[str, Any]]:
        """This table as it stands: tables by id, whose fields another table is to take over."""
        self._asked.update(self._table)
        if not all(isinstance(value, dict) for value in self._table.values()):
            raise self.broken("toml-fields", key=self._name)
        return self._table

    def require_unique(self, ids: Iterable[str]) -> None:
        """Raises UnreadableLesson if an id stands twice."""
        seen: set[str] = set()
        for each in ids:
            if each in seen:
                raise self.broken("ids-unique", id=each)
            seen.add(each)

    def unasked(self) -> Iterator[tuple[str, int]]:
        """Every key that nobody asked for, here and in the tables within, and its line."""
        for key in self._table.keys() - self._asked:
            yield key, self.line_of(key)
        for each in self._inner:
            yield from each.unasked()

    def _value(self, key: str, default: object) -> object:
        self._asked.add(key)
        return self._table.get(key, default)

    def _path(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def _headers(self, header: str) -> list[int]:
        return [each for each in self._lines if self._text[each - 1].strip().startswith(header)]

    def _keep(self, table: Mapping[str, Any], key: str, lines: range) -> Fields:
        inner = Fields(self._file, table, self._path(key), lines, self._text, photos=self._photos)
        self._inner.append(inner)
        return inner


class BrokenFile:
    """Makes the errors of one file of structure."""

    def __init__(self, lesson: str, file: str) -> None:
        self._lesson = lesson
        self._name = file

    def __call__(self, rule: str, line: int, **facts: str | int) -> UnreadableLesson:
        return UnreadableLesson(lesson=self._lesson, file=self._name, line=line, rule=rule, **facts)


def is_plain_picture(name: str, *, photos: bool = False) -> bool:
    """Whether this names a picture in the lesson's own folder, and nothing outside it.

    `photos`: whether the lesson may have PNG besides SVG.
    """
    plain = _PICTURE.fullmatch(name) or (photos and _PHOTO.fullmatch(name))
    return bool(plain)


def has_photos(folder: Path) -> bool:
    """Whether the lesson in a folder may have photos: whether it is a centre's own."""
    return (folder / OWN_FILE).is_file()
