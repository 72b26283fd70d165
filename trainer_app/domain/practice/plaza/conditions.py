"""What can be so on the network: the closed vocabulary of goals and consequences, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["done", "choice", "written", "seen", "learned", "reach"]

PLAZA = ""
"""Who learns what is given to the network itself, in `learned`."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that is so or not, by how things are now; the other way round if `negated`.

    `done`: the deed `what` stands for `of`. `choice`: of `of`, `what` is one of `to`.
    `written`: `of` has as `what` a text of at least `least` letters. `seen`: person `by` sees `of`.
    `learned`: person `by`, or Plaza itself, can know `of`. `reach`: the figure `what` (people,
    views, engaged) of post `of` is at least `least`.
    """

    kind: Kind
    what: str
    of: str
    to: tuple[str, ...] = ()
    least: int = 1
    by: str = ""
    negated: bool = False
