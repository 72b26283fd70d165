"""Looks at a lesson's pictures: there, plain, and nothing in them that could act or reach out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from trainer_app.content.rules.table import Finding
from trainer_app.content.structure import STRUCTURE_FILE, line_with
from trainer_app.domain.lessons import Lesson

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = (
    *("svg", "g", "defs", "linearGradient", "radialGradient", "stop"),
    *("rect", "circle", "ellipse", "path", "line", "polyline", "polygon"),
)
# A document type can name entities, which is how a small file grows huge or reads another.
_UNSAFE = re.compile(r"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet", re.IGNORECASE)
_OUTSIDE = re.compile(r"url\(\s*(?!#)|\w+:|//", re.IGNORECASE)


def picture_findings(lesson: Lesson) -> Iterator[Finding]:
    """Every picture that the structure names: whether it is there, and plain."""
    pages = [step.picture for step in lesson.steps]
    named = (lesson.tile, *pages, *(question.picture for question in lesson.quiz))
    yield from named_findings(lesson, STRUCTURE_FILE, dict.fromkeys(named))


def named_findings(lesson: Lesson, file: str, named: Iterable[str]) -> Iterator[Finding]:
    """Every picture that a file of the lesson names: whether it is there, and plain."""
    text = (lesson.folder / file).read_text(encoding="utf-8-sig")
    for name in named:
        path = lesson.image(name)
        if not path.is_file():
            line = line_with(text, f'"{name}"')
            facts = {"picture": name}
            yield Finding("picture-exists", lesson.folder.name, file, line, facts)
        elif what := not_plain(path):
            facts = {"what": what}
            yield Finding("picture-plain", lesson.folder.name, f"images/{name}", 0, facts)


def not_plain(path: Path) -> str:
    """The first thing in an SVG file that a plain picture has not; "" if there is none."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return "encoding"
    if unsafe := _UNSAFE.search(text):
        return unsafe.group()
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        return "XML"
    if root.tag != f"{_SVG}svg":
        return root.tag
    for element in root.iter():
        tag = element.tag.removeprefix(_SVG)
        if tag not in _SHAPES:
            return tag
        if (element.text or "").strip() or (element.tail or "").strip():
            return "text"
        for name, value in element.items():
            if name in ("style", "class", "href") or name.startswith(("on", "{")):
                return name
            if _OUTSIDE.search(value):
                return value
    return ""
