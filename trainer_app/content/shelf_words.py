"""Reads the words of a scam's template, and puts the options that were chosen into them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from trainer_app.content.markup import Markup
from trainer_app.content.practice_words import parse_practice_words, read_practice_words
from trainer_app.content.sources import Source
from trainer_app.domain.blocks import Block, Box, Heading, Line, Listing, Paragraph, plain, words_of
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.practice.scenario import (
    Practice,
    PracticeWords,
    Said,
    Scenario,
    Stage,
    WordList,
)
from trainer_app.domain.scams import (
    SLOTS,
    Choices,
    OptionWords,
    ScamTemplate,
    Slot,
    TemplateWords,
)

TEMPLATE = "template"
"""The section of practice.md that holds the options."""
PLACES = ("who", "hello", "want", "clue", "lost", "mend", "sign")
"""What can stand in braces: see docs/practice.md."""

_LOST, _SIGN = "lost", "sign"
_PLACE = re.compile(r"\{([a-z]+)(?:\.([a-z0-9-]+))?\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateStage(Stage):
    """The part of practice.md that is read by trainers, as if it were a stage: nobody plays it."""

    options: Mapping[Slot, tuple[str, ...]]

    @classmethod
    def of(cls, template: ScamTemplate) -> Self:
        """That of a template."""
        options = {slot: template.ids(slot) for slot in SLOTS}
        return cls(id=TEMPLATE, kind=TEMPLATE, goals=(), options=options)

    @property
    def things(self) -> tuple[WordList, ...]:
        """The three slots; what is lost, for each want; what to look for, for each clue."""
        return (
            *(WordList(slot, self.options[slot], explained=True) for slot in SLOTS),
            WordList(_LOST, self.options["want"], explained=True),
            WordList(_SIGN, self.options["clue"]),
        )


@dataclass(frozen=True, slots=True)
class ShelfWords:
    """All words of a template in one language, before anything was chosen."""

    stage: TemplateStage
    words: PracticeWords


def read_shelf_words(source: Source, scenario: Scenario, stage: TemplateStage) -> ShelfWords:
    """UnreadableLesson for the first thing that is not right."""
    return ShelfWords(stage, read_practice_words(source, with_template(scenario, stage), Markup()))


def parse_shelf_words(
    source: Source, scenario: Scenario, stage: TemplateStage
) -> tuple[ShelfWords, tuple[UnreadableLesson, ...]]:
    """The words that can be read, and all that is wrong; see `parse_practice_words`."""
    words, troubles = parse_practice_words(source, with_template(scenario, stage), Markup())
    return ShelfWords(stage, words), troubles


def with_template(scenario: Scenario, stage: TemplateStage) -> Scenario:
    """The scenario with the part for trainers before its own stage, as practice.md has it."""
    return replace(scenario, stages=(stage, *scenario.stages))


def template_words(words: ShelfWords) -> TemplateWords:
    """What a trainer reads."""
    stage, said = words.stage, words.words.said
    around = words.words.stages[TEMPLATE]
    options = {}
    for slot in SLOTS:
        for id in stage.options[slot]:
            each = said[stage.word(slot, id)]
            options[(slot, id)] = OptionWords(plain(each.line), plain(each.then))
    return TemplateWords(
        language=words.words.language,
        title=around.title,
        about=_joined(around.intro),
        note=_joined(around.done),
        options=options,
    )


def with_choices(scenario: Scenario, words: ShelfWords, choices: Choices) -> Practice:
    """The practice that people play: what was chosen stands in its words."""
    fill = _Filling(words, choices)
    own = f"{TEMPLATE}."
    filled = replace(
        words.words,
        stages={
            id: replace(
                each,
                title=fill.text(each.title),
                intro=fill.blocks(each.intro),
                done=fill.blocks(each.done),
            )
            for id, each in words.words.stages.items()
            if id != TEMPLATE
        },
        said={
            id: Said(fill.line(each.line), fill.line(each.then))
            for id, each in words.words.said.items()
            if not id.startswith(own)
        },
    )
    return Practice(scenario, filled)


def unknown_places(text: str, stage: TemplateStage) -> list[str]:
    """What stands in braces in a text, but for ids, and means nothing."""
    return [
        found[0]
        for found in _PLACE.finditer(text)
        if found[1] not in PLACES or (found[2] and found[2] not in _ids(stage, found[1]))
    ]


def _ids(stage: TemplateStage, place: str) -> tuple[str, ...]:
    """The options whose label can be put in by name."""
    return next((ids for slot, ids in stage.options.items() if slot == place), ())


class _Filling:
    """Puts chosen options where their places stand; other braces stay as they are."""

    def __init__(self, words: ShelfWords, choices: Choices) -> None:
        self._stage, self._said = words.stage, words.words.said
        who = self._option("who", choices.who)
        want, clue = self._option("want", choices.want), self._option("clue", choices.clue)
        lost = self._option(_LOST, choices.want)
        self._texts = {
            "who": plain(who.line),
            "hello": plain(who.then),
            "want": plain(want.then),
            "clue": plain(clue.then),
            "lost": plain(lost.line),
            "mend": plain(lost.then),
            "sign": plain(self._option(_SIGN, choices.clue).line),
        }

    def _option(self, name: str, id: str) -> Said:
        return self._said[self._stage.word(name, id)]

    def text(self, text: str) -> str:
        return _PLACE.sub(self._put, text)

    def _put(self, found: re.Match[str]) -> str:
        place, id = found[1], found[2]
        if id:
            known = id in _ids(self._stage, place)
            return plain(self._option(place, id).line) if known else found[0]
        return self._texts.get(place, found[0])

    def line(self, line: Line) -> Line:
        return tuple(replace(span, text=self.text(span.text)) for span in line)

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self._block(each) for each in blocks)

    def _block(self, block: Block) -> Block:
        match block:
            case Heading(line):
                return Heading(self.line(line))
            case Paragraph() | Listing():
                return self._part(block)
            case Box(mark, title, parts, topic):
                return Box(mark, self.text(title), tuple(map(self._part, parts)), topic)
        return block

    def _part(self, part: Paragraph | Listing) -> Paragraph | Listing:
        if isinstance(part, Paragraph):
            return Paragraph(self.line(part.line))
        return Listing(tuple(map(self.line, part.items)), part.ordered)


def _joined(blocks: tuple[Block, ...]) -> str:
    return "\n".join(text for block in blocks if (text := words_of(block)))
