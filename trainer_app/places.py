"""Where the program's own files lie: beside the package in a checkout, inside it when installed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    return _PACKAGE if (_PACKAGE / "lessons").is_dir() else _PACKAGE.parent


def lessons() -> Path:
    """The folder of bundled lessons."""
    return _root() / "lessons"


def locales() -> Path:
    """The folder of catalogs."""
    return _root() / "locales"


def assets() -> Path:
    """The folder of fonts, icons and pictures."""
    return _root() / "assets"


def default_data() -> Path:
    """The data folder of this laptop when none is named."""
    return Path(platformdirs.user_data_dir("trainer-app", appauthor=False))
