"""What a trainer carries, shown to herself and to nobody else."""

from __future__ import annotations

from datetime import datetime, timedelta

from trainer_app.domain.load import WEEKS, Led, Load, load_of
from trainer_app.services.ledger import Ledger
from trainer_app.store import leading


class OwnLoad:
    """The sessions that the trainer inside started, ended or marked."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def mine(self) -> Load:
        """Hers of the last four weeks. Raises NotAllowed in the learners' state."""
        trainer, now = self._ledger.require_trainer(), self._ledger.now()
        since = int((now - timedelta(weeks=WEEKS, days=1)).timestamp())
        led = [
            # One that nobody ended yet is an evening of unknown length.
            Led(
                datetime.fromtimestamp(started, now.tzinfo).date(),
                max(0, (started if ended is None else ended) - started) // 60,
            )
            for started, ended in leading.led_by(self._ledger.store, trainer, since)
        ]
        return load_of(led, now.date())
