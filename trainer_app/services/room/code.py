"""The code of a session's room: made once by chance, then the same on every laptop and paper."""

from __future__ import annotations

import secrets

from trainer_app.domain.room_code import LENGTH
from trainer_app.services.ledger import Ledger
from trainer_app.store import registers, room_codes


def room_code(ledger: Ledger, session_id: str) -> str:
    """Twenty digits (66 bits) for the session; made where there are none yet.

    Raises UnknownThing, and NotAllowed where they would have to be made in the learners' state.
    """
    known = room_codes.room_code(ledger.store, session_id)
    if known is not None:
        return known
    ledger.require_trainer()
    registers.session(ledger.store, session_id)
    code = f"{secrets.randbelow(10**LENGTH):0{LENGTH}}"
    ledger.write(ledger.edit("room-code-set", {"session": session_id, "code": code}))
    return room_codes.room_code(ledger.store, session_id) or code
