"""What the page of a project leads to, in the order of an organiser's work."""

from __future__ import annotations

from dataclasses import dataclass

from trainer_app.i18n import _, pgettext


@dataclass(frozen=True, slots=True)
class Link:
    """A card on a project's page. `key` is what `ProjectWays` opens; `words` say what is there."""

    key: str
    title: str
    words: str
    icon: str


def links() -> tuple[Link, ...]:
    """The cards, in the order in which they are read; each is opened by `ways.funding.projects`."""
    return (
        Link(
            "report",
            pgettext("figures", "Report"),
            _("Figures and charts, and the files to take along."),
            "chart-column",
        ),
        Link(
            "indicators",
            _("Indicators"),
            _("What the funder counts, and how many people that is by now."),
            "scale",
        ),
        Link(
            "asking",
            _("People and questions"),
            _("Who takes part, what is still to be asked, and who left."),
            "message-circle",
        ),
        Link(
            "took",
            _("What it took"),
            _("Hours of trainers and volunteers, costs, partners and their papers."),
            "hand-helping",
        ),
        Link(
            "check",
            _("Check before a claim"),
            _("What is to mend in the records, each with a way to it."),
            "list-checks",
        ),
        Link(
            "claims",
            _("Claims"),
            _("What was handed in, kept as it was, and what differs since."),
            "file-text",
        ),
        Link(
            "files",
            _("Files for the funder"),
            _("Attendance, participants, indicators: as Excel, text table or paper."),
            "file-down",
        ),
        Link(
            "published",
            _("Tables for everybody"),
            _("Figures that you may publish: small groups are hidden in them."),
            "users",
        ),
        Link(
            "awards",
            _("Certificates and badges"),
            _("Who completed a course, and what each takes home."),
            "award",
        ),
    )
