"""Lesson folders and their rules."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from trainer_app import app
from trainer_app.cli.ending import FINDINGS, print_json, said
from trainer_app.cli.figures import figure_lines
from trainer_app.cli.opening import as_json_option


@click.group()
def lessons() -> None:
    """Lesson folders."""


@lessons.command("check")
@click.argument(
    "folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--only-rules", is_flag=True, help="Lay no pages out and measure nothing.")
@as_json_option
def check_lessons(folder: Path | None, only_rules: bool, as_json: bool) -> None:
    """Hold every lesson against the written rules, and measure how plainly it is said."""
    with said():
        findings = app.check_lessons(folder)
        figures = [] if only_rules else app.measure_lessons(folder)
    if as_json:
        print_json({"findings": findings, "figures": figures})
    else:
        _print_findings(findings)
        for line in figure_lines(figures):
            click.echo(line)
        click.echo(f"{len(findings)} findings.")
    if findings:
        sys.exit(FINDINGS)


@lessons.command("look")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@as_json_option
def look_at_pack(file: Path, as_json: bool) -> None:
    """Look at a lesson from a colleague (FILE.lesson) without taking it in."""
    with said():
        found = app.look_at_pack(file)
    if as_json:
        print_json(found)
    else:
        click.echo(
            f"{found['kind']} {found['lesson']}, version {found['version']}: {found['title']}"
            f" ({', '.join(found['languages'])})"
        )
        click.echo(f"By {found['author'] or '–'}, key {found['key']}.")
        click.echo(f"{found['files']} files, {found['bytes']} bytes.")
        _print_findings(found["findings"])
        click.echo(f"{len(found['findings'])} findings.")
    if found["findings"]:
        sys.exit(FINDINGS)


def _print_findings(findings: list[dict[str, Any]]) -> None:
    for found in findings:
        place = ":".join(str(part) for part in (found["file"], found["line"]) if part)
        click.echo(f"{found['lesson']}/{place}: {found['says']} [{found['rule']}]")
