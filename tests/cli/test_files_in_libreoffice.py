"""Files for funders in LibreOffice: days are days, digits digits, and names keep their script."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import pytest
from command_line import program
from hand_count import Plain, counted

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("libreoffice")]

UTF8 = "44,34,76,1"
"""How LibreOffice reads and writes: comma, quotes, UTF-8, from the first line on."""


def opened(file: Path, target: str, *reading: str) -> Path:
    """The file as LibreOffice saves it in another format."""
    out = file.parent / "again"
    profile = (file.parent / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", *reading,
         "--convert-to", target, "--outdir", out, file],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return next(out.glob(f"{file.stem}.*"))


def exported(data: Path, kind: str, file: Path, language: str) -> None:
    said = program(
        "export", kind, "--data", data, "--format", file.suffix[1:], "--out", file,
        LANG=f"{language}.UTF-8",
    )  # fmt: skip
    assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_people_days_and_hours_come_out_as_they_were(data, tmp_path, form, language):
    file = tmp_path / f"participants.{form}"
    exported(data, "participants", file, language)
    reading = [f"--infilter=CSV:{UTF8}"] if form == "csv" else []
    again = opened(file, f"csv:Text - txt - csv (StarCalc):{UTF8},,0,false,true", *reading)
    with again.open(encoding="utf-8", newline="") as lines:
        _header, *rows = [row for row in csv.reader(lines) if any(row)]
    people = [row for row in rows if row[0].startswith("A") and row[0][1:].isdigit()]
    true = counted(data, None, Plain())
    hands = {hand.number: hand for hand in true.people.values()}
    assert {row[0] for row in people} == hands.keys()
    for row in people:
        hand = hands[row[0]]
        assert row[3] == (str(hand.birth_year) if hand.birth_year else "")
        assert row[6] == hand.entry.isoformat()
        assert int(row[-2]) == sum(hand.minutes.values())
        assert round(float(row[-1]) * 100) == hand.hundredths


def test_the_arabic_sheet_prints_with_joined_letters(data, tmp_path):
    file = tmp_path / "participants.xlsx"
    exported(data, "participants", file, "ar")
    paper = opened(file, "pdf")
    text = subprocess.run(
        ["pdftotext", "-layout", paper, "-"], capture_output=True, check=True, text=True
    ).stdout
    for hand in counted(data, None, Plain()).people.values():
        assert hand.number in text
