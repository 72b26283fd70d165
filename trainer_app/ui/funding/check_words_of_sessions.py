"""What a check found about sessions, in plain words."""

from __future__ import annotations

from trainer_app.i18n import _, ngettext
from trainer_app.ui.funding.check_words_of_people import Said


def of_sessions() -> dict[str, Said]:
    """The words of each code that is about sessions."""
    return _of_time() | _of_rows()


def _of_time() -> dict[str, Said]:
    return {
        "not-ended": lambda count: (
            ngettext("{count} session was not ended", "{count} sessions were not ended", count),
            _("Write down when it really ended."),
        ),
        "not-held": lambda count: (
            ngettext(
                "{count} session was planned and has not begun",
                "{count} sessions were planned and have not begun",
                count,
            ),
            _("Cancel it if it did not take place. Else write down when it was."),
        ),
        "cancelled-attended": lambda count: (
            ngettext(
                "In {count} cancelled session somebody is marked as present",
                "In {count} cancelled sessions somebody is marked as present",
                count,
            ),
            _("Plan the session again if it took place. Else take the marks away."),
        ),
        "unlikely-times": lambda count: (
            ngettext(
                "The times of {count} session are far from its plan",
                "The times of {count} sessions are far from their plans",
                count,
            ),
            _("Correct the real times if somebody forgot to press “Ended now”."),
        ),
        "outside-project": lambda count: (
            ngettext(
                "{count} session lies outside the days of the project",
                "{count} sessions lie outside the days of the project",
                count,
            ),
            _("Correct the days of the project, or leave these sessions out of the claim."),
        ),
        "claimed-elsewhere": lambda count: (
            ngettext(
                "The hours of {count} session were claimed for another project",
                "The hours of {count} sessions were claimed for another project",
                count,
            ),
            _("Hours may be claimed once. Talk with whoever made the other claim."),
        ),
    }


def _of_rows() -> dict[str, Said]:
    return {
        "nobody-marked": lambda count: (
            ngettext(
                "In {count} session nobody is marked",
                "In {count} sessions nobody is marked",
                count,
            ),
            _("Take the marks from the paper, or cancel the session."),
        ),
        "no-minutes": lambda count: (
            ngettext(
                "{count} time somebody was there and has no minutes",
                "{count} times somebody was there and has no minutes",
                count,
            ),
            _("The minutes late or early are more than the session had. Correct the mark."),
        ),
        "unsettled": lambda count: (
            ngettext(
                "{count} row is not settled: laptops say different things",
                "{count} rows are not settled: laptops say different things",
                count,
            ),
            _("Choose which of them is right."),
        ),
        "no-sheet": lambda count: (
            ngettext(
                "{count} session has no photo of its signed sheet here",
                "{count} sessions have no photo of their signed sheet here",
                count,
            ),
            _("The paper itself is enough for most funders. Keep it where you find it."),
        ),
    }
