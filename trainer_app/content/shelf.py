"""Reads the scam shelf: templates that become a practice once three questions are answered.

A template is a folder in `_shelf`, beside the lessons: `template.toml` (the options), and the two
files of a practice. Options are put into the words where `{who}`, `{want}`, … stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from trainer_app.content.fields import Fields
from trainer_app.content.shelf_words import (
    ShelfWords,
    TemplateStage,
    read_shelf_words,
    template_words,
    with_choices,
)
from trainer_app.content.sources import read_source
from trainer_app.content.stages import read_stage
from trainer_app.content.stages.parts import unique_ids
from trainer_app.content.structure import (
    PRACTICE_FILE,
    PRACTICE_WORDS,
    WORLD_FOLDER,
    language_folders,
)
from trainer_app.content.worlds import world_in
from trainer_app.domain.errors import MissingLanguage, UnknownThing, UnreadableLesson
from trainer_app.domain.lessons import SOURCE_LANGUAGE
from trainer_app.domain.practice.scenario import Practice, Scenario, World
from trainer_app.domain.scams import SLOTS, Choices, Option, Scam, ScamTemplate, TemplateWords

SHELF_FOLDER = "_shelf"
TEMPLATE_FILE = "template.toml"
FEWEST, MOST = 2, 4
PATCHED = ("things", "phrases")
"""The lists of a practice in which options set fields."""


class ScamShelf:
    """The templates beside the lessons of some folders, and the practices made from them.

    What cannot be read is left out: `lessons check` says why.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._words: dict[tuple[str, str], ShelfWords] = {}

    @cached_property
    def templates(self) -> tuple[ScamTemplate, ...]:
        """All templates, by id; the first of two with one id. Their words may be broken."""
        found: dict[str, ScamTemplate] = {}
        for folder in (each for lessons in self._folders for each in template_folders(lessons)):
            try:
                template = read_template(folder)
            except UnreadableLesson:
                continue
            if template.languages:
                found.setdefault(template.id, template)
        return tuple(found[each] for each in sorted(found))

    @cached_property
    def ready(self) -> tuple[ScamTemplate, ...]:
        """The templates that can be played."""
        return tuple(each for each in self.templates if self._can_be_read(each))

    def template(self, template_id: str) -> ScamTemplate:
        """One template; UnknownThing(what="template") if there is none."""
        for each in self.templates:
            if each.id == template_id:
                return each
        raise UnknownThing(what="template", id=template_id)

    def knows(self, scam: Scam) -> bool:
        """Whether this laptop has the template of a scam, and its options, to be played."""
        return any(each.id == scam.template and each.has(scam.choices) for each in self.ready)

    def words(self, template_id: str, language: str) -> TemplateWords:
        """A template's words in a language, else in English, else in any that can be read.

        Raises UnknownThing, UnreadableLesson.
        """
        return template_words(self._nearest(self.template(template_id), language))

    def practice(self, template_id: str, choices: Choices, language: str) -> Practice:
        """What people play, in the same language as `words`. Raises UnknownThing, UnreadableLesson.

        UnknownThing also for a choice that the template does not have.
        """
        template = self.template(template_id)
        words = self._nearest(template, language)
        return with_choices(read_scenario(template, choices), words, choices)

    def picture(self, template_id: str, name: str) -> Path:
        """Where a picture of a practice lies: with the template, or else in the common world."""
        return shelf_picture(self.template(template_id), name)

    def _can_be_read(self, template: ScamTemplate) -> bool:
        try:
            self._nearest(template, SOURCE_LANGUAGE)
        except UnreadableLesson:
            return False
        return True

    def _nearest(self, template: ScamTemplate, language: str) -> ShelfWords:
        """The words in the best language that can be read; UnreadableLesson if none can."""
        there = template.languages
        wanted = [each for each in (language, SOURCE_LANGUAGE) if each in there]
        *first, last = dict.fromkeys((*wanted, *there))
        for each in first:
            try:
                return self._words_of(template, each)
            except UnreadableLesson:
                continue
        return self._words_of(template, last)

    def _words_of(self, template: ScamTemplate, language: str) -> ShelfWords:
        key = (template.id, language)
        if key not in self._words:
            self._words[key] = read_shelf(template, language)
        return self._words[key]


def template_folders(lessons: Path) -> list[Path]:
    """The folders of templates beside these lessons, by name; none if there is no shelf."""
    shelf = lessons / SHELF_FOLDER
    if not shelf.is_dir():
        return []
    return sorted(path for path in shelf.iterdir() if path.is_dir() and path.name[0] not in "._")


def read_template(folder: Path) -> ScamTemplate:
    """A template without its words; UnreadableLesson if `template.toml` is broken."""
    return template_in(Fields.of_file(folder / TEMPLATE_FILE), folder)


def template_in(fields: Fields, folder: Path) -> ScamTemplate:
    """The template that the fields of `template.toml` hold; UnreadableLesson if broken."""
    options = {}
    for slot in SLOTS:
        tables = fields.tables(slot)
        if not FEWEST <= len(tables) <= MOST:
            raise fields.broken("shelf-options", slot=slot)
        ids = unique_ids(fields, tables)
        options[slot] = tuple(Option(id, _sets(each)) for id, each in zip(ids, tables, strict=True))
    there = (
        each for each in language_folders(folder) if (folder / each / PRACTICE_WORDS).is_file()
    )
    return ScamTemplate(
        id=folder.name,
        folder=folder,
        hue=fields.text("hue"),
        tile=fields.picture("tile"),
        options=options,
        languages=tuple(there),
    )


def read_scenario(template: ScamTemplate, choices: Choices) -> Scenario:
    """The practice of a template with the fields that the chosen options set.

    Raises UnknownThing(what="option"), UnreadableLesson.
    """
    return scenario_of(template, practice_fields(template, choices))


def practice_fields(template: ScamTemplate, choices: Choices) -> Fields:
    """The fields of `practice.toml`, changed by the options; see `read_scenario`."""
    chosen = [_option(template, choices, slot) for slot in SLOTS]
    return Fields.of_file(template.folder / PRACTICE_FILE, lambda table: _patched(table, chosen))


def scenario_of(template: ScamTemplate, fields: Fields) -> Scenario:
    """The scenario that changed fields hold; UnreadableLesson if broken."""
    world = world_in(fields.table("world"), World())
    stages = tuple(read_stage(each, world) for each in fields.tables("stages"))
    if len(stages) != 1:
        raise fields.broken("shelf-stage")
    return Scenario(
        lesson=f"scam-{template.id}",
        version=1,
        minutes=fields.count("minutes"),
        stages=stages,
        world=world,
    )


def read_shelf(template: ScamTemplate, language: str) -> ShelfWords:
    """All words of a template in one language; MissingLanguage, UnreadableLesson."""
    if language not in template.languages:
        raise MissingLanguage(lesson=template.id, language=language)
    source = read_source(template.id, template.folder / language / PRACTICE_WORDS)
    # Which words there must be does not depend on what was chosen.
    first = Choices(*(template.ids(slot)[0] for slot in SLOTS))
    return read_shelf_words(source, read_scenario(template, first), TemplateStage.of(template))


def shelf_picture(template: ScamTemplate, name: str) -> Path:
    """Where a picture of a template's practice lies."""
    own = template.folder / "images" / name
    if own.is_file():
        return own
    return template.folder.parent.parent / WORLD_FOLDER / "images" / name


def _sets(fields: Fields) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    return {each: fields.table(each).values_by_id() for each in PATCHED}


def _option(template: ScamTemplate, choices: Choices, slot: Any) -> Option:
    for each in template.options[slot]:
        if each.id == choices.of(slot):
            return each
    raise UnknownThing(what="option", id=choices.of(slot))


def _patched(table: dict[str, Any], chosen: Sequence[Option]) -> None:
    """Put the fields of options over those of the things that they name."""
    for name, item in _items(table):
        for option in chosen:
            item.update(option.sets[name].get(str(item.get("id")), {}))


def _items(table: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every thing and phrase of every stage, as far as the file has the form of a practice."""
    stages = table.get("stages")
    for stage in stages if isinstance(stages, list) else ():
        for name in PATCHED if isinstance(stage, dict) else ():
            items = stage.get(name)
            for item in items if isinstance(items, list) else ():
                if isinstance(item, dict):
                    yield name, item
