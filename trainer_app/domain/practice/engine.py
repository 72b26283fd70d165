"""What every kind of practice can do: the contract that its module keeps.

A kind is a module with these functions. They are pure: no clock, no chance but the seed, nothing
changed in place; the same actions give the same state on every laptop.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from trainer_app.domain.practice.scenario import PracticeWords, WordId

LEARNER = ""
"""The viewer who sits at the laptop; others are ids of people of the scenario."""

StageT = TypeVar("StageT", contravariant=True)
StateT = TypeVar("StateT")
ActionT = TypeVar("ActionT")
ViewT = TypeVar("ViewT", covariant=True)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is.

    `goals` and `met` follow from how things are now, in the order of practice.toml: what is undone
    is unmet again. `tries` and `mistakes` count what happened: every mistake is a try too.
    `consequence` is what the last action brought, an id of the stage, or "" if nothing.
    `to_mend` are the consequences that hold until put right; while there are any, not every goal
    is met.
    """

    goals: tuple[str, ...]
    met: tuple[str, ...]
    tries: int = 0
    mistakes: int = 0
    consequence: str = ""
    to_mend: tuple[str, ...] = ()

    @property
    def done(self) -> int:
        """How many goals are met."""
        return len(self.met)

    @property
    def of(self) -> int:
        """How many goals there are."""
        return len(self.goals)

    @property
    def finished(self) -> bool:
        """Whether every goal is met. Free play has none, and never ends by itself."""
        return 0 < self.of == self.done

    @property
    def next_goal(self) -> str:
        """The first goal that is not met; "" if all are."""
        return next((goal for goal in self.goals if goal not in self.met), "")


class Engine(Protocol[StageT, StateT, ActionT, ViewT]):
    """A kind of practice. Its states, actions and views are small frozen dataclasses."""

    def start(self, stage: StageT, seed: int, words: PracticeWords, /) -> StateT:
        """The stage before anything was done. Only a kind that compares text looks at words."""

    def act(self, state: StateT, action: ActionT, /) -> StateT:
        """The state after an action.

        An action that is not possible now (a second click on what has gone) changes nothing.
        Raises UnknownThing for a thing that the stage does not have.
        """

    def view(self, state: StateT, viewer: str, /) -> ViewT:
        """What a viewer sees. Words stand in it as `WordId`, what was typed as text."""

    def progress(self, state: StateT, /) -> Progress:
        """How far it is."""

    def next_step(self, state: StateT, /) -> ActionT | None:
        """The next right action towards the first goal that is not met; None when all are.

        Doing these one after the other, from any state at all, meets every goal.
        """

    def actions(self, state: StateT, /) -> Sequence[ActionT]:
        """What a person at the screen can do now, right or wrong; for free text, some samples."""


AnyEngine = Engine[Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal as the list of goals shows it."""

    word: WordId
    met: bool
