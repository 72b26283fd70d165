"""Many may read at once; who closes the connections waits until nobody is in the middle of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Gate:
    """Readers pass in any number, also one within another; the closing one goes alone."""

    def __init__(self) -> None:
        self._change = threading.Condition()
        self._inside: dict[int, int] = {}
        self._closing: int | None = None

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Be inside while a query runs."""
        me = threading.get_ident()
        with self._change:
            self._change.wait_for(lambda: self._closing in (None, me) or me in self._inside)
            self._inside[me] = self._inside.get(me, 0) + 1
        try:
            yield
        finally:
            with self._change:
                self._inside[me] -= 1
                if not self._inside[me]:
                    del self._inside[me]
                    self._change.notify_all()

    @contextmanager
    def closing(self) -> Iterator[None]:
        """Be alone: no other thread reads meanwhile."""
        me = threading.get_ident()
        with self._change:
            self._change.wait_for(lambda: self._closing is None and not self._inside.keys() - {me})
            self._closing = me
        try:
            yield
        finally:
            with self._change:
                self._closing = None
                self._change.notify_all()
