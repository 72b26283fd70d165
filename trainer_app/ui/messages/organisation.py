"""What can go wrong between an organisation and its centres."""

from __future__ import annotations

from trainer_app.domain import errors
from trainer_app.i18n import _
from trainer_app.ui.messages.message import Message, Sayings


def organisation() -> Sayings:
    """Keys, centres and datasets of an organisation."""
    return {
        errors.NotAnOrganisationKey: Message(
            _("This is not an organisation’s key"),
            _("{file} is not a key that this program made for an organisation, or it is damaged."),
            _("Use the file that your organisation gave you, or make a key."),
        ),
        errors.OtherRoot: Message(
            _("This centre is not the one that is known"),
            _(
                "{file} says that it is of a centre that is known, but another first trainer "
                "stands behind it. Nothing of it was taken."
            ),
            _("Ask the centre by telephone whether it was founded anew, and who sent the file."),
        ),
        errors.UnknownCentre: Message(
            _("This centre is not known yet"),
            _("{file} is of a centre that nobody here has heard of. Nothing of it was taken."),
            _("Ask the centre for its fingerprint, then bring the file in without --only-known."),
        ),
        errors.DoublesOn: Message(
            _("There is a key for {period} already"),
            _("People of this project are counted once over all centres by that key."),
            _("To take another key, turn it off first: the prints that it made are deleted."),
        ),
        errors.WrongDoublesKey: Message(
            _("This is not the key"),
            _("A sign in it is wrong, or some are missing."),
            _("Type it again from the paper, one group after the other."),
        ),
        errors.WrongPeriod: Message(
            _("This is not a period"),
            _("“{period}” is neither a year nor some years."),
            _("Type a year such as 2026, or years such as 2026-2028."),
        ),
        errors.NeedsExtra: Message(
            _("A part of the program is not installed"),
            _("Reports of many centres need the extra “{extra}”."),
            _("Install trainer-app[{extra}] and try again."),
        ),
        errors.NoDataset: Message(
            _("There is no dataset here"),
            _("Nothing was ever brought into {folder}."),
            _("Bring in news of centres first: organisation import."),
        ),
    }
