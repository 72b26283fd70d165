"""Where lesson packs come to lie in a data folder, and what lies there already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trainer_app.bundles.packs import limits
from trainer_app.bundles.packs.label import Label
from trainer_app.bundles.packs.names import belongs, is_recording, language_of
from trainer_app.bundles.packs.placing import finish, folder_name, own_of, put_in_place
from trainer_app.content.fields import OWN_FILE, Fields
from trainer_app.content.library import lesson_folders
from trainer_app.content.own import own_text, read_own
from trainer_app.content.structure import STRUCTURE_FILE
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import Own
from trainer_app.services.lesson_files import LESSONS, TRANSLATIONS


@dataclass(frozen=True, slots=True)
class Place:
    """Where a lesson or translation comes to lie, and what of it lies `there` already.

    `what` names it among all that is shared; `prefix` is what its files have before their names
    in a pack and not in this folder.
    """

    what: str
    folder: Path
    there: Path | None
    prefix: str = ""

    @property
    def own(self) -> Own | None:
        """Whose it is that lies there; None also for what does not say it."""
        try:
            return read_own(self.there) if self.there else None
        except UnreadableLesson:
            return None

    @property
    def version(self) -> int:
        """The version of what lies there; 0 where there is nothing, or nothing that can be read."""
        file = OWN_FILE if self.prefix else STRUCTURE_FILE
        try:
            return Fields.of_file(self.there / file).count("version", 0, 0) if self.there else 0
        except UnreadableLesson:
            return 0

    @property
    def edited(self) -> bool:
        """Whether a translation was worked on here since it was taken in, if it ever was."""
        try:
            return self.there is not None and Fields.of_file(self.there / OWN_FILE).flag(
                "edited", False
            )
        except UnreadableLesson:
            return False

    def files(self) -> dict[str, bytes]:
        """The files that a pack of it would have, by path.

        Recordings come along language by language as far as there is room for all of one.
        """
        if self.there is None:
            return {}
        inside = (path for path in sorted(self.there.rglob("*")) if path.is_file())
        named = {self.prefix + path.relative_to(self.there).as_posix(): path for path in inside}
        left_here = _without_room({one: path for one, path in named.items() if is_recording(one)})
        wanted = (name for name in named if belongs(name) and name not in left_here)
        return {name: named[name].read_bytes() for name in wanted}

    def put(self, label: Label, files: Mapping[str, bytes]) -> None:
        """Put files of a pack there, whole or not at all. Raises DiskFull, ReadOnly, DiskFails."""
        before = self.own
        own = own_of(label, made_here=before is not None and before.made_here)
        about = own_text(own) + (f"version = {label.version}\n" if self.prefix else "")
        named = {name.removeprefix(self.prefix): content for name, content in files.items()}
        put_in_place(self.folder, {**named, OWN_FILE: about.encode()}, self.there)


class PackPlaces:
    """The folders of a centre's own lessons and translations, beside those of the program."""

    def __init__(self, data: Path, bundled: Path) -> None:
        self._own, self._translations = data / LESSONS, data / TRANSLATIONS
        self._bundled = bundled

    def finish(self) -> bool:
        """Finish what a dying laptop left half done; says if there was any."""
        folders = (self._own, *lesson_folders(self._translations))
        return sum(finish(folder) for folder in folders) > 0  # all, not up to the first

    def is_bundled(self, lesson: str) -> bool:
        """Whether a lesson of the program has this id, be it readable or not."""
        return _folder_of(self._bundled, lesson) is not None

    def of(self, label: Label) -> Place:
        """Where what a label names comes to lie."""
        if label.kind == "translation":
            return self.of_translation(label.lesson, label.language)
        there = _folder_of(self._own, label.lesson)
        return Place(label.lesson, self._own / folder_name(label), there)

    def of_translation(self, lesson: str, language: str) -> Place:
        """Where a translation of a lesson lies."""
        folder = self._translations / lesson / language
        there = folder if folder.is_dir() else None
        return Place(f"{lesson}/{language}", folder, there, f"{language}/")


def _without_room(recordings: Mapping[str, Path]) -> set[str]:
    """The recordings of those languages for which a pack has no room."""
    left: set[str] = set()
    size = many = 0
    for language in sorted({language_of(name) for name in recordings}):
        names = [name for name in recordings if language_of(name) == language]
        more = sum(recordings[name].stat().st_size for name in names)
        if size + more > limits.RECORDINGS_BYTES or many + len(names) > limits.RECORDINGS:
            left.update(names)
        else:
            size, many = size + more, many + len(names)
    return left


def _folder_of(folder: Path, lesson: str) -> Path | None:
    """The folder of a lesson by its name: what cannot be read has its place, too."""
    return next((path for path in lesson_folders(folder) if path.name[3:] == lesson), None)
