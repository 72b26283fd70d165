"""What was done at this laptop today, in pictures: for who leaves, and reads nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.abilities import state_of
from trainer_app.domain.sittings import Progress, State
from trainer_app.i18n import _
from trainer_app.i18n.formats import listed
from trainer_app.services.sitting import Seats
from trainer_app.ui.progress_words import state_look
from trainer_app.ui.theme import current, of_tone
from trainer_app.ui.widgets import Card, FlowGrid, Icon, SvgPicture, Text
from trainer_app.ui.widgets.panels import Panel

_MOST = 5


@dataclass(frozen=True, slots=True)
class DoneLesson:
    """A lesson that was worked on: its title, its picture, and how far it is now."""

    title: str
    picture: Path
    state: State


def done_today(
    seats: Seats, library: LessonLibrary, progress: dict[str, Progress], language: str
) -> list[DoneLesson]:
    """The lessons that those who sit here worked on since they sat down."""
    touched = (lesson for one in seats.sittings() for lesson in seats.lessons_of(one.id))
    known = {lesson.id: lesson for lesson in library.lessons}
    titles = library.titles(language)
    return [
        DoneLesson(titles[id][0], known[id].image(known[id].tile), state_of(progress.get(id)))
        for id in dict.fromkeys(touched)
        if id in known
    ]


class DoneCards(FlowGrid):
    """A small card for each lesson: its picture, its title, its state. Signals: none."""

    def __init__(self, done: Sequence[DoneLesson], parent: QWidget | None = None) -> None:
        shown = done[-_MOST:]
        super().__init__(190, 14, most=max(1, len(shown)), parent=parent)
        self.add(*map(_card, shown))


def _card(done: DoneLesson) -> Card:
    look = state_look(done.state)
    state = QHBoxLayout()
    state.setSpacing(current().space(6))
    ink, _ground = of_tone(look.tone)
    state.addStretch(1)
    state.addWidget(Icon(look.icon, ink, 24))
    state.addWidget(Text(look.word, "small", "semibold", tight=True))
    state.addStretch(1)
    # The title says what the picture shows.
    picture = SvgPicture(done.picture, "", most=100, least=64)
    card = Card(picture, Text(done.title, "small", "semibold", align="center", tight=True), pad=12)
    card.body.addStretch(1)
    card.add(state)
    return card


class Parting(Panel):
    """Goodbye, beside what comes next: the pictures of what was done. Signals: none."""

    def __init__(self, done: Sequence[DoneLesson], parent: QWidget | None = None) -> None:
        super().__init__("primary_tint", None, upright=False, pad=8, parent=parent)
        shown = done[-_MOST:]
        self.setAccessibleName(". ".join((_("Goodbye"), listed([one.title for one in shown]))))
        self.body.addWidget(Icon("hand", "primary_strong", 28), 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(Text(_("Goodbye"), "large", "bold", tight=True))
        for one in shown:
            self.body.addWidget(_small(one), 0, Qt.AlignmentFlag.AlignVCenter)


def _small(done: DoneLesson) -> QWidget:
    """A picture with its state under it."""
    look = state_look(done.state)
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    picture = SvgPicture(done.picture, done.title, most=40, least=40)
    picture.setFixedWidth(current().space(71))
    picture.setToolTip(done.title)
    column.addWidget(picture)
    column.addWidget(Icon(look.icon, of_tone(look.tone)[0], 18), 0, Qt.AlignmentFlag.AlignHCenter)
    return whole
