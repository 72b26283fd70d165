"""Which topics screens hear of when events came in from another laptop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trainer_app.domain.kinds import KINDS

_EVERYTHING = (
    "answers", "attendance", "awards", "claims", "courses", "experiments", "feelings", "hands",
    "headcount", "help", "helpings", "laptops", "listening", "paths", "people", "pictures",
    "plans", "projects", "scams", "sessions", "sittings", "work",
)  # fmt: skip

BY_THING: Mapping[str, tuple[str, ...]] = {
    "centre": ("people",),
    "centre-key": (),
    "trainer": ("people", "laptops"),
    "recovery": (),
    # What counts and what does not changes with these.
    "laptop": _EVERYTHING,
    "fork": _EVERYTHING,
    "edge": _EVERYTHING,
    "erasure": _EVERYTHING,
    "apart": ("people",),
    "restriction": ("people",),
    "project": ("projects", "courses"),
    "partner": ("projects",),
    "cost": ("projects",),
    "work-done": ("projects",),
    "pay": ("projects",),
    "answer": ("answers",),
    "consent": ("answers",),
    "left": ("answers",),
    "claim": ("claims",),
    "trainers-key": (),
    "award": ("awards",),
    "doubles": (),
    "print": (),
    "course": ("courses",),
    "session": ("sessions",),
    "times": ("sessions", "attendance", "sittings"),
    "headcount": ("headcount",),
    "listening": ("listening",),
    "scam": ("scams",),
    "person": ("people",),
    "pictures": ("pictures",),
    "enrolment": ("people", "courses"),
    "attendance": ("attendance",),
    "sitting": ("sittings", "attendance", "work"),
    "hand": ("hands",),
    "work": ("work",),
    "recall": ("work",),
    "placed": ("work",),
    "plan": ("plans",),
    "help": ("help",),
    "path": ("paths",),
    "door": ("laptops",),
    "check": ("laptops",),
    "room": ("sessions",),
    "offer": ("helpings",),
    "helping": ("helpings",),
    "asked": ("feelings",),
    "feeling": ("feelings",),
    "experiment": ("experiments",),
    "sheet": ("attendance",),
}


def topics_of(kinds: Iterable[str]) -> frozenset[str]:
    """The topics of kinds of events; a kind of a newer program shows nowhere yet."""
    things = {KINDS[kind].thing.partition(":")[0] for kind in kinds if kind in KINDS}
    return frozenset(topic for thing in things for topic in BY_THING[thing])
