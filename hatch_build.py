"""Compiles the catalogs when the program is installed, and packs lessons and pictures into a wheel.

In a checkout they stay where they are, beside the package.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogs(BuildHookInterface):
    """Writes `trainer_app.mo` beside each `trainer_app.po`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it builds or links the package."""
        for po in sorted(Path(self.root, "locales").glob("*/LC_MESSAGES/*.po")):
            with po.open("rb") as source, po.with_suffix(".mo").open("wb") as target:
                write_mo(target, read_po(source, locale=po.parts[-3]))
        if version != "editable":
            build_data["force_include"].update(
                {name: f"trainer_app/{name}" for name in ("lessons", "locales", "assets")}
            )
