"""Prints the figures as a table."""

from __future__ import annotations

from collections.abc import Callable

import click

from benchmarks import (
    answers,
    boards,
    exports,
    merges,
    organisation,
    plaza,
    room,
    rosters,
    snapshots,
    speech,
)
from benchmarks.measuring import Figure, table

BENCHMARKS: dict[str, Callable[[int], list[Figure]]] = {
    "answer": answers.figures,
    "board": boards.figures,
    "csv": exports.csv_figures,
    "merge": merges.figures,
    "organisation": organisation.figures,
    "pdf": exports.pdf_figures,
    "plaza": plaza.figures,
    "room": room.figures,
    "roster": rosters.figures,
    "snapshot": snapshots.figures,
    "speech": speech.figures,
    "xlsx": exports.xlsx_figures,
}
LARGE: dict[str, Callable[[int], list[Figure]]] = {
    "merge": merges.large_figures,
    "organisation": organisation.large_figures,
}
"""What takes minutes."""


@click.command()
@click.option("--only", type=click.Choice(sorted(BENCHMARKS)), multiple=True, help="Just these.")
@click.option("--rounds", default=5, type=click.IntRange(1, 99), help="Medians of so many.")
@click.option("--large", is_flag=True, help="Merge thirty laptops, report a thousand centres.")
def main(only: tuple[str, ...], rounds: int, large: bool) -> None:
    """Time tasks of the program beside the least that any program would do for them."""
    found: list[Figure] = []
    for name, measure in BENCHMARKS.items():
        if not only or name in only:
            click.echo(f"{name} …", err=True)
            found += (LARGE.get(name, measure) if large else measure)(rounds)
    click.echo(table(found))


if __name__ == "__main__":
    main()
