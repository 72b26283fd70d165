"""Attendance: when a session really ran, and who was there for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from trainer_app.domain.attendance import ATTENDED, Role, Status, status_of
from trainer_app.domain.courses import Session, local_time, whole_minute
from trainer_app.domain.errors import AnotherSessionOpen, BadTimes, NeedsReason
from trainer_app.domain.events import Draft, standing
from trainer_app.services.helpings import endings_of_people, endings_of_session
from trainer_app.services.ledger import Ledger
from trainer_app.store import learning, marks, registers, vouching
from trainer_app.store.marks import Mark


@dataclass(frozen=True, slots=True)
class Change:
    """One entry in the history of a mark. `by` is a trainer's name, `at` local time."""

    at: datetime
    by: str
    status: str | None
    late: int
    early: int
    role: str
    reason: str


class Attending:
    """Marks of sessions. Undo takes back what was marked since the program started."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._undo: list[tuple[str, str, Mark | None]] = []

    # When it ran
    def start_now(self, session_id: str) -> Session:
        """Record that a session begins; every earlier sign-in at any laptop ends.

        One that runs already just goes on. Raises AnotherSessionOpen while another session runs,
        NeedsReason for one that has ended (see `reopen` and `set_times`).
        """
        self._ledger.require_trainer()
        session = registers.session(self._store, session_id)
        if session.has_ended:
            raise NeedsReason()
        if session.is_open:
            return session
        self._check_no_other_runs(session_id)
        seconds = self._ledger.seconds()
        seated = learning.open_sittings(self._store)
        self._ledger.write(
            self._times(session_id, whole_minute(self._ledger.now()), None),
            *(
                self._ledger.note("sitting-ended", {"sitting": one.id, "at": seconds}, one.person)
                for one in seated
            ),
            *endings_of_people(self._ledger, (one.person for one in seated), seconds),
        )
        return registers.session(self._store, session_id)

    def end_now(self, session_id: str) -> Session:
        """Record that a session is over; one that was over stays as it was.

        Raises BadTimes for a session that never started.
        """
        self._ledger.require_trainer()
        session = registers.session(self._store, session_id)
        if session.has_ended:
            return session
        if session.started is None:
            raise BadTimes(field="started")
        self._set_times(session_id, session.started, whole_minute(self._ledger.now()))
        return registers.session(self._store, session_id)

    def reopen(self, session_id: str) -> Session:
        """Take back an end that was pressed too early. Raises AnotherSessionOpen."""
        self._ledger.require_trainer()
        self._check_no_other_runs(session_id)
        session = registers.session(self._store, session_id)
        self._set_times(session_id, session.started, None)
        return registers.session(self._store, session_id)

    def set_times(self, session_id: str, start: time, end: time, reason: str) -> Session:
        """Correct the real times of a session by hand, as local times of its date.

        Raises BadTimes, and NeedsReason for a session that has ended.
        """
        self._ledger.require_trainer()
        session = registers.session(self._store, session_id)
        if end <= start:
            raise BadTimes(field="ended")
        if session.has_ended and not reason.strip():
            raise NeedsReason()
        zone = self._ledger.now().tzinfo
        began, ended = (
            whole_minute(datetime.combine(session.date, moment, zone)) for moment in (start, end)
        )
        self._set_times(session_id, began, ended, reason)
        return registers.session(self._store, session_id)

    def real_times(self, session: Session) -> tuple[datetime | None, datetime | None]:
        """Real start and end as naive local times."""
        now = self._ledger.now()
        return local_time(session.started, now), local_time(session.ended, now)

    # Who was there
    def marks(self, session_id: str) -> dict[str, Mark]:
        """The marks of a session by person."""
        return marks.marks_of(self._store, session_id)

    def mark(
        self,
        session_id: str,
        person_id: str,
        status: Status | None,
        *,
        late: int = 0,
        early: int = 0,
        role: Role | None = None,
        reason: str = "",
        left_at: int | None = None,
    ) -> None:
        """Record how a person attended; None takes the mark away.

        `late` and `early` are minutes; `early` counts from the planned end while the session
        runs, and `left_at` (UTC seconds) says better when that was. A mark that stood when the
        session ended is only changed with a reason (NeedsReason); filling in a missing one is
        always possible. Raises UnknownThing.
        """
        self._ledger.require_trainer()
        session = registers.session(self._store, session_id)
        registers.person(self._store, person_id)
        before = self.marks(session_id).get(person_id)
        if session.has_ended and before is not None and not reason.strip():
            raise NeedsReason()
        role = role or (Role(before.role) if before else Role.PARTICIPANT)
        self._write(
            session_id,
            person_id,
            status,
            late=late,
            early=early,
            left_at=left_at or self._left_at(session, early),
            role=role,
            reason=reason,
        )
        self._undo.append((session_id, person_id, before))

    def mark_late_now(self, session_id: str, person_id: str) -> int:
        """Mark somebody who comes in now; returns the minutes since the start."""
        session = registers.session(self._store, session_id)
        late = 0
        if session.started is not None:
            late = max(0, (whole_minute(self._ledger.now()) - session.started) // 60)
        self.mark(session_id, person_id, Status.LATE, late=late)
        return late

    def mark_left_now(self, session_id: str, person_id: str) -> int:
        """Mark somebody who leaves now; returns the minutes left of the planned time.

        In the end, minutes count to this moment, whether the session ends early or overruns.
        """
        session = registers.session(self._store, session_id)
        now = whole_minute(self._ledger.now())
        early = max(1, (self._planned_end(session) - now) // 60)
        before = self.marks(session_id).get(person_id)
        late = before.late if before else 0
        status = status_of(late, early)
        self.mark(session_id, person_id, status, late=late, early=early, left_at=now)
        return early

    def can_undo(self) -> bool:
        """Whether there is a mark to take back."""
        return bool(self._undo)

    def undo(self) -> tuple[str, str] | None:
        """Take back the last mark; returns its session and person."""
        self._ledger.require_trainer()
        if not self._undo:
            return None
        session_id, person_id, before = self._undo[-1]
        self._write(
            session_id,
            person_id,
            Status(before.status) if before else None,
            late=before.late if before else 0,
            early=before.early if before else 0,
            left_at=before.left_at if before else None,
            role=Role(before.role) if before else Role.PARTICIPANT,
        )
        self._undo.pop()
        return session_id, person_id

    def history(self, session_id: str, person_id: str) -> list[Change]:
        """Every mark of one person in one session, the oldest first, with who and why."""
        self._ledger.require_trainer()
        names = vouching.trainer_names(self._store)
        events = self._store.events_of(f"attendance:{session_id}:{person_id}")
        zone = self._ledger.now().tzinfo
        return [
            Change(
                datetime.fromtimestamp(event.header.clock / 1000, zone),
                names.get(event.header.by or "", ""),
                event.words.get("status"),
                event.words["late"],
                event.words["early"],
                event.words["role"],
                event.words.get("reason") or "",
            )
            for event in sorted(events, key=lambda event: event.header.rank)
            if event.body is not None
        ]

    def is_settled(self, session_id: str, person_id: str) -> bool:
        """Whether only one value stands for a person's mark."""
        events = self._store.events_of(f"attendance:{session_id}:{person_id}")
        return len(standing(events)) <= 1

    # Nobody's name, and everyone's ears
    def headcount(self, session_id: str) -> int:
        """People who were there and gave no name; never counted as participants."""
        return marks.headcount(self._store, session_id)

    def change_headcount(self, session_id: str, delta: int) -> int:
        """Count one more, or one less; two laptops' counts add up."""
        self._ledger.require_trainer()
        if self.headcount(session_id) + delta >= 0:
            body = {"session": session_id, "delta": delta}
            self._ledger.write(self._ledger.note("headcount-changed", body))
        return self.headcount(session_id)

    def everyone_listens(self, session_id: str) -> bool:
        """Whether learners' screens are paused."""
        return marks.listening(self._store, session_id)

    def ask_to_listen(self, session_id: str, on: bool) -> None:
        """Pause the learners' screens, or let them go on."""
        self._ledger.require_trainer()
        self._ledger.write(self._ledger.edit("listening-set", {"session": session_id, "on": on}))

    def _set_times(
        self, session_id: str, started: int | None, ended: int | None, reason: str = ""
    ) -> None:
        over = [] if ended is None else endings_of_session(self._ledger, session_id, ended)
        self._ledger.write(self._times(session_id, started, ended, reason), *over)
        if ended is not None:
            # What stood at the end is evidence: from now on it changes with a reason only.
            self._undo = [entry for entry in self._undo if entry[0] != session_id]

    def _times(
        self, session_id: str, started: int | None, ended: int | None, reason: str = ""
    ) -> Draft:
        body = {
            "session": session_id,
            "started": started,
            "ended": ended,
            "reason": reason.strip() or None,
        }
        return self._ledger.edit("session-times-set", body)

    def _check_no_other_runs(self, session_id: str) -> None:
        running = registers.open_session(self._store)
        if running is not None and running.id != session_id:
            course = registers.course(self._store, running.course)
            raise AnotherSessionOpen(course=course.title, number=running.number)

    def _planned_end(self, session: Session) -> int:
        zone = self._ledger.now().tzinfo
        return whole_minute(datetime.combine(session.date, session.planned_end, zone))

    def _left_at(self, session: Session, early: int) -> int | None:
        """When somebody left who is marked before the end is known, in UTC seconds."""
        if early == 0 or session.has_ended:
            return None
        return self._planned_end(session) - early * 60

    def _write(
        self,
        session_id: str,
        person_id: str,
        status: Status | None,
        *,
        late: int,
        early: int,
        left_at: int | None,
        role: Role,
        reason: str = "",
    ) -> None:
        body = {
            "session": session_id,
            "status": None if status is None else str(status),
            "late": late,
            "early": early,
            "left_at": left_at,
            "role": str(role),
            "reason": reason.strip() or None,
        }
        drafts: list[Draft] = [self._ledger.edit("attendance-marked", body, person_id)]
        if status in ATTENDED:
            drafts += self._enrol_if_new(session_id, person_id, role)
        self._ledger.write(*drafts)

    def _enrol_if_new(self, session_id: str, person_id: str, role: Role) -> list[Draft]:
        """Who attends as a participant is registered on the course from that day on."""
        session = registers.session(self._store, session_id)
        enrolled = {person.id for person in registers.people(self._store, session.course)}
        if role is not Role.PARTICIPANT or person_id in enrolled:
            return []
        body = {"course": session.course, "on": session.date.isoformat(), "active": True}
        return [self._ledger.edit("enrolled", body, person_id)]
