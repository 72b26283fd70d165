"""A process that starts programs quickly, and disks that can be filled, closed and pulled."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from serving import Server, serving


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Runs programs that may be killed."""
    with serving() as one:
        yield one
