"""The only wiring place: opens the store, builds services, hands them to screens or commands."""

from __future__ import annotations

from trainer_app.app.badges import verify_badge
from trainer_app.app.claiming import (
    check_project,
    diff_claim,
    list_claims,
    show_claim,
    submit_claim,
)
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
from trainer_app.app.doubles import doubles_off, enter_doubles_key, new_doubles_key
from trainer_app.app.files import FORMATS_OF, FileKind, Order, export_file, make_files
from trainer_app.app.folder import (
    DEMO_PASSPHRASE,
    has_centre,
    invent,
    lesson_library,
    open_door,
    speak,
    unlock_any,
)
from trainer_app.app.indicators import (
    add_indicator_set,
    check_indicator_set,
    indicator_set,
    indicator_sets,
    remove_indicator_set,
)
from trainer_app.app.organisation import (
    ENGINES,
    EngineName,
    ReportOrder,
    import_centres,
    list_centres,
    new_organisation_key,
    organisation_report,
    write_for_organisation,
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
    "ENGINES",
    "FORMATS",
    "FORMATS_OF",
    "Damaged",
    "EngineName",
    "ErasurePreview",
    "Examination",
    "FileKind",
    "Format",
    "Notes",
    "Offer",
    "Order",
    "ReportOrder",
    "Scope",
    "WallZone",
    "add_indicator_set",
    "back_up",
    "backups",
    "bring_in",
    "check_indicator_set",
    "check_lessons",
    "check_project",
    "diff_claim",
    "doubles_off",
    "enter_doubles_key",
    "erase_person",
    "examine",
    "explain",
    "explain_doubts",
    "export_attendance",
    "export_file",
    "export_person",
    "has_centre",
    "import_centres",
    "indicator_set",
    "indicator_sets",
    "invent",
    "invite",
    "join",
    "laptops",
    "lesson_library",
    "list_centres",
    "list_claims",
    "local_now",
    "look_after",
    "look_at_pack",
    "make_desk",
    "make_exporting",
    "make_files",
    "measure_lessons",
    "merge_news",
    "new_doubles_key",
    "new_organisation_key",
    "open_demo",
    "open_door",
    "open_window",
    "organisation_report",
    "preview_erasure",
    "read_roster",
    "readmit",
    "release_person",
    "remove_indicator_set",
    "restore",
    "restrict_person",
    "run",
    "show_claim",
    "shut_out",
    "speak",
    "submit_claim",
    "unlock_any",
    "verify_badge",
    "write_for_organisation",
    "write_news",
]
