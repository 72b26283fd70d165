"""Asks which file or folder is meant."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from trainer_app.i18n import _

_CAMERA = "DCIM"  # where every camera and phone keeps its photos


def ask_for_file(window: QWidget, suggested: str | None) -> Path | None:
    """A place to save under a suggested name, or a file to open where there is none."""
    if suggested is None:
        found, _kind = QFileDialog.getOpenFileName(window)
    else:
        found, _kind = QFileDialog.getSaveFileName(window, "", str(Path.home() / suggested))
    return Path(found) if found else None


def ask_for_photo(window: QWidget, sticks: Iterable[Path]) -> Path | None:
    """A photo to open; looked for first on the camera's card or stick that is in."""
    places = [folder for stick in sticks for folder in (stick / _CAMERA, stick) if folder.is_dir()]
    begin = str(next(iter(places), ""))
    kinds = _("Photos") + " (*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG)"
    found, _kind = QFileDialog.getOpenFileName(window, "", begin, kinds)
    return Path(found) if found else None


def ask_for_folder(window: QWidget) -> Path | None:
    """A folder that is there."""
    found = QFileDialog.getExistingDirectory(window)
    return Path(found) if found else None
