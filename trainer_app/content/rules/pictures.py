"""Looks at a lesson's pictures: there, plain, and nothing in them that could act or reach out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

from trainer_app.content.photos import not_small
from trainer_app.content.practice import PRACTICE_FILE, practice_picture
from trainer_app.content.rules.table import Finding
from trainer_app.content.structure import STRUCTURE_FILE, line_with
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.practice.network import Page, Post
from trainer_app.domain.practice.scenario import Person, Scenario

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
    yield from _named_findings(lesson, STRUCTURE_FILE, dict.fromkeys(named), lesson.image)


def practice_picture_findings(lesson: Lesson, scenario: Scenario) -> Iterator[Finding]:
    """Every picture that the practice shows, those of the common world among them."""
    world = scenario.world
    things: tuple[Person | Post | Page, ...] = (*world.people, *world.posts, *world.pages)
    named = (*scenario.pictures, *(each.picture for each in things))
    where = partial(practice_picture, lesson)
    there = dict.fromkeys(each for each in named if each)
    yield from _named_findings(lesson, PRACTICE_FILE, there, where)


def _named_findings(
    lesson: Lesson, file: str, named: Iterable[str], where: Callable[[str], Path]
) -> Iterator[Finding]:
    text = (lesson.folder / file).read_text(encoding="utf-8-sig")
    for name in named:
        path = where(name)
        if not path.is_file():
            line = line_with(text, f'"{name}"')
            facts = {"picture": name}
            yield Finding("picture-exists", lesson.folder.name, file, line, facts)
        elif path.suffix == ".png":
            if what := not_small(path.read_bytes()):
                facts = {"what": what}
                yield Finding("photo-small", lesson.folder.name, _within(lesson, path), 0, facts)
        elif what := not_plain(path):
            facts = {"what": what}
            yield Finding("picture-plain", lesson.folder.name, _within(lesson, path), 0, facts)


def _within(lesson: Lesson, path: Path) -> str:
    """A picture's place, as seen from its lesson's folder."""
    if path.is_relative_to(lesson.folder):
        return path.relative_to(lesson.folder).as_posix()
    return f"../{path.relative_to(lesson.common_folder).as_posix()}"


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
