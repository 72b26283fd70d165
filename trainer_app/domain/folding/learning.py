"""The rows of what learners do, and of what is put up for them."""

from __future__ import annotations

from collections.abc import Sequence

from trainer_app.domain.events import Event, of_kind, standing, winner
from trainer_app.domain.folding.row import Row, plain, strongest
from trainer_app.domain.quiz import passed


def sitting(events: Sequence[Event]) -> Row | None:
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


def work(events: Sequence[Event]) -> Row | None:
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
        "goals_done": plain(sorted({goal for play in plays for goal in play.words["goals"]})),
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


def recall(events: Sequence[Event]) -> Row | None:
    """A question of an earlier lesson, asked again in a sitting; the first answer counts."""
    left = standing(events)
    if not left:
        return None
    words = left[0].words
    return {
        "thing": f"recall:{words['sitting']}:{words['lesson']}:{words['question']}",
        "sitting": words["sitting"],
        "lesson": words["lesson"],
        "question": words["question"],
        "right": int(words["right"]),
        "at": words["at"],
    }


placed = strongest()
"""Where somebody could start, as a sitting found out last."""


def scam(events: Sequence[Event]) -> Row | None:
    """A scam on the shelf. Taking it down is final: to put it there again is a new one."""
    shelved = winner(of_kind(events, "scam-shelved"))
    if shelved is None or of_kind(events, "scam-unshelved"):
        return None
    return {**shelved.words}


def plan(events: Sequence[Event]) -> Row | None:
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
        "sheet": plain(words["sheet"]),
        "at": words["at"],
    }
