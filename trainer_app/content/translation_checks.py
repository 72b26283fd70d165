"""Holds a translation against the rules of lessons, and says which unit each finding is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from trainer_app.content.checks import word_findings
from trainer_app.content.markup import Markup
from trainer_app.content.practice import read_scenario
from trainer_app.content.practice_checks import practice_word_findings
from trainer_app.content.rules.markup import markup_findings
from trainer_app.content.rules.table import Finding, finding_of
from trainer_app.content.sources import Source
from trainer_app.content.structure import PRACTICE_FILE, PRACTICE_WORDS, WORLD_WORDS, has_practice
from trainer_app.content.translating import Original, source_of
from trainer_app.content.unit_lines import cut
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.practice.keyboards import Keyboard
from trainer_app.domain.practice.typing_stage import TypingStage
from trainer_app.domain.translating import Translation

UNTYPABLE = "typable"
"""A word to type has letters that the screen's keyboard has not. Facts: letters."""

_OF_ALL = frozenset({"right-not-longest"})


def unit_findings(
    original: Original, translation: Translation, lesson: Lesson
) -> Mapping[str, Sequence[Finding]]:
    """What breaks a rule, by the id of the unit; under "" what is about all of them.

    Units without words are not looked at, nor what only the source could mend.
    """
    photos = lesson.own is not None
    found: dict[str, list[Finding]] = defaultdict(list)
    written = {each.unit.id: each for each in translation.units if each.words}
    for name in original.files:
        source = source_of(original, translation, name, photos=photos)
        places = _units_by_line(source, written)
        for finding in _findings(source, lesson):
            named = _units_saying(finding, source, translation)
            if not named:
                unit = places.get(finding.line) or _unit_of_page(finding, source, written)
                named = [unit] if unit or finding.rule in _OF_ALL else []
            for unit in named:
                found[unit].append(finding)
    for unit_id, letters in _untypable(original, translation, lesson):
        file = f"{translation.language}/{PRACTICE_WORDS}"
        facts = {"letters": letters}
        found[unit_id].append(Finding(UNTYPABLE, lesson.folder.name, file, 0, facts))
    return dict(found)


def _findings(source: Source, lesson: Lesson) -> Iterator[Finding]:
    yield from markup_findings(source)
    if source.name == WORLD_WORDS:
        return
    if source.name != PRACTICE_WORDS:
        yield from word_findings(source, lesson, Markup())
    elif has_practice(lesson):
        try:
            scenario = read_scenario(lesson)
        except UnreadableLesson as error:
            yield finding_of(error)
            return
        joined = replace(lesson, languages=(*lesson.languages, source.language))
        # A whole practice is played: that takes a moment, and shows what cannot be done.
        yield from practice_word_findings(source, joined, scenario, None)


def _units_by_line(source: Source, written: Iterable[str]) -> dict[int, str]:
    """By line of the file the unit that stands there."""
    known = dict.fromkeys(written)
    whole = cut(source)
    return {
        source.first_line + number: unit_id for number, unit_id in whole.lines_of(known).items()
    }


def _units_saying(finding: Finding, source: Source, translation: Translation) -> list[str]:
    """The units of a file that say a sentence which is named; none for another finding."""
    text, file = str(finding.facts.get("text", "")), source.name.removesuffix(".md")
    if not text:
        return []
    return [
        each.unit.id
        for each in translation.units
        if each.unit.file == file and text in _bare(each.words)
    ]


def _bare(words: str) -> str:
    """Words without the signs that make them strong or a key."""
    return words.replace("*", "").replace("`", "").replace("\\", "")


def _unit_of_page(finding: Finding, source: Source, written: Mapping[str, object]) -> str:
    """The first unit with words of a page that is named; "" if none is."""
    page, file = str(finding.facts.get("page", "")), source.name.removesuffix(".md")
    return next((each for each in written if page and each.startswith(f"{file}/{page}/")), "")


def _untypable(
    original: Original, translation: Translation, lesson: Lesson
) -> Iterator[tuple[str, str]]:
    """Words to type with letters that no keyboard of their stage has."""
    if PRACTICE_WORDS not in original.files or not (lesson.folder / PRACTICE_FILE).is_file():
        return
    try:
        stages = read_scenario(lesson).stages
    except UnreadableLesson:
        return
    words = {each.unit.id: each.words for each in translation.units}
    for stage in stages:
        if isinstance(stage, TypingStage):
            boards = stage.boards(translation.language)
            for target in (each for each in stage.targets if not each.free):
                unit_id = f"practice/{stage.id}/targets/{target.id}"
                if letters := _not_on(boards, words.get(unit_id, "")):
                    yield unit_id, letters


def _not_on(boards: Sequence[Keyboard], words: str) -> str:
    """The letters that none of the keyboards types."""
    signs = dict.fromkeys(Markup().words(words)) if words else {}
    return "".join(sign for sign in signs if all(each.strokes(sign) is None for each in boards))
