"""Playing a practice: one stage after the other, hints when due, one step shown, stop and go on.

Nothing typed outlives the state; what may be kept is a `Result`. Another time a practice goes on at
the first stage that is not done.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from trainer_app.domain.practice.engine import LEARNER, AnyEngine, GoalView, Progress
from trainer_app.domain.practice.going_on import done_before, goals_of
from trainer_app.domain.practice.kinds import engine_of
from trainer_app.domain.practice.scenario import (
    CONSEQUENCES,
    GOALS,
    Practice,
    Stage,
    WordId,
)

WRONG_TRIES = 2
QUIET_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Waited:
    """Nothing was done for some seconds; the screen sends it, never while reading aloud."""

    seconds: int


@dataclass(frozen=True, slots=True)
class TakeHint:
    """The person looked at the hint that was due, or asked for one."""


@dataclass(frozen=True, slots=True)
class ShowMe:
    """The person asked to see the next step done."""


@dataclass(frozen=True, slots=True)
class NextStage:
    """The person goes on, once every goal of the stage is met."""


@dataclass(frozen=True, slots=True)
class StartAfresh:
    """The person begins this stage again."""


@dataclass(frozen=True, slots=True)
class FromTheBeginning:
    """The person begins at the first stage, though it was done before."""


@dataclass(frozen=True, slots=True)
class Stop:
    """The person pressed Stop; nothing moves until they go on."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """The person goes on where they stopped."""


@dataclass(frozen=True, slots=True)
class Result:
    """All that is kept of a practice: no word, no choice. `goals` are `stage/goal`.

    Goals of extra stages are not among them.
    """

    goals: tuple[str, ...]
    of: int
    tries: int
    hints: int
    minutes: int

    @property
    def done(self) -> bool:
        """Whether every goal was reached, which passes the practice; free play passes nothing."""
        return 0 < self.of == len(self.goals)


@dataclass(frozen=True, slots=True)
class Playing:
    """A practice as it is being played. `states` has one for each stage begun, the last is now.

    Stages that were done another time stand there as None.
    `wrong` and `quiet` (seconds) count since something right was done or a hint was taken.
    `hint` is the goal whose hint is open, `hints` how many were taken, `shown` the steps shown.
    """

    practice: Practice = field(repr=False)
    seed: int
    states: tuple[Any, ...] = field(repr=False)
    tries: int = 0
    wrong: int = 0
    quiet: int = 0
    hint: str = ""
    hints: int = 0
    shown: int = 0
    stopped: bool = False

    @property
    def stage(self) -> Stage:
        """The stage that is being played."""
        return self.practice.scenario.stages[len(self.states) - 1]

    @property
    def state(self) -> Any:
        """The state of that stage, of its own kind."""
        return self.states[-1]

    @property
    def before(self) -> int:
        """How many stages were done another time."""
        return sum(state is None for state in self.states)

    @property
    def goes_on(self) -> bool:
        """Whether this stage is the first that was not done another time."""
        return 0 < self.before == len(self.states) - 1

    @property
    def engine(self) -> AnyEngine:
        """What plays that stage."""
        return engine_of(self.stage.kind)

    @property
    def progress(self) -> Progress:
        """How far that stage is."""
        return self.engine.progress(self.state)

    @property
    def last(self) -> bool:
        """Whether no stage comes after this one."""
        return len(self.states) == len(self.practice.scenario.stages)

    @property
    def enough(self) -> bool:
        """Whether all that is needed is done; what is still there is for those who want more."""
        if len(self.states) < len(self.practice.scenario.needed):
            return False
        return self.stage.extra or self.progress.finished

    @property
    def finished(self) -> bool:
        """Whether every goal of every stage is met."""
        return self.last and self.progress.finished

    @property
    def hint_due(self) -> bool:
        """Whether to offer a hint: after two wrong tries, or a minute of nothing."""
        waits = self.wrong >= WRONG_TRIES or self.quiet >= QUIET_SECONDS
        return waits and not self.hint and bool(self.progress.next_goal)


@dataclass(frozen=True, slots=True)
class PlayingView:
    """What stands on the screen around and within a stage.

    `hint` and `consequence` are words with a second sentence: the hint is the goal's, and the
    consequence's says how to put it right. `inside` is the view of the stage's kind.
    """

    stage: str
    kind: str
    number: int
    of: int
    goals: tuple[GoalView, ...]
    hint: WordId | None
    hint_due: bool
    consequence: WordId | None
    may_go_on: bool
    finished: bool
    stopped: bool
    inside: Any


def begin(practice: Practice, seed: int, done: Collection[str] = ()) -> Playing:
    """A practice before anything is done in it. Raises UnknownThing for a kind that is not built.

    It goes on after the stages whose goals (`stage/goal`) are all among `done`; one that is half
    done is begun anew, as is a practice that is wholly done.
    """
    before = len(done_before(practice.scenario, done))
    return Playing(practice, seed, (*[None] * before, _start(practice, before, seed)))


def act(playing: Playing, action: Any) -> Playing:
    """The practice after an action of this module, or of the kind that is being played.

    An action that is not possible now changes nothing; while stopped only `GoOn` is.
    Raises UnknownThing for a thing that the stage does not have.
    """
    if playing.stopped:
        return replace(playing, stopped=not isinstance(action, GoOn))
    match action:
        case Waited(seconds):
            return replace(playing, quiet=playing.quiet + max(0, seconds))
        case TakeHint():
            return _hinted(playing)
        case ShowMe():
            return _show(playing)
        case NextStage():
            return _next_stage(playing)
        case StartAfresh():
            number = len(playing.states) - 1
            fresh = _start(playing.practice, number, playing.seed)
            states = (*playing.states[:-1], fresh)
            return replace(playing, states=states, wrong=0, quiet=0, hint="")
        case FromTheBeginning():
            first = _start(playing.practice, 0, playing.seed)
            return replace(playing, states=(first,), wrong=0, quiet=0, hint="")
        case Stop():
            return replace(playing, stopped=True)
        case GoOn():
            return playing
        case _:
            return _do(playing, action)


def view(playing: Playing, viewer: str = LEARNER) -> PlayingView:
    """What a viewer sees; others than the learner see only what is `inside`."""
    stage, progress = playing.stage, playing.progress
    consequence = progress.consequence
    return PlayingView(
        stage=stage.id,
        kind=stage.kind,
        number=len(playing.states),
        of=len(playing.practice.scenario.stages),
        goals=tuple(
            GoalView(stage.word(GOALS, goal), goal in progress.met) for goal in progress.goals
        ),
        hint=stage.word(GOALS, playing.hint) if playing.hint else None,
        hint_due=playing.hint_due,
        consequence=stage.word(CONSEQUENCES, consequence) if consequence else None,
        may_go_on=progress.finished and not playing.last,
        finished=playing.finished,
        stopped=playing.stopped,
        inside=playing.engine.view(playing.state, viewer),
    )


def next_step(playing: Playing) -> Any:
    """The next right action, of this module or of the kind; None when everything is done."""
    if playing.stopped:
        return GoOn()
    if playing.progress.finished:
        return None if playing.last else NextStage()
    return playing.engine.next_step(playing.state)


def result(playing: Playing, minutes: int) -> Result:
    """What may be kept. `minutes` is how long the person played, by the screen's count.

    Goals of another time are among its goals; what was tried then is not.
    """
    scenario, before = playing.practice.scenario, playing.before
    met = goals_of(scenario.needed[:before]) + tuple(
        f"{stage.id}/{goal}"
        for stage, state in zip(scenario.needed[before:], playing.states[before:], strict=False)
        for goal in engine_of(stage.kind).progress(state).met
    )
    return Result(
        goals=met,
        of=scenario.goals,
        tries=playing.tries,
        hints=playing.hints + playing.shown,
        minutes=minutes,
    )


def _start(practice: Practice, number: int, seed: int) -> Any:
    stage = practice.scenario.stages[number]
    return engine_of(stage.kind).start(stage, seed, practice.words)


def _do(playing: Playing, action: Any) -> Playing:
    """The person's own action: counted, and a right one takes a hint away."""
    before = playing.progress
    state = playing.engine.act(playing.state, action)
    if state == playing.state:
        return playing
    moved = replace(playing, states=(*playing.states[:-1], state), quiet=0)
    after = moved.progress
    tried, failed = after.tries - before.tries, after.mistakes - before.mistakes
    if failed:
        return replace(moved, tries=moved.tries + tried, wrong=moved.wrong + failed)
    if tried:
        return replace(moved, tries=moved.tries + tried, wrong=0, hint="")
    return moved


def _hinted(playing: Playing) -> Playing:
    goal = playing.progress.next_goal
    if not goal or goal == playing.hint:
        return playing
    return replace(playing, hint=goal, hints=playing.hints + 1, wrong=0, quiet=0)


def _show(playing: Playing) -> Playing:
    """One step done for the person; it is no try of theirs."""
    step = playing.engine.next_step(playing.state)
    if step is None:
        return playing
    states = (*playing.states[:-1], playing.engine.act(playing.state, step))
    shown = playing.shown + 1
    return replace(playing, states=states, shown=shown, wrong=0, quiet=0, hint="")


def _next_stage(playing: Playing) -> Playing:
    if playing.last or not playing.progress.finished:
        return playing
    fresh = _start(playing.practice, len(playing.states), playing.seed)
    return replace(playing, states=(*playing.states, fresh), wrong=0, quiet=0, hint="")
