"""Checks the templates of the scam shelf: every pair of options reads, plays and has words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trainer_app.content.fields import Fields
from trainer_app.content.rules.markup import markup_findings, unpictured_findings
from trainer_app.content.rules.pictures import not_plain
from trainer_app.content.rules.practice import Explored, right_walk
from trainer_app.content.rules.table import Finding, finding_of
from trainer_app.content.rules.translation import front_findings
from trainer_app.content.rules.wording import practice_findings
from trainer_app.content.shelf import (
    PATCHED,
    TEMPLATE_FILE,
    practice_fields,
    scenario_of,
    shelf_picture,
    template_folders,
    template_in,
)
from trainer_app.content.shelf_words import (
    ShelfWords,
    TemplateStage,
    parse_shelf_words,
    unknown_places,
    with_choices,
)
from trainer_app.content.sources import Source, read_source
from trainer_app.content.structure import (
    PRACTICE_FILE,
    PRACTICE_WORDS,
    language_folders,
    line_with,
)
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import SOURCE_LANGUAGE
from trainer_app.domain.practice.kinds import engine_of
from trainer_app.domain.practice.scenario import Practice, Scenario
from trainer_app.domain.scams import SLOTS, Choices, ScamTemplate


def check_shelf(lessons: Path) -> Iterator[Finding]:
    """Everything about the templates beside these lessons; nothing if there is no shelf."""
    for folder in template_folders(lessons):
        yield from _each_once(_template_findings(folder))


def _each_once(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Each finding once: many combinations of options break the same rule in the same place."""
    seen: list[Finding] = []
    for each in findings:
        if each not in seen:
            seen.append(each)
            yield each


def pairs_of(template: ScamTemplate) -> list[Choices]:
    """So few combinations of options that any two options meet in one of them."""
    who, want, clue = (template.ids(slot) for slot in SLOTS)
    longest = max(len(who), len(want), len(clue))
    return [
        Choices(who[a % len(who)], want[b % len(want)], clue[(a + b) % longest % len(clue)])
        for a in range(longest)
        for b in range(longest)
    ]


def _template_findings(folder: Path) -> Iterator[Finding]:
    """A structure that cannot be read is the only finding, as with lessons."""
    try:
        fields = Fields.of_file(folder / TEMPLATE_FILE)
        template = template_in(fields, folder)
        tables = {each: practice_fields(template, each) for each in pairs_of(template)}
        scenarios = {each: scenario_of(template, table) for each, table in tables.items()}
    except UnreadableLesson as error:
        yield finding_of(error)
        return
    practices = ((PRACTICE_FILE, each) for each in tables.values())
    for name, table in ((TEMPLATE_FILE, fields), *practices):
        for key, line in sorted(table.unasked()):
            yield Finding("toml-known", folder.name, name, line, {"key": key})
    yield from _naming_findings(template, next(iter(tables.values())))
    yield from _picture_findings(template, next(iter(scenarios.values())))
    yield from _language_findings(template, scenarios)


def _naming_findings(template: ScamTemplate, practice: Fields) -> Iterator[Finding]:
    """Options that change what the practice does not have."""
    text = (template.folder / TEMPLATE_FILE).read_text(encoding="utf-8-sig")
    stage = practice.tables("stages")[0]
    there = {name: {each.id("id") for each in stage.tables(name, ())} for name in PATCHED}
    for option in (each for slot in SLOTS for each in template.options[slot]):
        for name, things in option.sets.items():
            for thing in sorted(things.keys() - there[name]):
                line = line_with(text, f"{name}.{thing}")
                folder = template.folder.name
                yield Finding("practice-ids", folder, TEMPLATE_FILE, line, {"id": thing})


def _picture_findings(template: ScamTemplate, scenario: Scenario) -> Iterator[Finding]:
    named = [(TEMPLATE_FILE, template.tile)]
    named += [(PRACTICE_FILE, each) for each in scenario.pictures]
    for file, name in named:
        path = shelf_picture(template, name)
        if not path.is_file():
            text = (template.folder / file).read_text(encoding="utf-8-sig")
            line = line_with(text, f'"{name}"')
            yield Finding("picture-exists", template.id, file, line, {"picture": name})
        elif what := not_plain(path):
            yield Finding("picture-plain", template.id, f"images/{name}", 0, {"what": what})


def _language_findings(
    template: ScamTemplate, scenarios: dict[Choices, Scenario]
) -> Iterator[Finding]:
    """Every file of words; the English ones are played."""
    english: Source | None = None
    for language in dict.fromkeys((SOURCE_LANGUAGE, *language_folders(template.folder))):
        path = template.folder / language / PRACTICE_WORDS
        if not path.is_file():
            file = f"{language}/{PRACTICE_WORDS}"
            yield Finding("practice-complete", template.id, file, 0)
            continue
        try:
            source = read_source(template.id, path)
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
            yield from _word_findings(source, template, scenarios)


def _word_findings(
    source: Source, template: ScamTemplate, scenarios: dict[Choices, Scenario]
) -> Iterator[Finding]:
    """Words that are not whole are not filled in, nor played."""
    stage = TemplateStage.of(template)
    try:
        words, troubles = parse_shelf_words(source, next(iter(scenarios.values())), stage)
    except UnreadableLesson as error:
        yield finding_of(error)
        return
    yield from (finding_of(error) for error in troubles)
    for number, line in enumerate(source.body.split("\n"), start=source.first_line):
        for place in unknown_places(line, stage):
            yield Finding("shelf-place", template.id, source.file, number, {"place": place})
    yield from practice_findings(source, words.words)
    if troubles:
        return
    yield from _filled_findings(source, words, scenarios)
    if source.language == SOURCE_LANGUAGE:
        yield from _play_findings(template, words, scenarios)


def _filled_findings(
    source: Source, words: ShelfWords, scenarios: dict[Choices, Scenario]
) -> Iterator[Finding]:
    """Sentences that are too long once options stand in them."""
    for choices, scenario in scenarios.items():
        yield from practice_findings(source, with_choices(scenario, words, choices).words)


def _play_findings(
    template: ScamTemplate, words: ShelfWords, scenarios: dict[Choices, Scenario]
) -> Iterator[Finding]:
    """Goals that are open and can be reached, mistakes that are explained."""
    found = Explored()
    for choices, scenario in scenarios.items():
        for rule, goal in _walk(with_choices(scenario, words, choices), found):
            yield _at(template, rule, goal)
    stage = next(iter(scenarios.values())).stages[0]
    if found.unexplained:
        yield _at(template, "mistake-explained", stage.id)
    for each in stage.consequences:
        if each.id not in found.followed:
            yield _at(template, "consequence-follows", each.id)


def _walk(practice: Practice, found: Explored) -> Iterator[tuple[str, str]]:
    """The right walk, every action on it tried; goals that are met too soon or not at all."""
    stage = practice.scenario.stages[0]
    engine = engine_of(stage.kind)
    states = right_walk(engine, engine.start(stage, 1, practice.words))
    for state in states:
        before = engine.progress(state)
        for action in engine.actions(state):
            found.saw(before, engine.progress(engine.act(state, action)))
    yield from (("goal-open", goal) for goal in engine.progress(states[0]).met)
    end = engine.progress(states[-1])
    yield from (("goal-reachable", goal) for goal in end.goals if goal not in end.met)


def _at(template: ScamTemplate, rule: str, thing: str) -> Finding:
    """A finding at the line of practice.toml that has the id."""
    text = (template.folder / PRACTICE_FILE).read_text(encoding="utf-8-sig")
    line = line_with(text, f'id = "{thing}"')
    facts: dict[str, str | int] = {"stage": template.id, "id": thing}
    return Finding(rule, template.id, PRACTICE_FILE, line, facts)
