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
        errors.NotEarned: Message(
            _("Not everyone has completed this yet"),
            _("Something changed since the list was shown."),
            _("Look at the list again, and choose those who completed it."),
        ),
        errors.AnotherSessionOpen: Message(
            _("Another session is still running"),
            _("Session {number} of {course} has not ended yet."),
            _("End that session first. Then start this one."),
        ),
        errors.ProjectExists: Message(
            _("Another project has this name"),
            _("There is a project called {name} already."),
            _("Choose another name, or change the project that is there."),
        ),
        errors.NotAgreed: Message(
            _("They have not agreed to this"),
            _("Answers are kept only of people who said yes to it."),
            _("Ask for their yes first. No is a good answer too."),
        ),
        errors.NeedsReason: Message(
            _("Please give a reason"),
            _("This session has ended. A correction is kept with its reason."),
            _("Write in a few words why it changes, and save again."),
        ),
        errors.ClaimTooLarge: Message(
            _("This claim is too large"),
            _("It would have {rows} rows, and that is more than one claim can keep."),
            _("Make two claims of fewer days each."),
        ),
        errors.ClaimDamaged: Message(
            _("This claim cannot be trusted"),
            _("It is not whole, or not as a trainer of this centre signed it."),
            _("Look at the copy that the funder has."),
        ),
        errors.FiguresChanged: Message(
            _("The figures have changed"),
            _("Something was recorded while you looked at them. Nothing was handed in."),
            _("Look at the new figures, and hand them in if they are right."),
        ),
        errors.WrongPictures: Message(
            _("Not these three pictures"),
            _("You chose other pictures the first time."),
            _("Try again, or ask your trainer."),
        ),
    }
