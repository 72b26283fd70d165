"""Backups of a data folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from trainer_app import app
from trainer_app.cli.ending import print_json, said
from trainer_app.cli.opening import as_json_option, centre, needed_data, passphrase, unlocked


@click.group()
def backup() -> None:
    """Backups, which lie beside the centre's file, locked like it."""


@backup.command("now")
@needed_data
@as_json_option
def now(data: Path, as_json: bool) -> None:
    """Make a backup, and look whether it is whole."""
    with said(), unlocked(data) as door:
        made = app.back_up(door.ledger)
    if as_json:
        print_json(_backup(made))
        return
    click.echo(_line(made))


@backup.command("list")
@needed_data
@as_json_option
def list_backups(data: Path, as_json: bool) -> None:
    """All backups, newest first, each read through to its last page."""
    with said(), unlocked(data) as door:
        found = app.backups(door.ledger)
    if as_json:
        print_json({"backups": [_backup(one) for one in found]})
        return
    for one in found:
        click.echo(_line(one))
    click.echo(f"{len(found)} backups.")


@backup.command("restore")
@click.argument("name", required=False)
@needed_data
@as_json_option
def restore(name: str | None, data: Path, as_json: bool) -> None:
    """Put a backup in place: the one named, or the newest whole one.

    What it replaces is kept. From a damaged file all that can be read comes along.
    """
    with said(), centre(data) as door:
        restored = app.restore(door, passphrase(), name)
    if as_json:
        print_json({
            "backup": restored.snapshot, "brought": restored.brought, "kept_in": restored.kept_in,
            **_holds(restored.holds),
        })  # fmt: skip
        return
    source = restored.snapshot or "what the damaged file still says"
    click.echo(f"Put back from {source}: {_said_holds(restored.holds)}.")
    click.echo(f"{restored.brought} events were brought along from what stood there before,")
    click.echo(f"which is kept in {restored.kept_in}.")


def _backup(one: Any) -> dict[str, Any]:
    found = {"name": one.name, "moment": one.moment.isoformat(), "size": one.size}
    return {**found, "whole": one.whole, **(_holds(one.holds) if one.whole else {})}


def _holds(holds: Any) -> dict[str, Any]:
    newest = None if holds.newest is None else holds.newest.isoformat()
    return {
        "events": holds.events,
        "people": holds.people,
        "sessions": holds.sessions,
        "newest": newest,
    }


def _line(one: Any) -> str:
    holds = _said_holds(one.holds) if one.whole else "not whole, or locked with other keys"
    return f"{one.name}  {one.moment:%Y-%m-%d %H:%M} UTC  {holds}"


def _said_holds(holds: Any) -> str:
    return f"{holds.events} events, {holds.people} people, {holds.sessions} sessions"
