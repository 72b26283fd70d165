"""Learning records as statements of xAPI 1.0.3 (Experience API, parts two and three)."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from trainer_app.exports.whole_file import written_whole

XAPI_VERSION = "1.0.3"

Verb = Literal["registered", "attended", "completed", "answered", "passed", "failed"]
VERBS: tuple[Verb, ...] = (
    "registered", "attended", "completed", "answered", "passed", "failed",
)  # fmt: skip

_VERB = "http://adlnet.gov/expapi/verbs/"
_ACTIVITY = "http://adlnet.gov/expapi/activities/"
_TYPES = {
    "course": f"{_ACTIVITY}course",
    "session": f"{_ACTIVITY}meeting",
    "lesson": f"{_ACTIVITY}lesson",
    "quiz": f"{_ACTIVITY}assessment",
    "question": f"{_ACTIVITY}cmi.interaction",
}
_NAMESPACE = uuid.UUID("7f0c2a8e-52d6-5c1b-9a94-3a6d1f0e8b27")
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class Activity:
    """What a statement is about. `kind`: course, session, lesson, quiz or question.

    `path`: its ids, from the whole to the part. `name`: what people call it, in any language.
    """

    kind: str
    path: tuple[str, ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """How it went: right and out of how many, what was chosen, minutes of an attendance."""

    success: bool | None = None
    completion: bool | None = None
    right: int | None = None
    of: int | None = None
    response: str | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that somebody did. `key` is what makes it this one and no other: the same in every
    file, so that a store of records takes it once.

    `person` is a random id; `registration`: person and course as one stretch of learning.
    """

    key: str
    person: str
    verb: Verb
    activity: Activity
    at: datetime
    within: tuple[Activity, ...] = ()
    registration: str | None = None
    result: Result | None = None


def centre_iri(name: str) -> str:
    """The address of a centre by the name that it goes by: letters, digits, dots and hyphens."""
    plain = _NOT_IN_A_NAME.sub("-", name.lower()).strip("-.")
    return f"urn:trainer-app:{plain or 'centre'}"


def statement(one: Happening, centre: str) -> dict[str, Any]:
    """One statement as JSON values; `centre` is of `centre_iri`.

    ValueError for a time without its zone.
    """
    if one.at.utcoffset() is None:
        raise ValueError(one.at)
    context: dict[str, Any] = {"platform": "trainer-app"}
    if one.registration is not None:
        context["registration"] = _uuid(centre, "registration", one.registration)
    if one.within:
        nearest, *rest = [_activity(each, centre) for each in one.within]
        context["contextActivities"] = {
            "parent": [nearest],
            **({"grouping": rest} if rest else {}),
        }
    made = {
        "id": _uuid(centre, one.verb, one.key),
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": centre, "name": one.person},
        },
        "verb": {"id": f"{_VERB}{one.verb}", "display": {"en": one.verb}},
        "object": _activity(one.activity, centre),
        "context": context,
        "timestamp": one.at.astimezone(UTC).isoformat(timespec="milliseconds"),
    }
    if one.result is not None:
        made["result"] = _result(one.result)
    return made


def write_statements(statements: Iterable[dict[str, Any]], path: Path, *, array: bool) -> int:
    """Write statements, one a line, or as one JSON array; returns how many.

    Raises CannotWriteFile.
    """
    count = 0
    with written_whole(path) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        file.write("[\n" if array else "")
        for count, one in enumerate(statements, start=1):
            if array and count > 1:
                file.write(",\n")
            file.write(json.dumps(one, ensure_ascii=False, separators=(",", ":")))
            file.write("" if array else "\n")
        file.write("\n]\n" if array else "")
    return count


def _activity(activity: Activity, centre: str) -> dict[str, Any]:
    definition: dict[str, Any] = {"type": _TYPES[activity.kind]}
    if activity.name:
        # Whatever the trainer called it: nobody noted the language.
        definition["name"] = {"und": activity.name}
    if activity.kind == "question":
        definition["interactionType"] = "choice"
    return {
        "objectType": "Activity",
        "id": ":".join([centre, activity.kind, *map(_in_iri, activity.path)]),
        "definition": definition,
    }


def _result(result: Result) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in ("success", "completion", "response"):
        value = getattr(result, key)
        if value is not None:
            found[key] = value
    if result.minutes is not None:
        found["duration"] = f"PT{result.minutes}M"
    if result.right is not None and result.of:
        found["score"] = {
            "raw": result.right,
            "min": 0,
            "max": result.of,
            "scaled": round(result.right / result.of, 4),
        }
    return found


def _in_iri(part: str) -> str:
    return "".join(c if c.isascii() and (c.isalnum() or c in "-._~") else "-" for c in part)


def _uuid(*parts: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, "\n".join(parts)))
