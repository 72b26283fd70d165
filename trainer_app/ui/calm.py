"""Mistakes of ours: written down without anything personal, and said calmly."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

FILE = "program.log"

log = logging.getLogger("trainer_app")


def catch_bugs(folder: Path, say: Callable[[], None]) -> None:
    """From now on log what nobody caught, and call `say` to show a way on."""
    try:
        handler: logging.Handler = RotatingFileHandler(
            folder / FILE, maxBytes=200_000, backupCount=1, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log.addHandler(handler)

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error(without_words(kind, trace))
        say()

    sys.excepthook = caught
    # In a thread beside the window nobody pressed anything, so that nothing is said.
    threading.excepthook = lambda told: log.error(without_words(told.exc_type, told.exc_traceback))


def without_words(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where and what kind; never the message or a value, which may hold somebody's name."""
    frames = traceback.extract_tb(trace)
    places = " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in reversed(frames))
    return f"{kind.__name__} at {places}"
