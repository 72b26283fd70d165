"""Photos of signed sheets: kept as proof, seen again, and deleted so that nothing is left of them.

A photo exists in the clear in memory only: it goes from the decoder into the encrypted store.
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from pathlib import Path

from trainer_app.domain.attendance import ATTENDED
from trainer_app.domain.errors import UnreadableFile, UnusablePicture
from trainer_app.domain.events import Draft
from trainer_app.domain.people import Person
from trainer_app.domain.sheets import Sheet, is_grey_jpeg
from trainer_app.services.ledger import Ledger
from trainer_app.services.pictures import MOST_BYTES, Pictures
from trainer_app.store import keeping, marks, registers, sheets
from trainer_app.store.store import Store


class Sheets:
    """The photos of the sheets of all sessions. `sweep` renews what still holds a deleted one."""

    def __init__(
        self, ledger: Ledger, pictures: Pictures, sweep: Callable[[], object] = lambda: None
    ) -> None:
        self._ledger, self._pictures, self._sweep = ledger, pictures, sweep
        self._store = ledger.store

    @property
    def may_delete(self) -> bool:
        """Whether who is inside may delete a photo: a substitute only adds some."""
        return self._ledger.trainer is not None and not self._ledger.substitute

    # Seeing
    def of(self, session_id: str) -> list[Sheet]:
        """The photos of a session, the first one kept first. Raises NotAllowed."""
        self._ledger.require_trainer()
        return sheets.sheets_of(self._store, session_id)

    def count(self, session_id: str) -> int:
        """How many photos a session has."""
        return sheets.count(self._store, session_id)

    def image(self, sheet_id: str) -> bytes:
        """A photo as JPEG. Raises NotAllowed, UnknownThing.

        UnusablePicture (reason: broken) where another laptop wrote what no decoder of ours makes.
        """
        self._ledger.require_trainer()
        return photo_of(self._store, sheet_id)

    def people(self, sheet: Sheet) -> list[Person]:
        """Who is on a photo, as far as they are not erased; each person once."""
        self._ledger.require_trainer()
        there = {keeping.id_of(self._store, one) for one in sheet.people} - {None}
        return sorted(
            (registers.person(self._store, one) for one in there if one is not None),
            key=lambda person: person.id,
        )

    # Keeping
    def read(self, file: Path) -> bytes:
        """A photo from a file, upright and grey, small enough to be kept; takes seconds.

        Place, date and camera stay behind. Raises NotAllowed, UnreadableFile, UnusablePicture.
        """
        self._ledger.require_trainer()
        try:
            with file.open("rb") as stream:
                content = stream.read(MOST_BYTES + 1)
        except OSError as trouble:
            raise UnreadableFile(file=file.name) from trouble
        return self._pictures.sheet(content, file.name)

    def proposed(self, session_id: str) -> tuple[str, ...]:
        """The ids of who is likely to be on the sheet: all that were there."""
        self._ledger.require_trainer()
        found = marks.marks_of(self._store, session_id).values()
        return tuple(sorted(mark.person for mark in found if mark.status in ATTENDED))

    def candidates(self, session_id: str) -> list[Person]:
        """Who may be on the sheet: enrolled, in the order of its rows, or marked in the session."""
        self._ledger.require_trainer()
        course = registers.session(self._store, session_id).course
        enrolled = {one.id: one for one in registers.people(self._store, course)}
        order = [one for one in sheets.people_in_order(self._store, course) if one in enrolled]
        marked = sorted(marks.marks_of(self._store, session_id).keys() - enrolled.keys())
        return [registers.person(self._store, one) for one in (*order, *marked)]

    def keep(self, session_id: str, image: bytes, people: Sequence[str]) -> Sheet:
        """Keep what `read` gave, with the ids of who is on it; it is on the disk on return.

        Raises NotAllowed, UnknownThing, DiskFull; UnusablePicture for any other picture.
        """
        self._ledger.require_trainer()
        registers.session(self._store, session_id)
        if not is_grey_jpeg(image):
            raise UnusablePicture(picture="", reason="broken")
        id = self._store.new_id()
        body = {
            "sheet": id,
            "session": session_id,
            "people": list(dict.fromkeys(people)),
            "image": b64encode(image).decode("ascii"),
            "at": _moment(self._ledger),
        }
        self._ledger.write(self._ledger.note("sheet-kept", body))
        return sheets.sheet(self._store, id)

    def say_who(self, sheet_id: str, people: Sequence[str]) -> Sheet:
        """Put right who is on a photo. Raises NotAllowed, UnknownThing."""
        self._ledger.require_trainer()
        before = sheets.sheet(self._store, sheet_id)
        erased = set(before.people) - {
            one for one in before.people if keeping.id_of(self._store, one) is not None
        }
        # Whoever was erased is still to be seen on it.
        body = {"sheet": sheet_id, "people": list(dict.fromkeys([*people, *sorted(erased)]))}
        replaced = sheets.people_said(self._store, sheet_id)
        trainer = self._ledger.trainer
        self._ledger.write(Draft("sheet-people-set", body, None, trainer, replaced))
        return sheets.sheet(self._store, sheet_id)

    # Deleting
    def drop(self, sheet_id: str) -> None:
        """Delete a photo here for good, backups too, and elsewhere with the next merge.

        Raises NotAllowed, NotForSubstitutes, UnknownThing; DiskFull, ReadOnly, InUse where older
        copies could not be renewed: they are at the next start.
        """
        self._ledger.require_full_trainer()
        sheets.sheet(self._store, sheet_id)
        self._ledger.write(dropping(self._ledger, sheet_id))
        self._sweep()


def photo_of(store: Store, sheet_id: str) -> bytes:
    """A photo as JPEG. Raises UnknownThing, and UnusablePicture as `Sheets.image`."""
    text = sheets.image_of(store, sheet_id)
    try:
        content = b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        content = b""
    if not is_grey_jpeg(content):
        raise UnusablePicture(picture="", reason="broken")
    return content


def dropping(ledger: Ledger, sheet_id: str) -> Draft:
    """The draft that deletes a photo."""
    return ledger.note("sheet-dropped", {"sheet": sheet_id, "at": _moment(ledger)})


def _moment(ledger: Ledger) -> int:
    """UTC seconds; a laptop whose battery is flat may wake up before 1970."""
    return max(0, ledger.seconds())
