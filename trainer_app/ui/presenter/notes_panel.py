"""What its trainer knows beside a slide: the plan for it, likely trouble, easier and harder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.lessons import PlanPart
from trainer_app.domain.slides import Slide
from trainer_app.i18n import _
from trainer_app.ui.presenter.presentation import Presentation
from trainer_app.ui.presenter.slide_words import title_of
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    BlockView,
    Cell,
    Column,
    Row,
    Scroller,
    SegmentField,
    Table,
    Text,
)

Part = Literal["plan", "trouble", "tasks", "slides"]
_TROUBLE = ("trouble", "touch", "refer")
_LEAST_HEIGHT = 130
_TASKS = ("easier", "harder", "without-computers")


class NotesPanel(QWidget):
    """The notes, one kind at a time; a slide of the list can be jumped to. Signals: none."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._shown: tuple[str, ...] = ()
        options = [
            ("plan", _("Plan"), "clipboard-list"),
            ("trouble", _("Trouble"), "life-buoy"),
            ("tasks", _("Tasks"), "scale"),
            ("slides", _("Slides"), "list"),
        ]
        self._choice = SegmentField(_("My notes"), options, "plan")
        self._choice.changed.connect(lambda _part: self.refresh())
        self._room = QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(current().space(10))
        whole.addWidget(self._choice)
        whole.addLayout(self._room, 1)
        self.refresh()

    @property
    def part(self) -> Part:
        """Which kind of notes is in sight."""
        found = self._choice.value()
        assert found in ("plan", "trouble", "tasks", "slides")
        return found  # type: ignore[return-value]

    def choose(self, part: Part) -> None:
        """Show another kind."""
        self._choice.set_value(part)
        self.refresh()

    def refresh(self) -> None:
        """Show the notes of the slide in sight."""
        now = self._presentation.state
        wanted = (self.part, *self._ids(now.slide))
        if self.part == "slides":
            wanted = (self.part, now.slide.key, now.language, str(len(now.without)))
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._room.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = self._list() if self.part == "slides" else self._notes(wanted[1:])
        # It takes the room that there is: long notes scroll, the page around them does not.
        shown.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        shown.setMinimumHeight(current().space(_LEAST_HEIGHT))
        self._room.addWidget(shown)

    def _ids(self, slide: Slide) -> Sequence[str]:
        """The parts of the plan that belong to a slide."""
        if self.part == "trouble":
            return _TROUBLE
        if self.part == "tasks":
            return _TASKS
        if slide.kind == "title":
            return ("prepare", "first-words", slide.part)
        return ("first-words", slide.part) if slide.kind == "words" else (slide.part,)

    def _notes(self, ids: Sequence[str]) -> QWidget:
        material = self._presentation.material
        parts: dict[str, PlanPart] = {part.id: part for part in material.notes.plan}
        scroller = Scroller()
        found = [parts[one] for one in ids if one in parts]
        for part in found:
            scroller.add(Text(part.title, "large", "bold"))
            scroller.add(BlockView(part.blocks, material.lesson.image, picture_height=160))
        if not found:
            scroller.add(Text(_("The plan says nothing about this."), colour="muted"))
        scroller.page.setProperty("language", material.notes.language)
        return scroller

    def _list(self) -> QWidget:
        """All slides; those of a page or question as one row."""
        now = self._presentation.state
        columns = [
            Column("title", _("Slide"), stretch=1, sortable=False),
            Column("kind", _("What it is"), sortable=False),
        ]
        here = _thing(now.slide)
        first: dict[tuple[str, str], Slide] = {}
        for slide in now.slides:
            first.setdefault(_thing(slide), slide)
        rows = [
            Row(
                slide.key,
                (
                    Cell(
                        _name(slide), icon="play" if thing == here else None,
                        strong=thing == here, muted=slide.key in now.without,
                        said=_("{title}, in sight now").format(title=_name(slide))
                        if thing == here else "",
                    ),
                    Cell(_kind(slide), muted=True),
                ),
            )
            for thing, slide in first.items()
        ]  # fmt: skip
        table = Table(columns, rows, _("Slides"))
        table.chosen.connect(lambda key, _column: self._presentation.jump(key))
        return table


def _thing(slide: Slide) -> tuple[str, str]:
    """What slides in a row belong to: a page, a question, the words, the card."""
    is_question = slide.kind in ("ask", "answers", "right", "others")
    return ("question" if is_question else slide.kind, slide.source)


def _kind(slide: Slide) -> str:
    return {
        "title": _("Title"),
        "words": _("Words"),
        "moment": _("Talk"),
        "page": _("Page"),
        "practice": _("Practice"),
        "card": _("Card"),
    }.get(slide.kind, _("Question"))


def _name(slide: Slide) -> str:
    return title_of(slide) or {
        "words": _("Words to know"),
        "card": _("Take this home"),
        "moment": slide.title,
    }.get(slide.kind, slide.title)
