"""Indicator sets: what funders count, and an organiser's own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from trainer_app import app
from trainer_app.cli.ending import FINDINGS, print_json, said
from trainer_app.cli.opening import as_json_option, data_option, needed_data, unlocked

_file = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group()
def indicators() -> None:
    """Indicator sets: what funders count."""


@indicators.command("list")
@data_option
@as_json_option
def list_sets(data: Path | None, as_json: bool) -> None:
    """Every set that comes with the program; with --data the centre's own, too."""
    with said(), _perhaps(data) as door:
        found = app.indicator_sets(door)
    if as_json:
        print_json(found)
    else:
        for one in found["sets"]:
            click.echo(f"{one['name']}  {one['title']}")
            click.echo(f"  {one['source']}; {one['counts']} indicators, {one['asks']} questions.")
        _print_findings(found["findings"])
    if found["findings"]:
        sys.exit(FINDINGS)


@indicators.command("show")
@click.argument("name")
@data_option
@as_json_option
def show_set(name: str, data: Path | None, as_json: bool) -> None:
    """What a set counts, and what it asks people and why."""
    with said(), _perhaps(data) as door:
        found = app.indicator_set(door, name)
    if as_json:
        print_json(found)
        return
    click.echo(found["title"])
    click.echo(found["about"])
    click.echo("; ".join(found["traits"]))
    for one in found["indicators"]:
        click.echo(f"\n{one['code']}  {one['label']}\n  = {one['rule']}")
    for number, one in enumerate(found["questions"], 1):
        click.echo(f"\n{number}. {one['ask']} ({one['when']})")
        click.echo(f"  {' / '.join(one['choices'])}\n  {one['reason']}")


@indicators.command("check")
@_file
@data_option
@as_json_option
def check_set(file: Path, data: Path | None, as_json: bool) -> None:
    """Say all that is wrong with a set (FILE, .toml), and what to do. Nothing is kept."""
    with said(), _perhaps(data) as door:
        found = app.check_indicator_set(door, file)
    _end(found, as_json, "{set} can be added.")


@indicators.command("add")
@_file
@needed_data
@as_json_option
def add_set(file: Path, data: Path, as_json: bool) -> None:
    """Add a set (FILE, .toml) to a centre, where nothing is wrong with it."""
    with said(), unlocked(data) as door:
        found = app.add_indicator_set(door, file)
    _end(found, as_json, "{set} was added.")


@indicators.command("remove")
@click.argument("name")
@needed_data
def remove_set(name: str, data: Path) -> None:
    """Take an own set away. Claims keep their figures."""
    with said(), unlocked(data) as door:
        used = app.remove_indicator_set(door, name)
    click.echo(f"{name} was removed.")
    for project in used:
        click.echo(f"Projects that name it still: {project}")


@contextmanager
def _perhaps(data: Path | None) -> Iterator[Any]:
    """The opened door of a data folder, or nothing where none is named."""
    if data is None:
        yield None
    else:
        with unlocked(data) as door:
            yield door


def _end(found: dict[str, Any], as_json: bool, good: str) -> None:
    if as_json:
        print_json(found)
    else:
        _print_findings(found["findings"])
        click.echo(f"{len(found['findings'])} findings.")
        if found["set"]:
            click.echo(good.format(set=found["set"]))
    if found["findings"]:
        sys.exit(FINDINGS)


def _print_findings(findings: list[dict[str, Any]]) -> None:
    for one in findings:
        place = f"{one['file']}:{one['line']}" if one["line"] else one["file"]
        key = f" {one['key']}:" if one["key"] else ""
        click.echo(f"{place}:{key} {one['says']} {one['to_do']} [{one['rule']}]")
