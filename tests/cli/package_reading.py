"""Reads a Data Package as its specification (Frictionless, 1.0) has it, and believes nothing."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

PARSERS: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": Decimal,
    "year": lambda text: date(int(text), 1, 1),
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "datetime": datetime.fromisoformat,
}


def check(package: Path) -> list[str]:
    """Read every file that a package describes, value by value; returns their names."""
    described = json.loads(package.read_text("utf-8"))
    assert re.fullmatch(r"[-a-z0-9._]+", described["name"])
    assert described["profile"] in ("tabular-data-package", "data-package")
    names = [resource["name"] for resource in described["resources"]]
    assert len(set(names)) == len(names) > 0
    for resource in described["resources"]:
        _resource(package.parent, resource)
    return [resource["path"] for resource in described["resources"]]


def _resource(folder: Path, resource: dict[str, Any]) -> None:
    assert re.fullmatch(r"[-a-z0-9._]+", resource["name"])
    assert not Path(resource["path"]).is_absolute()
    assert ".." not in Path(resource["path"]).parts
    written = (folder / resource["path"]).read_bytes()
    assert resource["bytes"] == len(written)
    assert resource["hash"] == "sha256:" + hashlib.sha256(written).hexdigest()
    if resource["profile"] == "tabular-data-resource":
        _table(folder / resource["path"], resource)


def _table(file: Path, resource: dict[str, Any]) -> None:
    fields = resource["schema"]["fields"]
    missing = resource["schema"]["missingValues"]
    with file.open(encoding="utf-8-sig", newline="") as lines:
        header, *rows = csv.reader(lines, delimiter=resource["dialect"]["delimiter"])
    assert header == [field["name"] for field in fields]
    assert len(set(header)) == len(header)
    assert resource["rowCount"] == len(rows)
    for row in rows:
        for field, text in zip(fields, row, strict=True):
            if text not in missing:
                PARSERS[field["type"]](text)
    for field, column in zip(fields, zip(*rows, strict=True), strict=False):
        if field["key"] in resource["totals"]:
            whole = sum(Decimal(text) for text in column if text)
            assert whole == Decimal(resource["totals"][field["key"]])
