"""Projects and how long each keeps its people; who is due for erasure."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date, datetime

from trainer_app.domain.courses import Course
from trainer_app.domain.errors import BadTimes, EmptyField, ProjectExists, UnknownThing
from trainer_app.domain.events import Draft
from trainer_app.domain.funding.projects import Project, same_name
from trainer_app.domain.people import Person
from trainer_app.domain.retention import Due, over_since
from trainer_app.services.ledger import Ledger
from trainer_app.services.plan_bodies import course_body
from trainer_app.store import funding, keeping, registers
from trainer_app.store.funding import Belonging


class Projects:
    """What pays for courses. A course names the ids of its projects."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    def all(self) -> list[Project]:
        """Every project by name.

        Where two laptops gave one project two terms, the longer one counts.
        """
        return sorted(funding.projects(self._store), key=lambda project: same_name(project.name))

    def project(self, project_id: str) -> Project:
        """One project, by the id of any of its records; raises UnknownThing."""
        for project in Belonging(self._store).known([project_id]):
            return project
        raise UnknownThing(what="project", id=project_id)

    def of_course(self, course_id: str) -> list[Project]:
        """The projects that a course belongs to, its first one first."""
        return list(self.by_course().get(course_id, ()))

    def by_course(self) -> dict[str, tuple[Project, ...]]:
        """The projects of each course by its id, its first one first."""
        known = {project.id: project for project in self.all()}
        return {
            course: tuple(known[id] for id in ids)
            for course, ids in funding.project_ids(self._store).items()
        }

    def courses(self, project_id: str) -> dict[str, tuple[Project, ...]]:
        """The ids of a project's courses, each with the other projects that it belongs to.

        Where there are others, the same hours might be claimed twice.
        """
        return {
            course: tuple(one for one in found if one.id != project_id)
            for course, found in self.by_course().items()
            if any(one.id == project_id for one in found)
        }

    def save(self, project: Project) -> Project:
        """Record a project, a new one where its `id` is empty; returns it with its id.

        A course that names it in words keeps it under a new name. Raises EmptyField, BadTimes,
        ProjectExists, NotAllowed, NotForSubstitutes.
        """
        self._ledger.require_full_trainer()
        name = project.name.strip()
        if not name:
            raise EmptyField(field="project")
        if project.starts and project.ends and project.ends < project.starts:
            raise BadTimes(field="ends")
        before = next(iter(Belonging(self._store).known([project.id])), None)
        renamed = before is not None and same_name(before.name) != same_name(name)
        there = funding.records_of(self._store, name)
        if renamed and there:
            raise ProjectExists(name=name)
        known = {project.id, *there} - {""}
        if before is not None:
            known.update(funding.records_of(self._store, before.name))
        ids = sorted(known) or [self._store.new_id()]
        saved = replace(project, name=name, id=ids[0])
        drafts = [self._draft(id, saved) for id in ids]
        if renamed and before is not None:
            drafts += self._courses_in_words(before, saved)
        self._ledger.write(*drafts)
        return saved

    def belonging(self, course: Course) -> tuple[Course, list[Draft]]:
        """A course with the ids of its projects, and what first makes the one that it only names.

        `project` and `funder` become how the first of them is called.
        """
        there = Belonging(self._store)
        found = list(there.known(course.projects))
        name, drafts = (course.project or "").strip(), list[Draft]()
        if name and same_name(name) not in {same_name(one.name) for one in found}:
            named = there.named(name)
            if named is None:
                named = Project(name, course.funder, id=self._store.new_id())
                drafts.append(self._draft(named.id, named))
            found.append(named)
        for first in found[:1]:
            course = replace(course, project=first.name, funder=first.funder or course.funder)
        # What another laptop made may come here later than the course that names it.
        unknown = [id for id in course.projects if not there.known([id])]
        return replace(course, projects=(*(one.id for one in found), *unknown)), drafts

    def _courses_in_words(self, before: Project, now: Project) -> list[Draft]:
        """Courses that know a project by its old name alone, now with its id."""
        courses = (
            registers.course(self._store, id)
            for id, ids in funding.project_ids(self._store).items()
            if ids == (before.id,)
        )
        return [
            self._ledger.edit(
                "course-set", course_body(replace(course, project=now.name, projects=(now.id,)))
            )
            for course in courses
            if not course.projects
        ]

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
        projects = {project.id: project for project in self.all()}
        seen = self._last_seen()
        found = []
        for id, ids in self._projects_of_people().items():
            theirs = [projects[one] for one in ids if one]
            ends = [project.keep_until for project in theirs]
            ended = over_since(ends + [None] * (not all(ids)), seen.get(id), today)
            if id in people and ended is not None:
                titles = tuple(sorted(project.name for project in theirs))
                found.append(Due(people[id], "term", ended, titles, seen.get(id)))
        return sorted(found, key=lambda due: (due.ended, due.person.id))

    def _projects_of_people(self) -> dict[str, set[str | None]]:
        """The ids of the projects that each person's courses belong to; None for none."""
        of_course = funding.project_ids(self._store)
        found: dict[str, set[str | None]] = {}
        for person, course in keeping.courses_of_people(self._store):
            found.setdefault(person, set()).update(of_course.get(course) or {None})
        return found

    def _last_seen(self) -> dict[str, date]:
        zone = self._ledger.now().tzinfo
        seen = keeping.last_days(self._store)
        for id, seconds in keeping.last_sittings(self._store).items():
            day = datetime.fromtimestamp(seconds, zone).date()
            seen[id] = max(day, seen.get(id, day))
        return seen

    def _draft(self, id: str, project: Project) -> Draft:
        rules, day = project.rules, _day
        body = {
            "project": id,
            "name": project.name.strip(),
            "funder": project.funder,
            "keep_until": day(project.keep_until),
            "grant": project.grant,
            "starts": day(project.starts),
            "ends": day(project.ends),
            "currency": project.currency,
            "rate": project.rate,
            "sets": list(project.sets),
            "targets": [f"{key}={figure}" for key, figure in sorted(project.targets.items())],
            **asdict(rules),
        }
        return self._ledger.edit("project-set", body)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
