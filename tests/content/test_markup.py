"""Markdown becomes blocks, and nothing that was HTML comes through."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_app.content.harmless import harmless
from trainer_app.content.markup import Markup
from trainer_app.domain.blocks import (
    Block,
    Box,
    Heading,
    Line,
    Listing,
    Paragraph,
    Picture,
    Span,
    words_of,
)
from trainer_app.domain.helping import TOPICS

ENTITY = re.compile(r"&(#\d+|#x[0-9a-f]+|[a-z]\w*);", re.IGNORECASE)


def blocks(text: str) -> tuple[Block, ...]:
    return Markup().blocks(text)


def lines_of(block: Block) -> list[Line]:
    match block:
        case Heading(line) | Paragraph(line):
            return [line]
        case Listing(items):
            return list(items)
        case Box(_, title, inner):
            return [(Span(title),), *(line for each in inner for line in lines_of(each))]
        case Picture(_, alt):
            return [(Span(alt),)]


def test_looks_become_spans() -> None:
    assert blocks("Press `Log out`, **now** or *soon*.") == (
        Paragraph(
            (
                Span("Press "),
                Span("Log out", key=True),
                Span(", "),
                Span("now", strong=True),
                Span(" or "),
                Span("soon", emphasis=True),
                Span("."),
            )
        ),
    )


def test_a_page_of_every_block() -> None:
    text = (
        "![Three people.](three.svg)\n\nOne\nsentence.\n\n- a\n- b\n\n1. c\n2. d\n\n## Then\n\n"
        "> [!TIP] Good habit\n> Log out.\n>\n> - each time\n\n> [!SAY]\n> Please wait.\n"
    )
    assert blocks(text) == (
        Picture("three.svg", "Three people."),
        Paragraph((Span("One sentence."),)),
        Listing(((Span("a"),), (Span("b"),))),
        Listing(((Span("c"),), (Span("d"),)), ordered=True),
        Heading((Span("Then"),)),
        Box(
            "tip", "Good habit", (Paragraph((Span("Log out."),)), Listing(((Span("each time"),),)))
        ),
        Box("say", "", (Paragraph((Span("Please wait."),)),)),
    )


@pytest.mark.parametrize(
    "text",
    ["Words:\n- a\n- b", "Words:\n\n- a\n- b", "Words:\n\n- a\n\n- b", "Words:\n\n* a\n* b"],
)
def test_a_list_needs_no_empty_lines(text: str) -> None:
    assert blocks(text) == (Paragraph((Span("Words:"),)), Listing(((Span("a"),), (Span("b"),))))


def test_a_list_may_follow_the_title_of_a_box() -> None:
    assert blocks("> [!CARE] Look\n> - a\n> - b") == (
        Box("care", "Look", (Listing(((Span("a"),), (Span("b"),))),)),
    )


@pytest.mark.parametrize("topic", TOPICS)
def test_a_box_of_help_names_its_topic(topic: str) -> None:
    ask = (Paragraph((Span("Ask your trainer."),)),)
    for title in ("", "Who helps"):
        text = f"> [!HELP {topic}] {title}\n> Ask your trainer."
        assert blocks(text) == (Box("help", title, ask, topic),)


@pytest.mark.parametrize("mark", ["HELP", "HELP robots", "HELP Legal", "HELP legal money"])
def test_help_with_an_unknown_topic_is_plain_words(mark: str) -> None:
    assert blocks(f"> [!{mark}] Who helps") == (Paragraph((Span(f"[!{mark}] Who helps"),)),)


def test_handles_tags_and_addresses_are_plain_words() -> None:
    text = "#bread and @my_old_name at example.org"
    assert blocks(text) == (Paragraph((Span(text),)),)


def test_arabic_keeps_its_signs() -> None:
    assert blocks("اضغط على `خروج`، ثم **انتظر**.") == (
        Paragraph(
            (
                Span("اضغط على "),
                Span("خروج", key=True),
                Span("، ثم "),
                Span("انتظر", strong=True),
                Span("."),
            )
        ),
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<b>bold</b> words", "bold words"),
        ("a <script>alert(1)</script>b", "a b"),
        ("a<!-- # no -->b", "ab"),
        ("<<b>b>bold", "bold"),
        ("&lt;b&gt;bold", "bold"),
        ("&amp;lt;b&amp;gt;bold", "bold"),
        ("<b\\>bold", "bold"),
        ("`<b>bold`", "bold"),
        ("<**b**>", "‹b>"),
        ("1 < 2", "1 ‹ 2"),
        ("[here](https://example.org 'x')", "here"),
        ("[here](javascript:alert(1))", "here"),
        ("see <https://example.org>", "see"),
        ("![far](https://example.org/x.svg)", ""),
        ("![up](../../x.svg) words", "words"),
        ("words ![in between](x.svg) words", "words words"),
        ("| a | b |\n|---|---|\n| c | d |", "| a | b | |---|---| | c | d |"),
    ],
)
def test_hostile_markdown_is_harmless(text: str, words: str) -> None:
    found = blocks(text)
    assert "\n".join(words_of(block) for block in found) == words
    assert not [block for block in found if isinstance(block, Picture)]


PIECES = st.sampled_from(
    ["<b>", "</b>", "<script>", "</script>", "<!--", "-->", "&", "&lt;", "&#60;", "&#x3c;", ";",
     "<", ">", "\\", "`", "**", "*", "_", "[", "]", "(", ")", "!", "#", "- ", "1. ", "> ",
     "[!TIP]", "{#a}", "<img onerror=x>", "](x.svg)", "![a](b.svg)", "https://e.org", "\x02",
     "\x03", "|", "---", "~~~", "word", " ", "\n", "\n\n", "  ", "    ", "\t"]
)  # fmt: skip
MARKDOWN = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


def assert_harmless(line: Line) -> None:
    assert "<" not in "".join(span.text for span in line)
    assert not [span for span in line if ENTITY.search(span.text)]


@given(MARKDOWN)
@settings(deadline=None)
def test_any_markdown_gives_words_without_html(text: str) -> None:
    for block in blocks(text):
        for line in lines_of(block):
            assert_harmless(line)


@given(MARKDOWN)
@settings(deadline=None)
def test_any_question_gives_words_without_html(text: str) -> None:
    alt, choices = Markup().question(text)
    assert_harmless((Span(alt),))
    assert_harmless((Span(Markup().words(text)),))
    for choice in choices:
        assert_harmless(choice.line)
        assert_harmless(choice.why)


@given(MARKDOWN)
def test_what_is_harmless_stays_as_it_is(text: str) -> None:
    assert harmless(harmless(text)) == harmless(text)


@pytest.mark.parametrize("sign", ["> ", "- ", "1. ", "*", "[", "![", "`", "<", "<b"])
@pytest.mark.parametrize("depth", [50, 1500])
def test_deep_nesting_is_read(sign: str, depth: int) -> None:
    assert "words" in "".join(words_of(block) for block in blocks(sign * depth + "words"))
