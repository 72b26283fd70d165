"""Plans that people chose to take along: kept only when they say so, gone when they say so.

The one exception to "nothing that is typed is stored". Of a guest nothing can be kept.
"""

from __future__ import annotations

from trainer_app.domain.practice.kept_plans import KeptPlan, sheet_lines
from trainer_app.domain.practice.planner_view import SheetPart
from trainer_app.services.ledger import Ledger
from trainer_app.services.playing import seated
from trainer_app.store import keeping, plans


class Plans:
    """The plans of those who sit at this laptop."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self) -> list[KeptPlan]:
        """What they keep, the newest first; of two who made one together it stands once."""
        found: dict[str, KeptPlan] = {}
        for _sitting, person in seated(self._ledger):
            for plan in plans.plans_of(self._ledger.store, person):
                found.setdefault(plan.id, plan)
        return sorted(found.values(), key=lambda plan: (plan.at, plan.id), reverse=True)

    def keep(self, lesson: str, version: int, sheet: tuple[SheetPart, ...]) -> None:
        """Keep a plan for each of them; nothing for nobody."""
        ledger = self._ledger
        body = {
            "plan": ledger.store.new_id(),
            "lesson": lesson,
            "version": version,
            "sheet": sheet_lines(sheet),
            "at": ledger.seconds(),
        }
        drafts = [ledger.note("plan-kept", body, person) for _, person in seated(ledger)]
        if drafts:
            ledger.write(*drafts)

    def drop(self, plan_id: str) -> None:
        """Take a plan away from each of them; its words leave the store. Raises DiskFull."""
        ledger = self._ledger
        body = {"plan": plan_id, "at": ledger.seconds()}
        keepers = {
            plan.person
            for _, person in seated(ledger)
            for plan in plans.plans_of(ledger.store, person)
            if plan.id == plan_id
        }
        drafts = [ledger.note("plan-dropped", body, keeper) for keeper in sorted(keepers)]
        if drafts:
            ledger.write(*drafts)
            keeping.write_anew(ledger.store)
