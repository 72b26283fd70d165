"""How long each project keeps its people, to set by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import _, isolate
from trainer_app.services.funding.projects import Projects
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import clear, flow
from trainer_app.ui.page import Now
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, DateField, Text, Toast


class TermsCard(Card):
    """Each project with the last day on which its people are kept. Signals: `saved`."""

    saved = Signal()

    def __init__(self, projects: Projects, bridge: Bridge, now: Now) -> None:
        super().__init__()
        self._projects, self._bridge, self._now = projects, bridge, now
        words = _(
            "A project asks how long its lists are kept. After that day the people of its courses "
            "stand above. A course says on its own page which project it belongs to."
        )
        self.add(
            Text(_("Projects"), "large", "bold"),
            Text(words, "small", colour="muted"),
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(current().space(12))
        self.add(self._list)
        self.read()

    def read(self) -> None:
        """Ask again."""
        clear(self._list)
        projects = self._projects.all()
        for project in projects:
            self._list.addWidget(self._entry(project))
        if not projects:
            self._list.addWidget(Text(_("No course names a project yet."), colour="muted"))

    def _entry(self, project: Project) -> QWidget:
        name = isolate(project.name)
        field = DateField(
            _("Keep the people of {project} until").format(project=name),
            project.keep_until,
            lambda: self._now().date(),
            bad_words=_("This is no date."),
        )
        save = Button(_("Save"), "secondary", icon="save", size="small")
        save.setAccessibleDescription(name)
        save.clicked.connect(lambda: self._save(project, field))
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(field)
        column.addWidget(flow(save))
        return entry

    def _save(self, project: Project, field: DateField) -> None:
        until: date | None = field.value()
        if field.error():
            return

        def save() -> bool:
            self._projects.save(replace(project, keep_until=until))
            return True

        if self._bridge.run(save):
            Toast.say(self.window(), _("Saved"))
            self.saved.emit()
