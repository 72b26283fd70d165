"""A lesson as units to translate: read from its files, and written as files in another language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from trainer_app.content.blanks import BLANK
from trainer_app.content.sources import Source, read_source, source_in
from trainer_app.content.structure import NOT_WHOLE, PRACTICE_WORDS, has_practice, needed_files
from trainer_app.content.unit_lines import Cut, Slot, cut
from trainer_app.content.words import REVIEW_STATES, SOUND
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.translating import Kept, Translated, Translation, Unit, laid_out

_PLACE = re.compile(r"(?<=/)\d+(?=/|\Z)")


@dataclass(frozen=True)
class Original:
    """What is translated: the files of words in the language that a lesson was written in.

    `says`: by other language of the lesson the sentence of its card, to be spelled by its sound.
    """

    lesson: str
    language: str
    files: Mapping[str, Source]
    says: Mapping[str, str]

    @cached_property
    def cuts(self) -> Mapping[str, Cut]:
        """Each file cut into its lines, by name such as `pages.md`."""
        return {name: cut(source) for name, source in self.files.items()}

    @cached_property
    def units(self) -> Mapping[str, tuple[Unit, ...]]:
        """What there is to translate of each file, the same in every language: no sounds."""
        return {
            name: tuple(
                slot.unit for slot in one.slots() if slot.kind != "sound" and not slot.quiet
            )
            for name, one in self.cuts.items()
        }


def original_of(lesson: Lesson) -> Original:
    """The words that a lesson was written in. Raises UnreadableLesson."""
    names = needed_files(lesson)
    if has_practice(lesson):
        names = tuple(dict.fromkeys((*names, PRACTICE_WORDS)))
    says = {lesson.source: ""}
    if lesson.has_pages:
        says = {each: _say(lesson, each) for each in lesson.languages}
    files = {name: _words(lesson, lesson.source, name) for name in names}
    return Original(lesson.id, lesson.source, files, {k: v for k, v in says.items() if v})


def _words(lesson: Lesson, language: str, name: str) -> Source:
    return read_source(lesson.folder.name, lesson.words_file(language, name))


def _say(lesson: Lesson, language: str) -> str:
    try:
        return _words(lesson, language, "card.md").matter.get("say", "")
    except UnreadableLesson:
        return ""


def slots_of(original: Original, name: str, language: str) -> Iterator[Slot]:
    """What there is to translate of one file, and the headings that nobody sees."""
    for slot in original.cuts[name].slots():
        if slot.kind != "sound":
            yield slot
    if name == "card.md":
        yield from _sounds(original, language).values()


def _sounds(original: Original, language: str) -> dict[str, Slot]:
    """How the card's sentence of each other language sounds is written anew in each language."""
    like = next(iter(original.cuts["card.md"].matter.values()))
    return {
        f"{SOUND}{other}": Slot(f"card/{SOUND}{other}", "sound", like.form, said, needed=False,
                                counts=False)
        for other, said in original.says.items()
        if other != language
    }  # fmt: skip


def read_translation(
    original: Original,
    language: str,
    there: Mapping[str, Source],
    made_from: Mapping[str, str],
) -> Translation:
    """The units of a lesson, with whatever words there are in a language.

    `there` are the files of that language as far as there are any, `made_from` what
    `made_from_text` wrote about them: without it a file's own hash says whether it is fresh.
    """
    units: list[Translated] = []
    for name in original.files:
        units += _read_file(original, name, language, there.get(name), made_from)
    first = next((there[name] for name in original.files if name in there), None)
    reviews = {source.matter.get("review") for source in there.values()}
    reviewed = len(there) == len(original.files) and reviews == {REVIEW_STATES[1]}
    return Translation(
        lesson=original.lesson,
        language=language,
        source=original.language,
        units=tuple(units),
        by=first.matter.get("by", "") if first else "",
        review=REVIEW_STATES[1] if reviewed else REVIEW_STATES[0],
        reviewed_by=first.matter.get("reviewed_by", "") if first and reviewed else "",
    )


def _read_file(
    original: Original, name: str, language: str, there: Source | None, made_from: Mapping[str, str]
) -> Iterator[Translated]:
    wanted = [*original.units[name]]
    if name == "card.md":
        wanted += (slot.unit for slot in _sounds(original, language).values())
    if there is None:
        yield from map(Translated, wanted)
        return
    fresh = there.matter.get("translated_from", "") == original.files[name].hash
    groups: dict[str, list[Slot]] = defaultdict(list)
    for slot in cut(there).slots():
        groups[_PLACE.sub("*", slot.id)].append(slot)
    noted: dict[str, int] = defaultdict(int)
    for unit_id in made_from:
        noted[_PLACE.sub("*", unit_id)] += 1
    laid: dict[str, Kept | None] = {}
    for group, units in _grouped(wanted):
        known = noted[group] == len(groups[group])
        kept = [
            Kept(slot.kind, slot.words, (made_from.get(slot.id) or None) if known else None)
            for slot in groups[group]
        ]
        laid |= zip((unit.id for unit in units), laid_out(units, kept), strict=True)
    for unit in wanted:
        found = laid[unit.id]
        if found is None:
            yield Translated(unit)
        else:
            yield Translated(unit, found.words, found.made_from, fresh)


def _grouped(units: Iterable[Unit]) -> Iterable[tuple[str, list[Unit]]]:
    """Units whose ids differ by their places alone, together."""
    groups: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        groups[_PLACE.sub("*", unit.id)].append(unit)
    return groups.items()


def files_of(
    original: Original, translation: Translation, before: Mapping[str, Source]
) -> dict[str, str]:
    """The files of a translation by name, in the lesson format.

    `before` are those that stand there now: what a file was made from is kept while a unit in it
    is stale, and headings that nobody sees stay as they were translated.
    """
    return {
        name: file_text(original, translation, name, before.get(name)) for name in original.files
    }


def file_text(
    original: Original, translation: Translation, name: str, before: Source | None
) -> str:
    """One file of a translation."""
    words = {each.unit.id: each.words for each in translation.units}
    quiet = {slot.id: slot.words for slot in cut(before).slots()} if before else {}
    matter = {"by": translation.by or BLANK, "review": translation.review}
    if translation.reviewed_by:
        matter["reviewed_by"] = translation.reviewed_by
    if made := _made_from_hash(original, translation, name, before):
        matter["translated_from"] = made
    lines = [f"{key}: {value}" for key, value in matter.items()]
    if not translation.whole:
        lines.append(NOT_WHOLE)
    whole = original.cuts[name]
    own = {key: slot for key, slot in whole.matter.items() if slot.kind != "sound"}
    sounds = _sounds(original, translation.language) if name == "card.md" else {}
    for key, slot in {**own, **sounds}.items():
        value = slot.form.tidy(words.get(slot.id, ""))
        if value or slot.needed:
            lines.append(f"{key}: {value or BLANK}")

    def chosen(slot: Slot) -> str:
        if slot.quiet and slot.raw:
            return quiet.get(slot.id) or slot.words
        return words.get(slot.id, "")

    return "\n".join(("---", *lines, "---", whole.body(chosen))).rstrip("\n") + "\n"


def source_of(
    original: Original, translation: Translation, name: str, *, photos: bool = False
) -> Source:
    """One file of a translation as a reader gets it, nothing written."""
    text = file_text(original, translation, name, None)
    return source_in(text, translation.lesson, translation.language, name, photos=photos)


def _made_from_hash(
    original: Original, translation: Translation, name: str, before: Source | None
) -> str:
    file = name.removesuffix(".md")
    stale = any(each.unit.file == file and each.state == "stale" for each in translation.units)
    if stale:
        return before.matter.get("translated_from", "") if before else ""
    return original.files[name].hash


def tidied(original: Original, language: str, unit_id: str, words: str) -> str:
    """Words as they will read back. KeyError for a unit that there is not."""
    name = f"{unit_id.split('/')[0]}.md"
    slots = {slot.id: slot for slot in slots_of(original, name, language)}
    return slots[unit_id].form.tidy(words)
