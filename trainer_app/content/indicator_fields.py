"""Reads a table of an indicator set key by key and gathers all that is wrong, not the first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from trainer_app.content.indicator_lines import line_at
from trainer_app.domain.funding.answers import Words
from trainer_app.domain.funding.set_findings import SetFinding

LONGEST_TEXT = 600
MOST_FINDINGS = 100

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")
# Signs that turn text around unseen: with them a label could read otherwise than it stands
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Gathered:
    """The findings of one file, each with the line of its key."""

    def __init__(self, lines: Mapping[str, int]) -> None:
        self._lines = lines
        self.found: list[SetFinding] = []

    def add(self, rule: str, path: str, **facts: str | int) -> None:
        """Takes a finding in; more than anybody reads are left out."""
        if len(self.found) < MOST_FINDINGS:
            self.found.append(SetFinding(rule, line_at(self._lines, path), path, facts))


class Table:
    """One table of the file. A value of the wrong kind becomes a finding and an empty value."""

    def __init__(self, gathered: Gathered, values: Mapping[str, Any], path: str = "") -> None:
        self.gathered = gathered
        self.path = path
        self._values = values
        self._asked: set[str] = set()

    def at(self, key: str) -> str:
        """The path of a key of this table."""
        return f"{self.path}.{key}" if self.path else key

    def add(self, rule: str, key: str = "", **facts: str | int) -> None:
        """A finding about a key of this table, or about the table."""
        self.gathered.add(rule, self.at(key) if key else self.path, **facts)

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        self._asked.add(key)
        return key in self._values

    def value(self, key: str) -> Any:
        """Whatever stands there; None where nothing does."""
        self._asked.add(key)
        return self._values.get(key)

    def text(self, key: str, known: Collection[str] | None = None) -> str:
        """A text, one of the known where there are such."""
        value = self._needed(key, str, "text")
        if value is None:
            return ""
        if not value.strip() or len(value) > LONGEST_TEXT or _unprintable(value):
            self.add("text-form", key, most=LONGEST_TEXT)
            return ""
        if known is not None and value not in known:
            self.add("value-unknown", key, value=_short(value), known=", ".join(known))
            return ""
        return str(value)

    def id(self, key: str) -> str:
        """An id: small letters, digits, single hyphens."""
        return self._formed(key, _ID, "id-form")

    def code(self, key: str) -> str:
        """A funder's code: letters, digits, dots and hyphens, up to 40."""
        return self._formed(key, _CODE, "code-form")

    def _formed(self, key: str, form: re.Pattern[str], rule: str) -> str:
        value = self.text(key)
        if value and (not form.fullmatch(value) or len(value) > 40):
            self.add(rule, key, value=_short(value))
            return ""
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where the key is missing."""
        return bool(self._needed(key, bool, "flag")) if self.has(key) else False

    def count(self, key: str, least: int = 0, most: int = 10_000) -> int | None:
        """A whole number between two; None where it is none."""
        value = self._needed(key, int, "count")
        if value is None:
            return None
        if isinstance(value, bool) or not least <= value <= most:
            self.add("number-range", key, least=least, most=most)
            return None
        return int(value)

    def texts(self, key: str, known: Collection[str] | None = None) -> tuple[str, ...]:
        """A list of at least one text, one of the known where there are such."""
        value = self._needed(key, list, "texts")
        if value is None:
            return ()
        if not value or len(value) > 100 or not all(isinstance(one, str) for one in value):
            self.add("wrong-kind", key, wanted="texts")
            return ()
        for one in value:
            if known is not None and one not in known:
                self.add("value-unknown", key, value=_short(one), known=", ".join(known))
        return tuple(value)

    def table(self, key: str) -> Table:
        """A table within this one; an empty one where it is missing."""
        value = self._needed(key, dict, "table")
        return Table(self.gathered, value or {}, self.at(key))

    def tables(self, key: str, least: int, most: int) -> tuple[Table, ...]:
        """A list of tables."""
        if least == 0 and not self.has(key):
            return ()
        value = self._needed(key, list, "tables")
        if value is None:
            return ()
        if not all(isinstance(one, dict) for one in value):
            self.add("wrong-kind", key, wanted="tables")
            return ()
        if not least <= len(value) <= most:
            self.add("how-many", key, least=least, most=most)
            return ()
        return tuple(
            Table(self.gathered, one, f"{self.at(key)}[{number}]")
            for number, one in enumerate(value, 1)
        )

    def words(self, key: str) -> Words:
        """Words by language, English among them."""
        table = self.table(key)
        found = {}
        for language in list(table._values):
            if not _LANGUAGE.fullmatch(language):
                table.add("language-form", language, value=_short(language))
                continue
            found[language] = table.text(language)
        if "en" not in found and self.has(key):
            table.add("english-missing")
        return {**found, "en": found.get("en", "")}

    def end(self) -> int:
        """Says which keys nobody asked for, and returns how many those are."""
        unknown = [key for key in self._values if key not in self._asked]
        for key in unknown:
            self.add("key-unknown", key, name=_short(key), known=", ".join(sorted(self._asked)))
        return len(unknown)

    def _needed(self, key: str, kind: type, wanted: str) -> Any:
        if not self.has(key):
            self.add("key-missing", name=key)
            return None
        value = self._values[key]
        if not isinstance(value, kind):
            self.add("wrong-kind", key, wanted=wanted)
            return None
        return value


def once(tables: Iterable[Table], ids: Iterable[str]) -> None:
    """A finding for each table whose id another had before it."""
    seen: set[str] = set()
    for table, id in zip(tables, ids, strict=True):
        if id and id in seen:
            table.add("double", value=_short(id))
        seen.add(id)


def _short(text: str) -> str:
    """What can be shown in one line, whatever a file holds."""
    plain = "".join(sign for sign in text if sign.isprintable() and sign not in _TURNING)
    return plain[:60]


def _unprintable(text: str) -> bool:
    return any(
        (unicodedata.category(sign) in ("Cc", "Cs") and sign != "\n") or sign in _TURNING
        for sign in text
    )
