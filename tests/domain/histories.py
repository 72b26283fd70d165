"""Histories to try the rules on: any events that the kinds allow, about one thing."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from trainer_app.domain.attendance import Role, Status
from trainer_app.domain.events import EARLIEST_CLOCK, LATEST_CLOCK, Draft, Event, seal
from trainer_app.domain.kinds import KINDS, Kind

DEVICES = ("laptop-a", "laptop-b", "laptop-c")
PEOPLE = ("person-1", "person-2", "person-3")
FIXED = {
    name: f"{name}-1"
    for name in (
        "course", "session", "sitting", "lesson", "laptop", "after", "edge", "other", "erasure",
        "project", "scam", "plan", "place", "path", "question",
        "helping", "feeling", "experiment", "sheet",
        "partner", "cost", "work", "answer", "use", "claim", "purpose", "public", "award", "period",
        "made",
    )
}  # fmt: skip

clocks = st.integers(EARLIEST_CLOCK, LATEST_CLOCK - 1)
_words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
_item = st.text("abcdefgh-0123456789", min_size=1, max_size=8)
_few = st.integers(0, 12)
_roles, _statuses = (
    st.sampled_from([str(r) for r in Role]),
    st.sampled_from([str(s) for s in Status]),
)
lines_left = st.builds(
    "{}|{}|{}|{}|{}|{}".format,
    st.sampled_from(["session-1", "session-2"]),
    _roles,
    _statuses,
    _few,
    _few,
    st.just("") | st.integers(0, 2_000_000_000),
)
"""Attendance that an erased person leaves to be counted."""
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": _words,
    "id": st.sampled_from(["one", "two", "three"]),
    "int": st.integers(-5, 2000),
    "count": _few,
    "moment": _few,
    "flag": st.booleans(),
    "list": st.lists(_item, max_size=4),
    "date": st.dates().map(lambda day: day.isoformat()),
    "clock": st.times().map(lambda moment: f"{moment:%H:%M}"),
    "rows": st.lists(lines_left, max_size=3),
    "status": _statuses,
    "role": _roles,
}


@cache
def values(field_type: str) -> st.SearchStrategy[Any]:
    """Values that fit a field of this type."""
    fitting = _VALUES[field_type.rstrip("?")]
    return st.none() | fitting if field_type.endswith("?") else fitting


@st.composite
def bodies(draw: st.DrawFn, kind: Kind) -> dict[str, Any]:
    """A body that this kind allows; what names its thing is always the same."""
    body = {
        name: FIXED[name] if f"{{{name}}}" in kind.thing else draw(values(field_type))
        for name, field_type in kind.fields.items()
    }
    if kind.name == "quiz-finished":
        body["right"] = draw(st.integers(0, body["of"]))
    optional = [name for name, of in kind.fields.items() if of.endswith("?")]
    left_out = draw(_some_of(tuple(optional)))
    return {name: value for name, value in body.items() if name not in left_out}


@cache
def _some_of(names: tuple[str, ...]) -> st.SearchStrategy[set[str]]:
    return st.sets(st.sampled_from(names)) if names else st.just(set[str]())


@st.composite
def histories(draw: st.DrawFn, thing_kind: str, max_size: int = 8) -> list[Event]:
    """Events about one thing from several laptops; some replace what came before them."""
    kinds = [kind for kind in KINDS.values() if kind.thing.partition(":")[0] == thing_kind]
    events: list[Event] = []
    for seq in range(1, draw(st.integers(1, max_size)) + 1):
        kind = draw(st.sampled_from(kinds))
        subject = None
        if kind.has_subject:
            subject = PEOPLE[0] if "{subject}" in kind.thing else draw(st.sampled_from(PEOPLE))
        old = draw(st.sets(st.sampled_from([e.id for e in events]))) if events else set()
        draft = Draft(kind.name, draw(bodies(kind)), subject, None, tuple(old))
        events.append(
            seal(
                draft,
                id=f"event-{draw(st.integers(0, 999)):03}-{seq}",
                device=draw(st.sampled_from(DEVICES)),
                seq=seq,
                clock=draw(clocks),
                previous="0" * 64,
                salt=f"{seq:032x}",
                version=kind.version,
            )
        )
    return events


@st.composite
def shuffled_with_repeats(draw: st.DrawFn, events: list[Event]) -> list[Event]:
    """The same events in another order, some of them more than once."""
    more = draw(st.lists(st.sampled_from(events), max_size=len(events)))
    return list(draw(st.permutations([*events, *more])))
