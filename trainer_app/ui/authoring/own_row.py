"""One of the centre's own lessons in the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.lessons import Lesson
from trainer_app.i18n import _, isolate, own_name, pgettext
from trainer_app.services.authoring import OwnLesson
from trainer_app.ui.authoring.mend_list import count_words
from trainer_app.ui.authoring.mending import Mend
from trainer_app.ui.heading import clear, column, flow, is_roomy
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Chip, SvgPicture, Text


class OwnRow(Card):
    """A lesson with its author, its origin, how far it is, and what can be done.

    Signals: `edit_requested`, `copy_requested`, `try_requested`, `share_requested`,
    `remove_requested`.
    """

    edit_requested = Signal()
    copy_requested = Signal()
    try_requested = Signal()
    share_requested = Signal()
    remove_requested = Signal()

    def __init__(self, one: OwnLesson, lesson: Lesson, origin: str) -> None:
        super().__init__(pad=14)
        theme = current()
        self._one = one
        self._state = column(gap=0)
        line = QHBoxLayout()
        line.setSpacing(theme.space(18))
        tile = lesson.image(lesson.tile)
        if is_roomy() and tile.is_file():
            picture = SvgPicture(tile, "", most=92, least=92)
            picture.setFixedWidth(theme.space(140))
            line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.space(6))
        words.addWidget(Text(title_of(one), "large", "bold", tight=True))
        words.addWidget(self._state)
        if origin:
            from_words = _("Copied from “{title}”").format(title=isolate(origin))
            words.addWidget(Text(from_words, "small", colour="muted", tight=True))
        if one.newer:
            newer = _("That lesson has a newer version now. Compare before you teach yours.")
            words.addWidget(Text(newer, "small", colour="warn", tight=True))
        line.addLayout(words, 1)
        self.add(line, flow(*self._buttons(one)))
        self.show_mends(None)

    def show_mends(self, mends: list[Mend] | None) -> None:
        """Say how far the lesson is; None while nobody knows."""
        layout = self._state.layout()
        assert layout is not None
        clear(layout)
        if mends is None:
            chip = Chip(_("Being looked over …"), "plain", icon="hourglass")
        elif not mends:
            chip = Chip(_("Ready"), "ok", icon="circle-check")
        elif any(mend.needed for mend in mends):
            draft = _("Draft: {count}").format(count=count_words(len(mends)))
            chip = Chip(draft, "warn", icon="pencil")
        else:
            count = count_words(len(mends))
            words = _("Can be taught, {count}").format(count=count)
            chip = Chip(words, "primary", icon="lightbulb")
        layout.addWidget(flow(chip, *self._chips(self._one)))

    def _chips(self, one: OwnLesson) -> list[QWidget]:
        author = isolate(one.author)
        if one.made_here:
            chips = [Chip(_("By {name}").format(name=author), "plain", icon="user")]
        else:
            words = _("Taken in, by {name}").format(name=author)
            chips = [Chip(words, "accent", icon="download")]
        return [*chips, Chip(own_name(one.language), "plain", icon="languages")]

    def _buttons(self, one: OwnLesson) -> list[Button]:
        title = isolate(title_of(one))
        trying = _button(
            pgettext("a lesson", "Try it"), "play", _("Try “{title}”"), title, self.try_requested
        )
        copying = _button(
            _("Copy and change"), "copy", _("Copy “{title}” and change it"), title,
            self.copy_requested,
        )  # fmt: skip
        gone = _button(
            _("Remove"), "trash-2", _("Remove “{title}”"), title, self.remove_requested, quiet=True
        )
        if not one.mine:
            return [trying, copying, gone]
        edit = _button(_("Edit"), "pencil", _("Edit “{title}”"), title, self.edit_requested)
        share = _button(
            _("Share as a file…"), "share-2", _("Share “{title}” as a file"), title,
            self.share_requested,
        )  # fmt: skip
        return [edit, trying, share, gone]


def title_of(one: OwnLesson) -> str:
    """What a lesson is called, also before it has a title."""
    return one.title or _("A lesson without a title")


def _button(
    word: str, sign: str, said: str, title: str, signal: SignalInstance, *, quiet: bool = False
) -> Button:
    button = Button(word, "quiet" if quiet else "secondary", icon=sign, size="small")
    button.setAccessibleName(said.format(title=title))
    button.clicked.connect(signal)
    return button
