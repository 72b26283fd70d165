"""A yes that the trainer writes down: signed on paper, or said to her."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.funding.answers import STAGES
from trainer_app.domain.funding.asking import USES
from trainer_app.i18n import _, current, speaks
from trainer_app.services.funding.asking import Asking
from trainer_app.services.funding.taking import Taking
from trainer_app.ui.asking_words import uses
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import flow
from trainer_app.ui.theme import current as theme
from trainer_app.ui.widgets import Button, CheckField, Notice, SegmentField, TextField, Toast


class YesForm(QWidget):
    """How it was said, to what, and who helped. Signals: `cancelled`; a yes that is kept changes
    "answers", and the page is read again.
    """

    cancelled = Signal()

    def __init__(self, asking: Asking, bridge: Bridge, taking: Taking) -> None:
        super().__init__()
        self._asking, self._bridge, self._taking = asking, bridge, taking
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space(10))
        self.how = SegmentField(
            _("How did they say it?"),
            [("signed", _("Signed on paper"), "pencil"), ("spoken", _("Spoken"), "message-circle")],
            "signed",
        )
        self.uses = {use: CheckField(uses()[use], use == "answers") for use in self._offered()}
        self.interpreter = CheckField(_("An interpreter helped"), False)
        self.guardian = TextField(
            _("Who says yes for them?"),
            self._guardian_before(),
            help_words=_("They are under 18. A mother, father or guardian has to agree."),
        )
        self._missing = Notice(_("Choose what they said yes to."), "warn")
        self._missing.hide()
        self.keep = Button(_("Save"), "primary", icon="check", size="small")
        self.keep.clicked.connect(self._keep)
        cancel = Button(_("Cancel"), "quiet", size="small")
        cancel.clicked.connect(self.cancelled)
        for part in (
            self.how, *self.uses.values(), self.interpreter, self.guardian, self._missing,
            flow(self.keep, cancel),
        ):  # fmt: skip
            rows.addWidget(part)
        # Shown before it stands in the form it would be a window of its own.
        self.guardian.setVisible(taking.minor)

    def begin(self) -> None:
        """Put the keyboard where it begins."""
        next(iter(self.uses.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _offered(self) -> list[str]:
        """What this project asks: not every one has private questions."""
        project = self._taking.project.id
        asked = [one for stage in STAGES for one in self._asking.questions(project, stage)]
        private = any(one.sensitive for one in asked)
        return [use for use in USES if use != "sensitive" or private]

    def _guardian_before(self) -> str:
        said = self._taking.consents.get("answers")
        return (said.guardian if said else None) or ""

    def _keep(self) -> None:
        wanted = [use for use, field in self.uses.items() if field.isChecked()]
        self._missing.setVisible(not wanted)
        if not wanted:
            return
        if self._taking.minor and not self.guardian.value().strip():
            self.guardian.set_error(_("Please write the name of this grown-up here."))
            self.guardian.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        window = self.window()
        if self._bridge.run(lambda: self._agree(wanted), "answers"):
            Toast.say(window, _("Saved"))

    def _agree(self, wanted: list[str]) -> bool:
        taking = self._taking
        spoken = taking.person.language
        for use in wanted:
            self._asking.agree(
                taking.person.id,
                taking.project.id,
                use,
                True,
                how=self.how.value() or "signed",
                # The form speaks it where the program does.
                language=spoken if spoken and speaks(spoken) else current().code,
                interpreter=self.interpreter.isChecked(),
                guardian=self.guardian.value() if taking.minor else None,
            )
        return True
