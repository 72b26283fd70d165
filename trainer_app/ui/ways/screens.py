"""Every screen and deed of a trainer by its name, for whoever looks for it by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer_app.domain.courses import Session
from trainer_app.i18n import _, pgettext

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Spot:
    """A screen or deed: its name, where it belongs, other words for it, how to go there."""

    words: str
    under: str
    go: Callable[[], None]
    also: str = ""


def spots(window: MainWindow) -> list[Spot]:
    """All that a trainer can go to now; what belongs to a session means that of now or today."""
    session = _session(window)
    around = [] if session is None else _around(window, session.id)
    return [*around, *_places(window), *_lessons(window), *_reports(window), *_settings(window)]


def _session(window: MainWindow) -> Session | None:
    """The session that runs, else the first of today."""
    assert window.desk is not None
    courses = window.desk.courses
    return courses.open_session() or next(iter(courses.today()), None)


def _around(window: MainWindow, id: str) -> list[Spot]:
    trainer, evening, today = window.trainer, window.evening, _("Today")
    return [
        Spot(_("Attendance"), today, lambda: trainer.attendance(id)),
        Spot(_("Live board"), today, lambda: trainer.board(id)),
        Spot(_("Prepare"), today, lambda: evening.do("prepare", id), _("Papers")),
        Spot(_("Sign-in sheet"), today, lambda: trainer.sign_in_sheet(id), _("Print")),
        Spot(_("The room"), today, lambda: evening.do("room", id), _("Laptops")),
        Spot(pgettext("projector", "Present"), today, lambda: evening.do("present", id)),
        Spot(_("Signed sheet"), today, lambda: evening.do("tick", id)),
        Spot(_("How was it?"), today, lambda: evening.do("after", id)),
    ]


def _places(window: MainWindow) -> list[Spot]:
    trainer = window.trainer
    return [
        Spot(_("Today"), "", trainer.today),
        Spot(_("Courses"), "", trainer.courses),
        Spot(_("New course"), _("Courses"), lambda: trainer.course(None)),
        Spot(_("People"), "", trainer.people),
        Spot(_("The same person twice?"), _("People"), window.settling.settle, _("Settle")),
        Spot(_("Learners’ screen"), "", window.learner.hand_over),
    ]


def _lessons(window: MainWindow) -> list[Spot]:
    teaching, lessons = window.teaching, _("Lessons")
    return [
        Spot(lessons, "", teaching.lessons),
        Spot(_("Paths"), lessons, lambda: teaching.paths.paths()),
        Spot(_("Our own lessons"), lessons, lambda: teaching.authoring.lessons()),
        Spot(_("Translate a lesson"), lessons, lambda: teaching.translating.translations()),
        Spot(_("Play Plaza with the class"), lessons, window.free.with_class),
        Spot(_("Scam shelf"), lessons, window.shelf.shelf),
        Spot(_("Help near us"), lessons, teaching.helping.from_lessons),
        Spot(_("What worked"), lessons, window.evening.after.from_lessons),
    ]


def _reports(window: MainWindow) -> list[Spot]:
    funding, reports = window.funding, _("Reports")
    return [
        Spot(reports, "", window.trainer.reports),
        Spot(_("Projects"), reports, lambda: funding.projects.projects(), _("Claims")),
        Spot(_("New project"), reports, lambda: funding.projects.details(None)),
        Spot(_("Files for funders"), reports, lambda: funding.files.of_centre(), _("Export")),
        Spot(_("Indicator sets"), reports, lambda: funding.sets.sets()),
        Spot(_("For an organisation"), reports, lambda: funding.sending.of_centre()),
    ]


def _settings(window: MainWindow) -> list[Spot]:
    settings, keys = _("Settings"), window.colleagues
    open_settings = window.trainer.settings
    found = [
        Spot(settings, "", open_settings),
        Spot(_("Merge news"), settings, window.laptops.merge),
        Spot(_("Laptops and sticks"), settings, window.laptops.laptops),
        Spot(_("Backups"), settings, window.backups.backups, _("Back up now")),
        Spot(_("Trainers"), settings, keys.trainers, _("Recovery code")),
        Spot(_("Change my passphrase"), settings, keys.passphrase),
    ]
    assert window.desk is not None
    if window.desk.trainers.may_decide:
        found.append(Spot(_("Keep or erase"), _("People"), window.trainer.due))
    shown = (_("Language"), _("Text size"), _("Colours"), _("Read aloud"), _("Lock now"))
    return [*found, *(Spot(words, settings, open_settings) for words in shown)]
