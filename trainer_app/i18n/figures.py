"""The figures of scripts that do not write 0–9, in everything that a message counts."""

from __future__ import annotations

from typing import Any

PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


class Persian(str):
    """A message whose placeholders for whole numbers are filled with Persian figures."""

    __slots__ = ()

    def format(self, *counted: object, **named: object) -> str:
        """As of any text; only whole numbers are written otherwise, never codes and names."""
        values = {name: _figured(value) for name, value in named.items()}
        return super().format(*map(_figured, counted), **values)


class _Figure(int):
    def __format__(self, how: str) -> str:
        return super().__format__(how).translate(PERSIAN)


def _figured(value: Any) -> Any:
    return _Figure(value) if type(value) is int else value
