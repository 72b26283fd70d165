"""Lessons that a centre has of its own come over to the laptops of its room that lack them.

Nobody signs them on their way, for the laptops have proven who they are; they are looked at all
the same as a file from a stranger would be, and never take the place of another author's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from trainer_app.bundles.packs.label import Label
from trainer_app.bundles.packs.opening import Pack, opened_from_room
from trainer_app.bundles.packs.signs import plain_line
from trainer_app.bundles.packs.writing import packed_for_room
from trainer_app.content.library import LessonLibrary, lesson_folders
from trainer_app.content.structure import is_in_the_making
from trainer_app.domain.errors import NothingNewer, PlaceTaken, UnknownThing
from trainer_app.domain.lessons import Lesson, Own
from trainer_app.domain.rooms import RoomLesson
from trainer_app.keys.durable import write_whole
from trainer_app.services.lesson_files import LESSONS, TRANSLATIONS
from trainer_app.services.pack_places import PackPlaces, Place
from trainer_app.services.pictures import Pictures
from trainer_app.services.shared_versions import SharedVersions, content_hash, with_version

if TYPE_CHECKING:
    from trainer_app.bundles.packs.examining import Examined

_TITLE = re.compile(r"^title:(.*)$", re.MULTILINE)
_MOST = 200
_CONTENT_LETTERS = 16


class RoomLessons:
    """What a laptop has to give, and what it takes in. All of it may take seconds."""

    def __init__(
        self, data: Path, library: LessonLibrary, bundled: Path, pictures: Pictures
    ) -> None:
        self._data, self._library, self._bundled = data, library, bundled
        self._pictures = pictures
        self._shared = SharedVersions(data)
        self._places = PackPlaces(data, bundled)
        self._evening: TemporaryDirectory[str] | None = None

    # The trainer's laptop
    def offers(self) -> tuple[RoomLesson, ...]:
        """What the room has of its own; what was made here and has changed gets a new version.

        Raises DiskFull, ReadOnly, DiskFails.
        """
        found = tuple(self._offer(place) for place in self._given())[:_MOST]
        self._library.refresh()
        return found

    def pack(self, what: str) -> bytes | None:
        """A lesson or translation that is offered, as it goes to a laptop; None if it is not."""
        for place in self._given():
            if place.what == what:
                return packed_for_room(self._label(place), place.files())
        return None

    # The others
    def wanted(self, offers: Iterable[RoomLesson]) -> tuple[str, ...]:
        """What of it is not here, or in a lower version."""
        return tuple(one.what for one in offers if self._lacks(one))

    def take_in(self, payload: bytes) -> str:
        """Make what came over one of the lessons here; returns what it is.

        Raises what a pack from a file raises when it is looked at, PlaceTaken, NothingNewer,
        DiskFull, ReadOnly, DiskFails; then nothing was changed.
        """
        pack = opened_from_room(payload)
        label, place = pack.label, self._places.of(pack.label)
        if label.kind == "lesson" and self._places.is_bundled(label.lesson):
            raise PlaceTaken(file="", reason="bundled")
        own = place.own
        if place.there is not None and (own is None or own.made_here or own.key != label.key):
            # Without her signature nobody replaces what its author made on this very laptop.
            raise PlaceTaken(file="", reason="author")
        if place.there is not None and label.version <= place.version:
            raise NothingNewer(file="", found=label.version, here=place.version)
        place.put(label, self._examined(pack).files)
        self._library.refresh()
        return place.what

    def for_one_evening(self) -> None:
        """From now on keep what comes over for the evening only: we are guests."""
        self.forget_evening()
        self._evening = TemporaryDirectory(prefix="evening-", ignore_cleanup_errors=True)
        data = Path(self._evening.name)
        self._places = PackPlaces(data, self._bundled)
        self._library.borrow(data / LESSONS, data / TRANSLATIONS)

    def forget_evening(self) -> None:
        """What came over for an evening is gone."""
        evening, self._evening = self._evening, None
        if evening is not None:
            self._places = PackPlaces(self._data, self._bundled)
            self._library.give_back()
            evening.cleanup()

    def _given(self) -> Iterator[Place]:
        """Where the centre's own lessons lie, and its translations that are whole."""
        for lesson in self._library.for_learners:
            if lesson.own is not None:
                yield Place(lesson.id, lesson.folder, lesson.folder)
        known = {lesson.id for lesson in self._library.lessons}
        for folder in lesson_folders(self._data / TRANSLATIONS):
            for each in sorted(one for one in folder.iterdir() if one.is_dir()):
                place = self._places.of_translation(folder.name, each.name)
                if folder.name in known and place.own and not is_in_the_making(each):
                    yield place

    def _offer(self, place: Place) -> RoomLesson:
        files = place.files()
        version = max(1, place.version)
        if place.own is not None and place.own.made_here:
            version = self._shared.version_for(place.what, files, version)
            if version != place.version and place.there is not None and not place.prefix:
                structure = with_version(files["lesson.toml"], version, "lesson.toml")
                write_whole(place.there / "lesson.toml", structure)
            self._shared.keep(place.what, files, version)
        return RoomLesson(place.what, version, content_hash(files)[:_CONTENT_LETTERS])

    def _lacks(self, offer: RoomLesson) -> bool:
        lesson, _slash, language = offer.what.partition("/")
        try:
            here = self._library.lesson(lesson)
        except UnknownThing:
            return not language
        if not language:
            if here.own is None or here.own.made_here:
                return False
            return here.version < offer.version
        place = self._places.of_translation(lesson, language)
        own = place.own
        if place.there is None:
            return language != here.source
        return own is not None and not own.made_here and place.version < offer.version

    def _examined(self, pack: Pack) -> Examined:
        # Loading the Markdown reader here keeps it out of the program's start.
        from trainer_app.bundles.packs.examining import examine_lesson
        from trainer_app.bundles.packs.translating import examine_translation

        with self._pictures.at_work():
            if pack.label.kind == "lesson":
                return examine_lesson(pack, self._pictures.decoded, self._bundled)
            lesson = self._library.lesson(pack.label.lesson)
            return examine_translation(pack, self._pictures.decoded, lesson)

    def _label(self, place: Place) -> Label:
        own = place.own
        assert own is not None  # `_given` gives no other
        lesson_id, _slash, language = place.what.partition("/")
        lesson = self._library.lesson(lesson_id)
        if language:
            pages = place.files().get(f"{language}/pages.md", b"").decode("utf-8", "replace")
            found = _TITLE.search(pages)
            last = self._shared.last(place.what)
            version = max(1, place.version, last.version if last and own.made_here else 0)
            return _label(lesson, own, found[1] if found else "", language, version, "translation")
        title = self._library.title(lesson_id, lesson.languages[0]).title
        return _label(lesson, own, title, lesson.languages[0], lesson.version, "lesson")


def _label(lesson: Lesson, own: Own, title: str, language: str, version: int, kind: str) -> Label:
    return Label(
        kind="lesson" if kind == "lesson" else "translation",
        lesson=lesson.id,
        number=lesson.number,
        version=version,
        title=plain_line(title, 200) or lesson.id,
        language=language,
        author=plain_line(own.author, 80),
        key=own.key,
        origin=own.origin,
        origin_version=own.origin_version,
    )
