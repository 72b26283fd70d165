"""How it was: asked of learners, answered with three faces, kept without names.

Answers wait in memory and are written in an order by chance, all with the same moment: none
stands in the log beside the sitting that it belongs to. A power cut loses what waits.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime

from trainer_app.domain.courses import Session, whole_minute
from trainer_app.domain.feelings import (
    FACES,
    QUESTIONS,
    Answers,
    Question,
    answers_of,
    is_time_to_ask,
)
from trainer_app.domain.sittings import Sitting
from trainer_app.services.ledger import Ledger
from trainer_app.store import feelings, learning, registers


class Feelings:
    """The questions of after a session, for this laptop's learners and for the trainer."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._waiting: list[tuple[str, Question, int]] = []
        self._done: set[str] = set()

    # Those who sit at this laptop
    def due(self) -> list[str]:
        """Sittings here that are to be asked now: a trainer asks, or the session is just over."""
        return [one.id for one in self._not_asked() if self._is_due(one.session)]

    def due_at_leaving(self, person_ids: Sequence[str]) -> list[str]:
        """Sittings here of people who leave now, near enough to the end to be asked."""
        return [
            one.id
            for one in self._not_asked()
            if one.person in person_ids
            and (self._is_due(one.session) or self._is_late(one.session))
        ]

    def give(self, sitting_id: str, question: Question, face: int) -> None:
        """Put an answer aside for the session of a sitting; it is written by `hand_in`."""
        if question not in QUESTIONS or face not in FACES:
            raise ValueError(f"no answer: {question} {face}")
        session = self._session_of(sitting_id)
        if session is not None:
            self._waiting.append((session, question, face))

    def is_done(self, sitting_ids: Sequence[str]) -> None:
        """These were asked, whether they answered or not; they are not asked again."""
        self._done.update(sitting_ids)

    def hand_in(self) -> None:
        """Write what waits, in an order by chance. Raises DiskFull."""
        if not self._waiting:
            return
        secrets.SystemRandom().shuffle(self._waiting)
        self._ledger.write(
            *(
                self._ledger.note("feeling-given", self._body(session, question, face))
                for session, question, face in self._waiting
            )
        )
        self._waiting.clear()

    @property
    def has_waiting(self) -> bool:
        """Whether answers wait to be written."""
        return bool(self._waiting)

    @property
    def can_be_handed_in(self) -> bool:
        """Whether answers wait of a session that is over, and all who sit here were asked."""
        over = {session for session, _question, _face in self._waiting}
        running = registers.open_session(self._ledger.store)
        if running is not None:
            over.discard(running.id)
        return bool(over) and not any(one.session in over for one in self._not_asked())

    # The trainer
    def ask(self, session_id: str, on: bool) -> None:
        """Ask learners on every laptop of a session, or stop asking. Raises NotAllowed."""
        self._ledger.require_trainer()
        self._ledger.write(self._ledger.edit("feelings-asked", {"session": session_id, "on": on}))

    def is_asking(self, session_id: str) -> bool:
        """Whether learners of a session that runs are being asked."""
        session = registers.session(self._ledger.store, session_id)
        return session.is_open and feelings.is_asked(self._ledger.store, session_id)

    def answers(self, session_id: str) -> Mapping[Question, Answers]:
        """What was answered in a session, by question. Raises NotAllowed.

        Too few answers are counted only: so long as learners are being asked, whoever looks on
        could tell whose the newest one is, so then all are counted only.
        """
        self._ledger.require_trainer()
        known = feelings.faces(self._ledger.store, session_id)
        found = {each: answers_of(known.get(each, ())) for each in QUESTIONS}
        if not self.is_asking(session_id):
            return found
        return {each: Answers(one.count, {}) for each, one in found.items()}

    def _body(self, session_id: str, question: Question, face: int) -> dict[str, object]:
        session = registers.session(self._ledger.store, session_id)
        # The same for all of them: when each was given is nobody's business.
        at = session.started if session.started is not None else self._planned(session, end=False)
        return {
            "feeling": self._ledger.store.new_id(),
            "session": session_id,
            "question": question,
            "face": face,
            "at": at,
        }

    def _not_asked(self) -> list[Sitting]:
        store = self._ledger.store
        here = learning.open_sittings(store, store.device)
        return [one for one in here if one.session is not None and one.id not in self._done]

    def _session_of(self, sitting_id: str) -> str | None:
        store = self._ledger.store
        here = learning.open_sittings(store, store.device)
        return next((one.session for one in here if one.id == sitting_id), None)

    def _is_due(self, session_id: str | None) -> bool:
        if session_id is None:
            return False
        session = registers.session(self._ledger.store, session_id)
        return self.is_asking(session_id) or (session.has_ended and self._is_late(session_id))

    def _is_late(self, session_id: str | None) -> bool:
        if session_id is None:
            return False
        session = registers.session(self._ledger.store, session_id)
        end = self._planned(session, end=True)
        return is_time_to_ask(self._ledger.seconds(), end, session.ended)

    def _planned(self, session: Session, *, end: bool) -> int:
        moment = session.planned_end if end else session.planned_start
        zone = self._ledger.now().tzinfo
        return whole_minute(datetime.combine(session.date, moment, zone))
