"""Why the news of another laptop are not taken."""

from __future__ import annotations

from trainer_app.domain import errors
from trainer_app.i18n import _
from trainer_app.ui.messages.message import Message, Sayings


def news() -> Sayings:
    """Bundles that are refused."""
    return {
        errors.NotABundle: Message(
            _("This file holds no news"),
            _("{file} was not written by this program for other laptops."),
            _("Choose a file that a laptop of this centre wrote."),
        ),
        errors.BundleDamaged: Message(
            _("These news are damaged"),
            _("{file} was cut off or changed on its way. Nothing of it was taken."),
            _("Write the news again on the other laptop, and take the stick out safely."),
        ),
        errors.BundleTooLarge: Message(
            _("These news are too large"),
            _("{file} holds more than a centre can have. Nothing of it was taken."),
            _("Write the news again on the other laptop."),
        ),
        errors.NewerBundle: Message(
            _("These news need a newer program"),
            _(
                "A newer version of the program wrote {file} (form {found}; this program reads "
                "up to form {known}). Nothing of it was taken."
            ),
            _("Put the newer program on this laptop, then bring in the news again."),
        ),
        errors.OtherCentre: Message(
            _("These news are not for this laptop"),
            _("{file} belongs to another centre, or is closed with keys that are not here."),
            _(
                "If it is of this centre: a trainer who can open the other laptop has to unlock "
                "this one, and bring the news in again."
            ),
        ),
        errors.UnknownLaptop: Message(
            _("Nobody here knows this laptop"),
            _("{file} comes from a laptop that no trainer of this centre let in."),
            _("Invite the laptop first. Nothing of the file was taken."),
        ),
        errors.ForgedEvents: Message(
            _("These news were changed by somebody"),
            _("{file} holds entries that their laptop did not write like this."),
            _("Do not use the file. Ask who had the stick. Nothing of it was taken."),
        ),
        errors.UnreadableFile: Message(
            _("The file cannot be read"),
            _("The computer does not hand over {file}."),
            _("If it is on a stick, put the stick in again and try once more."),
        ),
    }
