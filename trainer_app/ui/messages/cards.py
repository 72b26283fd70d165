"""Why an experiment card from a file is not taken, and what to do about it."""

from __future__ import annotations

from trainer_app.domain import errors
from trainer_app.i18n import _
from trainer_app.ui.messages.message import Message, Sayings


def cards() -> Sayings:
    """Cards that are refused."""
    return {
        errors.NotACard: Message(
            _("This file holds no card"),
            _("{file} was not written by this program to share a card."),
            _("Choose a file that ends in .card."),
        ),
        errors.CardDamaged: Message(
            _("This card cannot be read"),
            _("Something in {file} is not as a card is written. Nothing of it was taken."),
            _("Ask the other centre to write the card to a file again."),
        ),
        errors.ChangedCard: Message(
            _("Somebody changed this card"),
            _("{file} is not as the trainer signed it. Nothing of it was taken."),
            _("Do not use the file. Ask the other centre for a new one."),
        ),
        errors.NewerCard: Message(
            _("This card needs a newer program"),
            _(
                "A newer version of the program wrote {file} (form {found}; this program reads "
                "up to form {known}). Nothing of it was taken."
            ),
            _("Put the newer program on this laptop, then choose the file again."),
        ),
        errors.CardIsHere: Message(
            _("You have this card already"),
            _("The card in {file} is on the list."),
            _("There is nothing to do."),
        ),
    }
