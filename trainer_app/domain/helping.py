"""Help near a centre: places where people can go, by what they need help with; about no person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trainer_app.domain.blocks import Box
from trainer_app.domain.lessons import Page

TOPICS = ("urgent", "harassment", "legal", "digital", "money", "children")
"""What people need help with, the most pressing first: as lessons name it, too."""

HELP_LESSON = "block-report-get-help"
"""The lesson whose card the help card is."""


@dataclass(frozen=True, slots=True)
class HelpPlace:
    """An organisation that helps. `languages` are codes; `rank` is its place in its topic."""

    id: str
    topic: str
    name: str
    phone: str = ""
    address: str = ""
    hours: str = ""
    languages: tuple[str, ...] = ()
    note: str = ""
    rank: int = 0

    @property
    def has_more(self) -> bool:
        """Whether there is more to say than a name, a telephone and languages."""
        return bool(self.hours or self.note or (self.phone and self.address))


Directory = Mapping[str, tuple[HelpPlace, ...]]
"""Places by topic, in order; every topic that has any."""


def directory_of(places: Iterable[HelpPlace]) -> Directory:
    """The places by topic, in the order of topics and of ranks; unknown topics come last."""
    found: dict[str, list[HelpPlace]] = {}
    for place in sorted(places, key=lambda one: (one.rank, one.id)):
        found.setdefault(place.topic, []).append(place)
    order = [*TOPICS, *sorted(set(found) - set(TOPICS))]
    return {topic: tuple(found[topic]) for topic in order if topic in found}


def moved(places: Sequence[HelpPlace], place_id: str, by: int) -> tuple[HelpPlace, ...]:
    """The places of one topic with one of them `by` further down, at most to an end.

    Raises KeyError for a place that is not among them.
    """
    ids = [place.id for place in places]
    if place_id not in ids:
        raise KeyError(place_id)
    at = ids.index(place_id)
    rest = [place for place in places if place.id != place_id]
    to = max(0, min(len(rest), at + by))
    return (*rest[:to], places[at], *rest[to:])


def topics_in(pages: Iterable[Page]) -> tuple[str, ...]:
    """What the pages of a lesson send people on for, in the order of the pages, each once."""
    boxes = (block for page in pages for block in page.blocks if isinstance(block, Box))
    return tuple(dict.fromkeys(box.topic for box in boxes if box.topic))
