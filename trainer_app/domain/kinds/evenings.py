"""An evening in the room: its laptops, who helps whom, how it was, and what was learnt from it."""

from __future__ import annotations

from trainer_app.domain.kinds.kind import Kind

KINDS = (
    # How a closed laptop is opened for an evening: the key that a pass is sealed to, and this
    # laptop's own data key, lodged with each trainer (trainer id to what only she can open).
    # It counts only from the laptop that it is about.
    Kind(
        "laptop-door-set",
        "door:{laptop}",
        {"laptop": "id", "box_key": "text", "sign_key": "text", "lodged": "text", "at": "moment"},
    ),
    # How a laptop was when it was last looked after: for the evening before
    Kind(
        "laptop-checked",
        "check:{laptop}",
        {
            "laptop": "id",
            # Percent; none where there is no battery
            "battery": "count?",
            "free_mb": "count",
            "program": "text",
            # Codes of languages that it can read aloud, and lessons as `id@version`
            "languages": "list",
            "lessons": "list",
            "at": "moment",
        },
    ),
    # The code that a guest's laptop proves to know; on the room's poster
    Kind("room-code-set", "room:{session}", {"session": "id", "code": "text"}),
    # Who would like to help others, and for how long somebody did
    Kind(
        "help-offered",
        "offer:{sitting}",
        {"sitting": "id", "on": "flag", "at": "moment"},
        has_subject=True,
    ),
    Kind(
        "helping-began",
        "helping:{helping}",
        {"helping": "id", "session": "id?", "lesson": "text", "at": "moment"},
        has_subject=True,
    ),
    Kind("helping-ended", "helping:{helping}", {"helping": "id", "at": "moment"}, has_subject=True),
    # Whether learners are asked how it was, on every laptop of the session
    Kind("feelings-asked", "asked:{session}", {"session": "id", "on": "flag"}),
    # How it was, said by nobody in particular: a question and a face from 1 (not good) to 3
    Kind(
        "feeling-given",
        "feeling:{feeling}",
        {"feeling": "id", "session": "id", "question": "text", "face": "count", "at": "moment"},
    ),
    # What a trainer tried; `centre` says whose it is where it came as a file from another centre
    Kind(
        "experiment-set",
        "experiment:{experiment}",
        {
            "experiment": "id",
            "session": "id?",
            "lesson": "text",
            "title": "text",
            "tried": "text",
            "happened": "text",
            "again": "text",
            "author": "text",
            "centre": "text",
            "on": "date",
            "removed": "flag",
        },
        personal=frozenset({"title", "tried", "happened", "again", "author"}),
    ),
    # A photo of a signed sheet (JPEG in base64) and the people on it; dropped, it is taken out
    Kind(
        "sheet-kept",
        "sheet:{sheet}",
        {"sheet": "id", "session": "id", "people": "list", "image": "text", "at": "moment"},
        personal=frozenset({"image"}),
    ),
    # Who is on it, put right later; the picture is not said again
    Kind("sheet-people-set", "sheet:{sheet}", {"sheet": "id", "people": "list"}),
    Kind("sheet-dropped", "sheet:{sheet}", {"sheet": "id", "at": "moment"}),
)
