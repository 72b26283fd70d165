"""What the rules of a project and their choices are called, wherever they are named."""

from __future__ import annotations

from trainer_app.domain.funding.projects import Completion, Rounding
from trainer_app.i18n import _


def rule_labels() -> dict[str, str]:
    """Each rule by the name of its field."""
    return {
        "least_minutes": _("Least time to count as a participant"),
        "hour_minutes": _("Length of a participant-hour"),
        "break_minutes": _("Break, taken off each attendance"),
        "rounding": _("Rounding of each attendance"),
        "late_in_full": _("Who comes late counts as if on time"),
        "completion": _("A course is completed when somebody …"),
        "completion_share": _("That is at least"),
        "estimates": _("Sensitive figures may be estimated"),
        "smallest_cell": _("Smallest figure in tables to publish"),
        "exit_days": _("Questions at leaving are asked within"),
    }


def roundings() -> dict[Rounding, str]:
    """How minutes are rounded."""
    return {
        "exact": _("Not at all: to the minute"),
        "quarter": _("To the nearest quarter of an hour"),
        "half": _("To the nearest half hour"),
        "hour": _("To the nearest hour"),
    }


def completions() -> dict[Completion, str]:
    """When a course is completed: goes on from the label of the rule."""
    return {
        "lessons": _("has passed all its lessons"),
        "sessions": _("came to most of its sessions"),
        "minutes": _("was there for most of its hours"),
    }
