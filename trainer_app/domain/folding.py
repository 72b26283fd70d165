"""From all events about one thing to the row that screens read; any order gives the same row.

Each fold gets the events of one thing and returns its row, or None where there is nothing to show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from trainer_app.domain.conflicts import competing
from trainer_app.domain.events import Event, of_kind, standing, winner
from trainer_app.domain.fields import LARGEST
from trainer_app.domain.quiz import passed

Row = dict[str, Any]
Fold = Callable[[Sequence[Event]], Row | None]


def _strongest(**columns: str) -> Fold:
    """A fold that shows the winning event's body; `columns` rename `field="column"`."""

    def fold(events: Sequence[Event]) -> Row | None:
        best = winner(events)
        if best is None:
            return None
        row: Row = {columns.get(name, name): _plain(value) for name, value in best.words.items()}
        if "subject" in columns:
            row[columns["subject"]] = best.header.subject
        return row

    return fold


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, list | tuple):
        return "\n".join(str(item) for item in value)
    return value


def _trainer(events: Sequence[Event]) -> Row | None:
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
        "known": _plain(removed.words["known"]) if removed else "",
    }


def _laptop(events: Sequence[Event]) -> Row | None:
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


def _fork(events: Sequence[Event]) -> Row | None:
    best = winner(events)
    if best is None:
        return None
    laptop, after = best.words["laptop"], best.words["after"]
    return {
        "thing": f"fork:{laptop}:{after}",
        "laptop": laptop,
        "after": after,
        "counted": _plain(best.words["counted"]),
    }


def _edge(events: Sequence[Event]) -> Row | None:
    """Two ids of one person. Taking it back is final: joining again is a new edge."""
    joined = winner(of_kind(events, "same-person"))
    if joined is None or of_kind(events, "same-person-undone"):
        return None
    return {"edge": joined.words["edge"], "a": joined.header.subject, "b": joined.words["other"]}


def _apart(events: Sequence[Event]) -> Row | None:
    best = winner(events)
    if best is None:
        return None
    a, b = best.header.subject, best.words["other"]
    return {"thing": f"apart:{a}:{b}", "a": a, "b": b}


def _restriction(events: Sequence[Event]) -> Row | None:
    best = winner(events)
    if best is None or not best.words["on"]:
        return None
    return {"person": best.header.subject, "until": best.words.get("until")}


def _erasure(events: Sequence[Event]) -> Row | None:
    best = winner(events)
    return None if best is None else {
        name: _plain(best.words[name]) for name in ("erasure", "people", "attendance")
    }  # fmt: skip


def _without(fold: Fold, *fields: str) -> Fold:
    def narrower(events: Sequence[Event]) -> Row | None:
        row = fold(events)
        return None if row is None else {k: v for k, v in row.items() if k not in fields}

    return narrower


def _centre(events: Sequence[Event]) -> Row | None:
    best = winner(events)
    return None if best is None else {"thing": "centre", "name": best.words["name"]}


def _centre_key(events: Sequence[Event]) -> Row | None:
    best = winner(events)
    return None if best is None else {"thing": "centre-key", "box_key": best.words["box_key"]}


def _recovery(events: Sequence[Event]) -> Row | None:
    best = winner(events)
    if best is None:
        return None
    return {
        "thing": "recovery",
        "box_key": best.words["box_key"],
        "sign_key": best.words["sign_key"],
    }


def _headcount(events: Sequence[Event]) -> Row | None:
    left = standing(events)
    if not left:
        return None
    total = sum(int(event.words["delta"]) for event in left)
    return {"session": left[0].words["session"], "count": min(max(0, total), LARGEST)}


def _enrolment(events: Sequence[Event]) -> Row | None:
    best = winner(events)
    if best is None:
        return None
    course, person = best.words["course"], best.header.subject
    return {
        "thing": f"enrolment:{course}:{person}",
        "course": course,
        "person": person,
        "on": best.words["on"],
        "active": int(best.words["active"]),
    }


def _attendance(events: Sequence[Event]) -> Row | None:
    left = standing(events)
    if not left or left[-1].words.get("status") is None:
        return None
    best = left[-1]
    session, person = best.words["session"], best.header.subject
    return {
        "thing": f"attendance:{session}:{person}",
        "session": session,
        "person": person,
        "status": best.words["status"],
        "late": best.words["late"],
        "early": best.words["early"],
        "left_at": best.words.get("left_at"),
        "role": best.words["role"],
        "marks": len(competing("attendance", left)),
    }


def _sitting(events: Sequence[Event]) -> Row | None:
    """A sitting belongs to whom it was moved to last; voided work is kept but not counted."""
    began = winner(of_kind(events, "sitting-began"))
    if began is None:
        return None
    ended = winner(of_kind(events, "sitting-ended"))
    moved = winner(of_kind(events, "sitting-moved"))
    voided = winner(of_kind(events, "sitting-voided"))
    return {
        "id": began.words["sitting"],
        "person": moved.header.subject if moved else began.header.subject,
        "device": began.header.device,
        "session": began.words.get("session"),
        "began": began.words["at"],
        "ended": ended.words["at"] if ended else None,
        "void": int(bool(voided and voided.words["void"])),
    }


def _work(events: Sequence[Event]) -> Row | None:
    """What one sitting did in one lesson: how far, how well, and whether it is stuck."""
    left = standing(events)
    if not left:
        return None
    pages = of_kind(left, "page-reached")
    answers = of_kind(left, "question-answered")
    quizzes = of_kind(left, "quiz-finished")
    plays = of_kind(left, "practice-played")
    best = max(quizzes, key=_share, default=None)
    furthest = max(plays, key=_met, default=None)
    right = [quiz for quiz in quizzes if passed(quiz.words["right"], quiz.words["of"])]
    practised = any(play.words["done"] for play in plays)
    sitting, lesson = left[0].words["sitting"], left[0].words["lesson"]
    return {
        "thing": f"work:{sitting}:{lesson}",
        "sitting": sitting,
        "lesson": lesson,
        "page": pages[-1].words["page"] if pages else 0,
        "furthest": max((event.words["page"] for event in pages), default=0),
        "pages": pages[-1].words["pages"] if pages else 0,
        "wrong_in_a_row": _wrong_in_a_row(answers),
        "best_right": best.words["right"] if best else None,
        "best_of": best.words["of"] if best else None,
        "passed": int(_passed(right, plays) or bool(right and practised)),
        "quiz_passed": int(bool(right)),
        "goals_met": len(furthest.words["goals"]) if furthest else 0,
        "goals": furthest.words["of"] if furthest else 0,
        "practised": int(practised),
        "finished": len(quizzes),
        "last_at": max(event.words["at"] for event in left),
    }


def _passed(right: Sequence[Event], plays: Sequence[Event]) -> bool:
    """Whether a quiz or a practice passes its lesson alone, as the lesson was then."""
    return any(not quiz.words.get("practice") for quiz in right) or any(
        play.words["done"] and play.words["alone"] for play in plays
    )


def _met(event: Event) -> tuple[int, int, str]:
    return (len(event.words["goals"]), event.words["of"], event.id)


def _share(event: Event) -> tuple[int, int, str]:
    words = event.words
    return (words["right"] * 10_000 // max(1, words["of"]), words["of"], event.id)


def _wrong_in_a_row(answers: Sequence[Event]) -> int:
    count = 0
    for event in reversed(answers):
        if event.words["right"]:
            break
        count += 1
    return count


def _scam(events: Sequence[Event]) -> Row | None:
    """A scam on the shelf. Taking it down is final: to put it there again is a new one."""
    shelved = winner(of_kind(events, "scam-shelved"))
    if shelved is None or of_kind(events, "scam-unshelved"):
        return None
    return {**shelved.words}


def _plan(events: Sequence[Event]) -> Row | None:
    """A plan that somebody keeps. Dropping it is final."""
    kept = winner(of_kind(events, "plan-kept"))
    if kept is None or of_kind(events, "plan-dropped"):
        return None
    person, words = kept.header.subject, kept.words
    return {
        "thing": f"plan:{person}:{words['plan']}",
        "plan": words["plan"],
        "person": person,
        "lesson": words["lesson"],
        "version": words["version"],
        "sheet": _plain(words["sheet"]),
        "at": words["at"],
    }


FOLDS: Mapping[str, tuple[str, Fold]] = {
    "centre": ("centre", _centre),
    "centre-key": ("centre_keys", _centre_key),
    "trainer": ("trainers", _trainer),
    "recovery": ("recovery", _recovery),
    "laptop": ("laptops", _laptop),
    "fork": ("forks", _fork),
    "course": ("courses", _strongest(course="id")),
    "session": ("sessions", _strongest(session="id")),
    "times": ("session_times", _without(_strongest(), "reason")),
    "headcount": ("headcounts", _headcount),
    "listening": ("listening", _strongest()),
    "edge": ("edges", _edge),
    "apart": ("apart", _apart),
    "erasure": ("erasures", _erasure),
    "restriction": ("restrictions", _restriction),
    "project": ("projects", _strongest(project="id")),
    "person": ("people", _strongest(subject="id")),
    "pictures": ("pictures", _strongest(subject="person")),
    "enrolment": ("enrolments", _enrolment),
    "attendance": ("attendance", _attendance),
    "sitting": ("sittings", _sitting),
    "hand": ("hands", _without(_strongest(), "")),
    "work": ("work", _work),
    "scam": ("scams", _scam),
    "plan": ("plans", _plan),
}
"""Thing (the part before the first colon) to its table and fold."""


def key_of(thing: str) -> str:
    """The value of the primary key of a thing's row."""
    kind, _, rest = thing.partition(":")
    whole = {
        "centre", "centre-key", "recovery", "enrolment", "attendance", "work", "fork", "apart",
        "plan",
    }  # fmt: skip
    return thing if kind in whole else rest
