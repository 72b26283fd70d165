"""Checks free play and the wall that laptops share, which lie beside the lessons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trainer_app.content.fields import Fields
from trainer_app.content.free_play import PLAY_FOLDER, play_scenario
from trainer_app.content.markup import Markup
from trainer_app.content.practice_words import parse_practice_words
from trainer_app.content.rules.markup import markup_findings, unpictured_findings
from trainer_app.content.rules.pictures import not_plain
from trainer_app.content.rules.table import Finding, finding_of
from trainer_app.content.rules.translation import front_findings
from trainer_app.content.rules.wording import practice_findings
from trainer_app.content.sources import Source, read_source
from trainer_app.content.structure import (
    PRACTICE_FILE,
    PRACTICE_WORDS,
    WORLD_FOLDER,
    language_folders,
    line_with,
)
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import SOURCE_LANGUAGE
from trainer_app.domain.practice.scenario import Scenario


def check_play(lessons: Path) -> Iterator[Finding]:
    """Everything about free play beside these lessons; nothing if there is none.

    A structure that cannot be read is the only finding, as with lessons.
    """
    folder = lessons / PLAY_FOLDER
    if not folder.is_dir():
        return
    try:
        fields = Fields.of_file(folder / PRACTICE_FILE)
        scenario = play_scenario(fields, lessons)
    except UnreadableLesson as error:
        yield finding_of(error)
        return
    for key, line in sorted(fields.unasked()):
        yield Finding("toml-known", folder.name, PRACTICE_FILE, line, {"key": key})
    yield from _picture_findings(folder, scenario)
    english: Source | None = None
    for language in dict.fromkeys((SOURCE_LANGUAGE, *language_folders(folder))):
        try:
            source = read_source(folder.name, folder / language / PRACTICE_WORDS)
        except UnreadableLesson as error:
            yield finding_of(error)
            continue
        english = source if language == SOURCE_LANGUAGE else english
        yield from _source_findings(source, english, scenario)


def _source_findings(
    source: Source, english: Source | None, scenario: Scenario
) -> Iterator[Finding]:
    front = list(front_findings(source, english))
    yield from front
    yield from markup_findings(source)
    yield from unpictured_findings(source)
    # Without its front matter a file cannot be read: that has been said.
    if any(each.rule == "front-matter" for each in front):
        return
    try:
        words, troubles = parse_practice_words(source, scenario, Markup())
    except UnreadableLesson as error:
        yield finding_of(error)
        return
    yield from (finding_of(error) for error in troubles)
    yield from practice_findings(source, words)


def _picture_findings(folder: Path, scenario: Scenario) -> Iterator[Finding]:
    """Pictures that are not there, and those of free play's own that are not plain."""
    text = (folder / PRACTICE_FILE).read_text(encoding="utf-8-sig")
    named = (picture for stage in scenario.stages for picture in stage.pictures)
    for name in dict.fromkeys(each for each in named if each):
        own = folder / "images" / name
        if own.is_file():
            if what := not_plain(own):
                yield Finding("picture-plain", folder.name, f"images/{name}", 0, {"what": what})
        elif not (folder.parent / WORLD_FOLDER / "images" / name).is_file():
            line = line_with(text, f'"{name}"')
            yield Finding("picture-exists", folder.name, PRACTICE_FILE, line, {"picture": name})
