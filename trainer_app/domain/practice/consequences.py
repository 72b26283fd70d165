"""A story that branches: what happens a day, a week, a year after a choice; it can be taken back.

A choice that harms stands until it is taken back or mended, and what came of it can be seen.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from trainer_app.domain.practice.consequences_stage import (
    Choice,
    ConsequencesStage,
    StoryGoal,
    Tone,
)
from trainer_app.domain.practice.consequences_view import (
    ChoiceView,
    SceneView,
    StoryView,
    ThreadView,
)
from trainer_app.domain.practice.engine import Progress
from trainer_app.domain.practice.scenario import PEOPLE, PracticeWords, World
from trainer_app.domain.practice.spreading import spread


@dataclass(frozen=True, slots=True)
class Turn:
    """Turn to another thread."""

    thread: str


@dataclass(frozen=True, slots=True)
class Choose:
    """Do something in the scene that is open."""

    choice: str


@dataclass(frozen=True, slots=True)
class GoOn:
    """See what happens next."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Go back to before the last choice and think again; that is no try."""


Action = Turn | Choose | GoOn | TakeBack


@dataclass(frozen=True, slots=True)
class Step:
    """A scene of a thread, and the choice that led to it ("" if none did)."""

    scene: str
    chose: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Which thread is open, and the path of each so far; `seen` are the scenes ever reached."""

    stage: ConsequencesStage
    seed: int
    paths: tuple[tuple[Step, ...], ...]
    seen: frozenset[str]
    thread: int = 0
    tries: int = 0
    mistakes: int = 0
    consequence: str = ""

    @property
    def path(self) -> tuple[Step, ...]:
        """The path of the thread that is open."""
        return self.paths[self.thread]

    @property
    def scene(self) -> str:
        """The scene that is open."""
        return self.path[-1].scene

    def harm(self, number: int) -> tuple[str, ...]:
        """The choices of a thread that hurt and stand."""
        standing: list[str] = []
        for step in self.paths[number]:
            if not step.chose:
                continue
            choice = self.stage.choice(step.chose)
            if choice.mends:
                standing.clear()
            if choice.harm:
                standing.append(choice.id)
        return tuple(standing)

    def ended(self, number: int) -> bool:
        """Whether a thread stands at a good end."""
        return self.stage.scene(self.paths[number][-1].scene).good and not self.harm(number)


def start(stage: ConsequencesStage, seed: int, _words: PracticeWords) -> Story:
    """Every thread at its first scene."""
    paths = tuple((Step(thread.starts),) for thread in stage.threads)
    return Story(stage, seed, paths, frozenset({stage.threads[0].starts}))


def act(state: Story, action: Action) -> Story:
    """The story after an action. Raises UnknownThing(what="thread" or "choice")."""
    match action:
        case Turn(thread):
            number = state.stage.number(thread)
            if number == state.thread:
                return state
            turned = replace(state, thread=number, consequence="")
            return replace(turned, seen=state.seen | {turned.scene})
        case Choose(choice_id):
            choice = state.stage.choice(choice_id)
            return _chosen(state, choice) if choice.at == state.scene else state
        case GoOn():
            then = state.stage.scene(state.scene).then
            return _on(state, Step(then)) if then else state
        case TakeBack():
            if len(state.path) == 1:
                return state
            return _with_path(state, _before_last_choice(state.path))


def view(state: Story, _viewer: str) -> StoryView:
    """The thread that is open; everybody sees the same."""
    stage, thread = state.stage, state.stage.threads[state.thread]
    tones = _tones(state)
    spreads = thread.people > 0
    return StoryView(
        thread=thread.id,
        threads=tuple(
            ThreadView(
                id=each.id,
                word=stage.word("threads", each.id),
                picture=each.picture,
                ended=state.ended(number),
                to_mend=bool(state.harm(number)),
            )
            for number, each in enumerate(stage.threads)
        ),
        steps=tuple(_seen(state, at) for at in range(len(state.path))),
        choices=tuple(
            ChoiceView(each.id, stage.word("choices", each.id), each.picture, each.to in state.seen)
            for each in stage.choices_at(state.scene)
        ),
        may_go_on=bool(stage.scene(state.scene).then),
        may_take_back=len(state.path) > 1,
        people=thread.people,
        days=spread(tones, thread.people, state.seed) if spreads else (),
        without=spread((), thread.people, state.seed) if spreads else (),
    )


def progress(state: Story) -> Progress:
    """The last goal stays open while anything hurts."""
    goals = state.stage.goals
    met = [goal.id for goal in goals if _met(state, goal)]
    harms = [each for number in range(len(state.paths)) for each in state.harm(number)]
    if harms and goals[-1].id in met:
        met.remove(goals[-1].id)
    to_mend = (_consequence(state.stage, each) for each in harms)
    return Progress(
        goals=tuple(goal.id for goal in goals),
        met=tuple(met),
        tries=state.tries,
        mistakes=state.mistakes,
        consequence=state.consequence,
        to_mend=tuple(dict.fromkeys(each for each in to_mend if each)),
    )


def next_step(state: Story) -> Action | None:
    """What hurts is taken back first; scenes that are to be seen come before the ends."""
    aim = progress(state).next_goal
    if not aim:
        return None
    for number in range(len(state.paths)):
        if state.harm(number):
            return _turned(state, number) or TakeBack()
    stage = state.stage
    goal = next(goal for goal in stage.goals if goal.id == aim)
    # Scenes to be seen stay seen; an end that was reached first would have to be left for them.
    wanted = [*goal.seen, *(each for other in stage.goals for each in other.seen)]
    for scene in wanted:
        if scene not in state.seen:
            return _towards(state, _thread_of(stage, scene), frozenset({scene}))
    good = frozenset(scene.id for scene in stage.scenes if scene.good)
    for number, thread in enumerate(stage.threads):
        if thread.id in _threads(stage, goal) and not state.ended(number):
            return _towards(state, number, good)
    return None


def actions(state: Story) -> Sequence[Action]:
    """The other threads, what can be done in this scene, going on and taking back."""
    stage = state.stage
    return (
        *(Choose(each.id) for each in stage.choices_at(state.scene)),
        *((GoOn(),) if stage.scene(state.scene).then else ()),
        *((TakeBack(),) if len(state.path) > 1 else ()),
        *(Turn(each.id) for at, each in enumerate(stage.threads) if at != state.thread),
    )


def _with_path(state: Story, path: tuple[Step, ...]) -> Story:
    paths = (*state.paths[: state.thread], path, *state.paths[state.thread + 1 :])
    return replace(state, paths=paths, seen=state.seen | {path[-1].scene}, consequence="")


def _on(state: Story, step: Step) -> Story:
    """One scene further. Stories do not run in circles, so that a path has an end."""
    return _with_path(state, (*state.path, step))


def _chosen(state: Story, choice: Choice) -> Story:
    moved = replace(_on(state, Step(choice.to, choice.id)), tries=state.tries + 1)
    if not choice.harm:
        return moved
    after = _consequence(state.stage, choice.id)
    return replace(moved, mistakes=state.mistakes + 1, consequence=after)


def _before_last_choice(path: tuple[Step, ...]) -> tuple[Step, ...]:
    last = next((at for at in range(len(path) - 1, 0, -1) if path[at].chose), 1)
    return path[:last]


def _threads(stage: ConsequencesStage, goal: StoryGoal) -> tuple[str, ...]:
    if goal.of or goal.seen:
        return goal.of
    return tuple(thread.id for thread in stage.threads)


def _met(state: Story, goal: StoryGoal) -> bool:
    ends = (state.stage.number(each) for each in _threads(state.stage, goal))
    return state.seen.issuperset(goal.seen) and all(state.ended(number) for number in ends)


def _consequence(stage: ConsequencesStage, choice: str) -> str:
    """The first consequence that follows a choice; "" if there is none."""
    return next((each.id for each in stage.consequences if each.follows(choice)), "")


def _tones(state: Story) -> tuple[Tone, ...]:
    """How the replies sounded that were chosen so far."""
    chosen = (state.stage.choice(step.chose) for step in state.path if step.chose)
    return tuple(each.tone for each in chosen if each.tone)


def _seen(state: Story, at: int) -> SceneView:
    stage, step = state.stage, state.path[at]
    scene = stage.scene(step.scene)
    so_far = replace(state, paths=(state.path[: at + 1],), thread=0)
    return SceneView(
        id=scene.id,
        word=stage.word("scenes", scene.id),
        picture=scene.picture,
        person=World().word(PEOPLE, scene.person) if scene.person else None,
        face=stage.faces.get(scene.person, ""),
        moment=scene.moment,
        chose=stage.word("choices", step.chose) if step.chose else None,
        harm=bool(so_far.harm(0)),
        good=scene.good and not so_far.harm(0),
    )


def _turned(state: Story, number: int) -> Action | None:
    return Turn(state.stage.threads[number].id) if number != state.thread else None


def _towards(state: Story, number: int, wanted: frozenset[str]) -> Action | None:
    """A step of a thread towards one of the scenes: on without harm, or else back."""
    turn = _turned(state, number)
    if turn is not None or state.scene in wanted:
        return turn
    stage = state.stage
    first = _first_scene(stage, state.scene, wanted)
    if first is None:
        return TakeBack() if len(state.path) > 1 else None
    if first == stage.scene(state.scene).then:
        return GoOn()
    kind = (each for each in stage.choices_at(state.scene) if not each.harm and each.to == first)
    return Choose(next(kind).id)


def _first_scene(stage: ConsequencesStage, start: str, wanted: frozenset[str]) -> str | None:
    """The first scene on the shortest way to one that is wanted; None if there is no way."""
    known = {start}
    waiting = deque((each, each) for each in stage.ways_from(start))
    while waiting:
        scene, first = waiting.popleft()
        if scene in wanted:
            return first
        if scene not in known:
            known.add(scene)
            waiting.extend((each, first) for each in stage.ways_from(scene))
    return None


def _thread_of(stage: ConsequencesStage, scene: str) -> int:
    """The thread in which a scene can be reached without harm; the first if in none."""
    for number, thread in enumerate(stage.threads):
        if thread.starts == scene or _first_scene(stage, thread.starts, frozenset({scene})):
            return number
    return 0
