"""How far each language is, in the interface and in the files of words: one table."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trainer_app.content.sources import Source, read_source
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import SOURCE_LANGUAGE
from trainer_app.i18n.languages import Language

PARTS = ("interface", "lessons", "practice", "cards", "plans", "questions", "guide")
_PART_OF = {
    "pages.md": "lessons",
    "quiz.md": "lessons",
    "words.md": "lessons",
    "paths.md": "lessons",
    "practice.md": "practice",
    "world.md": "practice",
    "card.md": "cards",
    "plan.md": "plans",
}


@dataclass(slots=True)
class Count:
    """How many pieces of one part are complete, stale (of other words than now), or missing."""

    complete: int = 0
    stale: int = 0
    missing: int = 0
    reviewed: int = 0
    findings: list[str] = field(default_factory=list)

    @property
    def all(self) -> int:
        """How many pieces there are in the source."""
        return self.complete + self.stale + self.missing


def words_standing(language: str, lessons: Path) -> dict[str, Count]:
    """The files of words in a folder of lessons and beside them, against the files of English."""
    counts = {part: Count() for part in PARTS}
    for file in sorted(lessons.rglob("*.md")):
        if file.parent.name == SOURCE_LANGUAGE and file.name in _PART_OF:
            count = counts[_PART_OF[file.name]]
            _reckon(count, file, file.parent.parent / language / file.name, lessons)
    return counts


def _reckon(count: Count, english: Path, said: Path, lessons: Path) -> None:
    where = said.relative_to(lessons).as_posix()
    source, translation = _source(english), _source(said)
    if source is None or translation is None:
        count.missing += 1
        count.findings.append(f"{where}: not there, or not to be read")
        return
    if translation.matter.get("translated_from") != source.hash:
        count.stale += 1
        count.findings.append(f"{where}: made from other words than the English ones of now")
    else:
        count.complete += 1
    count.reviewed += translation.matter.get("review") == "reviewed"


def _source(file: Path) -> Source | None:
    try:
        return read_source(file.parent.parent.name, file)
    except UnreadableLesson:
        return None


def guide_standing(language: str, guide: Path) -> Count:
    """The pages of the trainers' guide against those of English."""
    count = Count()
    for file in sorted((guide / SOURCE_LANGUAGE).glob("*.md")):
        _reckon(count, file, guide / language / file.name, guide)
    return count


def questions_standing(language: str, sets: Path) -> Count:
    """The words of the funders' questions, which stand in their sets beside the English ones."""
    count = Count()
    for file in sorted(sets.glob("*.toml")):
        for words in _words_in(tomllib.loads(file.read_text(encoding="utf-8"))):
            if words.get(language):
                count.complete += 1
            else:
                count.missing += 1
                count.findings.append(f"{file.name}: no {language}: {words[SOURCE_LANGUAGE]!r}")
    return count


def _words_in(value: Any) -> Iterator[Mapping[str, str]]:
    """Every table that has words by language."""
    if isinstance(value, dict):
        if isinstance(value.get(SOURCE_LANGUAGE), str):
            yield value
        for inner in value.values():
            yield from _words_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words_in(inner)


def lists_standing(language: str, count: Count, words: Path) -> None:
    """Add the list of words that passphrases are made of to the count of the interface."""
    if (words / f"{language}.txt").is_file():
        count.complete += 1
    else:
        count.missing += 1
        count.findings.append(f"{language}: no list of words for passphrases: {language}.txt")


def lines(table: Iterable[tuple[Language, Mapping[str, Count]]]) -> Iterator[str]:
    """The table for a terminal: complete of all, then what is stale, missing and reviewed."""
    yield _line("language", "state", *PARTS)
    for language, counts in table:
        yield _line(language.code, language.state, *(_cell(counts[part]) for part in PARTS))
    yield "complete/all; s stale, m missing; r reviewed by a person"


def _cell(count: Count) -> str:
    bad = "".join(f" {n}{sign}" for n, sign in ((count.stale, "s"), (count.missing, "m")) if n)
    return f"{count.complete}/{count.all}{bad} {count.reviewed}r"


def _line(first: str, second: str, *cells: str) -> str:
    wide = "".join(cell.ljust(24 if n == 0 else 20) for n, cell in enumerate(cells))
    return f"{first:<10}{second:<10}{wide}".rstrip()
