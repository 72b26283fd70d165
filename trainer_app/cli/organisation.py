"""Many centres: an organisation's key, what centres sent, and figures over all of them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from trainer_app import app
from trainer_app.cli.ending import FINDINGS, print_json, said
from trainer_app.cli.opening import as_json_option, passphrase

_dataset = click.option(
    "--dataset",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder of the dataset.",
)
# Not called a key: no option of the program takes a secret, and this takes a closed file.
_key = click.option(
    "--organisation",
    "key",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The organisation's key; else organisation.key in the dataset's folder.",
)


@click.group()
def organisation() -> None:
    """Many centres as one dataset."""


@organisation.group("key")
def key_group() -> None:
    """The key that centres seal their news to."""


@key_group.command("new")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option("--name", default="", help="What the organisation is called.")
@as_json_option
def key_new(out: Path, name: str, as_json: bool) -> None:
    """Make a key. OUT.public is what centres get; OUT opens all that they send."""
    if out.exists():
        raise click.UsageError(f"{out} is there already, and a key is never written over.")
    with said():
        out.parent.mkdir(parents=True, exist_ok=True)
        made = app.new_organisation_key(out, name, passphrase())
    if as_json:
        print_json({"file": str(out), "public": f"{out}.public", "fingerprint": made.fingerprint})
        return
    click.echo(f"Made: {out}. Keep it and its passphrase apart; without them nothing opens.")
    click.echo(f"For the centres: {out}.public")
    click.echo(f"Its fingerprint: {made.fingerprint}")


@organisation.group("centre")
def centre_group() -> None:
    """The centres that were heard of."""


@centre_group.command("list")
@_dataset
@_key
@as_json_option
def centre_list(dataset: Path, key: Path | None, as_json: bool) -> None:
    """Every centre with its fingerprint, to be compared by telephone."""
    with said():
        centres = app.list_centres(dataset, key, passphrase)
    if as_json:
        print_json({"centres": [_centre(one) for one in centres]})
        return
    for one in centres:
        click.echo(f"{one.root}  {one.name}  (since {one.since}, {one.files} files)")


@organisation.command("import")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@_dataset
@_key
@click.option("--with-names", is_flag=True, help="Write names and numbers, too.")
@click.option("--only-known", is_flag=True, help="Refuse centres that were never heard of.")
@as_json_option
def import_(
    folder: Path,
    dataset: Path,
    key: Path | None,
    with_names: bool,
    only_known: bool,
    as_json: bool,
) -> None:
    """Take in every bundle of FOLDER. Of a file that is refused nothing counts."""
    with said():
        found = app.import_centres(
            folder,
            dataset,
            key,
            passphrase,
            with_names=with_names,
            only_known=only_known,
            progress=_shown(as_json),
        )
    refused = [
        {"file": one.file, "reason": type(one.error).__name__, "words": app.explain(one.error)}
        for one in found.refused
    ]
    if as_json:
        print_json({
            "files": found.files, "known": found.known, "new": found.new,
            "centres": found.centres, "written": found.written,
            "first": [_centre(one) for one in found.first], "refused": refused,
        })  # fmt: skip
    else:
        click.echo(
            f"{found.files} files, {found.known} of them known already: {found.new} new events; "
            f"{found.written} of {found.centres} centres written."
        )
        for one in found.first:
            click.echo(f"Heard of for the first time: {one.name}, fingerprint {one.root}")
        for each in refused:
            click.echo(f"Refused: {each['file']}: {' '.join(each['words'])} [{each['reason']}]")
        kind = "It holds names" if with_names else "It holds no names, and is still personal data"
        click.echo(f"{kind}: keep {dataset} as you keep a register.")
    if refused:
        sys.exit(FINDINGS)


_DAY = click.DateTime(["%Y-%m-%d"])


@organisation.command("report")
@_dataset
@click.option("--set", "set_", required=True, help="An indicator set: its name, or a .toml file.")
@click.option("--from", "since", type=_DAY, help="First day.")
@click.option("--to", "until", type=_DAY, help="Last day.")
@click.option("--project", help="One project, by its name or grant number, in every centre.")
@click.option("--everyone", is_flag=True, help="Whoever took part in anything, by plain rules.")
@click.option("--engine", type=click.Choice(app.ENGINES), default="duckdb", show_default=True)
@click.option("--format", "format_", type=click.Choice(["csv"]), help="A file beside it.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path))
@as_json_option
def report(
    dataset: Path,
    set_: str,
    since: datetime | None,
    until: datetime | None,
    project: str | None,
    everyone: bool,
    engine: app.EngineName,
    format_: str | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """The figures of a set over all centres: of the projects that count by it."""
    if (format_ is None) != (out is None):
        raise click.UsageError("--format and --out go together.")
    if everyone and project is not None:
        raise click.UsageError("--everyone and --project do not go together.")
    order = app.ReportOrder(dataset, set_, _day(since), _day(until), project, everyone, engine)
    with said():
        found = app.organisation_report(order, out)
    if as_json:
        print_json(found)
    else:
        _say(found)


def _say(found: dict[str, Any]) -> None:
    totals = found["totals"]
    click.echo(f"{found['title']} ({found['set']} {found['set_version']})")
    click.echo(
        f"{totals['centres']} centres: {totals['people']} people, "
        f"{totals['attendances']} attendances, {totals['hours']} participant-hours; "
        f"{totals['completed']} completed a course."
    )
    click.echo(f"{found['counted']} are complete, {found['incomplete']} are not.")
    width = max((len(one["code"]) for one in found["figures"]), default=0)
    for one in found["figures"]:
        sealed = f"  ({one['sealed']} stay closed)" if one["sealed"] else ""
        guess = "  (estimate)" if one["estimated"] else ""
        click.echo(
            f"{one['code']:<{width}}  {one['total']:>8}  w {one['women']}  m {one['men']}  "
            f"n {one['nonbinary']}  ? {one['unknown']}  {one['label']}{guess}{sealed}"
        )
    for one in found["claimed"]:
        click.echo(f"{one['code']}: {one['total']} in {one['claims']} claims of centres")
    for line in _doubles(found["doubles"], totals["people"]):
        click.echo(line)
    click.echo(f"Head of the log: {found['head']}")
    for file in found["files"]:
        click.echo(f"Written: {file}")


def _doubles(found: dict[str, Any] | None, people: int) -> list[str]:
    """How many came to several centres, and what that estimate is worth."""
    if found is None:
        return ["Who came to two centres counts in each of them."]
    return [
        f"People in more than one centre: estimate {found['several']}.",
        f"Different people over all centres: estimate {found['people']}. The figures above count "
        "who came to two centres in each of them.",
        f"Compared: {found['compared']} of {people} people, of {found['centres']} centres. Who "
        "spells a name differently is missed; two people of one name and year of birth count "
        "as one.",
        "Whoever holds the key of the prints can guess names.",
    ]


def _shown(as_json: bool) -> Callable[[int, int], None]:
    """Tell on a terminal how far an import is."""

    def tell(done: int, of: int) -> None:
        if not as_json and sys.stderr.isatty():
            click.echo(f"\r{done} of {of} centres", nl=done == of, err=True)

    return tell


def _centre(one: Any) -> dict[str, Any]:
    return {
        "id": one.id, "name": one.name, "fingerprint": one.root, "since": one.since,
        "files": one.files,
    }  # fmt: skip


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()
