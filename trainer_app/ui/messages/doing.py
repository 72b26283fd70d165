"""Why something cannot be done now."""

from __future__ import annotations

from trainer_app.domain import errors
from trainer_app.i18n import _
from trainer_app.ui.messages.message import Message, Sayings


def doing() -> Sayings:
    """What a rule of the field stands against."""
    return {
        errors.MalformedEvent: Message(
            _("This could not be saved"),
            _("Something in it breaks the rules of the register ({kind}, {field})."),
            _("Look at what was typed and try again. Nothing was changed."),
        ),
        errors.NotAllowed: Message(
            _("Only a trainer can do this"),
            _("The trainer’s part of the program is locked."),
            _("Ask a trainer to unlock it."),
        ),
        errors.AnotherSessionOpen: Message(
            _("Another session is still running"),
            _("Session {number} of {course} has not ended yet."),
            _("End that session first. Then start this one."),
        ),
        errors.NeedsReason: Message(
            _("Please give a reason"),
            _("This session has ended. A correction is kept with its reason."),
            _("Write in a few words why it changes, and save again."),
        ),
        errors.WrongPictures: Message(
            _("Not these three pictures"),
            _("You chose other pictures the first time."),
            _("Try again, or ask your trainer."),
        ),
    }
