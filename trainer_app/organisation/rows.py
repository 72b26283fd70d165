"""A centre's store as rows of the dataset's tables, in an order that depends on nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from trainer_app.domain.attendance import CAME_LATE, WENT_EARLY, AttendanceRow
from trainer_app.domain.errors import ClaimDamaged
from trainer_app.domain.funding.answers import STAGES
from trainer_app.domain.funding.asking import six_months_after
from trainer_app.domain.funding.claims import Claim
from trainer_app.domain.funding.participation import STEPS
from trainer_app.domain.funding.projects import Project, same_name
from trainer_app.organisation.shapes import SHAPES
from trainer_app.services.funding.freezing import thawed
from trainer_app.services.ledger import Ledger
from trainer_app.services.reporting import Reporting, Scope
from trainer_app.store import claims, funding, learning, marks, prints, registers

Row = tuple[Any, ...]
Part = tuple[str, str]
"""A table and a month, or "" for a table that has none."""

_MINUTE = timedelta(minutes=1)
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class CentreRows:
    """Reads one centre. `pseudonym` makes of a person's id what stands for her outside."""

    def __init__(
        self, ledger: Ledger, pseudonym: Callable[[str], str], *, with_names: bool
    ) -> None:
        self._ledger, self._store = ledger, ledger.store
        self._pseudonym = pseudonym
        self._with_names = with_names

    def parts(self) -> dict[Part, list[Row]]:
        """All rows by table and month, sorted; a part without rows is not there."""
        found: dict[Part, list[Row]] = {}
        for table, rows in self._tables().items():
            for row in rows:
                found.setdefault((table, self._month(table, row)), []).append(row)
        return {part: sorted(found[part], key=repr) for part in sorted(found)}

    def _month(self, table: str, row: Row) -> str:
        if not SHAPES[table].monthly:
            return ""
        day: date = row[list(SHAPES[table].columns).index("day")]
        return f"{day:%Y-%m}"

    def _tables(self) -> dict[str, list[Row]]:
        marked = Reporting(self._ledger).rows(Scope())
        people = sorted({row.person_id for row in marked if not row.erased})
        projects = funding.projects(self._store)
        courses = registers.courses(self._store)
        return {
            "centres": [(registers.centre_name(self._store),)],
            "attendance": [self._mark(row) for row in marked],
            "sessions": list(self._sessions()),
            "courses": [(one.id, one.title, one.place) for one in courses],
            "course_lessons": [(one.id, each) for one in courses for each in set(one.lessons)],
            "course_projects": [
                (course, project)
                for course, ids in funding.project_ids(self._store).items()
                for project in ids
            ],
            "projects": [_project(one) for one in projects],
            "project_sets": [(one.id, name) for one in projects for name in set(one.sets)],
            "people": list(self._people(people)),
            "leavings": [row for one in projects for row in self._leavings(one, people)],
            "answers": [row for one in projects for row in self._answers(one, people)],
            "passed": list(self._passed(people)),
            "prints": sorted(set(self._prints(people))),
            "claims_figures": list(self._claims()),
        }

    def _mark(self, row: AttendanceRow) -> Row:
        return (
            self._pseudonym(row.person_id), row.session_id, row.course_id, row.date, row.role,
            str(row.status), row.late, row.early, row.counts, row.minutes, _whole(row),
            row.erased, row.unsettled,
        )  # fmt: skip

    def _sessions(self) -> Iterator[Row]:
        for one in registers.sessions(self._store):
            minutes = None
            if one.started is not None and one.ended is not None and not one.cancelled:
                minutes = (one.ended - one.started) // 60
            heads = marks.headcount(self._store, one.id)
            yield one.id, one.course, one.number, one.date, one.cancelled, minutes, heads

    def _people(self, ids: Sequence[str]) -> Iterator[Row]:
        for id, one in registers.everyone(self._store, ids).items():
            named = (one.number, one.name) if self._with_names else (None, None)
            yield self._pseudonym(id), one.gender, one.birth_year, one.language, *named

    def _leavings(self, project: Project, people: Sequence[str]) -> Iterator[Row]:
        known = set(people)
        for person, day in funding.leavings(self._store, project.id).items():
            if person in known:
                yield project.id, self._pseudonym(person), day, six_months_after(day)

    def _answers(self, project: Project, people: Sequence[str]) -> Iterator[Row]:
        """Of two answers to a question the later; nothing of what a sensitive one says."""
        last: dict[tuple[str, str, str], str | None] = {}
        for row in funding.answers(self._store, people, project.id):
            if row["stage"] in STAGES:
                value = None if row["sealed"] is not None else row["value"]
                last[row["person"], row["stage"], row["question"]] = value
        for (person, stage, question), value in last.items():
            yield project.id, self._pseudonym(person), stage, question, value

    def _passed(self, people: Sequence[str]) -> Iterator[Row]:
        zone = self._ledger.now().tzinfo
        for person, lessons in learning.progress_of_all(self._store, people).items():
            for lesson, one in lessons.items():
                if one.passed:
                    day = datetime.fromtimestamp(one.last_at, zone).date()
                    yield self._pseudonym(person), lesson, day

    def _prints(self, people: Sequence[str]) -> Iterator[Row]:
        known, stands = set(people), claims.people_today(self._store)
        today = claims.projects_today(self._store)
        for row in prints.all_of_them(self._store):
            person = stands.get(row.person, row.person)
            if person in known:
                project = today.get(row.project, row.project)
                yield project, self._pseudonym(person), row.period, row.print

    def _claims(self) -> Iterator[Row]:
        today = claims.projects_today(self._store)
        seen: set[str] = set()
        for event in claims.submitted(self._store):
            claim = _claim(event.words)
            if claim is None or claim.id in seen:
                continue
            seen.add(claim.id)
            project = today.get(claim.project, claim.project)
            for one in claim.sets:
                for code, of in one.figures.items():
                    yield (
                        claim.id, project, claim.label, claim.since, claim.until, one.name,
                        code, *(of.get(name, 0) for name in _FIGURES),
                    )  # fmt: skip


_FIGURES = ("women", "men", "nonbinary", "unknown", "total", "counted")


def _claim(said: Mapping[str, Any]) -> Claim | None:
    """A claim that a trainer signed, or nothing where it cannot be read."""
    claim = Claim(
        id=said["claim"],
        project=said["project"],
        label=said["label"],
        since=date.fromisoformat(said["since"]),
        until=date.fromisoformat(said["until"]),
        at=_NEVER,
        by=said["signer"],
    )
    try:
        return thawed(claim, said["frozen"])
    except ClaimDamaged:
        return None


def _whole(row: AttendanceRow) -> int | None:
    """Minutes if coming late took nothing away, where that makes a difference."""
    if row.status not in CAME_LATE or row.started is None or row.ended is None:
        return None
    early = row.early if row.status in WENT_EARLY else 0
    return (row.ended - row.started) // _MINUTE - early


def _project(one: Project) -> Row:
    rules = one.rules
    return (
        one.id, one.name, same_name(one.name), one.grant, one.funder, one.starts, one.ends,
        rules.least_minutes, rules.hour_minutes, rules.break_minutes,
        STEPS.get(rules.rounding, 1), rules.late_in_full, rules.completion,
        rules.completion_share, rules.estimates,
    )  # fmt: skip
