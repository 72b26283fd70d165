"""Who pays, what it took, what people said for a funder, claims, and what people took home."""

from __future__ import annotations

from trainer_app.domain.kinds.kind import SIGNED, Kind

# What a project held before it had rules
_PROJECT = {"project": "id", "name": "text", "funder": "text?", "keep_until": "date?"}

KINDS = (
    Kind(
        "project-set",
        "project:{project}",
        {
            **_PROJECT,
            "grant": "text?",
            "starts": "date?",
            "ends": "date?",
            "currency": "text?",
            # Worth of a volunteer's hour, in cents
            "rate": "count?",
            "sets": "list?",
            # Lines of key=number
            "targets": "list?",
            "least_minutes": "count?",
            "hour_minutes": "count?",
            "break_minutes": "count?",
            "rounding": "text?",
            "late_in_full": "flag?",
            "completion": "text?",
            "completion_share": "count?",
            "estimates": "flag?",
            "smallest_cell": "count?",
            "exit_days": "count?",
        },
        version=2,
        earlier=(_PROJECT,),
    ),
    # `share` in hundredths of a percent; `logo`: a PNG in base64
    Kind(
        "partner-set",
        "partner:{partner}",
        {
            "partner": "id",
            "project": "id",
            "name": "text",
            "share": "count?",
            "logo": "text?",
            "rank": "count",
            "removed": "flag",
        },
    ),
    Kind(
        "cost-set",
        "cost:{cost}",
        {
            "cost": "id",
            "project": "id",
            "on": "date",
            "what": "text",
            "cents": "int",
            "removed": "flag",
        },
    ),
    # Hours of a trainer or volunteer (the subject) beside those that attendance and sessions tell
    Kind(
        "work-done",
        "work-done:{work}",
        {
            "work": "id",
            "project": "id",
            "session": "id?",
            "on": "date",
            "minutes": "count",
            # "trainer", "volunteer", "interpreter"
            "role": "text",
            "task": "text",
            "paid": "flag",
            "removed": "flag",
        },
        has_subject=True,
        personal=frozenset({"task"}),
    ),
    # Whether somebody's hours in a project's sessions are paid, or given
    Kind("pay-set", "pay:{project}:{subject}", {"project": "id", "paid": "flag"}, has_subject=True),
    # An answer for a project: at coming in ("entry"), at leaving ("exit"), six months after
    # ("later"). What is sensitive is sealed to the key of that public half, `value` left out.
    Kind(
        "answer-given",
        "answer:{answer}",
        {
            "answer": "id",
            "project": "id",
            "stage": "id",
            "question": "id",
            "value": "text?",
            "sealed": "text?",
            "key": "text?",
            "on": "date",
            "language": "text?",
            "interpreter": "flag",
            "at": "moment",
        },
        has_subject=True,
        personal=frozenset({"value", "sealed"}),
    ),
    # Taken back, or said anew: its words leave the log for good
    Kind("answer-dropped", "answer:{answer}", {"answer": "id", "at": "moment"}, has_subject=True),
    Kind(
        "consent-given",
        "consent:{project}:{use}:{subject}",
        {
            "project": "id",
            "use": "id",
            "given": "flag",
            "on": "date",
            "how": "text",
            "language": "text?",
            "interpreter": "flag",
            "guardian": "text?",
        },
        has_subject=True,
        personal=frozenset({"guardian"}),
    ),
    # `on`: the day that she left; none, and she did not
    Kind(
        "project-left",
        "left:{project}:{subject}",
        {"project": "id", "on": "date?", "reason": "text?"},
        has_subject=True,
        personal=frozenset({"reason"}),
    ),
    # A claim as it was handed in: `frozen` is the rows and figures, zstd in base64
    Kind(
        "claim-submitted",
        "claim:{claim}",
        {
            "claim": "id",
            "project": "id",
            "label": "text",
            "since": "date",
            "until": "date",
            "heads": "text",
            "frozen": "text",
            "at": "moment",
            **SIGNED,
        },
    ),
    # A key pair that trainers share: `lodged` holds its seed, sealed to each of them
    Kind(
        "trainers-key-set",
        "trainers-key:{purpose}:{public}",
        {"purpose": "id", "public": "id", "lodged": "text", "at": "moment", **SIGNED},
    ),
    # What somebody took home: `credential` is a signed badge as JSON
    Kind(
        "award-given",
        "award:{award}",
        {
            "award": "id",
            "course": "id?",
            "lesson": "text?",
            "on": "date",
            "credential": "text?",
            "revoked": "flag",
        },
        has_subject=True,
        personal=frozenset({"credential"}),
    ),
    # Whether people of several centres are counted once. `key`: the public halves of a key that
    # the centres share and trainers keep (`trainers-key-set`); none, and they are not
    Kind(
        "doubles-set",
        "doubles:{project}:{period}",
        {"project": "id", "period": "id", "key": "id?"},
    ),
    # A print of who somebody is, under that key
    Kind(
        "print-made",
        "print:{made}",
        {"made": "id", "project": "id", "period": "id", "print": "text", "key": "id"},
        has_subject=True,
        personal=frozenset({"print"}),
    ),
    # Taken away: the print leaves the log for good
    Kind("print-dropped", "print:{made}", {"made": "id", "at": "moment"}, has_subject=True),
)
