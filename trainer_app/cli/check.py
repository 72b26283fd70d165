"""Looks a project over before a claim."""

from __future__ import annotations

import sys
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from trainer_app import app
from trainer_app.cli.ending import FINDINGS, print_json, said
from trainer_app.cli.opening import as_json_option, needed_data, unlocked

_WEIGHTS = ("mend", "look", "hint")


@click.command()
@needed_data
@click.option("--project", help="This project (its id); without it the whole centre.")
@click.option("--from", "since", type=click.DateTime(["%Y-%m-%d"]), help="First day.")
@click.option("--to", "until", type=click.DateTime(["%Y-%m-%d"]), help="Last day.")
@as_json_option
def check(
    data: Path,
    project: str | None,
    since: datetime | None,
    until: datetime | None,
    as_json: bool,
) -> None:
    """What to mend before a claim. Ends with 1 where there is more than hints."""
    with said(), unlocked(data) as door:
        findings = app.check_project(door, project, day(since), day(until))
    counts = {weight: sum(one["weight"] == weight for one in findings) for weight in _WEIGHTS}
    if as_json:
        print_json({**counts, "findings": findings})
    else:
        _say(findings)
    if counts["mend"] or counts["look"]:
        sys.exit(FINDINGS)


def day(moment: datetime | None) -> date | None:
    """The day of an option."""
    return None if moment is None else moment.date()


def _say(findings: list[dict[str, Any]]) -> None:
    if not findings:
        click.echo("Nothing to mend.")
    for _code, of in groupby(findings, key=lambda one: str(one["code"])):
        group = list(of)
        says = group[0]["says"]
        click.echo(f"{group[0]['weight']}: {says['title']}. {says['advice']} {says['claim']}")
        for one in group:
            click.echo("  " + " ".join(f"{name}={value}" for name, value in one["where"].items()))
