"""Cuts a file of words into its lines, and each line into what is translated and what is not.

The same cut reads a source and its translations; put together again with other words it is a file
in the lesson format whose headings, ids, pictures and minutes are the source's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from trainer_app.content.blanks import BLANK
from trainer_app.content.rules.wording import SENTENCE_WORDS
from trainer_app.content.sources import Source
from trainer_app.content.unit_words import ALT, INLINE, PLAIN, VALUE, Form
from trainer_app.content.words import ABILITY, SOUND
from trainer_app.domain.translating import Kind, Unit

NO_WORDS_IN = frozenset({"by", "review", "reviewed_by", "translated_from", "whole"})
"""Front matter that says something about the file, not words of it."""

_HEADING = re.compile(r"(#{1,6}[ \t]+)((?:\\.|[^\\]|\\\Z)*?)([ \t]*\{#?([^{}]*)\})?[ \t]*#*[ \t]*")
_ID = re.compile(r"#?([a-z0-9-]+)\b")
_PICTURE = re.compile(r"!\[(.*)\](\([^)\s]*\))[ \t]*")
_ITEM = re.compile(r"((?:[ ]{0,3}(?:[-*+]|\d{1,3}\.)[ \t]+)(?:\{#([a-z0-9-]+)\}[ \t]*)?)(.*)")
_WORD = re.compile(
    r"([-*+][ \t]+\*\*)((?:\\.|[^\\*])+?)(\*\*[ \t]*[-–—][ \t]*)(\S.*)"
)  # fmt: skip
_BOX = re.compile(r"([ \t]*>[ \t]*\[!(?:TIP|CARE|SAY|HELP [a-z]+)\])[ \t]*(.*)")
_QUOTE = re.compile(r"([ \t]*>[ \t]?(?:(?:[-*+]|\d{1,3}\.)[ \t]+)?)(.*)")
_LISTED = re.compile(r"[-*+.][ \t]*\Z")
# The trainer's plan may have longer sentences.
_FREE = frozenset({"plan"})
_CUT_AT = {"plan": 2}


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for words in a line. `raw` is what stands there as the file has it."""

    id: str
    kind: Kind
    form: Form
    raw: str
    needed: bool = True
    quiet: bool = False
    counts: bool = True

    @property
    def words(self) -> str:
        """What stands there as people type it; "" where something is to come."""
        return self.form.take(self.raw)

    @property
    def unit(self) -> Unit:
        """What there is to translate."""
        limit = SENTENCE_WORDS if self.counts else 0
        return Unit(self.id, self.words, self.kind, self.needed, limit)


Piece = str | Slot


@dataclass(slots=True)
class Cut:
    """A file of words: its front matter by key, and its lines, each of pieces.

    `name` is that of the file without its ending.
    """

    name: str
    matter: dict[str, Slot] = field(default_factory=dict)
    lines: list[list[Piece]] = field(default_factory=list)

    def slots(self) -> Iterator[Slot]:
        """Every place for words, in the order of reading."""
        yield from self.matter.values()
        for line in self.lines:
            yield from (piece for piece in line if isinstance(piece, Slot))

    def body(self, words: Callable[[Slot], str]) -> str:
        """The text after the front matter, with these words as people type them."""
        return "\n".join(
            "".join(piece if isinstance(piece, str) else _put(piece, words) for piece in line)
            for line in self.lines
        )

    def lines_of(self, unit_ids: Mapping[str, object]) -> dict[int, str]:
        """By number of the line of the body (from 0): the first of these units that it holds."""
        found: dict[int, str] = {}
        for number, line in enumerate(self.lines):
            for piece in line:
                if isinstance(piece, Slot) and piece.id in unit_ids:
                    found.setdefault(number, piece.id)
        return found


def _put(slot: Slot, words: Callable[[Slot], str]) -> str:
    text = slot.form.tidy(words(slot))
    return slot.form.put(text) if text else BLANK


def cut(source: Source) -> Cut:
    """Cut a file at its headings, items and boxes. Lines that go on are joined to their first."""
    name = source.name.removesuffix(".md")
    whole = Cut(name, _matter(name, source))
    _Cutter(whole).read(source.body)
    return whole


def _matter(name: str, source: Source) -> dict[str, Slot]:
    found = {}
    for key, value in source.matter.items():
        if key not in NO_WORDS_IN:
            sound = key.startswith(SOUND)
            kind: Kind = "sound" if sound else "sentence" if key in ("summary", "say") else "title"
            kind = "sentence" if key.startswith(ABILITY) else kind
            found[key] = Slot(f"{name}/{key}", kind, VALUE, value, needed=not sound,
                              counts=not sound)  # fmt: skip
    return found


def _apart(item: str) -> str:
    # No id has this sign: an item called "picture" is not its question's picture.
    return f"#{item}" if item in ("title", "picture") else item


class _Cutter:
    """Goes through the lines of one file."""

    def __init__(self, whole: Cut) -> None:
        self._whole = whole
        self._practice = whole.name in ("practice", "world")
        self._section, self._list, self._item = "", "", ""
        self._counts: Counter[str] = Counter()
        self._open: tuple[list[Piece], str] | None = None
        self._fresh = False

    def read(self, body: str) -> None:
        for line in body.split("\n"):
            if not line.strip():
                self._add("")
                self._open = None
            elif not (self._heading(line) or self._picture(line) or self._quoted(line)):
                self._words(line)

    def _heading(self, line: str) -> bool:
        found = _HEADING.fullmatch(line)
        if found is None:
            return False
        level = len(found[1].strip())
        named = _ID.match(found[4] or "")
        tail = found[3] or ""
        if named and level == _CUT_AT.get(self._whole.name, 1):
            self._section, self._list, self._item = named[1], "", ""
            self._fresh = True
            self._slot(found[1], f"{self._section}/title", "title", PLAIN, found[2], tail)
        elif named and self._practice:
            self._list, self._item = named[1], ""
            place = f"{self._section}/{self._list}/title"
            self._slot(found[1], place, "title", PLAIN, found[2], tail, quiet=True)
        else:
            self._slot(found[1], self._next(), "title", PLAIN, found[2], tail)
        self._open = None
        return True

    def _picture(self, line: str) -> bool:
        found = _PICTURE.fullmatch(line)
        if found is None or not self._fresh:
            return False
        self._fresh = False
        self._slot("![", f"{self._section}/picture", "picture", ALT, found[1], f"]{found[2]}")
        self._open = None
        return True

    def _quoted(self, line: str) -> bool:
        if box := _BOX.fullmatch(line):
            if box[2]:
                self._slot(f"{box[1]} ", self._next(), "title", PLAIN, box[2])
            else:
                self._add(box[1])
            self._open = None
            return True
        found = _QUOTE.fullmatch(line)
        if found is None:
            return False
        if not found[2].strip():
            self._add(line)
            self._open = None
        elif self._open is not None and self._open[1] == ">" and not _LISTED.search(found[1]):
            self._go_on(found[2])
        elif self._item and not _LISTED.search(found[1]):
            self._slot(found[1], f"{self._item}/why", "quote", INLINE, found[2])
            self._open = (self._whole.lines[-1], ">")
        else:
            kind: Kind = "list" if _LISTED.search(found[1]) else "quote"
            self._slot(found[1], self._next(), kind, INLINE, found[2])
            self._open = (self._whole.lines[-1], ">")
        return True

    def _words(self, line: str) -> None:
        self._fresh = False
        if self._whole.name == "words" and (word := _WORD.fullmatch(line)):
            self._counts["words"] += 1
            at = f"words/{self._counts['words']}"
            self._whole.lines.append([
                word[1], Slot(f"{at}/word", "word", PLAIN, word[2], counts=False),
                word[3], Slot(f"{at}/meaning", "sentence", PLAIN, word[4]),
            ])  # fmt: skip
            self._open = (self._whole.lines[-1], "-")
        elif found := _ITEM.fullmatch(line):
            self._item = f"{self._listed_in}{_apart(found[2])}" if found[2] else ""
            place = self._item or self._next()
            self._slot(found[1], place, "list", INLINE, found[3])
            self._open = (self._whole.lines[-1], "-")
        elif self._open is not None:
            self._go_on(line)
        else:
            self._item = ""
            self._slot("", self._next(), "sentence", INLINE, line)
            self._open = (self._whole.lines[-1], "")

    @property
    def _listed_in(self) -> str:
        return f"{self._section}/{self._list}/" if self._list else f"{self._section}/"

    def _next(self) -> str:
        """The place of a line that has no id: its section's next text."""
        within = f"{self._listed_in}text" if self._section else "text"
        self._counts[within] += 1
        return f"{within}/{self._counts[within]}"

    def _slot(
        self, lead: str, place: str, kind: Kind, form: Form, raw: str, tail: str = "", *,
        quiet: bool = False,
    ) -> None:  # fmt: skip
        if form.take(raw):
            counts = self._whole.name not in _FREE and kind != "picture"
            slot = Slot(f"{self._whole.name}/{place}", kind, form, raw, not quiet, quiet, counts)
            self._whole.lines.append([lead, slot, tail])
        else:
            # Nothing to translate yet, or nothing in a translation: it keeps its place.
            slot = Slot(f"{self._whole.name}/{place}", kind, form, "", False, True)
            self._whole.lines.append([lead, slot, tail])

    def _add(self, line: str) -> None:
        self._whole.lines.append([line])

    def _go_on(self, more: str) -> None:
        """A line that belongs to the one before."""
        assert self._open is not None
        line, _mark = self._open
        for at in range(len(line) - 1, -1, -1):
            piece = line[at]
            if isinstance(piece, Slot):
                raw = f"{piece.raw} {more.strip()}".strip()
                empty = not piece.raw
                line[at] = replace(
                    piece, raw=raw, needed=piece.needed or empty, quiet=piece.quiet and not empty
                )
                return
