"""Reads statements as the specification of xAPI 1.0.3, part two, has them, and believes nothing."""

from __future__ import annotations

import re
import uuid
from datetime import datetime
from typing import Any

IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", re.IGNORECASE)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
DURATION = re.compile(r"PT(\d+H)?(\d+M)?(\d+(\.\d+)?S)?")
TOP = {"id", "actor", "verb", "object", "result", "context", "timestamp"}
RESULT = {"score", "success", "completion", "response", "duration"}
CONTEXT = {"registration", "contextActivities", "platform"}
ACTIVITIES = {"parent", "grouping", "category", "other"}
INTERACTIONS = {"choice", "true-false", "fill-in", "sequencing", "matching", "numeric", "other"}


def check(statement: dict[str, Any]) -> None:
    """Raise AssertionError for anything that a store of records may refuse."""
    assert statement.keys() <= TOP
    assert statement.keys() >= {"actor", "verb", "object"}
    _no_nulls(statement)
    assert str(uuid.UUID(statement["id"])) == statement["id"]
    _actor(statement["actor"])
    assert statement["verb"].keys() == {"id", "display"}
    _iri(statement["verb"]["id"])
    _language_map(statement["verb"]["display"])
    _activity(statement["object"])
    _result(statement.get("result", {}))
    _context(statement.get("context", {}))
    assert datetime.fromisoformat(statement["timestamp"]).utcoffset() is not None


def _actor(actor: dict[str, Any]) -> None:
    assert actor.keys() == {"objectType", "account"}
    assert actor["objectType"] == "Agent"
    assert actor["account"].keys() == {"homePage", "name"}
    _iri(actor["account"]["homePage"])
    assert actor["account"]["name"]


def _activity(activity: dict[str, Any]) -> None:
    assert activity.keys() == {"objectType", "id", "definition"}
    assert activity["objectType"] == "Activity"
    _iri(activity["id"])
    definition = activity["definition"]
    assert definition.keys() <= {"type", "name", "interactionType"}
    _iri(definition["type"])
    _language_map(definition.get("name", {}))
    if definition["type"].endswith("cmi.interaction"):
        assert definition["interactionType"] in INTERACTIONS


def _result(result: dict[str, Any]) -> None:
    assert result.keys() <= RESULT
    for key in result.keys() & {"success", "completion"}:
        assert isinstance(result[key], bool)
    assert isinstance(result.get("response", ""), str)
    if "duration" in result:
        assert DURATION.fullmatch(result["duration"])
        assert len(result["duration"]) > 2
    if "score" in result:
        score = result["score"]
        assert score.keys() <= {"raw", "min", "max", "scaled"}
        assert score["min"] <= score["raw"] <= score["max"]
        assert score["min"] < score["max"]
        assert -1 <= score["scaled"] <= 1


def _context(context: dict[str, Any]) -> None:
    assert context.keys() <= CONTEXT
    if "registration" in context:
        assert str(uuid.UUID(context["registration"])) == context["registration"]
    assert context.get("contextActivities", {}).keys() <= ACTIVITIES
    for activities in context.get("contextActivities", {}).values():
        assert activities
        for activity in activities:
            _activity(activity)


def _language_map(words: dict[str, str]) -> None:
    for language, text in words.items():
        assert LANGUAGE.fullmatch(language)
        assert text


def _iri(text: str) -> None:
    assert IRI.fullmatch(text), text


def _no_nulls(value: Any) -> None:
    assert value is not None
    for each in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        _no_nulls(each)
