"""A real store of learning records, started for a test: Ralph with its files."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

# `make test-all` makes it: what the store needs is in nobody else's way there.
BIN = Path(sys.prefix) / "records" / "bin"
_NAME, _SECRET = "trainer", "only for this test"


@dataclass(frozen=True)
class Records:
    """The store's address, and how to speak to it."""

    address: str

    def post(self, body: bytes) -> tuple[int, Any]:
        """Hand statements over; the answer's status, and what it says."""
        return self._ask(Request(f"{self.address}/xAPI/statements/", data=body, method="POST"))

    def statements(self) -> list[dict[str, Any]]:
        """All that the store holds."""
        status, found = self._ask(Request(f"{self.address}/xAPI/statements/?limit=10000"))
        assert status == 200
        statements: list[dict[str, Any]] = found["statements"]
        return statements

    def _ask(self, request: Request) -> tuple[int, Any]:
        key = base64.b64encode(f"{_NAME}:{_SECRET}".encode()).decode()
        request.add_header("Authorization", f"Basic {key}")
        request.add_header("X-Experience-API-Version", "1.0.3")
        request.add_header("Content-Type", "application/json")
        try:
            with urlopen(request, timeout=60) as answer:
                text = answer.read()
                return answer.status, json.loads(text) if text else None
        except HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode()


@contextmanager
def learning_records(folder: Path) -> Iterator[Records]:
    """A store that keeps its records in a folder, and ends with the test."""
    kept = folder / "records"
    kept.mkdir()
    surroundings = {
        **os.environ,
        "RALPH_APP_DIR": str(folder),
        "RALPH_AUTH_FILE": str(folder / "auth.json"),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_RUNSERVER_AUTH_BACKENDS": "basic",
        "RALPH_RUNSERVER_MAX_SEARCH_HITS_COUNT": "10000",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(kept),
    }
    subprocess.run(
        [BIN / "ralph", "auth", "-u", _NAME, "-p", _SECRET, "-s", "all", "-N", _NAME,
         "-A", _NAME, "urn:test", "-w"],
        env=surroundings, check=True, capture_output=True,
    )  # fmt: skip
    server = [BIN / "python", "-m", "uvicorn", "ralph.api:app", "--host", "127.0.0.1"]
    with subprocess.Popen(
        [*server, "--port", "0"],
        env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as store:  # fmt: skip
        try:
            assert store.stdout is not None
            said = []
            for line in store.stdout:
                said.append(line)
                if "running on" in line:
                    break
            else:
                raise AssertionError("".join(said))
            yield Records(line.split("running on ")[1].split()[0])
        finally:
            store.terminate()
            store.communicate(timeout=60)
