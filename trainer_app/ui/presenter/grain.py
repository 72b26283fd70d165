"""How large things are on a slide: it is drawn for 1366×768 and grows with its screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 1366, 768
LEAST = 36
"""The smallest letters in design pixels: on a wide screen they can be read from six metres."""
HEADING, BODY, KICKER = 58, 44, 38
GROWN, PLAIN, SHRUNK = (1.6, 1.45, 1.32), (1.2, 1.1, 1.0), (0.91, 0.82)


@dataclass(frozen=True, slots=True)
class Grain:
    """`unit`: pixels of a design pixel on this screen. `step`: how much letters grow or shrink."""

    unit: float
    step: float = 1.0

    def px(self, design: float) -> int:
        """Pixels of room or of a sign."""
        return round(design * self.unit)

    def letters(self, design: float) -> int:
        """The height of letters in pixels, never below `LEAST` of this screen."""
        return max(1, round(max(LEAST, design * self.step) * self.unit))


def unit_of(width: int, height: int) -> float:
    """Pixels of a design pixel on a slide of this size."""
    return max(0.05, min(width / WIDTH, height / HEIGHT))


def steps(width: int, height: int, scale: float) -> Sequence[float]:
    """The sizes of letters to try, the largest first.

    A high screen has room for larger ones, and who reads in large letters is given them.
    """
    is_high = width / max(1, height) < 1.5
    grown = GROWN if scale >= 1.5 else GROWN[1:] if is_high else ()
    return (*grown, *PLAIN, *SHRUNK)
