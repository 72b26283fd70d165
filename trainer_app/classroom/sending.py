"""What waits to be sent on one connection: in order, bounded, and seen to move."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator

from trainer_app.classroom.messages import KIB

_TURN = 512 * KIB
"""Bytes that one connection may have sent before the others have their turn."""


class Outgoing:
    """Hands frames to the transport while it takes them; large messages are cut only then."""

    def __init__(self, transport: asyncio.Transport, most: int, now: float) -> None:
        self._transport, self._most = transport, most
        self._waiting: deque[tuple[Iterator[bytes], int]] = deque()
        self._waiting_bytes = 0
        self._handed = 0
        self._paused = False
        self._pumping = False
        self._gone = 0
        self._moved_at = now

    def add(self, frames: Iterator[bytes], size: int) -> bool:
        """Send these frames of a message of `size` bytes; False if too much waits already."""
        if self._waiting_bytes + size > self._most:
            return False
        self._waiting.append((frames, size))
        self._waiting_bytes += size
        self._pump()
        return True

    def pause(self) -> None:
        """The transport has enough for now."""
        self._paused = True

    def resume(self) -> None:
        """The transport takes more."""
        self._paused = False
        self._pump()

    def stop(self) -> None:
        """What is not with the transport yet stays unsent."""
        self._waiting.clear()

    def stuck_for(self, now: float) -> float:
        """Seconds since the other end last took something, 0 while nothing waits for it."""
        buffered = self._transport.get_write_buffer_size()
        gone = self._handed - buffered
        if gone != self._gone or not (buffered or self._waiting):
            self._gone, self._moved_at = gone, now
        return now - self._moved_at

    def _pump(self) -> None:
        if self._pumping:  # a write may pause and resume us at once
            return
        self._pumping = True
        enough = self._handed + _TURN
        try:
            while self._waiting and not self._paused:
                if self._handed >= enough:
                    asyncio.get_running_loop().call_soon(self._pump)
                    return
                frames, size = self._waiting[0]
                frame = next(frames, None)
                if frame is None:
                    self._waiting.popleft()
                    self._waiting_bytes -= size
                    continue
                self._handed += len(frame)
                self._transport.write(frame)
        finally:
            self._pumping = False
