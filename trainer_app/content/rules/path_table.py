"""Every rule about the ready paths alone."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PATH_RULES: Mapping[str, str] = MappingProxyType(
    {
        "path-lessons": "A ready path names lessons that are there, each once, and among them "
        "those that it teaches in their short form.",
        "path-words": "paths.md has a title and a sentence for each ready path, in the order of "
        "paths.toml.",
    }
)
