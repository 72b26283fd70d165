"""Badges that people took home."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from trainer_app import app
from trainer_app.cli.ending import FINDINGS, print_json, said
from trainer_app.cli.opening import as_json_option, data_option, unlocked

_GOOD = (None, "given", "other")


@click.group()
def badge() -> None:
    """Badges that people took home."""


@badge.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@data_option
@as_json_option
def verify(file: Path, data: Path | None, as_json: bool) -> None:
    """Say whether a badge (FILE, .json or .png) is as it was signed, by whom, and what for.

    Needs no network and no data folder; with --data it also says whether it is that centre's.
    """
    with said():
        if data is None:
            found = app.verify_badge(file)
        else:
            with unlocked(data) as door:
                found = app.verify_badge(file, door.ledger)
    _print(found, as_json)
    if found["verdict"] != "valid" or found["standing"] not in _GOOD:
        sys.exit(FINDINGS)


def _print(found: dict[str, Any], as_json: bool) -> None:
    lines = found.pop("lines")
    if as_json:
        print_json(found)
        return
    click.echo(f"{found['title']}. {found['text']}")
    for label, value in lines:
        click.echo(f"{label}: {value}")
    if found["key"]:
        click.echo(found["key"])
