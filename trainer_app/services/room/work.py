"""The thread in which a room's news are worked on, one piece after the other."""

from __future__ import annotations

import heapq
import itertools
import queue
import threading
import time
from collections.abc import Callable

from trainer_app.classroom.threads import OnBug, report

Job = Callable[[], None]
_PATIENCE = 10.0
"""Seconds to wait for the last piece at the end: it may be a merge on a slow disk."""


class Worker:
    """Does jobs in the order in which they were handed over, from any thread.

    A job that raises is told to `on_bug`, and the next one is done.
    """

    def __init__(self, name: str, on_bug: OnBug = report) -> None:
        self._on_bug = on_bug
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._later: list[tuple[float, int, Job]] = []
        self._count = itertools.count()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def do(self, job: Job) -> None:
        """Do it when what was handed over before is done; nothing once closed."""
        if not self._closed:
            self._jobs.put(job)

    def done(self, job: Job, patience: float) -> bool:
        """Do it, and wait until it is done, at most so many seconds; whether it was."""
        over = threading.Event()

        def doing() -> None:
            try:
                job()
            finally:
                over.set()

        self.do(doing)
        return over.wait(patience)

    def after(self, seconds: float, job: Job) -> None:
        """Do it in a while. Called by jobs only, so that nothing of it needs a lock."""
        heapq.heappush(self._later, (time.monotonic() + seconds, next(self._count), job))

    def close(self) -> None:
        """Finish what is being done, leave the rest, and end the thread; also from a job."""
        self._closed = True
        self._jobs.put(None)
        if threading.current_thread() is not self._thread:
            self._thread.join(_PATIENCE)

    def _work(self) -> None:
        while not self._closed:
            job = self._next()
            if job is None:
                continue
            try:
                job()
            except Exception as error:
                self._on_bug(error)

    def _next(self) -> Job | None:
        """The next job; None where there is nothing to do but to look again."""
        now = time.monotonic()
        if self._later and self._later[0][0] <= now:
            return heapq.heappop(self._later)[2]
        wait = self._later[0][0] - now if self._later else None
        try:
            return self._jobs.get(timeout=wait)
        except queue.Empty:
            return None
