"""The lessons there are, from one folder or several (the program's and a centre's own)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from trainer_app.content.fields import OWN_FILE
from trainer_app.content.sources import read_source
from trainer_app.content.structure import (
    PRACTICE_WORDS,
    known_structure,
    practice_languages,
    read_structure,
)
from trainer_app.content.translations import with_translations
from trainer_app.domain.errors import MissingLanguage, UnknownThing, UnreadableLesson
from trainer_app.domain.lessons import (
    SOURCE_LANGUAGE,
    Competence,
    Lesson,
    LessonWords,
    Title,
)
from trainer_app.domain.practice.scenario import Practice

if TYPE_CHECKING:
    from trainer_app.content.shelf import ScamShelf
    from trainer_app.content.starting import Starting
    from trainer_app.domain.practice.wall_stage import WallWords


class LessonLibrary:
    """Finds lessons and their words, and keeps what it has read.

    A lesson that cannot be read does not keep the others from being taught: it stands in `broken`.
    """

    def __init__(self, folders: Path | Sequence[Path], translations: Path | None = None) -> None:
        """`folders`: the bundled lessons first, then a centre's own, which replace none.

        The common world is that of the first folder. `translations`: those that the centre made
        of lessons that are not its own.
        """
        self._bundled = (folders,) if isinstance(folders, Path) else tuple(folders)
        self._own: Path | None = None
        self._translations = translations
        self._borrowed: tuple[Path, Path] | None = None
        self._words: dict[tuple[str, str], LessonWords] = {}
        self._practices: dict[tuple[str, str], Practice] = {}
        self._walls: dict[str, WallWords | None] = {}

    @property
    def _folders(self) -> tuple[Path, ...]:
        own = (self._own,) if self._own else ()
        borrowed = (self._borrowed[0],) if self._borrowed else ()
        return (*self._bundled, *own, *borrowed)

    def have(self, own: Path, translations: Path) -> None:
        """Have a centre's own lessons and translations, instead of another centre's."""
        if (own, translations) != (self._own, self._translations):
            self._own, self._translations = own, translations
            self.refresh()

    def borrow(self, own: Path, translations: Path) -> None:
        """Have another centre's lessons too, and its translations for the time being."""
        self._borrowed = (own, translations)
        self.refresh()

    def give_back(self) -> None:
        """Have them no longer."""
        if self._borrowed is not None:
            self._borrowed = None
            self.refresh()

    @property
    def common_folder(self) -> Path:
        """The folder whose common world lessons of all folders join."""
        return next((folder for folder in self._folders if folder.is_dir()), self._bundled[0])

    def refresh(self) -> None:
        """Look again at the folders, after something in them was changed.

        What was read of the program's own lessons stays, unless a translation joined them.
        """
        before = self.__dict__.pop("_found", None)
        if before is None or not (self._words or self._practices):
            self._words.clear()
            self._practices.clear()
            return
        bundled = {lesson for lesson in before[0] if lesson.own is None and not lesson.joined}
        same = {lesson.id for lesson in self.lessons if lesson in bundled}
        self._words = {key: words for key, words in self._words.items() if key[0] in same}
        self._practices = {key: each for key, each in self._practices.items() if key[0] in same}

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """The lessons that can be read in some language, by number; structure only."""
        return self._found[0]

    @property
    def for_learners(self) -> tuple[Lesson, ...]:
        """Those of `lessons` whose words are all there: not the own ones still in the making."""
        from trainer_app.content.rules.own import in_the_making

        return tuple(each for each in self.lessons if each.own is None or not in_the_making(each))

    @property
    def broken(self) -> tuple[UnreadableLesson, ...]:
        """Why the folders that are not among `lessons` could not be read."""
        return self._found[1]

    def lesson(self, lesson_id: str) -> Lesson:
        """One lesson's structure; UnknownThing(what="lesson") if there is none."""
        for lesson in self.lessons:
            if lesson.id == lesson_id:
                return lesson
        raise UnknownThing(what="lesson", id=lesson_id)

    def competences(self, lesson_id: str) -> tuple[Competence, ...]:
        """What a lesson teaches; nothing where it is no longer there to ask."""
        try:
            return self.lesson(lesson_id).competences
        except UnknownThing:
            return ()

    def words(self, lesson_id: str, language: str) -> LessonWords:
        """A lesson's words in one language, never mixed with another's.

        Raises UnknownThing, MissingLanguage (also for a lesson without pages), or
        UnreadableLesson if one of the files is broken.
        """
        lesson = self.lesson(lesson_id)
        if language not in lesson.languages or not lesson.has_pages:
            raise MissingLanguage(lesson=lesson_id, language=language)
        key = (lesson_id, language)
        if key not in self._words:
            # Loading the Markdown reader here keeps it out of the program's start.
            from trainer_app.content.words import read_words

            self._words[key] = read_words(lesson, language)
        return self._words[key]

    def practice(self, lesson_id: str, language: str) -> Practice:
        """A lesson's practice in one language, never mixed with another's.

        Raises UnknownThing, MissingLanguage (also for a lesson without a practice), or
        UnreadableLesson if one of the files is broken.
        """
        lesson = self.lesson(lesson_id)
        key = (lesson_id, language)
        if key not in self._practices:
            # As above: the Markdown reader stays out of the program's start.
            from trainer_app.content.practice import read_practice

            self._practices[key] = read_practice(lesson, language)
        return self._practices[key]

    def practice_languages(self, lesson_id: str) -> tuple[str, ...]:
        """The languages that a lesson's practice has words in; none without one. UnknownThing."""
        return practice_languages(self.lesson(lesson_id))

    def practice_picture(self, lesson_id: str, name: str) -> Path:
        """Where a picture of a lesson's practice lies, also one of the common world.

        Raises UnknownThing for a lesson that there is not.
        """
        from trainer_app.content.practice import practice_picture

        return practice_picture(self.lesson(lesson_id), name)

    @cached_property
    def free_play_languages(self) -> tuple[str, ...]:
        """The languages that the pretend network without a task has words in."""
        from trainer_app.content.free_play import free_play_languages

        found = (each for folder in self._folders for each in free_play_languages(folder))
        return tuple(sorted(set(found)))

    def free_play(self, language: str) -> Practice:
        """The pretend network without a task, in one language.

        Raises MissingLanguage (also where there is none), or UnreadableLesson.
        """
        from trainer_app.content.free_play import FREE_PLAY, free_play_languages, read_free_play

        key = (FREE_PLAY, language)
        if key not in self._practices:
            there = (each for each in self._folders if language in free_play_languages(each))
            folder = next(there, None)
            if folder is None:
                raise MissingLanguage(lesson=FREE_PLAY, language=language)
            self._practices[key] = read_free_play(folder, language)
        return self._practices[key]

    def shared_wall(self, language: str) -> WallWords | None:
        """The wall that laptops of a room share, in one language; None if there is none.

        Raises MissingLanguage (also where there is no free play), or UnreadableLesson.
        """
        from trainer_app.content.free_play import FREE_PLAY, free_play_languages, read_shared_wall

        if language not in self._walls:
            there = (each for each in self._folders if language in free_play_languages(each))
            folder = next(there, None)
            if folder is None:
                raise MissingLanguage(lesson=FREE_PLAY, language=language)
            self._walls[language] = read_shared_wall(folder, language)
        return self._walls[language]

    def free_play_picture(self, name: str) -> Path:
        """Where a picture of free play lies; a path of no file if nobody has it."""
        from trainer_app.content.free_play import free_play_picture

        paths = [free_play_picture(each, name) for each in self._folders]
        return next((path for path in paths if path.is_file()), Path(name))

    @cached_property
    def shelf(self) -> ScamShelf:
        """The templates of the scam shelf."""
        from trainer_app.content.shelf import ScamShelf

        return ScamShelf(self._folders)

    @cached_property
    def start(self) -> Starting:
        """The small tasks that show where somebody could start."""
        from trainer_app.content.starting import Starting

        return Starting(self._folders)

    def title(self, lesson_id: str, language: str) -> Title:
        """What a lesson is called in one language, with pages or without.

        Raises UnknownThing, MissingLanguage, or UnreadableLesson if it does not say it.
        """
        lesson = self.lesson(lesson_id)
        if language not in lesson.languages:
            raise MissingLanguage(lesson=lesson_id, language=language)
        return _title(lesson, language)

    def titles(self, language: str) -> Mapping[str, tuple[str, str]]:
        """By lesson id: the title, and the language that it is in.

        That is the language asked for, else English, else the first there is. A lesson whose
        titles are all unreadable is called by its id.
        """
        return {lesson.id: _nearest_title(lesson, language) for lesson in self.lessons}

    @cached_property
    def _found(self) -> tuple[tuple[Lesson, ...], tuple[UnreadableLesson, ...]]:
        lessons: dict[str, Lesson] = {}
        broken: list[UnreadableLesson] = []
        translations = self._borrowed[1] if self._borrowed else self._translations
        for folder, commons in self._lesson_folders():
            try:
                is_ours = folder.parent in self._bundled and not (folder / OWN_FILE).is_file()
                read = known_structure if is_ours else read_structure
                lesson = with_translations(read(folder, commons), translations)
                if not lesson.languages:
                    raise _unreadable(lesson, "files-complete")
                if lesson.id in lessons:
                    raise _unreadable(lesson, "lesson-unique")
                lessons[lesson.id] = lesson
            except UnreadableLesson as error:
                broken.append(error)
        ordered = sorted(lessons.values(), key=lambda lesson: (lesson.number, lesson.id))
        return tuple(ordered), tuple(broken)

    def _lesson_folders(self) -> Iterator[tuple[Path, Path | None]]:
        """The folders of lessons, each with where its common world lies if that is elsewhere."""
        common = self.common_folder
        for folder in self._folders:
            for each in lesson_folders(folder):
                yield each, None if folder == common else common


def lesson_folders(folder: Path) -> list[Path]:
    """The folders that lie in a folder of lessons, by name; none if it is not there."""
    if not folder.is_dir():
        return []
    inside = (path for path in folder.iterdir() if path.is_dir())
    return sorted(path for path in inside if path.name[0] not in "._")


def _title(lesson: Lesson, language: str) -> Title:
    file = "pages.md" if lesson.has_pages else PRACTICE_WORDS
    source = read_source(lesson.folder.name, lesson.words_file(language, file))
    return Title(
        lesson=lesson.id,
        language=language,
        title=source.needs("title"),
        summary=source.needs("summary"),
        by=source.needs("by"),
        review=source.needs("review"),
        translated=language != lesson.source,
    )


def _nearest_title(lesson: Lesson, language: str) -> tuple[str, str]:
    for each in dict.fromkeys((language, SOURCE_LANGUAGE, lesson.source, *lesson.languages)):
        if each not in lesson.languages:
            continue
        try:
            return _title(lesson, each).title, each
        except UnreadableLesson:
            continue
    return lesson.id, lesson.source


def _unreadable(lesson: Lesson, rule: str) -> UnreadableLesson:
    return UnreadableLesson(lesson=lesson.folder.name, file="lesson.toml", line=0, rule=rule)
