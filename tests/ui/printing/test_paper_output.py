"""Where pages go: a command without a screen, a printer, a dialog."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from pdf_reader import Pdf
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

from trainer_app.ui.printing import PictureCard, cards_drawing, print_with_dialog

Opened = Callable[[Path], Pdf]

CARDS = [PictureCard("محمد Ali", f"AB{place}", ("sun", "fish", "tree")) for place in range(9)]

COMMAND = """
import sys
from pathlib import Path
from trainer_app.ui.printing import PictureCard, draw_picture_cards, ensure_gui
ensure_gui()
ensure_gui()
draw_picture_cards([PictureCard("Amina", "AB1", ("sun", "fish", "tree"))], "", Path(sys.argv[1]))
"""


def test_a_command_draws_without_a_screen(tmp_path: Path, opened: Opened) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    bare = {key: value for key, value in os.environ.items() if key not in hidden}
    file = tmp_path / "cards.pdf"
    subprocess.run([sys.executable, "-c", COMMAND, str(file)], check=True, env=bare, timeout=60)
    assert "Amina AB1" in opened(file).text


def test_a_printer_gets_the_same_pages(tmp_path: Path, opened: Opened) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    cards_drawing(CARDS, "De Brug")(printer)
    pdf = opened(tmp_path / "paper.pdf")
    assert int(pdf.facts["Pages"]) == 2
    names = [word for word in pdf.words_on_pages()[0] if word.text == "Ali"]
    width, height = (float(part) for part in pdf.facts["Page size"].split()[0:3:2])
    assert {(word.left > width / 2, int(word.top // (height / 4))) for word in names} == {
        (across, down) for across in (False, True) for down in range(4)
    }


def test_nothing_is_printed_when_the_dialog_is_closed() -> None:
    drawn: list[QPagedPaintDevice] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        dialog.reject()

    QTimer.singleShot(0, close)
    assert print_with_dialog(drawn.append, None) is False
    assert drawn == []
