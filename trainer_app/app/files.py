"""Files for funders, for commands and screens alike."""

from __future__ import annotations

from pathlib import Path

from trainer_app.app.folder import lesson_library
from trainer_app.exports.table import Table
from trainer_app.services.door import Door
from trainer_app.services.funding.files import (
    FORMATS_OF,
    FileKind,
    Files,
    Order,
    Written,
)
from trainer_app.services.funding.indicators import FOLDER, Indicators
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.tables import FileWords
from trainer_app.services.funding.taking import unsealing
from trainer_app.services.funding.trainers_keys import TrainersKeys
from trainer_app.services.ledger import Ledger

__all__ = ["FORMATS_OF", "FileKind", "Order", "export_file", "make_files"]


def make_files(ledger: Ledger, participating: Participating, indicators: Indicators) -> Files:
    """The writer of files; drawing pages loads Qt only when a PDF is asked for."""

    def draw(table: Table, words: FileWords, file: Path, kind: FileKind) -> None:
        from trainer_app.ui.printing import draw_attendance, draw_table, ensure_gui

        ensure_gui()
        if kind == "attendance":
            draw_attendance(table, words, file)
        else:
            draw_table(table, words, file)

    return Files(ledger, participating, indicators, draw)


def export_file(door: Door, order: Order, out: Path) -> Written:
    """Write a file for a command. Raises what `Files.write` does."""
    ledger = door.ledger
    ledger.require_full_trainer()
    from trainer_app.ui.funding.file_words import file_words

    unseal = unsealing(TrainersKeys(door))
    participating = Participating(ledger, lesson_library(door.folder).competences, unseal)
    files = make_files(ledger, participating, Indicators(ledger, door.folder / FOLDER))
    return files.write(order, file_words, out)
