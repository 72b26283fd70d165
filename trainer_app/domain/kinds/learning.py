"""What learners do: sittings, pages, questions, practices, recall, and the plans they keep."""

from __future__ import annotations

from trainer_app.domain.kinds.kind import Kind

KINDS = (
    # Learning
    Kind(
        "sitting-began",
        "sitting:{sitting}",
        {"sitting": "id", "session": "id?", "at": "moment"},
        has_subject=True,
    ),
    Kind("sitting-ended", "sitting:{sitting}", {"sitting": "id", "at": "moment"}, has_subject=True),
    Kind(
        "sitting-voided",
        "sitting:{sitting}",
        {"sitting": "id", "void": "flag"},
        has_subject=True,
    ),
    Kind("sitting-moved", "sitting:{sitting}", {"sitting": "id"}, has_subject=True),
    Kind(
        "hand-set",
        "hand:{sitting}",
        {"sitting": "id", "up": "flag", "at": "moment"},
        has_subject=True,
    ),
    Kind(
        "page-reached",
        "work:{sitting}:{lesson}",
        {"sitting": "id", "lesson": "text", "page": "count", "pages": "count", "at": "moment"},
        has_subject=True,
    ),
    Kind(
        "question-answered",
        "work:{sitting}:{lesson}",
        {
            "sitting": "id",
            "lesson": "text",
            "question": "text",
            "choice": "text",
            "right": "flag",
            "at": "moment",
        },
        has_subject=True,
    ),
    Kind(
        "quiz-finished",
        "work:{sitting}:{lesson}",
        {
            "sitting": "id",
            "lesson": "text",
            "version": "count",
            "right": "count",
            "of": "count",
            # Whether the lesson had a practice then, in the language that was played: if so, the
            # quiz passes it together with that. Before there were practices nobody said.
            "practice": "flag?",
            "at": "moment",
        },
        version=2,
        has_subject=True,
        at_most=("right", "of"),
        earlier=(
            {
                "sitting": "id",
                "lesson": "text",
                "version": "count",
                "right": "count",
                "of": "count",
                "at": "moment",
            },
        ),
    ),
    Kind(
        "practice-played",
        "work:{sitting}:{lesson}",
        {
            "sitting": "id",
            "lesson": "text",
            "version": "count",
            # Ids of the goals met so far. What was typed or chosen is never in here.
            "goals": "list",
            "of": "count",
            "tries": "count",
            "hints": "count",
            "minutes": "count",
            "done": "flag",
            # Whether the lesson was this practice alone, without a quiz.
            "alone": "flag",
            "at": "moment",
        },
        has_subject=True,
    ),
    # A question of an earlier lesson that came back; what counts is the first answer
    Kind(
        "question-recalled",
        "recall:{sitting}:{lesson}:{question}",
        {"sitting": "id", "lesson": "text", "question": "text", "right": "flag", "at": "moment"},
        has_subject=True,
    ),
    # Where to start: names of small tasks, and the lesson that they point to; no word, no score
    Kind(
        "placed",
        "placed:{sitting}",
        {
            "sitting": "id",
            "alone": "list",
            "helped": "list",
            "unknown": "list",
            "lesson": "text",
            "at": "moment",
        },
        has_subject=True,
    ),
    # A plan that somebody chose to keep, with the words typed in it; dropped, they are taken out
    Kind(
        "plan-kept",
        "plan:{subject}:{plan}",
        {
            "plan": "id",
            "lesson": "text",
            "version": "count",
            "sheet": "list",
            "at": "moment",
        },
        has_subject=True,
        personal=frozenset({"sheet"}),
    ),
    Kind("plan-dropped", "plan:{subject}:{plan}", {"plan": "id", "at": "moment"}, has_subject=True),
)
