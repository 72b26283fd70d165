"""Pointing, clicking, dragging and scrolling; on the phone twin tapping, swiping and holding.

The screen says which gesture met which target; where targets stand comes from the seed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice.easing import START, Ease
from trainer_app.domain.practice.engine import Progress
from trainer_app.domain.practice.pointer_stage import (
    GESTURES,
    HOLD_TENTHS,
    TOUCH,
    WAYS,
    Does,
    PointerStage,
    Target,
    Trouble,
    Way,
)
from trainer_app.domain.practice.scenario import PracticeWords, WordId

FAR = 1000
"""The side of the square that spots are counted in."""


@dataclass(frozen=True, slots=True)
class Gesture:
    """A gesture met a target. `to` is the place that it was dragged to, "" for none.

    `tenths` of a second is how long it was held.
    """

    target: str
    does: Does
    to: str = ""
    way: Way = ""
    tenths: int = 0


@dataclass(frozen=True, slots=True)
class Missed:
    """A gesture met nothing."""


Action = Gesture | Missed


@dataclass(frozen=True, slots=True)
class Pointing:
    """`caught` targets are gone; `lies` says where those that were dragged lie (target, place)."""

    stage: PointerStage
    spots: tuple[tuple[int, int], ...]
    caught: tuple[str, ...] = ()
    lies: tuple[tuple[str, str], ...] = ()
    times: int = 0
    ease: Ease = START
    tries: int = 0
    mistakes: int = 0
    consequence: str = ""


@dataclass(frozen=True, slots=True)
class TargetView:
    """A target as it is drawn: `spot` in a square of 1000, `place` where it lies ("" if free).

    `times`: so many scrolls or swipes are left. `to_mend`: it lies in a wrong place.
    """

    id: str
    word: WordId
    picture: str
    does: Does
    way: Way
    spot: tuple[int, int]
    times: int
    place: str = ""
    to_mend: bool = False


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place to drag to."""

    id: str
    word: WordId
    picture: str


@dataclass(frozen=True, slots=True)
class PointerView:
    """The target that is to be met now, those that lie in places, and how large and fast it is."""

    now: TargetView | None
    lying: tuple[TargetView, ...]
    places: tuple[PlaceView, ...]
    size: int
    speed: int
    touch: bool


def start(stage: PointerStage, seed: int, _words: PracticeWords) -> Pointing:
    """Nothing met yet; the seed says where each target will stand."""
    chance = Random(seed)
    spots = tuple((chance.randrange(FAR + 1), chance.randrange(FAR + 1)) for _ in stage.targets)
    return Pointing(stage, spots)


def act(state: Pointing, action: Action) -> Pointing:
    """What a gesture did. Raises UnknownThing(what="target" or "place")."""
    now = _now(state)
    if isinstance(action, Missed):
        return state if now is None else _mistaken(state, now, "missed")
    target = _target(state.stage, action.target)
    if action.to and all(place.id != action.to for place in state.stage.places):
        raise UnknownThing(what="place", id=action.to)
    if target != now and target.id not in dict(state.lies):
        return state
    if action.does != target.does:
        return _other(state, target, action)
    match action.does:
        case "drag":
            return _dragged(state, target, action.to)
        case "scroll" | "swipe":
            return _pushed(state, target, action.way)
        case "hold" if action.tenths < HOLD_TENTHS:
            return _mistaken(state, target, "too-short")
    return _caught(state, target)


def view(state: Pointing, _viewer: str) -> PointerView:
    """What is on the table; everybody sees the same."""
    stage, now, lies = state.stage, _now(state), dict(state.lies)
    lying = (target for target in stage.targets if target.id in lies)
    return PointerView(
        now=None if now is None else _target_view(state, now),
        lying=tuple(_target_view(state, target) for target in lying if target != now),
        places=tuple(
            PlaceView(place.id, stage.word("places", place.id), place.picture)
            for place in stage.places
        ),
        size=state.ease.size,
        speed=state.ease.speed,
        touch=any(target.does in TOUCH for target in stage.targets),
    )


def progress(state: Pointing) -> Progress:
    """A goal is met when each of its targets was met, or lies where it belongs."""
    stage = state.stage
    right = {target.id for target in stage.targets if _met(state, target)}
    everything = tuple(target.id for target in stage.targets)
    lost = (target for target in stage.targets if target.id in dict(state.lies))
    to_mend = (
        _consequence(state, target, "wrong-place") for target in lost if not _met(state, target)
    )
    return Progress(
        goals=tuple(goal.id for goal in stage.goals),
        met=tuple(goal.id for goal in stage.goals if right.issuperset(goal.of or everything)),
        tries=state.tries,
        mistakes=state.mistakes,
        consequence=state.consequence,
        to_mend=tuple(dict.fromkeys(each for each in to_mend if each)),
    )


def next_step(state: Pointing) -> Action | None:
    """The gesture that the target of now asks for."""
    if progress(state).finished or (now := _now(state)) is None:
        return None
    return Gesture(now.id, now.does, now.to, now.way, HOLD_TENTHS if now.does == "hold" else 0)


def actions(state: Pointing) -> Sequence[Action]:
    """Every gesture on the target of now, to every place and every way; and a miss."""
    found: list[Action] = []
    now = _now(state)
    places = ("", *(place.id for place in state.stage.places))
    lying = (target for target, _ in state.lies if now is None or target != now.id)
    found += (Gesture(target, "drag", to) for target in lying for to in places)
    if now is None:
        return found
    found.append(Missed())
    for does in GESTURES:
        if does == "drag":
            found += (Gesture(now.id, does, to) for to in places)
        elif does in ("scroll", "swipe"):
            found += (Gesture(now.id, does, way=way) for way in WAYS)
        elif does == "hold":
            found += (Gesture(now.id, does, tenths=each) for each in (1, HOLD_TENTHS))
        else:
            found.append(Gesture(now.id, does))
    return found


def _target(stage: PointerStage, target_id: str) -> Target:
    for target in stage.targets:
        if target.id == target_id:
            return target
    raise UnknownThing(what="target", id=target_id)


def _now(state: Pointing) -> Target | None:
    """The target that is to be met: the first that is not."""
    return next((each for each in state.stage.targets if not _met(state, each)), None)


def _met(state: Pointing, target: Target) -> bool:
    if target.does == "drag":
        return (target.id, target.to) in state.lies
    return target.id in state.caught


def _other(state: Pointing, target: Target, action: Gesture) -> Pointing:
    """Another gesture than the one asked for; some are only the way to it."""
    if action.does == "point" or (action.does, target.does) == ("click", "double-click"):
        return state
    short = (action.does, target.does) == ("tap", "hold")
    return _mistaken(state, target, "too-short" if short else "other-gesture")


def _dragged(state: Pointing, target: Target, to: str) -> Pointing:
    before = dict(state.lies)
    if before.get(target.id, "") == to:
        # Put down where it lay, or beside every place: only the second is a miss.
        return state if to else _mistaken(state, target, "missed")
    lies = tuple((card, place) for card, place in state.lies if card != target.id)
    moved = replace(state, lies=((*lies, (target.id, to)) if to else lies))
    if to == target.to:
        return _hit(moved)
    return _mistaken(moved, target, "wrong-place" if to else "missed")


def _pushed(state: Pointing, target: Target, way: Way) -> Pointing:
    if way != target.way:
        return _mistaken(state, target, "wrong-way")
    if state.times + 1 < target.times:
        return replace(state, times=state.times + 1, consequence="")
    return _caught(state, target)


def _caught(state: Pointing, target: Target) -> Pointing:
    return _hit(replace(state, caught=(*state.caught, target.id), times=0))


def _hit(state: Pointing) -> Pointing:
    ease = state.ease.after_hit(state.stage.moves)
    return replace(state, ease=ease, tries=state.tries + 1, consequence="")


def _mistaken(state: Pointing, target: Target, trouble: Trouble) -> Pointing:
    return replace(
        state,
        ease=state.ease.after_miss(),
        tries=state.tries + 1,
        mistakes=state.mistakes + 1,
        consequence=_consequence(state, target, trouble),
    )


def _consequence(state: Pointing, target: Target, trouble: Trouble) -> str:
    """The first consequence that follows this trouble; "" if there is none."""
    found = (each for each in state.stage.consequences if each.when == trouble)
    return next((each.id for each in found if each.follows(target.id)), "")


def _target_view(state: Pointing, target: Target) -> TargetView:
    number = state.stage.targets.index(target)
    place = dict(state.lies).get(target.id, "")
    times = target.times - state.times if target == _now(state) else 0
    return TargetView(
        id=target.id,
        word=state.stage.word("targets", target.id),
        picture=target.picture,
        does=target.does,
        way=target.way,
        spot=state.spots[number],
        times=times,
        place=place,
        to_mend=bool(place) and place != target.to,
    )
