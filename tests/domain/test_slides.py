"""Slides of a lesson: every word once and in order, no sentence cut, every question there."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.blocks import (
    Block,
    Box,
    Heading,
    Line,
    Listing,
    Paragraph,
    Span,
    plain,
    words_of,
)
from trainer_app.domain.ideas import MOST_WORDS, Idea, ideas_of
from trainer_app.domain.lessons import Lesson, LessonWords
from trainer_app.domain.sentences import joined, sentences, words_in
from trainer_app.domain.slides import Slide, slides_of
from trainer_app.i18n import languages

TRIO = ("sign-in-and-out", "set-who-sees-me", "messages-that-hurry-me")
LANGUAGES = tuple(one.code for one in languages())


@cache
def library() -> LessonLibrary:
    return LessonLibrary(places.lessons())


def of(lesson: str, language: str) -> tuple[Lesson, LessonWords]:
    return library().lesson(lesson), library().words(lesson, language)


def line(text: str) -> Line:
    return (Span(text),)


# Words as a page may have them
sentence = st.builds(
    lambda first, count, end: " ".join(f"w{first + at}" for at in range(count)) + end,
    st.integers(0, 999),
    st.integers(1, 12),
    st.sampled_from([".", "?", "!"]),
)
spans = st.builds(
    lambda text, strong, more: (
        (Span(text[: len(text) // 2], strong=strong), Span(text[len(text) // 2 :] + more))
    ),
    st.lists(sentence, min_size=1, max_size=4).map(" ".join),
    st.booleans(),
    st.just(""),
)
paragraph = st.builds(Paragraph, spans)
listing = st.builds(Listing, st.lists(spans, min_size=1, max_size=6).map(tuple), st.booleans())
inner = st.lists(paragraph | listing, min_size=1, max_size=3).map(tuple)
box = st.builds(Box, st.sampled_from(["tip", "care", "say", "help"]), sentence, inner)
pages = st.lists(
    paragraph | listing | box | st.builds(Heading, sentence.map(line)), min_size=1, max_size=5
)


def said(ideas: tuple[Idea, ...]) -> str:
    return " ".join(plain(each.line) for idea in ideas for each in idea.lines)


def without_titles(blocks: list[Block]) -> str:
    """What a page says, without the titles of its boxes, which are on every slide of theirs."""
    parts = []
    for block in blocks:
        parts += [words_of(each) for each in block.blocks] if isinstance(block, Box) else []
        parts += [] if isinstance(block, Box) else [words_of(block)]
    return " ".join(" ".join(parts).split())


@given(pages)
def test_every_word_of_a_page_is_on_one_slide_in_its_order(blocks: list[Block]) -> None:
    assert " ".join(said(ideas_of(blocks)).split()) == without_titles(blocks)


@given(pages)
def test_no_sentence_is_cut(blocks: list[Block]) -> None:
    for idea in ideas_of(blocks):
        for each in idea.lines:
            assert each.look == "heading" or plain(each.line)[-1] in ".?!"


@given(pages)
def test_a_box_shares_its_slide_with_nothing_and_no_slide_is_empty(blocks: list[Block]) -> None:
    ideas = ideas_of(blocks)
    assert all(idea.lines for idea in ideas)
    boxes = [block for block in blocks if isinstance(block, Box)]
    assert {idea.title for idea in ideas if idea.mark} == {block.title for block in boxes}


@given(pages, pages)
@settings(max_examples=15)
def test_another_language_is_cut_into_as_many_ideas_with_all_its_words(
    blocks: list[Block], like: list[Block]
) -> None:
    ideas = ideas_of(blocks, like)
    assert len(ideas) == len(ideas_of(like))
    assert " ".join(said(ideas).split()) == without_titles(blocks)
    assert ideas_of(like, like) == ideas_of(like)


@given(spans)
def test_sentences_joined_are_the_line(spans: Line) -> None:
    assert plain(joined(sentences(spans))) == plain(spans).rstrip()


def test_sentences_of_several_scripts() -> None:
    def cut(text: str) -> list[str]:
        return [plain(each).strip() for each in sentences(line(text))]

    assert cut("Stop. Put it down!") == ["Stop.", "Put it down!"]
    assert cut("Look at example.org now. It costs 3.5 euros.") == [
        "Look at example.org now.",
        "It costs 3.5 euros.",
    ]
    assert cut("She writes: “Mum! Help. Now!” She is afraid.") == [
        "She writes: “Mum! Help. Now!”",
        "She is afraid.",
    ]
    assert cut("هل هذا اسمك؟ اضغط هنا.") == ["هل هذا اسمك؟", "اضغط هنا."]
    assert cut("先停一下。再看一次！") == ["先停一下。", "再看一次！"]
    assert words_in("先停一下。") == 2
    assert words_in("Stop – put it down!") == 4


# The bundled lessons
@pytest.mark.parametrize("lesson_id", TRIO)
@pytest.mark.parametrize("language", LANGUAGES)
def test_slides_of_a_lesson_hold_all_of_it(lesson_id: str, language: str) -> None:
    lesson, words = of(lesson_id, language)
    slides = slides_of(lesson, words, practice="To do")
    assert slides[0].kind == "title"
    assert slides[-1].key == "moment/synthesis/0"
    assert sum(slide.kind == "practice" for slide in slides) == 1
    assert len({slide.key for slide in slides}) == len(slides)
    assert [one for slide in slides for one in slide.terms] == list(words.words)
    for page in words.pages:
        mine = [slide for slide in slides if (slide.kind, slide.source) == ("page", page.id)]
        assert {slide.title for slide in mine} == {page.title}
        shown = " ".join(plain(each.line) for slide in mine for each in slide.lines)
        assert " ".join(shown.split()) == without_titles(list(page.blocks))
        assert all(slide.alt and slide.part == "input" for slide in mine)
    for question in lesson.quiz:
        kinds = [slide.kind for slide in slides if slide.source == question.id]
        others = ["others"] * (len(question.choices) - 1)
        assert kinds == ["ask", "answers", "right", *others]
    parts = [slide.part for slide in slides]
    order = ["activity", "discussion", "input", "deepening", "synthesis"]
    assert parts == sorted(parts, key=order.index)


@pytest.mark.parametrize("lesson_id", TRIO)
def test_the_short_form_leaves_out_what_is_not_core(lesson_id: str) -> None:
    lesson, words = of(lesson_id, "en")
    slides = slides_of(lesson, words, core=True)
    shown = {slide.source for slide in slides if slide.kind == "page"}
    assert shown == {step.id for step in lesson.steps if step.core}
    assert {slide.part for slide in slides} == {"input", "deepening", "synthesis"}
    assert all(slide.core for slide in slides)
    asked = {slide.source for slide in slides if slide.kind == "ask"}
    assert asked
    assert asked <= {question.id for question in lesson.quiz}


@pytest.mark.parametrize("lesson_id", TRIO)
def test_slides_in_two_languages_belong_together_one_for_one(lesson_id: str) -> None:
    lesson, words = of(lesson_id, "en")
    other = library().words(lesson_id, "ar")
    first, second = slides_of(lesson, words), slides_of(lesson, other, like=words)
    assert [slide.key for slide in first] == [slide.key for slide in second]
    for here, there in zip(first, second, strict=True):
        assert [each.look for each in here.lines] == [each.look for each in there.lines]
        assert here.mark == there.mark
    shown = " ".join(plain(each.line) for slide in second for each in slide.lines)
    for page in other.pages:
        assert without_titles(list(page.blocks)).split()[0] in shown


def test_slides_can_be_read_from_the_back_of_the_room() -> None:
    for lesson_id in TRIO:
        for slide in slides_of(*of(lesson_id, "en")):
            assert words_on(slide) <= MOST_WORDS + 10


def words_on(slide: Slide) -> int:
    return sum(words_in(plain(each.line)) for each in slide.lines)
