"""The list of kinds: what each lets in and refuses."""

from __future__ import annotations

from typing import Any

import pytest
from histories import PEOPLE, bodies
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_app.domain.errors import MalformedEvent
from trainer_app.domain.fields import LATEST_MOMENT
from trainer_app.domain.folding import FOLDS
from trainer_app.domain.kinds import KINDS, Kind

_SOUND: dict[str, Any] = {
    "text": "words", "id": "an-id", "int": 3, "count": 3, "moment": 3, "flag": True,
    "list": ["one"],
    "rows": ["s|participant|late|5|0|"], "date": "2026-11-24", "clock": "10:00",
    "status": "present", "role": "participant",
}  # fmt: skip
_UNSOUND: dict[str, tuple[Any, ...]] = {
    "text": (3, True, ["a"], "half a \ud800 letter"),
    "id": (3, None, ["a"], "half a \udfff letter", "a:b"),
    "int": ("3", 3.0, True, 2**60, -(2**60)),
    "count": ("3", 3.0, False, -1, 2**60),
    "moment": ("3", 3.0, False, -1, LATEST_MOMENT),
    "flag": (1, 0, "yes"),
    "list": ("one", {"a": 1}, [1], [None], ["two\nlines"], [""]),
    "rows": (
        "s|participant|late|5|0|",
        [""],
        ["s|participant|late|5|0"],
        ["s|participant|late|-5|0|"],
        ["s|king|late|5|0|"],
        ["s|participant|asleep|5|0|"],
        ["|participant|late|5|0|"],
        ["s|participant|late|5|0|1|2"],
        ["s|participant|late|٥|0|"],
        ["s|participant|late|5|0|9e9"],
        [f"s|participant|late|{10**16}|0|"],
        ["s|participant|late|5|0|\n"],
    ),
    "date": ("24-11-2026", "2026-02-30", "2026-13-01", "٢٠٢٦-١١-٢٤", 20261124, "2026-11-24\n"),
    "clock": ("9:00", "24:00", "10:60", "١٠:٠٠", 10, "10:00:00"),
    "status": ("asleep", "", 1),
    "role": ("king", "", 1),
}
_FIELDS = [
    pytest.param(kind, name, of, id=f"{kind.name}.{name}")
    for kind in KINDS.values()
    for name, of in kind.fields.items()
]
_KINDS = [pytest.param(kind, id=kind.name) for kind in KINDS.values()]


def sound_body(kind: Kind) -> dict[str, Any]:
    return {name: _SOUND[of.rstrip("?")] for name, of in kind.fields.items()}


def subject_of(kind: Kind) -> str | None:
    return PEOPLE[0] if kind.has_subject else None


def refused_field(kind: Kind, body: dict[str, Any], subject: str | None) -> object:
    with pytest.raises(MalformedEvent) as told:
        kind.check(body, subject)
    assert told.value.facts["kind"] == kind.name
    return told.value.facts["field"]


@pytest.mark.parametrize("kind", _KINDS)
def test_a_sound_body_passes(kind: Kind) -> None:
    kind.check(sound_body(kind), subject_of(kind))


@pytest.mark.parametrize("kind", _KINDS)
@settings(max_examples=20)
@given(data=st.data())
def test_whatever_fits_the_fields_passes(kind: Kind, data: st.DataObject) -> None:
    kind.check(data.draw(bodies(kind)), subject_of(kind))


@pytest.mark.parametrize(("kind", "name", "of"), _FIELDS)
def test_only_an_optional_field_may_be_missing_or_none(kind: Kind, name: str, of: str) -> None:
    without = {key: value for key, value in sound_body(kind).items() if key != name}
    for body in (without, {**without, name: None}):
        if of.endswith("?"):
            kind.check(body, subject_of(kind))
        else:
            assert refused_field(kind, body, subject_of(kind)) == name


@pytest.mark.parametrize(("kind", "name", "of"), _FIELDS)
def test_a_value_of_the_wrong_type_is_refused(kind: Kind, name: str, of: str) -> None:
    for value in _UNSOUND[of.rstrip("?")]:
        if value is None and of.endswith("?"):
            continue
        assert refused_field(kind, {**sound_body(kind), name: value}, subject_of(kind)) == name


@pytest.mark.parametrize("kind", _KINDS)
def test_an_unknown_field_is_refused(kind: Kind) -> None:
    assert refused_field(kind, {**sound_body(kind), "extra": 1}, subject_of(kind)) == "extra"


@pytest.mark.parametrize("kind", _KINDS)
def test_a_person_stands_in_the_header_exactly_where_the_kind_says_so(kind: Kind) -> None:
    wrong = None if kind.has_subject else PEOPLE[0]
    assert refused_field(kind, sound_body(kind), wrong) == "subject"


def test_no_persons_id_holds_what_would_name_another_thing() -> None:
    kind = KINDS["attendance-marked"]
    assert refused_field(kind, sound_body(kind), "person:1") == "subject"


@pytest.mark.parametrize("version", [0, -1, 3])
def test_a_version_that_this_program_never_wrote_is_refused(version: int) -> None:
    kind = KINDS["laptop-admitted"]
    with pytest.raises(MalformedEvent):
        kind.check(sound_body(kind), None, version)


def test_what_an_earlier_version_wrote_is_checked_by_its_own_fields() -> None:
    kind = KINDS["laptop-admitted"]
    body = {"laptop": "l", "code": "A", "sign_key": "k", "certificate": "c"}
    kind.check(body, None, 1)
    with pytest.raises(MalformedEvent):
        kind.check(sound_body(kind), None, 1)


@pytest.mark.parametrize("kind", _KINDS)
def test_the_fields_of_every_earlier_version_are_known(kind: Kind) -> None:
    assert kind.version == len(kind.earlier) + 1


def test_nobody_has_more_right_answers_than_questions() -> None:
    kind = KINDS["quiz-finished"]
    body = {**sound_body(kind), "right": 4, "of": 3}
    assert refused_field(kind, body, PEOPLE[0]) == "right"


@pytest.mark.parametrize("kind", _KINDS)
def test_what_is_personal_or_counted_is_a_field(kind: Kind) -> None:
    assert kind.personal <= set(kind.fields)
    assert kind.counted <= set(kind.fields)
    assert not kind.personal & kind.counted


@pytest.mark.parametrize("kind", _KINDS)
def test_every_kind_says_what_it_is_about_and_that_can_be_folded(kind: Kind) -> None:
    thing = kind.thing_of(sound_body(kind), subject_of(kind))
    assert thing.partition(":")[0] in FOLDS
    assert "None" not in thing


def test_two_people_or_two_sessions_are_two_things() -> None:
    kind = KINDS["attendance-marked"]
    body = sound_body(kind)
    names = {
        kind.thing_of({**body, "session": session}, person)
        for session in ("s1", "s2")
        for person in ("p1", "p2")
    }
    assert len(names) == 4
