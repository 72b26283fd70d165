"""The centre's help directory: a trainer fills it in once, learners read it in lessons."""

from __future__ import annotations

from dataclasses import replace

from trainer_app.domain.errors import EmptyField, UnknownThing
from trainer_app.domain.events import Draft
from trainer_app.domain.helping import Directory, HelpPlace, directory_of, moved
from trainer_app.services.ledger import Ledger
from trainer_app.store import teaching


class Helping:
    """Places where people can go for help. Nothing in it is about a person."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def directory(self) -> Directory:
        """All places by topic, in order; learners may read it, too."""
        return directory_of(teaching.help_places(self._ledger.store))

    def place(self, place_id: str) -> HelpPlace:
        """One place; raises UnknownThing."""
        return _found(teaching.help_places(self._ledger.store), place_id)

    def add(self, place: HelpPlace) -> HelpPlace:
        """Add a place as the last of its topic; its id and rank are given here.

        Raises EmptyField without a name or any way to reach it, NotAllowed.
        """
        there = self.directory().get(place.topic, ())
        rank = max((one.rank for one in there), default=-1) + 1
        added = replace(_tidy(place), id=self._ledger.store.new_id(), rank=rank)
        self._write(added)
        return added

    def save(self, place: HelpPlace) -> None:
        """Record a place as it should be now; in another topic it comes last.

        Raises EmptyField, UnknownThing, NotAllowed.
        """
        before = self.place(place.id)
        if before.topic != place.topic:
            there = self.directory().get(place.topic, ())
            place = replace(place, rank=max((one.rank for one in there), default=-1) + 1)
        self._write(_tidy(place))

    def move(self, place_id: str, by: int) -> None:
        """Put a place `by` further down in its topic, at most to an end. Raises UnknownThing."""
        self._ledger.require_trainer()
        topic = self.place(place_id).topic
        places = moved(self.directory()[topic], place_id, by)
        drafts = [
            self._draft(replace(place, rank=rank))
            for rank, place in enumerate(places)
            if place.rank != rank
        ]
        if drafts:
            self._ledger.write(*drafts)

    def remove(self, place_id: str) -> None:
        """Take a place away. Raises UnknownThing, NotAllowed."""
        self._ledger.require_trainer()
        self._ledger.write(self._draft(self.place(place_id), removed=True))

    def put_back(self, place_id: str) -> None:
        """Have a place that was taken away again. Raises UnknownThing, NotAllowed."""
        self._ledger.require_trainer()
        gone = _found(teaching.help_places(self._ledger.store, removed=True), place_id)
        self._ledger.write(self._draft(gone))

    def _write(self, place: HelpPlace) -> None:
        self._ledger.require_trainer()
        if not place.name:
            raise EmptyField(field="name")
        if not (place.phone or place.address):
            raise EmptyField(field="phone")
        self._ledger.write(self._draft(place))

    def _draft(self, place: HelpPlace, *, removed: bool = False) -> Draft:
        body = {
            "place": place.id,
            "topic": place.topic,
            "name": place.name,
            "phone": place.phone,
            "address": place.address,
            "hours": place.hours,
            "languages": list(place.languages),
            "note": place.note,
            "rank": place.rank,
            "removed": removed,
        }
        return self._ledger.edit("help-place-set", body)


def _tidy(place: HelpPlace) -> HelpPlace:
    """Without the spaces and line breaks that come along when something is pasted."""
    return replace(
        place,
        name=_one_line(place.name),
        phone=_one_line(place.phone),
        address=_one_line(place.address),
        hours=_one_line(place.hours),
        note=_one_line(place.note),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _found(places: list[HelpPlace], place_id: str) -> HelpPlace:
    for place in places:
        if place.id == place_id:
            return place
    raise UnknownThing(what="help place", id=place_id)
