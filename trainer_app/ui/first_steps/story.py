"""What the first steps tell, frame by frame: three scenes, and three ways to work them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Way = Literal["mouse", "touchpad", "keys"]
WAYS: tuple[Way, ...] = ("mouse", "touchpad", "keys")
FRAME_MS = 250
"""Four pictures a second are enough to follow, and leave an old laptop its rest."""
_REST = (0.5, 0.92)


@dataclass(frozen=True, slots=True)
class Scene:
    """Things to choose from, each at its place (0–1 across and down a screen), and which ones."""

    places: tuple[tuple[float, float], ...]
    wanted: tuple[int, ...]
    moving: int
    holding: int

    @property
    def frames(self) -> int:
        """How many frames it lasts: each thing is gone to and pressed, then it is looked at."""
        return len(self.wanted) * (self.moving + 2) + self.holding


def _row(count: int, down: float) -> tuple[tuple[float, float], ...]:
    return tuple(((place + 0.5) / count, down) for place in range(count))


FACES = Scene(_row(3, 0.5), (1,), moving=3, holding=2)
PICTURES = Scene(_row(3, 0.27) + _row(3, 0.73), (1, 2, 3), moving=1, holding=1)
LESSONS = Scene(_row(3, 0.5), (0,), moving=3, holding=2)
SCENES = (FACES, PICTURES, LESSONS)
FRAMES = sum(scene.frames for scene in SCENES)


@dataclass(frozen=True, slots=True)
class Moment:
    """One frame: the scene, what is chosen, where the pointer is (0–1), and what is pressed.

    `on` is what has the keyboard, `hops` whether it has just come there.
    """

    scene: Scene
    chosen: tuple[int, ...]
    pointer: tuple[float, float]
    on: int
    pressed: bool = False
    hops: bool = False


def moment(frame: int) -> Moment:
    """The frame of a loop; it begins anew after the last."""
    at = frame % FRAMES
    for scene in SCENES:
        if at < scene.frames:
            return _within(scene, at)
        at -= scene.frames
    raise AssertionError(frame)


def last(scene: Scene) -> Moment:
    """How a scene ends, for who wants no motion."""
    return _within(scene, scene.frames - 1)


def _within(scene: Scene, at: int) -> Moment:
    number, step = divmod(at, scene.moving + 2)
    if number >= len(scene.wanted):
        goal = scene.wanted[-1]
        return Moment(scene, scene.wanted, scene.places[goal], goal)
    goal, chosen = scene.wanted[number], scene.wanted[:number]
    start = scene.places[chosen[-1]] if chosen else _REST
    if step < scene.moving:
        share = (step + 1) / (scene.moving + 1)
        first = chosen[-1] if chosen else 0
        on = goal if share >= 0.5 else first
        return Moment(
            scene, chosen, _between(start, scene.places[goal], share), on, hops=on != first
        )
    pressed = step == scene.moving
    return Moment(scene, (*chosen, goal), scene.places[goal], goal, pressed=pressed)


def _between(
    one: tuple[float, float], other: tuple[float, float], share: float
) -> tuple[float, float]:
    # Slow at both ends, as a hand is.
    eased = share * share * (3 - 2 * share)
    return one[0] + (other[0] - one[0]) * eased, one[1] + (other[1] - one[1]) * eased
