"""What people take home: certificates and badges for a course or a lesson, given and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from decimal import Decimal
from pathlib import Path

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.competences import COMPETENCES, LEVELS
from trainer_app.domain.courses import Course
from trainer_app.domain.errors import NotAllowed, NotEarned
from trainer_app.domain.funding.awards import Award, BadgeWords, Candidate
from trainer_app.domain.funding.badges import (
    Alignment,
    Badge,
    Checked,
    achievement_id,
    random_id,
)
from trainer_app.domain.funding.participation import Participation
from trainer_app.domain.funding.projects import Partner, Project, Rules
from trainer_app.domain.people import Person
from trainer_app.exports import badge as badge_file
from trainer_app.exports.badge_picture import baked
from trainer_app.exports.whole_file import written_whole
from trainer_app.keys.keypair import signed_by
from trainer_app.services.funding.badges import PURPOSE, check_badge
from trainer_app.services.funding.participating import Participating, Roll
from trainer_app.services.funding.trainers_keys import TrainersKeys, halves_of
from trainer_app.services.ledger import Ledger
from trainer_app.services.reporting import Scope
from trainer_app.store import awards, funding, learning, registers, vouching

Saying = Callable[[Person, Sequence[str]], BadgeWords]
"""The words of a badge for somebody who passed these lessons (ids)."""
Picture = Callable[[Badge], bytes]
"""Draws a badge as a PNG."""


@dataclass(frozen=True, slots=True)
class Earned:
    """What stands on a certificate, of one award as it was on its day.

    `passed`: lessons (ids) of the course, or the one lesson. `hours`: participant-hours of the
    course, as its `project` counts them. `trainer`: who is inside.
    """

    award: Award
    person: Person
    course: Course | None
    centre: str
    trainer: str
    passed: tuple[str, ...]
    attendances: int = 0
    hours: Decimal = Decimal("0.00")
    project: Project | None = None
    partners: tuple[Partner, ...] = ()


class Awarding:
    """Gives what was earned, and keeps the list of it."""

    def __init__(
        self,
        ledger: Ledger,
        keys: TrainersKeys,
        participating: Participating,
        lessons: LessonLibrary,
    ) -> None:
        self._ledger, self._store = ledger, ledger.store
        self._keys, self._participating, self._lessons = keys, participating, lessons

    # Who
    def lessons_of(self, course_id: str) -> tuple[str, ...]:
        """The lessons that a course teaches: those planned, else those that anybody of it passed.

        Raises UnknownThing, NotAllowed.
        """
        self._ledger.require_trainer()
        course = registers.course(self._store, course_id)
        return course.lessons or self._taught(course, self._roll(course, None).participations)

    def rules(self, course_id: str) -> Rules:
        """By what a course is completed: as its project says, else the plain rules."""
        known = {one.id: one for one in funding.projects(self._store)}
        projects = funding.project_ids(self._store).get(course_id, ())
        return known[projects[0]].rules if projects else Rules()

    def candidates(self, course_id: str, lesson: str | None = None) -> tuple[Candidate, ...]:
        """Everyone of a course, with who earned it: the course completed, or the lesson passed.

        Raises UnknownThing, NotAllowed.
        """
        self._ledger.require_trainer()
        course = registers.course(self._store, course_id)
        roll = self._roll(course, None)
        taught = self._taught(course, roll.participations)
        of = {one.person_id: one for one in (*roll.participations, *roll.below)}
        enrolled = {person.id for person in registers.people(self._store, course_id)}
        given = {
            one.person: one
            for one in awards.of_course(self._store, course_id, lesson)
            if not one.revoked
        }
        done = {one.person_id for one in roll.participations if course_id in one.completed}
        people = [
            person
            for person in registers.people(self._store)
            if person.id in enrolled or person.id in of
        ]
        progress = learning.progress_of_all(self._store, [person.id for person in people])
        found = []
        for person in people:
            one, known = of.get(person.id), progress.get(person.id, {})
            passed = tuple(id for id in taught if id in known and known[id].passed)
            found.append(
                Candidate(
                    person,
                    lesson in passed if lesson else person.id in done,
                    one.attendances if one else 0,
                    one.hours if one else Decimal("0.00"),
                    passed,
                    given.get(person.id),
                )
            )
        return tuple(found)

    def of_person(self, person_id: str) -> tuple[Award, ...]:
        """What one person was given and still has. Raises UnknownThing, NotAllowed."""
        self._ledger.require_trainer()
        person = registers.person(self._store, person_id)
        return tuple(one for one in awards.of_person(self._store, person.id) if not one.revoked)

    # Giving
    def give(
        self, course_id: str, lesson: str | None, people: Sequence[str], saying: Saying
    ) -> tuple[Award, ...]:
        """Give people (ids) what they earned, each with a signed badge; once, however often asked.

        Raises NotEarned, UnknownThing, NotAllowed, NotForSubstitutes, DiskFull, ReadOnly.
        """
        self._ledger.require_full_trainer()
        known = {one.person.id: one for one in self.candidates(course_id, lesson)}
        chosen = [known[id] for id in people if id in known]
        if len(chosen) != len(people) or not all(one.earned for one in chosen):
            raise NotEarned()
        new = [one for one in chosen if one.award is None]
        if new:
            public = self._keys.public(PURPOSE)
            made = [self._made(course_id, lesson, one, public, saying) for one in new]
            drafts = (self._ledger.edit("award-given", _body(one), one.person) for one in made)
            self._ledger.write(*drafts)
        given = {one.person: one for one in awards.of_course(self._store, course_id, lesson)}
        return tuple(given[id] for id in people)

    def revoke(self, award_id: str) -> None:
        """Take an award back; its file still says what it said, this centre no longer lists it.

        Raises UnknownThing, NotAllowed, NotForSubstitutes, DiskFull, ReadOnly.
        """
        self._ledger.require_full_trainer()
        award = awards.one(self._store, award_id)
        body = {**_body(award), "revoked": True}
        self._ledger.write(self._ledger.edit("award-given", body, award.person))

    # Taking home
    def earned(self, award_id: str) -> Earned:
        """What the certificate of an award says. Raises UnknownThing, NotAllowed."""
        self._ledger.require_trainer()
        award = awards.one(self._store, award_id)
        person = registers.person(self._store, award.person)
        trainer = vouching.trainer_names(self._store).get(self._ledger.trainer or "", "")
        centre = registers.centre_name(self._store)
        if award.course is None:
            alone = (award.lesson,) if award.lesson else ()
            return Earned(award, person, None, centre, trainer, alone)
        course = registers.course(self._store, award.course)
        roll = self._roll(course, award.on)
        one = next((one for one in roll.participations if one.person_id == person.id), None)
        passed = _passed(one, self._taught(course, roll.participations))
        return Earned(
            award,
            person,
            course,
            centre,
            trainer,
            (award.lesson,) if award.lesson else passed,
            one.attendances if one else 0,
            one.hours if one else Decimal("0.00"),
            roll.project,
            tuple(funding.partners(self._store, roll.project.id)) if roll.project else (),
        )

    def write_badges(
        self, award_ids: Sequence[str], folder: Path, picture: Picture | None = None
    ) -> list[Path]:
        """Write a file for each badge into a folder, named by the award and by nobody.

        With `picture` each lies in the PNG that it draws. Raises UnknownThing, NotAllowed,
        NotForSubstitutes, CannotWriteFile.
        """
        self._ledger.require_full_trainer()
        written = []
        for id in award_ids:
            credential = awards.one(self._store, id).credential
            if credential is None:
                continue
            ending = ".json" if picture is None else ".png"
            file = folder / f"badge-{id}{ending}"
            content = credential.encode()
            if picture is not None:
                badge = badge_file.read(credential, signed_by).badge
                content = baked(picture(badge), credential)
            with written_whole(file) as draft:
                draft.write_bytes(content)
            written.append(file)
        return written

    def check(self, file: Path) -> Checked:
        """What a badge's file is, and where it stands with this centre. Raises UnreadableFile."""
        return check_badge(file, self._store)

    def _roll(self, course: Course, until: date | None) -> Roll:
        projects = funding.project_ids(self._store).get(course.id, ())
        project = projects[0] if projects else None
        return self._participating.roll(Scope(course=course.id, project=project, until=until))

    def _taught(self, course: Course, of: Iterable[Participation]) -> tuple[str, ...]:
        if course.lessons:
            return course.lessons
        passed = {each.lesson for one in of for each in one.passed}
        return tuple(each.id for each in self._lessons.lessons if each.id in passed)

    def _made(
        self, course: str, lesson: str | None, one: Candidate, public: str, saying: Saying
    ) -> Award:
        passed = (lesson,) if lesson else one.passed
        words, now = saying(one.person, passed), self._ledger.now()
        keys = self._keys.private(PURPOSE, public)
        if keys is None:
            raise NotAllowed()
        badge = Badge(
            id=random_id(),
            subject=random_id(),
            # A lesson is the same one in every course.
            achievement=achievement_id(public, None if lesson else course, lesson),
            issuer=registers.centre_name(self._store),
            kind="Achievement" if lesson else "Course",
            name=words.name,
            description=words.description,
            criteria=words.criteria,
            language=words.language,
            at=now.astimezone(UTC).replace(microsecond=0),
            alignments=self._alignments(passed),
        )
        credential = badge_file.write(badge, halves_of(public).sign, keys.sign)
        id = self._store.new_id()
        return Award(id, one.person.id, course, lesson, now.date(), credential)

    def _alignments(self, passed: Sequence[str]) -> tuple[Alignment, ...]:
        """The competences that some lessons teach, each once, at its highest level."""
        levels: dict[str, str] = {}
        for lesson in passed:
            for each in self._lessons.competences(lesson):
                before = levels.get(each.code, each.level)
                levels[each.code] = max(before, each.level, key=LEVELS.index)
        return tuple(
            Alignment(code, f"{COMPETENCES[code]} ({level})")
            for code, level in sorted(levels.items())
            if code in COMPETENCES
        )


def _passed(one: Participation | None, taught: Sequence[str]) -> tuple[str, ...]:
    passed = {each.lesson for each in one.passed} if one else set()
    return tuple(lesson for lesson in taught if lesson in passed)


def _body(award: Award) -> dict[str, object]:
    return {
        "award": award.id,
        "course": award.course,
        "lesson": award.lesson,
        "on": award.on.isoformat(),
        "credential": award.credential,
        "revoked": award.revoked,
    }
