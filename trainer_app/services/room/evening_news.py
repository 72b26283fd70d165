"""A laptop that was opened for an evening trades its news with a stick, with no trainer inside."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from trainer_app.domain.errors import (
    BundleDamaged,
    BundleTooLarge,
    ForgedEvents,
    NewerBundle,
    NotABundle,
    OtherCentre,
    UnknownLaptop,
    UnreadableFile,
)
from trainer_app.services.door import Door
from trainer_app.services.exchanging import Exchanging
from trainer_app.services.merging import FOLDER, Merging

_REFUSED = (
    BundleDamaged,
    BundleTooLarge,
    ForgedEvents,
    NewerBundle,
    NotABundle,
    OtherCentre,
    UnknownLaptop,
    UnreadableFile,
)


def is_ours(stick: Path) -> bool:
    """Whether a stick is one that the program keeps files on; a learner's own is left alone."""
    return (stick / FOLDER).is_dir()


def trade(door: Door, stick: Path) -> int:
    """Take in what other laptops left on a stick, and leave this laptop's news there.

    All of it is sealed and checked as ever; a file that is refused here is refused in words where
    a trainer merges it. Returns how many events were new. Raises NotAllowed, DiskFull, ReadOnly,
    DiskFails, BundleTooLarge.
    """
    exchanging, merging, new = Exchanging(door), Merging(door), 0
    for file in merging.files_on(stick):
        with suppress(*_REFUSED):
            new += exchanging.take_in(exchanging.open(file))
    merging.write_to_stick(stick)
    return new
