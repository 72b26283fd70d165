"""All that is held about one person, in her own language where the program speaks it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from trainer_app.domain.attendance import AttendanceRow
from trainer_app.domain.practice.kept_plans import read_sheet
from trainer_app.exports.person_file import Part, Readable
from trainer_app.i18n import LANGUAGES, _, current, in_language, isolate, own_name
from trainer_app.i18n.formats import clock, hours, listed, number, short_date
from trainer_app.services.holdings import Held, Said, Seat, Work
from trainer_app.ui.asking_words import in_own, reasons, uses
from trainer_app.ui.labels import genders, person_label, roles, statuses
from trainer_app.ui.picture_names import face_name, sign_in_names
from trainer_app.ui.work_words import task_words, work_roles


def in_their_words(held: Held, titles: Mapping[str, Mapping[str, tuple[str, str]]]) -> Readable:
    """The page, in the person's language or else the one in use.

    `titles`: for each language of the program what `LessonLibrary.titles` gives.
    """
    spoken = held.person.language
    known = {one.code for one in LANGUAGES}
    with in_language(spoken if spoken in known else current().code):
        here = current()
        return Readable(
            title=_("What {centre} holds about {name}").format(
                centre=isolate(held.centre), name=person_label(held.person)
            ),
            lead=_lead(held),
            parts=_Parts(held, titles.get(here.code, {})).all(),
            language=here.code,
            right_to_left=here.right_to_left,
        )


def _lead(held: Held) -> list[str]:
    lead = [
        _("Made on {day} at {time}.").format(
            day=short_date(held.made.date()), time=clock(held.made)
        ),
        _("This is everything that the program holds. The same stands in this file for programs."),
        _("Is something wrong? Ask your trainer to put it right, or to erase it."),
    ]
    if held.restricted and held.kept_until:
        lead.append(
            _("This is kept only for the funder, until {day}.").format(
                day=short_date(held.kept_until)
            )
        )
    elif held.restricted:
        lead.append(_("This is kept only for the funder."))
    return lead


class _Parts:
    """The tables of the page."""

    def __init__(self, held: Held, titles: Mapping[str, tuple[str, str]]) -> None:
        self._held, self._titles = held, titles
        self._fields = field_names()

    def all(self) -> list[Part]:
        """In the order of the page."""
        held = self._held
        return [
            Part(_("About you"), [], self._about(), ""),
            Part(
                _("Courses"),
                [_("Course"), _("Since"), _("Now")],
                [
                    [title, short_date(since), _("Yes") if active else _("No")]
                    for title, since, active in held.courses
                ],
                _("None."),
            ),
            Part(
                _("Attendance"),
                [_("Date"), _("Session"), _("Times"), _("Mark"), _("Minutes present")],
                [_attendance(row) for row in held.attendance],
                _("None."),
            ),
            Part(
                _("Work at laptops"),
                [_("Date"), _("Times"), _("Laptop"), _("Lessons")],
                [self._seat(seat) for seat in held.seats],
                _("None."),
            ),
            *self._told(),
            *self._photos(),
            Part(
                _("Every change"),
                [_("When"), _("By"), _("Laptop"), _("What")],
                [self._said(said) for said in held.history],
                _("None."),
            ),
        ]

    def _told(self) -> list[Part]:
        """What was asked for projects, and what she agreed to; nothing where nobody asked."""
        held = self._held
        found = []
        if held.agreed:
            rows = [
                [
                    one.project,
                    uses().get(one.use, one.use),
                    _("Yes") if one.given else _("No"),
                    short_date(one.on),
                    one.guardian or "",
                ]
                for one in held.agreed
            ]
            columns = [_("Project"), _("Use"), _("You said"), _("Date"), _("Guardian")]
            found.append(Part(_("Your yes and no"), columns, rows, ""))
        if held.answers:
            rows = [
                [
                    one.project,
                    in_own(one.ask) or one.question,
                    _("I prefer not to say")
                    if one.prefers_not
                    else in_own(one.said) or one.value or _("Cannot be opened here"),
                    short_date(one.on),
                ]
                for one in held.answers
            ]
            columns = [_("Project"), _("Question"), _("Answer"), _("Date")]
            found.append(Part(_("What you answered for projects"), columns, rows, ""))
        return found

    def _photos(self) -> list[Part]:
        """The photos themselves show others too, so they are named only."""
        if not self._held.sheets:
            return []
        rows = [
            [
                short_date(shown.date),
                _("{course}, session {number}").format(
                    course=isolate(shown.course), number=number(shown.number)
                ),
                number(shown.others),
            ]
            for shown in self._held.sheets
        ]
        title = _("Photos of sheets that you signed (not in this file: others are on them)")
        return [Part(title, [_("Date"), _("Session"), _("Others on it")], rows, "")]

    def _about(self) -> list[list[str]]:
        rows = []
        several = len(self._held.records) > 1
        for record in self._held.records:
            for name, label in self._fields.items():
                if record.get(name) not in (None, ""):
                    shown = _("{field} ({number})").format(
                        field=label, number=isolate(record["number"])
                    )
                    rows.append([shown if several else label, self._value(name, record[name])])
        if self._held.pictures:
            rows.append([_("Pictures to sign in with"), self._pictures(self._held.pictures)])
        return rows

    def _value(self, name: str, value: Any) -> str:
        match name:
            case "gender":
                return genders().get(str(value), str(value))
            case "language":
                return own_name(str(value))
            case "face":
                return face_name(str(value))
            case "pictures":
                return self._pictures(value)
            case "listed" | "given" | "active" | "on" | "void" | "up" | "right" | "paid" if (
                isinstance(value, bool)
            ):
                return _("Yes") if value else _("No")
            case "listed":
                return _("Yes") if value else _("No")
            case "reason":
                return reasons().get(str(value), str(value))
            case "status":
                return statuses()[value]
            case "role":
                # In a room, or as work for a project
                return roles().get(value) or work_roles().get(value) or str(value)
            case "task":
                return task_words(str(value))
            case "lesson":
                return self._title(str(value))
            case "sheet":
                entries = (entry for part in read_sheet(value) for entry in part.entries)
                return listed([isolate(entry.text) for entry in entries if entry.text])
            case _:
                return str(value)

    def _pictures(self, pictures: Any) -> str:
        names = sign_in_names()
        return listed([names.get(key, key) for key in pictures])

    def _title(self, lesson: str) -> str:
        return self._titles[lesson][0] if lesson in self._titles else lesson

    def _seat(self, seat: Seat) -> list[str]:
        done = listed([self._work(work) for work in seat.work]) or _("No lesson was opened.")
        if not seat.counts:
            done = _("{work} (does not count)").format(work=done)
        return [short_date(seat.began.date()), hours(seat.began, seat.ended), seat.laptop, done]

    def _work(self, work: Work) -> str:
        parts = [_("page {page} of {pages}").format(
            page=number(work.page + 1), pages=number(work.pages)
        )] if work.pages else []  # fmt: skip
        if work.right is not None and work.of is not None:
            parts.append(
                _("{right} of {of} answers right").format(
                    right=number(work.right), of=number(work.of)
                )
            )
        if work.practised:
            parts.append(_("practice done"))
        if work.passed:
            parts.append(_("passed"))
        return _("{lesson} ({what})").format(
            lesson=isolate(self._title(work.lesson)), what=", ".join(parts)
        )

    def _said(self, said: Said) -> list[str]:
        words = [
            _("{label}: {value}").format(
                label=self._fields[name], value=isolate(self._value(name, value))
            )
            for name, value in said.words.items()
            if name in self._fields and value not in (None, "", [])
        ]
        what = kind_names().get(said.kind, said.kind)
        return [_moment(said.at), said.by, said.laptop, " · ".join([what, *words])]


def _attendance(row: AttendanceRow) -> list[str]:
    session = _("{course}, session {number}").format(
        course=isolate(row.course), number=number(row.session_number)
    )
    mark = statuses()[row.status]
    if row.role != "participant":
        mark = _("{role}: {mark}").format(role=roles()[row.role], mark=mark)
    minutes = "–" if row.minutes is None else number(row.minutes)
    return [short_date(row.date), session, hours(row.started, row.ended), mark, minutes]


def _moment(moment: datetime) -> str:
    return f"{short_date(moment.date())} {clock(moment)}"


def field_names() -> dict[str, str]:
    """What people call the fields in which something is held."""
    return {
        "number": _("Participant number"),
        "name": _("Name"),
        "birth_year": _("Year of birth"),
        "gender": _("Gender"),
        "language": _("Language"),
        "phone": _("Phone"),
        "note": _("Note"),
        "face": _("Face"),
        "listed": _("On the learners’ list"),
        "pictures": _("Pictures to sign in with"),
        "status": _("Mark"),
        "late": _("Minutes late"),
        "early": _("Minutes early"),
        "role": _("Role"),
        "reason": _("Reason"),
        "until": _("Until"),
        "active": _("Registered"),
        "void": _("Does not count"),
        "lesson": _("Lesson"),
        "page": _("Page"),
        "question": _("Question"),
        "choice": _("Answer"),
        "right": _("Right"),
        "of": _("Of"),
        "goals": _("Goals reached"),
        "tries": _("Tries"),
        "hints": _("Hints taken"),
        "given": _("Agreed"),
        "minutes": _("Minutes"),
        "task": _("What was done"),
        "paid": _("Paid"),
        "done": _("Done"),
        "alone": _("Done alone"),
        "helped": _("Done with help"),
        "unknown": _("Not known yet"),
        "sheet": _("Plan"),
    }


def kind_names() -> dict[str, str]:
    """What happened, by kind of event about a person."""
    return {
        "person-set": _("Details saved"),
        "pictures-chosen": _("Pictures chosen"),
        "enrolled": _("Registered on a course, or taken off"),
        "attendance-marked": _("Attendance marked"),
        "sitting-began": _("Sat down at a laptop"),
        "sitting-ended": _("Stood up"),
        "sitting-voided": _("Work counted or not"),
        "sitting-moved": _("Work given to this person"),
        "hand-set": _("Asked the trainer to come, or said that all is fine"),
        "page-reached": _("Opened a page"),
        "question-answered": _("Answered a question"),
        "quiz-finished": _("Finished the questions"),
        "practice-played": _("Practised"),
        "question-recalled": _("Remembered a question of an earlier lesson, or not"),
        "placed": _("Tried out where to start"),
        "plan-kept": _("Kept a plan"),
        "plan-dropped": _("Deleted a plan"),
        "help-offered": _("Said whether they would like to help others"),
        "helping-began": _("Began to help somebody"),
        "helping-ended": _("Finished helping"),
        "same-person": _("Two records put together"),
        "told-apart": _("Told apart from somebody else"),
        "person-restricted": _("Kept only for the funder, or shown again"),
        "work-done": _("Hours of work for a project"),
        "pay-set": _("Paid, or not, for hours in a project"),
        "answer-given": _("Answered a question for a project"),
        "answer-dropped": _("Took an answer back"),
        "consent-given": _("Agreed, or not, to a use of the answers"),
        "project-left": _("Left a project, or came back"),
        "award-given": _("Got a certificate or a badge"),
        "print-made": _("Counted once among several centres"),
        "print-dropped": _("No longer counted once among several centres"),
    }
