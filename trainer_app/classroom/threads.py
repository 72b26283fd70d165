"""A thread with a loop of its own, so that the network never waits for a screen, nor it for us.

What needs a tenth of a second to load (asyncio, ssl, zeroconf) is loaded where a network is really
used, so that the program starts without it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio

OnBug = Callable[[BaseException], None]
Main = Callable[["asyncio.Event"], Coroutine[Any, Any, None]]


def report(error: BaseException) -> None:
    """Hand a bug to whoever listens for bugs of threads."""
    arguments = (type(error), error, error.__traceback__, threading.current_thread())
    threading.excepthook(threading.ExceptHookArgs(arguments))


class NetworkThread:
    """Runs `main` until it returns; it is given an event that `stop` sets."""

    def __init__(self, name: str, main: Main, on_bug: OnBug) -> None:
        self._main, self._on_bug = main, on_bug
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending: asyncio.Event | None = None

    def start(self) -> None:
        """Returns at once."""
        self._thread.start()

    def call(self, callback: Callable[..., object], *arguments: object) -> None:
        """Do it in the thread, soon; nothing happens once it has ended."""
        self._ready.wait()
        if self._loop is None:
            return
        if threading.current_thread() is self._thread:  # awake already: nobody has to wake it
            self._loop.call_soon(callback, *arguments)
        else:
            with suppress(RuntimeError):  # the loop is closed: the other end hears nothing now
                self._loop.call_soon_threadsafe(callback, *arguments)

    def stop(self, *, wait: float = 2.0) -> None:
        """Ask it to end, and wait so many seconds for that, unless we are it."""
        self._ready.wait()
        if self._ending is not None:
            self.call(self._ending.set)
        if wait and threading.current_thread() is not self._thread:
            self._thread.join(wait)

    def _run(self) -> None:
        import asyncio

        try:
            asyncio.run(self._live())
        except Exception as error:
            self._on_bug(error)
        finally:
            self._ready.set()

    async def _live(self) -> None:
        import asyncio

        self._loop, self._ending = asyncio.get_running_loop(), asyncio.Event()
        self._loop.set_exception_handler(self._hear_of_bug)
        self._ready.set()
        await self._main(self._ending)

    def _hear_of_bug(self, _loop: asyncio.AbstractEventLoop, facts: dict[str, Any]) -> None:
        error = facts.get("exception")
        if error is None and sys.is_finalizing():
            return  # the program ends under us
        self._on_bug(error or RuntimeError(str(facts.get("message"))))
