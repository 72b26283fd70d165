"""Paths, as a trainer keeps them: ready ones to use or copy, and the centre's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.paths import LearningPath
from trainer_app.i18n import _, isolate, pgettext
from trainer_app.services.paths import Paths
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, flow, margins
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Button, Card, Chip, FlowGrid, Notice, Scroller, Text, Toast
from trainer_app.ui.workshop.path_choice import ShownPath, all_paths
from trainer_app.ui.workshop.path_editor import PathEditor, TypedPath
from trainer_app.ui.workshop.path_words import lesson_titles, lessons_and_minutes, lessons_said


class PathsPage(Page):
    """Each path with its lessons and its length. Signals: `back_requested`."""

    guide = "courses"

    back_requested = Signal()

    def __init__(self, paths: Paths, library: LessonLibrary, language: str, bridge: Bridge) -> None:
        super().__init__()
        self.title = _("Paths")
        self._paths, self._library, self._language = paths, library, language
        self._bridge = bridge
        self._lessons = {lesson.id: lesson for lesson in library.lessons}
        self._titles = lesson_titles(library, language)
        self.editor: PathEditor | None = None
        self._gone: LearningPath | None = None
        self._first: QWidget | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        self._column = QVBoxLayout(page)
        margins(self._column)
        self._scroller = Scroller(page)
        whole.addWidget(self._scroller)
        self._show_list()

    # What was typed
    def news(self, changed: frozenset[str]) -> None:
        if "paths" in changed and self.editor is None:
            self._show_list()

    def remember(self) -> TypedPath | None:
        return self.editor.remember() if self.editor is not None else None

    def recall(self, memory: TypedPath) -> None:
        self._edit(memory)

    # The list
    def _show_list(self) -> None:
        clear(self._column)
        self.editor = None
        new = Button(_("New path"), "primary", icon="plus")
        new.clicked.connect(lambda: self._edit(TypedPath()))
        under = _("A path is a row of lessons. Use one in a course, or copy it and change it.")
        heading = Heading(self.title, under, [new], back=_("Lessons"))
        heading.back_requested.connect(self.back_requested)
        self._column.addWidget(heading)
        self._first = new
        if self._gone is not None:
            self._column.addWidget(self._undo(self._gone))
        grid = FlowGrid(440, 16, most=2)
        shown = all_paths(self._paths, self._library, self._language)
        # Own ones first: who made one comes back for it.
        grid.add(*(self._card(one) for one in sorted(shown, key=lambda one: not one.own)))
        self._column.addWidget(grid)
        if not any(one.own for one in shown):
            words = _("You have no path of your own yet. Copy one of these, or begin a new one.")
            self._column.addWidget(Text(words, "body", colour="muted"))
        self._column.addStretch(1)
        self._take_keyboard()

    def _card(self, shown: ShownPath) -> Card:
        path, title = shown.path, shown.words.title
        kind = (
            Chip(_("Your own"), "primary", icon="user")
            if shown.own
            else Chip(pgettext("path", "Ready"), "plain", icon="route")
        )
        card = Card(Text(title, "large", "bold"), pad=16)
        card.add(
            flow(
                kind,
                Chip(lessons_and_minutes(path.parts, self._lessons), "plain", icon="clock"),
            )
        )
        if shown.words.about:
            card.add(Text(shown.words.about, "body", tight=True))
        lessons = "\n".join(lessons_said(path.parts, self._titles))
        card.add(Text(lessons, "small", colour="muted", tight=True))
        card.body.addStretch(1)
        card.add(flow(*self._buttons(shown, isolate(title))))
        return card

    def _buttons(self, shown: ShownPath, title: str) -> list[Button]:
        path = shown.path
        copying = Button(_("Copy and change"), icon="copy", size="small")
        copying.setAccessibleName(_("Copy “{title}” and change it").format(title=title))
        copied = _("{title} (copy)").format(title=shown.words.title)
        copying.clicked.connect(lambda: self._edit(TypedPath("", copied, path.parts)))
        if not shown.own:
            return [copying]
        changing = Button(_("Change"), icon="pencil", size="small")
        changing.setAccessibleName(_("Change “{title}”").format(title=title))
        changing.clicked.connect(lambda: self._edit(TypedPath(path.id, path.title, path.parts)))
        removing = Button(_("Remove"), "quiet", icon="trash-2", size="small")
        removing.setAccessibleName(_("Remove “{title}”").format(title=title))
        removing.clicked.connect(lambda: self._remove(path))
        return [changing, copying, removing]

    def _undo(self, path: LearningPath) -> Notice:
        button = Button(_("Undo"), icon="undo-2")
        button.clicked.connect(lambda: self._put_back(path))
        words = _("The path “{title}” was taken away. Courses keep their lessons.")
        self._first = button
        said = words.format(title=isolate(path.title))
        return Notice(said, "plain", icon="trash-2", button=button)

    # Doing
    def _edit(self, typed: TypedPath) -> None:
        clear(self._column)
        self._gone = None
        title = _("Change a path") if typed.id else _("New path")
        heading = Heading(title, back=self.title)
        heading.back_requested.connect(self._show_list)
        self._column.addWidget(heading)
        self.editor = PathEditor(self._library, typed)
        self.editor.saved.connect(self._save)
        self.editor.left.connect(self._show_list)
        self._column.addWidget(self.editor)
        self._column.addStretch(1)
        self._scroller.verticalScrollBar().setValue(0)
        self._first = self.editor.name
        self._take_keyboard()

    def _save(self, path: LearningPath) -> None:
        def save() -> LearningPath:
            if path.id:
                return self._paths.save(path)
            return self._paths.add(path.title, path.parts)

        if self._run(save):
            Toast.say(self.window(), _("Saved"))

    def _remove(self, path: LearningPath) -> None:
        self._gone = path
        if not self._run(lambda: self._paths.remove(path.id)):
            self._gone = None

    def _put_back(self, path: LearningPath) -> None:
        self._gone = None
        self._run(lambda: self._paths.put_back(path.id))

    def _run(self, action: Callable[[], object]) -> bool:
        """Do it, and let the list take the place of what was typed; False where a trouble was."""

        def act() -> bool:
            action()
            self.editor = None
            return True

        return self._bridge.run(act, "paths") is not None

    # The keyboard
    def _take_keyboard(self) -> None:
        if self._first is not None and self.isVisible():
            first = self._first
            QTimer.singleShot(0, first, lambda: first.setFocus(Qt.FocusReason.OtherFocusReason))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_keyboard()
