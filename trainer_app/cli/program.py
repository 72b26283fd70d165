"""The program itself, and a centre to look around in."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from trainer_app import __version__, app, places
from trainer_app.cli.ending import print_every_script, said
from trainer_app.cli.opening import data_option, folder, needed_data
from trainer_app.i18n import languages


@click.group(invoke_without_command=True)
@data_option
@click.option(
    "--language", type=click.Choice([one.code for one in languages()]), help="Language to start in."
)
@click.version_option(__version__)
@click.pass_context
def main(context: click.Context, data: Path | None, language: str | None) -> None:
    """Teach people to use social media, without internet. Opens the program."""
    print_every_script()
    app.speak(language or "")
    if context.invoked_subcommand is None:
        sys.exit(app.run(data or places.default_data(), language or ""))


@main.command()
@needed_data
@click.option("--seed", default=1, help="The same number invents the same centre.")
@click.option("--learners", default=24, type=click.IntRange(1, 20_000))
@click.option("--sessions", default=6, type=click.IntRange(1, 2_000))
def demo(data: Path, seed: int, learners: int, sessions: int) -> None:
    """Make a centre of invented people in an empty folder."""
    with said(), folder(data) as door:
        app.invent(door, learners=learners, sessions=sessions, seed=seed)
    click.echo(f"Made in {data}. The passphrase is: {app.DEMO_PASSPHRASE}")
