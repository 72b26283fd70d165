"""One whole day, from the first start to the funder's file, in English and again in Arabic.

The exported files are opened by programs that did not write them and compared with what was
clicked.
"""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

import duckdb
import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication

from trainer_app.i18n import _, language, use
from trainer_app.ui.labels import attendance_columns, roles, statuses

from .day import PASSPHRASE, Day, Expected
from .hand import plain

# What holds in Arabic holds in English; the other way round it does not.
WALKED = (pytest.param("en", marks=pytest.mark.slow), "ar")

pytestmark = pytest.mark.xdist_group("day")


@pytest.fixture(
    scope="module",
    params=WALKED,
)
def day(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Day]:
    """The day, played up to the evening, once in each language."""
    folder = tmp_path_factory.mktemp("day")
    out = folder / "out"
    out.mkdir()
    one = Day(folder / "data", out, request.param)
    with one.played():
        yield one


@pytest.fixture(autouse=True)
def in_the_days_language(day: Day) -> None:
    """Other tests leave English behind them."""
    use(day.language)


def guarded(name: str) -> str:
    """A name as the CSV holds it: nothing in it may be taken for a formula."""
    return f"'{name}" if name.startswith(("=", "+", "-", "@")) else name


def in_words(one: Expected) -> tuple[str, str, int, Decimal]:
    """What the file should say of somebody, in the language of the day."""
    return roles()[one.role], statuses()[one.status], one.minutes, one.hours


def test_the_files_say_what_was_clicked(day: Day) -> None:
    files = day.export()
    names = {name: one for name, one in day.expected.items() if not name.startswith("A20")}
    labels = attendance_columns()

    rows = duckdb.read_csv(str(files["csv"]), all_varchar=True).fetchall()
    header = duckdb.read_csv(str(files["csv"]), all_varchar=True).columns
    assert header == list(labels.values())
    place = {key: list(labels).index(key) for key in labels}
    assert len(rows) == len(day.expected) == 25
    by_name = {row[place["name"]]: row for row in rows}
    for name, one in names.items():
        row = by_name[guarded(name)]
        role, status, minutes, hours = in_words(one)
        assert row[place["role"]] == role, name
        assert row[place["status"]] == status, name
        assert int(row[place["minutes"]]) == minutes, name
        assert Decimal(row[place["hours"]]) == hours, name
        assert (row[place["started"]], row[place["ended"]]) == ("10:02:00", "12:00:00")
        assert (row[place["course"]], row[place["project"]]) == ("Dinsdaggroep", "P-7")

    total = sum((one.hours for one in day.expected.values()), Decimal(0))
    package = json.loads((day.out / "datapackage.json").read_text("utf-8"))
    assert package["resources"][0]["path"] == files["csv"].name
    assert str(total) in json.dumps(package)

    book = load_workbook(files["xlsx"], data_only=True)
    sheet = book.worksheets[0]
    assert bool(sheet.sheet_view.rightToLeft) == language(day.language).right_to_left
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells[0] == list(labels.values())
    in_sheet = {row[place["name"]]: row for row in cells[1:26]}
    for name, one in names.items():
        assert in_sheet[name][place["minutes"]] == one.minutes
        assert in_sheet[name][place["status"]] == statuses()[one.status]
    assert Decimal(str(cells[26][place["hours"]])) == total

    text = subprocess.run(
        ["pdftotext", "-layout", str(files["pdf"]), "-"], capture_output=True, check=True
    ).stdout.decode()
    read = plain(unicodedata.normalize("NFKC", text))
    for name in names:
        last = re.findall(r"\w+", unicodedata.normalize("NFKC", name))[-1]
        assert last in read or last[::-1] in read, name


def test_tomorrow_everything_is_still_there_and_locked(day: Day) -> None:
    day.window.close()
    day.clock.forward(24 * 60)
    again = Day(day.folder, day.out, day.language, clock=day.clock)
    hand = again.hand
    hand.must_read(_("This laptop is locked"))
    assert not hand.reads("Noor")
    assert not hand.reads("Wijkhuis")
    again.unlock("not my passphrase at all")
    assert not hand.reads(_("Today"))
    again.unlock(PASSPHRASE)
    hand.press(_("People"))
    hand.must_read("Fatoumata Diallo", "Lena Hoekstra")
    again.window.close()


def test_no_name_can_be_read_in_any_file_of_the_folder(day: Day) -> None:
    day.window.close()
    people = [name for name in day.expected if len(name) > 3]
    (day.folder / "planted.txt").write_text("Fatoumata Diallo", encoding="utf-16-le")
    found = {
        (file.name, name)
        for file in day.folder.rglob("*")
        if file.is_file()
        for name in (*people, "Noor", "Wijkhuis", PASSPHRASE)
        for encoding in ("utf-8", "utf-16-le")
        if name.encode(encoding) in file.read_bytes()
    }
    assert found == {("planted.txt", "Fatoumata Diallo")}
