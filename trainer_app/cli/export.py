"""Files for funders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from trainer_app import app
from trainer_app.cli.ending import print_json, said
from trainer_app.cli.opening import as_json_option, needed_data, unlocked

Command = Callable[..., Any]

_out = click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
_project = click.option("--project", help="Only this project (its id), counted by its rules.")
_course = click.option("--course", help="Only this course (its id).")
_since = click.option("--from", "since", type=click.DateTime(["%Y-%m-%d"]), help="First day.")
_until = click.option("--to", "until", type=click.DateTime(["%Y-%m-%d"]), help="Last day.")
_published = click.option("--published", is_flag=True, help="For everybody: small cells are empty.")


@click.group()
def export() -> None:
    """Files for funders."""


def _common(kind: app.FileKind) -> Callable[[Command], Command]:
    """The options that each file has."""
    formats = click.option(
        "--format", "format_", type=click.Choice(app.FORMATS_OF[kind]), required=True
    )
    options = (needed_data, formats, _out, _project, _course, _since, _until, as_json_option)

    def dressed(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return dressed


@export.command("attendance")
@_common("attendance")
@click.option("--session", help="Only this session (its id).")
def export_attendance(
    data: Path,
    format_: app.Format,
    out: Path,
    project: str | None,
    course: str | None,
    session: str | None,
    since: datetime | None,
    until: datetime | None,
    as_json: bool,
) -> None:
    """Who came to which session, and for how long."""
    scope = app.Scope(course, session, _day(since), _day(until), project)
    if project is not None:
        _write(data, app.Order("attendance", format_, scope), out, as_json)
        return
    with said(), unlocked(data) as door:
        report, files = app.export_attendance(door.ledger, format_, out, scope)
    totals = {**asdict(report.totals), "hours": str(report.totals.hours)}
    if as_json:
        print_json({**totals, "headcount": report.headcount, "files": [str(f) for f in files]})
        return
    _say(totals, files)


@export.command("participants")
@_common("participants")
def export_participants(data: Path, out: Path, as_json: bool, **chosen: Any) -> None:
    """One row for each person who counts."""
    _write(data, _order("participants", chosen), out, as_json)


@export.command("register")
@_common("register")
def export_register(data: Path, out: Path, as_json: bool, **chosen: Any) -> None:
    """People by sessions: the minutes that count."""
    _write(data, _order("register", chosen), out, as_json)


@export.command("indicators")
@_common("indicators")
@click.option("--set", "set_", help="The indicator set; else the first of the project.")
@_published
def export_indicators(data: Path, out: Path, as_json: bool, **chosen: Any) -> None:
    """The figures of an indicator set."""
    _write(data, _order("indicators", chosen), out, as_json)


@export.command("narrative")
@_common("narrative")
@_published
def export_narrative(data: Path, out: Path, as_json: bool, **chosen: Any) -> None:
    """The figures as sentences for a report."""
    _write(data, _order("narrative", chosen), out, as_json)


@export.command("xapi")
@_common("xapi")
@click.option("--centre", help="The name that the centre goes by: letters, digits, . and -.")
def export_xapi(data: Path, out: Path, as_json: bool, **chosen: Any) -> None:
    """What people did, as xAPI 1.0.3 statements without names: one a line, or one array."""
    _write(data, _order("xapi", chosen), out, as_json)


@export.command("research")
@_common("research")
@click.option("--keep-ids", is_flag=True, help="The same random numbers as last time.")
def export_research(data: Path, out: Path, as_json: bool, **chosen: Any) -> None:
    """One row for each person without names. It is personal data all the same."""
    _write(data, _order("research", chosen), out, as_json)


def _order(kind: app.FileKind, chosen: dict[str, Any]) -> app.Order:
    scope = app.Scope(
        course=chosen.pop("course"),
        since=_day(chosen.pop("since")),
        until=_day(chosen.pop("until")),
        project=chosen.pop("project"),
    )
    renamed = {name.rstrip("_"): value for name, value in chosen.items()}
    return app.Order(kind=kind, scope=scope, **renamed)


def _write(data: Path, order: app.Order, out: Path, as_json: bool) -> None:
    with said(), unlocked(data) as door:
        written = app.export_file(door, order, out)
    ground = written.ground
    counts = {**asdict(ground.counts), "hours": str(ground.counts.hours)}
    shown = {"rows": written.rows, **counts}
    if order.published:
        # What a published file hides is not told beside it either.
        shown = {"rows": written.rows}
    if as_json:
        files = [str(file) for file in written.files]
        print_json({**shown, "head": ground.head, "files": files})
        return
    _say(shown, list(written.files))


def _say(shown: dict[str, Any], files: list[Path]) -> None:
    if "people" in shown:
        click.echo(
            f"{shown['rows']} rows: {shown['people']} people, "
            f"{shown['attendances']} attendances, {shown['hours']} participant-hours."
        )
    else:
        click.echo(f"{shown['rows']} rows.")
    for file in files:
        click.echo(f"Written: {file}")


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()
