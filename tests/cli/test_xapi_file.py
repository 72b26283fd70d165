"""Learning records as xAPI statements: the right ones, without names, and taken by a real store."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from command_line import command, stay_at_home
from hand_count import Plain, counted, standing
from learning_records import learning_records
from xapi_reading import check

from trainer_app import app
from trainer_app.keys.wrapping import Cost

# One worker makes the centre once.
pytestmark = pytest.mark.xdist_group("xapi-file")


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory, cheap_cost: Cost) -> Path:
    """A centre where people learned, and one of them answered questions one by one."""
    folder = tmp_path_factory.mktemp("xapi") / "centre"
    door, lock = app.open_door(folder, cost=cheap_cost)
    app.invent(door, learners=40, sessions=16, seed=11)
    _, person, quiz = next(each for each in standing(folder) if each[0] == "quiz-finished")
    words = {key: quiz[key] for key in ("sitting", "lesson", "at")}
    for number, right in enumerate((True, False, True)):
        body = {**words, "question": f"q{number}", "choice": "b", "right": right}
        door.ledger.write(door.ledger.note("question-answered", body, person))
    door.lock()
    lock.release()
    stay_at_home(folder)
    return folder


def exported(centre: Path, out: Path, *more: str) -> bytes:
    said = command(
        "export", "xapi", "--data", centre, "--format", out.suffix[1:], "--out", out, *more
    )
    assert (said.code, said.err) == (0, "")
    return out.read_bytes()


def statements(centre: Path, out: Path, *more: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported(centre, out, *more).splitlines()]


def by_hand(centre: Path) -> Counter[str]:
    """How many of each there must be, from the raw events."""
    events = standing(centre)
    quizzes = [
        (person, words["lesson"], 100 * words["right"] >= 60 * words["of"])
        for kind, person, words in events
        if kind == "quiz-finished"
    ]
    return Counter(
        registered=sum(kind == "enrolled" and words["active"] for kind, _, words in events),
        attended=counted(centre, None, Plain()).attendances,
        answered=sum(kind == "question-answered" for kind, *_ in events),
        passed=sum(won for *_, won in quizzes),
        failed=sum(not won for *_, won in quizzes),
        completed=len({(person, lesson) for person, lesson, won in quizzes if won}),
    )


def test_every_statement_is_one_by_the_specification(centre, tmp_path):
    found = statements(centre, tmp_path / "x.jsonl")
    for one in found:
        check(one)
    assert len({one["id"] for one in found}) == len(found)


def test_there_are_as_many_of_each_as_happened(centre, tmp_path):
    found = statements(centre, tmp_path / "x.jsonl")
    assert Counter(one["verb"]["display"]["en"] for one in found) == by_hand(centre)
    assert all(count > 0 for count in by_hand(centre).values())
    about = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))["resources"][0]
    assert about["rowCount"] == len(found)
    notes = {note["label"]: note["value"] for note in about["notes"]}
    assert notes["Statements"] == str(len(found))
    assert "still personal data" in notes["Personal data"]


def test_nobody_is_named(centre, tmp_path):
    text = exported(centre, tmp_path / "x.jsonl").decode()
    for kind, person, words in standing(centre):
        if kind == "person-set":
            assert words["name"] not in text
            assert person not in text


def test_the_same_events_give_the_same_statements(centre, tmp_path):
    first = statements(centre, tmp_path / "a.jsonl")
    assert statements(centre, tmp_path / "b.jsonl") == first
    assert json.loads(exported(centre, tmp_path / "c.json")) == first


def test_a_centre_may_go_by_a_name_of_its_own(centre, tmp_path):
    found = statements(centre, tmp_path / "x.jsonl", "--centre", "Canal House, Utrecht")
    pages = {one["actor"]["account"]["homePage"] for one in found}
    assert pages == {"urn:trainer-app:canal-house-utrecht"}


def test_days_narrow_what_is_told(centre, tmp_path):
    whole = statements(centre, tmp_path / "a.jsonl")
    days = sorted(datetime.fromisoformat(one["timestamp"]).date() for one in whole)
    middle = days[len(days) // 2].isoformat()
    part = statements(centre, tmp_path / "b.jsonl", "--from", middle)
    assert 0 < len(part) < len(whole)
    assert {one["id"] for one in part} <= {one["id"] for one in whole}


@pytest.mark.slow
def test_a_real_store_takes_every_statement_once(centre, tmp_path):
    body = exported(centre, tmp_path / "x.json")
    sent = json.loads(body)
    with learning_records(tmp_path) as records:
        status, taken = records.post(body)
        assert (status, taken) == (200, [one["id"] for one in sent])
        stored = records.statements()
        verbs = Counter(one["verb"]["id"].rpartition("/")[2] for one in stored)
        assert verbs == by_hand(centre)
        # The same again is nothing new, and what was said stays as it was said.
        assert records.post(body)[0] == 204
        assert len(records.statements()) == len(sent)
        changed = {**sent[0], "timestamp": "2020-01-01T00:00:00+00:00"}
        assert records.post(json.dumps(changed).encode())[0] == 409
        assert records.post(b'{"actor": {}}')[0] == 422
