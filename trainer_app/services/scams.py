"""This week's scams: a trainer puts one on the shelf, learners play it, a bundle carries it on."""

from __future__ import annotations

from trainer_app.domain.scams import Choices, Scam
from trainer_app.services.ledger import Ledger
from trainer_app.store import scams


class Scams:
    """What is kept is ids only: a template, and one option for each of its questions."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self) -> list[Scam]:
        """Everything on the shelf, the newest first; also what this laptop has no template for."""
        return scams.scams(self._ledger.store)

    def put(self, template: str, choices: Choices) -> Scam:
        """Put a scam on the shelf. Raises NotAllowed in the learners' state."""
        self._ledger.require_trainer()
        scam = Scam(self._ledger.store.new_id(), template, choices, self._ledger.seconds())
        body = {
            "scam": scam.id,
            "template": template,
            "who": choices.who,
            "want": choices.want,
            "clue": choices.clue,
            "at": scam.at,
        }
        self._ledger.write(self._ledger.edit("scam-shelved", body))
        return scam

    def take_down(self, scam_id: str) -> None:
        """Take a scam off the shelf, here and wherever the news comes. Raises NotAllowed."""
        self._ledger.require_trainer()
        body = {"scam": scam_id, "at": self._ledger.seconds()}
        self._ledger.write(self._ledger.edit("scam-unshelved", body))
