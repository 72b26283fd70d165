"""Lesson folders and their rules."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from trainer_app import app
from trainer_app.cli.ending import FINDINGS, print_json, said
from trainer_app.cli.opening import as_json_option


@click.group()
def lessons() -> None:
    """Lesson folders."""


@lessons.command("check")
@click.argument(
    "folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@as_json_option
def check_lessons(folder: Path | None, as_json: bool) -> None:
    """Hold every lesson against the written rules."""
    with said():
        findings = app.check_lessons(folder)
    if as_json:
        print_json({"findings": findings})
    else:
        for found in findings:
            place = ":".join(str(part) for part in (found["file"], found["line"]) if part)
            click.echo(f"{found['lesson']}/{place}: {found['says']} [{found['rule']}]")
        click.echo(f"{len(findings)} findings.")
    if findings:
        sys.exit(FINDINGS)
