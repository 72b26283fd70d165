"""What stands against something in work for funders."""

from __future__ import annotations

from trainer_app.domain.funding import errors
from trainer_app.i18n import _
from trainer_app.ui.messages.message import Message, Sayings


def funding() -> Sayings:
    """Projects, people's answers, recognition and claims."""
    return {
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
        errors.NotEarned: Message(
            _("Not everyone has completed this yet"),
            _("Something changed since the list was shown."),
            _("Look at the list again, and choose those who completed it."),
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
    }
