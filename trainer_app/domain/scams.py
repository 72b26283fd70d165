"""This week's scams: templates with three questions, and what was chosen on the shelf; ids only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

Slot = Literal["who", "want", "clue"]
SLOTS: tuple[Slot, ...] = get_args(Slot)
"""What is asked about a scam: who writes, what they want, which clue gives it away."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The id of one option for each slot."""

    who: str
    want: str
    clue: str

    def of(self, slot: Slot) -> str:
        """The option of one slot."""
        return str(getattr(self, slot))

    @property
    def by_slot(self) -> Mapping[Slot, str]:
        """The options, each by its slot."""
        return {slot: self.of(slot) for slot in SLOTS}


@dataclass(frozen=True, slots=True)
class Scam:
    """A scam on the shelf: no names, no numbers, nobody's words. `at` is in UTC seconds."""

    id: str
    template: str
    choices: Choices
    at: int


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a slot.

    `sets` are the fields that it changes in the practice: list of things, thing's id, field.
    """

    id: str
    sets: Mapping[str, Mapping[str, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class ScamTemplate:
    """A small practice with three slots. `folder` holds its files, `tile` is its picture."""

    id: str
    folder: Path
    hue: str
    tile: str
    options: Mapping[Slot, tuple[Option, ...]]
    languages: tuple[str, ...]

    def has(self, choices: Choices) -> bool:
        """Whether all that was chosen is among the options."""
        return all(choices.of(slot) in self.ids(slot) for slot in SLOTS)

    def ids(self, slot: Slot) -> tuple[str, ...]:
        """The ids of a slot's options."""
        return tuple(option.id for option in self.options[slot])

    @property
    def picture(self) -> Path:
        """Where its picture lies."""
        return self.folder / "images" / self.tile


@dataclass(frozen=True, slots=True)
class OptionWords:
    """An option as it is chosen, and the sentence that it puts into the practice."""

    label: str
    says: str


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """The words of a template in one language; `note` is for the trainer."""

    language: str
    title: str
    about: str
    note: str
    options: Mapping[tuple[Slot, str], OptionWords]

    def option(self, slot: Slot, option: str) -> OptionWords:
        """The words of one option."""
        return self.options[(slot, option)]
