"""What an author of lessons works with, and her pages shown as the window shows them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from centres import Centre
from drafting import whole_draft
from journeys.hand import Hand, settle
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.drafts import Draft
from trainer_app.domain.errors import TrainerError
from trainer_app.services.authoring import Authoring
from trainer_app.services.drafting import Drafting
from trainer_app.services.picture_shelf import PictureShelf
from trainer_app.services.pictures import Pictures
from trainer_app.ui.authoring.editor import EditorPage
from trainer_app.ui.authoring.forms import Forms
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Text

SIZE = (1290, 768)


@dataclass
class Room:
    """What an author works with. `files` are what a file is asked for in turn."""

    centre: Centre
    library: LessonLibrary
    authoring: Authoring
    bridge: Bridge
    qtbot: QtBot
    troubles: list[TrainerError] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    drafting: Drafting = field(default_factory=Drafting)

    def show(self, page: Page) -> Hand:
        """Show a page, and a hand at it."""
        self.qtbot.addWidget(page)
        self.bridge.changed.connect(page.news)
        page.resize(*SIZE)
        page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        settle()
        return Hand(page)

    def lesson(self, draft: Draft | None = None) -> str:
        """A lesson of one's own: about tea, or this."""
        made = self.authoring.begin("Tea", "en", "Rosa")
        self.authoring.save(replace(draft or whole_draft(), lesson=made))
        return made

    def editor(self, lesson: str, at: Place | None = None) -> EditorPage:
        """The editor of a lesson, not shown yet."""
        shelf = PictureShelf(self.authoring, Pictures(), self.library)
        forms = Forms(lesson, self.library, self.drafting, shelf, self.bridge,
                      lambda: self.files.pop(0), "en")  # fmt: skip
        return EditorPage(
            lesson, self.authoring, self.drafting, forms, self.bridge, self.preview,
            at or Place("about"),
        )  # fmt: skip

    def preview(self, draft: Draft, place: Place) -> QWidget:
        """Says what it would show."""
        title = draft.page(place.id).title if place.section == "page" else draft.title
        return Text(f"seen: {title}")

    def rest(self) -> None:
        """Let long work come to its end."""
        QThreadPool.globalInstance().waitForDone()
        settle()
