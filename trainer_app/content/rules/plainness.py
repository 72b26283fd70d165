"""Looks whether a lesson explains the words that are not plain; the source language alone."""

from __future__ import annotations

from collections.abc import Iterator

from trainer_app.content.measures import measure
from trainer_app.content.rules.table import Finding
from trainer_app.content.words import read_words
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import Lesson


def plainness_findings(lesson: Lesson) -> Iterator[Finding]:
    """A finding for each word; nothing for words that cannot be read, which is found elsewhere."""
    if not lesson.has_pages or lesson.source not in lesson.languages:
        return
    try:
        words = read_words(lesson, lesson.source)
    except UnreadableLesson:
        return
    for word in measure(lesson, words).outside:
        file = f"{lesson.source}/words.md"
        yield Finding("plain-words", lesson.folder.name, file, 0, {"word": word})
