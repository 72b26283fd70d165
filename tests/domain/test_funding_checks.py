"""What a check of a project finds, each thing in records made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.attendance import AttendanceRow
from trainer_app.domain.funding.answers import Answer, Consent, Question, Said
from trainer_app.domain.funding.checks import check
from trainer_app.domain.funding.claims import Claim, ClaimRow
from trainer_app.domain.funding.figuring import set_figures
from trainer_app.domain.funding.findings import CODES, WEIGHTS, Finding
from trainer_app.domain.funding.indicators import Indicator, IndicatorSet, Need
from trainer_app.domain.funding.material import Material, Meeting
from trainer_app.domain.funding.participation import Participation
from trainer_app.domain.funding.projects import Project, Rules
from trainer_app.domain.funding.rule import Everyone

DAY = date(2026, 3, 3)
PROJECT = Project("Bridges", id="bridges", starts=date(2026, 1, 1), ends=date(2026, 12, 31))
ASK_ENTRY = Question("work", "entry", {"en": "Work?"}, {"en": "For the figures"}, ())
ASK_HEALTH = replace(ASK_ENTRY, id="health", sensitive=True)
ASK_EXIT = replace(ASK_ENTRY, id="now", stage="exit")
SEEN = replace(ASK_ENTRY, id="seen", by_trainer=True)


def at(hour: int, days: int = 0) -> datetime:
    """An hour of the day, or of a later one."""
    return datetime.combine(DAY + timedelta(days=days), time(hour))


def person(id: str = "p", **values: object) -> Participation:
    """A woman of forty who came on the first day and has not left."""
    one = Participation(
        id, "A1", "Amal", DAY, None, 1, 120, Decimal("2.00"), gender="woman", birth_year=1986
    )
    return replace(one, **values)  # type: ignore[arg-type]


def meeting(id: str = "s", day: date = DAY, **values: object) -> Meeting:
    """A session from ten to twelve that took place as planned."""
    ten, noon = time(10), time(12)
    one = Meeting(id, "c", day, ten, noon, datetime.combine(day, ten), datetime.combine(day, noon))
    return replace(one, **values)  # type: ignore[arg-type]


def row(of: Meeting, who: str = "p", **values: object) -> AttendanceRow:
    """Somebody who was there all the time."""
    minutes = (of.ended - of.started) // timedelta(minutes=1) if of.ended and of.started else None
    one = AttendanceRow(
        of.id, who, None, None, "Course", 1, of.day, of.planned_start, of.planned_end, of.started,
        of.ended, None, "A1", "Amal", "participant", "present", 0, 0, minutes, None,
        course_id="c",
    )  # fmt: skip
    return replace(one, **values)  # type: ignore[arg-type]


def material(**values: object) -> Material:
    """A project with nothing to mend."""
    one = meeting()
    made = Material(
        today=date(2026, 6, 1), project=PROJECT, since=PROJECT.starts, until=PROJECT.ends,
        participations=(person(),), rows=(row(one),), meetings=(one,), courses={"c": ("bridges",)},
        sheets=frozenset({"s"}),
    )  # fmt: skip
    return replace(made, **values)  # type: ignore[arg-type]


def found(**values: object) -> list[tuple[str, str | None]]:
    """Codes, each with the person or session that it is about."""
    return [(of.code, of.where.person or of.where.session) for of in check(material(**values))]


def codes(**values: object) -> list[str]:
    return [code for code, _where in found(**values)]


def test_nothing_to_mend() -> None:
    assert check(material()) == ()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"exit": DAY - timedelta(days=1)}, "exit-before-entry"),
        ({"birth_year": 1900}, "impossible-age"),
        ({"birth_year": 2027}, "impossible-age"),
        ({"gender": None}, "register-incomplete"),
        ({"birth_year": None}, "register-incomplete"),
    ],
)
def test_what_is_wrong_with_a_person(values: dict[str, object], code: str) -> None:
    assert found(participations=(person(**values),)) == [(code, "p")]


def test_who_came_after_she_left() -> None:
    later = meeting("s2", DAY + timedelta(days=7))
    left = person(exit=DAY)
    values = {"meetings": (meeting(), later), "rows": (row(meeting()), row(later))}
    sheets = frozenset({"s", "s2"})
    assert codes(participations=(left,), sheets=sheets, **values) == ["came-after-exit"]
    back = person(exit=later.day)
    assert codes(participations=(back,), sheets=sheets, **values) == []


def test_an_erased_person_is_only_counted() -> None:
    gone = person(erased=True, gender=None, birth_year=None, number="", name=None)
    assert codes(participations=(gone,), rows=(row(meeting(), erased=True),)) == []


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"ended": None}, "not-ended"),
        ({"started": None, "ended": None}, "not-held"),
        ({"cancelled": True}, "cancelled-attended"),
        ({"ended": datetime.combine(DAY, time(21))}, "unlikely-times"),
        ({"started": at(10, 1), "ended": at(12, 1)}, "unlikely-times"),
        ({"started": at(14), "ended": at(15)}, "unlikely-times"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_session(values: dict[str, object], code: str) -> None:
    one = meeting(**values)
    assert found(meetings=(one,), rows=(row(one),)) == [(code, "s")]


def test_a_session_of_today_or_later_may_still_be_held() -> None:
    one = meeting(started=None, ended=None)
    assert codes(meetings=(one,), rows=(row(one),), today=DAY) == []
    assert codes(meetings=(replace(one, cancelled=True),), rows=()) == []


def test_rows_that_cannot_count() -> None:
    assert codes(rows=(row(meeting(), unsettled=True),)) == ["unsettled"]
    assert codes(rows=(row(meeting(), status="late", late=200, minutes=0),)) == ["no-minutes"]
    assert codes(rows=()) == ["nobody-marked"]
    assert codes(sheets=frozenset()) == ["no-sheet"]


def test_a_session_outside_the_project_s_days() -> None:
    short = replace(PROJECT, starts=DAY + timedelta(days=1))
    assert codes(project=short, since=None, until=None) == ["outside-project"]
    assert codes(project=replace(PROJECT, ends=DAY), until=DAY) == []
    assert codes(since=date(2025, 12, 31)) == ["period-outside"]


def test_one_person_in_two_rooms_at_once() -> None:
    other = meeting("s2", started=datetime.combine(DAY, time(11, 59)))
    rows, sheets = (row(meeting()), row(other)), frozenset({"s", "s2"})
    assert found(meetings=(meeting(), other), rows=rows, sheets=sheets) == [("in-two-places", "p")]
    after = replace(other, started=datetime.combine(DAY, time(12)))
    after = replace(after, planned_end=time(13), ended=datetime.combine(DAY, time(13)))
    rows = (row(meeting()), row(after))
    assert codes(meetings=(meeting(), after), rows=rows, sheets=sheets) == []


def test_the_same_person_twice_where_both_are_in_the_claim() -> None:
    both = (person(), person("q"))
    assert codes(participations=both, alike=(("p", "q"),)) == ["same-person"]
    assert codes(alike=(("p", "q"),)) == []


def test_people_below_the_least_are_told() -> None:
    assert found(below=(person("q", minutes=30),)) == [("below-least", "q")]


# Sets
def a_set(*needs: Need) -> IndicatorSet:
    everybody = Indicator("ALL", {"en": "Everybody"}, Everyone())
    return IndicatorSet("mine", 1, "", {"en": "Mine"}, {"en": ""}, (everybody,), needs=needs)


def with_set(of: IndicatorSet, *people: Participation) -> list[tuple[str, str | None]]:
    return found(participations=people, sets=(set_figures(of, people, Rules()),))


def test_a_record_that_a_set_needs_more_of_is_named_once() -> None:
    of = a_set(Need("gender"), Need("work", "entry"))
    assert with_set(of, person(gender=None)) == [("incomplete", "p")]
    whole = person(said=Said(entry={"work": Answer("work", "entry", "yes", DAY)}))
    assert with_set(of, whole) == []


def test_a_total_that_is_more_than_its_parts() -> None:
    assert with_set(a_set(), person(gender=None)) == [
        ("register-incomplete", "p"),
        ("wrong-sum", None),
    ]


def test_a_set_that_is_not_here() -> None:
    assert codes(unknown_sets=("gone",)) == ["unknown-set"]


# Consent
def said(*questions: Question, on: date = DAY) -> Said:
    of: dict[str, dict[str, Answer]] = {"entry": {}, "exit": {}, "later": {}}
    for one in questions:
        of[one.stage][one.id] = Answer(one.id, one.stage, "yes", on)
    return Said(**of)


def consent(use: str, *, given: bool = True, guardian: str | None = None) -> dict[str, Consent]:
    return {use: Consent("bridges", use, given, DAY, guardian=guardian)}


QUESTIONS = (ASK_ENTRY, ASK_HEALTH, ASK_EXIT, SEEN)


def answered(one: Participation, *consents: dict[str, Consent]) -> list[str]:
    given = {use: each for of in consents for use, each in of.items()}
    return codes(participations=(one,), questions=QUESTIONS, consents={"p": given})


def test_answers_need_a_consent_and_sensitive_ones_their_own() -> None:
    both = person(said=said(ASK_ENTRY, ASK_HEALTH))
    assert answered(both) == ["no-consent", "no-consent"]
    assert answered(both, consent("answers")) == ["no-consent"]
    assert answered(both, consent("answers"), consent("sensitive")) == []
    taken_back = consent("sensitive", given=False)
    assert answered(both, consent("answers"), taken_back) == ["consent-withdrawn"]
    assert answered(person(said=said(SEEN))) == []


def test_a_minor_s_guardian_agrees() -> None:
    young = person(birth_year=2010, said=said(ASK_ENTRY))
    assert answered(young, consent("answers")) == ["no-guardian"]
    assert answered(young, consent("answers", guardian="Her aunt")) == []
    grown = person(birth_year=2008, said=said(ASK_ENTRY))
    assert answered(grown, consent("answers")) == []


def test_questions_at_leaving_are_asked_in_time() -> None:
    left = person(exit=DAY)
    last = DAY + timedelta(days=28)
    values = {"participations": (left,), "questions": (ASK_EXIT,)}
    assert codes(today=last, **values) == []
    assert codes(today=last + timedelta(days=1), **values) == ["exit-overdue"]
    late = replace(left, said=said(ASK_EXIT, on=last + timedelta(days=1)))
    values["participations"] = (late,)
    assert codes(consents={"p": consent("answers")}, **values) == ["exit-asked-late"]


# Other claims
def claim(project: str, *rows: ClaimRow, **values: object) -> Claim:
    one = Claim("c1", project, "First", DAY, DAY, datetime.combine(DAY, time(18)), "t", rows=rows)
    return replace(one, **values)  # type: ignore[arg-type]


def test_hours_that_another_project_claimed() -> None:
    hours = ClaimRow("s", "p", "participant", "present", 120, Decimal("2.00"))
    assert found(claims=(claim("other", hours),)) == [("claimed-elsewhere", "s")]
    assert codes(claims=(claim("other", hours, below=frozenset({"p"})),)) == []
    assert codes(courses={"c": ("bridges", "other")}) == ["shared-course"]


def test_a_claim_of_the_same_days_and_one_that_is_damaged() -> None:
    assert codes(claims=(claim("bridges"),)) == ["overlapping-claim"]
    assert codes(claims=(claim("bridges"),), since=DAY + timedelta(days=1)) == []
    assert codes(claims=(claim("bridges", standing="forged"),)) == ["damaged-claim"]
    assert codes(claims=(claim("bridges"),), since=None, until=None) == []


@given(st.permutations(sorted(CODES)))
def test_what_weighs_most_comes_first(order: list[str]) -> None:
    from trainer_app.domain.funding.findings import Where, in_order

    weights = [WEIGHTS.index(of.weight) for of in in_order([Finding(c, Where()) for c in order])]
    assert weights == sorted(weights)
