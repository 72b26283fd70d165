"""Looks at Markdown as it was written, line by line, for what lessons do not use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from trainer_app.content.fields import is_plain_picture
from trainer_app.content.harmless import html_in
from trainer_app.content.rules.table import Finding
from trainer_app.content.sections import sections, text_before
from trainer_app.content.sources import Source
from trainer_app.domain.helping import TOPICS
from trainer_app.domain.lessons import Lesson

_HEADINGS = {"pages.md": (1, 2), "quiz.md": (1,), "card.md": (2,), "words.md": (), "plan.md": (2,),
             "practice.md": (1, 2), "world.md": (1, 2), "paths.md": (1,)}  # fmt: skip
# The level at which a file is cut into pages, questions or parts.
_CUT = {"pages.md": 1, "quiz.md": 1, "plan.md": 2, "practice.md": 1, "world.md": 1, "paths.md": 1}

_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*|[^<>\s@]+@[^<>\s]+)>")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(|(?<!!)\[[^\]]+\]\[|^\s*\[[^\]]+\]:\s")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\](?:\((?P<name>[^)]*)\)|\[[^\]]*\])")
_HEADING = re.compile(r"(#{1,6})\s")
_NOT_PLAIN = (
    ("table", re.compile(r"\s*\|.*\|")),
    ("list", re.compile(r"\s*(?:>\s?)*\s{2,}(?:[-*+]|\d+\.)\s")),
    ("code", re.compile(r"\s*(?:```|~~~)")),
    ("line", re.compile(r"\s*([-*_=])(?:\s*\1){2,}\s*$")),
)
_QUOTE = re.compile(r"\s{0,3}>")
_BOX = re.compile(rf">\s*\[!(?:TIP|CARE|SAY|HELP (?:{'|'.join(TOPICS)}))\](?:\s|$)")


def markup_findings(source: Source) -> Iterator[Finding]:
    """Everything in one file that is HTML, a link, a stranger's picture or an unknown block."""

    def found(
        rule: str, number: int, facts: Mapping[str, str | int] = MappingProxyType({})
    ) -> Finding:
        return Finding(rule, source.lesson, source.file, source.first_line + number, facts)

    # Taken out first, for `<https://…>` would be taken for a tag.
    text = _AUTOLINK.sub("", source.raw)
    for number in sorted({text.count("\n", 0, start) for start in html_in(text)}):
        yield found("no-html", number)
    before = ""
    for number, line in enumerate(source.raw.split("\n")):
        for rule, facts in (*_in_words(line, source.photos), *_in_shape(line, source.name)):
            yield found(rule, number, facts)
        if _QUOTE.match(line) and not _QUOTE.match(before) and not _may_quote(line, source.name):
            yield found("box-known", number)
        before = line
    if source.name in _CUT and text_before(source, _CUT[source.name]).strip():
        yield found("text-before", 0)


def _in_words(line: str, photos: bool) -> Iterator[tuple[str, dict[str, str | int]]]:
    """Links and pictures in a line."""
    if _AUTOLINK.search(line) or _LINK.search(line):
        yield "no-links", {}
    for picture in _PICTURE.finditer(line):
        if not is_plain_picture(picture["name"] or "", photos=photos):
            yield "picture-name", {"picture": picture["name"] or ""}
        if not picture["alt"].strip():
            yield "picture-words", {}


def _in_shape(line: str, name: str) -> Iterator[tuple[str, dict[str, str | int]]]:
    """What a line begins that the file does not have: a heading's level, a table, a code block."""
    heading = _HEADING.match(line)
    if heading and len(heading[1]) not in _HEADINGS[name]:
        yield "heading-level", {"level": len(heading[1])}
    for what, pattern in _NOT_PLAIN:
        if pattern.match(line):
            yield "plain-blocks", {"what": what}
            return


def _may_quote(line: str, name: str) -> bool:
    """Whether a quote may begin so: a why in a quiz, a hint, a box on a page."""
    return name in ("quiz.md", "practice.md") or (
        name == "pages.md" and _BOX.match(line) is not None
    )


def placing_findings(source: Source, lesson: Lesson) -> Iterator[Finding]:
    """Whether pages and questions begin with their one picture, and other files have none."""

    def found(rule: str, line: int) -> Finding:
        return Finding(rule, source.lesson, source.file, line)

    if source.name not in ("pages.md", "quiz.md"):
        yield from unpictured_findings(source)
        return
    named = {step.id: step.picture for step in lesson.steps}
    if source.name == "quiz.md":
        named = {question.id: question.picture for question in lesson.quiz}
    for section in sections(source, 1):
        pictures = list(_PICTURE.finditer(section.text))
        for extra in pictures[1:]:
            yield found(
                "picture-one", section.line + 1 + section.text.count("\n", 0, extra.start())
            )
        if not _begins_with(section.text, pictures, named[section.id], source.photos):
            yield found("picture-first", section.line)


def unpictured_findings(source: Source) -> Iterator[Finding]:
    """The lines with a picture, in a file that has none."""
    for number, line in enumerate(source.raw.split("\n"), start=source.first_line):
        if _PICTURE.search(line):
            yield Finding("picture-one", source.lesson, source.file, number)


def _begins_with(text: str, pictures: list[re.Match[str]], name: str, photos: bool) -> bool:
    """Whether the text begins with this picture, or with one that `picture-name` reports."""
    if not pictures or text[: pictures[0].start()].strip():
        return False
    written = pictures[0]["name"] or ""
    return written == name or not is_plain_picture(written, photos=photos)
