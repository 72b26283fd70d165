"""The rows of the centre, its trainers and its laptops."""

from __future__ import annotations

from collections.abc import Sequence

from trainer_app.domain.events import Event, of_kind, standing, winner
from trainer_app.domain.folding.row import Row, plain


def trainer(events: Sequence[Event]) -> Row | None:
    """A trainer stays known after she was removed: her name stands beside what she marked."""
    added = winner(of_kind(events, "trainer-added"))
    if added is None:
        return None
    words = added.words
    removed = winner(of_kind(standing(events), "trainer-removed"))
    return {
        "id": added.header.subject,
        "name": words["name"],
        "picture": words["picture"],
        "box_key": words["box_key"],
        "sign_key": words["sign_key"],
        "wrapped": words.get("wrapped"),
        "role": words.get("role") or "trainer",
        "until": words.get("until"),
        "removed": int(removed is not None),
        "known": plain(removed.words["known"]) if removed else "",
    }


def laptop(events: Sequence[Event]) -> Row | None:
    """A laptop's letters and key, and what a trainer said of it last."""
    admitted = winner(of_kind(events, "laptop-admitted"))
    if admitted is None:
        return None
    words = admitted.words
    first = min(of_kind(events, "laptop-admitted"), key=lambda event: event.header.rank)
    said = winner(of_kind(events, "laptop-shut-out", "laptop-readmitted"))
    out = said is not None and said.header.kind == "laptop-shut-out"
    return {
        "id": words["laptop"],
        "code": words["code"],
        "sign_key": words["sign_key"],
        "invitation": first.words.get("invitation"),
        "admitted": first.header.clock,
        "readmitted": int(said is not None and not out),
        "last_seq": said.words["seq"] if said is not None and out else None,
        "last_head": said.words["head"] if said is not None and out else None,
    }


def fork(events: Sequence[Event]) -> Row | None:
    """What a trainer settled about two histories under one laptop's name."""
    best = winner(events)
    if best is None:
        return None
    laptop, after = best.words["laptop"], best.words["after"]
    return {
        "thing": f"fork:{laptop}:{after}",
        "laptop": laptop,
        "after": after,
        "counted": plain(best.words["counted"]),
    }


def centre(events: Sequence[Event]) -> Row | None:
    """The centre's name."""
    best = winner(events)
    return None if best is None else {"thing": "centre", "name": best.words["name"]}


def centre_key(events: Sequence[Event]) -> Row | None:
    """The public key that the centre's news is sealed to."""
    best = winner(events)
    return None if best is None else {"thing": "centre-key", "box_key": best.words["box_key"]}


def recovery(events: Sequence[Event]) -> Row | None:
    """The public keys of the recovery code."""
    best = winner(events)
    if best is None:
        return None
    return {
        "thing": "recovery",
        "box_key": best.words["box_key"],
        "sign_key": best.words["sign_key"],
    }
