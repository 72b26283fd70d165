"""Why a file is not taken as a list of people, before its name is known."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """The reasons that `UnreadableRoster` gives."""

    EMPTY = "empty"
    NOT_A_TABLE = "not-a-table"
    ENCODING = "encoding"
    TOO_LARGE = "too-large"
    PASSWORD = "password"
    UNREADABLE = "unreadable"


class RefusedError(ValueError):
    """The content is no list of people that we can read."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason
