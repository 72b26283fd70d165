"""Looks at a pack that brings the words of one lesson in one more language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from trainer_app.bundles.packs.examining import Decode, Examined, cannot_open, harmless_files
from trainer_app.bundles.packs.opening import Pack
from trainer_app.bundles.packs.placing import lay_out
from trainer_app.content.practice import has_practice, read_practice
from trainer_app.content.rules.table import Finding
from trainer_app.content.structure import PRACTICE_WORDS, needed_files
from trainer_app.content.translations import is_fresh
from trainer_app.content.words import read_words
from trainer_app.domain.errors import PlaceTaken, UnreadableLesson
from trainer_app.domain.lessons import Lesson


def examine_translation(pack: Pack, decode: Decode, lesson: Lesson) -> Examined:
    """Look at a translation of a lesson that is here.

    Raises HarmfulLesson, and PlaceTaken where it is in the language that the lesson was written
    in. What is not translated yet, or was made from older words, is a finding.
    """
    language = pack.label.language
    if language == lesson.source:
        raise PlaceTaken(file=pack.file, reason="source")
    files = harmless_files(pack, decode)
    with TemporaryDirectory(prefix="lesson-") as place:
        folder = Path(place) / language
        lay_out(Path(place), files)
        try:
            findings = _read(lesson, folder)
        except UnreadableLesson as error:
            raise cannot_open(error, pack.file) from None
    return Examined(files, (language,), findings)


def _read(lesson: Lesson, folder: Path) -> tuple[Finding, ...]:
    """Read whatever is whole, as it will be read; says what is missing or of older words."""
    language = folder.name
    there = {path.name for path in folder.iterdir()}
    paths = tuple((f"{language}/{name}", folder / name) for name in sorted(there))
    joined = replace(lesson, languages=(*lesson.languages, language), joined=paths)
    wanted = {*needed_files(lesson), *([PRACTICE_WORDS] if has_practice(lesson) else [])}
    if there >= wanted:
        if lesson.has_pages:
            read_words(joined, language)
        if has_practice(lesson):
            read_practice(joined, language)
        stale = () if is_fresh(lesson, folder) else ("pages.md",)
        return tuple(_finding("translation-fresh", lesson, language, name) for name in stale)
    return tuple(
        _finding("files-complete", lesson, language, name) for name in sorted(wanted - there)
    )


def _finding(rule: str, lesson: Lesson, language: str, name: str) -> Finding:
    return Finding(rule, lesson.folder.name, f"{language}/{name}", 0)
