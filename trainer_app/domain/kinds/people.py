"""People, what keeps them apart or together, their privacy and their attendance."""

from __future__ import annotations

from trainer_app.domain.kinds.kind import SIGNED, Kind

KINDS = (
    # People
    Kind(
        "person-set",
        "person:{subject}",
        {
            "number": "text",
            "name": "text?",
            "birth_year": "int?",
            "gender": "text?",
            "language": "text?",
            "phone": "text?",
            "note": "text?",
            "face": "text",
            "listed": "flag",
        },
        has_subject=True,
        personal=frozenset({"name", "birth_year", "gender", "language", "phone", "note", "face"}),
    ),
    Kind(
        "pictures-chosen",
        "pictures:{subject}",
        {"pictures": "list"},
        has_subject=True,
        personal=frozenset({"pictures"}),
    ),
    Kind(
        "enrolled",
        "enrolment:{course}:{subject}",
        {"course": "id", "on": "date", "active": "flag"},
        has_subject=True,
        counted=frozenset({"course", "on"}),
    ),
    # The same person twice; each edge has an id of its own, and taking it back is final
    Kind("same-person", "edge:{edge}", {"edge": "id", "other": "id"}, has_subject=True),
    Kind("same-person-undone", "edge:{edge}", {"edge": "id"}),
    Kind("told-apart", "apart:{subject}:{other}", {"other": "id"}, has_subject=True),
    # Privacy
    Kind(
        "person-erased",
        "erasure:{erasure}",
        # The rows are what counts stay made of.
        {"erasure": "id", "people": "list", "attendance": "rows", **SIGNED},
    ),
    Kind(
        "person-restricted",
        "restriction:{subject}",
        {"on": "flag", "until": "date?", "reason": "text?"},
        has_subject=True,
        personal=frozenset({"reason"}),
    ),
    # Attendance
    Kind(
        "attendance-marked",
        "attendance:{session}:{subject}",
        {
            "session": "id",
            "status": "status?",
            "late": "count",
            "early": "count",
            # When they left, in UTC seconds: known only while nobody knew yet when it would end.
            "left_at": "moment?",
            "role": "role",
            "reason": "text?",
        },
        has_subject=True,
        personal=frozenset({"reason"}),
        counted=frozenset({"session", "status", "late", "early", "left_at", "role"}),
    ),
)
