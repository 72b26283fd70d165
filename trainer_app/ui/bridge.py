"""Between a click and a service: runs the action, says what changed, and says trouble calmly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from trainer_app.domain.errors import TrainerError

Done = TypeVar("Done")


class Bridge(QObject):
    """Runs what people ask for.

    Signals:
        changed(frozenset): what changed, such as "attendance"; only who shows it asks again.
        troubled(TrainerError): a known trouble, to be said in the person's language.
        busy(bool): long work has begun, or the last of it has ended.
    """

    changed = Signal(object)
    troubled = Signal(object)
    busy = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._jobs: set[_Job] = set()

    def run(self, action: Callable[[], Done], *changed: str) -> Done | None:
        """Do a short action now. None where a known trouble was said; bugs are raised."""
        try:
            result = action()
        except TrainerError as error:
            self.troubled.emit(error)
            return None
        if changed:
            self.changed.emit(frozenset(changed))
        return result

    def work(
        self, action: Callable[[], Done], then: Callable[[Done], None], *changed: str
    ) -> None:
        """Do long work beside the screen, then hand over its result in the window's thread."""
        job = _Job(action)
        self._jobs.add(job)
        self.busy.emit(True)

        def finished(result: Any, error: BaseException | None) -> None:
            self._jobs.discard(job)
            self.busy.emit(bool(self._jobs))
            if isinstance(error, TrainerError):
                self.troubled.emit(error)
            elif error is not None:
                raise error
            else:
                if changed:
                    self.changed.emit(frozenset(changed))
                then(result)

        job.news.finished.connect(finished)
        QThreadPool.globalInstance().start(job)


class _News(QObject):
    finished = Signal(object, object)


class _Job(QRunnable):
    def __init__(self, action: Callable[[], Any]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.news = _News()
        self._action = action

    def run(self) -> None:
        try:
            result, error = self._action(), None
        except BaseException as trouble:  # raised again in the window's thread
            result, error = None, trouble
        self.news.finished.emit(result, error)
