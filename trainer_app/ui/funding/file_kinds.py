"""What is inside each kind of file for funders, and who may see it, in plain words."""

from __future__ import annotations

from trainer_app.i18n import _
from trainer_app.services.funding.files import FileFormat, FileKind


def insides() -> dict[FileKind, str]:
    """What stands in a file."""
    return {
        "attendance": _("Every mark of every session: who, when, for how long. With names."),
        "participants": _(
            "A row for each person: first day, attendances, hours, lessons passed. With names."
        ),
        "register": _(
            "People down, sessions across: the minutes that count in each cell. With names."
        ),
        "indicators": _("The figures that a funder asks for, as counts of people. No names."),
        "narrative": _("The most important figures in full sentences, to copy into a report."),
        "xapi": _(
            "What people did, one statement each, for a store of learning records. No names, "
            "only random numbers that stay the same."
        ),
        "research": _(
            "A row for each person without name or number: age band, weeks, hours, lessons."
        ),
    }


def readers(kind: FileKind, *, published: bool) -> str:
    """Who may see a file."""
    if published:
        return _("Everybody may see it: where few people would show, cells are empty.")
    if kind in ("attendance", "participants", "register"):
        return _("Only for the centre and the funder. It holds personal data.")
    if kind in ("xapi", "research"):
        return _(
            "It is still personal data: who knows a person may find her. Give it only to those "
            "who may have it."
        )
    return _("Only for the funder: the figures are exact, also where they are small.")


def format_names() -> dict[FileFormat, tuple[str, str]]:
    """What each format is called, and its icon."""
    return {
        "xlsx": (_("Excel (XLSX)"), "file-spreadsheet"),
        "csv": (_("Text table (CSV)"), "file-text"),
        "pdf": (_("Paper (PDF)"), "file-down"),
        "jsonl": (_("One statement a line"), "file-text"),
        "json": (_("One list"), "file-text"),
    }


def why_not(reason: str) -> str:
    """Why what is chosen cannot be published, and what to choose instead."""
    if reason == "part":
        return _("Only one whole project can be published. Choose a project and all its courses.")
    if reason == "running":
        return _("Only what is over can be published: a past month, quarter or year, or a project "
                 "that has ended.")  # fmt: skip
    return _("Only whole months, quarters or years of the calendar can be published.")
