"""The evening is over: a laptop that was opened for it says goodbye before it is locked again."""

from __future__ import annotations

from PySide6.QtCore import Signal

from trainer_app import places
from trainer_app.i18n import _
from trainer_app.ui.learner.learner_page import LearnerPage
from trainer_app.ui.widgets import Button, EmptyState


class GoodbyePage(LearnerPage):
    """Nothing is asked of anybody. Signals: finished."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__(_("Goodbye"))
        self.heading.hide()
        on = Button(_("To the start"), "primary", icon="house")
        on.clicked.connect(self.finished)
        scene = EmptyState(
            places.assets() / "scenes" / "done.svg",
            _("A person is glad."),
            _("All that you did is kept. The laptop is locked now. Thank you for coming."),
            title=_("The workshop is over"),
            button=on,
        )
        self.column.addWidget(scene, 1)
        self.first = on
