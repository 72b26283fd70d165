"""What a story that branches is made of: threads, scenes, choices, and what they lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice.scenario import Consequence, Goal, Stage, WordList

Moment = Literal["now", "hour", "day", "week", "month", "year"]
MOMENTS: tuple[Moment, ...] = get_args(Moment)

Tone = Literal["fact-first", "mocking", "repeating", "private-first", "flag"]
TONES: tuple[Tone, ...] = get_args(Tone)


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that happens, and when it does, counted from the beginning of the thread.

    `person` speaks; "" if nobody does. `then` is the scene that follows without a choice.
    `good`: the thread may end here.
    """

    id: str
    picture: str = ""
    person: str = ""
    moment: Moment = "now"
    then: str = ""
    good: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be done in the scene `at`; `to` is what comes of it.

    `harm`: it hurts somebody, and stands until it is taken back or a choice that `mends` follows.
    `tone` is how a reply sounds, where a post spreads.
    """

    id: str
    at: str
    to: str
    picture: str = ""
    harm: bool = False
    mends: bool = False
    tone: Tone | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """One story of the stage. `people` is how many a false post can reach; 0: nothing spreads."""

    id: str
    starts: str
    picture: str = ""
    people: int = 0


@dataclass(frozen=True, slots=True)
class StoryGoal(Goal):
    """Met when the threads in `of` stand at a good end, and every scene of `seen` was reached.

    Without both: when all threads stand at a good end.
    """

    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryConsequence(Consequence):
    """What follows a choice that harms; `of` are choices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsequencesStage(Stage):
    """Stories in which what I choose has consequences. `faces` are pictures by person."""

    threads: tuple[Thread, ...]
    scenes: tuple[Scene, ...]
    choices: tuple[Choice, ...]
    faces: Mapping[str, str] = field(default_factory=dict)
    goals: tuple[StoryGoal, ...]
    consequences: tuple[StoryConsequence, ...] = ()

    @property
    def things(self) -> tuple[WordList, ...]:
        """Threads, scenes and choices."""
        return (
            WordList("threads", tuple(each.id for each in self.threads)),
            WordList("scenes", tuple(each.id for each in self.scenes)),
            WordList("choices", tuple(each.id for each in self.choices)),
        )

    @property
    def pictures(self) -> tuple[str, ...]:
        """Those of threads, scenes and choices."""
        things: tuple[Thread | Scene | Choice, ...] = (*self.threads, *self.scenes, *self.choices)
        return tuple(each.picture for each in things)

    def number(self, thread_id: str) -> int:
        """The place of a thread among the threads. Raises UnknownThing(what="thread")."""
        for number, each in enumerate(self.threads):
            if each.id == thread_id:
                return number
        raise UnknownThing(what="thread", id=thread_id)

    def scene(self, scene_id: str) -> Scene:
        """One scene. Raises UnknownThing(what="scene")."""
        for each in self.scenes:
            if each.id == scene_id:
                return each
        raise UnknownThing(what="scene", id=scene_id)

    def choice(self, choice_id: str) -> Choice:
        """One choice. Raises UnknownThing(what="choice")."""
        for each in self.choices:
            if each.id == choice_id:
                return each
        raise UnknownThing(what="choice", id=choice_id)

    def choices_at(self, scene_id: str) -> tuple[Choice, ...]:
        """What can be done in a scene."""
        return tuple(each for each in self.choices if each.at == scene_id)

    def ways_from(self, scene_id: str) -> tuple[str, ...]:
        """The scenes that can follow a scene without harm."""
        then = self.scene(scene_id).then
        kind = tuple(each.to for each in self.choices_at(scene_id) if not each.harm)
        return (then, *kind) if then else kind
