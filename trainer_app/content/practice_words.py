"""Reads `practice.md`: a section for each stage, and in it a list of words for each kind of thing.

Every item is `- {#id} words`, with a quoted second sentence under it where the list asks for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from trainer_app.content.markup import Choice, Markup
from trainer_app.content.sections import Section, require_ids, sections, text_before
from trainer_app.content.sources import Source
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.practice.scenario import (
    WORLD,
    PracticeWords,
    Said,
    Scenario,
    Stage,
    StageWords,
    WordList,
    World,
)

DONE = "done"


def read_practice_words(source: Source, scenario: Scenario, markup: Markup) -> PracticeWords:
    """The words of a practice; UnreadableLesson for the first thing that is not right."""
    words, troubles = parse_practice_words(source, scenario, markup)
    if troubles:
        raise troubles[0]
    return words


def parse_practice_words(
    source: Source, scenario: Scenario, markup: Markup
) -> tuple[PracticeWords, tuple[UnreadableLesson, ...]]:
    """The words that can be read, and everything that is missing, left over or not in its form.

    Raises UnreadableLesson where the sections are not those of the scenario's stages.
    """
    owners: list[World | Stage] = [*scenario.stages]
    if scenario.world.lists:
        owners.insert(0, scenario.world)
    found = sections(source, 1)
    ids = [WORLD if isinstance(owner, World) else owner.id for owner in owners]
    require_ids(source, found, ids, "practice-stages-in-order")
    reader = _Reader(markup)
    for owner, section in zip(owners, found, strict=True):
        reader.read(_within(source, section), section, owner)
    words = PracticeWords(
        language=source.language,
        by=source.needs("by"),
        review=source.needs("review"),
        stages=reader.stages,
        said=reader.said,
    )
    return words, tuple(reader.troubles)


class _Reader:
    """Collects words and troubles from one section after the other."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self.stages: dict[str, StageWords] = {}
        self.said: dict[str, Said] = {}
        self.troubles: list[UnreadableLesson] = []

    def read(self, source: Source, section: Section, owner: World | Stage) -> None:
        """Reads the section of one stage, or of the world; `source` is what stands in it."""
        lists = {each.name: each for each in owner.lists}
        parts = {part.id: part for part in sections(source, 2)}
        if isinstance(owner, Stage):
            self._stage(source, section, owner, parts.pop(DONE, None))
        for part in sections(source, 2):
            if part.id not in lists and part.id != DONE:
                self.troubles.append(
                    source.broken("practice-lists", part.line, found=part.id, expected="")
                )
        for name, each in lists.items():
            if name not in parts:
                self.troubles.append(
                    source.broken("practice-lists", section.line, found="", expected=name)
                )
                continue
            self._list(source, parts[name], each, owner)

    def _stage(self, source: Source, section: Section, stage: Stage, done: Section | None) -> None:
        words = StageWords(
            title=self._markup.words(section.title),
            intro=self._markup.blocks(text_before(source, 2)),
            done=self._markup.blocks(done.text) if done else (),
        )
        self.stages[stage.id] = words
        if not (words.title and words.intro and words.done):
            self.troubles.append(source.broken("stage-words", section.line, stage=stage.id))

    def _list(self, source: Source, part: Section, wanted: WordList, owner: World | Stage) -> None:
        _, items = self._markup.question(part.text)
        seen: set[str] = set()
        for item in items:
            line = part.line + 1 + _line_of(part.text, item)
            for rule in _item_troubles(item, wanted, seen):
                self.troubles.append(source.broken(rule, line, word=item.id, list=wanted.name))
            seen.add(item.id)
            self.said[owner.word(wanted.name, item.id)] = Said(item.line, item.why)
        for missing in (each for each in wanted.ids if each not in seen):
            self.troubles.append(
                source.broken("word-missing", part.line, word=missing, list=wanted.name)
            )


def _item_troubles(item: Choice, wanted: WordList, seen: set[str]) -> Iterator[str]:
    if not item.id:
        yield "word-form"
    elif item.id not in wanted.ids:
        yield "word-left-over"
    elif item.id in seen:
        yield "word-twice"
    elif not item.line:
        yield "word-missing"
    elif bool(item.why) != wanted.explained:
        yield "word-explained"


def _within(source: Source, section: Section) -> Source:
    """The words under a heading, as if they were a file of their own."""
    return replace(source, raw=section.text, first_line=section.line + 1)


def _line_of(text: str, item: Choice) -> int:
    """How many lines stand before an item; 0 if it has no id to be found by."""
    needle = f"{{#{item.id}}}"
    lines = text.split("\n")
    return next((number for number, line in enumerate(lines) if needle in line), 0)
