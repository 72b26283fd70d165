"""The words and the structure in a pack: what could harm is refused, the rest is only words."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from little_lesson import PRACTICE, PRACTICE_WORDS, files

from trainer_app.bundles.packs import limits
from trainer_app.bundles.packs.structures import check_structure
from trainer_app.bundles.packs.words import check_words
from trainer_app.content.markup import Markup
from trainer_app.domain.blocks import Block, Box, Picture, words_of
from trainer_app.domain.errors import HarmfulLesson
from trainer_app.ui.messages import explain

MATTER = "---\nby: Rosa\nreview: draft\n---\n"
MARKUP = Markup()
TAG_OR_ENTITY = re.compile(r"<|&(?:#\d+|#x[0-9a-fA-F]+|lt|gt|amp|quot);")
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e]")


def rule_of(text: str | bytes, inside: str = "en/pages.md") -> str:
    """The rule that a file of words breaks so that a pack is refused; "" if it is taken."""
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    try:
        check_words(content, inside, "bread.lesson")
    except HarmfulLesson as error:
        return said(error)
    return ""


def said(error: HarmfulLesson) -> str:
    """The rule, which has words that say where to look."""
    words = explain(error)
    assert str(error.facts["inside"]) in words.text
    assert "bread.lesson" in words.what_to_do
    return str(error.facts["rule"])


def shown_of(text: str) -> Iterator[str]:
    """Everything that a page made of these words would show, or tell to a screen reader."""

    def of(block: Block) -> Iterator[str]:
        yield words_of(block)
        if isinstance(block, Picture):
            assert re.fullmatch(r"[a-z0-9-]+\.(svg|png)", block.file)
            yield block.alt
        if isinstance(block, Box):
            yield block.title

    for block in MARKUP.blocks(text):
        yield from of(block)
    yield MARKUP.words(text)
    alt, choices = MARKUP.question(text)
    yield alt
    yield from ("".join(span.text for span in (*one.line, *one.why)) for one in choices)


def refused_or_harmless(text: str) -> None:
    """Where words are not refused, nothing is left in them that a screen could act upon."""
    if rule_of(text):
        return
    for words in shown_of(text):
        assert not TAG_OR_ENTITY.search(words), words
        assert not HIDDEN.search(words), words


@pytest.mark.parametrize("name", [name for name in files() if name.endswith(".md")])
def test_good_words_are_taken(name: str) -> None:
    assert rule_of(files()[name], name) == ""


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("<script>alert(1)</script>", "no-html"),
        ("<ScRiPt src=//evil.example>", "no-html"),
        ("<script" * 500, "no-html"),
        ("<!--" * 900, "no-html"),
        ("a <img src=x onerror=alert(1)> b", "no-html"),
        ("<<b>b>bold", "no-html"),
        ("&lt;script&gt;", "no-html"),
        ("&#60;b&#62;", "no-html"),
        ("&#x3c;b>", "no-html"),
        ("&amp;lt;", "no-html"),
        ("<svg/onload=alert(1)>", "no-html"),
        ("<a\nhref='x'>y</a>", "no-html"),
        ("</p><p>", "no-html"),
        ("<?php echo 1 ?>", "no-html"),
        ("<![CDATA[ x ]]>", "no-html"),
        ("[here](javascript:alert(1))", "no-links"),
        ("[here](data:text/html;base64,AAAA)", "no-links"),
        ("[here](file:///etc/passwd)", "no-links"),
        ("[here](https://evil.example/x)", "no-links"),
        ("[here](//evil.example)", "no-links"),
        ("[here][1]\n\n[1]: https://evil.example", "no-links"),
        ("<https://evil.example>", "no-html"),
        ("<javascript:alert(1)>", "no-html"),
        ("<rosa@evil.example>", "no-html"),
        ("![cat](https://evil.example/cat.svg)", "picture-name"),
        ("![cat](data:image/svg+xml;base64,AAAA)", "picture-name"),
        ("![cat](file:///etc/passwd)", "picture-name"),
        ("![cat](/etc/cat.svg)", "picture-name"),
        ("![cat](../../cat.svg)", "picture-name"),
        ("![cat](C:\\cat.svg)", "picture-name"),
        ("![cat](cat.gif)", "picture-name"),
        ("![cat](javascript:alert(1))", "picture-name"),
        ("![cat][1]", "picture-name"),
        ("a\u202eb", "odd-signs"),
        ("\u2066" * 17, "odd-signs"),
        ("\u202b\u202a" * 1_000, "odd-signs"),
        ("a\x00b", "odd-signs"),
        ("a\x1b[31mb", "odd-signs"),
        ("\ufff9x\ufffay\ufffb", "odd-signs"),
        ("hidden \U000e0041\U000e0042", "odd-signs"),
        ("[" * 60, "odd-signs"),
        ("\n".join("[![" for _ in range(30)), "odd-signs"),
        ("x" * 2**20, "too-long"),
        ("x " * 2_100, "too-long"),
        ("word\n" * 2_000, "too-long"),
        ("\n\n".join("x" * 100 for _ in range(700)), "too-long"),
        (b"\xff\xfe<\0b\0>\0", "encoding"),
        (b"caf\xe9", "encoding"),
        ("lone \ud800", "encoding"),
    ],
)
def test_words_that_could_harm(text: str | bytes, rule: str) -> None:
    begun = MATTER if isinstance(text, str) else b""
    assert rule_of(begun + text) == rule  # type: ignore[operator]


@pytest.mark.parametrize("key", ["title", "summary", "say", "by", "can.bake"])
def test_the_front_matter_is_looked_at_too(key: str) -> None:
    assert rule_of(f"---\n{key}: <b>Bread</b>\n---\n") == "no-html"
    assert rule_of(f"---\n{key}: &lt;b&gt;\n---\n") == "no-html"
    assert rule_of(f"---\n{key}: [x](https://evil.example)\n---\n") == "no-links"


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "Write to rosa@example.org or look at example.org/help.",
        "5 < 6 and 7 > 6 & 8 > 7",
        "a <3 b",
        "<" * 500,
        "&" * 500,
        "> " * 200 + "deep",
        "\n".join("  " * depth + "- deep" for depth in range(120)),
        "\n".join("> " * depth + "deep" for depth in range(100)),
        "- " * 200 + "deep",
        "*" * 3_000,
        "_*" * 1_500,
        "`" * 3_000,
        "\\<b\\>x\\</b\\>",
        "`<`b`>`",
        "**<**b**>**",
        "# # # # {#a} {#b}",
        "{#" * 1_000,
        "![](x.svg)" * 12,
        "- {#a} x\n  > y\n" * 50,
        "| a | b |\n|---|---|\n| c | d |",
        "```\ncode\n```",
        "~~~html\nx\n~~~",
        "a\u200fb \u2067שלום\u2069 c",
        "\u0000".replace("\u0000", ""),
        "\N{ZERO WIDTH JOINER}" * 300,
        "ﷺ" * 1_000,
        "a" + "\u0301" * 3_000,
        "\r\n\r\r\n- x\r",
        "\ufeff\ufeffx",
        "[!TIP] x",
        "> [!TIP] <",
        "> [!EVIL] x",
        "![a]( tile.svg )",
    ],
)
def test_odd_words_are_only_words_and_soon_read(text: str) -> None:
    begun = time.process_time()
    refused_or_harmless(MATTER + text)
    assert time.process_time() - begun < 5


# A worm of pieces that mean something to some reader of Markdown or HTML
PIECES = st.sampled_from([
    "<", ">", "</", "<b>", "<script>", "<!--", "-->", "<a href=", "&lt;", "&#60;", "&amp;", "&",
    "[", "]", "(", ")", "[x](", "![", "![x](", "tile.svg)", "javascript:", "data:", "https://a.b",
    "//", "`", "``", "*", "**", "_", "\\", "\n", "\n\n", "  ", "\t", "- ", "1. ", "> ", "# ",
    "{#a}", "[!TIP] ", "|", "---", "\u202e", "\u2067", "\x00", "\x7f", "\u0627", "word", " ", "\r",
    "a@b.c", "<a@b.c>", "<https://a.b>", "^", "~~~", "=", '"', "'", "\u2028", "\xa0", "\x02",
    "\x03", "klzzwxh:0", "\x02klzzwxh:0001\x03", "STX", "\x02amp\x03",
])  # fmt: skip
WORMS = st.lists(PIECES, max_size=40).map("".join)
TEXTS = WORMS | st.text(max_size=200)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_words(text: str) -> None:
    refused_or_harmless(text)


@pytest.mark.slow
@settings(max_examples=3_000, deadline=None)
@given(TEXTS)
def test_any_words_many_times(text: str) -> None:
    refused_or_harmless(text)


# The structure


def structure_rule(text: str | bytes) -> str:
    content = text.encode() if isinstance(text, str) else text
    try:
        check_structure(content, "lesson.toml", "bread.lesson")
    except HarmfulLesson as error:
        return said(error)
    return ""


def test_a_good_structure_is_taken() -> None:
    assert structure_rule(files()["lesson.toml"]) == ""
    assert structure_rule(PRACTICE) == ""


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a = " + "[" * 5_000 + "]" * 5_000, "toml-readable"),
        ("a = " + "{b = " * 5_000 + "1" + "}" * 5_000, "toml-readable"),
        ("a = " + "[" * 30 + "]" * 30, "too-deep"),
        (".".join(["a"] * 5_000) + " = 1", "too-deep"),
        ("a = [" + "1," * 5_000 + "]", "too-deep"),
        ("[[a]]\n" * 5_000, "too-deep"),
        (f"a = {'1' * 5_000}", "toml-readable"),
        ("a = 10000000", "toml-fields"),
        ("a = -10000000", "toml-fields"),
        ("a = 1.5", "toml-fields"),
        ("a = nan", "toml-fields"),
        ("a = 2020-01-01", "toml-fields"),
        (f"a = '{'x' * 3_000}'", "too-long"),
        (f"{'x' * 3_000} = 1", "too-long"),
        ("# " + "x" * limits.STRUCTURE_BYTES, "too-long"),
        ("a = 1\na = 2", "toml-readable"),
        ("a = ", "toml-readable"),
        ("\x00", "odd-signs"),
        ("a = '\u202e'", "odd-signs"),
        (b"\xff", "encoding"),
    ],
)
def test_a_structure_out_of_bounds(text: str | bytes, rule: str) -> None:
    assert structure_rule(text) == rule


STRUCTURES = st.lists(
    st.sampled_from([
        "a", "=", "[", "]", "{", "}", '"', "'", "1", "-", ".", ",", "\n", "[[", "]]", "true", " ",
        '"""', "'''", "\\u0000", "2020-01-01", "inf", "0x", "é", "#", "\t", "1e9", "_",
    ]),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(STRUCTURES)
def test_any_structure(text: str) -> None:
    assert structure_rule(text) in ("", "toml-readable", "toml-fields", "too-deep", "odd-signs")


def test_the_words_of_a_practice_are_looked_at_like_any_others() -> None:
    assert rule_of(PRACTICE_WORDS, "en/practice.md") == ""
    evil = PRACTICE_WORDS.replace("Ring the bell", "<b>Ring</b>")
    assert rule_of(evil, "en/practice.md") == "no-html"
