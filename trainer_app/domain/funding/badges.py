"""Badges: what somebody takes home as a signed file, and what looking at such a file tells."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Verdict = Literal["valid", "altered", "unknown", "no-badge"]
"""`altered`: a badge of this program's form, changed after it was signed. `unknown`: a badge in a
form that this program cannot check. `no-badge`: any other file."""

Standing = Literal["given", "revoked", "unlisted", "other"]
"""Where a badge that holds stands with a centre: in its list, taken back, signed with a key of
this centre but in no list of it (given on another laptop, to somebody who was erased since, or by
a removed trainer who still knows an old key), or of another centre."""

_ACHIEVEMENTS = uuid.UUID("7c0d3a5e-52c1-4d0e-9a3d-6f1f0b6a4c11")


@dataclass(frozen=True, slots=True)
class Alignment:
    """A competence of DigComp 3.0: its code, and its name with the level."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Badge:
    """What a badge says: nothing of who holds it but a random `subject`.

    `id`, `subject` and `achievement` are `urn:uuid:`; `achievement` is the same for everyone who
    did the same thing. `issuer`: name of the centre, as it claims. `kind`: "Course" for a whole
    course, "Achievement" for one lesson. `at`: UTC, whole seconds.
    """

    id: str
    subject: str
    achievement: str
    issuer: str
    kind: str
    name: str
    description: str
    criteria: str
    language: str
    at: datetime
    alignments: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file turned out to be. `key`: the signing key (hex) of a badge that holds.

    `standing` with the centre whose program looks; None without a centre.
    """

    verdict: Verdict
    badge: Badge | None = None
    key: str | None = None
    standing: Standing | None = None


def achievement_id(key: str, course: str | None, lesson: str | None) -> str:
    """The id of what is recognised: equal for all badges of one key for one course or lesson."""
    return uuid.uuid5(_ACHIEVEMENTS, f"{key}/{course or ''}/{lesson or ''}").urn


def random_id() -> str:
    """A fresh `urn:uuid:` that tells nothing."""
    return uuid.uuid4().urn
