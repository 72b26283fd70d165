"""What is confirmed is on the disk by then, seen in the system calls."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from centres import KEY, Clock

from trainer_app.store.store import Store

PROGRAM = Path(__file__).with_name("appending.py")
_CALL = re.compile(r"^(?P<pid>\d+) +(?P<name>\w+)\((?P<args>.*)$")
_RESUMED = re.compile(r"^(?P<pid>\d+) +<\.\.\. (?P<name>\w+) resumed>.*= 0$")


def command(folder: Path, count: int, *more: str) -> list[str]:
    return [sys.executable, str(PROGRAM), str(folder), KEY.hex(), str(count), *more]


def unsafe_confirmations(trace: str) -> tuple[int, int]:
    """How many confirmations there were, and how many came before the disk had the event."""
    confirmed = unsafe = written = 0
    on_disk = False
    waiting: set[str] = set()
    for line in trace.splitlines():
        if resumed := _RESUMED.match(line):
            on_disk = on_disk or resumed["pid"] in waiting
            continue
        call = _CALL.match(line)
        if call is None:
            continue
        name, args = call["name"], call["args"]
        if name == "write" and args.startswith("1<"):
            confirmed += 1
            unsafe += not (written and on_disk)
            written, on_disk = 0, False
        elif "-wal>" in args.partition(",")[0].partition(")")[0] and name in ("pwrite64", "write"):
            written, on_disk = written + 1, False
            waiting.clear()
        elif "-wal>" in args and name in ("fsync", "fdatasync"):
            if "unfinished" in args:
                waiting.add(call["pid"])
            elif args.endswith("= 0"):
                on_disk = True
    return confirmed, unsafe


def traced(folder: Path, *more: str) -> tuple[int, int]:
    trace = folder.parent / "trace"
    calls = "trace=pwrite64,write,fsync,fdatasync"
    subprocess.run(
        ["strace", "-f", "-y", "-s", "8", "-e", calls, "-o", trace, *command(folder, 12, *more)],
        check=True, stdout=subprocess.PIPE,
    )  # fmt: skip
    return unsafe_confirmations(trace.read_text())


def made(tmp_path: Path, clock: Clock) -> Path:
    folder = tmp_path / "store"
    folder.mkdir()
    Store.create(folder, KEY, clock.now).close()
    return folder


def test_the_disk_has_an_event_before_it_is_confirmed(tmp_path: Path, clock: Clock) -> None:
    assert traced(made(tmp_path, clock)) == (12, 0)


def test_without_waiting_for_the_disk_the_same_check_fails(tmp_path: Path, clock: Clock) -> None:
    assert traced(made(tmp_path, clock), "off") == (12, 12)
