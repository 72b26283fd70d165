"""Asks which file or folder is meant."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_file(window: QWidget, suggested: str | None) -> Path | None:
    """A place to save under a suggested name, or a file to open where there is none."""
    if suggested is None:
        found, _kind = QFileDialog.getOpenFileName(window)
    else:
        found, _kind = QFileDialog.getSaveFileName(window, "", str(Path.home() / suggested))
    return Path(found) if found else None


def ask_for_folder(window: QWidget) -> Path | None:
    """A folder that is there."""
    found = QFileDialog.getExistingDirectory(window)
    return Path(found) if found else None
