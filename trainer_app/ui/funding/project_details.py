"""The page on which a project is written down: what it is, what it wants, how it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from trainer_app.domain.funding.indicators import IndicatorSet
from trainer_app.domain.funding.projects import Project, same_name
from trainer_app.i18n import _
from trainer_app.services.funding.projects import Projects
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.project_facts import ProjectFacts
from trainer_app.ui.funding.rules_form import RulesForm
from trainer_app.ui.funding.sets_choice import SetsChoice
from trainer_app.ui.funding.targets import TargetsForm
from trainer_app.ui.heading import Heading, is_roomy, margins
from trainer_app.ui.page import Now, Page
from trainer_app.ui.widgets import Button, Card, Scroller, Text, Toast


class ProjectDetailsPage(Page):
    """A project to write down; without an id a new one.

    `sets`: the indicator sets at hand. Signals: `saved(str)` with its id, `back_requested`.
    """

    guide = "projects"

    saved = Signal(str)
    back_requested = Signal()

    def __init__(
        self,
        projects: Projects,
        bridge: Bridge,
        project_id: str | None,
        *,
        now: Now,
        sets: Sequence[IndicatorSet] = (),
    ) -> None:
        super().__init__()
        self._projects, self._bridge = projects, bridge
        self._project = projects.project(project_id) if project_id else Project("")
        self.title = _("Details of the project") if project_id else _("New project")
        self.facts = ProjectFacts(self._project, lambda: now().date())
        self.targets = TargetsForm(self._project.targets, sets)
        self.rules = RulesForm(self._project.rules)
        self.sets = SetsChoice(sets, self._project.sets)
        self.sets.changed.connect(lambda: self.targets.offer(self.sets.value()))
        self.targets.offer(self.sets.value())
        self._build()

    def remember(self) -> Any:
        return (
            self.facts.remember(),
            self.targets.value(),
            self.rules.value(),
            self.sets.value(),
        )

    def recall(self, memory: Any) -> None:
        facts, targets, rules, sets = memory
        self.facts.recall(facts)
        self.sets.set_value(sets)
        self.targets.set_value(targets)
        self.rules.set_value(rules)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(
            0, self, lambda: self.facts.name.setFocus(Qt.FocusReason.OtherFocusReason)
        )

    def _build(self) -> None:
        save = Button(_("Save"), "primary", icon="check")
        save.clicked.connect(self._save)
        back = self._project.name or _("All projects")
        heading = Heading(self.title, "", [save] if is_roomy() else [], back=back)
        heading.back_requested.connect(self.back_requested)
        whole = QVBoxLayout(self)
        margins(whole)
        self.scroller = scroller = Scroller()
        if is_roomy():
            whole.addWidget(heading)
        else:
            scroller.add(heading)
        scroller.add(Card(self.facts))
        if self.sets.boxes:
            words = _("Which lists of figures the funder asks for. They say what people are asked.")
            scroller.add(_part(_("Indicator sets"), words, self.sets))
        scroller.add(
            _part(
                _("Targets"),
                _("What the project wants to reach. 0 where there is no target."),
                self.targets,
            )
        )
        words = _(
            "Every figure, claim and file of this project counts this way. Claims that were "
            "submitted stay as they are."
        )
        scroller.add(_part(_("How it counts"), words, self.rules))
        if not is_roomy():
            scroller.add(save)
        whole.addWidget(scroller, 1)

    def _save(self) -> None:
        wish = self.facts.value(self._project)
        if wish is None or self._is_taken(wish):
            self._show_what_is_wrong()
            return
        wish = replace(
            wish,
            targets=self.targets.value(),
            rules=self.rules.value(),
            sets=self.sets.value(),
        )
        saved = self._bridge.run(lambda: self._projects.save(wish), "projects", "courses")
        if saved is not None:
            Toast.say(self.window(), _("Saved"))
            self.saved.emit(saved.id)

    def _show_what_is_wrong(self) -> None:
        field = self.facts.wrong()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        # What is said under the field has its place only after this.
        QTimer.singleShot(0, field, lambda: self.scroller.ensureWidgetVisible(field))

    def _is_taken(self, wish: Project) -> bool:
        taken = any(
            same_name(one.name) == same_name(wish.name) and one.id != wish.id
            for one in self._projects.all()
        )
        if taken:
            self.facts.name.set_error(_("There is a project of this name already."))
        return taken


def _part(title: str, words: str, form: TargetsForm | RulesForm | SetsChoice) -> Card:
    return Card(Text(title, "title", "bold"), Text(words, "small", colour="muted"), form)
