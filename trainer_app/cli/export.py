"""Files for funders."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

import click

from trainer_app import app
from trainer_app.cli.ending import print_json, said
from trainer_app.cli.opening import as_json_option, needed_data, unlocked


@click.group()
def export() -> None:
    """Files for funders."""


@export.command("attendance")
@needed_data
@click.option("--format", "format_", type=click.Choice(app.FORMATS), required=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option("--course", help="Only this course (its id).")
@click.option("--session", help="Only this session (its id).")
@click.option("--from", "since", type=click.DateTime(["%Y-%m-%d"]), help="First day.")
@click.option("--to", "until", type=click.DateTime(["%Y-%m-%d"]), help="Last day.")
@as_json_option
def export_attendance(
    data: Path,
    format_: app.Format,
    out: Path,
    course: str | None,
    session: str | None,
    since: datetime | None,
    until: datetime | None,
    as_json: bool,
) -> None:
    """Who came to which session, and for how long."""
    scope = app.Scope(course=course, session=session, since=_day(since), until=_day(until))
    with said(), unlocked(data) as door:
        report, files = app.export_attendance(door.ledger, format_, out, scope)
    totals = {**asdict(report.totals), "hours": str(report.totals.hours)}
    if as_json:
        print_json({**totals, "headcount": report.headcount, "files": [str(f) for f in files]})
        return
    click.echo(
        f"{report.totals.rows} rows: {report.totals.people} people, "
        f"{report.totals.attendances} attendances, {report.totals.hours} participant-hours."
    )
    for file in files:
        click.echo(f"Written: {file}")


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()
