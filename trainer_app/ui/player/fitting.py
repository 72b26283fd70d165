"""Finds the pages of a lesson that are longer than a learner's screen: nobody should scroll."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.helping import TOPICS, HelpPlace, directory_of
from trainer_app.i18n import speaks, use
from trainer_app.services.playing import Playing
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.learner_frame import LearnerFrame
from trainer_app.ui.player.lesson import LessonPage

OLD_LAPTOP = (1366, 768)
"""The screen that every page should fit on, in pixels."""

_SPOKEN = ("nl", "en", "ar")
# A page that sends people on has room for one place of the centre's own.
_NEAR = directory_of(
    HelpPlace(topic, topic, "Somebody who listens", "0800 20 30 40", languages=_SPOKEN)
    for topic in TOPICS
)


class UnseenScreen:
    """Lays pages out as a learner's laptop does, where nobody looks; for commands."""

    def __init__(self) -> None:
        qInstallMessageHandler(_pass_on)
        running = QApplication.instance() or QApplication(["trainer-app", "-platform", "offscreen"])
        self._application = cast("QApplication", running)

    def pages_that_scroll(
        self, library: LessonLibrary, lesson_id: str, language: str
    ) -> Iterator[str]:
        """Ids of the pages that need scrolling at the plain size of letters.

        Raises UnknownThing, MissingLanguage or UnreadableLesson, as the library does.
        """
        # The buttons beside a lesson in a language that they do not speak are in English.
        use(language if speaks(language) else "en")
        theme.apply(self._application, theme.Theme(language=language))
        page = LessonPage(Playing(None), library, lesson_id, language, Bridge(), near=_NEAR)
        frame = LearnerFrame(page, [], hand_up=False, can_join=False, guest=True, can_read=True)
        frame.resize(*OLD_LAPTOP)
        frame.show()
        for step in library.lesson(lesson_id).steps:
            # Widths settle first, then the heights that follow from them.
            for _ in range(3):
                QApplication.processEvents()
            if page.scrolls:
                yield step.id
            page.go_on()
        frame.close()
        frame.deleteLater()


def _pass_on(_kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    # A screen that nobody sees says of each window that it cannot tell its size to anyone.
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)
