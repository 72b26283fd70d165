"""What a lesson is about: its name, its aims, its length, its look."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.domain.draft_edits import (
    added_objective,
    moved,
    with_objective,
    without_objective,
)
from trainer_app.domain.drafts import Draft, ObjectiveDraft
from trainer_app.i18n import _, pgettext
from trainer_app.i18n.formats import number
from trainer_app.services.drafting import Drafting
from trainer_app.ui.authoring.form import Form, section_title
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.authoring.picture_field import PictureField
from trainer_app.ui.heading import flow
from trainer_app.ui.theme import HUES, current
from trainer_app.ui.widgets import Button, Card, CheckField, FlowGrid, IconButton, SpinField
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel, start_box
from trainer_app.ui.widgets.lettering import Lettering


class AboutForm(Form):
    """The lesson as a whole. Signals: those of Form; `picture_wanted(str)` with a field's name."""

    picture_wanted = Signal(str)

    def __init__(self, draft: Draft, drafting: Drafting, tile: Path) -> None:
        super().__init__(draft, Place("about"))
        self._drafting = drafting
        self.add(
            self.line(
                "title",
                pgettext("line of a lesson", "Title"),
                draft.title,
                lambda d, v: replace(d, title=v),
            ),
            self.line(
                "summary",
                _("The lesson in one sentence"),
                draft.summary,
                lambda d, v: replace(d, summary=v),
                lines=2,
            ),
            self._objectives(),
            self._minutes(),
            self._look(tile),
            self.line(
                "by",
                _("Name under the lesson"),
                draft.by,
                lambda d, v: replace(d, by=v),
                help_words=_("Your name, as you want others to read it. Never that of a learner."),
            ),
            self._caution(),
        )
        self.column.addStretch(1)

    def _objectives(self) -> QWidget:
        whole = Card(
            section_title(
                _("What people can do afterwards"),
                _("Write what a learner says: “I can …”. Each page and question serves one."),
            ),
            pad=14,
        )
        for at, each in enumerate(self.draft.objectives):
            whole.add(self._objective(at, each))
        add = Button(_("Add one more"), icon="plus", size="small")
        add.clicked.connect(self._add_objective)
        whole.add(flow(add))
        return whole

    def _objective(self, at: int, objective: ObjectiveDraft) -> QWidget:
        label = _("People can do this: {number}").format(number=number(at + 1))
        field = self.line(
            f"objective {objective.id}",
            label,
            objective.words,
            lambda d, v: with_objective(d, objective.id, words=v),
            hint=_("I can …"),
            lines=2,
        )
        field.hide_label()
        count = len(self.draft.objectives)
        if count > 1:
            for sign, word, change in (
                ("chevron-up", _("Further up"), partial(moved, thing_id=objective.id, by=-1)),
                ("chevron-down", _("Further down"), partial(moved, thing_id=objective.id, by=1)),
                ("trash-2", _("Take away"), partial(without_objective, objective_id=objective.id)),
            ):
                end = 0 if sign == "chevron-up" else count - 1
                button = IconButton(sign, f"{word}: {label}", show_word=False)
                button.setEnabled(sign == "trash-2" or at != end)
                button.clicked.connect(lambda _=False, change=change: self.reshape(change))
                field.row.addWidget(button)
        return field

    def _add_objective(self) -> None:
        new = self._drafting.new_objective()
        self.reshape(lambda draft: added_objective(draft, new), f"objective {new.id}")

    def _minutes(self) -> QWidget:
        whole = SpinField(
            _("How long it takes"), self.draft.minutes, least=5, most=240, step=5,
            unit=_("minutes"), help_words=_("With the activity, the talk and the questions."),
        )  # fmt: skip
        self.bound("minutes", whole, lambda d, v: replace(d, minutes=v))
        core = SpinField(
            _("Its short form"), self.draft.core_minutes, least=5, most=60, unit=_("minutes"),
            help_words=_("15 to 20 minutes, with the most needed pages only."),
        )  # fmt: skip
        self.bound("core_minutes", core, lambda d, v: replace(d, core_minutes=v))
        grid = FlowGrid(230, 14, most=2)
        grid.add(whole, core)
        return grid

    def _look(self, tile: Path) -> QWidget:
        hues = flow(gap=8)
        layout = hues.layout()
        assert layout is not None
        self.hues: dict[str, HueButton] = {}
        for hue, name in hue_names().items():
            button = HueButton(name, hue)
            button.setChecked(hue == self.draft.hue)
            button.clicked.connect(lambda _=False, hue=hue: self._choose_hue(hue))
            self.hues[hue] = button
            layout.addWidget(button)
        picture = PictureField(
            _("Picture of the lesson"), tile, chosen=bool(self.draft.tile), under=hues
        )
        picture.wanted.connect(lambda: self.picture_wanted.emit("tile"))
        picture.left_out.connect(lambda: self.reshape(lambda d: replace(d, tile=""), "tile"))
        self.fields["tile"] = picture
        return picture

    def _choose_hue(self, hue: str) -> None:
        for each, button in self.hues.items():
            button.setChecked(each == hue)
        self.edited.emit(lambda draft: replace(draft, hue=hue), "hue")

    def _caution(self) -> QWidget:
        field = CheckField(
            _("A wrong word can do harm in this lesson (fear, violence, law, health)"),
            self.draft.caution,
        )
        self.bound("caution", field, lambda d, v: replace(d, caution=v))
        return field


class HueButton(DrawnButton):
    """A colour of lessons to choose, with its name. Signals: `clicked`."""

    def __init__(self, name: str, hue: str) -> None:
        super().__init__(name)
        self.setCheckable(True)
        self._hue = HUES[hue]
        self._words = Lettering(name, "small", "semibold", tight=True)

    def words_shown(self) -> Lettering:
        return self._words

    def widths(self) -> tuple[float, float]:
        theme = current()
        beside = theme.px(22) + theme.space(8 + 2 * 10)
        return self._words.longest_word() + beside, self._words.natural_width() + beside

    def measure(self, width: float) -> float:
        theme = current()
        words = self._words.lay(width - theme.px(22) - theme.space(8 + 2 * 10))
        return words + 2 * theme.space(6)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        on = self.isChecked()
        ground = theme.colour("primary_tint" if on else "sunk" if self.raised else "card")
        edge = theme.colour("primary" if on else "edge")
        panel(painter, box, theme.space(self.radius), ground, edge, theme.border)
        inner = box.adjusted(theme.space(10), 0, -theme.space(10), 0)
        at, rest = start_box(inner, theme.px(22), theme.space(8))
        spot = centred(at, theme.px(22))
        panel(painter, spot, theme.px(11), QColor(self._hue.mid), theme.colour("edge"), 1.5)
        self._words.draw(painter, rest, theme.colour("ink"))


def hue_names() -> dict[str, str]:
    """What the colours of lessons are called."""
    return {
        "teal": _("Teal"),
        "clay": _("Clay"),
        "plum": _("Plum"),
        "ochre": _("Ochre"),
        "sky": _("Sky"),
        "moss": _("Moss"),
    }
