"""Claims: handed in, listed, shown, and compared with today."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from trainer_app import app
from trainer_app.cli.ending import FINDINGS, print_json, said
from trainer_app.cli.opening import as_json_option, needed_data, unlocked

_DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def claim() -> None:
    """What was handed in to a funder; it never changes."""


@claim.command("submit")
@needed_data
@click.option("--project", required=True, help="The project (its id).")
@click.option("--from", "since", type=_DAY, required=True, help="First day.")
@click.option("--to", "until", type=_DAY, required=True, help="Last day.")
@click.option("--label", required=True, help="What the claim is called.")
@as_json_option
def claim_submit(
    data: Path, project: str, since: datetime, until: datetime, label: str, as_json: bool
) -> None:
    """Freeze the rows and figures of some days, signed by the trainer."""
    with said(), unlocked(data) as door:
        one = app.submit_claim(door, project, since.date(), until.date(), label)
    if as_json:
        print_json(one)
    else:
        click.echo(_line(one))


@claim.command("list")
@needed_data
@click.option("--project", help="Only of this project (its id).")
@as_json_option
def claim_list(data: Path, project: str | None, as_json: bool) -> None:
    """All claims, the newest first. Ends with 1 where one is not to be trusted."""
    with said(), unlocked(data) as door:
        claims = app.list_claims(door, project)
    if as_json:
        print_json({"claims": claims})
    else:
        for one in claims:
            click.echo(_line(one))
    if any(one["standing"] != "good" for one in claims):
        sys.exit(FINDINGS)


@claim.command("show")
@needed_data
@click.argument("claim_id")
@as_json_option
def claim_show(data: Path, claim_id: str, as_json: bool) -> None:
    """One claim with its rows. Ends with 1 where it is not to be trusted."""
    with said(), unlocked(data) as door:
        one = app.show_claim(door, claim_id)
    if as_json:
        print_json(one)
    else:
        click.echo(_line(one))
        for row in one["rows"]:
            click.echo("  {session} {person} {role} {status} {hours}".format(**row))
    if one["standing"] != "good":
        sys.exit(FINDINGS)


@claim.command("diff")
@needed_data
@click.argument("claim_id")
@as_json_option
def claim_diff(data: Path, claim_id: str, as_json: bool) -> None:
    """What differs today from a claim. Ends with 1 where anything does."""
    with said(), unlocked(data) as door:
        found = app.diff_claim(door, claim_id)
    if as_json:
        print_json(found)
    else:
        _say(found)
    if found["differs"]:
        sys.exit(FINDINGS)


def _say(found: dict[str, Any]) -> None:
    if not found["differs"]:
        click.echo("Nothing differs.")
        return
    for name, then in found["then"].items():
        click.echo(f"{name}: {then} then, {found['now'][name]} now")
    for row in found["rows"]:
        before, after = (_hours(row[side]) for side in ("before", "after"))
        reason = f" ({row['reason']})" if row["reason"] else ""
        click.echo(f"  {row['session']} {row['person']}: {before} → {after}, {row['why']}{reason}")
    for one in found["people"]:
        click.echo(f"  {one['then']}: {one['why']}, {one['rows']} rows")
    for one in found["rules"]:
        click.echo(f"  {one['rule']}: {one['before']} → {one['after']}")


def _hours(row: dict[str, Any] | None) -> str:
    return "none" if row is None else f"{row['status']} {row['hours']}"


def _line(one: dict[str, Any]) -> str:
    head = f"{one['id']}  {one['from']} to {one['to']}  {one['label']}"
    if one["standing"] != "good":
        return f"{head}: {one['standing']}"
    figures = one["figures"]
    return (
        f"{head}: {figures['people']} people, {figures['attendances']} attendances, "
        f"{figures['hours']} participant-hours"
    )
