"""People who came to several centres, estimated by prints that a shared key makes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from trainer_app.domain.sharing import components
from trainer_app.organisation.asking import TOOK_PART
from trainer_app.organisation.engines import Engine

_WITH_PRINT = f"""with_print AS (
  SELECT DISTINCT t.centre, t.person, p.print
  FROM {TOOK_PART} t
  JOIN prints p ON p.centre = t.centre AND p.person = t.person
    AND (p.project = t.project OR t.project = ''))"""


@dataclass(frozen=True, slots=True)
class Doubles:
    """An estimate. `compared`: people (of `centres` centres) who have a print, the only ones that
    doubles can be found among; `several`: how many people are in more than one centre; `people`:
    different people over all centres, those without a print each for one.
    """

    centres: int
    compared: int
    several: int
    people: int


def estimated(engine: Engine, people: int) -> Doubles | None:
    """The doubles among those who took part; None where nobody has a print.

    `people`: how many there are when each centre counts its own.
    """
    found = engine.rows(_compared())[0]
    if not found["compared"]:
        return None
    rows = ((row["centre"], row["person"], row["print"]) for row in engine.rows(_shared()))
    several, once_too_often = counted(rows)
    return Doubles(int(found["centres"]), int(found["compared"]), several, people - once_too_often)


def counted(rows: Iterable[tuple[str, str, str]]) -> tuple[int, int]:
    """From centre, person and print: how many people are in several centres, and how many more
    there seem to be than there are.

    Who shares a print is one person, but not within a centre: there each is known to be another.
    So as many are behind a print as the centre has that has most of them.
    """
    known = list(rows)
    stands = components((f"print {of}", f"who {centre} {who}") for centre, who, of in known)
    people = {(centre, who): stands[f"print {of}"] for centre, who, of in known}
    behind: dict[str, Counter[str]] = {}
    for (centre, _who), one in people.items():
        behind.setdefault(one, Counter())[centre] += 1
    several = too_often = 0
    for centres in behind.values():
        _most, *others = sorted(centres.values(), reverse=True)
        several += max(others, default=0)
        too_often += sum(others)
    return several, too_often


def _compared() -> str:
    return f"""WITH {_WITH_PRINT}
SELECT COUNT(DISTINCT centre) AS centres, COUNT(*) AS compared
FROM (SELECT DISTINCT centre, person FROM with_print) AS each_person"""


def _shared() -> str:
    """Only prints that several centres have."""
    return f"""WITH {_WITH_PRINT}
SELECT centre, person, print FROM with_print WHERE print IN
  (SELECT print FROM with_print GROUP BY print HAVING COUNT(DISTINCT centre) > 1)"""
