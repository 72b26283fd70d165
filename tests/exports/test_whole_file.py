"""What happens to a file when writing goes wrong."""

from __future__ import annotations

import errno
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from export_tables import attendance

from trainer_app.domain.errors import CannotWriteFile
from trainer_app.exports.csv_file import write_csv
from trainer_app.exports.table import Column, Table
from trainer_app.exports.whole_file import reason_of, written_whole
from trainer_app.exports.xlsx_file import write_xlsx


@contextmanager
def a_disk_that_holds(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def names_in(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir()]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "attendance.csv"
    path.write_text("old")
    big = Table("x", [Column("a", "a")], [("x" * 1000,)] * 100)
    with a_disk_that_holds(20_000), pytest.raises(CannotWriteFile) as caught:
        write_csv(big, path)
    assert caught.value.facts == {"file": "attendance.csv", "reason": "full"}
    assert path.read_text() == "old"
    assert names_in(tmp_path) == ["attendance.csv"]


def test_a_full_disk_under_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "attendance.xlsx"
    with a_disk_that_holds(2_000), pytest.raises(CannotWriteFile) as caught:
        write_xlsx(attendance(), path, total_label="Total", notes_title="Notes")
    assert caught.value.facts["reason"] == "full"
    assert names_in(tmp_path) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteFile) as caught:
        write_csv(attendance(), tmp_path / "no" / "attendance.csv")
    assert caught.value.facts == {"file": "attendance.csv", "reason": "missing-folder"}


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "attendance.csv").mkdir()
    with pytest.raises(CannotWriteFile) as caught:
        write_csv(attendance(), tmp_path / "attendance.csv")
    assert caught.value.facts["reason"] == "other"
    assert names_in(tmp_path) == ["attendance.csv"]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "full"), (errno.EROFS, "read-only"), (errno.EACCES, "read-only"),
        (errno.EBUSY, "in-use"), (errno.EIO, "other"),
    ],
)  # fmt: skip
def test_every_report_of_the_system_has_a_reason(number: int, reason: str) -> None:
    assert reason_of(OSError(number, "as the system says")) == reason


def test_while_writing_no_name_shows_in_the_folder(tmp_path: Path) -> None:
    with written_whole(tmp_path / "Fatoumata.csv") as draft:
        draft.write_text("x")
        assert not [name for name in names_in(tmp_path) if "Fatoumata" in name]
        assert not (tmp_path / "Fatoumata.csv").exists()
    assert names_in(tmp_path) == ["Fatoumata.csv"]


def test_a_mistake_in_the_program_is_not_hidden(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), written_whole(tmp_path / "a.csv") as draft:
        draft.write_text(str(1 // 0))
    assert names_in(tmp_path) == []
