"""What reads a dataset: DuckDB on one machine, Spark where that is outgrown."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, Protocol

from trainer_app.domain.errors import NeedsExtra, NoDataset
from trainer_app.organisation.parquet import FILE, duckdb
from trainer_app.organisation.shapes import SHAPES, types_of

EngineName = Literal["duckdb", "spark"]
ENGINES: tuple[EngineName, ...] = ("duckdb", "spark")


class Engine(Protocol):
    """Answers questions about the tables of a dataset, which it knows by their names."""

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """The answer, a row each with the columns' names."""

    def keep(self, name: str, sql: str) -> None:
        """Keep an answer as a table of that name, in place of an older one, to ask of it again."""


@contextmanager
def reading(folder: Path, name: EngineName) -> Iterator[Engine]:
    """An engine over the dataset of a folder. Raises NoDataset, NeedsExtra."""
    if not (folder / "centres").is_dir() or not _has_files(folder, "centres"):
        raise NoDataset(folder=folder.name)
    with _duckdb(folder) if name == "duckdb" else _spark(folder) as engine:
        yield engine


class _DuckDB:
    def __init__(self, folder: Path) -> None:
        self._db = duckdb().connect(":memory:")
        for table in SHAPES:
            self._db.execute(f"CREATE VIEW {table} AS {self._source(folder, table)}")

    def rows(self, sql: str) -> list[dict[str, Any]]:
        found = self._db.execute(sql)
        names = [one[0] for one in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def keep(self, name: str, sql: str) -> None:
        self._db.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {sql}")

    def close(self) -> None:
        self._db.close()

    def _source(self, folder: Path, table: str) -> str:
        if not _has_files(folder, table):
            return _nothing(table)
        path = str(folder / table / "**" / FILE).replace("'", "''")
        types = (
            "{'centre': VARCHAR, 'month': VARCHAR}"
            if SHAPES[table].monthly
            else ("{'centre': VARCHAR}")
        )
        columns = ", ".join(types_of(table))
        return (
            f"SELECT {columns} FROM read_parquet('{path}', hive_partitioning = true,"
            f" hive_types = {types})"
        )


@contextmanager
def _duckdb(folder: Path) -> Iterator[Engine]:
    engine = _DuckDB(folder)
    try:
        yield engine
    finally:
        engine.close()


class _Spark:
    def __init__(self, folder: Path, session: Any) -> None:
        self._session = session
        self._kept: Any = None
        for table in SHAPES:
            if _has_files(folder, table):
                schema = ", ".join(f"{name} {type}" for name, type in types_of(table).items())
                found = session.read.schema(schema).parquet(str(folder / table))
            else:
                found = session.sql(_nothing(table))
            found.createOrReplaceTempView(table)

    def rows(self, sql: str) -> list[dict[str, Any]]:
        return [row.asDict() for row in self._session.sql(sql).collect()]

    def keep(self, name: str, sql: str) -> None:
        if self._kept is not None:
            self._kept.unpersist()
        self._kept = self._session.sql(sql).persist()
        self._kept.createOrReplaceTempView(name)


@contextmanager
def _spark(folder: Path) -> Iterator[Engine]:
    """Spark on this machine, or where SPARK_REMOTE or SPARK_MASTER says; quiet but for errors."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise NeedsExtra(extra="spark") from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = (
        SparkSession.builder.master(os.environ.get("SPARK_MASTER", "local[*]"))
        .appName("trainer-app organisation")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "8")
        .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )
    try:
        yield _Spark(folder, session)
    finally:
        session.stop()


def _has_files(folder: Path, table: str) -> bool:
    return next((folder / table).rglob(FILE), None) is not None


def _nothing(table: str) -> str:
    """A table of which there is no file: its columns, and no row."""
    columns = ", ".join(f"CAST(NULL AS {type}) AS {name}" for name, type in types_of(table).items())
    return f"SELECT {columns} WHERE 1 = 0"
