"""Looks at what a lesson in the making still lacks: words and pictures that nobody chose yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer_app.content.blanks import BLANK, NO_PICTURE
from trainer_app.content.rules.table import Finding
from trainer_app.content.sources import Source, read_source
from trainer_app.content.structure import STRUCTURE_FILE, WORD_FILES, line_with
from trainer_app.domain.lessons import Lesson, Question, Step

# A heading, an item of a list, a choice, its why, a word to know or its meaning.
_UNFILLED = re.compile(
    rf"#+ {BLANK} \{{#.*\}}|- {BLANK}|- \{{#[a-z0-9-]+\}} {BLANK}|  > {BLANK}|"
    rf"- \*\*{BLANK}\*\* – .*|- \*\*.*\*\* – {BLANK}"
)


def filled_findings(source: Source) -> Iterator[Finding]:
    """The lines where words are to come."""
    for key, value in source.matter.items():
        if value == BLANK:
            yield Finding("filled", source.lesson, source.file, 1, {"key": key})
    for number, line in enumerate(source.raw.split("\n"), start=source.first_line):
        if _UNFILLED.fullmatch(line):
            yield Finding("filled", source.lesson, source.file, number)


def in_the_making(lesson: Lesson) -> bool:
    """Whether words of a centre's own lesson are still to come, so that nobody should learn it."""
    if lesson.own is None:
        return False
    files = (lesson.words_file(lesson.source, name) for name in WORD_FILES)
    sources = (read_source(lesson.folder.name, file) for file in files if file.is_file())
    return any(True for source in sources for _each in filled_findings(source))


def unchosen_findings(lesson: Lesson) -> Iterator[Finding]:
    """The pages and questions that show the picture of those without one."""
    text = (lesson.folder / STRUCTURE_FILE).read_text(encoding="utf-8-sig")
    shown: tuple[Step | Question, ...] = (*lesson.steps, *lesson.quiz)
    for each in shown:
        if each.picture == NO_PICTURE:
            line = line_with(text, f'"{each.id}"')
            yield Finding(
                "picture-chosen", lesson.folder.name, STRUCTURE_FILE, line, {"id": each.id}
            )
    if lesson.tile == NO_PICTURE:
        line = line_with(text, "tile")
        yield Finding("picture-chosen", lesson.folder.name, STRUCTURE_FILE, line, {"id": ""})
