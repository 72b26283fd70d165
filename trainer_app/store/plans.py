"""Reads the plans that people chose to keep."""

from __future__ import annotations

from trainer_app.domain.practice.kept_plans import KeptPlan, read_sheet
from trainer_app.store.store import Store


def plans_of(store: Store, person_id: str) -> list[KeptPlan]:
    """What a person keeps, the newest first."""
    rows = store.query(
        "SELECT * FROM plans WHERE person = ? ORDER BY at DESC, plan DESC", [person_id]
    )
    return [
        KeptPlan(
            id=row["plan"],
            person=row["thing"].split(":")[1],
            lesson=row["lesson"],
            version=row["version"],
            sheet=read_sheet(row["sheet"].split("\n")),
            at=row["at"],
        )
        for row in rows
    ]
