"""What is said about the shared wall: how it stands, and why something cannot be."""

from __future__ import annotations

from collections.abc import Mapping

from trainer_app.domain.wall_acts import Refusal
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.practice.pieces.saying import Saying


def pretend() -> str:
    """What the yellow strip says: other than in a practice alone, the room reads it."""
    return _("Practice. These people are pretend. Everyone in this room reads along.")


def refused(reason: Refusal) -> str:
    """Why what somebody wished for is not on the wall; "" where there is nothing to say."""
    words: Mapping[str, str] = {
        "paused": _("The wall stands still now. Try it again in a moment."),
        "words": _("Only stickers and phrases now."),
        "too-long": _("This is too long. Say it in fewer words."),
        "too-many": _("That was a lot at once. Wait a moment, then go on."),
        "full": _("There are many answers here already. Write a post of your own."),
        "gone": _("This is not on the wall any more."),
        "malformed": _("This could not be put on the wall. Try something else."),
    }
    return words.get(reason, "")


def mode(key: str) -> Saying:
    """How the trainer lets the wall be."""
    return {
        "off": Saying("x", _("Off")),
        "set-phrases": Saying("smile", _("Stickers and phrases")),
        "free-words": Saying("keyboard", _("Words too")),
        "paused": Saying("pause", _("Paused")),
    }[key]


def liked(count: int) -> str:
    """How many hearts a post has."""
    said = ngettext("{count} heart", "{count} hearts", count)
    return said.format(count=number(count))


def you_are(name: str) -> str:
    """Whom this laptop plays."""
    return _("You are {name} tonight").format(name=isolate(name))


def nothing_yet() -> str:
    """An empty wall."""
    return _("Nothing is here yet. Who begins?")
