"""Where pages go: a PDF that appears whole, or a printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from trainer_app import __version__
from trainer_app.exports.whole_file import written_whole
from trainer_app.i18n import current, in_language, speaks
from trainer_app.ui.printing.paper import one_file
from trainer_app.ui.printing.searchable import SearchablePdf, with_text
from trainer_app.ui.theme.dressing import load_fonts

Drawing = Callable[[QPagedPaintDevice], None]
"""Draws all its pages on a PDF or a printer."""

_DOTS_PER_INCH = 720  # a dot is a tenth of a point, the unit that pages are drawn in


def ensure_gui() -> None:
    """Start Qt without a screen where a command has not started it, and load the fonts."""
    if QGuiApplication.instance() is None:
        _without_a_screen()
    load_fonts()


@cache
def _without_a_screen() -> QGuiApplication:
    return QGuiApplication(["trainer-app", "-platform", "offscreen"])


def together(drawings: Sequence[Drawing]) -> Drawing:
    """Several papers as one, in order, each beginning on a page of its own."""

    def draw(device: QPagedPaintDevice) -> None:
        with one_file():
            for drawing in drawings:
                drawing(device)

    return draw


def copies(drawing: Drawing, count: int) -> Drawing:
    """The same paper several times."""
    return together([drawing] * count)


def in_words_of(language: str, drawing: Drawing) -> Drawing:
    """A paper in another language than that in use; in this one where the program lacks it."""

    def draw(device: QPagedPaintDevice) -> None:
        with in_language(language if speaks(language) else current().code):
            drawing(device)

    return draw


def write_pdf(drawing: Drawing, file: Path, title: str) -> None:
    """Write the pages to an A4 PDF; `title` is what a reader shows for it.

    Raises CannotWriteFile; whatever stood there is then untouched.
    """
    ensure_gui()
    finished = _pdf(drawing, title)
    with written_whole(file) as draft:
        draft.write_bytes(finished)


def _pdf(drawing: Drawing, title: str) -> bytes:
    # In memory, because Qt says nothing when the disk is full.
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pdf = SearchablePdf(buffer)
    pdf.setResolution(_DOTS_PER_INCH)
    pdf.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    pdf.setTitle(title)
    pdf.setCreator(f"trainer-app {__version__}")
    drawing(pdf)
    return with_text(bytes(buffer.data().data()), pdf.runs)


def print_with_dialog(drawing: Drawing, parent: QWidget | None) -> bool:
    """Ask for a printer and print; False where the person thought better of it.

    Raises CannotWriteFile where the printer refuses.
    """
    printer = ask_for_printer(parent)
    if printer is None:
        return False
    drawing(printer)
    return True


def ask_for_printer(parent: QWidget | None) -> QPrinter | None:
    """The printer that the person chose; None where they thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setCreator(f"trainer-app {__version__}")
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None
