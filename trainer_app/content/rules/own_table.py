"""Every rule about lessons in the making, and about what only a centre's own lessons have."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

OWN_RULES: Mapping[str, str] = MappingProxyType(
    {
        "filled": "Nothing is left as `…`: words are to come there.",
        "picture-chosen": "The lesson, every page and every question has a picture of its own, "
        "not the empty frame.",
        "photo-small": "A photo is PNG of at most 1600 by 1600 pixels and a million bytes, with "
        "no words, place or date inside.",
    }
)
