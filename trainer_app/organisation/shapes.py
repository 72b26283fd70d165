"""The tables of a dataset: names and types that DuckDB, Spark and any other engine read alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

ABOUT = "dataset.json"
"""What a dataset was made from, in the open."""
FORM = 2
"""Raised when the tables change: everything is then written anew."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One table. `columns`: types by name, as both engines call them; beside them every table has
    `centre`, and those that are `monthly` have `month` ("2026-11").
    """

    columns: Mapping[str, str]
    monthly: bool = False


SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        # Every mark, also of helpers and of who was not there. `counts`: a participant who was;
        # `whole`: her minutes where who came late counts in full
        "attendance": Shape(
            {
                "person": "STRING", "session": "STRING", "course": "STRING", "day": "DATE",
                "role": "STRING", "status": "STRING", "late": "BIGINT", "early": "BIGINT",
                "counts": "BOOLEAN", "minutes": "BIGINT", "whole": "BIGINT", "erased": "BOOLEAN",
                "unsettled": "BOOLEAN",
            },
            monthly=True,
        ),
        # `minutes` only of those that took place
        "sessions": Shape(
            {
                "session": "STRING", "course": "STRING", "number": "BIGINT", "day": "DATE",
                "cancelled": "BOOLEAN", "minutes": "BIGINT", "headcount": "BIGINT",
            },
            monthly=True,
        ),
        "centres": Shape({"name": "STRING"}),
        "courses": Shape({"course": "STRING", "title": "STRING", "place": "STRING"}),
        "course_projects": Shape({"course": "STRING", "project": "STRING"}),
        "course_lessons": Shape({"course": "STRING", "lesson": "STRING"}),
        # `same`: what is equal for two ways to write one name; `step`: minutes to round to
        "projects": Shape(
            {
                "project": "STRING", "name": "STRING", "same": "STRING", "grant_number": "STRING",
                "funder": "STRING", "starts": "DATE", "ends": "DATE", "least_minutes": "BIGINT",
                "hour_minutes": "BIGINT", "break_minutes": "BIGINT", "step": "BIGINT",
                "late_in_full": "BOOLEAN", "completion": "STRING", "completion_share": "BIGINT",
                "estimates": "BOOLEAN",
            }
        ),
        "project_sets": Shape({"project": "STRING", "name": "STRING"}),
        # `number` and `name` only where somebody asked for names
        "people": Shape(
            {
                "person": "STRING", "gender": "STRING", "birth_year": "BIGINT",
                "language": "STRING", "number": "STRING", "name": "STRING",
            }
        ),
        # `later`: the day from which six months have gone by
        "leavings": Shape(
            {"project": "STRING", "person": "STRING", "day": "DATE", "later": "DATE"}
        ),
        # `value` is none where the answer is sensitive: it stays closed
        "answers": Shape(
            {
                "project": "STRING", "person": "STRING", "stage": "STRING", "question": "STRING",
                "value": "STRING",
            }
        ),
        # What is the same for one name and year of birth in every centre that has the period's key
        "prints": Shape(
            {"project": "STRING", "person": "STRING", "period": "STRING", "print": "STRING"}
        ),
        "passed": Shape({"person": "STRING", "lesson": "STRING", "day": "DATE"}),
        # `level`: 0 for basic, 3 for highly advanced
        "competences": Shape({"lesson": "STRING", "code": "STRING", "level": "BIGINT"}),
        "claims_figures": Shape(
            {
                "claim": "STRING", "project": "STRING", "label": "STRING", "since": "DATE",
                "until": "DATE", "set_name": "STRING", "code": "STRING", "women": "BIGINT",
                "men": "BIGINT", "nonbinary": "BIGINT", "unknown": "BIGINT", "total": "BIGINT",
                "counted": "BIGINT",
            }
        ),
    }
)  # fmt: skip


def types_of(name: str) -> dict[str, str]:
    """All columns of a table with their types, those of its folders first."""
    shape = SHAPES[name]
    folders = {"centre": "STRING", **({"month": "STRING"} if shape.monthly else {})}
    return {**folders, **shape.columns}
