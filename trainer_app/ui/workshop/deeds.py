"""What a trainer does around a session beside marking it: prepare, open the room, present."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from trainer_app.domain.courses import Session
from trainer_app.i18n import _, pgettext


@dataclass(frozen=True, slots=True)
class Deed:
    """One of them: its name for the ways, what its button says, and its icon."""

    name: str
    words: str
    icon: str


def deeds_of(session: Session, known: Collection[str]) -> list[Deed]:
    """Those of `known` that make sense for a session as it stands, in the order of an evening."""
    found = [
        (Deed("prepare", _("Prepare"), "clipboard-list"), not session.has_ended),
        (Deed("room", _("The room"), "wifi"), not session.has_ended),
        (Deed("present", pgettext("projector", "Present"), "presentation"), not session.has_ended),
        # Also of a session that was on paper only: its real times are asked then.
        (Deed("tick", _("Signed sheet"), "list-checks"), not session.cancelled),
        (Deed("after", _("How was it?"), "smile"), session.started is not None),
    ]
    return [deed for deed, fits in found if fits and deed.name in known]
