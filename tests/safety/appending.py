"""A program that appends events for ever and says each id once it is told that it is safe.

Arguments: folder, key in hex, and `off` to go without waiting for the disk.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from trainer_app.domain.events import Draft
from trainer_app.store import writer
from trainer_app.store.store import Store


def careless(file: Path, key: bytes) -> Database:
    db = CONNECT(file, key)
    db.execute("PRAGMA synchronous = OFF")
    return db


CONNECT = writer.connect
if "off" in sys.argv:
    writer.connect = careless
store = Store.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), lambda: datetime.now(UTC))
for count in range(int(sys.argv[3])):
    event = store.append(Draft("headcount-changed", {"session": f"s{count % 7}", "delta": 1}))[0]
    os.write(1, f"{event.id}\n".encode())
os.close(1)
store.close()
