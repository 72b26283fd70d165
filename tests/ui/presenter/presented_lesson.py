"""What tests of a lesson that is being shown share."""

from __future__ import annotations

from collections.abc import Callable

from trainer_app.ui.presenter.presentation import Presentation

LESSON = "sign-in-and-out"
Make = Callable[..., Presentation]


class Seconds:
    """A clock of seconds that only goes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now
