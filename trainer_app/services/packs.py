"""Lessons that trainers bring each other as files: shared signed, looked at, taken in."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from trainer_app.bundles.packs.label import Kind, Label
from trainer_app.bundles.packs.opening import Pack, open_pack
from trainer_app.bundles.packs.signs import plain_line
from trainer_app.bundles.packs.writing import write_pack
from trainer_app.content.library import LessonLibrary
from trainer_app.content.structure import is_in_the_making
from trainer_app.domain.errors import (
    MissingLanguage,
    NothingNewer,
    NotYourLesson,
    PlaceTaken,
    UnknownThing,
)
from trainer_app.domain.lessons import Lesson, Own
from trainer_app.keys.durable import write_whole
from trainer_app.services.door import Door
from trainer_app.services.pack_offers import Offer, Signers, Standing
from trainer_app.services.pack_places import PackPlaces, Place
from trainer_app.services.pictures import Pictures
from trainer_app.services.shared_versions import SharedVersions, content_hash, with_version

if TYPE_CHECKING:
    from trainer_app.bundles.packs.examining import Examined
    from trainer_app.content.rules.table import Finding

_TITLE = re.compile(r"^title:(.*)$", re.MULTILINE)


class Packs:
    """What a trainer does with lesson packs. All of it takes seconds: not for the window's thread.

    `bundled` is the folder of the program's own lessons; none of them is ever written over.
    """

    def __init__(
        self, door: Door, lessons: LessonLibrary, bundled: Path, pictures: Pictures
    ) -> None:
        self._door, self._lessons, self._bundled = door, lessons, bundled
        self._pictures = pictures
        self._places = PackPlaces(door.folder, bundled)
        self._shared = SharedVersions(door.folder)

    def finish(self) -> None:
        """Finish what a dying laptop left half done; called once, before anything else."""
        if self._places.finish():
            self._lessons.refresh()

    def share(self, lesson_id: str, file: Path) -> tuple[Finding, ...]:
        """Write a lesson of one's own as a pack, signed; returns what is not in style about it.

        What changed since it was shared gets the next version. Raises NotAllowed,
        NotForSubstitutes, UnknownThing, NotYourLesson, HarmfulLesson, UnusablePicture, UnsafePack,
        PackTooLarge, PackDamaged, DiskFull, ReadOnly, DiskFails, CannotWriteFile.
        """
        self._door.ledger.require_full_trainer()
        lesson = self._lessons.lesson(lesson_id)
        own = self._require_mine(lesson.own, lesson_id)
        place = Place(lesson_id, lesson.folder, lesson.folder)
        language = lesson.languages[0]
        title = self._lessons.title(lesson_id, language).title
        label = self._label("lesson", lesson, own, title, language)
        findings, version = self._share(place, label, file)
        if version != lesson.version:
            structure = place.files()["lesson.toml"]
            structure = with_version(structure, version, "lesson.toml")
            write_whole(lesson.folder / "lesson.toml", structure)
            self._lessons.refresh()
        return findings

    def share_translation(self, lesson_id: str, language: str, file: Path) -> tuple[Finding, ...]:
        """Write a translation of one's own, of whosever lesson, as a pack; as `share`.

        Raises MissingLanguage too, where it is not whole yet.
        """
        self._door.ledger.require_full_trainer()
        lesson = self._lessons.lesson(lesson_id)
        place = self._places.of_translation(lesson_id, language)
        if place.there is None:
            raise UnknownThing(what="lesson", id=lesson_id)
        if is_in_the_making(place.there):
            raise MissingLanguage(lesson=lesson_id, language=language)
        own = self._require_mine(place.own, lesson_id)
        pages = place.files().get(f"{language}/pages.md", b"").decode("utf-8", "replace")
        title = _TITLE.search(pages)
        label = self._label("translation", lesson, own, title[1] if title else "", language)
        return self._share(place, replace(label, version=max(1, place.version)), file)[0]

    def look_at(self, file: Path) -> Offer:
        """Open a pack and look at everything in it; nothing is written.

        Raises NotAllowed, UnreadableFile, NotAPack, PackDamaged, PackTooLarge, UnsafePack,
        ChangedPack, NewerPack, OtherKindOfPack, HarmfulLesson, UnusablePicture, PlaceTaken, and
        UnknownThing for a translation of a lesson that is not here.
        """
        self._door.ledger.require_trainer()
        pack = open_pack(file)
        self._check_place(pack.label, pack.file)
        examined = self._examined(pack)
        standing, here = self._standing(pack.label, examined)
        return Offer(
            file=pack.file,
            label=pack.label,
            signer=Signers(self._door).signer(pack.label.key),
            standing=standing,
            here=here,
            examined=examined,
            edited_here=self._is_edited(pack.label),
        )

    def take_in(self, offer: Offer) -> str:
        """Make a lesson or a translation that was looked at one of this centre's; returns its id.

        What it replaces is kept beside. Raises NotAllowed, NotForSubstitutes, PlaceTaken,
        NothingNewer, UnknownThing, DiskFull, ReadOnly, DiskFails; then nothing was changed.
        """
        self._door.ledger.require_full_trainer()
        label = offer.label
        self._check_place(label, offer.file)
        standing, here = self._standing(label, offer.examined)
        if standing not in ("new", "newer"):
            raise NothingNewer(file=offer.file, found=label.version, here=here)
        self._places.of(label).put(label, offer.examined.files)
        self._lessons.refresh()
        return label.lesson

    def _share(self, place: Place, label: Label, file: Path) -> tuple[tuple[Finding, ...], int]:
        """Write a pack of what lies at a place; returns findings and the version it got."""
        files = place.files()
        version = self._shared.version_for(place.what, files, label.version)
        label = replace(label, version=version)
        files = {name: with_version(each, version, name) for name, each in files.items()}
        examined = self._examined(Pack(file.name, label, files))
        write_pack(file, label, examined.files, self._door.keys)
        self._shared.keep(place.what, files, version)
        return examined.findings, version

    def _examined(self, pack: Pack) -> Examined:
        # Loading the Markdown reader here keeps it out of the program's start.
        from trainer_app.bundles.packs.examining import examine_lesson
        from trainer_app.bundles.packs.translating import examine_translation

        with self._pictures.at_work():
            if pack.label.kind == "lesson":
                return examine_lesson(pack, self._pictures.decoded, self._bundled)
            lesson = self._lessons.lesson(pack.label.lesson)
            return examine_translation(pack, self._pictures.decoded, lesson)

    def _label(self, kind: Kind, lesson: Lesson, own: Own, title: str, language: str) -> Label:
        return Label(
            kind=kind,
            lesson=lesson.id,
            number=lesson.number,
            version=lesson.version,
            title=plain_line(title, 200) or lesson.id,
            language=language,
            author=plain_line(own.author, 80),
            key=self._door.keys.public.sign_hex,
            origin=own.origin,
            origin_version=own.origin_version,
        )

    def _require_mine(self, own: Own | None, lesson_id: str) -> Own:
        me = self._door.keys.public.sign_hex
        if own is None or not Signers(self._door).are_one(own.key, me):
            raise NotYourLesson(lesson=lesson_id)
        return own

    def _check_place(self, label: Label, file: str) -> None:
        """Raise PlaceTaken where something of somebody else stands: only its author replaces it."""
        if label.kind == "lesson" and self._places.is_bundled(label.lesson):
            raise PlaceTaken(file=file, reason="bundled")
        if label.kind == "translation":
            self._lessons.lesson(label.lesson)  # UnknownThing where there is none
        place = self._places.of(label)
        if place.there is None:
            return
        own = place.own
        if own is None or not Signers(self._door).are_one(own.key, label.key):
            raise PlaceTaken(file=file, reason="author")

    def _is_edited(self, label: Label) -> bool:
        """Whether a pack would replace work of one's own that nobody else has."""
        place = self._places.of(label)
        last = self._shared.last(place.what)
        return place.edited and (last is None or last.content != content_hash(place.files()))

    def _standing(self, label: Label, examined: Examined) -> tuple[Standing, int]:
        """How a pack stands to what is here of the same author, and which version that is."""
        place = self._places.of(label)
        if place.there is None:
            return "new", 0
        last = self._shared.last(place.what)
        here = max(place.version, last.version if last else 0)
        is_same = label.version == here or content_hash(place.files()) == content_hash(
            examined.files
        )
        if is_same:
            return "same", here
        return ("newer" if label.version > here else "older"), here
