"""A funder's report over many centres, beside the barest query that counts the same people."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from benchmarks.measuring import Figure, compare
from trainer_app.content.indicator_sets import bundled_sets
from trainer_app.organisation.asking import Wanted
from trainer_app.organisation.engines import Engine, EngineName, reading
from trainer_app.organisation.parquet import FILE
from trainer_app.organisation.reports import report
from trainer_app.organisation.shapes import SHAPES

CENTRES, LARGE_CENTRES = 100, 1_000
PEOPLE = 1_200
ROWS = 10_000
"""Of each centre, in a year: a thousand centres have ten million attendance rows."""
WITH_SPARK = "BENCHMARK_SPARK"
"""In the environment: ask Spark as well, which takes minutes and must be installed."""

_SET = next(one for one in bundled_sets() if one.name == "sadd")
_WANTED = Wanted(_SET, date(2026, 12, 31), date(2026, 1, 1), date(2026, 12, 31))

_BARE = """
    SELECT gender, count(*) AS people, sum(attendances) AS attendances, sum(minutes) AS minutes
    FROM (SELECT centre, person, count(*) AS attendances, sum(minutes) AS minutes FROM attendance
          WHERE counts AND day BETWEEN DATE '2026-01-01' AND DATE '2026-12-31'
          GROUP BY centre, person) AS sums
    JOIN people USING (centre, person) GROUP BY gender
"""

# By its number a centre is always the same
_TABLES = {
    "centres": "SELECT centre, 'House' AS name FROM houses",
    "courses": (
        "SELECT centre, concat('c', n) AS course, 'Group' AS title, NULL AS place"
        " FROM houses, range(4) AS t(n)"
    ),
    "course_projects": (
        "SELECT centre, concat('c', n) AS course, 'p' AS project FROM houses, range(4) AS t(n)"
    ),
    "projects": (
        "SELECT centre, 'p' AS project, 'Bridges' AS name, 'bridges' AS same, 'G' AS grant_number,"
        " NULL AS funder, NULL AS starts, NULL AS ends, 60 AS least_minutes, 60 AS hour_minutes,"
        " 0 AS break_minutes, 15 AS step, true AS late_in_full, 'minutes' AS completion,"
        " 60 AS completion_share, false AS estimates FROM houses"
    ),
    "project_sets": "SELECT centre, 'p' AS project, 'sadd' AS name FROM houses",
    "people": (
        "SELECT centre, md5(concat(centre, n)) AS person,"
        " CASE n % 10 WHEN 0 THEN NULL WHEN 1 THEN 'man' WHEN 2 THEN 'man' ELSE 'woman' END"
        " AS gender, 1940 + n % 65 AS birth_year, 'ar' AS language, NULL AS number, NULL AS name"
        f" FROM houses, range({PEOPLE}) AS t(n)"
    ),
    "sessions": (
        "SELECT centre, strftime(day, '%Y-%m') AS month, concat('s', n) AS session,"
        " concat('c', n % 4) AS course, n AS number, day, false AS cancelled, 120 AS minutes,"
        " 0 AS headcount FROM (SELECT *, DATE '2026-01-01' + CAST(n * 7 % 365 AS INT) AS day"
        " FROM houses, range(200) AS t(n))"
    ),
    "attendance": (
        "SELECT centre, strftime(day, '%Y-%m') AS month,"
        f" md5(concat(centre, (n * 7 + n // {PEOPLE}) % {PEOPLE})) AS person,"
        " concat('s', n % 200) AS session, concat('c', n % 4) AS course, day,"
        " 'participant' AS role, 'late' AS status, 10 AS late, 0 AS early, true AS counts,"
        " 60 + n % 60 AS minutes, 70 + n % 60 AS whole, false AS erased, false AS unsettled"
        " FROM (SELECT *, DATE '2026-01-01' + CAST(n % 200 * 7 % 365 AS INT) AS day"
        f" FROM houses, range({ROWS}) AS t(n))"
    ),
}


def figures(rounds: int) -> list[Figure]:
    """A hundred centres with a million attendance rows."""
    return _figures(CENTRES, rounds)


def large_figures(rounds: int) -> list[Figure]:
    """A thousand centres with ten million."""
    return _figures(LARGE_CENTRES, rounds)


def _figures(centres: int, rounds: int) -> list[Figure]:
    engines: list[EngineName] = ["duckdb"]
    if os.environ.get(WITH_SPARK):
        engines.append("spark")
    with _dataset(centres) as folder:
        found = []
        for name in engines:
            with reading(folder, name) as engine:
                found.append(_figure(name, engine, centres, rounds))
        return found


def _figure(name: str, engine: Engine, centres: int, rounds: int) -> Figure:
    people = report(engine, _WANTED).totals.people
    assert people == sum(row["people"] for row in engine.rows(_BARE)) == centres * PEOPLE
    return compare(
        f"organisation, {centres * ROWS:,} rows, {name}",
        lambda: report(engine, _WANTED),
        f"one query in {name}: people, attendances, minutes by gender",
        lambda: engine.rows(_BARE),
        rounds=rounds,
    )


@contextmanager
def _dataset(centres: int) -> Iterator[Path]:
    """Invented centres as an import would have written them."""
    with TemporaryDirectory() as name, duckdb.connect(":memory:") as db:
        folder = Path(name)
        db.execute("SET partitioned_write_max_open_files = 2000")
        db.execute(
            f"CREATE TABLE houses AS SELECT md5(CAST(n AS VARCHAR)) AS centre"
            f" FROM range({centres}) AS t(n)"
        )
        for table, rows in _TABLES.items():
            parts = "centre, month" if SHAPES[table].monthly else "centre"
            typed = ", ".join(
                f"CAST({column} AS {type}) AS {column}"
                for column, type in SHAPES[table].columns.items()
            )
            db.execute(
                f"COPY (SELECT {parts}, {typed} FROM ({rows}) ORDER BY {parts})"
                f" TO '{folder / table}' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY ({parts}))"
            )
            for file in (folder / table).rglob("*.parquet"):
                file.rename(file.with_name(FILE))
        yield folder
