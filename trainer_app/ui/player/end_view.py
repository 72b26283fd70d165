"""The end of a lesson: what you can now do, and how it went."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.domain.lessons import Lesson, LessonWords
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.grown import GrownPicture
from trainer_app.ui.player.halves import Halves
from trainer_app.ui.player.page_room import PageRoom
from trainer_app.ui.player.page_view import at_the_top, picture_height
from trainer_app.ui.player.walk import Walk
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Card, Icon, SvgPicture, Text


def end_view(walk: Walk, words: LessonWords, faces: Sequence[str], grown: Sequence[str]) -> QWidget:
    """A small joy and the sentences of the lesson, or a kind word where it needs another try.

    `faces` are those who learn, `grown` the hues of the lessons that they have finished, this one
    the last.
    """
    passed = walk.passed
    most = min(340, picture_height())
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().space(8))
    if passed:
        # Of a guest nothing is kept, and still this lesson is a leaf.
        leaves = grown or [walk.lesson.hue]
        column.addWidget(GrownPicture(faces, leaves, fresh=True, most=most))
    else:
        scene = places.assets() / "scenes" / "welcome.svg"
        column.addWidget(SvgPicture(scene, _("People learn together."), most=most))
    title = _("Well done!") if passed else _("You are nearly there")
    column.addWidget(Text(title, "headline", "bold", align="center"))
    score = score_said(walk.attempt.right, walk.attempt.of)
    column.addWidget(Text(score, align="center"))
    if passed and grown:
        finished = ngettext(
            "You finished {count} lesson.", "You finished {count} lessons.", len(grown)
        )
        column.addWidget(Text(finished.format(count=number(len(grown))), align="center"))
    elif walk.practice:
        said = _("You did the practice.") if walk.practised else _("You have not practised yet.")
        column.addWidget(Text(said, align="center"))
    column.addStretch(1)
    if passed:
        return PageRoom(Halves(side, _abilities(walk.lesson, words)))
    return PageRoom(Halves(side, _now_practise() if walk.quiz_passed else _once_more(words)))


def score_said(right: int, of: int) -> str:
    """The score in words."""
    if right == of:
        return _("You answered every question right at the first try.")
    said = ngettext(
        "You answered {right} of {of} question right at the first try.",
        "You answered {right} of {of} questions right at the first try.",
        of,
    )
    return said.format(right=number(right), of=number(of))


def _abilities(lesson: Lesson, words: LessonWords) -> QWidget:
    card = Card(Text(_("You can now say:"), "title", "bold"), pad=28)
    for objective in lesson.objectives:
        row = QHBoxLayout()
        row.setSpacing(current().space(12))
        row.addWidget(Icon("circle-check", "ok", 28), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(words.abilities[objective.id]), 1)
        card.add(row)
    return at_the_top(card)


def _now_practise() -> QWidget:
    card = Card(Text(_("Now try it yourself"), "title", "bold"), pad=28)
    card.add(
        Text(_("You know the answers. Do the practice too, and the lesson is finished.")),
        Text(_("It is a pretend world. You cannot break anything there.")),
    )
    return at_the_top(card)


def _once_more(words: LessonWords) -> QWidget:
    card = Card(Text(_("Look at it once more"), "title", "bold"), pad=28)
    said = _("Read the pages of “{title}” again. Then try the questions again.")
    card.add(
        Text(said.format(title=isolate(words.title))),
        Text(_("You can take all the time you want. Or ask your trainer.")),
    )
    return at_the_top(card)
