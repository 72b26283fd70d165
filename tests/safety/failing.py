"""Makes single system calls of a running program fail, with strace."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from serving import Running


@contextmanager
def traced(running: Running, trace: Path, *options: str) -> Iterator[None]:
    """Watch a program that has not begun yet; `options` are strace's. Fails without the right."""
    watcher = subprocess.Popen(
        ["strace", "-f", "-y", "-o", trace, "-p", str(running.pid), *options],
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert watcher.stderr is not None
    said = watcher.stderr.readline()
    assert "attached" in said, said
    try:
        yield
    finally:
        watcher.send_signal(signal.SIGTERM)  # lets go of a program that still runs
        watcher.communicate()


def inject(call: str, what: str, when: str) -> tuple[str, ...]:
    """Options for strace: `what` is `error=EIO` or `signal=SIGKILL`.

    `when` is `3` for the third such call of a thread, `3+` for it and all later ones.
    """
    return "-e", f"trace={call}", "-e", f"inject={call}:{what}:when={when}"


def was_injected(trace: Path) -> bool:
    """Whether there were as many calls as that."""
    said = trace.read_text(encoding="utf-8", errors="replace")
    return "(INJECTED)" in said or "killed by SIGKILL" in said
