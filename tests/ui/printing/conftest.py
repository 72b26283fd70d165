"""The program's fonts, and another program to open the files with."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_reader import Pdf

from trainer_app.ui.printing import ensure_gui


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    assert qapp is not None
    if shutil.which("pdftotext") is None:
        pytest.skip("needs poppler-utils, another program to open the files with")
    ensure_gui()


@pytest.fixture
def opened() -> Callable[[Path], Pdf]:
    """Opens a PDF with another program."""
    return Pdf
