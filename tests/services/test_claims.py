"""Claims are frozen and signed; what comes after shows as differences, with its reason."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
import zstandard
from centre_on_laptops import Machines
from centres import Centre
from funded_centre import SINCE, UNTIL, Funded, funded

from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import (
    BadTimes,
    ClaimDamaged,
    ClaimTooLarge,
    EmptyField,
    FiguresChanged,
    NotAllowed,
    NotForSubstitutes,
    UnknownThing,
)
from trainer_app.domain.funding.projects import Rules
from trainer_app.services.courses import Courses
from trainer_app.services.erasing import Erasing
from trainer_app.services.funding import freezing
from trainer_app.services.funding.projects import Projects
from trainer_app.services.settling import Settling


@pytest.fixture
def one(centre: Centre) -> Funded:
    return funded(centre.door, centre.clock, "Amina", "Boris")


def body_of(one: Funded, claim_id: str) -> dict[str, object]:
    """The event of a claim, as it lies in the log."""
    return dict(one.door.ledger.store.events_of(f"claim:{claim_id}")[0].words)


def test_a_claim_holds_its_rows_and_the_three_figures(one: Funded) -> None:
    claim = one.submit()
    assert claim.standing == "good"
    assert (claim.figures.people, claim.figures.attendances) == (2, 4)
    assert claim.figures.hours == Decimal("8.00")
    assert len(claim.rows) == 4
    assert sum(row.hours for row in claim.rows) == claim.figures.hours
    assert {of.id for of in claim.sessions} == {session.id for session in one.sessions}
    assert (claim.name, claim.grant, claim.label) == ("Bridges", "G-1", "First report")
    assert one.claims.list(one.project.id) == (claim,)
    assert not one.claims.diff(claim.id).any


def test_no_name_stands_in_a_claim_and_nothing_that_anybody_said(one: Funded) -> None:
    claim = one.submit()
    text = b64decode(str(body_of(one, claim.id)["frozen"]))
    content = zstandard.ZstdDecompressor().decompress(text).decode()
    assert json.loads(content)["figures"]["people"] == 2
    for word in ("Amina", "Boris", "woman", "1980"):
        assert word not in content


def test_a_correction_shows_with_its_reason_and_changes_no_claim(one: Funded) -> None:
    claim = one.submit()
    one.clock.forward(minutes=5)
    amina = one.people[0]
    one.attending.mark(
        one.sessions[0].id, amina.id, Status.LATE, late=30, reason="Came with the later bus"
    )
    found = one.claims.diff(claim.id)
    (row,) = found.rows
    assert (row.why, row.reason, row.by) == ("correction", "Came with the later bus", "Sanne")
    assert row.person == amina
    assert row.before
    assert row.after
    assert (row.before.minutes, row.after.minutes) == (120, 90)
    assert (found.then.hours, found.now.hours) == (Decimal("8.00"), Decimal("7.50"))
    assert one.claims.one(claim.id) == claim


def test_times_corrected_marks_filled_in_and_taken_away(one: Funded) -> None:
    claim = one.submit()
    one.clock.forward(minutes=5)
    first, second = one.sessions
    one.attending.set_times(first.id, time(10), time(11), "The hall closed early")
    one.attending.mark(second.id, one.people[1].id, None, reason="Was not there")
    found = one.claims.diff(claim.id)
    assert [(row.why, row.reason) for row in found.rows] == [
        ("times", "The hall closed early"),
        ("times", "The hall closed early"),
        ("removed", "Was not there"),
    ]


def test_a_session_that_is_another_project_s_now(one: Funded) -> None:
    claim = one.submit()
    one.clock.forward(minutes=5)
    other = Projects(one.door.ledger).save(replace(one.project, id="", name="Other"))
    courses = Courses(one.door.ledger)
    course = courses.course(one.course.id)
    courses.save_course(replace(course, project=None, funder=None, projects=(other.id,)))
    found = one.claims.diff(claim.id)
    assert {row.why for row in found.rows} == {"session"}
    assert found.now.people == 0


def test_who_is_erased_stays_counted_and_is_told(one: Funded) -> None:
    claim = one.submit()
    boris = one.people[1]
    Erasing(one.door.ledger, lambda: one.door.authority, lambda: None).erase(boris.id)
    found = one.claims.diff(claim.id)
    assert found.rows == ()
    (gone,) = found.people
    assert (gone.change.why, gone.change.then, gone.change.rows) == ("erased", boris.id, 2)
    assert gone.person is None
    # Whether she completed the course is not known any more; all else is as it was.
    assert found.now == replace(found.then, completed=1)


def test_two_entries_that_are_one_person(one: Funded) -> None:
    claim = one.submit()
    one.clock.forward(minutes=5)
    Settling(one.door.ledger).join(one.people[0].id, one.people[1].id)
    found = one.claims.diff(claim.id)
    assert [row.why for row in found.rows] == ["joined", "joined"]
    assert all(row.after is None for row in found.rows)
    assert [of.change.why for of in found.people] == ["joined"]
    assert (found.then.people, found.now.people) == (2, 1)
    assert found.now.hours == Decimal("4.00")


def test_new_rules_show_as_rules_and_in_no_row(one: Funded) -> None:
    claim = one.submit()
    Projects(one.door.ledger).save(replace(one.project, rules=Rules(hour_minutes=45)))
    found = one.claims.diff(claim.id)
    assert found.rows == ()
    assert [(of.rule, of.before, of.after) for of in found.rules] == [("hour_minutes", "60", "45")]
    assert found.now.hours == Decimal("10.68")


def test_a_late_stick_shows_as_what_came_late(machines: Machines) -> None:
    first = machines.first
    here = funded(first.door, first.clock, "Amina")
    second = machines.invited(first)
    machines.pool(first, second)
    there = here.elsewhere(second.door, second.clock)
    chiara = second.enrolling.add_person("Chiara", course_id=here.course.id)
    there.attending.mark(here.sessions[0].id, chiara.id, Status.PRESENT)
    first.clock.forward(minutes=60)
    claim = here.submit()
    machines.pool(first, second)
    found = here.claims.diff(claim.id)
    (row,) = found.rows
    assert (row.why, row.before) == ("late-news", None)
    assert row.person is not None
    assert row.person.name == "Chiara"
    assert (found.then.people, found.now.people) == (1, 2)
    # The other laptop reads the same claim, and says the same of it.
    assert there.claims.one(claim.id) == claim
    assert [of.change for of in there.claims.diff(claim.id).rows] == [row.change]


def test_people_below_the_least_are_kept_apart(centre: Centre) -> None:
    one = funded(centre.door, centre.clock, "Amina", "Boris", rules=Rules(least_minutes=180))
    one.attending.mark(one.sessions[1].id, one.people[1].id, Status.ABSENT, reason="Was ill")
    claim = one.submit()
    assert claim.below == {one.people[1].id}
    assert (claim.figures.people, claim.figures.hours) == (1, Decimal("4.00"))


def test_a_claim_knows_the_claims_before_it(one: Funded) -> None:
    first = one.submit()
    second = one.submit("Corrected report")
    assert second.earlier == (first.id,)
    assert one.claims.beside(second) == (first,)
    assert one.claims.trainer_name(second.by) == "Sanne"
    assert [claim.label for claim in one.claims.list()] == ["Corrected report", "First report"]


def test_a_claim_that_somebody_altered_says_so(one: Funded) -> None:
    claim = one.submit()
    store = one.door.ledger.store
    store._writer.run(
        lambda db: db.execute(
            "UPDATE events SET body = json_set(body, '$.label', 'Other')"
            " WHERE kind = 'claim-submitted'"
        )
    )
    (found,) = one.claims.list(one.project.id)
    assert found.standing == "forged"
    assert found.rows == ()
    with pytest.raises(ClaimDamaged):
        one.claims.diff(claim.id)


def test_a_claim_in_another_s_name_does_not_take_its_place(one: Funded) -> None:
    claim = one.submit()
    one.clock.forward(minutes=5)
    body = {**body_of(one, claim.id), "label": "Smaller"}
    one.door.ledger.write(one.door.ledger.note("claim-submitted", body))
    assert one.claims.list() == (claim,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not base64!",
        b64encode(b"no zstd").decode(),
        b64encode(zstandard.compress(b"[1, 2]")).decode(),
        b64encode(zstandard.compress(b'{"format": 1}')).decode(),
        b64encode(zstandard.compress(b"\0" * (80 * 2**20))).decode(),
    ],
)
def test_what_is_no_claim_is_refused(one: Funded, text: str) -> None:
    body = {**body_of(one, one.submit().id), "claim": "c2", "frozen": text}
    for name in ("signer", "signature"):
        body.pop(name)
    one.door.authority.say("claim-submitted", body)
    assert one.claims.one("c2").standing == "damaged"


def test_any_change_to_what_is_frozen_is_damage_or_told(one: Funded) -> None:
    claim = one.submit()
    content = json.loads(
        zstandard.ZstdDecompressor().decompress(b64decode(str(body_of(one, claim.id)["frozen"])))
    )
    for name in content:
        for other in (None, -1, "x", [[]], {"x": "x"}):
            if name in ("program", "name", "grant") and other in (None, "x"):
                continue
            if name in ("below", "earlier", "sets") and other == []:
                continue
            packed = zstandard.compress(json.dumps({**content, name: other}).encode())
            try:
                read = freezing.thawed(claim, b64encode(packed).decode())
            except ClaimDamaged:
                continue
            # A rule that nobody knows is left out; nothing else is read as something it is not.
            assert name in ("rules", "earlier", "holds"), (name, other, read)


def test_what_it_takes_to_hand_one_in(one: Funded) -> None:
    with pytest.raises(EmptyField):
        one.submit("  ")
    with pytest.raises(BadTimes):
        one.claims.submit(one.project.id, UNTIL, SINCE, "Turned round")
    with pytest.raises(UnknownThing):
        one.claims.submit("nobody", SINCE, UNTIL, "No project")
    seen = one.claims.preview(one.project.id, SINCE, UNTIL)
    one.attending.mark(one.sessions[0].id, one.people[0].id, Status.ABSENT, reason="A slip")
    with pytest.raises(FiguresChanged):
        one.claims.submit(one.project.id, SINCE, UNTIL, "Stale", seen)
    assert one.claims.list() == ()


def test_a_claim_larger_than_an_event_is_refused(
    one: Funded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freezing, "MOST_TEXT", 100)
    with pytest.raises(ClaimTooLarge):
        one.submit()
    assert one.claims.list() == ()


def test_not_for_substitutes_nor_learners(one: Funded) -> None:
    one.door.ledger.substitute = True
    with pytest.raises(NotForSubstitutes):
        one.submit()
    with pytest.raises(NotForSubstitutes):
        one.claims.list()
    one.door.ledger.substitute = False
    trainer, one.door.ledger.trainer = one.door.ledger.trainer, None
    with pytest.raises(NotAllowed):
        one.claims.list()
    one.door.ledger.trainer = trainer
    assert one.claims.preview(one.project.id, date(2020, 1, 1), date(2020, 1, 2)).rows == ()
