"""Projects and how long each keeps its people; who is due for erasure."""

from __future__ import annotations

from datetime import date, datetime

from trainer_app.domain.errors import EmptyField
from trainer_app.domain.events import Draft
from trainer_app.domain.people import Person
from trainer_app.domain.retention import Due, Project, over_since, same_name
from trainer_app.services.ledger import Ledger
from trainer_app.store import keeping, registers


class Projects:
    """Courses name their project in words; its term stands here, once for each name."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    def all(self) -> list[Project]:
        """Every project by name, also those that only a course has named so far.

        Where two laptops gave one project two terms, the longer one counts.
        """
        found: dict[str, Project] = {}
        for _, project in keeping.projects(self._store):
            known = found.get(same_name(project.name), project)
            found[same_name(project.name)] = _longer(known, project)
        for course in registers.courses(self._store):
            if course.project and same_name(course.project) not in found:
                found[same_name(course.project)] = Project(course.project, course.funder)
        return sorted(found.values(), key=lambda project: same_name(project.name))

    def save(self, project: Project) -> None:
        """Record a project's funder and term. Raises EmptyField, NotAllowed, NotForSubstitutes."""
        self._ledger.require_full_trainer()
        if not project.name.strip():
            raise EmptyField(field="project")
        ids = self._ids_of(project.name) or [self._store.new_id()]
        self._ledger.write(*(self._draft(id, project) for id in ids))

    def first_named(self, name: str | None, funder: str | None) -> list[Draft]:
        """What makes the project that a course names, where there is none of that name yet."""
        if not name or not name.strip() or self._ids_of(name):
            return []
        return [self._draft(self._store.new_id(), Project(name.strip(), funder))]

    def due(self, today: date) -> list[Due]:
        """Who need not be kept any longer on that day: a list to decide on, nothing is done.

        People all of whose courses belong to projects whose term is over and who did not come
        since; who was kept for a funder until a day that has passed; and records that were joined
        with one that is erased. Raises NotAllowed, NotForSubstitutes.
        """
        self._ledger.require_full_trainer()
        restricted = keeping.restrictions(self._store)
        people = {person.id: person for person in registers.people(self._store)}
        found = [
            Due(registers.person(self._store, id), "restriction", until)
            for id, until in restricted.items()
            if until is not None and until < today and keeping.id_of(self._store, id) is not None
        ]
        joined = [id for id in keeping.joined_with_erased(self._store) if id in people]
        found += [Due(people.pop(id), "joined", None) for id in joined]
        return found + self._past_their_term(people, today)

    def _past_their_term(self, people: dict[str, Person], today: date) -> list[Due]:
        terms = {same_name(project.name): project for project in self.all()}
        seen = self._last_seen()
        found = []
        for id, names in keeping.projects_of_people(self._store).items():
            theirs = [terms[same_name(name)] for name in names if name]
            ends = [project.keep_until for project in theirs]
            ended = over_since(ends + [None] * (not all(names)), seen.get(id), today)
            if id in people and ended is not None:
                titles = tuple(sorted(project.name for project in theirs))
                found.append(Due(people[id], "term", ended, titles, seen.get(id)))
        return sorted(found, key=lambda due: (due.ended, due.person.id))

    def _last_seen(self) -> dict[str, date]:
        zone = self._ledger.now().tzinfo
        seen = keeping.last_days(self._store)
        for id, seconds in keeping.last_sittings(self._store).items():
            day = datetime.fromtimestamp(seconds, zone).date()
            seen[id] = max(day, seen.get(id, day))
        return seen

    def _ids_of(self, name: str) -> list[str]:
        wanted = same_name(name)
        return [id for id, one in keeping.projects(self._store) if same_name(one.name) == wanted]

    def _draft(self, id: str, project: Project) -> Draft:
        until = project.keep_until
        body = {
            "project": id,
            "name": project.name.strip(),
            "funder": project.funder,
            "keep_until": None if until is None else until.isoformat(),
        }
        return self._ledger.edit("project-set", body)


def _longer(one: Project, other: Project) -> Project:
    """Two records of one project as one."""
    ends = [project.keep_until for project in (one, other) if project.keep_until]
    return Project(one.name, one.funder or other.funder, max(ends, default=None))
