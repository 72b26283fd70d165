"""Whole lessons with anything in them: refused with words, or taught without a tag or a link left.

Everything is signed anew, as somebody who means harm would sign it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from little_lesson import ID, LABEL, files, pack

from trainer_app import places
from trainer_app.bundles.packs.drawings import plain_drawing
from trainer_app.bundles.packs.examining import examine_lesson
from trainer_app.bundles.packs.opening import opened
from trainer_app.bundles.packs.placing import folder_name, lay_out
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.blocks import Box, Picture, plain, words_of
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.practice.scenario import Said
from trainer_app.ui.messages import explain

TAG = re.compile(r"<|&(?:#\d+|#x[0-9a-fA-F]+|lt|gt|amp|quot);")
WORDS = [name for name in files() if name.endswith(".md")]
STRUCTURES = ["lesson.toml", "practice.toml"]
EVIL = st.sampled_from([
    "<script>alert(1)</script>", "<b>", "<!--", "&lt;", "&#60;script&#62;", "[x](javascript:x)",
    "![x](https://evil.example/x.svg)", "![x](tile.svg)", "<https://evil.example>", "\u202e",
    "\u2067\u2067", "\x00", "`<`", "**<", "# x {#first}", "## x {#activity minutes=9}", "- {#a} x",
    "  > why", "> [!SAY] x", "---", "title: <i>x</i>", "\n", "\n\n", "|x|", "x" * 30, "1. x",
    "\\<b>",
])  # fmt: skip
ODD = st.sampled_from([
    'id = "x"', "version = 2", 'hue = "none"', 'tile = "../x.svg"', "[[steps]]", "[world]",
    "[[stages]]", 'kind = "plaza"', 'kind = "none"', 'id = "con"', "minutes = 999999", "a = 1",
    "[[quiz]]", 'right = "z"', "choices = []", "[x", "practised = 3", 'source = "nl"', "\n",
    "common = true", 'picture = "http://x/y.svg"', "needs = [1]", 'twin = "tea"', "caution = 1",
    '[[stages.goals]]', 'of = ["gone"]', '[[competences]]\ncode = "9.9"\nlevel = "x"',
])  # fmt: skip
CHANGES = st.lists(
    st.tuples(st.sampled_from(WORDS), EVIL, st.integers(0, 40))
    | st.tuples(st.sampled_from(STRUCTURES), ODD, st.integers(0, 40)),
    min_size=1,
    max_size=3,
)


def changed(changes: list[tuple[str, str, int]]) -> bytes:
    """A pack in some of whose files lines were put somewhere."""
    there = {name: content.decode() for name, content in files().items() if name[-3:] != "svg"}
    for name, line, at in changes:
        lines = there[name].split("\n")
        lines.insert(at % (len(lines) + 1), line)
        there[name] = "\n".join(lines)
    return pack({name: text.encode() for name, text in there.items()})


def taught(content: bytes) -> Iterator[str]:
    """All that a lesson would show or say once it was taken in; nothing where it is refused."""
    bundled = places.lessons()
    try:
        found = opened(content, "bread.lesson")
        examined = examine_lesson(found, plain_drawing, bundled)
    except TrainerError as error:
        message = explain(error)
        yield from (message.title, message.text, message.what_to_do)
        return
    with TemporaryDirectory() as place:
        lay_out(Path(place) / folder_name(LABEL), examined.files)
        library = LessonLibrary((bundled, Path(place)))
        for language in library.lesson(ID).languages:
            yield from shown(library, language)


def shown(library: LessonLibrary, language: str) -> Iterator[str]:
    words = library.words(ID, language)
    yield from (words.title, words.summary, words.card.say, *words.abilities.values())
    blocks = [*words.card.blocks]
    for page in words.pages:
        yield page.title
        blocks += page.blocks
    for part in words.plan:
        yield part.title
        blocks += part.blocks
    for block in blocks:
        yield words_of(block)
        if isinstance(block, Picture):
            assert re.fullmatch(r"[a-z0-9-]+\.(svg|png)", block.file)
            yield block.alt
        if isinstance(block, Box):
            yield block.title
    for question in words.questions:
        yield from (question.text, question.alt)
        yield from (plain((*one.line, *one.why)) for one in question.choices)
    yield from (part for word in words.words for part in (word.word, word.meaning))
    yield from (plain((*one.line, *one.then)) for one in _said(library, language))


def _said(library: LessonLibrary, language: str) -> Iterator[Said]:
    if language in library.practice_languages(ID):
        yield from library.practice(ID, language).words.said.values()


def nothing_acts(content: bytes) -> None:
    for words in taught(content):
        assert not TAG.search(words), words
        assert "\u202e" not in words
        assert "\x00" not in words


def test_the_good_lesson_is_taught_as_it_is() -> None:
    said = {*taught(pack())}
    assert {"We bake bread", "I can.", "What comes first?"} <= said
    assert "The bell has rung.Click on the bell." in said


@settings(max_examples=12, deadline=None)
@given(CHANGES)
def test_any_lesson(changes: list[tuple[str, str, int]]) -> None:
    nothing_acts(changed(changes))


@pytest.mark.slow
@settings(max_examples=500, deadline=None)
@given(CHANGES)
def test_any_lesson_many_times(changes: list[tuple[str, str, int]]) -> None:
    nothing_acts(changed(changes))
