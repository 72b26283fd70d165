"""How a laptop's program hears orders and answers them: JSON, one line each, over its pipe."""

from __future__ import annotations

import json
import queue
import sys
import threading
import time
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from trainer_app.domain.errors import TrainerError

Order = dict[str, Any]
BEGINS = datetime.fromisoformat("2026-11-24T18:50:00+01:00")
"""What every laptop's clock shows at the moment `born` of the test's evening."""


class TickingClock:
    """The same time on all laptops of a test, whatever the day is outside."""

    def __init__(self, born: float) -> None:
        self._born = born
        self.ahead = timedelta()

    def now(self) -> datetime:
        """The time it shows."""
        return BEGINS + timedelta(seconds=time.monotonic() - self._born) + self.ahead


class Answering:
    """Does what is ordered by a method `do_…`, and says what came of it and what was written."""

    def __init__(self) -> None:
        self.wrote: list[str] = []
        self.bugs: list[str] = []

    def bug(self, error: BaseException) -> None:
        """A thread of the program met one."""
        self.bugs.append("".join(traceback.format_exception(error))[-3000:])

    def answer(self, order: Order) -> None:
        """Do it, and say so. `trouble` is what the program would tell a person in words."""
        said: Order = {}
        try:
            name = order.pop("do")
            said["done"] = getattr(self, f"do_{name}")(**order)
        except TrainerError as trouble:
            said["trouble"] = type(trouble).__name__
        except Exception as error:
            said["bug"] = "".join(traceback.format_exception(error))[-3000:]
        said["wrote"], self.wrote[:] = list(self.wrote), []
        said["bugs"] = self.bugs
        print(json.dumps(said), flush=True)

    def do_memory(self) -> int:
        """Bytes of memory that this process has for itself, its part of what is shared among it."""
        with open("/proc/self/smaps_rollup", encoding="ascii") as file:  # noqa: PTH123
            lines = [line.split() for line in file]
        return next(int(words[1]) * 1024 for words in lines if words[0] == "Pss:")


def listen(hear: Callable[[Order | None], None]) -> None:
    """Hand on each order in a thread of its own; None at the end."""

    def read() -> None:
        for line in sys.stdin:
            hear(json.loads(line))
        hear(None)

    threading.Thread(target=read, daemon=True).start()


def serve(answering: Answering, look: Callable[[], None], wake: queue.SimpleQueue[Any]) -> None:
    """Answer orders in this thread until there are no more; `look` before each and in between.

    Anything else that is put in `wake` has it look at once.
    """
    ended = object()
    listen(lambda order: wake.put(ended if order is None else order))
    while True:
        try:
            item = wake.get(timeout=0.2)
        except queue.Empty:
            item = None
        if item is ended:
            return
        look()
        if isinstance(item, dict):
            answering.answer(item)
