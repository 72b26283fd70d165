"""The description beside a CSV file: a Frictionless Data Package (specs.frictionlessdata.io, 1.0).

CSV has room for rows only, so columns, totals, notes and the rule about apostrophes stand here.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from trainer_app.domain.errors import CannotWriteFile
from trainer_app.exports.csv_file import GUARD, GUARDED, guard
from trainer_app.exports.table import CellType, Column, Table
from trainer_app.exports.whole_file import reason_of, written_whole

FILE_NAME = "datapackage.json"
MADE_BY = "trainer-app"

_TYPES: dict[CellType, str] = {
    "text": "string",
    "integer": "integer",
    "year": "year",
    "decimal": "number",
    "number": "number",
    "date": "date",
    "time": "time",
    "datetime": "datetime",
}


def write_datapackage(table: Table, csv_path: Path, *, guard_description: str) -> Path:
    """Describe the CSV file just written, in the `datapackage.json` of its folder.

    Other files that this program described there stay described. Where somebody else's
    description stands it is left alone and ours takes the name of the CSV file before its own.
    `guard_description` says in the reader's language why some text starts with an apostrophe.
    Returns the path of the description. Raises CannotWriteFile.
    """
    try:
        resource = _resource(table, csv_path, guard_description)
    except OSError as trouble:
        raise CannotWriteFile(file=FILE_NAME, reason=reason_of(trouble)) from trouble
    return _described(resource, csv_path)


def write_description(
    path: Path, title: str, records: int, notes: Sequence[tuple[str, str]]
) -> Path:
    """Describe a file of JSON records beside it, as `write_datapackage` does a table.

    Returns the path of the description. Raises CannotWriteFile.
    """
    try:
        written = path.read_bytes()
    except OSError as trouble:
        raise CannotWriteFile(file=FILE_NAME, reason=reason_of(trouble)) from trouble
    lines = path.suffix == ".jsonl"
    resource = {
        **_of_file(path, written, title),
        "profile": "data-resource",
        "format": "jsonl" if lines else "json",
        "mediatype": "application/jsonl" if lines else "application/json",
        "rowCount": records,
        "notes": _notes(notes),
    }
    return _described(resource, path)


def _described(resource: dict[str, Any], file: Path) -> Path:
    """Write a resource down beside its file, with others that were described there before."""
    path = file.with_name(FILE_NAME)
    try:
        standing = _standing(path)
    except OSError as trouble:
        raise CannotWriteFile(file=path.name, reason=reason_of(trouble)) from trouble
    if standing is None:
        path, standing = file.with_name(f"{file.stem}.{FILE_NAME}"), []
    others = [
        other
        for other in standing
        if other["name"] != resource["name"] and file.with_name(other["path"]).exists()
    ]
    resources = [*others, resource]
    tables = all(one["profile"] == "tabular-data-resource" for one in resources)
    package = {
        "profile": "tabular-data-package" if tables else "data-package",
        "name": MADE_BY,
        "madeBy": MADE_BY,
        "resources": resources,
    }
    with written_whole(path) as draft:
        draft.write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return path


def resource_name(csv_path: Path) -> str:
    """A name of the letters that the format allows, the same for the same file name."""
    stem = csv_path.stem
    plain = re.sub(r"[^a-z0-9._-]+", "-", stem.lower()).strip("-._")
    if plain == stem:
        return plain
    return "-".join(filter(None, (plain, hashlib.sha256(stem.encode()).hexdigest()[:8])))


def _standing(path: Path) -> list[dict[str, Any]] | None:
    """The resources that we described so far, or None where the description is not ours."""
    if not path.exists():
        return []
    try:
        package = json.loads(path.read_text("utf-8"))
    except ValueError:
        return None
    if not isinstance(package, dict) or package.get("madeBy") != MADE_BY:
        return None
    resources: list[dict[str, Any]] = package["resources"]
    return resources


def _resource(table: Table, csv_path: Path, guard_description: str) -> dict[str, Any]:
    return {
        **_of_file(csv_path, csv_path.read_bytes(), table.name),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
        },
        "rowCount": len(table.rows),
        "totals": {key: _plain(value) for key, value in table.totals().items()},
        "notes": _notes(table.notes),
        "textGuard": {
            "prefix": GUARD,
            "pattern": GUARDED,
            "removeOneWherePatternMatches": True,
            "description": guard_description,
        },
    }


def _of_file(path: Path, written: bytes, title: str) -> dict[str, Any]:
    return {
        "name": resource_name(path),
        "path": path.name,
        "title": title,
        "encoding": "utf-8",
        "bytes": len(written),
        "hash": "sha256:" + hashlib.sha256(written).hexdigest(),
    }


def _notes(notes: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"label": label, "value": value} for label, value in notes]


def _field(column: Column) -> dict[str, Any]:
    # The format wants a field's name to be what stands in the file's header.
    return {
        "name": guard(column.label),
        "type": _TYPES[column.type],
        "title": column.label,
        "key": column.key,
    }


def _plain(value: int | Decimal) -> int | str:
    """Decimals as text: a JSON number may come back as a slightly different fraction."""
    return format(value, "f") if isinstance(value, Decimal) else value
