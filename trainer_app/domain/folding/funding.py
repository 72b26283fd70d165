"""The rows of projects, answers, claims and keys that trainers share."""

from __future__ import annotations

import json
from collections.abc import Sequence

from trainer_app.domain.events import Event, of_kind, standing, winner
from trainer_app.domain.folding.row import Row, strongest

_ANSWER = ("project", "stage", "question", "value", "sealed", "key", "on", "language", "at")


def answer(events: Sequence[Event]) -> Row | None:
    """What somebody said. Taking it back is final: to say it again is a new one."""
    best = winner(of_kind(events, "answer-given"))
    if best is None or of_kind(events, "answer-dropped"):
        return None
    said = best.words
    return {
        "id": said["answer"],
        "person": best.header.subject,
        **{name: said.get(name) for name in _ANSWER},
        "interpreter": int(said["interpreter"]),
        "by": best.header.by,
    }


def consent(events: Sequence[Event]) -> Row | None:
    """A person's last word on one use of her data."""
    row = strongest(subject="person")(events)
    return row and {"thing": f"consent:{row['project']}:{row['use']}:{row['person']}", **row}


def pay(events: Sequence[Event]) -> Row | None:
    """Whether somebody is paid for what she does in a project's sessions."""
    row = strongest(subject="person")(events)
    return row and {"thing": f"pay:{row['project']}:{row['person']}", **row}


def left(events: Sequence[Event]) -> Row | None:
    """When somebody left a project; no row if she did not."""
    best = winner(events)
    if best is None or best.words.get("on") is None:
        return None
    project, person = best.words["project"], best.header.subject
    return {
        "thing": f"left:{project}:{person}",
        "project": project,
        "person": person,
        "on": best.words["on"],
    }


def trainers_key(events: Sequence[Event]) -> Row | None:
    """A shared key, with what each trainer opens it by: lodged by whoever could, all count."""
    left = standing(events)
    if not left:
        return None
    lodged: dict[str, str] = {}
    for event in left:
        lodged = {**lodged, **_lodged(event.words["lodged"])}
    said = left[0].words
    return {
        "thing": f"trainers-key:{said['purpose']}:{said['public']}",
        "purpose": said["purpose"],
        "public": said["public"],
        "lodged": json.dumps(lodged, sort_keys=True, separators=(",", ":")),
        "at": min(event.words["at"] for event in left),
    }


def _lodged(text: str) -> dict[str, str]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: value for name, value in found.items() if isinstance(value, str)}


def fingerprint(events: Sequence[Event]) -> Row | None:
    """A print of somebody for one project and period. Taking it away is final."""
    if of_kind(events, "print-dropped"):
        return None
    return strongest(made="id", subject="person")(events)


def doubles(events: Sequence[Event]) -> Row | None:
    """By which key the people of a project are counted once over all centres, if by any."""
    row = strongest()(events)
    if row is None or row.get("key") is None:
        return None
    return {"thing": f"doubles:{row['project']}:{row['period']}", **row}
