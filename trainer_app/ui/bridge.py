"""Between a click and a service: runs the action, says what changed, and says trouble calmly."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from trainer_app.domain.errors import TrainerError

Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Undoable:
    """Something that was done, said in `words`, and how to take it back."""

    words: str
    action: Callable[[], object]
    changed: tuple[str, ...]


class Bridge(QObject):
    """Runs what people ask for.

    Signals:
        changed(frozenset): what changed, such as "attendance"; only who shows it asks again.
        troubled(TrainerError): a known trouble, to be said in the person's language.
        undoable(Undoable): something was done that can be taken back.
        forgotten: the centre is being locked; what is known of its people is dropped.
        busy(bool): long work has begun, or the last of it has ended.
        progressed(int, int): how much of long work is done, told from any thread.
    """

    changed = Signal(object)
    troubled = Signal(object)
    undoable = Signal(object)
    forgotten = Signal()
    busy = Signal(bool)
    progressed = Signal(int, int)

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

    def offer_undo(self, words: str, action: Callable[[], object], *changed: str) -> None:
        """Say what was done, with a way to take it back; `changed` by taking it back."""
        self.undoable.emit(Undoable(words, action, changed))

    def work(self, action: Callable[[], Done], then: Callable[[Done], None], *changed: str) -> None:
        """Do long work beside the screen, then hand over its result in the window's thread."""
        job = _Job(action, then, frozenset(changed))
        self._jobs.add(job)
        self.busy.emit(True)
        # A slot of this object runs in the window's thread, whichever thread the news come from.
        job.news.finished.connect(self._finished)
        QThreadPool.globalInstance().start(job)

    @property
    def is_busy(self) -> bool:
        """Whether long work is under way."""
        return bool(self._jobs)

    def forget(self) -> None:
        """Drop what long work will bring: the centre that it belongs to is being locked."""
        self._jobs.clear()
        self.forgotten.emit()

    def _finished(self, job: _Job) -> None:
        if job not in self._jobs:
            return
        self._jobs.discard(job)
        self.busy.emit(bool(self._jobs))
        if isinstance(job.error, TrainerError):
            self.troubled.emit(job.error)
        elif job.error is not None:
            raise job.error
        else:
            if job.changed:
                self.changed.emit(job.changed)
            job.then(job.result)


class _News(QObject):
    finished = Signal(object)


class _Job(QRunnable):
    """One piece of long work, and what it gave."""

    def __init__(
        self, action: Callable[[], Any], then: Callable[[Any], None], changed: frozenset[str]
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.news = _News()
        self.then = then
        self.changed = changed
        self.result: Any = None
        self.error: BaseException | None = None
        self._action = action
        # The language in use belongs to the context; a fresh thread would speak English.
        self._context = copy_context()

    def run(self) -> None:
        try:
            self.result = self._context.run(self._action)
        except BaseException as trouble:  # raised again in the window's thread
            self.error = trouble
        self.news.finished.emit(self)
