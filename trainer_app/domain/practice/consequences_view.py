"""What is drawn of a story: its threads, the steps in time so far, and what can be done now."""

from __future__ import annotations

from dataclasses import dataclass

from trainer_app.domain.practice.consequences_stage import Moment
from trainer_app.domain.practice.scenario import WordId
from trainer_app.domain.practice.spreading import Day


@dataclass(frozen=True, slots=True)
class ThreadView:
    """A story to choose. `ended`: it stands at a good end; `to_mend`: something in it hurts."""

    id: str
    word: WordId
    picture: str
    ended: bool
    to_mend: bool


@dataclass(frozen=True, slots=True)
class SceneView:
    """A step of the story. `chose` is the choice that led here, None if none did.

    `person` is who speaks, `face` their picture; `harm`: what hurts stands here.
    """

    id: str
    word: WordId
    picture: str
    person: WordId | None
    face: str
    moment: Moment
    chose: WordId | None
    harm: bool
    good: bool


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """Something that can be done now; `tried`: what comes of it was seen before."""

    id: str
    word: WordId
    picture: str
    tried: bool


@dataclass(frozen=True, slots=True)
class StoryView:
    """The thread that is open. The last of `steps` is now. `days` is how far the post spreads.

    `without` is the same week if nobody answered, to compare with; `people` how many there are.
    """

    thread: str
    threads: tuple[ThreadView, ...]
    steps: tuple[SceneView, ...]
    choices: tuple[ChoiceView, ...]
    may_go_on: bool
    may_take_back: bool
    people: int = 0
    days: tuple[Day, ...] = ()
    without: tuple[Day, ...] = ()
