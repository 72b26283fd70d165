"""Troubles with passes that open a laptop for an evening."""

from __future__ import annotations

from trainer_app.domain import errors
from trainer_app.i18n import _
from trainer_app.ui.messages.message import Facts, Message, Sayings


def passes() -> Sayings:
    """The words for each."""
    return {
        errors.MalformedPass: Message(
            _("The passes on the stick cannot be read"),
            _("The file {file} is no file of passes, or it is not whole."),
            _("Write the passes on the stick again at the trainer’s laptop."),
        ),
        errors.PassForAnother: Message(
            _("There is no pass for this laptop"),
            _("The passes on the stick are for other laptops."),
            _(
                "A trainer opens this laptop with her passphrase once. After that the other "
                "laptops hear of it, and the next passes are for this laptop too."
            ),
        ),
        errors.EveningOver: Message(
            _("This pass has ended"),
            _("It was made for an evening that is over."),
            _("Write new passes on the stick at the trainer’s laptop."),
        ),
        errors.WrongClock: Message(
            _("The clock of this laptop is wrong"),
            _("It shows a time that cannot be. A pass is good for one evening only."),
            _("Set date and time of this laptop, then try again."),
        ),
        errors.LaptopShutOut: Message(
            _("This laptop was shut out of the centre"),
            _("A trainer decided that. A pass does not open it."),
            _("Ask a trainer. She can let the laptop in again."),
        ),
    }


def wrong_pass(facts: Facts) -> Message:
    """A pass that opens nothing, by the reason."""
    texts = {
        "used": _("It opened this laptop once already. A pass on a stick opens only once."),
        "renewed": _("This laptop has new keys since the pass was made."),
        "forged": _("Somebody changed it after a trainer made it."),
        "moved": _("The folder of this laptop was moved or copied since the pass was made."),
        "busy": _("This laptop is in the middle of getting new keys."),
    }
    return Message(
        _("This pass opens nothing here"),
        texts.get(str(facts["reason"]), _("It does not fit this laptop.")),
        _("A trainer opens this laptop with her passphrase. Nothing is lost."),
    )
