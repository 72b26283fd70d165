"""The evening is over: a laptop that was opened for it says goodbye before it is locked again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from trainer_app import places
from trainer_app.i18n import _
from trainer_app.ui.grown import GrownPicture
from trainer_app.ui.learner.done_today import DoneCards, DoneLesson
from trainer_app.ui.learner.learner_page import LearnerPage, in_the_middle
from trainer_app.ui.widgets import Button, EmptyState, Text


class GoodbyePage(LearnerPage):
    """Nothing is asked of anybody; what those here did today stands in pictures, if they did.

    `faces` and `grown` are theirs: the hues of the lessons that they have finished. Signals:
    finished.
    """

    finished = Signal()

    def __init__(
        self,
        done: Sequence[DoneLesson] = (),
        faces: Sequence[str] = (),
        grown: Sequence[str] = (),
    ) -> None:
        super().__init__(_("Goodbye"))
        self.heading.hide()
        on = Button(_("To the start"), "primary", icon="house")
        on.clicked.connect(self.finished)
        self.first = on
        title = _("The workshop is over")
        words = _("All that you did is kept. The laptop is locked now. Thank you for coming.")
        if not done:
            picture, alt = places.assets() / "scenes" / "done.svg", _("A person is glad.")
            scene = EmptyState(picture, alt, words, title=title, button=on)
            self.column.addWidget(scene, 1)
            return
        self.column.addStretch(1)
        self.column.addWidget(GrownPicture(faces, grown, fresh=True, most=230))
        self.column.addWidget(Text(title, "title", "bold", align="center"))
        self.column.addWidget(Text(words, colour="muted", align="center"))
        cards = DoneCards(done)
        cards.setMaximumWidth(cards.sizeHint().width())
        self.column.addLayout(in_the_middle(cards))
        self.column.addLayout(in_the_middle(on, grows=False))
        self.column.addStretch(1)
