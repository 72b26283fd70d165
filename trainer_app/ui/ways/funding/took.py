"""The way through what a project took: hours, costs, partners, and their papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from trainer_app.domain.funding.projects import Cost, Partner
from trainer_app.domain.funding.work import Hours, Work
from trainer_app.i18n import _
from trainer_app.services.funding.spending import Took
from trainer_app.services.reporting import Scope
from trainer_app.ui.funding.took import TookPage, TookView
from trainer_app.ui.funding.took_cost import CostFormPage
from trainer_app.ui.funding.took_form import TookForm
from trainer_app.ui.funding.took_partner import PartnerFormPage
from trainer_app.ui.funding.took_person import TookPersonPage
from trainer_app.ui.funding.took_work import WorkFormPage, new_work
from trainer_app.ui.page import Page

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow

Undo = Callable[[], object]
Then = Callable[[Undo | None], None]
"""Where a form leads, with what puts back what it took off."""


class TookWays:
    """What a project took. Every page comes back to the table that it was opened from."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def took(self, project_id: str, view: TookView | None = None, undo: Undo | None = None) -> None:
        """Hours, costs and partners of a project; `undo` puts back what was just taken off."""
        start, undos = view or TookView(), [undo] if undo else []

        def build() -> Page:
            desk = self._desk
            page = TookPage(desk.spending, desk.projects, project_id, start, now=desk.now)
            self._offer_undo(page, undos)
            page.person_opened.connect(lambda who: self.person(project_id, who, page.view()))
            page.hours_requested.connect(lambda: self._new_hours(project_id, page.view()))
            page.cost_opened.connect(lambda cost: self._cost(project_id, cost, page.view()))
            page.partner_opened.connect(lambda id: self._partner(project_id, id, page.view()))
            page.sheets_requested.connect(lambda: self._sheets(project_id, page.view()))
            page.paper_requested.connect(lambda: self._paper(project_id, page.view()))
            page.back_requested.connect(lambda: self._window.funding.projects.project(project_id))
            return page

        self._window.trainer.show("reports", build)

    def person(self, project_id: str, who: str, view: TookView, undo: Undo | None = None) -> None:
        """One person's hours; `undo` as for `took`."""
        undos = [undo] if undo else []

        def build() -> Page:
            desk = self._desk
            page = TookPersonPage(desk.spending, self._window.bridge, project_id, who, view)
            self._offer_undo(page, undos)
            page.hours_requested.connect(lambda: self._more_hours(project_id, who, view))
            page.work_opened.connect(lambda id: self._change_hours(project_id, who, id, view))
            page.sheet_requested.connect(lambda: self._sheets(project_id, view, who))
            page.statement_requested.connect(lambda: self._statement(project_id, who, view))
            page.back_requested.connect(lambda: self.took(project_id, view))
            return page

        self._window.trainer.show("reports", build)

    # Forms
    def _new_hours(self, project_id: str, view: TookView) -> None:
        work = new_work("", self._desk.now().date())
        self._work(
            project_id, work, _("What it took"), lambda undo: self.took(project_id, view, undo)
        )

    def _more_hours(self, project_id: str, who: str, view: TookView) -> None:
        _took, one = self._of(project_id, who, view)
        role = one.roles[0] if one.roles else "volunteer"
        work = new_work(who, self._desk.now().date(), role)
        self._work(
            project_id, work, one.name, lambda undo: self.person(project_id, who, view, undo)
        )

    def _change_hours(self, project_id: str, who: str, id: str, view: TookView) -> None:
        _took, one = self._of(project_id, who, view)
        for work in one.work:
            if work.id == id:
                back = one.name or _("What it took")
                self._work(
                    project_id, work, back, lambda undo: self.person(project_id, who, view, undo)
                )

    def _work(self, project_id: str, work: Work, back: str, then: Then) -> None:
        def build() -> Page:
            desk = self._desk
            page = WorkFormPage(
                desk.spending, self._window.bridge, project_id, work, back=back, now=desk.now
            )
            return self._leading_back(page, then)

        self._window.trainer.show("reports", build)

    def _cost(self, project_id: str, cost_id: str, view: TookView) -> None:
        desk = self._desk
        known = {one.id: one for one in desk.spending.of(project_id).costs}
        cost = known.get(cost_id) or Cost("", project_id, desk.now().date(), "", 0)
        currency = desk.projects.project(project_id).currency
        window = self._window

        def build() -> Page:
            page = CostFormPage(
                desk.spending, window.bridge, cost, currency, back=_("What it took"), now=desk.now
            )
            return self._leading_back(page, lambda undo: self.took(project_id, view, undo))

        window.trainer.show("reports", build)

    def _partner(self, project_id: str, partner_id: str, view: TookView) -> None:
        desk, window = self._desk, self._window
        known = {one.id: one for one in desk.spending.partners(project_id)}
        partner = known.get(partner_id) or Partner("", project_id, "")

        def build() -> Page:
            page = PartnerFormPage(
                desk.spending,
                window.bridge,
                partner,
                lambda: window.choose_file(None),
                back=_("What it took"),
            )
            return self._leading_back(page, lambda undo: self.took(project_id, view, undo))

        window.trainer.show("reports", build)

    def _leading_back(self, page: TookForm, then: Then) -> Page:
        page.saved.connect(lambda: then(None))
        page.left.connect(lambda: then(None))
        page.removed.connect(then)
        return page

    def _offer_undo(self, page: TookPage | TookPersonPage, undos: list[Undo]) -> None:
        """Offer it until it was used, however often the page is built anew."""
        if undos:
            page.offer_undo(lambda: self._window.bridge.run(undos.pop(), "projects"))

    # Papers
    def _sheets(self, project_id: str, view: TookView, who: str = "") -> None:
        from trainer_app.ui.ways.funding.took_papers import in_kind_sheets

        took = self._took(project_id, view)
        people = [one for one in took.people if who in ("", one.who)]
        drawing = in_kind_sheets(took, people, self._window.door.centre_name())
        self._window.papers.offer(_("Sheets to sign"), drawing, _("Hours given"))

    def _statement(self, project_id: str, who: str, view: TookView) -> None:
        from trainer_app.ui.ways.funding.took_papers import statement

        took, one = self._of(project_id, who, view)
        trainer = self._window.door.trainer()
        drawing = statement(
            took, one, self._window.door.centre_name(), self._desk.now().date(),
            trainer.name if trainer else "",
        )  # fmt: skip
        self._window.papers.offer(_("Statement for a CV"), drawing, _("Statement of work"))

    def _paper(self, project_id: str, view: TookView) -> None:
        from trainer_app.ui.ways.funding.took_papers import project_paper

        desk = self._desk
        took = self._took(project_id, view)
        scope = Scope(project=project_id, since=view.since, until=view.until)
        targets = desk.figures.of(scope).targets if took.project.targets else ()
        drawing = project_paper(
            took, targets, desk.indicators.all(), self._window.door.centre_name(), desk.now().date()
        )
        self._window.papers.offer(_("The project on one page"), drawing, _("Project"))

    def _took(self, project_id: str, view: TookView) -> Took:
        return self._desk.spending.of(project_id, view.since, view.until)

    def _of(self, project_id: str, who: str, view: TookView) -> tuple[Took, Hours]:
        took = self._took(project_id, view)
        for one in took.people:
            if one.who == who:
                return took, one
        return took, Hours(who, "", "", None, False, ())
