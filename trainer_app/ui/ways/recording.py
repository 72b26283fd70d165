"""The way to record a lesson: from its page, its editor, or its translation, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from trainer_app.i18n import _, isolate, own_name
from trainer_app.services.hearing import Recorder
from trainer_app.ui.page import Page
from trainer_app.ui.recording.record_page import RecordPage
from trainer_app.ui.widgets import Button

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class RecordingWays:
    """Sentences of lessons, said by a trainer."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.recorder = Recorder()

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def record(self, lesson_id: str, language: str, back: Callable[[], None]) -> None:
        """Record a lesson in one language; trouble with opening it is said where one is."""
        window, desk = self._window, self._desk
        if window.bridge.run(lambda: desk.recordings.of(lesson_id, language)) is None:
            return

        def build() -> Page:
            desk = self._desk
            lesson = desk.lessons.lesson(lesson_id)
            page = RecordPage(
                desk.recordings,
                self.recorder,
                window.aloud,
                window.bridge,
                lesson_id,
                language,
                title=desk.lessons.title(lesson_id, language).title,
                languages=lesson.languages,
            )
            page.back_requested.connect(back)
            page.language_chosen.connect(lambda code: self.record(lesson_id, code, back))
            page.deleting_requested.connect(lambda: self._delete(page, lesson_id, language))
            return page

        window.trainer.show("lessons", build)

    def _delete(self, page: RecordPage, lesson_id: str, language: str) -> None:
        words = _("All that was recorded here of this lesson in {language} goes.")
        cancel = Button(_("Cancel"), "quiet")
        delete = Button(_("Delete"), "danger", icon="trash-2")
        recordings = self._desk.recordings

        def answered(key: str) -> None:
            if key == "delete":
                self._window.bridge.run(lambda: recordings.throw_away(lesson_id, language))
                page.look_again()

        self._window.ask(
            _("Delete these recordings?"),
            words.format(language=isolate(own_name(language))),
            [("no", cancel), ("delete", delete)],
            answered,
        )
