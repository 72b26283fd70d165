"""The description beside a CSV file: a Frictionless Data Package (specs.frictionlessdata.io, 1.0).

CSV has room for rows only, so columns, totals, notes and the rule about apostrophes stand here.
"""

from __future__ import annotations

import hashlib
import json
import re
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
    "decimal": "number",
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
    path = csv_path.with_name(FILE_NAME)
    try:
        resource = _resource(table, csv_path, guard_description)
        standing = _standing(path)
    except OSError as trouble:
        raise CannotWriteFile(file=path.name, reason=reason_of(trouble)) from trouble
    if standing is None:
        path, standing = csv_path.with_name(f"{csv_path.stem}.{FILE_NAME}"), []
    others = [
        other
        for other in standing
        if other["name"] != resource["name"] and csv_path.with_name(other["path"]).exists()
    ]
    package = {
        "profile": "tabular-data-package",
        "name": MADE_BY,
        "madeBy": MADE_BY,
        "resources": [*others, resource],
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
    written = csv_path.read_bytes()
    return {
        "name": resource_name(csv_path),
        "path": csv_path.name,
        "title": table.name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(written),
        "hash": "sha256:" + hashlib.sha256(written).hexdigest(),
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
        },
        "rowCount": len(table.rows),
        "totals": {key: _plain(value) for key, value in table.totals().items()},
        "notes": [{"label": label, "value": value} for label, value in table.notes],
        "textGuard": {
            "prefix": GUARD,
            "pattern": GUARDED,
            "removeOneWherePatternMatches": True,
            "description": guard_description,
        },
    }


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
