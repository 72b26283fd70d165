"""Where to start is kept for those at the laptop, and for nobody else."""

from __future__ import annotations

import json

from centres import Centre

from trainer_app.domain.placement import Placement
from trainer_app.services.placing import Placing

PLACEMENT = Placement(alone=("start-touch",), helped=("join-greet",), unknown=("seen-post",))


def kept(centre: Centre) -> list[dict[str, object]]:
    rows = centre.store.query("SELECT subject, body FROM events WHERE kind = 'placed' ORDER BY seq")
    return [{"subject": row["subject"], **json.loads(row["body"])} for row in rows]


def test_each_at_the_laptop_gets_what_was_found_and_no_word_is_in_it(centre: Centre) -> None:
    people = centre.evening("Abdi", "Olena").people
    sittings = [centre.sit(person) for person in people]
    placing = Placing(centre.ledger)
    assert placing.start() is None
    placing.place(PLACEMENT, "call-family")
    assert kept(centre) == [
        {
            "subject": person.id, "sitting": sitting, "alone": ["start-touch"],
            "helped": ["join-greet"], "unknown": ["seen-post"], "lesson": "call-family",
            "at": centre.ledger.seconds(),
        }
        for person, sitting in zip(people, sittings, strict=True)
    ]  # fmt: skip
    assert placing.start() == "call-family"


def test_the_latest_holds_and_who_differ_are_pointed_nowhere(centre: Centre) -> None:
    abdi, olena = centre.evening("Abdi", "Olena").people
    placing = Placing(centre.ledger)
    sitting = centre.sit(abdi)
    placing.place(PLACEMENT, "call-family")
    centre.clock.forward(minutes=5)
    placing.place(Placement(), "my-first-post")
    assert placing.start() == "my-first-post"
    centre.sit(olena)
    assert placing.start() is None
    centre.seats.leave(olena.id)
    centre.seats.void(sitting, abdi.id)
    centre.seats.leave()
    centre.sit(abdi)
    assert placing.start() is None


def test_of_a_guest_nothing_is_kept(centre: Centre) -> None:
    for placing in (Placing(None), Placing(centre.ledger)):
        placing.place(PLACEMENT, "call-family")
        assert placing.start() is None
    assert kept(centre) == []
