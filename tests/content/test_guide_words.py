"""The trainers' guide: every page is there, says what the screen says, and its translations fit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from trainer_app import places
from trainer_app.content.guide import Guide
from trainer_app.content.sources import read_source
from trainer_app.domain.blocks import Block, Box, Heading, Line, Listing, Paragraph
from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.letters import fold

FOLDER = places.assets() / "guide"
PLACES = ("today", "courses", "people", "lessons", "reports", "settings")
_CATALOG = "LC_MESSAGES/trainer_app.po"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide(FOLDER)


def translations() -> list[str]:
    """The languages that the guide is in, beside English."""
    found = {folder.name for folder in FOLDER.iterdir() if folder.is_dir()}
    return sorted(found - {"en", "pictures"})


def lines(blocks: tuple[Block, ...]) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Heading(line) | Paragraph(line):
                yield line
            case Listing(items):
                yield from items
            case Box(_, _, inner):
                yield from lines(inner)


def strong(blocks: tuple[Block, ...]) -> set[str]:
    return {span.text for line in lines(blocks) for span in line if span.strong}


def shape(blocks: tuple[Block, ...]) -> list[object]:
    """What stands below one another, without a word of it."""
    return [
        (type(one), one.ordered, len(one.items)) if isinstance(one, Listing) else
        (type(one), one.mark) if isinstance(one, Box) else type(one)
        for one in blocks
    ]  # fmt: skip


@cache
def said_in(language: str) -> dict[str, set[str]]:
    """What each English sentence of the program is in a language."""
    with (places.locales() / language / _CATALOG).open("rb") as file:
        catalog = read_po(file)
    found: dict[str, set[str]] = {}
    for message in catalog:
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for id in filter(None, ids):
            found.setdefault(id, set()).update(filter(None, strings))
    return found


def test_every_page_leads_somewhere_and_none_is_left_over(guide: Guide):
    ids = [one.id for one in guide.pages]
    assert len(set(ids)) == len(ids)
    for one in guide.pages:
        assert one.place in PLACES
        assert one.picture
        assert set(one.more) <= set(ids) - {one.id}
    assert {file.stem for file in (FOLDER / "en").iterdir()} == set(ids)
    for language in translations():
        assert {file.stem for file in (FOLDER / language).iterdir()} <= set(ids), language


def test_english_names_only_what_stands_on_the_screen(guide: Guide):
    known = said_in("nl")
    for one in guide.pages:
        words = guide.words(one.id, "en")
        assert not {text for text in strong(words.blocks) if text not in known}, one.id
        count = sum(len(re.findall(r"\w+", span.text)) for line in lines(words.blocks)
                    for span in line)  # fmt: skip
        assert 100 <= count <= 220, (one.id, count)


@pytest.mark.parametrize("language", translations())
def test_a_translation_has_the_same_parts_and_the_screens_own_words(guide: Guide, language: str):
    known = said_in(language)
    for one in guide.pages:
        if not (FOLDER / language / f"{one.id}.md").is_file():
            continue  # `locales/languages.py check` counts what is missing
        english, said = guide.words(one.id, "en"), guide.words(one.id, language)
        assert said.language == language
        assert shape(said.blocks) == shape(english.blocks), one.id
        meant = {string for text in strong(english.blocks) for string in known.get(text, ())}
        assert not strong(said.blocks) - meant, one.id
        assert keys(said.blocks) == keys(english.blocks), one.id


def keys(blocks: tuple[Block, ...]) -> Counter[str]:
    return Counter(span.text for line in lines(blocks) for span in line if span.key)


def test_a_language_without_the_page_says_which_language_it_is(tmp_path: Path):
    _write(tmp_path, "en", "# The door\n\nOpen it with **Open**.\n")
    guide = Guide(tmp_path)
    assert guide.words("door", "nl").language == "en"
    _write(tmp_path, "nl", "# De deur\n\nDoe hem open.\n")
    said = Guide(tmp_path).words("door", "nl")
    assert (said.language, said.title) == ("nl", "De deur")
    with pytest.raises(UnknownThing):
        guide.words("window", "en")


def test_pages_are_found_by_any_word_of_theirs_titles_first(guide: Guide):
    assert guide.find("merge", "en")[0].id == "merge"
    assert {"laptops", "merge"} <= {one.id for one in guide.find("STICK laptop", "en")}
    assert guide.find("zzz", "en") == ()
    assert len(guide.find("", "en")) == len(guide.pages)


def test_each_page_says_by_whom_it_is(guide: Guide):
    for one in guide.pages:
        source = read_source("guide", FOLDER / "en" / f"{one.id}.md")
        assert source.matter["by"]
        assert source.matter["review"] in ("draft", "reviewed")
        assert fold(source.body)


def _write(folder: Path, language: str, text: str) -> None:
    table = '[[page]]\nid = "door"\nplace = "today"\npicture = "door"\nmore = []\n'
    (folder / "guide.toml").write_text(table, encoding="utf-8")
    (folder / language).mkdir()
    body = f"---\nby: us\nreview: draft\n---\n{text}"
    (folder / language / "door.md").write_text(body, encoding="utf-8")
