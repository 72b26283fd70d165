"""Whether the person has told the system that nothing shall move on the screen."""

from __future__ import annotations

import configparser
import ctypes
import plistlib
import sys
from functools import cache
from pathlib import Path
from typing import Any

_CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION of Windows: “Show animations in Windows”."""


@cache
def system_wants_stillness(home: Path | None = None, platform: str = sys.platform) -> bool:
    """Whether the system is set to reduced motion; False where it does not say.

    Windows is asked itself; of macOS, KDE and GTK the files below `home` are read. It is found out
    once: every page is built with the answer.
    """
    if platform == "win32":
        return _windows_is_still()
    base = home or Path.home()
    if platform == "darwin":
        return _mac_is_still(base / "Library/Preferences/com.apple.universalaccess.plist")
    factor = _setting(base / ".config/kdeglobals", "KDE", "AnimationDurationFactor")
    if factor is not None and factor.strip() in ("0", "0.0"):
        return True
    gtk = _setting(base / ".config/gtk-4.0/settings.ini", "Settings", "gtk-enable-animations")
    return gtk is not None and gtk.strip().lower() in ("0", "false")


def _windows_is_still() -> bool:
    animated = ctypes.c_int(1)
    library: Any = vars(ctypes)["windll"]
    found = library.user32.SystemParametersInfoW(
        _CLIENT_AREA_ANIMATION, 0, ctypes.byref(animated), 0
    )
    return bool(found) and not animated.value


def _mac_is_still(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return bool(plistlib.load(opened).get("reduceMotion"))
    except (OSError, plistlib.InvalidFileException):
        return False


def _setting(file: Path, section: str, name: str) -> str | None:
    """A value of a settings file; None where there is none or it cannot be read."""
    settings = configparser.ConfigParser(strict=False, interpolation=None)
    try:
        settings.read(file, encoding="utf-8")
    except (OSError, UnicodeDecodeError, configparser.Error):
        return None
    return settings.get(section, name, fallback=None)
