"""The centre's laptops."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from trainer_app import app
from trainer_app.cli.ending import print_json, said
from trainer_app.cli.opening import (
    as_json_option,
    code,
    folder,
    needed_data,
    passphrase,
    unlocked,
)

_STANDING = {
    "counts": "",
    "shut-out": "shut out",
    "forked": "two histories, to be settled",
    "second-use": "used an invitation a second time, waits to be let in",
}


@click.group()
def laptop() -> None:
    """The laptops of the centre."""


@laptop.command("invite")
@needed_data
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@as_json_option
def invite(data: Path, out: Path, as_json: bool) -> None:
    """Write an invitation for another laptop, and say its code, once."""
    with said(), unlocked(data) as door:
        opens = app.invite(door, out)
    if as_json:
        print_json({"code": opens, "file": str(out)})
        return
    click.echo(f"Written: {out}")
    click.echo(f"Its code, which is kept nowhere: {opens}")


@laptop.command("join")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@needed_data
@as_json_option
def join(file: Path, data: Path, as_json: bool) -> None:
    """Become a laptop of a centre. Takes the invitation, its code and a trainer's passphrase."""
    with said(), folder(data) as door:
        door.check_empty()
        joined = app.join(data, file, code(), passphrase())
    if as_json:
        print_json({"letters": joined.letters, "id": joined.id})
        return
    click.echo(f"This laptop belongs to the centre now. Its letters: {joined.letters}")


@laptop.command("list")
@needed_data
@as_json_option
def list_laptops(data: Path, as_json: bool) -> None:
    """All laptops, this one first: what came of each, and whether it counts."""
    with said(), unlocked(data) as door:
        found = app.laptops(door)
    if as_json:
        print_json({"laptops": [{**asdict(one), "news": _moment(one.news)} for one in found]})
        return
    for one in found:
        parts = [
            f"{one.events} events",
            f"newest {_moment(one.news) or 'none'}",
            "this laptop" if one.here else "",
            _STANDING[one.standing],
            f"{one.aside} kept aside" if one.aside else "",
        ]
        click.echo(f"{one.letters:>4}  {', '.join(part for part in parts if part)}")


@laptop.command("shut-out")
@click.argument("letters")
@needed_data
def shut_out(letters: str, data: Path) -> None:
    """Count nothing more of a laptop than what is known here now."""
    with said(), unlocked(data) as door:
        app.shut_out(door, letters)
    click.echo("Shut out. What comes from it is kept aside until it is let in again.")


@laptop.command("readmit")
@click.argument("letters")
@needed_data
def readmit(letters: str, data: Path) -> None:
    """Count again whatever a laptop wrote."""
    with said(), unlocked(data) as door:
        app.readmit(door, letters)
    click.echo("Let in again. All that it wrote counts.")


def _moment(seconds: int | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat()
