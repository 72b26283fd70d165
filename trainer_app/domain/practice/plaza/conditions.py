"""What can be so on the network: the closed vocabulary of goals and consequences, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["done", "choice", "written", "seen"]


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that is so or not, by how things are now; the other way round if `negated`.

    `done`: the deed `what` stands for `of`. `choice`: of `of`, `what` is one of `to`.
    `written`: `of` has as `what` a text of at least `least` letters. `seen`: person `by` sees `of`.
    """

    kind: Kind
    what: str
    of: str
    to: tuple[str, ...] = ()
    least: int = 1
    by: str = ""
    negated: bool = False
