"""Paper is drawn beside the screen: what takes long is said, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from trainer_app.domain.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.ui.widgets import Button, Toast

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow

_LONG = 1000
"""From when on long work is said, in milliseconds."""
_UNTIL_DONE = 3_600_000


def draw_beside(window: MainWindow, draw: Callable[[], object], said: str) -> None:
    """Draw pages in a worker, then say that it is done; nothing is said where it was stopped.

    After a second a message says that it goes on, with a button that stops it before the next page.
    """
    from trainer_app.ui.printing import Stopped, stoppable

    stop = Event()
    waiting = QTimer(window, singleShot=True, interval=_LONG)

    def say_waiting() -> None:
        button = Button(_("Stop"), icon="x", size="small")
        button.clicked.connect(stop.set)
        Toast.say(window, _("One moment …"), "plain", milliseconds=_UNTIL_DONE, button=button)

    def leave() -> None:
        if not waiting.isActive():
            Toast.hush(window)
        waiting.stop()
        waiting.deleteLater()

    def work() -> TrainerError | bool:
        try:
            with stoppable(stop.is_set):
                draw()
        except Stopped:
            return False
        except TrainerError as trouble:
            return trouble
        return True

    def done(outcome: TrainerError | bool) -> None:
        leave()
        if isinstance(outcome, TrainerError):
            window.say_trouble(outcome)
        elif outcome and said:
            window.say(said)

    waiting.timeout.connect(say_waiting)
    # Its news do not come any more when the centre is being locked.
    window.bridge.forgotten.connect(waiting.stop)
    waiting.start()
    window.bridge.work(work, done)
