"""Where a presentation is: its slide, its minutes, its votes. Nothing of it is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from trainer_app.domain.evening import Timed
from trainer_app.domain.slides import Slide

MINUTE = 60
MOST_HANDS = 99


@dataclass(frozen=True, slots=True)
class Presenting:
    """A lesson being shown. `spent`: seconds by part of the plan. `ends`: when the session is to
    end, in UTC seconds, 0 if unknown. `second`: the language beside the first, "" for none.
    `hands`: by question, how many hands went up for each answer. `without`: keys of slides that
    are left out. `names_allowed`: others may see this screen, and its trainer said it is fine.
    """

    lesson: str
    language: str
    slides: tuple[Slide, ...]
    parts: tuple[Timed, ...]
    at: int = 0
    black: bool = False
    second: str = ""
    following: bool = False
    names_allowed: bool = False
    ends: int = 0
    spent: Mapping[str, float] = field(default_factory=dict)
    hands: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    without: frozenset[str] = frozenset()

    @property
    def slide(self) -> Slide:
        """The one in sight."""
        return self.slides[self.at]

    @property
    def next(self) -> Slide | None:
        """What comes after it; None at the end."""
        place = _beside(self, 1)
        return None if place is None else self.slides[place]

    @property
    def is_last(self) -> bool:
        """Whether nothing comes after it."""
        return self.next is None


@dataclass(frozen=True, slots=True)
class Clock:
    """What a trainer reads of the time. Minutes are negative when they are over.

    `late`: by how many minutes the lesson will be over too late, as it goes now; 0 if it will not.
    """

    part: str
    planned: int
    left: int
    session_left: int | None
    late: int


# Going through
def go_on(now: Presenting) -> Presenting:
    """The next slide; a black screen comes back first, on the slide that it hid."""
    if now.black:
        return replace(now, black=False)
    place = _beside(now, 1)
    return now if place is None else replace(now, at=place)


def go_back(now: Presenting) -> Presenting:
    """The slide before."""
    if now.black:
        return replace(now, black=False)
    place = _beside(now, -1)
    return now if place is None else replace(now, at=place)


def jump(now: Presenting, key: str) -> Presenting:
    """A slide by its key, also one that is left out; stays where there is no such slide."""
    places = [at for at, slide in enumerate(now.slides) if slide.key == key]
    return replace(now, at=places[0], black=False) if places else now


def in_words(now: Presenting, language: str, slides: Sequence[Slide]) -> Presenting:
    """The same place in other words; `slides` may be cut otherwise there."""
    fresh = replace(now, language=language, slides=tuple(slides), at=0)
    found = jump(fresh, now.slide.key)
    if found.at == 0 and now.at > 0:
        same = [
            at
            for at, slide in enumerate(fresh.slides)
            if (slide.kind, slide.source) == (now.slide.kind, now.slide.source)
        ]
        found = replace(fresh, at=same[-1] if same else min(now.at, len(fresh.slides) - 1))
    return replace(found, black=now.black)


def _beside(now: Presenting, by: int) -> int | None:
    place = now.at + by
    while 0 <= place < len(now.slides):
        if now.slides[place].key not in now.without:
            return place
        place += by
    return None


# Votes
def raise_hand(now: Presenting, answer: str, by: int = 1) -> Presenting:
    """One hand more (or less) for an answer of the question in sight."""
    question = now.slide.source
    before = now.hands.get(question, {})
    count = min(MOST_HANDS, max(0, before.get(answer, 0) + by))
    return replace(now, hands={**now.hands, question: {**before, answer: count}})


def count_anew(now: Presenting) -> Presenting:
    """All hands of the question in sight down again."""
    return replace(now, hands={**now.hands, now.slide.source: {}})


def votes(now: Presenting, from_laptops: Mapping[str, int]) -> dict[str, int]:
    """People by answer of the question in sight: hands, and those at laptops."""
    hands = now.hands.get(now.slide.source, {})
    return {
        one: hands.get(one, 0) + from_laptops.get(one, 0)
        for one in dict.fromkeys([*hands, *from_laptops])
    }


# Time
def pass_time(now: Presenting, seconds: float) -> Presenting:
    """So many seconds went by on the slide in sight."""
    part = now.slide.part
    return replace(now, spent={**now.spent, part: now.spent.get(part, 0.0) + seconds})


def clock(now: Presenting, moment: float) -> Clock:
    """The minutes of the part in sight and of the session, at a moment in UTC seconds."""
    part = now.slide.part
    planned = {one.part: one.minutes for one in now.parts}
    left = planned.get(part, 0) * MINUTE - now.spent.get(part, 0.0)
    order = [one.part for one in now.parts]
    ahead = order[order.index(part) + 1 :] if part in order else []
    to_come = max(0.0, left) + sum(planned[one] * MINUTE for one in ahead)
    session = now.ends - moment if now.ends else None
    # Without a session's end, what counts is what this part took too long.
    late = to_come - session if session is not None else -left
    return Clock(
        part,
        planned.get(part, 0),
        _minutes(left),
        None if session is None else _minutes(session),
        max(0, _minutes(late)),
    )


def _minutes(seconds: float) -> int:
    """Whole minutes; one that has begun counts, so that the last one says 1 until it is over."""
    return -int(-seconds // MINUTE)


def to_leave_out(now: Presenting) -> tuple[Slide, ...]:
    """Slides still to come that the short form does without, the first of each page or question."""
    ahead = [each for each in now.slides[now.at + 1 :] if not each.core]
    here = (now.slide.kind, now.slide.source)
    first: dict[tuple[str, str], Slide] = {}
    for each in ahead:
        thing = ("page" if each.kind == "page" else "question", each.source)
        if each.key not in now.without and (each.kind, each.source) != here:
            first.setdefault(thing, each)
    return tuple(first.values())


def leave_out(now: Presenting) -> Presenting:
    """Go on without what the short form does without."""
    sources = {(each.kind == "page", each.source) for each in to_leave_out(now)}
    out = {
        each.key
        for each in now.slides[now.at + 1 :]
        if not each.core and (each.kind == "page", each.source) in sources
    }
    return replace(now, without=now.without | out)


def bring_back(now: Presenting) -> Presenting:
    """Show all of it after all."""
    return replace(now, without=frozenset())
