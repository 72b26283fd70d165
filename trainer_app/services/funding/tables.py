"""The tables of files for funders, all made from one roll; their words come from the caller."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from trainer_app.domain.attendance import AttendanceRow
from trainer_app.domain.courses import Session
from trainer_app.domain.funding.participation import (
    Participation,
    counted_hours,
    counted_minutes,
)
from trainer_app.domain.funding.projects import Partner
from trainer_app.exports.table import CellType, Column, Table
from trainer_app.services.funding.participating import Roll

PARTICIPANTS: tuple[tuple[str, CellType], ...] = (
    ("number", "text"),
    ("name", "text"),
    ("gender", "text"),
    ("birth_year", "year"),
    ("age", "integer"),
    ("language", "text"),
    ("entry", "date"),
    ("exit", "date"),
    ("courses", "integer"),
    ("completed", "integer"),
    ("lessons", "integer"),
    ("attendances", "integer"),
    ("minutes", "integer"),
    ("hours", "decimal"),
)
"""The columns of the participants file: no answer that somebody gave stands in it."""

ATTENDANCE: tuple[tuple[str, CellType], ...] = (
    ("project", "text"),
    ("course", "text"),
    ("session_number", "integer"),
    ("date", "date"),
    ("planned_start", "time"),
    ("planned_end", "time"),
    ("started", "time"),
    ("ended", "time"),
    ("place", "text"),
    ("number", "text"),
    ("name", "text"),
    ("role", "text"),
    ("status", "text"),
    ("present", "integer"),
    ("minutes", "integer"),
    ("hours", "decimal"),
)
"""The columns of a project's attendance: `present` are real minutes, `minutes` those that count."""

NARRATIVE: tuple[tuple[str, CellType], ...] = (
    ("figure", "text"),
    ("value", "number"),
    ("sentence", "text"),
)

_TOTALLED = frozenset({"attendances", "minutes", "hours"})


@dataclass(frozen=True, slots=True)
class FileWords:
    """What a file says besides its figures, in the reader's language.

    `columns`: a label for each key. `values`: a word for each value such as `woman` or `present`.
    `sessions`: what each session is called, by id. `lines`: a narrative's figures, each with its
    name, its value and a sentence. `labels`: a name for each indicator, by code.
    `partners`: whose logos stand on its pages.
    """

    name: str
    columns: Mapping[str, str]
    values: Mapping[str, str]
    erased: str
    notes: Sequence[tuple[str, str]]
    notes_title: str
    total: str
    apostrophe: str
    right_to_left: bool
    sessions: Mapping[str, str] = field(default_factory=dict)
    lines: Sequence[tuple[str, object, str]] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    partners: Sequence[Partner] = ()


def table_of(
    columns: Sequence[tuple[str, CellType]],
    rows: Sequence[Sequence[object]],
    words: FileWords,
    totalled: frozenset[str] = _TOTALLED,
) -> Table:
    """Rows under labelled columns, with the notes of the file."""
    heads = [Column(key, words.columns[key], kind, total=key in totalled) for key, kind in columns]
    return Table(words.name, heads, rows, words.notes, words.right_to_left)


def participants_table(roll: Roll, words: FileWords) -> Table:
    """One row for each person who counts."""
    return table_of(PARTICIPANTS, [_person(one, words) for one in roll.participations], words)


def _person(one: Participation, words: FileWords) -> list[object]:
    return [
        one.number,
        words.erased if one.erased else one.name,
        words.values.get(one.gender or ""),
        one.birth_year,
        one.age_at_entry,
        one.language,
        one.entry,
        one.exit,
        len(one.courses),
        len(one.completed),
        len(one.passed),
        one.attendances,
        one.minutes,
        one.hours,
    ]


def attendance_table(roll: Roll, words: FileWords) -> Table:
    """Every mark of a project, with the minutes and hours that count by its rules.

    Whoever is no participant, or was there for less than the least, has none: the sums are those
    of the project.
    """
    counting = {one.person_id for one in roll.participations}
    rows = [_attendance(row, row.person_id in counting, roll, words) for row in roll.rows]
    return table_of(ATTENDANCE, rows, words)


def _attendance(row: AttendanceRow, counts: bool, roll: Roll, words: FileWords) -> list[object]:
    minutes = counted_minutes(row, roll.rules) if counts else 0
    cells = {
        **{key: getattr(row, key, None) for key, _ in ATTENDANCE},
        "started": row.started.time() if row.started else None,
        "ended": row.ended.time() if row.ended else None,
        "name": words.erased if row.erased else row.name,
        "role": words.values[row.role],
        "status": words.values[row.status],
        "present": row.minutes,
        "minutes": minutes,
        "hours": None if minutes is None else counted_hours(minutes, roll.rules),
    }
    return [cells[key] for key, _ in ATTENDANCE]


def register_table(roll: Roll, sessions: Sequence[Session], words: FileWords) -> Table:
    """People by sessions: the minutes that count where somebody was there, else nothing.

    The filled cells of a row are its attendances, and their sum its minutes.
    """
    there: dict[str, dict[str, int]] = {one.person_id: {} for one in roll.participations}
    for row in roll.rows:
        if row.counts and row.person_id in there:
            there[row.person_id][row.session_id] = counted_minutes(row, roll.rules) or 0
    columns = [
        Column("number", words.columns["number"]),
        Column("name", words.columns["name"]),
        *(
            Column(f"session:{one.id}", words.sessions[one.id], "integer", total=True)
            for one in sessions
        ),
        Column("attendances", words.columns["attendances"], "integer", total=True),
        Column("minutes", words.columns["minutes"], "integer", total=True),
        Column("hours", words.columns["hours"], "decimal", total=True),
    ]
    rows: list[list[object]] = [
        [
            one.number,
            words.erased if one.erased else one.name,
            *(there[one.person_id].get(session.id) for session in sessions),
            one.attendances,
            one.minutes,
            one.hours,
        ]
        for one in roll.participations
    ]
    return Table(words.name, columns, rows, words.notes, words.right_to_left)


def narrative_table(words: FileWords) -> Table:
    """Figures with the sentence that tells each of them."""
    return table_of(NARRATIVE, [list(line) for line in words.lines], words, frozenset())
