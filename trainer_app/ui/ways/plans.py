"""The ways of a plan out of its practice: to paper, or kept by whoever asks for it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer_app.domain.errors import MissingLanguage, UnknownThing, UnreadableLesson
from trainer_app.domain.practice.kept_plans import KeptPlan
from trainer_app.domain.practice.planner_view import SheetPart, sheet
from trainer_app.domain.practice.scenario import PracticeWords
from trainer_app.i18n import _, current, in_language, speaks
from trainer_app.ui.learner.plans import PlanShown, PlansPage
from trainer_app.ui.page import Page
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.practice.planner.sheet_words import sheet_title, sheet_words
from trainer_app.ui.widgets import Button

if TYPE_CHECKING:
    from trainer_app.services.plans import Plans
    from trainer_app.ui.main_window import MainWindow


class PlanWays:
    """Plans of learners. Nothing of one is stored before its maker says “Keep”."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _plans(self) -> Plans:
        assert self._window.desk is not None
        return self._window.desk.plans

    def offer(self, page: PracticePage) -> None:
        """Let a practice print what is made in it, and keep it if it `keeps`."""
        page.paper_asked.connect(
            lambda what: self._ask_keep(page) if what == "keep" else self._print_made(page)
        )

    def plans(self) -> None:
        """What they keep who sit here."""
        learner = self._window.learner

        def build() -> Page:
            page = PlansPage([self._shown(plan) for plan in self._plans.all()])
            page.print_requested.connect(self._print_kept)
            page.drop_requested.connect(self._ask_drop)
            page.back_requested.connect(learner.home)
            return page

        learner.show(build)

    def _print_made(self, page: PracticePage) -> None:
        words = page.playing.practice.words
        self._print(sheet(page.playing.state), words)

    def _print_kept(self, plan_id: str) -> None:
        plan = next(each for each in self._plans.all() if each.id == plan_id)
        self._print(plan.sheet, self._words(plan))

    def _print(self, parts: tuple[SheetPart, ...], words: PracticeWords | None) -> None:
        from trainer_app.ui.printing import PlanPaper, PlanPart

        window = self._window
        desk = window.desk
        spoken = current().code
        # The program's own words between those of the plan are in the language of the plan.
        language = words.language if words is not None else spoken
        with in_language(language if speaks(language) else spoken):
            lines = [PlanPart(heading, lines) for heading, lines in sheet_words(parts, words)]
        paper = PlanPaper(
            title=sheet_title(parts, words),
            parts=lines,
            language=language,
            made=desk.now().date() if desk is not None else None,
            centre=window.door.centre_name() if desk is not None else "",
        )
        window.papers.plan(paper)

    def _ask_keep(self, page: PracticePage) -> None:
        self._window.ask(
            _("Keep your plan?"),
            _(
                "The plan and your own words stay on this laptop, locked."
                " Only you and your trainers can see them. You can delete them."
            ),
            [
                ("no", Button(_("Do not keep"), "secondary")),
                ("keep", Button(_("Keep my plan"), "primary", icon="bookmark")),
            ],
            lambda answer: self._keep(page) if answer == "keep" else None,
        )

    def _keep(self, page: PracticePage) -> None:
        scenario, parts = page.playing.practice.scenario, sheet(page.playing.state)

        def keep() -> bool:
            self._plans.keep(scenario.lesson, scenario.version, parts)
            return True

        if self._window.bridge.run(keep, "plans"):
            self._window.say(_("Your plan is kept. You find it under “My plans”."))

    def _ask_drop(self, plan_id: str) -> None:
        self._window.ask(
            _("Delete this plan?"),
            _(
                "It is gone then, with your own words. "
                "Only older backups hold it for some weeks more."
            ),
            [
                ("no", Button(_("Keep it"), "secondary")),
                ("drop", Button(_("Delete"), "danger", icon="trash-2")),
            ],
            lambda answer: self._drop(plan_id) if answer == "drop" else None,
        )

    def _drop(self, plan_id: str) -> None:
        self._window.bridge.run(lambda: self._plans.drop(plan_id), "plans")
        if self._plans.all():
            self.plans()
        else:
            self._window.learner.home()

    def _shown(self, plan: KeptPlan) -> PlanShown:
        assert self._window.desk is not None
        words = self._words(plan)
        zone = self._window.desk.now().tzinfo or UTC
        return PlanShown(
            id=plan.id,
            title=sheet_title(plan.sheet, words) or _("My plan"),
            day=datetime.fromtimestamp(plan.at, zone).date(),
            parts=list(sheet_words(plan.sheet, words)),
        )

    def _words(self, plan: KeptPlan) -> PracticeWords | None:
        """The words of its lesson, in the language in use or the first there is; None if gone."""
        lessons, spoken = self._window.lessons, current().code
        try:
            there = lessons.practice_languages(plan.lesson)
            language = spoken if spoken in there else next(iter(there), spoken)
            return lessons.practice(plan.lesson, language).words
        except (UnknownThing, MissingLanguage, UnreadableLesson):
            return None
