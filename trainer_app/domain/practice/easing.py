"""How large and how fast targets are: easier after a miss, a little harder after two hits."""

from __future__ import annotations

from dataclasses import dataclass

SMALLEST, LARGEST = 56, 160
FASTEST = 120
HITS = 2


@dataclass(frozen=True, slots=True)
class Ease:
    """`size` is a target's side in pixels at 100 %, `speed` pixels a second; screens may slow it.

    A screen without motion lets every target stand still, whatever the speed says.
    """

    size: int = 112
    speed: int = 0
    hits: int = 0

    def after_hit(self, moves: bool) -> Ease:
        """After two hits in a row a fifth smaller, and faster if targets move at all."""
        if self.hits + 1 < HITS:
            return Ease(self.size, self.speed, self.hits + 1)
        speed = min(FASTEST, self.speed + 20) if moves else 0
        return Ease(max(SMALLEST, self.size * 4 // 5), speed)

    def after_miss(self) -> Ease:
        """A quarter larger and slower, at once."""
        return Ease(min(LARGEST, self.size * 5 // 4), max(0, self.speed - 40))


START = Ease()
