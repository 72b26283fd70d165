"""The only wiring place: opens the store, builds services, hands them to screens or commands."""

from __future__ import annotations

from trainer_app.app.clock import WallZone, local_now
from trainer_app.app.commands import (
    bring_in,
    check_lessons,
    explain,
    explain_doubts,
    export_attendance,
    measure_lessons,
    read_roster,
)
from trainer_app.app.desk import make_desk, make_exporting
from trainer_app.app.folder import (
    DEMO_PASSPHRASE,
    has_centre,
    invent,
    lesson_library,
    open_door,
    speak,
    unlock_any,
)
from trainer_app.app.packs import look_at_pack
from trainer_app.app.privacy import (
    erase_person,
    export_person,
    preview_erasure,
    release_person,
    restrict_person,
)
from trainer_app.app.safety import (
    Damaged,
    back_up,
    backups,
    invite,
    join,
    laptops,
    look_after,
    merge_news,
    readmit,
    restore,
    shut_out,
    write_news,
)
from trainer_app.app.window import open_demo, open_window, run
from trainer_app.services.erasing import ErasurePreview
from trainer_app.services.examining import Examination, Notes, examine
from trainer_app.services.exporting import FORMATS, Format
from trainer_app.services.reporting import Scope
from trainer_app.services.rescuing import Offer

__all__ = [
    "DEMO_PASSPHRASE",
    "FORMATS",
    "Damaged",
    "ErasurePreview",
    "Examination",
    "Format",
    "Notes",
    "Offer",
    "Scope",
    "WallZone",
    "back_up",
    "backups",
    "bring_in",
    "check_lessons",
    "erase_person",
    "examine",
    "explain",
    "explain_doubts",
    "export_attendance",
    "export_person",
    "has_centre",
    "invent",
    "invite",
    "join",
    "laptops",
    "lesson_library",
    "local_now",
    "look_after",
    "look_at_pack",
    "make_desk",
    "make_exporting",
    "measure_lessons",
    "merge_news",
    "open_demo",
    "open_door",
    "open_window",
    "preview_erasure",
    "read_roster",
    "readmit",
    "release_person",
    "restore",
    "restrict_person",
    "run",
    "shut_out",
    "speak",
    "unlock_any",
    "write_news",
]
