"""Ends what goes on of helping: when somebody stands up, and with the session."""

from __future__ import annotations

from collections.abc import Iterable

from trainer_app.domain.events import Draft
from trainer_app.domain.helpers import Helping
from trainer_app.services.ledger import Ledger
from trainer_app.store import helpings


def endings(ledger: Ledger, which: Iterable[Helping], at: int) -> list[Draft]:
    """What ends some helpings, at a moment in UTC seconds."""
    return [
        ledger.note("helping-ended", {"helping": one.id, "at": at}, one.person) for one in which
    ]


def endings_of_people(ledger: Ledger, people: Iterable[str], at: int) -> list[Draft]:
    """What ends the helping of those who stand up."""
    leaving = set(people)
    going_on = helpings.open_helpings(ledger.store)
    return endings(ledger, (one for one in going_on if one.person in leaving), at)


def endings_of_session(ledger: Ledger, session_id: str, at: int) -> list[Draft]:
    """What ends all helping of a session that is over."""
    return endings(ledger, helpings.open_helpings(ledger.store, session_id), at)
