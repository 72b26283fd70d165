"""The words of lists of people, from the data files beside this module."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from trainer_app.domain.letters import fold
from trainer_app.domain.roster import Field, Words

_FOLDER = Path(__file__).parent
_BRACKETED = re.compile(r"[(\[].*?[)\]]")


@cache
def words() -> Words:
    """What people write for genders and languages."""
    return Words(genders=_codes("genders"), languages=_codes("languages"))


def field_of(header: str) -> Field | None:
    """What a column under this header holds, or None where we do not know the word."""
    headers = _codes("headers")
    for text in (header, _BRACKETED.sub(" ", header)):
        code = headers.get(_key(text))
        if code is not None:
            return Field(code)
    return None


@cache
def _codes(name: str) -> Mapping[str, str]:
    table = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    return {_key(word): code for code, several in table.items() for word in several}


def _key(text: str) -> str:
    # "#" has no letters to fold to, and still is a common header.
    return fold(text) or text.strip()
