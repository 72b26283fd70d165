"""An organisation's commands: its key, news of centres taken in, and figures over all of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from trainer_app import __version__
from trainer_app.app.clock import local_now
from trainer_app.app.doubles import renew_doubles
from trainer_app.app.folder import lesson_library
from trainer_app.content.indicator_sets import bundled_sets
from trainer_app.domain.errors import NoDataset, UnknownThing
from trainer_app.domain.funding.indicators import IndicatorSet, SetFigures, in_language
from trainer_app.exports.csv_file import write_csv
from trainer_app.exports.datapackage import write_datapackage
from trainer_app.i18n import current
from trainer_app.keys.organisation import Organisation, make_key, open_key
from trainer_app.keys.wrapping import STANDARD, Cost
from trainer_app.organisation.asking import Wanted
from trainer_app.organisation.engines import ENGINES, EngineName, reading
from trainer_app.organisation.reports import OrganisationReport, report
from trainer_app.organisation.shapes import ABOUT
from trainer_app.organisation.taking_in import CentreLine, Imported, TakingIn, bundles_in
from trainer_app.services.door import Door
from trainer_app.services.funding.indicator_tables import indicators_table
from trainer_app.services.funding.indicators import checked
from trainer_app.services.merging import Merging
from trainer_app.store.engine import known_trouble
from trainer_app.store.lock import FolderLock

__all__ = ["ENGINES", "EngineName"]

Found = TypeVar("Found")

KEY_FILE = "organisation.key"
"""Where an import looks for the key when it is told of no other: in the dataset's folder."""


def new_organisation_key(
    file: Path, name: str, passphrase: str, cost: Cost = STANDARD
) -> Organisation:
    """Make an organisation's key and its public file. Raises EmptyField, DiskFull, ReadOnly."""
    return make_key(file, name, passphrase, cost)


def write_for_organisation(door: Door, public: Path, out: Path) -> dict[str, Any]:
    """Write a centre's news for an organisation. Raises what `Merging.write_for` does."""
    organisation = Organisation.read(public)
    renewed = renew_doubles(door)
    merging = Merging(door)
    events, size = merging.write_for(organisation.public, out)
    root = merging.root()
    return {
        "file": str(out),
        "events": events,
        "bytes": size,
        "organisation": organisation.name,
        "organisation_fingerprint": organisation.fingerprint,
        "centre_fingerprint": root.fingerprint if root else "",
        "prints": asdict(renewed),
    }


def import_centres(
    folder: Path,
    dataset: Path,
    key: Path | None,
    passphrase: Callable[[], str],
    *,
    with_names: bool = False,
    only_known: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Imported:
    """Take in every bundle of a folder. Raises what `TakingIn` does, InUse, NeedsExtra."""
    files = bundles_in(folder)
    with known_trouble(dataset):
        dataset.mkdir(parents=True, exist_ok=True)

    def work(taking: TakingIn) -> Imported:
        return taking.take_in(files, lesson_library().lessons, progress)

    return _with_dataset(
        dataset, key, passphrase, work, with_names=with_names, only_known=only_known
    )


def list_centres(
    dataset: Path, key: Path | None, passphrase: Callable[[], str]
) -> tuple[CentreLine, ...]:
    """All centres of a dataset. Raises NoDataset, InUse."""
    if not (dataset / ABOUT).exists():
        raise NoDataset(folder=dataset.name)
    return _with_dataset(dataset, key, passphrase, lambda taking: taking.centres())


def _with_dataset(
    dataset: Path,
    key: Path | None,
    passphrase: Callable[[], str],
    work: Callable[[TakingIn], Found],
    **options: bool,
) -> Found:
    lock = FolderLock(dataset)
    try:
        _organisation, keys = open_key(key or dataset / KEY_FILE, passphrase())
        taking = TakingIn(dataset, keys, local_now, **options)
        try:
            return work(taking)
        finally:
            taking.close()
    finally:
        lock.release()


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """Which report is wanted. `set`: the name of a set, or the file of one of an organiser's own;
    days are both included.
    """

    dataset: Path
    set: str
    since: date | None = None
    until: date | None = None
    project: str | None = None
    everyone: bool = False
    engine: EngineName = "duckdb"


def organisation_report(order: ReportOrder, out: Path | None = None) -> dict[str, Any]:
    """The figures of many centres, and with `out` a CSV of them beside its data package.

    Raises NoDataset, NeedsExtra, UnknownThing, UnreadableFile, CannotWriteFile.
    """
    about = _about(order.dataset)
    today = local_now().date()
    wanted = Wanted(_set(order.set), today, order.since, order.until, order.project, order.everyone)
    with reading(order.dataset, order.engine) as engine:
        found = report(engine, wanted)
    files = [] if out is None else _write(found, about, out)
    return _as_json(found, about, order.engine, files)


def _set(name: str) -> IndicatorSet:
    found = next((one for one in bundled_sets() if one.name == name), None)
    if found is None and name.endswith(".toml"):
        found = checked(Path(name), bundled_sets()).set
    if found is None:
        raise UnknownThing(what="indicator set", id=name)
    return found


def _about(dataset: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((dataset / ABOUT).read_text("utf-8"))
    except (OSError, ValueError):
        raise NoDataset(folder=dataset.name) from None
    return found


def _as_json(
    found: OrganisationReport, about: dict[str, Any], engine: str, files: list[Path]
) -> dict[str, Any]:
    wanted = found.wanted
    labels = _labels(found)
    return {
        "set": wanted.set.name,
        "set_version": wanted.set.version,
        "title": in_language(wanted.set.words, current().code),
        "from": wanted.since,
        "to": wanted.until,
        "as_of": wanted.as_of,
        "project": wanted.project,
        "everyone": wanted.everyone,
        "engine": engine,
        "totals": {**asdict(found.totals), "hours": str(found.totals.hours)},
        "counted": found.counted,
        "incomplete": found.incomplete,
        "figures": [{"label": labels[one.code], **asdict(one)} for one in found.figures],
        "claimed": [asdict(one) for one in found.claimed],
        "doubles": None if found.doubles is None else asdict(found.doubles),
        "program": __version__,
        "head": about["head"],
        "files": [str(file) for file in files],
    }


def _labels(found: OrganisationReport) -> dict[str, str]:
    return {one.code: in_language(one.words, current().code) for one in found.wanted.set.indicators}


def _write(found: OrganisationReport, about: dict[str, Any], out: Path) -> list[Path]:
    from trainer_app.ui.funding.organisation_words import organisation_words

    wanted = found.wanted
    words = organisation_words(
        wanted.set,
        project=wanted.project,
        everyone=wanted.everyone,
        days=(wanted.since, wanted.until),
        totals=asdict(found.totals),
        doubles=None if found.doubles is None else asdict(found.doubles),
        head=about["head"],
        made=local_now(),
    )
    figures = SetFigures(wanted.set, found.figures, found.counted, ())
    table = indicators_table(figures, None, words)
    write_csv(table, out)
    return [out, write_datapackage(table, out, guard_description=words.apostrophe)]
