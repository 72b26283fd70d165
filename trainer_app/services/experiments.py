"""What trainers tried, as cards: written after a session, found again, shared between centres."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from trainer_app.bundles.cards import (
    SignedCard,
    open_card,
    plain_card,
    plain_text,
    write_card,
)
from trainer_app.domain.errors import CardIsHere, EmptyField, NotAllowed, UnknownThing
from trainer_app.domain.events import Draft
from trainer_app.domain.experiments import NAME_LETTERS, TITLE_LETTERS, Experiment
from trainer_app.services.door import Door
from trainer_app.store import experiments, vouching


@dataclass(frozen=True, slots=True)
class CardOffer:
    """A card from a file that may be taken in.

    `standing`: "new", or "changed" where the same trainer's earlier words of it are here.
    """

    file: str
    card: Experiment
    standing: Literal["new", "changed"]


class Experiments:
    """The experiment cards of a centre, its own and those that came from others."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def all(self) -> list[Experiment]:
        """All cards, the newest first. Raises NotAllowed in the learners' state."""
        self._door.ledger.require_trainer()
        return experiments.experiments(self._door.ledger.store)

    def of_session(self, session_id: str) -> list[Experiment]:
        """Those written after one session."""
        return [card for card in self.all() if card.session == session_id]

    def card(self, card_id: str) -> Experiment:
        """One card; raises UnknownThing."""
        return _found(self.all(), card_id)

    def save(self, card: Experiment) -> Experiment:
        """Record a card as it should be; one without an id is new, by the trainer inside.

        Raises EmptyField without a title or anything that was tried; NotAllowed for one that
        came from another centre.
        """
        trainer = self._door.ledger.require_trainer()
        card = _tidy(card)
        if not card.title:
            raise EmptyField(field="title")
        if not card.tried:
            raise EmptyField(field="tried")
        if card.id:
            before = self.card(card.id)
            self._require_ours(before)
            card = replace(card, author=before.author, session=before.session, centre="")
        else:
            name = vouching.trainer_names(self._door.ledger.store).get(trainer, "")
            author = name[:NAME_LETTERS]
            card = replace(card, id=self._door.ledger.store.new_id(), author=author, centre="")
        self._door.ledger.write(self._draft(card))
        return card

    def remove(self, card_id: str) -> None:
        """Take a card away. Raises UnknownThing, NotAllowed."""
        self._door.ledger.write(self._draft(self.card(card_id), removed=True))

    def put_back(self, card_id: str) -> None:
        """Have a card again that was taken away. Raises UnknownThing, NotAllowed."""
        self._door.ledger.require_trainer()
        gone = experiments.experiments(self._door.ledger.store, removed=True)
        self._door.ledger.write(self._draft(_found(gone, card_id)))

    # Between centres
    def as_shared(self, card_id: str) -> Experiment:
        """A card as others would see it. Raises UnknownThing, NotAllowed."""
        card = self.card(card_id)
        self._require_ours(card)
        return plain_card(card, self._door.centre_name())

    def share(self, card_id: str, file: Path) -> None:
        """Write a card for other centres, signed by the trainer inside.

        Raises UnknownThing, NotAllowed, DiskFull, ReadOnly, DiskFails, CannotWriteFile.
        """
        write_card(file, self.as_shared(card_id), self._door.keys)

    def look_at(self, file: Path) -> CardOffer:
        """Open a card of another centre; nothing is written.

        Raises NotAllowed, UnreadableFile, NotACard, NewerCard, ChangedCard, CardDamaged, and
        CardIsHere for what is here already, as for a card of this centre.
        """
        signed = open_card(file)
        card, known = _ours(signed), self.all()
        here = next((one for one in known if one.id == card.id), None)
        if card == here or any(one.id == signed.card.id and one.is_ours for one in known):
            raise CardIsHere(file=file.name)
        return CardOffer(file.name, card, "new" if here is None else "changed")

    def take_in(self, offer: CardOffer) -> None:
        """Keep a card that was looked at. Raises NotAllowed, NotForSubstitutes."""
        self._door.ledger.require_full_trainer()
        self._door.ledger.write(self._draft(offer.card))

    def _require_ours(self, card: Experiment) -> None:
        if not card.is_ours:
            raise NotAllowed()

    def _draft(self, card: Experiment, *, removed: bool = False) -> Draft:
        body = {
            "experiment": card.id,
            "session": card.session,
            "lesson": card.lesson,
            "title": card.title,
            "tried": card.tried,
            "happened": card.happened,
            "again": card.again,
            "author": card.author,
            "centre": card.centre,
            "on": card.on.isoformat(),
            "removed": removed,
        }
        return self._door.ledger.edit("experiment-set", body)


def _ours(signed: SignedCard) -> Experiment:
    """A card under an id of its signer's: nobody else's card can take its place."""
    named = hashlib.sha256(f"{signed.key}\n{signed.card.id}".encode()).hexdigest()
    return replace(signed.card, id=named[:32])


def _tidy(card: Experiment) -> Experiment:
    """Without the spaces that come along when something is pasted, and as long as cards are."""
    return replace(
        card,
        title=" ".join(card.title.split())[:TITLE_LETTERS].strip(),
        tried=plain_text(card.tried),
        happened=plain_text(card.happened),
        again=plain_text(card.again),
    )


def _found(cards: list[Experiment], card_id: str) -> Experiment:
    for card in cards:
        if card.id == card_id:
            return card
    raise UnknownThing(what="card", id=card_id)
