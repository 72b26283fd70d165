"""Where a translation lies in a data folder, whose it is, and what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trainer_app.content.fields import OWN_FILE, Fields
from trainer_app.content.own import own_text, read_own
from trainer_app.content.sources import Source, read_source
from trainer_app.content.structure import WORLD_FOLDER, WORLD_WORDS, is_language, language_folders
from trainer_app.content.unit_notes import NOTES_FILE, notes_text, read_notes
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import SOURCE_LANGUAGE, Own
from trainer_app.domain.translating import Translation
from trainer_app.services.lesson_files import TRANSLATIONS, save_files

if TYPE_CHECKING:
    from trainer_app.content.translating import Original

WORLD = WORLD_FOLDER
"""Stands for the people and posts of the common world where a lesson's id would."""


@dataclass(frozen=True, slots=True)
class Place:
    """The folder that holds a translation, and what was there before anybody here translated.

    `inside` is the lesson's own folder where its author translates it herself: then the language
    needs nobody's name. `given` has what came with the program, or with somebody's lesson.
    """

    lesson: str
    language: str
    folder: Path
    given: Path | None
    inside: bool = False

    @property
    def own(self) -> Own | None:
        """Whose translation lies there; None where there is none, or it is the author's."""
        if self.inside:
            return None
        try:
            return read_own(self.folder)
        except UnreadableLesson:
            return None

    @property
    def version(self) -> int:
        """The version that was last taken in; 0 for none."""
        try:
            return Fields.of_file(self.folder / OWN_FILE).count("version", 0, 0)
        except UnreadableLesson:
            return 0

    def here(self, names: Iterable[str]) -> dict[str, Source]:
        """The files of the translation that was made here."""
        return _read(self.lesson, self.folder, names)

    def there(self, names: Iterable[str]) -> dict[str, Source]:
        """The files that stand there: those made here, else those that came with the lesson."""
        names = tuple(names)
        if found := self.here(names):
            return found
        return _read(self.lesson, self.given, names) if self.given else {}

    def notes(self) -> Mapping[str, str]:
        """From which source text each unit was made."""
        return read_notes(self.folder / NOTES_FILE)

    def save(self, original: Original, translation: Translation, own: Own) -> bool:
        """Write it, all files or none; says whether anything is new.

        Raises DiskFull, ReadOnly, DiskFails.
        """
        # Loading the Markdown reader here keeps it out of the program's start.
        from trainer_app.content.translating import files_of

        texts = files_of(original, translation, self.there(original.files))
        texts[NOTES_FILE] = notes_text(translation)
        if not self.inside:
            version = f"version = {self.version}\n" if self.version else ""
            texts[OWN_FILE] = f"{own_text(own)}{version}edited = true\n"
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        files = {f"{self.language}/{name}": text.encode() for name, text in texts.items()}
        return save_files(self.folder.parent, files)


def world_original(lessons: Path) -> Original:
    """The words of the common world that lies in a folder of lessons. Raises UnreadableLesson."""
    from trainer_app.content.translating import Original

    folder = lessons / WORLD_FOLDER / SOURCE_LANGUAGE
    source = read_source(WORLD_FOLDER, folder / WORLD_WORDS)
    return Original(WORLD, SOURCE_LANGUAGE, {WORLD_WORDS: source}, {})


def languages_begun(data: Path) -> set[str]:
    """The languages that something was translated into here."""
    folder = data / TRANSLATIONS
    lessons = (path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else ()
    return {code for path in lessons for code in language_folders(path) if is_language(code)}


def _read(lesson: str, folder: Path, names: Iterable[str]) -> dict[str, Source]:
    found = {}
    for name in names:
        try:
            found[name] = read_source(lesson, folder / name)
        except UnreadableLesson:
            continue  # not translated yet, or spoiled: its units are missing
    return found
