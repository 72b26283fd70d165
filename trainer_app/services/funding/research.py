"""A row for each person without who she is, for researchers; it is personal data all the same."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import Counter
from collections.abc import Callable, Collection
from datetime import date

from trainer_app.domain.funding.participation import Participation
from trainer_app.exports.table import CellType, Table
from trainer_app.services.funding.participating import Roll
from trainer_app.services.funding.tables import FileWords, table_of
from trainer_app.store.store import Store

RESEARCH: tuple[tuple[str, CellType], ...] = (
    ("id", "text"),
    ("age_band", "text"),
    ("gender", "text"),
    ("language", "text"),
    ("entry_week", "text"),
    ("exit_week", "text"),
    ("courses", "integer"),
    ("completed", "integer"),
    ("lessons", "integer"),
    ("competences", "integer"),
    ("attendances", "integer"),
    ("minutes", "integer"),
    ("hours", "decimal"),
)
"""The columns: nothing that anybody typed, no day, no year of birth."""

OTHER = "other"
_BANDS = (18, 25, 35, 45, 55, 65)
_SECRET = "research-ids"
_ID_LENGTH = 24

NewId = Callable[[str], str]
"""From a person's id to the id in a file."""


def random_ids() -> NewId:
    """Ids that nobody can trace, others in each file."""
    given: dict[str, str] = {}
    return lambda person: given.setdefault(person, secrets.token_hex(_ID_LENGTH // 2))


def kept_ids(store: Store) -> NewId:
    """The same ids in each file of this laptop, by a secret that never leaves it."""
    known = store.secret(_SECRET)
    if known is None:
        known = secrets.token_hex(32)
        store.keep_secret(_SECRET, known)
    key = bytes.fromhex(known)
    return lambda person: hmac.new(key, person.encode(), hashlib.sha256).hexdigest()[:_ID_LENGTH]


def research_people(roll: Roll, restricted: Collection[str]) -> list[Participation]:
    """Those who may be in it: neither erased nor kept for a funder's proof only."""
    return [
        one for one in roll.participations if not one.erased and one.person_id not in restricted
    ]


def research_table(
    people: Collection[Participation], smallest: int, new_id: NewId, words: FileWords
) -> Table:
    """One row a person, in an order that says nothing.

    A language that fewer than `smallest` people speak is only "other". Dates are weeks (ISO 8601).
    """
    spoken = Counter(one.language for one in people)
    rows = [
        [
            new_id(one.person_id),
            age_band(one.age_at_entry),
            one.gender,
            one.language if one.language is None or spoken[one.language] >= smallest else OTHER,
            _week(one.entry),
            None if one.exit is None else _week(one.exit),
            len(one.courses),
            len(one.completed),
            len(one.passed),
            len(one.levels),
            one.attendances,
            one.minutes,
            one.hours,
        ]
        for one in people
    ]
    return table_of(RESEARCH, sorted(rows, key=lambda row: str(row[0])), words)


def age_band(age: int | None) -> str | None:
    """Such as 25-34; the first is 0-17, the last 65+."""
    if age is None:
        return None
    lower = max((start for start in _BANDS if start <= age), default=0)
    upper = min((start for start in _BANDS if start > age), default=None)
    return f"{lower}+" if upper is None else f"{lower}-{upper - 1}"


def _week(day: date) -> str:
    year, week, _weekday = day.isocalendar()
    return f"{year}-W{week:02}"
