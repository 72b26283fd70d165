"""The pieces that a page of words is made of: `content/` makes them, screens draw them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

BoxMark = Literal["tip", "care", "say", "help"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with one look."""

    text: str
    strong: bool = False
    emphasis: bool = False
    key: bool = False


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page; the page's own title is not a block."""

    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together."""

    line: Line


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the lesson (`file` within its images folder) and what it shows, in words."""

    file: str
    alt: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A bullet list, or steps in an order."""

    items: tuple[Line, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A framed remark: a tip, a thing to take care of, a sentence to say aloud, or help near us.

    `topic` is what the help is about, one of `helping.TOPICS`; of other boxes it is empty.
    """

    mark: BoxMark
    title: str
    blocks: tuple[Paragraph | Listing, ...]
    topic: str = ""


Block = Heading | Paragraph | Picture | Listing | Box


def plain(line: Line) -> str:
    """The words of a line without their looks."""
    return "".join(span.text for span in line)


def words_of(block: Block) -> str:
    """What a person reads in a block, as plain text; nothing for a picture."""
    match block:
        case Heading(line) | Paragraph(line):
            return plain(line)
        case Listing(items):
            return "\n".join(plain(item) for item in items)
        case Box(_, title, blocks):
            return "\n".join(part for part in (title, *map(words_of, blocks)) if part)
        case Picture():
            return ""


def sections(blocks: Iterable[Block]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The plain lines of a card, each heading (or none) with those that stand under it."""
    heading, lines = "", list[str]()
    for block in blocks:
        match block:
            case Heading(line):
                if heading or lines:
                    yield heading, tuple(lines)
                heading, lines = plain(line), []
            case Paragraph(line):
                lines.append(plain(line))
            case Listing(items):
                lines += map(plain, items)
    if heading or lines:
        yield heading, tuple(lines)
