"""News that laptops bring each other on a stick."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from trainer_app import app
from trainer_app.cli.ending import FINDINGS, print_json, said
from trainer_app.cli.opening import as_json_option, needed_data, unlocked


@click.group()
def bundle() -> None:
    """News from laptop to laptop."""


@bundle.command("write")
@needed_data
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option(
    "--since-last", is_flag=True, help="Only what not every laptop has said that it holds."
)
@click.option(
    "--for",
    "organisation",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="For an organisation of many centres alone (its public file).",
)
@as_json_option
def write(
    data: Path, out: Path, since_last: bool, organisation: Path | None, as_json: bool
) -> None:
    """Write what this laptop holds, for the other laptops of the centre to read."""
    if organisation is not None:
        if since_last:
            raise click.UsageError("--for writes all: it does not go with --since-last.")
        _write_for(data, organisation, out, as_json)
        return
    with said(), unlocked(data) as door:
        events = app.write_news(door, out, since_last=since_last)
    if as_json:
        print_json({"file": str(out), "events": events})
        return
    click.echo(f"Written: {out} ({events} events)")


def _write_for(data: Path, organisation: Path, out: Path, as_json: bool) -> None:
    with said(), unlocked(data) as door:
        found = app.write_for_organisation(door, organisation, out)
    if as_json:
        print_json(found)
        return
    click.echo(f"Written: {out} ({found['events']} events, {found['bytes']:,} bytes)")
    click.echo(f"Only {found['organisation'] or 'the organisation'} can open it.")
    click.echo(f"  Its fingerprint: {found['organisation_fingerprint']}")
    click.echo(f"  This centre's:   {found['centre_fingerprint']}")
    click.echo("Compare both by telephone the first time.")
    prints = found["prints"]
    if prints["people"]:
        click.echo(f"It holds prints of {prints['people']} people, to count them once.")
    if prints["closed"]:
        click.echo("Prints were not renewed: the key that centres share is closed to you.")


@bundle.command("merge")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@needed_data
@as_json_option
def merge(files: tuple[Path, ...], data: Path, as_json: bool) -> None:
    """Take in other laptops' news. Of a file that is refused nothing counts."""
    with said(), unlocked(data) as door:
        merged = app.merge_news(door, files)
    refused = [
        {"file": one.file, "reason": type(one.error).__name__, "words": app.explain(one.error)}
        for one in merged.refused
    ]
    if as_json:
        print_json({
            "files": merged.files, "received": merged.received, "new": merged.new,
            "known": merged.known, "refused": refused, "gaps": merged.gaps, "ahead": merged.ahead,
        })  # fmt: skip
    else:
        click.echo(
            f"{merged.received} events received from {merged.files} files: "
            f"{merged.new} new, {merged.known} already known."
        )
        for one in refused:
            click.echo(f"Refused: {one['file']}: {' '.join(one['words'])} [{one['reason']}]")
        for letters in merged.gaps:
            click.echo(f"Something of laptop {letters} has not come yet.")
        for letters in merged.ahead:
            click.echo(f"The clock of laptop {letters} runs far ahead.")
    if refused:
        sys.exit(FINDINGS)
