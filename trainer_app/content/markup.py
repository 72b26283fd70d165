"""Turns Markdown into blocks through Python-Markdown's element tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockQuoteProcessor, HashHeaderProcessor
from markdown.treeprocessors import Treeprocessor

from trainer_app.content.fields import is_plain_picture
from trainer_app.content.harmless import harmless, without_tags
from trainer_app.content.lists import set_lists_apart
from trainer_app.domain.blocks import (
    Block,
    Box,
    BoxMark,
    Heading,
    Line,
    Listing,
    Paragraph,
    Picture,
    Span,
    plain,
)
from trainer_app.domain.helping import TOPICS

# Syntax that lessons have no use for: left in, it would swallow words or let HTML through.
_NOT_OURS = {
    "preprocessors": ("html_block",),
    "blocks": ("code", "setextheader", "hr", "reference"),
    "inline": ("html", "entity", "reference", "short_reference", "image_reference",
               "short_image_ref", "autolink", "automail", "linebreak"),
}  # fmt: skip
_MARK = re.compile(rf"\[!(?:(TIP|CARE|SAY)|(HELP) ({'|'.join(TOPICS)}))\]\s*")
_CHOICE_ID = re.compile(r"\s*\{#([a-z0-9-]+)\}\s*")
_LISTS = ("ul", "ol")
_PLAIN = Span("")


@dataclass(frozen=True, slots=True)
class Choice:
    """An item of a quiz's list: its id ("" if it has none), its words, and the quoted why."""

    id: str
    line: Line
    why: Line


class Markup:
    """A reader of lesson Markdown; not to be shared between threads."""

    def __init__(self) -> None:
        self._markdown = Markdown(extensions=["sane_lists"], tab_length=2)
        self._markdown.preprocessors.deregister("html_block")
        for name in _NOT_OURS["blocks"]:
            self._markdown.parser.blockprocessors.deregister(name)
        for name in _NOT_OURS["inline"]:
            self._markdown.inlinePatterns.deregister(name)
        heading = _SpacedHeading(self._markdown.parser)
        self._markdown.parser.blockprocessors.register(heading, "hashheader", 70)
        quote = _OwnQuote(self._markdown.parser)
        self._markdown.parser.blockprocessors.register(quote, "quote", 20)
        self._tree = _TreeKeeper(self._markdown)
        # After every other, even the one that puts escaped characters back (priority 0).
        self._markdown.treeprocessors.register(self._tree, "keep-tree", -10)
        # Nobody asks for the HTML.
        self._markdown.serializer = lambda _root: ""
        self._markdown.stripTopLevelTags = False

    def blocks(self, text: str) -> tuple[Block, ...]:
        """The blocks of a text, in order. What no block stands for becomes plain words."""
        return tuple(block for child in self._read(text) for block in _blocks(child))

    def words(self, text: str) -> str:
        """The words of one line of Markdown, without its looks."""
        spans = [span for child in self._read(text) for span in _spans(child)]
        return harmless(plain(_line(spans)))

    def question(self, text: str) -> tuple[str, tuple[Choice, ...]]:
        """What a question's picture shows ("" without one), and its choices with their whys."""
        root = self._read(text)
        pictures = (block for child in root for block in _blocks(child))
        alts = [block.alt for block in pictures if isinstance(block, Picture)]
        lists = (child for child in root if child.tag in _LISTS)
        choices = tuple(_choice(item) for listing in lists for item in listing)
        return alts[0] if alts else "", choices

    def _read(self, text: str) -> Element:
        self._markdown.reset()
        self._tree.root = Element("div")
        try:
            self._markdown.convert(set_lists_apart(without_tags(text)))
        except RecursionError:
            # Lists within lists hundreds deep: nobody means them, so they stay plain words.
            self._tree.root = Element("div")
            SubElement(self._tree.root, "p").text = text
        return self._tree.root


class _SpacedHeading(HashHeaderProcessor):  # type: ignore[misc]
    """A heading needs a space after its signs, so that a line may begin with a #tag."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ \t]+(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)")


class _OwnQuote(BlockQuoteProcessor):  # type: ignore[misc]
    """A quote after an empty line is a new one, so that two boxes can follow each other."""

    def lastChild(self, parent: Element) -> None:  # noqa: N802, ARG002 (Python-Markdown's name)
        return None


class _TreeKeeper(Treeprocessor):  # type: ignore[misc]
    """Keeps the finished tree."""

    root: Element

    def run(self, root: Element) -> None:
        self.root = root


def _blocks(element: Element) -> Iterator[Block]:
    if element.tag == "p":
        yield from _paragraph(element)
    elif element.tag in _LISTS:
        items = tuple(item for item in _items(element) if item)
        if items:
            yield Listing(items, ordered=element.tag == "ol")
    elif element.tag == "blockquote":
        yield from _quote(element)
    elif line := _line(_spans(element)):
        yield Heading(line) if element.tag[0] == "h" else Paragraph(line)


def _paragraph(element: Element) -> Iterator[Block]:
    images = element.findall("img")
    # Only a picture that opens a paragraph is one; those amid words are left out.
    if images and element[0] is images[0] and not (element.text or "").strip():
        name = images[0].get("src", "")
        # Whether this lesson may have photos is a matter of the rules.
        if is_plain_picture(name, photos=True):
            yield Picture(name, harmless(images[0].get("alt", "")).strip())
    if line := _line(_spans(element)):
        yield Paragraph(line)


def _items(listing: Element) -> Iterator[Line]:
    """The items of a list; a list within an item follows it as further items."""
    for item in listing:
        yield _line(_spans(item, without=(*_LISTS,)))
        for inner in item:
            if inner.tag in _LISTS:
                yield from _items(inner)


def _quote(element: Element) -> Iterator[Block]:
    """A box if the quote begins with a mark, else the blocks within it."""
    first = element.find("p")
    spans = _spans(first) if first is not None and first is element[0] else []
    title, rest = _first_line(spans)
    marked = _MARK.match(plain(tuple(title)))
    inner = [block for child in element for block in _blocks(child)]
    if not marked:
        yield from inner
        return
    begin = [Paragraph(line)] if (line := _line(rest)) else []
    # The first paragraph began with the mark: what follows its first line is `begin`.
    others = [block for child in list(element)[1:] for block in _blocks(child)]
    yield Box(
        cast(BoxMark, (marked[1] or marked[2]).lower()),
        harmless(plain(_line(title))[marked.end() :]).strip(),
        tuple(begin + [block for each in others for block in _boxed(each)]),
        marked[3] or "",
    )


def _boxed(block: Block) -> Iterator[Paragraph | Listing]:
    match block:
        case Paragraph() | Listing():
            yield block
        case Heading(line):
            yield Paragraph(line)
        case Box(_, title, blocks):
            if title:
                yield Paragraph((Span(title),))
            yield from blocks


def _choice(item: Element) -> Choice:
    line = _line(_spans(item, without=("blockquote", *_LISTS)))
    why = [span for quote in item.findall("blockquote") for span in _spans(quote)]
    named = _CHOICE_ID.match(line[0].text) if line else None
    if named is None:
        return Choice("", line, _line(why))
    first = _saying(line[0].text[named.end() :], line[0])
    return Choice(named[1], _line([first, *line[1:]]), _line(why))


def _spans(element: Element, look: Span = _PLAIN, without: tuple[str, ...] = ()) -> list[Span]:
    """The runs of text under an element, line breaks kept; unknown elements count as their text."""
    spans = [_saying(element.text or "", look)]
    for child in element:
        if child.tag not in without and child.tag != "img":
            spans += _spans(child, _look(child.tag, look), without)
        if child.tag in ("p", "li", "blockquote"):
            spans.append(_saying("\n", look))
        spans.append(_saying(child.tail or "", look))
    return [span for span in spans if span.text]


def _look(tag: str, look: Span) -> Span:
    match tag:
        case "strong":
            return replace(look, strong=True)
        case "em":
            return replace(look, emphasis=True)
        case "code":
            return replace(look, key=True)
    return look


def _first_line(spans: list[Span]) -> tuple[list[Span], list[Span]]:
    """The spans before the first line break, and those after it."""
    for number, span in enumerate(spans):
        before, broken, after = span.text.partition("\n")
        if broken:
            rest = [_saying(after, span), *spans[number + 1 :]]
            return [*spans[:number], _saying(before, span)], rest
    return spans, []


def _line(spans: list[Span]) -> Line:
    """Spans as one line: spaces single, none at the ends, neighbours of one look joined."""
    line: list[Span] = []
    for span in spans:
        text = re.sub(r"[ \t\n]+", " ", harmless(span.text))
        if not line or line[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if line and _saying("", line[-1]) == _saying("", span):
            text = harmless(line.pop().text + text)
        if text:
            line.append(_saying(text, span))
    while line and not line[-1].text.rstrip(" "):
        line.pop()
    if line:
        line[-1] = _saying(line[-1].text.rstrip(" "), line[-1])
    return tuple(line)


def _saying(text: str, look: Span) -> Span:
    """Other words in the look of a run. Made for each run of each lesson: `replace` is slow."""
    return Span(text, look.strong, look.emphasis, look.key)
