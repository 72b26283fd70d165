"""Events: what happened, written once, never edited, so that laptops can simply pool them.

The header verifies without the body, so that erasing a person's words leaves the chain whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from trainer_app.domain.errors import MalformedEvent

EARLIEST_CLOCK = 1_577_836_800_000  # 2020-01-01, milliseconds UTC
LATEST_CLOCK = 4_102_444_800_000  # 2100-01-01
NO_HASH = "0" * 64

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody wants to record, before the store gives it its place in the log."""

    kind: str
    body: Body
    subject: str | None = None
    by: str | None = None
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """Everything about an event but its words. `clock` is milliseconds UTC, `seq` counts from 1."""

    id: str
    device: str
    seq: int
    clock: int
    by: str | None
    kind: str
    version: int
    subject: str | None
    replaces: tuple[str, ...]
    previous: str
    body_hash: str

    def hash(self) -> str:
        """The SHA-256 of the header, in hex: the next header of the device names it."""
        return hashlib.sha256(canonical(self.as_json())).hexdigest()

    def as_json(self) -> dict[str, Any]:
        """The header as plain JSON values, in the order of the contract."""
        return {
            "id": self.id,
            "device": self.device,
            "seq": self.seq,
            "clock": self.clock,
            "by": self.by,
            "kind": self.kind,
            "version": self.version,
            "subject": self.subject,
            "replaces": list(self.replaces),
            "previous": self.previous,
            "body_hash": self.body_hash,
        }

    @property
    def rank(self) -> tuple[int, str, str]:
        """By what values that nobody replaced compete; the same on every laptop."""
        return (self.clock, self.device, self.id)


@dataclass(frozen=True, slots=True)
class Event:
    """A header with its words; both `salt` and `body` are gone (None) once erased."""

    header: Header
    salt: str | None
    body: Body | None = field(default=None)

    @property
    def id(self) -> str:
        """The id in the header."""
        return self.header.id

    @property
    def words(self) -> Body:
        """The body, or nothing at all where it was erased."""
        return self.body or {}


def canonical(value: Any) -> bytes:
    """JSON with sorted keys and no spaces, UTF-8: the same bytes on every laptop."""
    return json.dumps(
        value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    ).encode()


def hash_body(salt: str, body: Body) -> str:
    """The SHA-256 of salt and body; the random salt keeps short bodies from being guessed."""
    return hashlib.sha256(bytes.fromhex(salt) + canonical(dict(body))).hexdigest()


def seal(
    draft: Draft,
    *,
    id: str,
    device: str,
    seq: int,
    clock: int,
    previous: str,
    salt: str,
    version: int,
) -> Event:
    """Give a draft its place in a device's chain."""
    header = Header(
        id=id,
        device=device,
        seq=seq,
        clock=clock,
        by=draft.by,
        kind=draft.kind,
        version=version,
        subject=draft.subject,
        replaces=tuple(sorted(draft.replaces)),
        previous=previous,
        body_hash=hash_body(salt, draft.body),
    )
    return Event(header, salt, dict(draft.body))


def check_sealed(event: Event) -> None:
    """Raise MalformedEvent where a header cannot be, or a body is not the one sealed."""
    header = event.header
    if not EARLIEST_CLOCK <= header.clock < LATEST_CLOCK:
        raise MalformedEvent(kind=header.kind, field="clock")
    if header.seq < 1:
        raise MalformedEvent(kind=header.kind, field="seq")
    if event.body is not None and not _is_body_of(header, event.salt or "", event.body):
        raise MalformedEvent(kind=header.kind, field="body_hash")


def _is_body_of(header: Header, salt: str, body: Body) -> bool:
    try:
        return hash_body(salt, body) == header.body_hash
    except ValueError:
        return False


def standing(events: Iterable[Event]) -> list[Event]:
    """The events that no other of the same set replaces, each once, strongest last."""
    known = _each_once(events)
    replaced = {old for event in known for old in event.header.replaces}
    left = [e for e in known if e.id not in replaced and e.body is not None]
    if replaced:
        # What a trainer signed once stays replaced, however often a laptop writes it again.
        gone = {e.words["signature"] for e in known if e.id in replaced and "signature" in e.words}
        left = [e for e in left if e.words.get("signature") not in gone]
    return sorted(left, key=lambda event: event.header.rank)


def _each_once(events: Iterable[Event]) -> list[Event]:
    """No honest laptop gives two events one id; if one does, both stand and all sort them alike:
    else it could put its own in the place of another's.
    """
    known: dict[str, list[Event]] = {}
    for event in events:
        alike = known.setdefault(event.id, [])
        if all(event.header != one.header for one in alike):
            alike.append(event)
    return [
        event
        for alike in known.values()
        for event in (alike if len(alike) == 1 else sorted(alike, key=_hash))
    ]


def _hash(event: Event) -> str:
    return event.header.hash()


def winner(events: Iterable[Event]) -> Event | None:
    """The value shown: the strongest of those that nobody replaced, or None."""
    left = standing(events)
    return left[-1] if left else None


def of_kind(events: Sequence[Event], *kinds: str) -> list[Event]:
    """The events of some kinds, in the order given."""
    return [event for event in events if event.header.kind in kinds]
