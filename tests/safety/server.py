"""Runs programs in children of one process that has everything loaded already.

Reads one order in JSON a line; each child stands still until somebody lets it go on, and tells
what it was promised over the same pipe. `here` and `gone` lines of the server stand around it.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import traceback
from pathlib import Path

from programs import PROGRAMS

from trainer_app import app


def say(word: str, value: str) -> None:
    """One line, at once and whole: what is shorter than a pipe's buffer is never cut."""
    os.write(1, f"{word} {value}\n".encode())


def run(order: dict[str, str | int]) -> None:
    """Do what a child is there for."""
    if "most_bytes" in order:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        most = int(order["most_bytes"])
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    program = PROGRAMS[str(order["program"])]
    os.kill(os.getpid(), signal.SIGSTOP)
    try:
        program.run(Path(str(order["folder"])), say, LESSON, int(order["rounds"]))
    except BaseException as error:
        say("bug", f"{error!r} {traceback.format_exc()!r}"[:3000])


if __name__ == "__main__":
    LESSON = app.lesson_library().lesson("sign-in-and-out")
    say("ready", "")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            run(json.loads(line))
            os._exit(0)
        os.waitpid(child, os.WUNTRACED)
        say("here", str(child))
        os.waitpid(child, 0)
        say("gone", str(child))
