"""What a project took: hours by person, what was paid, who carries it, and what an hour cost."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from trainer_app.domain.errors import EmptyField, TooMuchShared
from trainer_app.domain.events import Draft
from trainer_app.domain.funding.money import share_of
from trainer_app.domain.funding.projects import Cost, Partner, Project
from trainer_app.domain.funding.work import Hours, Work
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.working import Working
from trainer_app.services.ledger import Ledger
from trainer_app.services.pictures import Pictures
from trainer_app.services.reporting import Scope
from trainer_app.store import funding

WHOLE = 10_000
"""Hundredths of a percent in all of it."""

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Took:
    """What a project took between two days, both included; None where no end was asked for.

    `in_kind_cents`: worth of the hours that were given. `hours`: participant-hours, by the
    project's rules. `cost_per_hour`: what was paid, in cents for one participant-hour;
    `cost_per_hour_all` counts what was given along. None where there were no hours.
    """

    project: Project
    since: date | None
    until: date | None
    people: tuple[Hours, ...]
    costs: tuple[Cost, ...]
    partners: tuple[Partner, ...]
    participants: int
    attendances: int
    hours: Decimal

    @property
    def cost_cents(self) -> int:
        """All that was paid."""
        return sum(cost.cents for cost in self.costs)

    @property
    def in_kind_cents(self) -> int:
        """What the hours given are worth: the sum of what each person's sheet says."""
        return sum(one.value for one in self.people)

    @property
    def cost_per_hour(self) -> int | None:
        """Cents paid for each participant-hour, half up."""
        return self._per_hour(self.cost_cents)

    @property
    def cost_per_hour_all(self) -> int | None:
        """The same with what was given counted as if it were paid."""
        return self._per_hour(self.cost_cents + self.in_kind_cents)

    @property
    def unsaid(self) -> int:
        """Minutes of which nobody said whether they were paid."""
        return sum(one.unsaid for one in self.people)

    @property
    def also(self) -> tuple[str, ...]:
        """Ids of other projects that some of these hours belong to as well."""
        ids = (id for one in self.people for work in one.work for id in work.also)
        return tuple(dict.fromkeys(ids))

    @property
    def shared(self) -> int:
        """The partners' shares together, in hundredths of a percent."""
        return sum(partner.share or 0 for partner in self.partners)

    def _per_hour(self, cents: int) -> int | None:
        hundredths = int(self.hours * _HUNDRED)
        return share_of(cents * _HUNDRED, hundredths) if hundredths else None


class Spending:
    """What is asked and recorded of hours, costs and partners.

    Reading needs a trainer; recording a full one (NotAllowed, NotForSubstitutes).
    """

    def __init__(self, ledger: Ledger, participating: Participating, pictures: Pictures) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._participating = participating
        self._pictures = pictures
        self._working = Working(ledger)

    def of(self, project_id: str, since: date | None = None, until: date | None = None) -> Took:
        """All of it. Raises UnknownThing, NotAllowed."""
        self._ledger.require_trainer()
        scope = Scope(project=project_id, since=since, until=until)
        roll = self._participating.roll(scope)
        assert roll.project is not None
        who = roll.participations
        return Took(
            roll.project,
            since,
            until,
            tuple(self._working.of(roll.project, roll.rows, since, until)),
            tuple(
                cost
                for cost in funding.costs(self._store, project_id)
                if (since is None or since <= cost.on) and (until is None or cost.on <= until)
            ),
            tuple(funding.partners(self._store, project_id)),
            len(who),
            sum(one.attendances for one in who),
            sum((one.hours for one in who), Decimal("0.00")),
        )

    def partners(self, project_id: str) -> list[Partner]:
        """Who carries a project along, in their order: what its papers show."""
        return funding.partners(self._store, project_id)

    def workers(self, project_id: str) -> Mapping[str, str]:
        """Who may be chosen for hours of work, by id: trainers, and who helped in the project."""
        self._ledger.require_trainer()
        return self._working.workers(project_id)

    def by_number(self, number: str) -> str | None:
        """The id of whoever carries a participant number; None where nobody does."""
        self._ledger.require_trainer()
        return self._working.by_number(number)

    # Hours
    def save_work(self, project_id: str, work: Work) -> str:
        """Record work beside the sessions, new where its `id` is empty; returns the id.

        Raises EmptyField (minutes, task, person) and as the class says.
        """
        self._ledger.require_full_trainer()
        for field, known in (("person", work.who), ("task", work.task.strip())):
            if not known:
                raise EmptyField(field=field)
        if work.minutes <= 0:
            raise EmptyField(field="minutes")
        id = work.id or self._store.new_id()
        self._write_work(project_id, replace(work, id=id), removed=False)
        return id

    def remove_work(self, project_id: str, work: Work) -> None:
        """Take back what was typed; `save_work` puts it back."""
        self._ledger.require_full_trainer()
        self._write_work(project_id, work, removed=True)

    def set_paid(self, project_id: str, who: str, paid: bool) -> None:
        """Say whether somebody is paid for her hours in the project's sessions."""
        self._ledger.require_full_trainer()
        body = {"project": project_id, "paid": paid}
        self._ledger.write(self._ledger.edit("pay-set", body, who))

    # Costs
    def save_cost(self, cost: Cost) -> Cost:
        """Record what was paid, new where its `id` is empty. Raises EmptyField (what, cents)."""
        self._ledger.require_full_trainer()
        saved = replace(cost, id=cost.id or self._store.new_id(), what=cost.what.strip())
        if not saved.what:
            raise EmptyField(field="what")
        if not saved.cents:
            raise EmptyField(field="cents")
        self._ledger.write(self._cost(saved, removed=False))
        return saved

    def remove_cost(self, cost: Cost) -> None:
        """Take a cost off the list; `save_cost` puts it back."""
        self._ledger.require_full_trainer()
        self._ledger.write(self._cost(cost, removed=True))

    # Partners
    def logo(self, content: bytes, name: str) -> bytes:
        """A logo as it is kept: a small PNG. Raises UnusablePicture; may take a second."""
        return self._pictures.logo(content, name)

    def save_partner(self, partner: Partner) -> Partner:
        """Record a partner, a new one last. `logo` comes from `logo`.

        Raises EmptyField (partner), and TooMuchShared where all shares are more than the whole.
        """
        self._ledger.require_full_trainer()
        name = partner.name.strip()
        if not name:
            raise EmptyField(field="partner")
        others = [one for one in self.partners(partner.project) if one.id != partner.id]
        shared = sum(one.share or 0 for one in others)
        if partner.share and shared + partner.share > WHOLE:
            raise TooMuchShared(left=max(0, WHOLE - shared))
        saved = replace(partner, name=name)
        if not partner.id:
            rank = max((one.rank for one in others), default=-1) + 1
            saved = replace(saved, id=self._store.new_id(), rank=rank)
        self._ledger.write(self._partner(saved, removed=False))
        return saved

    def remove_partner(self, partner: Partner) -> None:
        """Take a partner off the papers; `save_partner` puts it back."""
        self._ledger.require_full_trainer()
        self._ledger.write(self._partner(partner, removed=True))

    def move_partner(self, partner: Partner, by: int) -> None:
        """Show a partner further to the front (-1) or the back (1)."""
        self._ledger.require_full_trainer()
        order = self.partners(partner.project)
        at = next(place for place, one in enumerate(order) if one.id == partner.id)
        order.insert(min(max(0, at + by), len(order) - 1), order.pop(at))
        moved = [replace(one, rank=rank) for rank, one in enumerate(order) if one.rank != rank]
        if moved:
            self._ledger.write(*(self._partner(one, removed=False) for one in moved))

    # What is written
    def _write_work(self, project_id: str, work: Work, *, removed: bool) -> None:
        body = {
            "work": work.id,
            "project": project_id,
            "session": work.session,
            "on": work.on.isoformat(),
            "minutes": work.minutes,
            "role": work.role,
            "task": work.task.strip(),
            "paid": bool(work.paid),
            "removed": removed,
        }
        self._ledger.write(self._ledger.edit("work-done", body, work.who))

    def _cost(self, cost: Cost, *, removed: bool) -> Draft:
        body = {
            "cost": cost.id,
            "project": cost.project,
            "on": cost.on.isoformat(),
            "what": cost.what,
            "cents": cost.cents,
            "removed": removed,
        }
        return self._ledger.edit("cost-set", body)

    def _partner(self, partner: Partner, *, removed: bool) -> Draft:
        body: dict[str, Any] = {
            "partner": partner.id,
            "project": partner.project,
            "name": partner.name,
            "share": partner.share,
            "logo": base64.b64encode(partner.logo).decode() if partner.logo else None,
            "rank": partner.rank,
            "removed": removed,
        }
        return self._ledger.edit("partner-set", body)
