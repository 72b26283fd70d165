"""Paths of the centre's own, and a path laid over the sessions of a course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trainer_app.domain.courses import Session
from trainer_app.domain.errors import EmptyField, UnknownThing
from trainer_app.domain.events import Draft
from trainer_app.domain.paths import (
    Laid,
    LearningPath,
    PathPart,
    cores_of,
    lessons_of,
    parts_of,
)
from trainer_app.services.ledger import Ledger
from trainer_app.services.plan_bodies import course_body, session_body
from trainer_app.store import registers, teaching


class Paths:
    """The centre's own paths. The ready ones come with the lessons and are never changed."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def own(self) -> list[LearningPath]:
        """The centre's own paths, the newest first."""
        return teaching.paths(self._ledger.store)

    def path(self, path_id: str) -> LearningPath:
        """One of them; raises UnknownThing."""
        return _found(self.own(), path_id)

    def add(self, title: str, parts: Sequence[PathPart]) -> LearningPath:
        """Keep a new path. Raises EmptyField without a name or a lesson, NotAllowed."""
        path = LearningPath(self._ledger.store.new_id(), tuple(parts), title)
        return self._write(path)

    def save(self, path: LearningPath) -> LearningPath:
        """Record a path as it should be now. Raises EmptyField, UnknownThing, NotAllowed."""
        self.path(path.id)
        return self._write(path)

    def remove(self, path_id: str) -> None:
        """Take a path away; courses keep their lessons. Raises UnknownThing, NotAllowed."""
        self._ledger.require_trainer()
        self._ledger.write(self._draft(self.path(path_id), removed=True))

    def put_back(self, path_id: str) -> None:
        """Have a path that was taken away again. Raises UnknownThing, NotAllowed."""
        self._ledger.require_trainer()
        gone = _found(teaching.paths(self._ledger.store, removed=True), path_id)
        self._ledger.write(self._draft(gone))

    # On a course
    def ahead(self, course_id: str) -> list[Session]:
        """The sessions of a course that are neither begun, past, nor called off, by date."""
        today = self._ledger.now().date()
        return [
            session
            for session in registers.sessions(self._ledger.store, course_id)
            if session.started is None and not session.cancelled and session.date >= today
        ]

    def lay(self, course_id: str, laid: Laid) -> None:
        """Give a course and its sessions their lessons, all or none.

        A session that has begun meanwhile stays as it is. Raises UnknownThing, NotAllowed.
        """
        self._ledger.require_trainer()
        store = self._ledger.store
        drafts = []
        course = registers.course(store, course_id)
        if parts_of(course) != laid.parts:
            lessons, core = lessons_of(laid.parts), cores_of(laid.parts)
            body = course_body(replace(course, lessons=lessons, core=core))
            drafts.append(self._ledger.edit("course-set", body))
        for session_id, planned in laid.sessions:
            session = registers.session(store, session_id)
            if session.started is None and parts_of(session) != planned:
                lessons, core = lessons_of(planned), cores_of(planned)
                body = session_body(replace(session, lessons=lessons, core=core))
                drafts.append(self._ledger.edit("session-set", body))
        if drafts:
            self._ledger.write(*drafts)

    def _write(self, path: LearningPath) -> LearningPath:
        self._ledger.require_trainer()
        tidy = replace(path, title=" ".join(path.title.split()), parts=_each_once(path.parts))
        if not tidy.title:
            raise EmptyField(field="path")
        if not tidy.parts:
            raise EmptyField(field="lessons")
        self._ledger.write(self._draft(tidy))
        return tidy

    def _draft(self, path: LearningPath, *, removed: bool = False) -> Draft:
        body = {
            "path": path.id,
            "title": path.title,
            "lessons": list(path.lessons),
            "core": list(cores_of(path.parts)),
            "removed": removed,
        }
        return self._ledger.edit("path-set", body)


def _each_once(parts: Sequence[PathPart]) -> tuple[PathPart, ...]:
    first: dict[str, PathPart] = {}
    for part in parts:
        first.setdefault(part.lesson, part)
    return tuple(first.values())


def _found(paths: Sequence[LearningPath], path_id: str) -> LearningPath:
    for path in paths:
        if path.id == path_id:
            return path
    raise UnknownThing(what="path", id=path_id)
