"""Every rule about the scam shelf alone; its practices keep the rules of practices, too."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SHELF_RULES: Mapping[str, str] = MappingProxyType(
    {
        "shelf-options": "A template's three slots, `who`, `want` and `clue`, have 2 to 4 options "
        "each.",
        "shelf-stage": "A template's practice has one stage.",
        "shelf-place": "In braces stands only what docs/practice.md names, or an option of the "
        "template.",
    }
)
