"""Reads the file of an indicator set whole, or says all that is wrong with it. See docs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from trainer_app.content.indicator_fields import Gathered, Table, once
from trainer_app.content.indicator_lines import lines_of
from trainer_app.content.indicator_rules import Reach, read_rule
from trainer_app.domain.funding.answers import PREFER_NOT, STAGES, Choice, Question, Stage
from trainer_app.domain.funding.indicators import Indicator, IndicatorSet, Need
from trainer_app.domain.funding.rule import Answered, Rule, leaves
from trainer_app.domain.funding.set_findings import Reading, SetFinding

LARGEST_FILE = 262_144
_MOST_INDICATORS, _MOST_QUESTIONS, _MOST_CHOICES, _MOST_SCALES = 300, 100, 40, 50
# A key of so many parts is no honest one, and slow to take apart
_DOTS = re.compile(r"(?:[^.\n]{1,200}\.){40}")
_REGISTER = ("gender", "birth-year")


def read_set(data: bytes, file: str, *, own: bool = False) -> Reading:
    """The set in a file's bytes. `file`: its name, for findings. Never raises."""
    table, findings = _table(data)
    if table is None:
        return Reading(file, None, findings)
    gathered = Gathered(lines_of(data.decode("utf-8-sig").replace("\r\n", "\n")))
    found = _set(Table(gathered, table), own)
    if gathered.found:
        ordered = sorted(gathered.found, key=lambda one: (one.line, one.key, one.rule))
        return Reading(file, None, tuple(ordered))
    return Reading(file, found)


def _table(data: bytes) -> tuple[dict[str, Any] | None, tuple[SetFinding, ...]]:
    if len(data) > LARGEST_FILE:
        return None, (SetFinding("file-large", facts={"most": LARGEST_FILE // 1024}),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (SetFinding("not-utf8", data[: error.start].count(b"\n") + 1),)
    if _DOTS.search(text):
        return None, (SetFinding("toml-deep"),)
    try:
        return tomllib.loads(text, parse_float=Decimal), ()
    except RecursionError:
        return None, (SetFinding("toml-deep"),)
    except (ValueError, InvalidOperation) as error:
        # A whole number of thousands of digits is a ValueError that is no TOMLDecodeError
        line = re.search(r"at line (\d+)", str(error))
        return None, (SetFinding("toml-broken", int(line[1]) if line else text.count("\n") + 1),)


def _set(file: Table, own: bool) -> IndicatorSet:
    name, version = file.id("name"), file.count("version", 1, 9_999)
    source, label, about = file.text("source"), file.words("label"), file.words("about")
    drafts = file.texts("drafts") if file.has("drafts") else ()
    questions = _questions(file)
    needs = _needs(file, questions)
    indicators = _indicators(file, questions)
    _unused(file, questions, indicators, needs)
    file.end()
    return IndicatorSet(
        name, version or 0, source, label, about, indicators, questions, needs, own, drafts
    )


def _questions(file: Table) -> tuple[Question, ...]:
    scales: dict[str, tuple[Choice, ...]] = {}
    lists = file.tables("scales", 0, _MOST_SCALES)
    ids = [one.id("id") for one in lists]
    once(lists, ids)
    for id, one in zip(ids, lists, strict=True):
        scales[id] = _choices(one)
        one.end()
    tables = file.tables("questions", 0, _MOST_QUESTIONS)
    found = [_question(one, scales) for one in tables]
    once(tables, [one.id and f"{one.id} ({one.stage})" for one in found])
    return tuple(found)


def _question(table: Table, scales: dict[str, tuple[Choice, ...]]) -> Question:
    id, stage = table.id("id"), _stage(table)
    if table.has("scale"):
        scale = table.text("scale", tuple(scales))
        choices = scales.get(scale, ())
    else:
        choices = _choices(table)
    question = Question(
        id, stage, table.words("ask"), table.words("reason"), choices,
        table.flag("sensitive"), table.flag("by_trainer"), table.flag("wording_fixed"),
    )  # fmt: skip
    table.end()
    return question


def _choices(table: Table) -> tuple[Choice, ...]:
    tables = table.tables("choices", 2, _MOST_CHOICES)
    found = [Choice(one.id("id"), one.words("label")) for one in tables]
    for choice, one in zip(found, tables, strict=True):
        one.end()
        if choice.id == PREFER_NOT:
            one.add("prefer-not", "id")
    once(tables, [one.id for one in found])
    return tuple(found)


def _stage(table: Table) -> Stage:
    stage = table.text("stage", STAGES) if table.has("stage") else "entry"
    return next((one for one in STAGES if one == stage), "entry")


def _needs(file: Table, questions: tuple[Question, ...]) -> tuple[Need, ...]:
    """Facts of the register, and questions as `stage/question`."""
    if not file.has("needs"):
        return ()
    asked = {f"{one.stage}/{one.id}": one for one in questions}
    found = []
    for need in file.texts("needs", (*_REGISTER, *asked)):
        question = asked.get(need)
        if question is None:
            found.append(Need(need))
            continue
        if question.sensitive:
            file.add("need-sensitive", "needs", question=question.id)
        found.append(Need(question.id, question.stage))
    return tuple(dict.fromkeys(found))


def _indicators(file: Table, questions: tuple[Question, ...]) -> tuple[Indicator, ...]:
    tables = file.tables("indicators", 1, _MOST_INDICATORS)
    codes = [one.code("code") for one in tables]
    once(tables, codes)
    rules = {code: one.table("rule") for code, one in zip(codes, tables, strict=True) if code}
    found = []
    for code, one in zip(codes, tables, strict=True):
        rule = read_rule(one.table("rule"), Reach(questions, rules, [code]))
        indicator = Indicator(
            code, one.words("label"), rule or _NOTHING, _stage(one),
            one.flag("sensitive"), one.flag("estimate"),
        )  # fmt: skip
        one.end()
        if not indicator.sensitive and any(
            question.sensitive for question in _asked(indicator.rule, questions)
        ):
            one.add("sensitive-unmarked", code=code)
        found.append(indicator)
    return tuple(found)


# Stands in for a rule with findings; such a file gives no set
_NOTHING = Answered("entry", "", ())


def _asked(rule: Rule, questions: Iterable[Question]) -> list[Question]:
    used = {(leaf.question, leaf.stage) for leaf in leaves(rule) if isinstance(leaf, Answered)}
    return [one for one in questions if (one.id, one.stage) in used]


def _unused(
    file: Table,
    questions: tuple[Question, ...],
    indicators: tuple[Indicator, ...],
    needs: tuple[Need, ...],
) -> None:
    """Nobody is asked what no figure needs."""
    if any(one.rule is _NOTHING for one in indicators):
        return
    used = {(need.what, need.stage) for need in needs}
    for one in indicators:
        used |= {(each.id, each.stage) for each in _asked(one.rule, questions)}
    for number, question in enumerate(questions, 1):
        if question.id and (question.id, question.stage) not in used:
            file.add("question-unused", f"questions[{number}]", question=question.id)
