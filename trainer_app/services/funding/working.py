"""Gathers who worked for a project, and for how long, from all that knows of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from trainer_app.domain.attendance import ATTENDED, CAME_LATE, AttendanceRow, Role
from trainer_app.domain.courses import local_time
from trainer_app.domain.funding.projects import Project, same_name
from trainer_app.domain.funding.work import Hours, Work, once, valued
from trainer_app.domain.people import Person
from trainer_app.services.ledger import Ledger
from trainer_app.store import funding, registers, took, vouching

_AS = {
    Role.HELPER: ("volunteer", "help"),
    Role.INTERPRETER: ("interpreter", "interpret"),
    Role.TRAINER: ("trainer", "lead"),
}
"""What a role in the room is as work, and what is done in it."""


@dataclass(frozen=True, slots=True)
class _Worker:
    name: str
    number: str = ""
    language: str | None = None
    trainer: bool = False


class Working:
    """Reads the sessions led, the marks of who helped, and what was typed."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    def of(
        self,
        project: Project,
        rows: Iterable[AttendanceRow],
        since: date | None = None,
        until: date | None = None,
    ) -> list[Hours]:
        """Everyone's hours for a project by name, trainers first.

        `rows` are all its attendance between the days, which are both included.
        """
        projects = funding.project_ids(self._store)
        records = funding.all_records(self._store, project.id)
        courses = [course for course, ids in projects.items() if project.id in ids]
        found = [*self._led(courses), *_attended(rows), *self._typed(records)]
        found = [
            one
            for one in found
            if (since is None or since <= one.on) and (until is None or one.on <= until)
        ]
        known = self._known(found)
        same = _same_people(known)
        paid = {same.get(who, who): said for who, said in took.paid(self._store, records).items()}
        together: dict[str, list[Work]] = {}
        for one in once(replace(one, who=same.get(one.who, one.who)) for one in found):
            others = tuple(id for id in projects.get(one.course or "", ()) if id != project.id)
            together.setdefault(one.who, []).append(_with_pay(replace(one, also=others), paid))
        hours = [
            valued(self._hours(who, known.get(who), work), project.rate)
            for who, work in together.items()
        ]
        return sorted(hours, key=lambda one: (not one.trainer, not one.name, one.name, one.who))

    def workers(self, project_id: str) -> dict[str, str]:
        """Trainers, and all who helped in a project's sessions or have hours, by name."""
        records = funding.all_records(self._store, project_id)
        people = took.helpers(self._store, funding.courses_of(self._store, project_id))
        people += [row["person"] for row in took.work_done(self._store, records)]
        known = registers.everyone(self._store, list(dict.fromkeys(people)))
        found = {one.id: one.name for one in registers.trainers(self._store)}
        found.update({one.id: one.label for one in sorted(known.values(), key=_by_name)})
        return found

    def by_number(self, number: str) -> str | None:
        """Who carries a participant number."""
        person = registers.person_by_number(self._store, number)
        return person.id if person else None

    def _led(self, courses: Sequence[str]) -> Iterator[Work]:
        """Whole sessions, for each trainer who led them."""
        now = self._ledger.now()
        for one in took.led(self._store, courses):
            yield Work(
                who=one.trainer,
                on=one.on,
                minutes=max(0, one.ended - one.started) // 60,
                role="trainer",
                task="lead",
                known="led",
                session=one.session,
                course=one.course,
                started=local_time(one.started, now),
                ended=local_time(one.ended, now),
            )

    def _typed(self, records: Sequence[str]) -> Iterator[Work]:
        for row in took.work_done(self._store, records):
            yield Work(
                who=row["person"],
                on=date.fromisoformat(row["on"]),
                minutes=row["minutes"],
                role=row["role"],
                task=row["task"],
                known="typed",
                paid=bool(row["paid"]),
                id=row["id"],
                session=row["session"],
            )

    def _known(self, work: Iterable[Work]) -> dict[str, _Worker]:
        people = registers.everyone(self._store, list({one.who for one in work if not one.erased}))
        known = {one.id: _Worker(one.name, trainer=True) for one in vouching.trainers(self._store)}
        for id, person in people.items():
            known[id] = _Worker(person.name, person.number, person.language)
        return {id: known[id] for id in {one.who for one in work} if id in known}

    def _hours(self, who: str, worker: _Worker | None, work: Sequence[Work]) -> Hours:
        known = worker or _Worker("")
        return Hours(who, known.name, known.number, known.language, known.trainer, tuple(work))


def _attended(rows: Iterable[AttendanceRow]) -> Iterator[Work]:
    """The marks of who was there to help, in sessions that are over."""
    for row in rows:
        if row.role not in _AS or row.status not in ATTENDED or not row.minutes:
            continue
        role, task = _AS[Role(row.role)]
        started = _came(row)
        yield Work(
            who=row.person_id,
            on=row.date,
            minutes=row.minutes,
            role=role,
            task=task,
            known="attended",
            session=row.session_id,
            course=row.course_id,
            started=started,
            ended=started + timedelta(minutes=row.minutes) if started else None,
            erased=row.erased,
        )


def _came(row: AttendanceRow) -> datetime | None:
    if row.started is None:
        return None
    return row.started + timedelta(minutes=row.late if row.status in CAME_LATE else 0)


def _with_pay(one: Work, paid: Mapping[str, bool]) -> Work:
    """Whoever helps gives her time, unless somebody said otherwise; of others somebody says it."""
    if one.known == "typed":
        return one
    unless = False if one.role == "volunteer" else None
    return replace(one, paid=paid.get(one.who, unless))


def _same_people(known: Mapping[str, _Worker]) -> dict[str, str]:
    """From a person of the register to the trainer of the same name, where there is just one.

    A trainer may stand in the register too, and be marked in the session that she leads.
    """
    trainers: dict[str, list[str]] = {}
    for id, one in known.items():
        if one.trainer and one.name.strip():
            trainers.setdefault(same_name(one.name), []).append(id)
    return {
        id: trainers[same_name(one.name)][0]
        for id, one in known.items()
        if not one.trainer and len(trainers.get(same_name(one.name), ())) == 1
    }


def _by_name(person: Person) -> tuple[bool, str, str]:
    return (not person.name, person.name, person.number)
