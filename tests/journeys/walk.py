"""A demo workshop through the real screens, without a screen: `make run` where there is none.

`python -m tests.journeys.walk --out DIR [--language CODE]`: invented people, real clicks; writes a
picture of each screen and the funder's files, and says where.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from .day import Day
from .hand import Hand


def main(arguments: list[str] | None = None) -> int:
    """Play the day; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--language", default="en")
    asked = parser.parse_args(arguments)
    out: Path = asked.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication(["trainer-app"])
    pictures: list[Path] = []

    def take(hand: Hand, name: str) -> None:
        file = out / "screens" / f"{len(pictures) + 1:02}-{name}.png"
        pictures.append(hand.take_picture(file))
        print(f"  {file.relative_to(out)}", flush=True)

    print(f"A workshop of one day, played in {out}:")
    with tempfile.TemporaryDirectory() as data:
        day = Day(Path(data), out, asked.language, take)
        with day.played():
            files = day.export()
    print(f"{len(pictures)} pictures of screens.")
    print("The funder's files:")
    for file in files.values():
        print(f"  {file}")
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
