"""Lessons translated into other languages inside the program, for this centre."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from trainer_app.content.library import LessonLibrary
from trainer_app.content.structure import (
    has_practice,
    is_in_the_making,
    is_language,
    joins_world,
    language_folders,
)
from trainer_app.domain.errors import NotYourLesson, TrainerError, UnreadableFile
from trainer_app.domain.lessons import Lesson, LessonWords, Own
from trainer_app.domain.likeness import Remembered
from trainer_app.domain.translating import Translated, Translation
from trainer_app.keys.durable import write_whole
from trainer_app.services.door import Door
from trainer_app.services.lesson_files import TRANSLATIONS, finish_saves
from trainer_app.services.pack_offers import Signers
from trainer_app.services.translation_places import WORLD, Place, languages_begun, world_original

if TYPE_CHECKING:
    from trainer_app.content.po_file import BroughtIn
    from trainer_app.content.rules.table import Finding
    from trainer_app.content.sources import Source
    from trainer_app.content.translating import Original

Origin = Literal["source", "none", "given", "ours", "taken"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one lesson has come in one language.

    `origin`: it was written in it, has nothing in it, came so with the program or the lesson, was
    translated here, or was taken in from somebody (`author`).
    """

    lesson: str
    language: str
    origin: Origin
    missing: int = 0
    stale: int = 0
    review: str = "draft"
    reviewed_by: str = ""
    author: str = ""


class Translating:
    """What a trainer does to bring lessons into a language. Everything takes a trainer: NotAllowed.

    A translation lies in `translations/<lesson>/<language>` of the data folder; that of one's own
    lesson lies in the lesson's folder. It reaches learners when it is whole.
    """

    def __init__(self, door: Door, lessons: LessonLibrary) -> None:
        self._door, self._library = door, lessons
        self._folder = door.folder / TRANSLATIONS
        self._last: tuple[Lesson, Original] | None = None

    def finish(self) -> None:
        """Finish what a dying laptop left half done; called once, before anything else."""
        finish_saves(self._folder)
        self._library.refresh()

    def languages(self) -> list[str]:
        """The languages that any lesson has something in, whole or not."""
        found = languages_begun(self._door.folder)
        for lesson in self._library.lessons:
            found |= {*language_folders(lesson.folder), lesson.source}
        return sorted(found)

    def lessons(self) -> list[str]:
        """Ids of what can be translated, in order; the common world first, where it is used."""
        ids = [lesson.id for lesson in self._library.lessons]
        used = any(has_practice(each) and joins_world(each) for each in self._library.lessons)
        return [WORLD, *ids] if used else ids

    def standings(self, languages: Sequence[str]) -> dict[tuple[str, str], Standing]:
        """By lesson and language how far each has come. A lesson that cannot be read is left out.

        Reads much: not for the window's thread.
        """
        self._door.ledger.require_trainer()
        found = {}
        for lesson_id in self.lessons():
            try:
                original = self._original(lesson_id)
                for language in languages:
                    found[lesson_id, language] = self._standing(original, language)
            except TrainerError:
                continue
        return found

    def translation(self, lesson_id: str, language: str) -> Translation:
        """A lesson's units with the words that there are in a language, perhaps none.

        Raises UnknownThing, UnreadableLesson where the source cannot be read; ValueError for no
        code of a language, or the lesson's own.
        """
        self._door.ledger.require_trainer()
        original = self._original(lesson_id)
        if not is_language(language) or language == original.language:
            raise ValueError(language)
        return self._read(original, language)

    def taken_from(self, lesson_id: str, language: str) -> str | None:
        """The author of a translation that was taken in from elsewhere; None for any other.

        What she shares later replaces it no more once somebody here has changed it.
        """
        own = self._place(lesson_id, language).own
        if own is None or own.made_here or self._is_mine(own):
            return None
        return own.author

    def shares(self, lesson_id: str) -> bool:
        """Whether translations of a lesson are shared by themselves; one's own lesson takes its
        languages along.
        """
        lesson = self._lesson(lesson_id)
        return lesson is not None and not (lesson.own is not None and self._is_mine(lesson.own))

    def save(self, translation: Translation, *, take_over: bool = False) -> Translation:
        """Write a translation; returns it as it reads back. On the disk when this returns.

        `take_over`: also one that was taken in from somebody else, which is this centre's then.
        Raises UnknownThing, NotYourLesson, DiskFull, ReadOnly, DiskFails; nothing was changed
        then.
        """
        self._door.ledger.require_trainer()
        lesson_id, language = translation.lesson, translation.language
        if self.taken_from(lesson_id, language) is not None and not take_over:
            raise NotYourLesson(lesson=lesson_id)
        original, place = self._original(lesson_id), self._place(lesson_id, language)
        was_offered = not is_in_the_making(place.folder)
        saved = place.save(original, translation, self._own(place))
        made = self._read(original, language, place)
        # What nobody was offered, before and after, nobody has read into memory.
        if saved and (was_offered or made.whole):
            self._library.refresh()
        return made

    def preview(self, translation: Translation, file: str) -> LessonWords | None:
        """The lesson as learners would read it, "…" where nothing is.

        Only the words of one file (`pages`, `quiz` …) are the translation's, the others the
        source's. None for a lesson without pages. Raises UnknownThing, UnreadableLesson.
        """
        from trainer_app.content.translating import source_of
        from trainer_app.content.words import words_with

        lesson = self._lesson(translation.lesson)
        if lesson is None or not lesson.has_pages:
            return None
        original = self._original(translation.lesson)
        photos = lesson.own is not None
        source = source_of(original, translation, f"{file}.md", photos=photos)
        return words_with(self._library.words(lesson.id, lesson.source), lesson, source)

    def findings(self, translation: Translation) -> Mapping[str, Sequence[Finding]]:
        """What is not as lessons should be, by the id of the unit, "" for all of them."""
        from trainer_app.content.translation_checks import unit_findings

        lesson = self._lesson(translation.lesson)
        if lesson is None:
            return {}
        return unit_findings(self._original(translation.lesson), translation, lesson)

    def memory(self, source: str, language: str) -> tuple[Remembered, ...]:
        """Everything that was translated between two languages, in any lesson and any version.

        Reads much: not for the window's thread.
        """
        self._door.ledger.require_trainer()
        found: dict[tuple[str, str], Remembered] = {}
        for lesson_id in self.lessons():
            try:
                original = self._original(lesson_id)
            except TrainerError:
                continue
            if original.language != source:
                continue
            for unit in self._all_units(original, language):
                text = unit.made_from or (unit.unit.text if unit.state == "done" else "")
                if unit.words and text:
                    found.setdefault((text, unit.words), Remembered(text, unit.words, lesson_id))
        return tuple(found.values())

    def write_po(
        self, translation: Translation, comments: Mapping[str, Sequence[str]], file: Path
    ) -> None:
        """Write a .po file for another translator's program; `comments` by unit.

        Raises DiskFull, ReadOnly, DiskFails.
        """
        from trainer_app.content.po_file import po_bytes

        self._door.ledger.require_trainer()
        write_whole(file, po_bytes(translation, comments, self._door.now()))

    def read_po(self, translation: Translation, file: Path, by: str = "") -> BroughtIn:
        """The translation with what fits of a .po file, and what was left; nothing is saved yet.

        Raises UnreadableFile, NotATranslationFile, OtherTranslation.
        """
        from trainer_app.content.po_file import MOST_BYTES, brought_in

        self._door.ledger.require_trainer()
        try:
            with file.open("rb") as opened:
                data = opened.read(MOST_BYTES + 1)
        except OSError:
            raise UnreadableFile(file=file.name) from None
        return brought_in(translation, data, file.name, by)

    def name(self) -> str:
        """What the trainer inside is called, as the one who translates."""
        trainer = self._door.trainer()
        return " ".join(trainer.name.split()) if trainer else ""

    def _original(self, lesson_id: str) -> Original:
        # Loading the Markdown reader here keeps it out of the program's start.
        from trainer_app.content.translating import original_of

        lesson = self._lesson(lesson_id)
        if lesson is None:
            return world_original(self._library.common_folder)
        # The library makes another lesson of it whenever something was changed.
        if self._last is None or self._last[0] is not lesson:
            self._last = lesson, original_of(lesson)
        return self._last[1]

    def _lesson(self, lesson_id: str) -> Lesson | None:
        """A lesson; None for the common world. Raises UnknownThing."""
        return None if lesson_id == WORLD else self._library.lesson(lesson_id)

    def _place(self, lesson_id: str, language: str) -> Place:
        folder = self._folder / lesson_id / language
        lesson = self._lesson(lesson_id)
        if lesson is None:
            given = self._library.common_folder / WORLD / language
            return Place(lesson_id, language, folder, given)
        given = lesson.folder / language
        if lesson.own is not None and self._is_mine(lesson.own):
            return Place(lesson_id, language, given, None, inside=True)
        return Place(lesson_id, language, folder, given)

    def _read(self, original: Original, language: str, place: Place | None = None) -> Translation:
        from trainer_app.content.translating import read_translation

        place = place or self._place(original.lesson, language)
        there = place.there(original.files)
        return read_translation(original, language, there, place.notes())

    def _standing(self, original: Original, language: str) -> Standing:
        lesson_id = original.lesson
        if language == original.language:
            return Standing(lesson_id, language, "source")
        place = self._place(lesson_id, language)
        there = place.there(original.files)
        if not there:
            return Standing(lesson_id, language, "none")
        own = place.own
        origin: Origin = "given"
        if place.inside or place.here(original.files):
            origin = "taken" if own is not None and not own.made_here else "ours"
        elif _came_whole(original, there) and not any(_reviewed(one) for one in there.values()):
            # A lesson's own translations are held against the rules before it is given away:
            # nobody need lay their lines side by side to know that none is missing.
            return Standing(lesson_id, language, origin)
        made = self._read(original, language)
        return Standing(
            lesson=lesson_id,
            language=language,
            origin=origin,
            missing=made.count("missing"),
            stale=made.count("stale"),
            review=made.review,
            reviewed_by=made.reviewed_by,
            author=own.author if own is not None else "",
        )

    def _all_units(self, original: Original, language: str) -> Iterator[Translated]:
        """The units of a lesson as translated here, and as they came with it."""
        from trainer_app.content.translating import read_translation

        yield from self._read(original, language).units
        place = self._place(original.lesson, language)
        if place.given is not None and place.here(original.files):
            bare = Place(place.lesson, language, place.given, None)
            given = read_translation(original, language, bare.here(original.files), {})
            yield from given.units

    def _own(self, place: Place) -> Own:
        """Whose translation it is once the trainer inside has changed it."""
        before, name = place.own, self.name()
        names = [each.strip() for each in before.author.split(",")] if before else []
        names = [each for each in names if each]
        if name not in names:
            names.append(name)
        return Own("", 0, ", ".join(names), self._door.keys.public.sign_hex, True)

    def _is_mine(self, own: Own) -> bool:
        me = self._door.keys.public.sign_hex
        return own.key == me or Signers(self._door).are_one(own.key, me)


def _came_whole(original: Original, there: Mapping[str, Source]) -> bool:
    """Whether every file is there, and was made of what the source says now."""
    return all(
        name in there and there[name].matter.get("translated_from") == source.hash
        for name, source in original.files.items()
    )


def _reviewed(source: Source) -> bool:
    return source.matter.get("review") == "reviewed"
