"""A table with a cell of every kind and the text that hurts."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from trainer_app.exports.table import Column, Table

COLUMNS = (
    Column("name", "Name"),
    Column("date", "Date", "date"),
    Column("planned_start", "Planned start", "time"),
    Column("started", "Started", "datetime"),
    Column("minutes", "Minutes present", "integer", total=True),
    Column("hours", "Participant-hours", "decimal", total=True),
)
DAY = date(2026, 11, 21)
STARTED = datetime(2026, 11, 21, 9, 4)  # noqa: DTZ001 local time without a zone, as the table says
NAMES = (
    "محمد السوري", "Олена Коваленко", "ሰላም ተስፋይ", "王小明", "Oksana; Petrenko",
    'Jan "Jay", de Wit', "=SUM(A1:A9)", "+31 6 1234", "-", "@home", "\ttab", "'t Hart",
    "two\r\nlines", "1988", "",
)  # fmt: skip


def attendance(right_to_left: bool = False) -> Table:
    rows = [
        (name or None, DAY, time(9, 30), STARTED, 50 + place, Decimal("0.83"))
        for place, name in enumerate(NAMES)
    ]
    rows.append(("Nobody yet", DAY, time(9, 30), None, None, None))
    return Table(
        "Attendance", COLUMNS, rows, (("Period", "2026"), ("Version", "0.1.0")), right_to_left
    )
