"""Pictures for lessons in the making: those at hand, and those that a trainer brings in a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trainer_app.content.blanks import NO_PICTURE
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.blocks import Picture
from trainer_app.domain.errors import MissingLanguage, UnreadableFile, UnreadableLesson
from trainer_app.domain.lessons import Lesson
from trainer_app.services.authoring import Authoring
from trainer_app.services.pictures import MOST_BYTES, Pictures


@dataclass(frozen=True, slots=True)
class AtHand:
    """A picture that is there. `shows`: what it shows, in words; "" where nobody wrote it."""

    path: Path
    shows: str


class PictureShelf:
    """What an editor of lessons may show on its pages."""

    def __init__(self, authoring: Authoring, pictures: Pictures, library: LessonLibrary) -> None:
        self._authoring, self._pictures, self._library = authoring, pictures, library

    def path(self, lesson_id: str, name: str) -> Path:
        """Where a picture of a lesson lies; the empty frame where it has none. UnknownThing."""
        lesson = self._library.lesson(lesson_id)
        path = lesson.image(name or NO_PICTURE)
        return path if path.is_file() else lesson.image(NO_PICTURE)

    def here(self, lesson_id: str) -> list[str]:
        """The names of all pictures that lie with a lesson. UnknownThing."""
        folder = self._library.lesson(lesson_id).image("")
        there = (path.name for path in folder.glob("*") if path.suffix in (".svg", ".png"))
        return sorted(name for name in there if name != NO_PICTURE)

    def elsewhere(self) -> list[str]:
        """The ids of the program's own lessons, in their order, whose pictures may be taken."""
        return [each.id for each in self._library.lessons if each.own is None and each.has_pages]

    def of(self, lesson_id: str, language: str) -> list[AtHand]:
        """The pictures of a lesson's pages and questions, with their words in a language."""
        lesson = self._library.lesson(lesson_id)
        shows = self._words(lesson, language)
        used = (*(step.picture for step in lesson.steps), *(one.picture for one in lesson.quiz))
        names = dict.fromkeys((lesson.tile, *used))
        return [
            AtHand(lesson.image(name), shows.get(name, ""))
            for name in names
            if lesson.image(name).is_file()
        ]

    def copied(self, lesson_id: str, at_hand: AtHand) -> str:
        """Put a picture of the program's beside a lesson of one's own; returns its name there.

        Raises as `Authoring.put_picture`.
        """
        return self._authoring.put_picture(lesson_id, at_hand.path.read_bytes(), at_hand.path.name)

    def read(self, file: Path) -> bytes:
        """A picture from a file, made safe; takes seconds. Raises UnreadableFile, UnusablePicture.

        Place and date that a camera wrote into it are gone.
        """
        try:
            with file.open("rb") as stream:
                content = stream.read(MOST_BYTES + 1)
        except OSError as trouble:
            raise UnreadableFile(file=file.name) from trouble
        return self._pictures.decoded(content, file.name)

    def put(self, lesson_id: str, content: bytes, file: Path) -> str:
        """Put what `read` gave beside a lesson; returns its name there, as `copied` does."""
        return self._authoring.put_picture(lesson_id, content, file.name)

    def _words(self, lesson: Lesson, language: str) -> dict[str, str]:
        """By picture: what it shows, where the lesson says it in this language."""
        try:
            words = self._library.words(lesson.id, language)
        except (MissingLanguage, UnreadableLesson):
            return {}
        shows = {
            block.file: block.alt
            for page in words.pages
            for block in page.blocks
            if isinstance(block, Picture)
        }
        for question, said in zip(lesson.quiz, words.questions, strict=True):
            shows.setdefault(question.picture, said.alt)
        return shows
