"""The centre's own lessons: those made here, and those taken in from colleagues."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import _, isolate
from trainer_app.services.authoring import Authoring, OwnLesson
from trainer_app.ui.authoring.mending import Mend, mends_of
from trainer_app.ui.authoring.own_row import OwnRow, title_of
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, flow, margins
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Button, EmptyState, Notice, Scroller

Looked = Mapping[str, list[Mend]]


class OwnLessonsPage(Page):
    """Each lesson of the centre's own, and what can be done with it.

    Signals: `new_requested`, `copy_requested(str)` ("" or the lesson to copy), `take_in_requested`,
    `edit_requested(str)`, `try_requested(str)`, `share_requested(str)`, `back_requested`.
    """

    guide = "own-lessons"

    new_requested = Signal()
    copy_requested = Signal(str)
    take_in_requested = Signal()
    edit_requested = Signal(str)
    try_requested = Signal(str)
    share_requested = Signal(str)
    back_requested = Signal()

    def __init__(
        self, authoring: Authoring, library: LessonLibrary, bridge: Bridge, language: str
    ) -> None:
        super().__init__()
        self.title = _("Our own lessons")
        self._authoring, self._library, self._bridge = authoring, library, bridge
        self._language = language
        self._gone: OwnLesson | None = None
        self._first: QWidget | None = None
        self.rows: dict[str, OwnRow] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        self._column = QVBoxLayout(page)
        margins(self._column)
        whole.addWidget(Scroller(page))
        self._show()

    def news(self, changed: frozenset[str]) -> None:
        if "own-lessons" in changed:
            self._show()

    def _show(self) -> None:
        clear(self._column)
        self.rows = {}
        own = self._authoring.own()
        ways = self._ways()
        self._first = ways[0]
        under = _("Make lessons for the people who come to you, and share them with colleagues.")
        heading = Heading(self.title, under, back=_("Lessons"))
        heading.back_requested.connect(self.back_requested)
        self._column.addWidget(heading)
        if self._gone is not None:
            self._column.addWidget(self._undo(self._gone))
        if own:
            self._column.addWidget(flow(*ways))
        else:
            self._column.addWidget(_nothing_yet(ways[0]))
            for way in ways[1:]:
                self._column.addWidget(way, 0, Qt.AlignmentFlag.AlignHCenter)
        titles = self._library.titles(self._language)
        for one in own:
            row = self._row(one, titles)
            self.rows[one.id] = row
            self._column.addWidget(row)
        words = _("Put no learner’s name, picture or story into a lesson: others will see it.")
        self._column.addWidget(Notice(words, "plain", icon="shield-check"))
        self._column.addStretch(1)
        self._look_over([one.id for one in own])
        self._take_keyboard()

    def _ways(self) -> list[Button]:
        new = Button(_("Make a new lesson"), "primary", icon="plus")
        new.clicked.connect(self.new_requested)
        copy = Button(_("Copy a lesson and change it"), icon="copy")
        copy.clicked.connect(lambda: self.copy_requested.emit(""))
        taking = Button(_("Take in a lesson file…"), icon="download")
        taking.clicked.connect(self.take_in_requested)
        return [new, copy, taking]

    def _row(self, one: OwnLesson, titles: Mapping[str, tuple[str, str]]) -> OwnRow:
        origin = titles.get(one.origin, (one.origin, ""))[0] if one.origin else ""
        row = OwnRow(one, self._library.lesson(one.id), origin)
        row.edit_requested.connect(lambda: self.edit_requested.emit(one.id))
        row.copy_requested.connect(lambda: self.copy_requested.emit(one.id))
        row.try_requested.connect(lambda: self.try_requested.emit(one.id))
        row.share_requested.connect(lambda: self.share_requested.emit(one.id))
        row.remove_requested.connect(lambda: self._remove(one))
        return row

    # What is still to mend, looked for beside the screen
    def _look_over(self, lessons: list[str]) -> None:
        if not lessons:
            return
        authoring = self._authoring

        def look() -> Looked:
            return {
                each: mends_of(((found, "") for found in authoring.findings(each)), None)
                for each in lessons
            }

        self._bridge.work(look, self._looked)

    def _looked(self, looked: Looked) -> None:
        if not isValid(self):
            return
        for lesson, mends in looked.items():
            if lesson in self.rows:
                self.rows[lesson].show_mends(mends)

    # Removing
    def _remove(self, one: OwnLesson) -> None:
        self._gone = one

        def remove() -> bool:
            self._authoring.remove(one.id)
            return True

        if self._bridge.run(remove, "own-lessons") is None:
            self._gone = None

    def _undo(self, one: OwnLesson) -> Notice:
        button = Button(_("Undo"), icon="undo-2")
        button.clicked.connect(lambda: self._put_back(one))
        words = _("“{title}” was taken away. It can be brought back until the program is closed.")
        self._first = button
        return Notice(words.format(title=isolate(title_of(one))), "plain", icon="trash-2",
                      button=button)  # fmt: skip

    def _put_back(self, one: OwnLesson) -> None:
        self._gone = None
        self._bridge.run(lambda: self._authoring.undo_remove(one.id), "own-lessons")

    # The keyboard
    def _take_keyboard(self) -> None:
        if self._first is not None and self.isVisible():
            first = self._first
            QTimer.singleShot(0, first, lambda: first.setFocus(Qt.FocusReason.OtherFocusReason))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_keyboard()


def _nothing_yet(new: Button) -> QWidget:
    words = _(
        "Copy a lesson that you know and change some words. Or make one from nothing: pages with "
        "pictures, questions, a card to take home. You need no other program. What you make is "
        "saved by itself, and learners see it among the other lessons."
    )
    return EmptyState(
        places.assets() / "scenes" / "listen.svg",
        _("A woman speaks to a group, and everyone listens."),
        words,
        title=_("What do people ask you that no lesson answers?"),
        button=new,
    )
