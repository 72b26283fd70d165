"""What stands beside a pretend world: the goals, a hint, what went wrong, and the way on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.domain.blocks import Block, Line
from trainer_app.domain.practice.playing import Playing
from trainer_app.domain.practice.scenario import CONSEQUENCES, GOALS, Said
from trainer_app.i18n import _
from trainer_app.ui.widgets.laid_out import all_laid_out


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal in words, and whether it is met."""

    line: Line
    met: bool


@dataclass(frozen=True, slots=True)
class GuideView:
    """What a guide shows. Lines are empty where there is nothing to say.

    `notice` is what just went wrong, `mend` how to put right what still stands. `done` are the
    words at the end of a stage whose goals are all met; `last`: no stage comes after it that
    anybody needs; `more`: one comes for those who want it.
    """

    goals: tuple[GoalLine, ...]
    hint: Line = ()
    hint_due: bool = False
    notice: Said | None = None
    mend: Line = ()
    done: tuple[Block, ...] = ()
    last: bool = False
    more: bool = False

    @property
    def at(self) -> int:
        """The place of the goal that comes next, from 0; the number of goals if all are met."""
        open_ones = (place for place, goal in enumerate(self.goals) if not goal.met)
        return next(open_ones, len(self.goals))

    @property
    def all_met(self) -> bool:
        """Whether the stage can be left for what comes next."""
        return bool(self.done)

    @property
    def next_word(self) -> str:
        """What the button that leads on is called."""
        return _("Finish") if self.last else _("Next")

    @property
    def offers_more(self) -> bool:
        """Whether to offer a stage that nobody needs."""
        return self.all_met and self.more


def guide_of(playing: Playing, mistake: str) -> GuideView:
    """How far a stage is. `mistake` is the consequence that was said last, "" for none."""
    progress, words = playing.progress, playing.practice.words
    mend = progress.to_mend[0] if progress.to_mend else ""

    def said(name: str, thing: str) -> Any:
        return words.said[playing.stage.word(name, thing)]

    return GuideView(
        goals=tuple(
            GoalLine(said(GOALS, goal).line, goal in progress.met) for goal in progress.goals
        ),
        hint=said(GOALS, playing.hint).then if playing.hint else (),
        hint_due=playing.hint_due,
        notice=said(CONSEQUENCES, mistake) if mistake else None,
        mend=said(CONSEQUENCES, mend).then if mend else (),
        done=words.stages[playing.stage.id].done if progress.finished else (),
        last=playing.enough,
        more=not playing.last and playing.enough,
    )


class Guide(QWidget):
    """Shows how far a person is, and asks for help in their name; it knows no engine.

    Signals: `hint_wanted`, `show_wanted` (do one step for me), `afresh_wanted`, `next_wanted`,
    `more_wanted` (a stage that nobody needs), `notice_closed`.
    """

    in_strip = False
    """Whether it stands in the yellow strip, because it shows no goals."""

    hint_wanted = Signal()
    show_wanted = Signal()
    afresh_wanted = Signal()
    next_wanted = Signal()
    more_wanted = Signal()
    notice_closed = Signal()

    def show_guide(self, view: GuideView) -> None:
        """Show how things are now."""
        raise NotImplementedError

    @property
    def parts(self) -> list[QWidget]:
        """What it is made of, in the order of reading."""
        layout = self.layout()
        return (
            []
            if layout is None
            else [each for each in all_laid_out(layout) if isinstance(each, QWidget)]
        )
