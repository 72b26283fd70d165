"""Makes the files of a new lesson: a copy of another one in one language, or one from nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from trainer_app.content.blanks import EMPTY_SHEET, NO_PICTURE
from trainer_app.content.draft_reading import read_draft
from trainer_app.content.draft_writing import files_of, tidied
from trainer_app.content.fields import OWN_FILE, is_plain_picture
from trainer_app.content.fresh_lesson import NewId, begun
from trainer_app.content.library import LessonLibrary
from trainer_app.content.own import own_text
from trainer_app.content.sources import read_source
from trainer_app.content.structure import (
    PRACTICE_FILE,
    PRACTICE_WORDS,
    STRUCTURE_FILE,
    WORD_FILES,
)
from trainer_app.domain.drafts import Draft
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import Lesson, LessonWords, Own

_SHEET = f"images/{NO_PICTURE}"


def copied_files(
    library: LessonLibrary, lesson: Lesson, language: str, own: Own, lesson_id: str, new_id: NewId
) -> dict[str, bytes]:
    """The files of a copy under another id: pages, pictures and practice in one language.

    Raises MissingLanguage, UnreadableLesson.
    """
    practice = _practice(lesson, language)
    draft = read_draft(lesson, language)
    draft = replace(
        draft,
        lesson=lesson_id,
        source=language,
        version=1,
        by=", ".join(each for each in (draft.by, own.author) if each),
        review="draft",
        twin="",
        objectives=tuple(
            each if practice else replace(each, practised=()) for each in draft.objectives
        ),
    )
    draft = begun(draft, _like(library, language), new_id)
    return {**_pictures(lesson), **practice, **new_files(draft, own)}


def begun_files(library: LessonLibrary, draft: Draft, own: Own, new_id: NewId) -> dict[str, bytes]:
    """The files of a lesson from nothing, of which the draft says what is known."""
    return new_files(begun(draft, _like(library, draft.language), new_id), own)


def new_files(draft: Draft, own: Own) -> dict[str, bytes]:
    """The files of a new lesson without its pictures."""
    files = files_of(draft)
    return {**files, OWN_FILE: own_text(own).encode(), _SHEET: EMPTY_SHEET.encode()}


def changed_files(lesson: Lesson, draft: Draft) -> tuple[Draft, dict[str, bytes]]:
    """A draft of a lesson as it will be read again, and the files to write.

    In another language than the lesson's source these are words only, made from the source's.
    Raises EmptyField, UnreadableLesson.
    """
    draft = replace(draft, version=lesson.version, source=lesson.source, twin=lesson.twin)
    if draft.language == lesson.source:
        return tidied(draft), files_of(draft)
    hashes = {
        name: read_source(lesson.folder.name, lesson.words_file(lesson.source, name)).hash
        for name in WORD_FILES
    }
    files = files_of(draft, hashes)
    del files[STRUCTURE_FILE]
    return tidied(draft), files


def _practice(lesson: Lesson, language: str) -> Mapping[str, bytes]:
    """The files of the practice; none where it has no words in the language."""
    words = lesson.words_file(language, PRACTICE_WORDS)
    structure = lesson.folder / PRACTICE_FILE
    if not (words.is_file() and structure.is_file()):
        return {}
    return {
        PRACTICE_FILE: structure.read_bytes(),
        f"{language}/{PRACTICE_WORDS}": words.read_bytes(),
    }


def _pictures(lesson: Lesson) -> Mapping[str, bytes]:
    photos = lesson.own is not None
    return {
        f"images/{path.name}": path.read_bytes()
        for path in sorted((lesson.folder / "images").glob("*"))
        if path.is_file() and is_plain_picture(path.name, photos=photos)
    }


def _like(library: LessonLibrary, language: str) -> LessonWords | None:
    """A lesson of the program in this language, whose headings serve again."""
    for lesson in library.lessons:
        if lesson.own is None and lesson.has_pages and language in lesson.languages:
            try:
                return library.words(lesson.id, language)
            except UnreadableLesson:
                continue
    return None
