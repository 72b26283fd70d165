"""How this laptop stands: battery, room on the disk, voices; what its room's trainer sees of it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from trainer_app import __version__
from trainer_app.domain.rooms import LaptopState

_POWER = Path("/sys/class/power_supply")
_MEGABYTE = 1_000_000
_PATIENCE = 3
_UNKNOWN = 255  # what Windows says of a battery that it cannot read


@dataclass(frozen=True, slots=True)
class Battery:
    """How full, in percent (None without one), and whether a cable feeds the laptop."""

    percent: int | None
    plugged: bool


def measure(
    folder: Path, clock: int, voices: Iterable[str], *, people: int = 0, lesson: str = ""
) -> LaptopState:
    """This laptop now. `folder` lies on the disk that matters, `clock` is in UTC seconds.

    Asks the system, which takes a moment on some: not for the thread of the window.
    """
    found = battery()
    return LaptopState(
        clock=clock,
        battery=found.percent,
        plugged=found.plugged,
        free_mb=free_mb(folder),
        people=people,
        lesson=lesson,
        languages=tuple(sorted(voices)),
        program=__version__,
    )


def free_mb(folder: Path) -> int:
    """Free megabytes on the disk of a folder; 0 where that cannot be told."""
    try:
        return shutil.disk_usage(folder).free // _MEGABYTE
    except OSError:
        return 0


def battery() -> Battery:
    """The battery as the system tells it; a laptop that tells nothing has none."""
    if sys.platform == "win32":
        return _of_windows()
    if sys.platform == "darwin":
        return _of_mac()
    return read_power_supply(_POWER)


def read_power_supply(folder: Path) -> Battery:
    """What Linux keeps in `/sys/class/power_supply`.

    Batteries of mice and pens are left out (`scope` is Device); two batteries of one laptop give
    their average. Source: the kernel's Documentation/ABI/testing/sysfs-class-power.
    """
    levels: list[int] = []
    charging, fed = False, False
    for supply in _folders(folder):
        kind = _word(supply / "type")
        if kind == "Battery" and _word(supply / "scope") != "Device":
            level = _word(supply / "capacity")
            if level.isdecimal():
                levels.append(min(100, int(level)))
            charging |= _word(supply / "status") in ("Charging", "Full", "Not charging")
        elif kind in ("Mains", "USB", "Wireless"):
            fed |= _word(supply / "online") == "1"
    percent = round(sum(levels) / len(levels)) if levels else None
    return Battery(percent, fed or charging or percent is None)


def parse_pmset(told: str) -> Battery:
    """What `pmset -g batt` prints on a Mac."""
    found = re.search(r"(\d+)%", told)
    percent = min(100, int(found.group(1))) if found else None
    return Battery(percent, "'AC Power'" in told or percent is None)


def of_power_status(line: int, flag: int, percent: int) -> Battery:
    """What Windows says in SYSTEM_POWER_STATUS: ACLineStatus, BatteryFlag, BatteryLifePercent."""
    no_battery = flag == _UNKNOWN or bool(flag & 128)
    known = None if no_battery or percent > 100 else percent
    return Battery(known, line == 1 or known is None)


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _word(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _of_mac() -> Battery:
    try:
        told = subprocess.run(
            ["/usr/bin/pmset", "-g", "batt"],
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return Battery(None, True)
    return parse_pmset(told.stdout)


def _of_windows() -> Battery:
    if sys.platform != "win32":
        return Battery(None, True)
    import ctypes

    class Status(ctypes.Structure):
        _fields_ = [
            ("line", ctypes.c_ubyte),
            ("flag", ctypes.c_ubyte),
            ("percent", ctypes.c_ubyte),
            ("saver", ctypes.c_ubyte),
            ("left", ctypes.c_ulong),
            ("whole", ctypes.c_ulong),
        ]

    status = Status()
    if not ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
        return Battery(None, True)
    return of_power_status(status.line, status.flag, status.percent)
