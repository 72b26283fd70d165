"""Invented centres: the same seed makes the same people and figures, and reports count them all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from centres import Centre, Clock, tables

from trainer_app.content.library import LessonLibrary
from trainer_app.keys.wrapping import Cost
from trainer_app.services.funding.indicators import Indicators
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.services.inventing import Inventing, Size
from trainer_app.services.reporting import Scope
from trainer_app.store.claims import consents_of


def invented(folder: Path, cost: Cost, library: LessonLibrary, size: Size) -> Centre:
    centre = Centre(folder, Clock(), cost)
    Inventing(centre.ledger, library.lessons).fill(size)
    return centre


def figures(centre: Centre) -> tuple[Any, ...]:
    people = [(p.number, p.name, p.birth_year, p.face, p.listed) for p in centre.enrolling.people()]
    report = centre.reporting.attendance(Scope())
    rows = [
        (r.course, r.session_number, r.date, r.number, r.name, r.role, r.status, r.minutes)
        for r in report.rows
    ]
    return people, rows, report.totals, report.headcount


def test_the_same_seed_invents_the_same_centre(
    tmp_path: Path, cheap_cost: Cost, library: LessonLibrary
) -> None:
    centres = [
        invented(tmp_path / str(number), cheap_cost, library, Size(24, 6, seed=seed))
        for number, seed in enumerate((7, 7, 8))
    ]
    one, same, other = (figures(centre) for centre in centres)
    assert one == same
    assert one[1] != other[1]
    for centre in centres:
        centre.door.lock()


def test_two_hundred_learners_and_forty_sessions_are_all_reported(
    tmp_path: Path, cheap_cost: Cost, library: LessonLibrary
) -> None:
    centre = invented(tmp_path / "big", cheap_cost, library, Size(200, 40))
    report = centre.reporting.attendance(Scope())
    counted = next(
        centre.store.query(
            """
            SELECT count(*) AS marks, count(DISTINCT subject) AS people FROM events
            WHERE kind = 'attendance-marked' AND json_extract(body, '$.status') IS NOT NULL
              AND id NOT IN (SELECT value FROM events, json_each(events.replaces))
            """
        )
    )
    assert len(report.rows) == report.totals.rows == counted["marks"] > 1000
    assert len({row.person_id for row in report.rows}) == counted["people"] == 200
    assert len(centre.courses.sessions()) == 40
    there = next(
        centre.store.query(
            """
            SELECT count(*) AS attendances, count(DISTINCT subject) AS people FROM events
            WHERE kind = 'attendance-marked' AND json_extract(body, '$.role') = 'participant'
              AND json_extract(body, '$.status')
                  IN ('present', 'late', 'left-early', 'late-left-early')
            """
        )
    )
    assert report.totals.attendances == there["attendances"]
    assert report.totals.people == there["people"]
    heads = next(
        centre.store.query(
            "SELECT sum(json_extract(body, '$.delta')) AS n FROM events"
            " WHERE kind = 'headcount-changed'"
        )
    )
    assert report.headcount == heads["n"]
    per_session = sum(
        centre.reporting.attendance(Scope(session=session.id)).totals.rows
        for session in centre.courses.sessions()
    )
    assert per_session == report.totals.rows
    before = tables(centre.store)
    centre.store.rebuild()
    assert tables(centre.store) == before
    centre.door.lock()


def test_a_project_s_figures_a_check_and_a_claim_have_something_to_tell(
    tmp_path: Path, cheap_cost: Cost, library: LessonLibrary
) -> None:
    centre = invented(tmp_path, cheap_cost, library, Size(48, 12))
    sets = [one.sets for one in Projects(centre.ledger).all()]
    assert sets[0] == ("esf-plus", "sadd")
    assert all("sadd" in one for one in sets)
    project = Projects(centre.ledger).all()[0]
    participating = Participating(centre.ledger, library.competences)
    indicators = Indicators(centre.ledger)
    found = indicators.figures(participating.roll(Scope(project=project.id)), "esf-plus")
    assert found.counted > 0
    assert found.incomplete
    told = {one.code: one.total for one in found.figures}
    assert told["EECO01"]
    assert any(told[code] for code in ("EECO02", "EECO04", "EECO05"))
    known = [one.id for one in centre.enrolling.people()]
    consents = consents_of(centre.store, project.id, known)
    assert {one.how for of in consents.values() for one in of.values()} == {"spoken", "signed"}
    assert {one.given for of in consents.values() for one in of.values()} == {True, False}
    centre.door.lock()


@pytest.mark.parametrize("size", [Size(0, 0), Size(1, 1), Size(3, 40), Size(5, 0)])
def test_small_centres_can_be_invented_too(
    centre: Centre, library: LessonLibrary, size: Size
) -> None:
    Inventing(centre.ledger, library.lessons).fill(size)
    assert len(centre.enrolling.people()) == size.learners
    assert len(centre.courses.sessions()) == size.sessions
