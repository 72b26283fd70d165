"""`python3 -m outside PLAN PYTHON`: starts the program and carries the plan out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402
from outside.journey import Journey  # noqa: E402
from outside.reader import Reader  # noqa: E402

_ANSWER_MS = 20_000


def main() -> int:
    """Gives the exit code: 0 where nothing was wrong."""
    plan = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    Atspi.set_timeout(_ANSWER_MS, _ANSWER_MS)
    program = subprocess.Popen([sys.argv[2], "-m", "trainer_app", "--data", plan["data"]])
    try:
        reader = Reader(program.pid)
        reader.wait("the program shows itself", reader.program, 60)
        _give_keyboard()
        journey = Journey(reader, plan)
        for step in plan["steps"]:
            getattr(journey, step)()
        print("\n".join(journey.faults))
        return 1 if journey.faults else 0
    finally:
        program.kill()
        program.wait()


def _give_keyboard() -> None:
    """What a window manager would do: the whole screen and the keyboard for the window."""
    window = _xdotool("search", "--sync", "--onlyvisible", "--name", "^trainer-app$").split()[0]
    _xdotool("windowsize", "--sync", window, "1366", "768")
    _xdotool("windowmove", window, "0", "0", "windowfocus", "--sync", window)


def _xdotool(*words: str) -> str:
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=True)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
