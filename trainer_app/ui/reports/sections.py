"""Which cards stand in which part of a report."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtWidgets import QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.funding.figures import FigureReport
from trainer_app.ui.reports.breakdown_cards import people_card, stacked_card, titled_card
from trainer_app.ui.reports.learning_cards import abilities_card, experiments_card, helping_card
from trainer_app.ui.reports.lesson_names import lesson_titles
from trainer_app.ui.reports.outcome_cards import (
    completion_card,
    lessons_card,
    retention_card,
    targets_card,
)
from trainer_app.ui.widgets import Text

Section = Literal["overview", "who", "where", "stayed", "learnt", "rows"]


def section_names() -> list[tuple[str, str, str]]:
    """The parts of a report: key, word and icon, in their order."""
    return [
        ("overview", _("Overview"), "chart-column"),
        ("who", _("Who came"), "users"),
        ("where", _("When and where"), "map-pin"),
        ("stayed", _("Who stayed"), "trending-up"),
        ("learnt", _("What they can do"), "award"),
        ("rows", _("Rows and files"), "list"),
    ]


def cards(section: Section, report: FigureReport, lessons: LessonLibrary) -> list[QWidget]:
    """The cards of one part; that of rows has none."""
    make: dict[Section, Callable[[], list[QWidget]]] = {
        "overview": lambda: _overview(report),
        "who": lambda: _who(report),
        "where": lambda: _where(report),
        "stayed": lambda: _stayed(report),
        "learnt": lambda: _learnt(report, lessons),
    }
    return make[section]() if section in make else []


def _overview(report: FigureReport) -> list[QWidget]:
    found: list[QWidget] = []
    if report.targets:
        found.append(targets_card(report.targets))
    elif report.roll.project is not None:
        found.append(
            _said(
                _("What the project wants to reach"),
                _("This project has no targets yet. Write them down on its page."),
            )
        )
    found.append(_attended("month", report))
    if report.tables["apart"].lines:
        found.append(
            people_card(
                report.tables["apart"],
                report.courses,
                column="attendances",
                compare=False,
                note=_("How often each role was there. None of this is in the figures above."),
            )
        )
    if report.below:
        found.append(_said(_("Not long enough to count"), _below(report)))
    return found


def _below(report: FigureReport) -> str:
    words = ngettext(
        "{count} person was there for less than the {least} minutes that the project asks for.",
        "{count} people were there for less than the {least} minutes that the project asks for.",
        report.below,
    )
    least = report.roll.rules.least_minutes
    return words.format(count=number(report.below), least=number(least))


def _who(report: FigureReport) -> list[QWidget]:
    age = _("Age is reckoned from the year of birth, on the day of the first visit.")
    return [
        people_card(report.tables["gender"], report.courses),
        people_card(report.tables["age"], report.courses, note=age),
        stacked_card(report.tables["age_gender"], report.courses),
        people_card(report.tables["language"], report.courses),
    ]


def _where(report: FigureReport) -> list[QWidget]:
    return [_attended(key, report) for key in ("month", "place", "course")]


def _attended(key: str, report: FigureReport) -> QWidget:
    notes = {
        "month": _("Who came in several months is counted in each of them, and once in the total."),
        "place": _("Who came to several places is counted in each of them, and once in the total."),
        "course": _("Who came to several courses is counted in each, and once in the total."),
    }
    table = report.tables[key]
    return people_card(table, report.courses, note=notes[key] if len(table.lines) > 1 else "")


def _stayed(report: FigureReport) -> list[QWidget]:
    return [retention_card(report.tables["retention"]), completion_card(report)]


def _learnt(report: FigureReport, lessons: LessonLibrary) -> list[QWidget]:
    found: list[QWidget] = []
    table = report.tables["lessons"]
    if table.lines:
        found.append(lessons_card(table, lesson_titles(lessons)))
        found.append(abilities_card(table, lessons))
    else:
        found.append(
            _said(
                _("What people can do now"),
                _("Nobody has passed a lesson here yet. It shows here as soon as somebody does."),
            )
        )
    if report.helped.people:
        found.append(helping_card(report.helped))
    if report.tried:
        found.append(experiments_card(report.tried))
    return found


def _said(title: str, words: str) -> QWidget:
    return titled_card(title, Text(words, tight=True))
