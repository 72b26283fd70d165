"""Commands for organisers and volunteers. All they do goes through the services of the screens.

Exit codes: 0 done, 1 findings (any damage too), 2 usage, 3 locked or wrong passphrase,
4 in use by another program.
"""

from __future__ import annotations

import codecs
import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from trainer_app import __version__, app, places
from trainer_app.domain.errors import (
    CentreExists,
    EmptyField,
    InUse,
    NoCentre,
    TrainerError,
    UnknownThing,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trainer_app.i18n import LANGUAGES

FINDINGS, USAGE, LOCKED, IN_USE = 1, 2, 3, 4
PASSPHRASE = "TRAINER_APP_PASSPHRASE"

_FINDINGS = {
    "damaged-file": "The centre's file is damaged: put a copy of the data folder in its place.",
    "damaged-keyring": "One of the two copies of the keyring was not like the other.",
    "broken-chain": "Events were changed or taken away after they were written.",
    "stale-tables": "Tables were not what the log of events makes of them.",
}

_data = click.option(
    "--data", "data", type=click.Path(file_okay=False, path_type=Path), help="The data folder."
)
_needed_data = click.option(
    "--data",
    "data",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The data folder.",
)
_as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


@click.group(invoke_without_command=True)
@_data
@click.option(
    "--language", type=click.Choice([one.code for one in LANGUAGES]), help="Language to start in."
)
@click.version_option(__version__)
@click.pass_context
def main(context: click.Context, data: Path | None, language: str | None) -> None:
    """Teach people to use social media, without internet. Opens the program."""
    _print_every_script()
    app.speak(language or "")
    if context.invoked_subcommand is None:
        sys.exit(app.run(data or places.default_data(), language or ""))


@main.command()
@_needed_data
@click.option("--seed", default=1, help="The same number invents the same centre.")
@click.option("--learners", default=24, type=click.IntRange(1, 20_000))
@click.option("--sessions", default=6, type=click.IntRange(1, 2_000))
def demo(data: Path, seed: int, learners: int, sessions: int) -> None:
    """Make a centre of invented people in an empty folder."""
    with _said(), _door(data) as door:
        app.invent(door, learners=learners, sessions=sessions, seed=seed)
    click.echo(f"Made in {data}. The passphrase is: {app.DEMO_PASSPHRASE}")


@main.group()
def roster() -> None:
    """Lists of people."""


@roster.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_needed_data
@click.option("--course", help="Enrol them in this course (its id).")
@click.option("--dry-run", is_flag=True, help="Only say what would be brought in.")
@_as_json
def import_roster(file: Path, data: Path, course: str | None, dry_run: bool, as_json: bool) -> None:
    """Bring in a roster file (CSV or XLSX). Doubtful rows are told, none is lost or changed."""
    with _said(), _unlocked(data) as ledger:
        draft = app.read_roster(ledger, file)
        brought_in = 0 if dry_run else app.bring_in(ledger, draft, course)
    rows = draft.rows
    if as_json:
        _print_json({"brought_in": brought_in, "rows": [_row(draft, row) for row in rows]})
        return
    for row in rows:
        doubts = ", ".join(app.explain_doubts(draft, row))
        click.echo(f"{row.line:>5}  {row.name or '–'}{f'  ({doubts})' if doubts else ''}")
    click.echo(f"{len(rows)} people {'found' if dry_run else 'brought in'}.")


@main.group()
def export() -> None:
    """Files for funders."""


@export.command("attendance")
@_needed_data
@click.option("--format", "format_", type=click.Choice(app.FORMATS), required=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option("--course", help="Only this course (its id).")
@click.option("--session", help="Only this session (its id).")
@click.option("--from", "since", type=click.DateTime(["%Y-%m-%d"]), help="First day.")
@click.option("--to", "until", type=click.DateTime(["%Y-%m-%d"]), help="Last day.")
@_as_json
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
    with _said(), _unlocked(data) as ledger:
        report, files = app.export_attendance(
            ledger,
            format_,
            out,
            app.Scope(course=course, session=session, since=_day(since), until=_day(until)),
        )
    totals = {**asdict(report.totals), "hours": str(report.totals.hours)}
    if as_json:
        _print_json({**totals, "headcount": report.headcount, "files": [str(f) for f in files]})
        return
    click.echo(
        f"{report.totals.rows} rows: {report.totals.people} people, "
        f"{report.totals.attendances} attendances, {report.totals.hours} participant-hours."
    )
    for file in files:
        click.echo(f"Written: {file}")


@main.group()
def lessons() -> None:
    """Lesson folders."""


@lessons.command("check")
@click.argument(
    "folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@_as_json
def check_lessons(folder: Path | None, as_json: bool) -> None:
    """Hold every lesson against the written rules."""
    with _said():
        findings = app.check_lessons(folder)
    if as_json:
        _print_json({"findings": findings})
    else:
        for found in findings:
            place = ":".join(str(part) for part in (found["file"], found["line"]) if part)
            click.echo(f"{found['lesson']}/{place}: {found['says']} [{found['rule']}]")
        click.echo(f"{len(findings)} findings.")
    if findings:
        sys.exit(FINDINGS)


@main.command()
@_needed_data
@_as_json
def doctor(data: Path, as_json: bool) -> None:
    """Look after a data folder: is the file whole, do the tables match the log?"""
    with _said(), _unlocked(data) as ledger:
        report = app.examine(ledger).as_json()
    if as_json:
        _print_json(report)
    else:
        for found in report["findings"]:
            mended = " It is mended." if found in report["mended"] else ""
            click.echo(f"{_FINDINGS[found]}{mended} [{found}]")
        counts = ", ".join(f"{count} {what}" for what, count in report["counts"].items())
        click.echo(f"{len(report['findings'])} findings. In the folder: {counts}.")
    if report["findings"]:
        sys.exit(FINDINGS)


@contextmanager
def _said() -> Iterator[None]:
    """Say a known trouble in words and end with its exit code."""
    try:
        yield
    except TrainerError as error:
        for line in app.explain(error):
            click.echo(line, err=True)
        code = FINDINGS
        if isinstance(error, WrongPassphrase | WrongRecoveryCode):
            code = LOCKED
        elif isinstance(error, InUse):
            code = IN_USE
        elif isinstance(error, NoCentre | CentreExists | UnknownThing):
            code = USAGE
        sys.exit(code)
    except click.Abort:
        for line in app.explain(EmptyField(field="passphrase")):
            click.echo(line, err=True)
        sys.exit(LOCKED)


@contextmanager
def _door(data: Path) -> Iterator[Any]:
    door, lock = app.open_door(data)
    try:
        yield door
    finally:
        door.lock()
        lock.release()


@contextmanager
def _unlocked(data: Path) -> Iterator[Any]:
    """The open store of a folder, with the passphrase from the environment or the prompt."""
    if not app.has_centre(data):
        raise NoCentre(folder=data.name)
    with _door(data) as door:
        passphrase = os.environ.get(PASSPHRASE) or click.prompt(
            "Passphrase", hide_input=True, err=True
        )
        yield app.unlock_any(door, passphrase)


def _row(draft: Any, row: Any) -> dict[str, Any]:
    return {
        "line": row.line,
        "name": row.name,
        "birth_year": row.birth_year,
        "gender": row.gender,
        "language": row.language,
        "phone": row.phone,
        "note": row.note,
        "doubts": [doubt.code for doubt in draft.every_doubt(row.line)],
    }


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def _print_json(value: dict[str, Any]) -> None:
    every_letter = codecs.lookup(sys.stdout.encoding or "utf-8").name == "utf-8"
    click.echo(json.dumps(value, ensure_ascii=not every_letter, indent=1, default=str))


def _print_every_script() -> None:
    """A console, or a file on Windows, that has no letters for a name shows their numbers."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
