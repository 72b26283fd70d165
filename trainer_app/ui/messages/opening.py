"""What stands in the way of opening a centre."""

from __future__ import annotations

from trainer_app.domain import errors
from trainer_app.i18n import _
from trainer_app.ui.messages.message import Message, Sayings


def opening() -> Sayings:
    """What stands in the way of a centre."""
    return _files_of_it() | {
        errors.NoCentre: Message(
            _("There is no centre here yet"),
            _("The folder {folder} holds no centre."),
            _("Start the program and make a centre, or choose the folder that has one."),
        ),
        errors.CentreExists: Message(
            _("There is a centre here already"),
            _("The folder {folder} holds a centre. Nothing in it was changed."),
            _("Open that centre, or choose an empty folder for a new one."),
        ),
        errors.InUse: Message(
            _("The program is open already"),
            _("Another window or program uses the folder {folder}. Nothing was changed."),
            _("Go on in the window that is open, or close it and try again."),
        ),
        errors.WrongPassphrase: Message(
            _("That was not the passphrase"),
            _("The centre stays locked. Nothing was changed."),
            _("Try again. Look at capital letters and at the language of the keyboard."),
        ),
        errors.WrongRecoveryCode: Message(
            _("The code does not open this centre"),
            _("A sign in it is wrong, or it is the code of another centre."),
            _("Type it again from the paper, one group after the other."),
        ),
    }


def _files_of_it() -> Sayings:
    return {
        errors.KeyringDamaged: Message(
            _("The keys of this centre cannot be read"),
            _("Both copies of the file {file} are damaged. Nothing was changed."),
            _(
                "Do not delete anything. Put a copy of the whole data folder in its place, "
                "or ask the person who looks after this laptop."
            ),
        ),
        errors.StoreDamaged: Message(
            _("The centre’s file is damaged"),
            _("The file {file} is not whole, or it belongs to another centre."),
            _(
                "Do not delete anything. Put a copy of the whole data folder in its place, "
                "or ask the person who looks after this laptop."
            ),
        ),
        errors.NewerSchema: Message(
            _("This centre needs a newer program"),
            _(
                "A newer version of the program wrote the file {file} (form {found}; "
                "this program reads up to form {known}). Nothing was changed."
            ),
            _("Put the newer program on this laptop, then open the centre again."),
        ),
        errors.ReadOnly: Message(
            _("Nothing can be saved here"),
            _("The program may read {file}, but not change it. Nothing was changed."),
            _("Allow the program to write to the data folder, or use a folder of your own."),
        ),
        errors.DiskFails: Message(
            _("The disk does not work as it should"),
            _("The computer could not write {file}. All that was saved before is safe."),
            _(
                "Try again. If it happens again, copy the data folder to a stick and ask the "
                "person who looks after this laptop."
            ),
        ),
        errors.DiskFull: Message(
            _("The disk is full"),
            _("There was no room to write {file}. All that was saved before is safe."),
            _("Make room: empty the bin or move large files away. Then try again."),
        ),
    }
