"""Writes values as TOML has them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f]')


def quoted(text: str) -> str:
    """A text between quotes, on one line."""
    return f'"{_SPECIAL.sub(_escaped, text)}"'


def listed(texts: Iterable[str]) -> str:
    """A list of texts, on one line."""
    return f"[{', '.join(map(quoted, texts))}]"


def truth(value: bool) -> str:
    """True or false."""
    return "true" if value else "false"


def _escaped(found: re.Match[str]) -> str:
    sign = found.group()
    return f"\\{sign}" if sign in '"\\' else f"\\u{ord(sign):04X}"
