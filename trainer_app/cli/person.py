"""Privacy of one person: erase, keep only for a funder, give a copy of everything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from trainer_app import app
from trainer_app.cli.ending import print_json, said
from trainer_app.cli.opening import as_json_option, needed_data, unlocked


@click.group()
def person() -> None:
    """What is held about one person. NUMBER is the participant number, such as A12."""


@person.command("erase")
@click.argument("number")
@needed_data
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option(
    "--sheets",
    type=click.Choice(["keep", "delete"]),
    default="keep",
    show_default=True,
    help="What becomes of photos of signed sheets: they show others too.",
)
@as_json_option
def erase(number: str, data: Path, yes: bool, sheets: str, as_json: bool) -> None:
    """Erase a person from this laptop, and from the others with the next merge.

    Counts of past attendance stay, without a name.
    """
    with said(), unlocked(data) as door:
        found = app.preview_erasure(door, number)
        if not yes:
            for line in _told(found, sheets):
                click.echo(line, err=True)
            if not _agreed():
                click.echo("Nothing was erased.", err=True)
                return
        erased = app.erase_person(door, number, with_sheets=sheets == "delete")
    if as_json:
        print_json(erased.as_json())
        return
    if yes:
        for line in _told(erased, sheets):
            click.echo(line)
    click.echo("Erased.")


@person.command("restrict")
@click.argument("number")
@needed_data
@click.option("--reason", default="", help="Who asks to keep it, and why.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Last day to keep it.")
@click.option("--release", is_flag=True, help="Show the person in lists again.")
@as_json_option
def restrict(
    number: str, data: Path, reason: str, until: datetime | None, release: bool, as_json: bool
) -> None:
    """Keep a person out of every list, but in reports, for as long as a funder asks."""
    last = None if until is None else until.date()
    with said(), unlocked(data) as door:
        if release:
            app.release_person(door, number)
        else:
            app.restrict_person(door, number, last, reason)
    if as_json:
        print_json({"number": number, "restricted": not release, "until": last})
        return
    kept = "kept only for the funder" + (f", until {last}" if last else "")
    click.echo(f"{number} is {'in lists again' if release else kept}.")


@person.command("export")
@click.argument("number")
@needed_data
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@as_json_option
def export(number: str, data: Path, out: Path, as_json: bool) -> None:
    """Write everything that is held about a person to one page, for people and programs."""
    with said(), unlocked(data) as door:
        files = app.export_person(door, number, out)
    if as_json:
        print_json({"files": [str(file) for file in files]})
        return
    for file in files:
        click.echo(f"Written: {file}")


def _agreed() -> bool:
    """Nobody there to answer is a no."""
    try:
        return click.confirm("Erase?", err=True)
    except click.Abort:
        return False


def _told(found: app.ErasurePreview, sheets: str) -> Iterator[str]:
    fields = ", ".join(name.replace("_", " ") for name in found.fields)
    yield f"Goes: {fields}, {found.sittings} sittings, work in {found.lessons} lessons."
    yield f"Stays without a name: {found.marks} marks, {found.attendances} attendances."
    if found.laptops:
        yield f"Learn of it at their next merge: laptops {', '.join(found.laptops)}."
    for one in found.mentions:
        yield f"The name may also stand in a {one.what}: {one.about}"
    for photo in found.sheets:
        becomes = "goes" if sheets == "delete" else "stays"
        yield f"A photo of the sheet of {photo.date} with {photo.people} people on it {becomes}."
    yield "Cannot be recalled: exports, printed lists, old sticks, copies taken elsewhere."
