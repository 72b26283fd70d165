"""Why a file cannot be given to everybody."""

from __future__ import annotations

from trainer_app.i18n import _
from trainer_app.ui.messages.message import Facts, Message


def not_publishable(facts: Facts) -> Message:
    """A published file would tell of single people."""
    title = _("This file cannot be published")
    known = {
        "kind": Message(
            title,
            _("It has a row for each person."),
            _("Choose indicators or figures in sentences. Or make the exact file for your funder."),
        ),
        "part": Message(
            title,
            _("It is about one course or one session. Beside the whole it tells of few people."),
            _("Choose one whole project."),
        ),
        "running": Message(
            title,
            _("It is not over yet. Tomorrow's figures less today's would show single people."),
            _("Choose a month, a quarter or a year that is over."),
        ),
    }
    return known.get(
        str(facts["reason"]),
        Message(
            title,
            _("Two tables of days that overlap can be subtracted. That shows single people."),
            _("Choose one month, one quarter or one year of the calendar, or no days at all."),
        ),
    )
