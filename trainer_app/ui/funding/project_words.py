"""How a project, its period and what it came to are said."""

from __future__ import annotations

from decimal import Decimal

from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import number, short_date


def period(project: Project) -> str:
    """The days that it runs; nothing where neither is known."""
    if project.starts and project.ends:
        return _("{first} to {last}").format(
            first=short_date(project.starts), last=short_date(project.ends)
        )
    if project.starts:
        return _("from {day}").format(day=short_date(project.starts))
    if project.ends:
        return _("until {day}").format(day=short_date(project.ends))
    return ""


def facts(project: Project) -> list[str]:
    """What is known of a project beside its name, each as some words."""
    grant = _("Grant number {number}").format(number=isolate(project.grant or ""))
    kept = project.keep_until and _("People kept until {day}").format(
        day=short_date(project.keep_until)
    )
    found = [
        project.funder,
        grant if project.grant else "",
        period(project),
        kept,
    ]
    return [one for one in found if one]


def figure(value: int | Decimal) -> str:
    """A figure as it is written; hours have two decimals."""
    return number(value, 2) if isinstance(value, Decimal) else number(value)
