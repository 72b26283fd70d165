"""Checks the common world, which lessons join, against the written rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trainer_app.content.fields import Fields
from trainer_app.content.markup import Markup
from trainer_app.content.practice_words import parse_practice_words
from trainer_app.content.rules.markup import markup_findings, unpictured_findings
from trainer_app.content.rules.pictures import not_plain
from trainer_app.content.rules.table import Finding, finding_of
from trainer_app.content.rules.translation import front_findings
from trainer_app.content.rules.wording import practice_findings
from trainer_app.content.sources import Source, read_source
from trainer_app.content.structure import (
    WORLD_FOLDER,
    WORLD_WORDS,
    language_folders,
    line_with,
)
from trainer_app.content.worlds import WORLD_FILE, world_in
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import SOURCE_LANGUAGE
from trainer_app.domain.practice.scenario import Scenario, World


def check_world(folder: Path) -> Iterator[Finding]:
    """Everything about the common world in a folder of lessons; nothing if it has none.

    A structure that cannot be read is the only finding, as with lessons.
    """
    where = folder / WORLD_FOLDER
    if not where.is_dir():
        return
    try:
        fields = Fields.of_file(where / WORLD_FILE)
        world = world_in(fields, World())
    except UnreadableLesson as error:
        yield finding_of(error)
        return
    for key, line in sorted(fields.unasked()):
        yield Finding("toml-known", where.name, WORLD_FILE, line, {"key": key})
    yield from _picture_findings(where, world)
    english: Source | None = None
    for language in dict.fromkeys((SOURCE_LANGUAGE, *language_folders(where))):
        try:
            source = read_source(where.name, where / language / WORLD_WORDS)
        except UnreadableLesson as error:
            yield finding_of(error)
            continue
        english = source if language == SOURCE_LANGUAGE else english
        front = list(front_findings(source, english))
        yield from front
        yield from markup_findings(source)
        yield from unpictured_findings(source)
        # Without its front matter a file cannot be read: that has been said.
        if all(each.rule != "front-matter" for each in front):
            yield from _word_findings(source, world)


def _picture_findings(where: Path, world: World) -> Iterator[Finding]:
    """Pictures that are not there or not plain, and pictures of posts that nobody describes."""
    text = (where / WORLD_FILE).read_text(encoding="utf-8-sig")
    for name in dict.fromkeys(each for each in world.pictures if each):
        path = where / "images" / name
        if not path.is_file():
            line = line_with(text, f'"{name}"')
            yield Finding("picture-exists", where.name, WORLD_FILE, line, {"picture": name})
        elif what := not_plain(path):
            yield Finding("picture-plain", where.name, f"images/{name}", 0, {"what": what})
    for post in world.posts:
        if post.picture and not post.described:
            line = line_with(text, f'"{post.id}"')
            yield Finding("picture-words", where.name, WORLD_FILE, line, {"picture": post.picture})


def _word_findings(source: Source, world: World) -> Iterator[Finding]:
    """Words that are missing, left over, twice there, or too long."""
    # A scenario with nothing but the world: its words have one section.
    alone = Scenario(source.lesson, 1, 1, (), world)
    try:
        words, troubles = parse_practice_words(source, alone, Markup())
    except UnreadableLesson as error:
        yield finding_of(error)
        return
    yield from (finding_of(error) for error in troubles)
    yield from practice_findings(source, words)
