"""Looks at what the files of a pack say: refuses what could harm, and lists what is not in style.

The files are read as they would be in the program, from a folder that is gone afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from trainer_app.bundles.packs import limits
from trainer_app.bundles.packs.label import Label
from trainer_app.bundles.packs.names import STRUCTURES, is_drawing, is_picture, is_recording
from trainer_app.bundles.packs.opening import Pack
from trainer_app.bundles.packs.pixels import png_size
from trainer_app.bundles.packs.placing import folder_name, lay_out, own_of
from trainer_app.bundles.packs.structures import check_structure
from trainer_app.bundles.packs.words import HARMFUL, check_words
from trainer_app.content.checks import check_lesson
from trainer_app.content.fields import OWN_FILE
from trainer_app.content.own import own_text
from trainer_app.content.practice import has_practice, practice_languages, read_practice
from trainer_app.content.rules.table import Finding
from trainer_app.content.structure import STRUCTURE_FILE, read_structure
from trainer_app.content.translations import with_translations
from trainer_app.content.words import read_words
from trainer_app.domain.errors import (
    HarmfulLesson,
    UnreadableLesson,
    UnusablePicture,
)
from trainer_app.domain.sound import BadWave, sound_of, wave_of

_NOT_SHOWN = frozenset(
    {"hue-known", "competence-known", "picture-exists", "picture-plain", "photo-small"}
)
"""The rules without which no screen can show a lesson."""

Decode = Callable[[bytes, str], bytes]
"""Gives a picture written anew by our own decoder; (bytes, name) in, UnusablePicture."""


@dataclass(frozen=True, slots=True)
class Examined:
    """Files that may be taken in, pictures written anew, and what is not in style about them."""

    files: Mapping[str, bytes] = field(repr=False)
    languages: tuple[str, ...]
    findings: tuple[Finding, ...]


def harmless_files(pack: Pack, decode: Decode) -> dict[str, bytes]:
    """The pack's files, its pictures written anew by the decoder, its recordings by us.

    Raises HarmfulLesson, UnusablePicture.
    """
    files = {}
    for name, content in pack.files.items():
        if is_picture(name):
            files[name] = _picture(content, name, decode)
            continue
        if is_recording(name):
            files[name] = _recording(content, name, pack.file)
            continue
        if name in STRUCTURES:
            check_structure(content, name, pack.file)
        else:
            check_words(content, name, pack.file)
        files[name] = content
    return files


def examine_lesson(pack: Pack, decode: Decode, commons: Path) -> Examined:
    """Look at a lesson; `commons` is the folder of the bundled lessons, whose world it may join.

    Raises HarmfulLesson, UnusablePicture.
    """
    files = harmless_files(pack, decode)
    label = pack.label
    with TemporaryDirectory(prefix="lesson-") as place:
        folder = Path(place) / folder_name(label)
        lay_out(folder, files)
        (folder / OWN_FILE).write_text(own_text(own_of(label)), encoding="utf-8")
        try:
            languages = _open(folder, label, commons)
        except UnreadableLesson as error:
            raise cannot_open(error, pack.file) from None
        findings = tuple(check_lesson(folder, commons, played=False))
    for each in findings:
        if each.rule in HARMFUL | _NOT_SHOWN:
            raise HarmfulLesson(file=pack.file, inside=each.file, line=each.line, rule=each.rule)
    return Examined(files, languages, findings)


def cannot_open(error: UnreadableLesson, file: str) -> HarmfulLesson:
    """What stopped a reader, as a reason to refuse a pack."""
    facts = error.facts
    return HarmfulLesson(
        file=file, inside=str(facts["file"]), line=int(facts["line"]), rule=str(facts["rule"])
    )


def _picture(content: bytes, name: str, decode: Decode) -> bytes:
    """A picture written anew; what says that it is too large is not even handed to the decoder."""
    if not is_drawing(name):
        size = png_size(content)
        if size is None:
            raise UnusablePicture(picture=name, reason="kind")
        if len(content) > limits.PICTURE_BYTES:
            raise UnusablePicture(picture=name, reason="bytes")
        if max(size) > limits.PICTURE_SIDE:
            raise UnusablePicture(picture=name, reason="pixels")
    elif content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"<":
        raise UnusablePicture(picture=name, reason="kind")
    return decode(content, name)


def _recording(content: bytes, name: str, file: str) -> bytes:
    """A recording with nothing in it but sound."""
    try:
        return wave_of(sound_of(content))
    except BadWave:
        raise HarmfulLesson(file=file, inside=name, line=0, rule="recording-plain") from None


def _open(folder: Path, label: Label, commons: Path) -> tuple[str, ...]:
    """Open all of a lesson as it is opened to be taught; returns its languages."""
    lesson = read_structure(folder, commons)
    if not lesson.languages or lesson.version != label.version:
        where = {"lesson": folder.name, "file": STRUCTURE_FILE}
        raise UnreadableLesson(**where, line=0, rule="files-complete")
    fitting = with_translations(lesson, None)
    # Where no language fits the structure, reading the first tells what is wrong with it.
    lesson = fitting if fitting.languages else lesson
    for language in lesson.languages:
        if lesson.has_pages:
            read_words(lesson, language)
    for language in practice_languages(lesson) if has_practice(lesson) else ():
        read_practice(lesson, language)
    return lesson.languages
