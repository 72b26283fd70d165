"""What the commands about one person do. PERSON is a participant number, or the person's id."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from trainer_app.app.desk import make_erasing
from trainer_app.app.folder import lesson_library
from trainer_app.i18n import languages
from trainer_app.services.before_erasing import ErasurePreview
from trainer_app.services.door import Door


def preview_erasure(door: Door, person: str) -> ErasurePreview:
    """What erasing takes and leaves. Raises UnknownThing, NotForSubstitutes."""
    erasing = make_erasing(door)
    return erasing.preview(erasing.find(person))


def erase_person(door: Door, person: str, *, with_sheets: bool = False) -> ErasurePreview:
    """Take a person out of all that is kept here; returns what that was.

    `with_sheets`: the photos of signed sheets that show her go too, and others with them.
    Raises UnknownThing, NotForSubstitutes, DiskFull, ReadOnly, InUse.
    """
    erasing = make_erasing(door)
    found = erasing.find(person)
    shown = erasing.preview(found).sheets if with_sheets else ()
    return erasing.erase(found, [one.id for one in shown])


def restrict_person(door: Door, person: str, until: date | None, reason: str) -> None:
    """Keep a person only for a funder, out of every list.

    Raises UnknownThing, NotForSubstitutes, EmptyField (reason), BadTimes (until).
    """
    erasing = make_erasing(door)
    erasing.restrict(erasing.find(person), until, reason)


def release_person(door: Door, person: str) -> None:
    """Show a person in lists again. Raises UnknownThing, NotForSubstitutes."""
    erasing = make_erasing(door)
    erasing.release(erasing.find(person))


def export_person(door: Door, person: str, file: Path) -> list[Path]:
    """Write everything that is held about a person to one page; returns the files.

    Raises UnknownThing, NotForSubstitutes, CannotWriteFile.
    """
    from trainer_app.ui.person_file import in_their_words

    erasing, lessons = make_erasing(door), lesson_library(door.folder)
    titles = {one.code: lessons.titles(one.code) for one in languages()}
    return erasing.export(erasing.find(person), file, lambda held: in_their_words(held, titles))
