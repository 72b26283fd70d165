"""Projects: people who may be in several centres, counted once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from trainer_app import app
from trainer_app.cli.ending import print_json, said
from trainer_app.cli.opening import as_json_option, code, needed_data, unlocked

_project = click.option("--project", required=True, help="The project (its id).")
_period = click.option(
    "--period", required=True, help="The years that the key is for: 2026, or 2026-2028."
)


@click.group()
def project() -> None:
    """What a centre does for one project."""


@project.group()
def doubles() -> None:
    """People of several centres counted once; off until you turn it on."""


@doubles.group("key")
def key_group() -> None:
    """The key that the centres of a project share, and no one else."""


@key_group.command("new")
@needed_data
@_project
@_period
@as_json_option
def key_new(data: Path, project: str, period: str, as_json: bool) -> None:
    """Make a key, for one centre to tell to all others. It is shown once."""
    with said(), unlocked(data) as door:
        done = app.new_doubles_key(door, project, period)
    if as_json:
        print_json(done)
        return
    click.echo(f"The key for {period}: {done['key']}")
    click.echo("Write it down. The other centres type it; the organisation must never have it.")
    click.echo("Whoever has it can find out whether a name is among the prints.")
    _say(done)


@key_group.command("enter")
@needed_data
@_project
@_period
@as_json_option
def key_enter(data: Path, project: str, period: str, as_json: bool) -> None:
    """Take the key that another centre made, from the prompt or TRAINER_APP_CODE."""
    with said(), unlocked(data) as door:
        done = app.enter_doubles_key(door, project, period, code())
    if as_json:
        print_json(done)
    else:
        _say(done)


@key_group.command("off")
@needed_data
@_project
@_period
@as_json_option
def key_off(data: Path, project: str, period: str, as_json: bool) -> None:
    """Take all prints of a project and period away, for good."""
    with said(), unlocked(data) as door:
        done = app.doubles_off(door, project, period)
    if as_json:
        print_json(done)
    else:
        click.echo(f"Off. {done['dropped']} prints are deleted.")


def _say(done: dict[str, Any]) -> None:
    click.echo(f"{done['people']} people have a print ({done['made']} new).")
    if done["without"]:
        click.echo(f"{done['without']} have none: their name or year of birth is not known.")
    if done["closed"]:
        click.echo("The key is closed to you: a trainer who has it must come in once.")
