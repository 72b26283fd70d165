"""What a file was made from, as one number that changes with any event."""

from __future__ import annotations

import hashlib

from trainer_app.store import pooling
from trainer_app.store.store import Store


def head_of(store: Store) -> str:
    """The head of the log: SHA-256 (hex) over the ends of all laptops' chains.

    Two laptops that hold the same events have the same head; one event more, and it is another.
    """
    ends = sorted(f"{device}:{seq}:{hash}" for device, seq, hash in pooling.tips(store))
    return hashlib.sha256("\n".join(ends).encode()).hexdigest()
