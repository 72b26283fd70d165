"""The hours that somebody gave, kept as counts where she is erased."""

from __future__ import annotations

from collections.abc import Sequence

from trainer_app.domain.events import Draft
from trainer_app.domain.funding.work import OTHER, TASKS
from trainer_app.services.ledger import Ledger
from trainer_app.store import took

_LEFT = "-left"
"""Behind the id of work whose person is gone: two laptops that erase her leave it once."""


def work_left(ledger: Ledger, ids: Sequence[str], erasure: str) -> list[Draft]:
    """Her typed hours, and whether she was paid, under the id of the erasure; nobody's words."""
    drafts = []
    for row in took.work_of(ledger.store, ids):
        body = {
            "work": row["id"].removesuffix(_LEFT) + _LEFT,
            "project": row["project"],
            "session": row["session"],
            "on": row["on"],
            "minutes": row["minutes"],
            "role": row["role"],
            "task": row["task"] if row["task"] in TASKS else OTHER,
            "paid": bool(row["paid"]),
            "removed": False,
        }
        drafts.append(ledger.note("work-done", body, erasure))
    for project, paid in took.pay_of(ledger.store, ids):
        drafts.append(ledger.note("pay-set", {"project": project, "paid": paid}, erasure))
    return drafts
