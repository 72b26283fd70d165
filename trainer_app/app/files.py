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
from trainer_app.services.funding.indicators import Indicators
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.publication import Publication
from trainer_app.services.funding.published_files import PublishedWords, published_table
from trainer_app.services.funding.publishing import Publishing
from trainer_app.services.funding.tables import FileWords
from trainer_app.services.funding.taking import unsealing
from trainer_app.services.funding.trainers_keys import TrainersKeys
from trainer_app.services.ledger import Ledger
from trainer_app.services.reporting import Scope
from trainer_app.store import registers

__all__ = [
    "FORMATS_OF", "PUBLISHED_FORMATS", "FileKind", "Order", "export_file", "export_published",
    "make_files", "make_publishing",
]  # fmt: skip

PUBLISHED_FORMATS = FORMATS_OF["indicators"]
"""What tables for everybody can be written as."""


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


def make_publishing(ledger: Ledger, participating: Participating) -> Publishing:
    """The maker of tables for everybody; drawing pages loads Qt only when a PDF is asked for."""

    def draw(made: Publication, words: PublishedWords, file: Path) -> None:
        from trainer_app.ui.printing import draw_published, ensure_gui

        ensure_gui()
        draw_published(made, words, file)

    return Publishing(ledger, participating, draw)


def export_file(door: Door, order: Order, out: Path) -> Written:
    """Write a file for a command. Raises what `Files.write` does."""
    ledger = door.ledger
    ledger.require_full_trainer()
    from trainer_app.ui.funding.file_words import file_words

    unseal = unsealing(TrainersKeys(door))
    participating = Participating(ledger, lesson_library(door.folder).competences, unseal)
    files = make_files(ledger, participating, Indicators(ledger))
    return files.write(order, file_words, out)


def export_published(
    door: Door, scope: Scope, out: Path, form: str
) -> tuple[Publication, int, list[Path]]:
    """Write the tables that anybody may read: what they say, their rows, the files.

    Raises what `Publishing.of` and `Publishing.write` do.
    """
    ledger = door.ledger
    ledger.require_full_trainer()
    from trainer_app.ui.reports.published_words import published_words

    participating = Participating(ledger, lesson_library(door.folder).competences)
    publishing = make_publishing(ledger, participating)
    made = publishing.of(scope)
    titles = {one.id: one.title for one in registers.courses(ledger.store)}
    words = published_words(made, titles)
    files = publishing.write(made, words, out, form)
    return made, len(published_table(made, words).rows), files
