"""The pretend network as an engine: what is done, what follows, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from trainer_app.domain.practice.engine import Progress
from trainer_app.domain.practice.network import ME
from trainer_app.domain.practice.plaza.doing import LOOKING, before, changed
from trainer_app.domain.practice.plaza.index import index_of
from trainer_app.domain.practice.plaza.meeting import holds, ways
from trainer_app.domain.practice.plaza.offers import ACCOUNT
from trainer_app.domain.practice.plaza.plaza_stage import PlazaConsequence, PlazaStage
from trainer_app.domain.practice.plaza.state import Action, Choose, Do, Plaza, Scroll, Undo, Write
from trainer_app.domain.practice.scenario import PEOPLE, PracticeWords

# One action may bring two mistakes, and keeping one away may bring the other.
_LONGEST_DETOUR = 3
_IN_FORM = frozenset({"give", "form", "open-account"})


def start(stage: PlazaStage, seed: int, words: PracticeWords) -> Plaza:
    """The network before the learner did anything; the seed is the luck of what posts reach."""
    world = stage.world
    friendships = {each.id: set(each.friends) for each in world.people}
    for each in world.people:
        for friend in each.friends:
            friendships[friend].add(each.id)
    done = {("friend", each) for each in stage.friends} | {("join", each) for each in stage.groups}
    return Plaza(
        stage=stage,
        seed=seed,
        index=index_of(stage),
        friendships={each: frozenset(others) for each, others in friendships.items()},
        done=frozenset(done),
        chosen={},
        texts={},
        names={
            thing: words.text(world.word(each.name, thing))
            for each in world.all_lists
            if each.name in (PEOPLE, "groups", "pages")
            for thing in each.ids
        },
        examples={
            (each.what, each.of): words.text(stage.word("texts", each.id)) for each in stage.texts
        },
        language=words.language,
    )


def act(state: Plaza, action: Action) -> Plaza:
    """The network after an action. It is a mistake when a consequence comes to hold by it.

    Raises UnknownThing for a thing that the stage does not have.
    """
    after = changed(state, action)
    if after is state:
        return state
    held = _held(state)
    new = [each.id for each in _held(after) if each not in held]
    tried = not (isinstance(action, Undo) or action.what in LOOKING)
    return replace(
        after,
        tries=state.tries + bool(tried or new),
        mistakes=state.mistakes + bool(new),
        consequence=new[0] if new else "",
    )


def progress(state: Plaza) -> Progress:
    """A goal is met when all it needs holds, and nothing that keeps it open does."""
    held = _held(state)
    met = (
        goal.id
        for goal in state.stage.goals
        if all(holds(state, each) for each in goal.needs)
        and not any(each.follows(goal.id) for each in held)
    )
    return Progress(
        goals=tuple(goal.id for goal in state.stage.goals),
        met=tuple(met),
        tries=state.tries,
        mistakes=state.mistakes,
        consequence=state.consequence,
        to_mend=tuple(each.id for each in held),
    )


def next_step(state: Plaza) -> Action | None:
    """Mends first, then meets what the first open goal needs; never by way of a mistake.

    Where every way there would be one, first what keeps that mistake from coming.
    """
    for action in _towards(state):
        if _is_good(state, action):
            return action
    for depth in range(1, _LONGEST_DETOUR + 1):
        for action in _towards(state):
            if (first := _detour(state, action, depth)) is not None:
                return first
    return None


def actions(state: Plaza) -> Sequence[Action]:
    """What can be done with the things that the task is about, and the next step."""
    found = [each for each in _offered(state) if before(state, each) is None]
    if state.stage.form and not state.has("open-account", ACCOUNT):
        # The form stands before everything else.
        found = [each for each in found if each.what in _IN_FORM]
    step = next_step(state)
    return found if step is None or step in found else [*found, step]


def _held(state: Plaza) -> list[PlazaConsequence]:
    """The consequences that hold now."""
    return [
        each for each in state.stage.consequences if all(holds(state, when) for when in each.when)
    ]


def _is_good(state: Plaza, action: Action) -> bool:
    """Whether an action changes something and is no mistake."""
    after = act(state, action)
    return after is not state and after.mistakes == state.mistakes


def _detour(state: Plaza, action: Action, depth: int) -> Action | None:
    """The first step of a way of at most `depth` good steps to where an action is good too."""
    for first in filter(partial(_is_good, state), _forestalling(state, action)):
        after = act(state, first)
        if _is_good(after, action) or (depth > 1 and _detour(after, action, depth - 1)):
            return first
    return None


def _forestalling(state: Plaza, action: Action) -> Iterator[Action]:
    """What would put right the mistake that an action brings; done before it, it may not come."""
    after = act(state, action)
    held = _held(state)
    for each in _held(after):
        if each not in held:
            for when in reversed(each.when):
                yield from ways(after, when, wanted=False)


def _towards(state: Plaza) -> Iterator[Action]:
    met = progress(state).met
    for held in _held(state):
        for when in reversed(held.when):
            found = ways(state, when, wanted=False)
            # Of several ways to put something right, first the one that a goal asks for.
            yield from sorted(found, key=lambda each: -_gained(state, each))
    for goal in state.stage.goals:
        if goal.id in met:
            continue
        for need in goal.needs:
            if holds(state, need):
                continue
            found = ways(state, need, wanted=True)
            # There are many ways to reach more people; those that cost no other goal come first.
            several = need.kind in ("reach", "learned")
            yield from sorted(found, key=lambda each: -_gained(state, each)) if several else found


def _gained(state: Plaza, action: Action) -> int:
    """How many of the goals' needs hold more than before, by an action."""
    needs = [each for goal in state.stage.goals for each in goal.needs]
    after = changed(state, action)
    return sum(holds(after, each) - holds(state, each) for each in needs)


def _offered(state: Plaza) -> Iterator[Action]:
    for what, thing in state.index.near_deeds:
        yield Undo(what, thing) if state.has(what, thing) else Do(what, thing)
    for what, thing in state.index.near_options:
        now = state.choice(what, thing)
        values = state.index.options[what, thing]
        yield from (Choose(what, thing, each) for each in values if each != now)
    for what, thing in sorted(state.examples):
        now = state.written(what, thing)
        for text in (state.examples[what, thing], "a", ""):
            if text != now:
                yield Write(what, thing, text)
    if changed(state, Scroll()) is not state:
        yield Scroll()
    if not state.searched:
        yield Write("search", ACCOUNT, next(iter(state.names.values()), ME))
