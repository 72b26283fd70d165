"""Lists of people from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from trainer_app import app
from trainer_app.cli.ending import print_json, said
from trainer_app.cli.opening import as_json_option, needed_data, unlocked


@click.group()
def roster() -> None:
    """Lists of people."""


@roster.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@needed_data
@click.option("--course", help="Enrol them in this course (its id).")
@click.option("--dry-run", is_flag=True, help="Only say what would be brought in.")
@as_json_option
def import_roster(file: Path, data: Path, course: str | None, dry_run: bool, as_json: bool) -> None:
    """Bring in a roster file (CSV or XLSX). Doubtful rows are told, none is lost or changed."""
    with said(), unlocked(data) as door:
        draft = app.read_roster(door.ledger, file)
        brought_in = 0 if dry_run else app.bring_in(door.ledger, draft, course)
    rows = draft.rows
    if as_json:
        print_json({"brought_in": brought_in, "rows": [_row(draft, row) for row in rows]})
        return
    for row in rows:
        doubts = ", ".join(app.explain_doubts(draft, row))
        click.echo(f"{row.line:>5}  {row.name or '–'}{f'  ({doubts})' if doubts else ''}")
    click.echo(f"{len(rows)} people {'found' if dry_run else 'brought in'}.")


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
