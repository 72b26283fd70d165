"""What of a lesson a trainer can say into a microphone: its passages, and the name of each."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from trainer_app.domain.blocks import Block, Box, Heading, Listing, Paragraph, Picture, plain
from trainer_app.domain.lessons import LessonWords

Part = Literal["page", "question", "card", "words", "end"]
FOLDER = "voice"
"""The folder of recordings beside the words of a language."""
_LETTERS = 32


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are read in one go, as they stand on a screen. `within`: the page's title."""

    part: Part
    within: str
    text: str

    @property
    def key(self) -> str:
        """The name of its recording."""
        return key_of(self.text)


def key_of(text: str) -> str:
    """The name of the recording of these words: other words have another, so none is stale."""
    same = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(same.encode()).hexdigest()[:_LETTERS]


def passages(words: LessonWords) -> tuple[Passage, ...]:
    """All that is read aloud of a lesson's pages, questions, card and words, each once."""
    found: dict[str, Passage] = {}
    for one in _passages(words):
        if any(letter.isalnum() for letter in one.text):
            found.setdefault(one.key, one)
    return tuple(found.values())


def _passages(words: LessonWords) -> Iterator[Passage]:
    for page in words.pages:
        yield Passage("page", page.title, page.title)
        yield from (Passage("page", page.title, text) for text in _texts(page.blocks))
    for question in words.questions:
        lines = [line for choice in question.choices for line in (choice.line, choice.why)]
        for text in (question.text, *map(plain, lines)):
            yield Passage("question", question.text, text)
    for text in (words.card.say, *_texts(words.card.blocks)):
        yield Passage("card", words.title, text)
    for word in words.words:
        yield Passage("words", words.title, meaning_of(word.word, word.meaning))
    for text in words.abilities.values():
        yield Passage("end", words.title, text)


def meaning_of(word: str, meaning: str) -> str:
    """A word to know as it stands in its list."""
    return f"{word} – {meaning}"


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(line) | Paragraph(line):
                yield plain(line)
            case Listing(items):
                yield from map(plain, items)
            case Box(_, title, inner):
                yield title
                yield from _texts(inner)
            case Picture(_, alt):
                yield alt
