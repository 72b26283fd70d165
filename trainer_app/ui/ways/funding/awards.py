"""The ways of what people take home: certificates, badges, and looking at a badge's file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from trainer_app.domain.courses import Course
from trainer_app.domain.funding.badges import Badge
from trainer_app.i18n import _, ngettext, runs_from_right
from trainer_app.i18n.formats import number
from trainer_app.ui.award_papers import certificate_of
from trainer_app.ui.badge_drawing import badge_picture
from trainer_app.ui.badge_view import BadgeView
from trainer_app.ui.badge_words import verdict_title
from trainer_app.ui.funding.awards import AwardsPage
from trainer_app.ui.page import Page
from trainer_app.ui.printing.certificate import certificate_drawing
from trainer_app.ui.widgets import Button, Dialog

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class AwardWays:
    """From a course or a project to what its people take home."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def of_course(self, course_id: str) -> None:
        """Certificates and badges of one course."""
        title = self._desk.courses.course(course_id).title
        self._show(
            "courses",
            lambda: [self._desk.courses.course(course_id)],
            title,
            lambda: self._window.trainer.course(course_id),
        )

    def of_project(self, project_id: str) -> None:
        """The same for the courses of a project."""
        name = self._desk.projects.project(project_id).name

        def courses() -> list[Course]:
            of = self._desk.projects.of_course
            return [
                course
                for course in self._desk.courses.all()
                if any(one.id == project_id for one in of(course.id))
            ]

        back = self._window.funding.projects.project
        self._show("reports", courses, name, lambda: back(project_id))

    def _show(
        self,
        section: str,
        courses: Callable[[], Sequence[Course]],
        back: str,
        way_back: Callable[[], None],
    ) -> None:
        def build() -> Page:
            desk, bridge = self._desk, self._window.bridge
            page = AwardsPage(desk.awarding, courses(), desk.lessons, bridge, back=back)
            page.print_requested.connect(self.print_certificates)
            page.save_requested.connect(self.save_badges)
            page.check_requested.connect(self.check)
            page.back_requested.connect(way_back)
            return page

        self._window.trainer.show(section, build)

    # Taking home
    def print_certificates(self, award_ids: Sequence[str]) -> None:
        """A page for each award, printed or kept as one PDF."""
        desk = self._desk
        made = self._window.bridge.run(
            lambda: [certificate_of(desk.awarding.earned(id), desk.lessons) for id in award_ids]
        )
        if made:
            title = _("Certificates")
            self._window.papers.offer(title, certificate_drawing(made), title)

    def save_badges(self, award_ids: Sequence[str]) -> None:
        """A file for each badge, in a folder that the trainer chooses."""
        self._window.ask(
            _("Save badges"),
            _(
                "A picture can be shown and sent, and the signed badge is hidden inside it. "
                "A plain file is smaller, and for other programs."
            ),
            [
                ("close", Button(_("Cancel"), "quiet")),
                ("plain", Button(_("As plain files"), "secondary", icon="file-text")),
                ("picture", Button(_("As pictures"), "primary", icon="image")),
            ],
            lambda answer: None if answer == "close" else self._save(award_ids, answer),
        )

    def _save(self, award_ids: Sequence[str], form: str) -> None:
        window, awarding = self._window, self._desk.awarding
        folder = window.choose_folder()
        if folder is None:
            return
        picture = _drawn if form == "picture" else None
        written = window.bridge.run(lambda: awarding.write_badges(award_ids, folder, picture))
        if written:
            words = ngettext("{count} badge is saved.", "{count} badges are saved.", len(written))
            window.say(words.format(count=number(len(written))))

    def check(self) -> None:
        """Look at a badge's file, and say what it is."""
        window, awarding = self._window, self._desk.awarding
        file = window.choose_file(None)
        checked = None if file is None else window.bridge.run(lambda: awarding.check(file))
        if checked is None:
            return
        close = Button(_("Close"), "primary")
        title = verdict_title(checked)
        dialog = Dialog(
            window, title, BadgeView(checked), [("close", close)], escape="close", width=680
        )
        dialog.open(close)


def _drawn(badge: Badge) -> bytes:
    return badge_picture(badge.name, badge.issuer, right_to_left=runs_from_right(badge.language))
