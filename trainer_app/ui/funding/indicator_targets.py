"""What a project wants to reach of each indicator of a set."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from trainer_app.domain.funding.indicators import IndicatorSet, in_language
from trainer_app.i18n import _, current, isolate
from trainer_app.services.funding.projects import Projects
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, is_roomy, margins
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Button, Card, FlowGrid, Scroller, SpinField, Text, Toast

_MOST = 999_999


class IndicatorTargetsPage(Page):
    """A number for each indicator; 0 is no target. Signals: `saved`, `back_requested`."""

    guide = "projects"

    saved = Signal()
    back_requested = Signal()

    def __init__(
        self, projects: Projects, bridge: Bridge, set: IndicatorSet, project_id: str
    ) -> None:
        super().__init__()
        self._projects, self._bridge, self._set = projects, bridge, set
        self._project = projects.project(project_id)
        self.title = _("Targets")
        language = current().code
        self.fields = {
            one.code: SpinField(
                f"{isolate(one.code)}  {isolate(in_language(one.words, language))}",
                self._project.targets.get(self._key(one.code), 0),
                most=_MOST,
            )
            for one in set.indicators
        }
        whole = QVBoxLayout(self)
        margins(whole)
        save = Button(_("Save"), "primary", icon="check")
        save.clicked.connect(self._save)
        title = in_language(set.words, language)
        heading = Heading(
            self.title, isolate(title), [save] if is_roomy() else [], back=_("Indicators")
        )
        heading.back_requested.connect(self.back_requested)
        scroller = Scroller()
        if is_roomy():
            whole.addWidget(heading)
        else:
            scroller.add(heading)
        words = _("How many people the project wants to reach. 0 where there is no target.")
        grid = FlowGrid(300, 16, most=3)
        grid.add(*self.fields.values())
        scroller.add(Card(Text(words, "body", colour="muted"), grid))
        if not is_roomy():
            scroller.add(save)
        whole.addWidget(scroller, 1)

    def remember(self) -> Any:
        return {code: field.value() for code, field in self.fields.items()}

    def recall(self, memory: Any) -> None:
        for code, figure in memory.items():
            self.fields[code].set_value(figure)

    def _key(self, code: str) -> str:
        return f"{self._set.name}/{code}"

    def _save(self) -> None:
        project = self._projects.project(self._project.id)
        typed = {self._key(code): field.value() for code, field in self.fields.items()}
        kept = {key: aim for key, aim in {**project.targets, **typed}.items() if aim}
        wish = replace(project, targets=kept)
        if self._bridge.run(lambda: self._projects.save(wish), "projects") is not None:
            Toast.say(self.window(), _("Saved"))
            self.saved.emit()
