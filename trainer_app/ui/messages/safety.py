"""What keeping things safe runs into: tries, passes, backups, trainers."""

from __future__ import annotations

from trainer_app.domain import errors
from trainer_app.i18n import _
from trainer_app.ui.messages.message import Message, Sayings


def safety() -> Sayings:
    """Tries, passes, invitations, backups, trainers."""
    return {
        errors.TooManyTries: Message(
            _("Please wait a little"),
            _("There were several wrong passphrases in a row."),
            _("Wait {seconds} seconds, then try again."),
        ),
        errors.PassExpired: Message(
            _("This pass has ended"),
            _("A substitute’s pass was good until {until}."),
            _("Ask a trainer of the centre to unlock, or to give you a new pass."),
        ),
        errors.NoLongerTrainer: Message(
            _("You are no longer a trainer here"),
            _("Another trainer of the centre has taken you out. Nothing was changed."),
            _("Ask a trainer of the centre to unlock."),
        ),
        errors.WrongInvitationCode: Message(
            _("The code does not open this invitation"),
            _("A sign in it is wrong, or it belongs to another invitation."),
            _("Type it again from the paper, one group after the other."),
        ),
        errors.UnreadableInvitation: Message(
            _("This is no invitation"),
            _("The file {file} is not a whole invitation of this program."),
            _("Make a new one on a laptop of the centre, and bring that file."),
        ),
        errors.NoGoodSnapshot: Message(
            _("There is no backup to put back"),
            _("In the folder {folder} no backup is whole."),
            _("Look for a backup on a stick, and copy it into that folder."),
        ),
        errors.SnapshotDamaged: Message(
            _("This backup is damaged"),
            _("The file {file} is not whole, or it opens with other keys. Nothing was changed."),
            _("Choose another backup."),
        ),
        errors.NotForSubstitutes: Message(
            _("This takes a trainer of the centre"),
            _("With a substitute’s pass you can mark and teach."),
            _("Ask a trainer of the centre to do it."),
        ),
        errors.LastTrainer: Message(
            _("One trainer has to stay"),
            _("You cannot remove yourself, and somebody must be able to open the centre."),
            _("Add another trainer first. She can then remove you."),
        ),
    }
