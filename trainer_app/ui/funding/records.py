"""What the record of a finding is called, and where it is mended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from trainer_app.domain.courses import Session
from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.funding.findings import Finding
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import listed, number, short_date
from trainer_app.services.courses import Courses
from trainer_app.services.enrolling import Enrolling

Place = Literal["person", "asking", "settle", "session", "course", "claim", "details", "sets"]
"""Where a record is mended: a person's page, what she is asked, who may stand twice, who was in a
session, a course, a claim, the details of the project, its sets."""

_ISOLATES = isolate("")
_PLACES: Mapping[str, Place] = {
    "same-person": "settle",
    "incomplete": "asking",
    "exit-overdue": "asking",
    "exit-asked-late": "asking",
    "no-consent": "asking",
    "consent-withdrawn": "asking",
    "no-guardian": "asking",
    "not-held": "course",
    "shared-course": "course",
    "overlapping-claim": "claim",
    "damaged-claim": "claim",
    "period-outside": "details",
    "outside-project": "details",
    "nobody": "details",
    "wrong-sum": "sets",
    "sealed": "sets",
    "unknown-set": "sets",
}


@dataclass(frozen=True, slots=True)
class Jump:
    """A place and the id of what is shown there, empty where it shows all."""

    place: Place
    id: str


def jump_of(finding: Finding) -> Jump:
    """Where a finding is mended."""
    where = finding.where
    place = _PLACES.get(finding.code) or ("session" if where.session else "person")
    ids: Mapping[Place, str | None] = {
        "person": where.person,
        "asking": where.person,
        "session": where.session,
        "course": where.course,
        "claim": where.claim,
        "details": where.project,
        "sets": where.project,
    }
    return Jump(place, ids.get(place) or "")


class Records:
    """Names the records of findings. `claim` and `set` give the words of one by its id or name.

    `several`: the project has more sets than one, so that each gap says whose it is.
    """

    def __init__(
        self,
        courses: Courses,
        enrolling: Enrolling,
        claim: Callable[[str], str],
        set: Callable[[str], str],
        *,
        several: bool,
    ) -> None:
        self._courses, self._enrolling = courses, enrolling
        self._claim, self._set, self._several = claim, set, several
        self._sessions: dict[str, Session] = {}

    def words(self, finding: Finding) -> str:
        """What the record is called, with what is special about it."""
        where = finding.where
        parts = [
            self._people(finding),
            self._session(where.session) if where.session else "",
            isolate(self._other(finding)),
            fact_words(finding),
        ]
        return " · ".join(part for part in parts if part.strip(_ISOLATES)) or _("The project")

    def _other(self, finding: Finding) -> str:
        """A course, a claim or a set, where the record is no session and no person alone."""
        where = finding.where
        if where.session:
            return ""
        if where.set and (self._several or not where.person):
            return " · ".join(part for part in (where.code, self._set(where.set)) if part)
        if where.claim:
            return self._claim(where.claim)
        return self._course(where.course) if where.course else ""

    def _people(self, finding: Finding) -> str:
        ids = [id for id in (finding.where.person, finding.where.other) if id]
        return listed([isolate(self._enrolling.person(id).label) for id in ids]) if ids else ""

    def _session(self, session_id: str) -> str:
        if not self._sessions:
            self._sessions = {one.id: one for one in self._courses.sessions()}
        session = self._sessions[session_id]
        return _("{course}, session {number}, {day}").format(
            course=isolate(self._course(session.course)),
            number=number(session.number),
            day=short_date(session.date),
        )

    def _course(self, course_id: str) -> str:
        try:
            return self._courses.course(course_id).title
        except UnknownThing:
            return ""


def fact_words(finding: Finding) -> str:
    """The fact of a finding that helps to mend it."""
    facts = finding.facts
    match finding.code:
        case "incomplete" | "register-incomplete":
            return _missing(str(facts["what"]).split(","))
        case "impossible-age":
            years = int(facts["years"])
            return ngettext("{count} year old", "{count} years old", years).format(
                count=number(years)
            )
        case "below-least" | "unlikely-times":
            minutes = int(facts["minutes"])
            return ngettext("{count} minute", "{count} minutes", minutes).format(
                count=number(minutes)
            )
        case "no-consent" | "consent-withdrawn":
            sensitive = facts["use"] == "sensitive"
            return _("sensitive answers") if sensitive else _("answers for the project")
        case _:
            return ""


def _missing(what: list[str]) -> str:
    known = {"gender": _("gender"), "birth-year": _("year of birth")}
    parts = [known[one] for one in what if one in known]
    questions = len(what) - len(parts)
    if questions:
        words = ngettext("{count} question", "{count} questions", questions)
        parts.append(words.format(count=number(questions)))
    return listed(parts)
