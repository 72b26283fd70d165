"""Cuts the body of a file at its headings, each of which carries an id in braces."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markdown.extensions.attr_list import get_attrs_and_remainder

from trainer_app.content.sources import Source

_BRACES = re.compile(r"^(.*?)[ \t]*\{([^{}]*)\}$")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. `title` is Markdown; the text starts the line after."""

    id: str
    title: str
    attributes: Mapping[str, str]
    line: int
    text: str


def sections(source: Source, level: int) -> tuple[Section, ...]:
    """The sections under the headings of one level, in order; what stands before them is left."""
    heading = re.compile(rf"#{{{level}}}[ \t]+(.*)")
    starts: list[tuple[int, str]] = []
    lines = source.body.split("\n")
    for number, line in enumerate(lines):
        if found := heading.fullmatch(line):
            starts.append((number, found[1].strip().rstrip("#").strip()))
    ends = [*(number for number, _ in starts), len(lines)][1:]
    return tuple(
        _section(title, source.first_line + start, "\n".join(lines[start + 1 : end]))
        for (start, title), end in zip(starts, ends, strict=True)
    )


def text_before(source: Source, level: int) -> str:
    """What stands before the first heading of a level."""
    found = sections(source, level)
    if not found:
        return source.body
    return "\n".join(source.body.split("\n")[: found[0].line - source.first_line])


def require_ids(
    source: Source, found: Sequence[Section], expected: Sequence[str], rule: str
) -> None:
    """Raises UnreadableLesson unless the sections carry exactly these ids, in this order."""
    for position, section in enumerate(found):
        wanted = expected[position] if position < len(expected) else ""
        if section.id != wanted:
            raise source.broken(rule, section.line, found=section.id, expected=wanted)
    if len(found) < len(expected):
        last = source.first_line + source.raw.count("\n")
        raise source.broken(rule, last, found="", expected=expected[len(found)])


def _section(heading: str, line: int, text: str) -> Section:
    braces = _BRACES.fullmatch(heading)
    if braces is None:
        return Section("", heading, {}, line, text)
    attributes = dict(get_attrs_and_remainder(braces[2])[0])
    return Section(attributes.get("id", ""), braces[1], attributes, line, text)
