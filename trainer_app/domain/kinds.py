"""Every kind of event, its fields, and which of them are personal: the one list of them.

`thing` names what an event is about. Its projection is a pure function of all events about it,
so that any order of arrival gives the same row. `{subject}` stands for the header's person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer_app.domain.errors import MalformedEvent
from trainer_app.domain.events import Body
from trainer_app.domain.fields import FITS, is_id


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event. A field's type ends in `?` where it may be left out or None.

    `at_most` names two fields of which the first is never larger than the second. `earlier` has
    the fields of each version before this one.
    """

    name: str
    thing: str
    fields: Mapping[str, str]
    version: int = 1
    has_subject: bool = False
    personal: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    at_most: tuple[str, str] | None = None
    earlier: tuple[Mapping[str, str], ...] = ()

    def thing_of(self, body: Body, subject: str | None) -> str:
        """The name of the thing that an event with this body is about."""
        return self.thing.format(subject=subject, **body)

    def check(self, body: Body, subject: str | None, version: int | None = None) -> None:
        """Raise MalformedEvent where a field is missing, unknown, or holds what it cannot hold.

        `version`: the one that the event says of itself, this program's own if None.
        """
        fields = self._fields_of(self.version if version is None else version)
        if self.has_subject != (subject is not None) or not (subject is None or is_id(subject)):
            raise MalformedEvent(kind=self.name, field="subject")
        for name in body:
            if name not in fields:
                raise MalformedEvent(kind=self.name, field=name)
        for name, of in fields.items():
            value = body.get(name)
            if of[-1] == "?":
                if value is None:
                    continue
                of = of[:-1]
            if not FITS[of](value):
                raise MalformedEvent(kind=self.name, field=name)
        if self.at_most and body[self.at_most[0]] > body[self.at_most[1]]:
            raise MalformedEvent(kind=self.name, field=self.at_most[0])

    def _fields_of(self, version: int) -> Mapping[str, str]:
        if version == self.version:
            return self.fields
        if not 1 <= version <= len(self.earlier):
            raise MalformedEvent(kind=self.name, field="version")
        return self.earlier[version - 1]


_SIGNED = {"signer": "text", "signature": "text"}
"""What only a trainer may say carries who said it (an id, or "recovery") and a signature."""

_ALL = (
    # The centre, its trainers and its laptops
    Kind("centre-named", "centre", {"name": "text"}),
    Kind("centre-key-set", "centre-key", {"box_key": "text", **_SIGNED}),
    Kind(
        "trainer-added",
        "trainer:{subject}",
        {
            "name": "text",
            "picture": "text",
            "box_key": "text",
            "sign_key": "text",
            # The private halves, closed with the passphrase: so it opens her other laptops too.
            "wrapped": "text",
            "role": "text",
            "until": "date?",
            **_SIGNED,
        },
        version=2,
        has_subject=True,
        personal=frozenset({"name"}),
        earlier=({"name": "text", "picture": "text", "box_key": "text", "sign_key": "text"},),
    ),
    Kind(
        "trainer-removed",
        "trainer:{subject}",
        # What she had signed and still holds; what turns up later in her name does not.
        {"known": "list", **_SIGNED},
        has_subject=True,
    ),
    Kind("recovery-renewed", "recovery", {"box_key": "text", "sign_key": "text", **_SIGNED}),
    Kind(
        "laptop-admitted",
        "laptop:{laptop}",
        {"laptop": "id", "code": "text", "sign_key": "text", "invitation": "id?", **_SIGNED},
        version=2,
        earlier=({"laptop": "id", "code": "text", "sign_key": "text", "certificate": "text"},),
    ),
    Kind(
        "laptop-shut-out",
        "laptop:{laptop}",
        {"laptop": "id", "seq": "count", "head": "text", **_SIGNED},
    ),
    Kind("laptop-readmitted", "laptop:{laptop}", {"laptop": "id", **_SIGNED}),
    Kind(
        "fork-settled",
        "fork:{laptop}:{after}",
        {"laptop": "id", "after": "text", "counted": "list", **_SIGNED},
    ),
    # Courses and sessions
    Kind(
        "course-set",
        "course:{course}",
        {
            "course": "id",
            "title": "text",
            "project": "text?",
            "funder": "text?",
            "place": "text?",
            "lessons": "list",
        },
    ),
    Kind(
        "session-set",
        "session:{session}",
        {
            "session": "id",
            "course": "id",
            "number": "count",
            "date": "date",
            "planned_start": "clock",
            "planned_end": "clock",
            "place": "text?",
            "lessons": "list",
            "cancelled": "flag",
        },
    ),
    Kind(
        "session-times-set",
        "times:{session}",
        {"session": "id", "started": "moment?", "ended": "moment?", "reason": "text?"},
        counted=frozenset({"started", "ended"}),
    ),
    Kind("headcount-changed", "headcount:{session}", {"session": "id", "delta": "int"}),
    Kind("listening-set", "listening:{session}", {"session": "id", "on": "flag"}),
    # People
    Kind(
        "person-set",
        "person:{subject}",
        {
            "number": "text",
            "name": "text?",
            "birth_year": "int?",
            "gender": "text?",
            "language": "text?",
            "phone": "text?",
            "note": "text?",
            "face": "text",
            "listed": "flag",
        },
        has_subject=True,
        personal=frozenset({"name", "birth_year", "gender", "language", "phone", "note", "face"}),
    ),
    Kind(
        "pictures-chosen",
        "pictures:{subject}",
        {"pictures": "list"},
        has_subject=True,
        personal=frozenset({"pictures"}),
    ),
    Kind(
        "enrolled",
        "enrolment:{course}:{subject}",
        {"course": "id", "on": "date", "active": "flag"},
        has_subject=True,
        counted=frozenset({"course", "on"}),
    ),
    # The same person twice; each edge has an id of its own, and taking it back is final
    Kind("same-person", "edge:{edge}", {"edge": "id", "other": "id"}, has_subject=True),
    Kind("same-person-undone", "edge:{edge}", {"edge": "id"}),
    Kind("told-apart", "apart:{subject}:{other}", {"other": "id"}, has_subject=True),
    # Privacy
    Kind(
        "person-erased",
        "erasure:{erasure}",
        # The rows are what counts stay made of.
        {"erasure": "id", "people": "list", "attendance": "rows", **_SIGNED},
    ),
    Kind(
        "person-restricted",
        "restriction:{subject}",
        {"on": "flag", "until": "date?", "reason": "text?"},
        has_subject=True,
        personal=frozenset({"reason"}),
    ),
    Kind(
        "project-set",
        "project:{project}",
        {"project": "id", "name": "text", "funder": "text?", "keep_until": "date?"},
    ),
    # Attendance
    Kind(
        "attendance-marked",
        "attendance:{session}:{subject}",
        {
            "session": "id",
            "status": "status?",
            "late": "count",
            "early": "count",
            # When they left, in UTC seconds: known only while nobody knew yet when it would end.
            "left_at": "moment?",
            "role": "role",
            "reason": "text?",
        },
        has_subject=True,
        personal=frozenset({"reason"}),
        counted=frozenset({"session", "status", "late", "early", "left_at", "role"}),
    ),
    # Learning
    Kind(
        "sitting-began",
        "sitting:{sitting}",
        {"sitting": "id", "session": "id?", "at": "moment"},
        has_subject=True,
    ),
    Kind("sitting-ended", "sitting:{sitting}", {"sitting": "id", "at": "moment"}, has_subject=True),
    Kind(
        "sitting-voided",
        "sitting:{sitting}",
        {"sitting": "id", "void": "flag"},
        has_subject=True,
    ),
    Kind("sitting-moved", "sitting:{sitting}", {"sitting": "id"}, has_subject=True),
    Kind(
        "hand-set",
        "hand:{sitting}",
        {"sitting": "id", "up": "flag", "at": "moment"},
        has_subject=True,
    ),
    Kind(
        "page-reached",
        "work:{sitting}:{lesson}",
        {"sitting": "id", "lesson": "text", "page": "count", "pages": "count", "at": "moment"},
        has_subject=True,
    ),
    Kind(
        "question-answered",
        "work:{sitting}:{lesson}",
        {
            "sitting": "id",
            "lesson": "text",
            "question": "text",
            "choice": "text",
            "right": "flag",
            "at": "moment",
        },
        has_subject=True,
    ),
    Kind(
        "quiz-finished",
        "work:{sitting}:{lesson}",
        {
            "sitting": "id",
            "lesson": "text",
            "version": "count",
            "right": "count",
            "of": "count",
            # Whether the lesson had a practice then, in the language that was played: if so, the
            # quiz passes it together with that. Before there were practices nobody said.
            "practice": "flag?",
            "at": "moment",
        },
        version=2,
        has_subject=True,
        at_most=("right", "of"),
        earlier=(
            {
                "sitting": "id",
                "lesson": "text",
                "version": "count",
                "right": "count",
                "of": "count",
                "at": "moment",
            },
        ),
    ),
    Kind(
        "practice-played",
        "work:{sitting}:{lesson}",
        {
            "sitting": "id",
            "lesson": "text",
            "version": "count",
            # Ids of the goals met so far. What was typed or chosen is never in here.
            "goals": "list",
            "of": "count",
            "tries": "count",
            "hints": "count",
            "minutes": "count",
            "done": "flag",
            # Whether the lesson was this practice alone, without a quiz.
            "alone": "flag",
            "at": "moment",
        },
        has_subject=True,
    ),
    # A plan that somebody chose to keep, with the words typed in it; dropped, they are taken out
    Kind(
        "plan-kept",
        "plan:{subject}:{plan}",
        {
            "plan": "id",
            "lesson": "text",
            "version": "count",
            "sheet": "list",
            "at": "moment",
        },
        has_subject=True,
        personal=frozenset({"sheet"}),
    ),
    Kind("plan-dropped", "plan:{subject}:{plan}", {"plan": "id", "at": "moment"}, has_subject=True),
    # The scam shelf: which template, and which of its options; no words and nobody's name
    Kind(
        "scam-shelved",
        "scam:{scam}",
        {"scam": "id", "template": "id", "who": "id", "want": "id", "clue": "id", "at": "moment"},
    ),
    Kind("scam-unshelved", "scam:{scam}", {"scam": "id", "at": "moment"}),
)

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _ALL}

AUTHORITY = frozenset(kind.name for kind in _ALL if "signature" in kind.fields)
"""What only a trainer's own signature makes true, whatever laptop carries it."""
