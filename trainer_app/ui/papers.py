"""Paper that somebody asks for: printed, or kept as a PDF where they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from trainer_app.domain.funding.projects import names_and_funders
from trainer_app.i18n import _, current, isolate
from trainer_app.ui.drawing import draw_beside
from trainer_app.ui.widgets import Button

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow
    from trainer_app.ui.printing import Drawing, HelpCard, PictureCard, PlanPaper, SignInSheet


class Papers:
    """Asks "print or save?" and does it. Drawing code loads when the first paper is asked for."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def sign_in_sheet(self, desk: Desk, session_id: str) -> None:
        """The list of a session, to be signed."""
        from trainer_app.ui.printing import sign_in_drawing

        sheet = self.sheet_of(desk, session_id)
        name = _("Sign-in sheet {day}").format(day=sheet.date.isoformat())
        self.offer(_("Sign-in sheet"), sign_in_drawing(sheet), name)

    def sheet_of(self, desk: Desk, session_id: str) -> SignInSheet:
        """What stands on the list of a session."""
        from trainer_app.ui.printing import Backer, SheetRow, SignInSheet

        session = desk.courses.session(session_id)
        course = desk.courses.course(session.course)
        titles = desk.lessons.titles(current().code)
        trainer = self._window.door.trainer()
        projects = desk.projects.of_course(course.id)
        names, funders = names_and_funders(projects)
        return SignInSheet(
            organisation=self._window.door.centre_name(),
            course=course.title,
            number=session.number,
            date=session.date,
            start=session.planned_start,
            end=session.planned_end,
            place=session.place or course.place,
            project=names or course.project,
            project_number=projects[0].grant if projects else None,
            funder=funders or course.funder,
            topics=[titles[lesson][0] for lesson in session.lessons if lesson in titles],
            rows=[
                SheetRow(person.number, person.name)
                for person in desk.enrolling.on_sheet(session.course)
            ],
            trainer=trainer.name if trainer else "",
            partners=[
                Backer(partner.name, partner.logo)
                for project in projects
                for partner in desk.spending.partners(project.id)
            ],
        )

    def picture_cards(self, desk: Desk, person_ids: Sequence[str]) -> None:
        """Cards to cut out, with the three pictures of each person; who has none gets some."""
        from trainer_app.ui.printing import cards_drawing

        made = self._window.bridge.run(lambda: self.cards_of(desk, person_ids), "pictures")
        if made:
            drawing = cards_drawing(made, self._window.door.centre_name())
            self.offer(_("Picture cards"), drawing, _("Picture cards"))

    def cards_of(self, desk: Desk, person_ids: Sequence[str]) -> list[PictureCard]:
        """The card of each person, in the language that each reads; who has no pictures gets some.

        Raises UnknownThing, and NotAllowed where pictures would have to be given by no trainer.
        """
        from trainer_app.ui.printing import PictureCard

        found = []
        for id in person_ids:
            person = desk.enrolling.person(id)
            pictures = desk.seats.pictures(id) or desk.seats.give_pictures(id)
            language = person.language or ""
            found.append(PictureCard(person.name, person.number, pictures, person.face, language))
        return found

    def plan(self, plan: PlanPaper) -> None:
        """A plan that a learner made in a practice."""
        from trainer_app.ui.printing import plan_drawing

        self.offer(_("My plan"), plan_drawing(plan), _("My plan"))

    def help_card(self, card: HelpCard, *, pocket: bool = False) -> None:
        """The card of where help is near: one large, or four for a pocket."""
        from trainer_app.ui.printing import help_card_drawing

        self.offer(_("Help card"), help_card_drawing(card, pocket=pocket), _("Help card"))

    def save_recovery_code(self, centre: str, code: str, picture: str, file: Path) -> None:
        """Keep the page with the recovery code as a PDF. Raises CannotWriteFile."""
        from trainer_app.ui.printing import draw_recovery_code

        draw_recovery_code(code, centre, self._today(), file, picture=picture)

    def print_recovery_code(self, centre: str, code: str, picture: str) -> bool:
        """Print the page with the recovery code; False where the person thought better of it."""
        from trainer_app.ui.printing import print_with_dialog, recovery_drawing

        drawing = recovery_drawing(code, centre, self._today(), picture=picture)
        return print_with_dialog(drawing, self._window)

    def _today(self) -> date:
        return self._window.door.ledger.now().date()

    def offer(self, title: str, drawing: Drawing, file_name: str) -> None:
        """Ask whether to print a paper or to keep it as a PDF; `file_name` has no ending."""
        answers: dict[str, Callable[[], None]] = {
            "print": lambda: self._print(drawing),
            "save": lambda: self._save(drawing, file_name, title),
            "close": lambda: None,
        }
        self._window.ask(
            title,
            _("Print it now, or keep it as a PDF file?"),
            [
                ("close", Button(_("Cancel"), "quiet")),
                ("save", Button(_("Save as PDF"), "secondary", icon="file-down")),
                ("print", Button(_("Print"), "primary", icon="printer")),
            ],
            lambda answer: answers[answer](),
        )

    def _print(self, drawing: Drawing) -> None:
        from trainer_app.ui.printing import ask_for_printer

        printer = ask_for_printer(self._window)
        if printer is not None:
            draw_beside(self._window, lambda: drawing(printer), "")

    def _save(self, drawing: Drawing, file_name: str, title: str) -> None:
        from trainer_app.ui.printing import write_pdf

        file = self._window.choose_file(f"{file_name}.pdf")
        if file is None:
            return

        said = _("Saved in {file}").format(file=isolate(file.name))
        draw_beside(self._window, lambda: write_pdf(drawing, file, title), said)
