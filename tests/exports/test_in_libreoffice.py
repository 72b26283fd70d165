"""The files opened by LibreOffice: dates are dates, names are text, and its own sums are ours."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import pytest
from export_tables import DAY, NAMES, attendance

from trainer_app.exports.csv_file import unguard, write_csv
from trainer_app.exports.xlsx_file import write_xlsx

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("libreoffice")]


UTF8 = "44,34,76,1"
"""How LibreOffice writes down: comma, quotes, UTF-8, from the first line on."""


def reopened(file: Path, target: str, folder: Path, *reading: str) -> Path:
    """The file as LibreOffice saves it in another format."""
    out = folder / "again"
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            *reading,
            "--convert-to",
            target,
            "--outdir",
            str(out),
            str(file),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return next(out.glob(f"{file.stem}.*"))


def rows_of(file: Path) -> list[list[str]]:
    """The rows of a CSV that LibreOffice wrote."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def test_the_workbook_keeps_names_days_and_sums(tmp_path: Path) -> None:
    file = tmp_path / "attendance.xlsx"
    write_xlsx(attendance(), file, total_label="Total", notes_title="About this file")
    # The last parameters ask for values as they are shown.
    rows = rows_of(
        reopened(file, f"csv:Text - txt - csv (StarCalc):{UTF8},,0,false,true", tmp_path)
    )
    header, *people, total = [row for row in rows if any(row)]
    assert header == [column.label for column in attendance().columns]
    names = [name.replace("\r\n", "\n") for name in NAMES]
    assert [row[0] for row in people] == [*names, "Nobody yet"]
    assert all(str(DAY.year) in row[1] for row in people)
    minutes = [int(row[4].replace(",", "")) for row in people if row[4]]
    assert int(total[4].replace(",", "")) == sum(minutes)


def test_the_text_table_opens_with_every_script_and_no_formula(tmp_path: Path) -> None:
    file = tmp_path / "attendance.csv"
    write_csv(attendance(), file)
    # Its window reads the mark of UTF-8; without a window it has to be told.
    told = f"--infilter=CSV:{UTF8}"
    again = reopened(file, f"csv:Text - txt - csv (StarCalc):{UTF8}", tmp_path, told)
    seen = [unguard(row[0]) for row in rows_of(again)[1:]]
    plain = [name for name in NAMES if name and "\n" not in name and "\r" not in name]
    assert set(plain) <= set(seen)
