"""Why a laptop and a room do not come together, and what to do about it."""

from __future__ import annotations

from trainer_app.domain import errors
from trainer_app.i18n import _
from trainer_app.ui.messages.message import Facts, Message, Sayings


def room() -> Sayings:
    """What stands between this laptop and a room."""
    return {
        errors.WrongRoomCode: Message(
            _("That was not the room code"),
            _("The room did not open. Nothing was lost."),
            _("Look at the code in the room and type its 20 digits again."),
        ),
        errors.RoomNotFound: Message(
            _("No room was found"),
            _("No trainer’s laptop answered. Perhaps the two are not in the same network."),
            _("Ask the trainer for the name of the network and for the address of the room."),
        ),
        errors.RoomTooNew: Message(
            _("This room needs a newer program"),
            _("The trainer’s laptop has a newer version of the program than this one."),
            _("You can go on without the room. Ask the trainer for the newer program."),
        ),
    }


def cannot_open(facts: Facts) -> Message:
    """This laptop cannot open a room to others."""
    texts = {
        "network": _("This laptop does not let other laptops talk to it."),
        "disk": _("There is no space left on the disk of this laptop, or it cannot be written."),
    }
    what_to_do = {
        "network": _("Allow the program in the firewall of this laptop, then open the room again."),
        "disk": _("Make some space on the disk, then open the room again."),
    }
    reason = str(facts["reason"])
    return Message(
        _("The room cannot be opened"),
        texts.get(reason, texts["network"]),
        what_to_do.get(reason, what_to_do["network"]),
    )
