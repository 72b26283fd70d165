"""The time on the wall, for pages that are opened without another clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Now = Callable[[], datetime]


def local_now() -> datetime:
    """The time here, with its zone."""
    return datetime.now().astimezone()
