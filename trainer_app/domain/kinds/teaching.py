"""What a centre teaches with beside the lessons: where help is near, and paths of its own."""

from __future__ import annotations

from trainer_app.domain.kinds.kind import Kind

KINDS = (
    # Help near the centre: organisations, and nobody's private number
    Kind(
        "help-place-set",
        "help:{place}",
        {
            "place": "id",
            "topic": "text",
            "name": "text",
            "phone": "text",
            "address": "text",
            "hours": "text",
            "languages": "list",
            "note": "text",
            "rank": "count",
            "removed": "flag",
        },
    ),
    # A path of the centre's own: lessons in an order, and which of them in their short form
    Kind(
        "path-set",
        "path:{path}",
        {"path": "id", "title": "text", "lessons": "list", "core": "list", "removed": "flag"},
    ),
)
