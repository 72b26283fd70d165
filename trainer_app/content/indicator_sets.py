"""The indicator sets that the program brings, and those in a folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from trainer_app.content.indicator_reading import LARGEST_FILE, read_set
from trainer_app.domain.errors import UnreadableFile
from trainer_app.domain.funding.indicators import IndicatorSet
from trainer_app.domain.funding.set_findings import Reading

FOLDER = Path(__file__).parent / "indicator_sets"
NAMES = ("esf-plus", "amif", "sadd", "us-covered", "washington-group", "digcomp")
"""In the order in which they are offered."""


@cache
def bundled_sets() -> tuple[IndicatorSet, ...]:
    """The program's own sets; that each of them is whole is tested."""
    found = (read_file(FOLDER / f"{name}.toml").set for name in NAMES)
    return tuple(one for one in found if one is not None)


def read_file(path: Path, *, own: bool = False) -> Reading:
    """The set in a file. Raises UnreadableFile where there is none to read."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError:
        raise UnreadableFile(file=path.name) from None
    return read_set(data, path.name, own=own)
