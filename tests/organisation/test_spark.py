"""Spark, started here, says the same as DuckDB, and so the same as the laptops."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from ask_spark import answers
from centres import Clock

SPARK = next(
    (Path(sys.prefix) / "spark" / "lib").glob("python*/site-packages/pyspark"), Path("missing")
).parent


@pytest.mark.slow
def test_spark_gives_the_same_table(organisation):
    assert SPARK.is_dir(), "make test-all puts Spark beside the program"
    today = Clock().now().date()
    expected = answers(organisation.dataset, today, "duckdb")
    done = subprocess.run(
        [
            sys.executable,
            Path(__file__).with_name("ask_spark.py"),
            organisation.dataset,
            f"{today}",
        ],
        env={**os.environ, "PYTHONPATH": str(SPARK)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert json.loads(done.stdout.splitlines()[-1]) == expected
    assert all(json.loads(one)["totals"]["people"] for one in expected)
