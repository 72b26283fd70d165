"""What the outside program needs around it: a screen, a bus of its own, and a home to save in."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from tests.bundle.virtual_screen import screen

# The system's Python: the libraries of a screen reader are no part of our environment.
OUTSIDE = "/usr/bin/python3"
_LONGEST = 400
_NEEDED = {
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus-x11",
    "xdotool": "xdotool",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
_IMPORTS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def missing() -> list[str]:
    """The system packages that are not there."""
    found = [package for program, package in _NEEDED.items() if shutil.which(program) is None]
    if subprocess.run([OUTSIDE, "-c", _IMPORTS], capture_output=True).returncode:
        found += ["python3-gi", "gir1.2-atspi-2.0"]
    return found


def at_noon() -> str:
    """A time zone in which it is about noon now: no test meets the end of a day."""
    return f"NOON{datetime.now(UTC).hour - 12:+d}"


def read_from_outside(plan: Path, home: Path) -> None:
    """Let the outside program carry out a plan; fails with all that it told."""
    running = home / "running"
    running.mkdir(mode=0o700)
    with screen(home) as seen:
        surroundings = {
            **seen.env,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(running),
            "TZ": at_noon(),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            # Readers ask for what has just gone; that is no news.
            "QT_LOGGING_RULES": "qt.accessibility.atspi.warning=false",
        }
        told = home / "told.txt"
        with told.open("w") as lines:
            outside = subprocess.Popen(
                ["dbus-run-session", "--", OUTSIDE, "-m", "outside", str(plan), sys.executable],
                env=surroundings, cwd=Path(__file__).parent, start_new_session=True,
                stdout=lines, stderr=subprocess.STDOUT,
            )  # fmt: skip
        try:
            outside.wait(_LONGEST)
        finally:
            # Whatever it started goes with it.
            with suppress(ProcessLookupError):
                os.killpg(outside.pid, signal.SIGKILL)
            outside.wait()
            print(told.read_text("utf-8", "replace"))
    assert outside.returncode == 0, "what it told stands above"
