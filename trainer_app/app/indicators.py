"""Indicator sets for a command: with the program's own alone, or with those of a centre."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.funding.indicators import IndicatorSet, in_language
from trainer_app.domain.funding.set_findings import Reading
from trainer_app.i18n import current
from trainer_app.services.door import Door
from trainer_app.services.funding.indicators import FOLDER, Indicators, checked


def indicator_sets(door: Door | None) -> dict[str, Any]:
    """All sets, each in a line's worth of values, and findings of own files that cannot be used."""
    damaged = _of(door).damaged() if door else ()
    return {
        "sets": [_in_short(one) for one in _known(door)],
        "findings": [line for one in damaged for line in _findings(one)],
    }


def indicator_set(door: Door | None, name: str) -> dict[str, Any]:
    """One set with what it counts and asks, in words. Raises UnknownThing."""
    from trainer_app.ui.indicator_words import need_words, rule_words, stages, traits

    found = next((one for one in _known(door) if one.name == name), None)
    if found is None:
        raise UnknownThing(what="indicator set", id=name)
    language = current().code
    return {
        **_in_short(found),
        "about": in_language(found.about, language),
        "traits": traits(found),
        "needs": [need_words(found, need) for need in found.needs],
        "indicators": [
            {
                "code": one.code,
                "label": in_language(one.words, language),
                "stage": one.stage,
                "rule": rule_words(found, one.rule),
                "sensitive": one.sensitive,
                "estimate": one.estimate,
            }
            for one in found.indicators
        ],
        "questions": [
            {
                "id": one.id,
                "stage": one.stage,
                "when": stages()[one.stage],
                "ask": in_language(one.ask, language),
                "reason": in_language(one.reason, language),
                "choices": [in_language(choice.words, language) for choice in one.choices],
                "sensitive": one.sensitive,
                "by_trainer": one.by_trainer,
            }
            for one in found.questions
        ],
    }


def check_indicator_set(door: Door | None, file: Path) -> dict[str, Any]:
    """What is wrong with a file. Raises UnreadableFile."""
    return _outcome(checked(file, _known(door)))


def add_indicator_set(door: Door, file: Path) -> dict[str, Any]:
    """Takes a file in where nothing is wrong with it.

    Raises UnreadableFile, NotForSubstitutes, DiskFull, ReadOnly, DiskFails.
    """
    return _outcome(_of(door).add(file))


def remove_indicator_set(door: Door, name: str) -> list[str]:
    """Takes an own set away; returns the projects that count by it. Raises UnknownThing."""
    sets = _of(door)
    used = [one.name for one in sets.used_by(name)]
    sets.remove(name)
    return used


def _of(door: Door) -> Indicators:
    return Indicators(door.ledger, door.folder / FOLDER)


def _known(door: Door | None) -> tuple[IndicatorSet, ...]:
    from trainer_app.content.indicator_sets import bundled_sets

    return _of(door).all() if door else bundled_sets()


def _in_short(one: IndicatorSet) -> dict[str, Any]:
    return {
        "name": one.name,
        "title": in_language(one.words, current().code),
        "version": one.version,
        "source": one.source,
        "own": one.own,
        "counts": len(one.indicators),
        "asks": len(one.questions),
    }


def _outcome(reading: Reading) -> dict[str, Any]:
    return {
        "file": reading.file,
        "set": reading.set.name if reading.set else None,
        "findings": _findings(reading),
    }


def _findings(reading: Reading) -> list[dict[str, Any]]:
    from trainer_app.ui.indicator_findings import finding_words

    found = []
    for one in reading.findings:
        says, to_do = finding_words(one)
        found.append(
            {
                "file": reading.file,
                "line": one.line,
                "key": one.key,
                "rule": one.rule,
                "says": says,
                "to_do": to_do,
            }
        )
    return found
