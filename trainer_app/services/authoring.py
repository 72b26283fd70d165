"""Lessons that trainers make themselves: copied or begun, edited, checked, removed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from anyascii import anyascii

from trainer_app.bundles.packs.placing import put_in_place
from trainer_app.content.blanks import BLANK, EMPTY_SHEET, NO_PICTURE
from trainer_app.content.fields import OWN_FILE
from trainer_app.content.library import LessonLibrary, lesson_folders
from trainer_app.content.own import own_text
from trainer_app.content.photos import is_photo
from trainer_app.content.structure import is_language
from trainer_app.domain.drafts import Draft
from trainer_app.domain.errors import EmptyField, NotYourLesson, UnknownThing
from trainer_app.domain.lessons import Lesson, Own
from trainer_app.services.admitting import signed_events
from trainer_app.services.door import Door
from trainer_app.services.drafting import random_letters
from trainer_app.services.lesson_files import (
    LESSONS,
    finish_saves,
    save_files,
    take_back,
    throw_away,
)

if TYPE_CHECKING:
    from trainer_app.content.rules.table import Finding

FROM_NOTHING = 90
"""The number of lessons that were copied from none."""

_MADE_ID = re.compile(r"(.+)-[a-z2-7]{6}")
# Windows takes these names for devices, whatever follows the full stop.
_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")


@dataclass(frozen=True, slots=True)
class OwnLesson:
    """A lesson of the centre's own in a list. `language` is the one that it was written in.

    `title` is "" before it has one. `newer`: the lesson that it was copied from (`origin`, "" if
    none) is here in a newer version. `mine`: whether the trainer inside may edit it.
    """

    id: str
    title: str
    language: str
    author: str
    version: int
    origin: str
    newer: bool
    mine: bool
    made_here: bool


class Authoring:
    """A centre's own lessons, in its data folder. Everything takes a trainer: NotAllowed.

    `letters` makes random ones, for ids: they say nothing, and nobody sees them.
    """

    def __init__(
        self,
        door: Door,
        lessons: LessonLibrary,
        letters: Callable[[int], str] = random_letters,
    ) -> None:
        self._door = door
        self._library = lessons
        self._letters = letters
        self._folder = door.folder / LESSONS

    def finish(self) -> None:
        """Finish what a dying laptop left half done; called once, before anything else."""
        finish_saves(self._folder)
        self._library.refresh()

    def own(self) -> list[OwnLesson]:
        """The centre's own lessons, by number and title."""
        self._door.ledger.require_trainer()
        versions = {lesson.id: lesson.version for lesson in self._library.lessons}
        mine, found = self._my_keys(), []
        for lesson in self._library.lessons:
            own = lesson.own
            if own is None:
                continue
            title, language = self._library.titles(lesson.source)[lesson.id]
            one = OwnLesson(
                id=lesson.id,
                title="" if title == BLANK else title,
                language=language,
                author=own.author,
                version=lesson.version,
                origin=own.origin,
                newer=versions.get(own.origin, 0) > own.origin_version,
                mine=own.key in mine,
                made_here=own.made_here,
            )
            found.append((lesson.number, title, one))
        return [one for *_, one in sorted(found, key=lambda each: each[:2])]

    def copy(self, lesson_id: str, language: str, author: str = "") -> str:
        """Make a copy of any lesson in one language; returns its id.

        Pictures and practice come along. `author`: the name to be seen; the trainer's if "".
        Raises UnknownThing, MissingLanguage, UnreadableLesson, DiskFull, ReadOnly, DiskFails.
        """
        from trainer_app.content.lesson_making import copied_files

        own = self._mine(author)
        lesson = self._library.lesson(lesson_id)
        own = replace(own, origin=lesson.id, origin_version=lesson.version)
        named = _MADE_ID.fullmatch(lesson.id) if lesson.own else None
        made = self._new_id(named[1] if named else lesson.id)
        files = copied_files(self._library, lesson, language, own, made, self._new_id)
        return self._make(lesson.number, made, files)

    def begin(self, title: str, language: str, author: str = "") -> str:
        """Begin a lesson from nothing in any language (its code); returns its id.

        It has an empty page, question and objective. Raises EmptyField (lesson-title), DiskFull,
        ReadOnly, DiskFails.
        """
        from trainer_app.content.lesson_making import begun_files

        own = self._mine(author)
        if not title.strip():
            raise EmptyField(field="lesson-title")
        if not is_language(language):
            raise ValueError(language)
        made = self._new_id(_slug(title) or "lesson")
        draft = Draft(made, language, source=language, by=own.author, title=title)
        files = begun_files(self._library, draft, own, self._new_id)
        return self._make(FROM_NOTHING, made, files)

    def draft(self, lesson_id: str, language: str = "") -> Draft:
        """All that can be edited of an own lesson, in the language that it was written in.

        In another language of the lesson: its translation. Raises UnknownThing, MissingLanguage,
        NotYourLesson, UnreadableLesson.
        """
        from trainer_app.content.draft_reading import read_draft

        lesson = self._mine_to_edit(lesson_id)
        return read_draft(lesson, language or lesson.source)

    def save(self, draft: Draft) -> Draft:
        """Write a draft; returns it as it reads back. On the disk when this returns.

        Raises UnknownThing, NotYourLesson, EmptyField (pages, questions, objectives or choices,
        where the last one is gone), DiskFull, ReadOnly, DiskFails; nothing was changed then.
        """
        from trainer_app.content.lesson_making import changed_files

        lesson = self._mine_to_edit(draft.lesson)
        tidy, files = changed_files(lesson, draft)
        if not lesson.image(NO_PICTURE).is_file():
            files[f"images/{NO_PICTURE}"] = EMPTY_SHEET.encode()
        own = self._signed_anew(lesson, tidy)
        if own != lesson.own:
            files[OWN_FILE] = own_text(own).encode()
        if save_files(lesson.folder, files):
            self._library.refresh()
        return tidy

    def findings(self, lesson_id: str) -> list[Finding]:
        """What a lesson lacks or has too much of, also of one that cannot be read.

        Its practice is read but not played: that takes seconds, and nobody edits it here. Raises
        UnknownThing.
        """
        from trainer_app.content.checks import check_lesson

        self._door.ledger.require_trainer()
        folder = self._folder_of(lesson_id)
        return check_lesson(folder, self._library.common_folder, played=False)

    def part_of(self, lesson_id: str, finding: Finding) -> str:
        """The id of the page, question, objective or part of the plan that a finding is about.

        "" for the lesson as a whole. Raises UnknownThing.
        """
        from trainer_app.content.finding_places import part_of

        return part_of(self._folder_of(lesson_id), finding)

    def put_picture(self, lesson_id: str, data: bytes, suggested: str) -> str:
        """Put a picture beside a lesson; returns its name, for a draft to show it.

        `data` is PNG or SVG as the decoder of `Pictures` gave it; `suggested` is a file's name.
        Raises UnknownThing, NotYourLesson, DiskFull, ReadOnly, DiskFails.
        """
        lesson = self._mine_to_edit(lesson_id)
        stem = _slug(Path(suggested).stem) or "picture"
        stem = f"picture-{stem}" if _DEVICE.fullmatch(stem) else stem
        ending = "png" if is_photo(data) else "svg"
        name = f"{stem}.{ending}"
        while lesson.image(name).exists():
            name = f"{self._new_id(stem)}.{ending}"
        save_files(lesson.folder, {f"images/{name}": data})
        return name

    def remove(self, lesson_id: str) -> None:
        """Take an own lesson away; `undo_remove` brings it back until the next start.

        Raises UnknownThing, DiskFull, ReadOnly, DiskFails.
        """
        self._door.ledger.require_trainer()
        throw_away(self._folder, self._folder_of(lesson_id).name)
        self._library.refresh()

    def undo_remove(self, lesson_id: str) -> None:
        """Bring a removed lesson back. Raises UnknownThing where it is gone for good."""
        self._door.ledger.require_trainer()
        take_back(self._folder, lesson_id)
        self._library.refresh()

    def _mine(self, author: str) -> Own:
        """A lesson's origin when it is made now by the trainer inside, from nothing."""
        self._door.ledger.require_trainer()
        trainer = self._door.trainer()
        name = author.strip() or (trainer.name if trainer else "")
        return Own("", 0, " ".join(name.split()), self._door.keys.public.sign_hex, True)

    def _mine_to_edit(self, lesson_id: str) -> Lesson:
        self._door.ledger.require_trainer()
        lesson = self._library.lesson(lesson_id)
        if lesson.own is None or lesson.own.key not in self._my_keys():
            raise NotYourLesson(lesson=lesson_id)
        return lesson

    def _signed_anew(self, lesson: Lesson, draft: Draft) -> Own:
        """Whose the lesson is: the key of now, and of the names under it the one that came last.

        The names before it are those of whom it was copied from.
        """
        assert lesson.own is not None
        named = draft.by.rpartition(", ")[2] if draft.language == lesson.source else ""
        me = self._door.keys.public.sign_hex
        return replace(lesson.own, key=me, author=named or lesson.own.author)

    def _my_keys(self) -> set[str]:
        """Public keys (hex) that the trainer inside has, or had before the recovery code."""
        ledger = self._door.ledger
        had = (
            event.words.get("sign_key")
            for event in signed_events(ledger)
            if event.header.kind == "trainer-added" and event.header.subject == ledger.trainer
        )
        return {self._door.keys.public.sign_hex, *map(str, had)}

    def _make(self, number: int, lesson_id: str, files: dict[str, bytes]) -> str:
        put_in_place(self._folder / f"{number:02d}-{lesson_id}", files)
        self._library.refresh()
        return lesson_id

    def _folder_of(self, lesson_id: str) -> Path:
        """The folder of an own lesson, also of one that cannot be read."""
        for folder in lesson_folders(self._folder):
            if folder.name[3:] == lesson_id:
                return folder
        raise UnknownThing(what="lesson", id=lesson_id)

    def _new_id(self, begins: str) -> str:
        return f"{begins}-{self._letters(6)}"


def _slug(words: str) -> str:
    """Words in small Latin letters and digits, fit for an id; "" if nothing is left of them."""
    plain = re.sub(r"[^a-z0-9]+", "-", anyascii(words).lower())
    return plain.strip("-")[:30].strip("-")
