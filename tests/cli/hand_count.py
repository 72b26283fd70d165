"""Counts a project from the raw events of a centre, as a person with paper and time would.

Nothing of the program is asked: not its tables, not its rules, not its sums.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from command_line import raw

THERE = ("present", "late", "left-early", "late-left-early")


@dataclass(frozen=True)
class Plain:
    """The rules of a project, in minutes; `step` is what attendances are rounded to."""

    least: int = 0
    hour: int = 60
    pause: int = 0
    step: int = 1


@dataclass
class Hand:
    """One person's tally. `minutes` by session, `hundredths` of hours in all."""

    number: str = ""
    gender: str | None = None
    birth_year: int | None = None
    minutes: dict[str, int] = field(default_factory=dict)
    hundredths: int = 0
    entry: date = date.max


@dataclass(frozen=True)
class Count:
    """The people who count, by id, the sessions that they came to, and how many marks there are."""

    people: dict[str, Hand]
    sessions: set[str]
    marks: int
    below: int

    @property
    def attendances(self) -> int:
        return sum(len(one.minutes) for one in self.people.values())

    @property
    def minutes(self) -> int:
        return sum(sum(one.minutes.values()) for one in self.people.values())

    @property
    def hundredths(self) -> int:
        return sum(one.hundredths for one in self.people.values())

    def of_gender(self, gender: str) -> int:
        return sum(one.gender == gender for one in self.people.values())


def standing(folder: Path) -> list[tuple[str, str, dict[str, Any]]]:
    """Kind, subject and words of each event that no other replaced."""
    connection = raw(folder)
    rows = connection.execute("SELECT id, kind, subject, replaces, body FROM events").fetchall()
    connection.close()
    replaced = {old for *_, ids, _ in rows for old in json.loads(ids)}
    return [
        (kind, subject, json.loads(body))
        for id, kind, subject, _, body in rows
        if body is not None and id not in replaced
    ]


def counted(folder: Path, courses: set[str] | None, rules: Plain) -> Count:
    """Count some courses (None: all) by some rules."""
    events = standing(folder)
    plans = {
        words["session"]: words
        for kind, _, words in events
        if kind == "session-set" and (courses is None or words["course"] in courses)
    }
    ran = {words["session"]: words for kind, _, words in events if kind == "session-times-set"}
    people: dict[str, Hand] = defaultdict(Hand)
    marks = 0
    for kind, subject, words in events:
        if kind != "attendance-marked" or words["session"] not in plans or not words["status"]:
            continue
        marks += 1
        if words["status"] in THERE and words["role"] == "participant":
            session = words["session"]
            hand = people[subject]
            minutes = _minutes(words, ran[session], rules)
            hand.minutes[session] = minutes
            hand.hundredths += (200 * minutes + rules.hour) // (2 * rules.hour)
            hand.entry = min(hand.entry, date.fromisoformat(plans[session]["date"]))
    for kind, subject, words in events:
        if kind == "person-set" and subject in people:
            hand = people[subject]
            hand.number, hand.gender = words["number"], words["gender"]
            hand.birth_year = words["birth_year"]
    enough = {id: hand for id, hand in people.items() if sum(hand.minutes.values()) >= rules.least}
    came_to = {session for hand in enough.values() for session in hand.minutes}
    return Count(enough, came_to, marks, len(people) - len(enough))


def _minutes(words: dict[str, Any], times: dict[str, Any], rules: Plain) -> int:
    late = words["late"] if words["status"].startswith("late") else 0
    end = times["ended"]
    if words["status"].endswith("left-early"):
        end = min(end, words.get("left_at") or end - words["early"] * 60)
    present = max(0, (end - times["started"]) // 60 - late)
    left = max(0, present - rules.pause)
    return int((2 * left + rules.step) // (2 * rules.step) * rules.step)


def at(words: dict[str, Any]) -> datetime:
    """When an event says that it happened, on the clock of the world."""
    return datetime.fromtimestamp(words["at"]).astimezone()
