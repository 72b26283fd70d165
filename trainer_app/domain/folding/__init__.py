"""From all events about one thing to the row that screens read; any order gives the same row.

Each fold gets the events of one thing and returns its row, or None where there is nothing to show.
"""

from __future__ import annotations

from collections.abc import Mapping

from trainer_app.domain.folding import centre, evenings, funding, learning, people
from trainer_app.domain.folding.row import Fold, Row, strongest, without

__all__ = ["FOLDS", "Fold", "Row", "key_of"]

FOLDS: Mapping[str, tuple[str, Fold]] = {
    "centre": ("centre", centre.centre),
    "centre-key": ("centre_keys", centre.centre_key),
    "trainer": ("trainers", centre.trainer),
    "recovery": ("recovery", centre.recovery),
    "laptop": ("laptops", centre.laptop),
    "fork": ("forks", centre.fork),
    "course": ("courses", strongest(course="id")),
    "session": ("sessions", strongest(session="id")),
    "times": ("session_times", without(strongest(), "reason")),
    "headcount": ("headcounts", people.headcount),
    "listening": ("listening", strongest()),
    "edge": ("edges", people.edge),
    "apart": ("apart", people.apart),
    "erasure": ("erasures", people.erasure),
    "restriction": ("restrictions", people.restriction),
    "project": ("projects", strongest(project="id")),
    "person": ("people", strongest(subject="id")),
    "pictures": ("pictures", strongest(subject="person")),
    "enrolment": ("enrolments", people.enrolment),
    "attendance": ("attendance", people.attendance),
    "sitting": ("sittings", learning.sitting),
    "hand": ("hands", without(strongest(), "")),
    "work": ("work", learning.work),
    "recall": ("recalls", learning.recall),
    "placed": ("placings", learning.placed),
    "scam": ("scams", learning.scam),
    "plan": ("plans", learning.plan),
    "help": ("help_places", strongest(place="id")),
    "path": ("paths", strongest(path="id")),
    "door": ("doors", evenings.door),
    "check": ("checks", evenings.check),
    "room": ("rooms", strongest()),
    "offer": ("offers", strongest()),
    "helping": ("helpings", evenings.helping),
    "asked": ("asked", strongest()),
    "feeling": ("feelings", strongest(feeling="id")),
    "experiment": ("experiments", strongest(experiment="id")),
    "sheet": ("sheets", evenings.sheet),
    "partner": ("partners", strongest(partner="id")),
    "cost": ("costs", strongest(cost="id")),
    "work-done": ("work_done", strongest(work="id", subject="person")),
    "pay": ("pay", funding.pay),
    "answer": ("answers", funding.answer),
    "consent": ("consents", funding.consent),
    "left": ("leavings", funding.left),
    "claim": ("claims", without(strongest(claim="id"), "signature")),
    "trainers-key": ("trainers_keys", funding.trainers_key),
    "award": ("awards", strongest(award="id", subject="person")),
    "doubles": ("doubles", funding.doubles),
    "print": ("prints", funding.fingerprint),
}
"""Thing (the part before the first colon) to its table and fold."""


def key_of(thing: str) -> str:
    """The value of the primary key of a thing's row."""
    kind, _, rest = thing.partition(":")
    whole = {
        "centre", "centre-key", "recovery", "enrolment", "attendance", "work", "fork", "apart",
        "plan", "recall", "consent", "left", "trainers-key", "doubles", "pay",
    }  # fmt: skip
    return thing if kind in whole else rest
