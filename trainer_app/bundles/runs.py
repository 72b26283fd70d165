"""Runs: stretches of one laptop's chain, each linked event to event up to a head that it signed.

Two different histories of one laptop travel as two runs, each with a head of its own.
"""

from __future__ import annotations

from collections.abc import Iterable

from trainer_app.bundles.manifest import Head
from trainer_app.domain.errors import ForgedEvents, UnknownLaptop
from trainer_app.domain.events import Header
from trainer_app.keys.authority import Trust
from trainer_app.keys.laptop import verify_head


def check_heads(heads: Iterable[Head], trust: Trust, file: str) -> None:
    """Raise UnknownLaptop for a laptop nobody admitted, ForgedEvents where it did not sign."""
    for head in heads:
        keys = trust.laptops.get(head.device)
        if keys is None:
            raise UnknownLaptop(file=file)
        if not any(
            verify_head(bytes.fromhex(key), head.device, head.seq, head.hash, head.signature)
            for key in keys
        ):
            raise ForgedEvents(file=file)


class Runs:
    """Follows events in the order in which they stand in a bundle.

    A run ends where the next event is of another laptop or does not link to the last one; whatever
    ends a run must be a signed head, and no head ends two runs: nothing is told twice.
    """

    def __init__(self, heads: Iterable[Head], trust: Trust, file: str) -> None:
        self._heads = {(head.device, head.seq, head.hash) for head in heads}
        self._laptops = trust.laptops.keys()
        self._file = file
        self._end: tuple[str, int, str] | None = None

    def follow(self, header: Header, hash: str) -> None:
        """Take the next event. Raises UnknownLaptop or ForgedEvents."""
        if (header.device, header.seq - 1, header.previous) != self._end:
            self.finish()
            if header.device not in self._laptops:
                raise UnknownLaptop(file=self._file)
        self._end = (header.device, header.seq, hash)

    def finish(self) -> None:
        """No more events of this run. Raises ForgedEvents where nobody signed its end."""
        if self._end is None:
            return
        if self._end not in self._heads:
            raise ForgedEvents(file=self._file)
        self._heads.remove(self._end)
