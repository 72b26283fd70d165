"""The kinds of practice there are, and the module that plays each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice import (
    consequences,
    desktop,
    phone,
    planner,
    plaza,
    pointer,
    sorting,
    typing,
    web,
)
from trainer_app.domain.practice.engine import AnyEngine

KINDS = (
    *("pointer", "typing", "sorting", "desktop", "plaza"),
    *("phone", "web", "consequences", "planner"),
)

# One line a kind; a kind of KINDS that is not here cannot be played yet.
ENGINES: Mapping[str, AnyEngine] = MappingProxyType(
    {
        "consequences": consequences,
        "desktop": desktop,
        "phone": phone,
        "planner": planner,
        "plaza": plaza,
        "pointer": pointer,
        "sorting": sorting,
        "typing": typing,
        "web": web,
    }
)


def engine_of(kind: str) -> AnyEngine:
    """The module that plays a kind. Raises UnknownThing(what="kind")."""
    try:
        return ENGINES[kind]
    except KeyError:
        raise UnknownThing(what="kind", id=kind) from None
