"""Checks the ready paths against the written rules."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from trainer_app.content.fields import Fields
from trainer_app.content.paths import PATHS_FILE, PATHS_FOLDER, PATHS_WORDS, paths_in, words_in
from trainer_app.content.rules.markup import markup_findings, unpictured_findings
from trainer_app.content.rules.table import Finding, finding_of
from trainer_app.content.rules.translation import front_findings
from trainer_app.content.sources import Source, read_source
from trainer_app.content.structure import language_folders
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import SOURCE_LANGUAGE


def check_paths(lessons: Path, there: Collection[str]) -> Iterator[Finding]:
    """Everything about the ready paths; `there` are the ids of the lessons. Nothing without any."""
    folder = lessons / PATHS_FOLDER
    if not folder.is_dir():
        return
    try:
        fields = Fields.of_file(folder / PATHS_FILE)
        paths = paths_in(fields)
    except UnreadableLesson as error:
        yield finding_of(error)
        return
    for key, line in sorted(fields.unasked()):
        yield Finding("toml-known", folder.name, PATHS_FILE, line, {"key": key})
    for path in paths:
        for lesson in path.lessons:
            if lesson not in there:
                line = fields.line_of(f'"{lesson}"')
                yield Finding("path-lessons", folder.name, PATHS_FILE, line, {"needs": lesson})
    yield from _word_findings(folder, [path.id for path in paths])


def _word_findings(folder: Path, ids: list[str]) -> Iterator[Finding]:
    english: Source | None = None
    for language in dict.fromkeys((SOURCE_LANGUAGE, *language_folders(folder))):
        try:
            source = read_source(folder.name, folder / language / PATHS_WORDS)
            english = source if language == SOURCE_LANGUAGE else english
            yield from front_findings(source, english)
            yield from markup_findings(source)
            yield from unpictured_findings(source)
            words_in(source, ids)
        except UnreadableLesson as error:
            yield finding_of(error)
