"""The state of a data folder, in words."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from trainer_app import app
from trainer_app.cli.ending import FINDINGS, print_json, said
from trainer_app.cli.opening import as_json_option, centre, needed_data, passphrase

_DAMAGED = "damaged-file"
_FINDINGS = {
    _DAMAGED: "The centre's file is damaged.",
    "damaged-keyring": "One of the two copies of the keyring was not like the other.",
    "broken-chain": "Events were changed or taken away after they were written.",
    "stale-tables": "Tables were not what the log of events makes of them.",
}
_DAMAGE = {
    "missing": "It is not there.",
    "unreadable": "No page of it can be read.",
    "beginning-lost": "Its beginning is lost.",
    "pages-damaged": "{damaged} of {pages} pages cannot be read.",
    "cut-off": "Its end is cut off.",
    "log-damaged": "What was recorded last is lost or damaged.",
    "other": "It does not hold together.",
}


@click.command()
@needed_data
@as_json_option
def doctor(data: Path, as_json: bool) -> None:
    """Look after a data folder: is the file whole, do the tables match the log?"""
    with said(), centre(data) as door:
        found = app.look_after(door, passphrase())
    if isinstance(found, app.Damaged):
        _say_damage(found.offer, as_json)
        sys.exit(FINDINGS)
    report = found.as_json()
    if as_json:
        print_json(report)
    else:
        for finding in found.findings:
            mended = " It is mended." if finding in found.mended else ""
            click.echo(f"{_FINDINGS[finding]}{mended} [{finding}]")
        for line in _noted(found.notes):
            click.echo(line)
        counts = ", ".join(f"{count} {what}" for what, count in found.counts.items())
        click.echo(f"{len(found.findings)} findings. In the folder: {counts}.")
    if found.findings:
        sys.exit(FINDINGS)


def _say_damage(offer: app.Offer, as_json: bool) -> None:
    if as_json:
        damage = {**asdict(offer), "can_mend": offer.can_mend}
        damage["snapshot"] = None if offer.snapshot is None else offer.snapshot.name
        print_json({
            "findings": [_DAMAGED], "mended": [], "counts": {}, "state_hash": "", "damage": damage,
        })  # fmt: skip
        return
    what = _DAMAGE[offer.damage].format(damaged=offer.damaged, pages=offer.pages)
    click.echo(f"{_FINDINGS[_DAMAGED]} {what} [{_DAMAGED}]")
    if offer.snapshot is not None:
        click.echo(
            f"The newest whole backup is {offer.snapshot.name}. "
            f"{offer.later} later events can still be read from the damaged file."
        )
    else:
        click.echo(f"There is no whole backup. {offer.readable} events can still be read.")
    click.echo("Nothing was changed. `backup restore` puts back what can be had back.")


def _noted(notes: app.Notes) -> Iterator[str]:
    for letters, seconds in notes.ahead.items():
        yield f"The clock of laptop {letters} runs ahead by {_span(seconds)}."
    if notes.behind:
        yield f"The clock of this laptop is behind its own records by {_span(notes.behind)}."
    for letters in notes.gaps:
        yield f"Something of laptop {letters} has not come yet: merge its news again."
    for letters in notes.forked:
        yield f"Laptop {letters} has two histories, and a trainer has not chosen yet."
    for letters in notes.second_use:
        yield f"Laptop {letters} used an invitation a second time, and waits to be let in."
    for letters in notes.shut_out:
        yield f"Laptop {letters} is shut out."
    if notes.conflicts:
        yield f"{notes.conflicts} things to settle: laptops say different things about them."
    for name in notes.removed:
        yield f"Removed what was never finished: {name}"


def _span(seconds: int) -> str:
    days, rest = divmod(seconds, 86_400)
    return f"{days} days" if days else f"{rest // 3600} hours {rest % 3600 // 60} minutes"
