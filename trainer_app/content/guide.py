"""Reads the trainers' guide: which pages there are, and their words in each language."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from trainer_app.content.markup import Markup
from trainer_app.content.sources import Source, read_source
from trainer_app.domain.blocks import Block, Heading, plain
from trainer_app.domain.errors import UnknownThing, UnreadableLesson
from trainer_app.domain.lessons import SOURCE_LANGUAGE
from trainer_app.domain.letters import fold

FILE = "guide.toml"
_NAME = "guide"


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page of the guide: ids, no words.

    `place`: the trainer's place that it stands beside in the list; `picture`: the name of the
    screen that it shows; `more`: pages that go well with it.
    """

    id: str
    place: str
    picture: str
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuideWords:
    """The words of a page, in `language`: that which was asked for, or the source."""

    page: str
    language: str
    title: str
    blocks: tuple[Block, ...]


class Guide:
    """The guide in a folder. Words are read when they are first asked for, and kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._words: dict[tuple[str, str], GuideWords] = {}
        self._looked_up: dict[tuple[str, str], tuple[str, str]] = {}
        self._markup = Markup()

    @cached_property
    def pages(self) -> tuple[GuidePage, ...]:
        """All pages in their order."""
        text = (self.folder / FILE).read_text(encoding="utf-8")
        return tuple(
            GuidePage(one["id"], one["place"], one["picture"], tuple(one["more"]))
            for one in tomllib.loads(text)["page"]
        )

    def page(self, page_id: str) -> GuidePage:
        """One page; raises UnknownThing."""
        for one in self.pages:
            if one.id == page_id:
                return one
        raise UnknownThing(what="page", id=page_id)

    def words(self, page_id: str, language: str) -> GuideWords:
        """A page's words in a language, in the source language where it lacks them.

        Raises UnknownThing, and UnreadableLesson for a damaged file of the source language.
        """
        self.page(page_id)
        if (page_id, language) not in self._words:
            self._words[page_id, language] = self._read(page_id, language)
        return self._words[page_id, language]

    def picture(self, page_id: str, language: str) -> Path | None:
        """The picture of a page's screen in a language, else in the source; None: not made yet."""
        name = f"{self.page(page_id).picture}.png"
        found = (self.folder / "pictures" / one / name for one in (language, SOURCE_LANGUAGE))
        return next((file for file in found if file.is_file()), None)

    def find(self, typed: str, language: str) -> tuple[GuidePage, ...]:
        """The pages that have every word typed, those first that have them in their title."""
        wanted = fold(typed).split()
        there = [(*self._folded(one.id, language), one) for one in self.pages]
        found = [(title, one) for title, text, one in there if _has(text, wanted)]
        return tuple(one for _title, one in sorted(found, key=lambda two: not _has(two[0], wanted)))

    def _folded(self, page_id: str, language: str) -> tuple[str, str]:
        """A page's title and all its words, to look for words in."""
        if (page_id, language) not in self._looked_up:
            source = self._source(page_id, language)
            title = source.body.lstrip().partition("\n")[0]
            self._looked_up[page_id, language] = fold(title), fold(source.body)
        return self._looked_up[page_id, language]

    def _source(self, page_id: str, language: str) -> Source:
        try:
            return read_source(_NAME, self.folder / language / f"{page_id}.md")
        except UnreadableLesson:
            if language == SOURCE_LANGUAGE:
                raise
            return self._source(page_id, SOURCE_LANGUAGE)

    def _read(self, page_id: str, language: str) -> GuideWords:
        source = self._source(page_id, language)
        blocks = self._markup.blocks(source.body)
        if not blocks or not isinstance(blocks[0], Heading):
            raise source.broken("title", source.first_line)
        return GuideWords(page_id, source.language, plain(blocks[0].line), blocks[1:])


def _has(text: str, wanted: Sequence[str]) -> bool:
    return all(word in text for word in wanted)
