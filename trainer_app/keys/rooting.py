"""Where trust in a centre begins, for somebody who is none of its laptops: its first trainer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trainer_app.domain.events import Event
from trainer_app.keys.authority import Trust
from trainer_app.keys.organisation import fingerprint


@dataclass(frozen=True, slots=True)
class Root:
    """A centre's first trainer (id) and what she signs with, in hex."""

    trainer: str
    key: str

    @property
    def fingerprint(self) -> str:
        """What centre and organisation compare by telephone."""
        return fingerprint(bytes.fromhex(self.key))

    def trust(self, centre: str) -> Trust:
        """Whose word counts while nothing else is known."""
        return Trust(centre, {self.trainer: frozenset({self.key})}, {})


def root_of(centre: str, events: Iterable[Event], device: str) -> Root | None:
    """The trainer who vouched for herself and from whose word this laptop's place follows.

    Of several the one from whose word most follows, then the first: that is who founded it.
    `events`: what was signed in the centre. None where nobody in it leads to the laptop.
    """
    known = sorted(events, key=lambda one: (one.header.clock, one.header.id))
    found = (_self_signed(centre, event) for event in known)
    best, most = None, 0
    for root in dict.fromkeys(one for one in found if one is not None):
        trust = root.trust(centre).learning(known)
        reached = len(trust.laptops) + len(trust.trainers)
        if device in trust.laptops and reached > most:
            best, most = root, reached
    return best


def _self_signed(centre: str, event: Event) -> Root | None:
    said, trainer = event.words, event.header.subject
    key = said.get("sign_key")
    if event.header.kind != "trainer-added" or trainer is None or not isinstance(key, str):
        return None
    if said.get("signer") != trainer or said.get("role", "trainer") != "trainer":
        return None
    try:
        root = Root(trainer, bytes.fromhex(key).hex())
    except ValueError:
        return None
    return root if root.trust(centre).vouches(event) else None
