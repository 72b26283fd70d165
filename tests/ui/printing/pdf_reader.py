"""Reads PDFs with other programs (poppler), as whoever receives them will; and rows to draw."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from trainer_app.domain.attendance import AttendanceRow, Role, Status, Totals, participant_hours
from trainer_app.services.reporting import Report, Scope

NAMES = (
    "Amina Hassan", "محمد السوري", "مهتاب گل پښتو", "ڕێبوار ئەحمەد", "فاطمة الزهراء بنت عبد الرحمن",
    "Олена Коваленко", "ሰላም ተስፋይ", "王小明", "Nguyễn Thị Hương", "Sofie Hoffmann", "@home",
    "Djaló, Adélia", "Şükrü Çağlar",
)  # fmt: skip

_BOX = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>'
)


@dataclass(frozen=True)
class Word:
    """A word on a page; edges are points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Pdf:
    """A finished file, seen by poppler."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def words_on_pages(self) -> list[list[Word]]:
        """Every word and where it stands."""
        pages = self._run("pdftotext", "-bbox", str(self.path), "-").split("<page ")[1:]
        return [
            [Word(plain(text), *map(float, edges)) for *edges, text in _BOX.findall(page)]
            for page in pages
        ]

    @property
    def text(self) -> str:
        """All text, as plain characters with single spaces."""
        return plain(self._run("pdftotext", "-layout", str(self.path), "-"))

    @property
    def pages(self) -> list[str]:
        """The text of each page."""
        return self._run("pdftotext", "-layout", str(self.path), "-").split("\f")[:-1]

    @property
    def facts(self) -> dict[str, str]:
        """What `pdfinfo` says of the file."""
        lines = self._run("pdfinfo", str(self.path)).splitlines()
        return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}

    @property
    def fonts(self) -> list[list[str]]:
        """A row for each font: name, then embedded, subset, unicode."""
        lines = self._run("pdffonts", str(self.path)).splitlines()[2:]
        return [[line.split()[0], *line.split()[-5:-2]] for line in lines]

    def picture(self, page: int, folder: Path) -> Path:
        """A page as a PNG at 50 dots per inch."""
        number = str(page)
        self._run("pdftoppm", "-r", "50", "-png", "-singlefile", "-f", number, "-l", number,
                  str(self.path), str(folder / "page"))  # fmt: skip
        return folder / "page.png"

    @staticmethod
    def _run(*command: str) -> str:
        done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
        assert done.stderr == "", "a reader complains about the file"
        return done.stdout


def plain(text: str) -> str:
    """Text without direction marks and forms of letters, with single spaces."""
    bare = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    return " ".join(unicodedata.normalize("NFKC", bare).split())


def attendance_rows(
    names: Sequence[str | None], sessions: int = 1, started: bool = True
) -> tuple[AttendanceRow, ...]:
    """Every name in every session; every seventh is a helper, minutes differ."""
    rows = []
    for session in range(1, sessions + 1):
        day = date(2026, 3, 2) + timedelta(days=7 * session)
        start = datetime.combine(day, time(10, 4))
        for place, name in enumerate(names):
            role = Role.HELPER if place % 7 == 6 else Role.PARTICIPANT
            minutes = 118 - place % 30 if started else None
            rows.append(
                AttendanceRow(
                    session_id=f"session-{session}", person_id=f"person-{place}",
                    project="Samen Online", funder="AMIF", course="Eerste stappen",
                    session_number=session, date=day, planned_start=time(10),
                    planned_end=time(12), started=start if started else None,
                    ended=start + timedelta(minutes=118) if started else None,
                    place="De Brug", number=f"AB{place + 1}", name=name, role=role,
                    status=Status.PRESENT, late=0, early=0, minutes=minutes,
                    hours=participant_hours(minutes, role),
                )
            )  # fmt: skip
    return tuple(rows)


def report_of(rows: Sequence[AttendanceRow]) -> Report:
    """A report about everything, made on a fixed day."""
    made = datetime(2026, 11, 21, 11, 30, tzinfo=UTC)
    return Report(Scope(), tuple(rows), Totals.of(rows), 0, made)
