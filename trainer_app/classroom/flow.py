"""A budget of messages and bytes for each end of a connection, so that none can drown the other."""

from __future__ import annotations

from trainer_app.classroom.limits import Rate


class Bucket:
    """Fills steadily up to its burst; what is taken out of it must be there."""

    def __init__(self, rate: Rate, now: float) -> None:
        self._rate, self._filled, self._left = rate, now, float(rate.burst)

    def take(self, amount: float, now: float) -> bool:
        """Take `amount` at `now` (seconds of a clock that never goes back); False if too much."""
        grown = max(0.0, now - self._filled) * self._rate.each_second
        self._left = min(self._rate.burst, self._left + grown)
        self._filled = max(now, self._filled)
        if amount > self._left:
            return False
        self._left -= amount
        return True


class Budget:
    """What one end may still say. Pieces of large messages count as bytes alone."""

    def __init__(self, messages: Rate, payload: Rate, now: float) -> None:
        self._messages, self._bytes = Bucket(messages, now), Bucket(payload, now)

    def bears(self, size: int, now: float, *, piece: bool = False) -> bool:
        """Take a frame of `size` bytes from the budget; False once it says too much."""
        return (piece or self._messages.take(1, now)) and self._bytes.take(size, now)
