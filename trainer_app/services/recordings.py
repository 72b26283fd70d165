"""Sentences of lessons as trainers have said them: found when a page is read, kept, thrown away.

A recording is a trainer's own voice and says what stands in the lesson: nothing about learners, so
it lies open, beside the words, and goes where the lesson goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trainer_app.content.library import LessonLibrary
from trainer_app.content.own import read_own
from trainer_app.content.structure import PRACTICE_WORDS
from trainer_app.domain.errors import TrainerError, UnreadableLesson
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.recordings import FOLDER, Passage, key_of, passages
from trainer_app.domain.sound import BadWave, Sound, sound_of, wave_of
from trainer_app.keys.durable import known_trouble, write_whole
from trainer_app.services.door import Door
from trainer_app.services.lesson_files import RECORDINGS


class RecordedLessons:
    """The recordings that there are, for whoever has a page read. `data`: the data folder now."""

    def __init__(self, library: LessonLibrary, data: Callable[[], Path]) -> None:
        self._library, self._data = library, data

    def find(self, lesson_id: str, language: str, text: str) -> Sound | None:
        """How somebody said these words of a lesson; None where nobody did.

        A file that is spoiled counts as none.
        """
        name = f"{key_of(text)}.wav"
        for folder in self._folders(lesson_id, language):
            try:
                return sound_of((folder / name).read_bytes())
            except (OSError, BadWave):
                continue
        return None

    def has(self, lesson_id: str, language: str, text: str) -> bool:
        """Whether there is a recording of these words; a look at names only."""
        name = f"{key_of(text)}.wav"
        return any((folder / name).is_file() for folder in self._folders(lesson_id, language))

    def has_any(self, lesson_id: str, language: str) -> bool:
        """Whether anything of a lesson was recorded in a language."""
        return any(_files(folder) for folder in self._folders(lesson_id, language))

    def _folders(self, lesson_id: str, language: str) -> Iterator[Path]:
        """What was recorded here comes before what came with the lesson."""
        yield overlay(self._data(), lesson_id, language)
        try:
            yield words_folder(self._library.lesson(lesson_id), language) / FOLDER
        except TrainerError:
            return


@dataclass(frozen=True, slots=True)
class Recorded:
    """What can be said of a lesson, and the keys of what was."""

    passages: tuple[Passage, ...]
    kept: frozenset[str]

    @property
    def done(self) -> int:
        """How many passages have a recording."""
        return sum(one.key in self.kept for one in self.passages)


class Recordings:
    """What a trainer does with recordings. Everything takes a trainer: NotAllowed.

    They lie beside the words that were written here; for words that came with the program or from
    somebody else in `recordings/<lesson>/<language>` of the data folder.
    """

    def __init__(self, door: Door, library: LessonLibrary) -> None:
        self._door, self._library = door, library
        self._there = RecordedLessons(library, lambda: door.folder)

    def of(self, lesson_id: str, language: str) -> Recorded:
        """What can be said of a lesson, in order.

        Raises UnknownThing, MissingLanguage, UnreadableLesson.
        """
        self._door.ledger.require_trainer()
        found = passages(self._library.words(lesson_id, language))
        kept = {one.key for one in found if self._there.has(lesson_id, language, one.text)}
        return Recorded(found, frozenset(kept))

    def sound(self, lesson_id: str, language: str, passage: Passage) -> Sound | None:
        """How it was said; None where it was not."""
        self._door.ledger.require_trainer()
        return self._there.find(lesson_id, language, passage.text)

    def keep(self, lesson_id: str, language: str, passage: Passage, sound: Sound) -> None:
        """Keep how a passage was said, in place of an older recording. On the disk when it returns.

        What was recorded of sentences that have changed since goes. Raises UnknownThing,
        MissingLanguage, UnreadableLesson, DiskFull, ReadOnly, DiskFails.
        """
        recorded = self.of(lesson_id, language)
        folder = self._folder(lesson_id, language)
        file = folder / f"{passage.key}.wav"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(file, wave_of(sound))
            needed = {one.key for one in recorded.passages}
            before = overlay(self._door.folder, lesson_id, language)
            for other in [*_files(folder), *_files(before)]:
                if other.stem not in needed or (other.stem == file.stem and other != file):
                    other.unlink()
        except OSError as error:
            raise known_trouble(error, file.name) or error from None

    def throw_away(self, lesson_id: str, language: str) -> None:
        """Delete all that was recorded here of a lesson in a language.

        What came with a lesson from somebody else stays. Raises ReadOnly, DiskFails, DiskFull.
        """
        self._door.ledger.require_trainer()
        folders = {
            self._folder(lesson_id, language),
            overlay(self._door.folder, lesson_id, language),
        }
        try:
            for file in [file for folder in folders for file in _files(folder)]:
                file.unlink()
        except OSError as error:
            raise known_trouble(error, FOLDER) or error from None

    def _folder(self, lesson_id: str, language: str) -> Path:
        """Where a new recording comes to lie."""
        lesson = self._library.lesson(lesson_id)
        words = words_folder(lesson, language)
        if _was_made_here(lesson, words):
            return words / FOLDER
        return overlay(self._door.folder, lesson_id, language)


def overlay(data: Path, lesson_id: str, language: str) -> Path:
    """Where recordings lie of words that were not written here."""
    return data / RECORDINGS / lesson_id / language


def words_folder(lesson: Lesson, language: str) -> Path:
    """The folder of a lesson's words in a language, wherever they came from."""
    name = "pages.md" if lesson.has_pages else PRACTICE_WORDS
    return lesson.words_file(language, name).parent


def _was_made_here(lesson: Lesson, words: Path) -> bool:
    """Whether words are this centre's: of its own lesson, or its own translation of another's."""
    own = lesson.own
    if words != lesson.folder / words.name:
        try:
            own = read_own(words)
        except UnreadableLesson:
            return False
    return own is not None and own.made_here


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.wav")) if folder.is_dir() else []
