"""Keeps a name, handle or number from turning round the sentence that it stands in."""

from __future__ import annotations

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"


def isolate(text: object) -> str:
    """Wrap what a user supplied, so that it keeps its own direction inside any sentence."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"
