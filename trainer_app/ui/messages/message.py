"""The shape of what is said of a trouble."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer_app.domain.errors import TrainerError

Facts = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Message:
    """A trouble in words: a short title, what happened and where, and what to do."""

    title: str
    text: str
    what_to_do: str


Sayings = dict[type[TrainerError], Message]
