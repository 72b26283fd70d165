"""What a person took home: certificates and badges, to print or save again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.funding.awards import Award
from trainer_app.i18n import _, current, isolate
from trainer_app.i18n.formats import short_date
from trainer_app.services.courses import Courses
from trainer_app.services.funding.awarding import Awarding
from trainer_app.ui.award_words import award_name
from trainer_app.ui.heading import clear, column, flow
from trainer_app.ui.theme import current as look
from trainer_app.ui.widgets import Button, Card, Text


class AwardsCard(Card):
    """A line for each thing that was given and not taken back; hidden where there is none.

    Signals: `print_requested(list)`, `save_requested(list)`, each with one award.
    """

    print_requested = Signal(list)
    save_requested = Signal(list)

    def __init__(
        self, awarding: Awarding, courses: Courses, lessons: LessonLibrary, person_id: str
    ) -> None:
        super().__init__()
        self._awarding, self._courses, self._lessons = awarding, courses, lessons
        self._person = person_id
        self.add(Text(_("Certificates and badges"), "large", "bold"))
        self._list = QVBoxLayout()
        self._list.setSpacing(look().space(12))
        self.add(self._list)

    def read(self) -> None:
        """Ask again."""
        clear(self._list)
        given = self._awarding.of_person(self._person)
        for award in given:
            self._list.addWidget(self._entry(award), 0, Qt.AlignmentFlag.AlignTop)
        self.setVisible(bool(given))

    def _entry(self, award: Award) -> QWidget:
        words = _("{what}, {day}").format(what=isolate(self._what(award)), day=short_date(award.on))
        printing = Button(_("Certificate"), icon="printer", size="small")
        printing.clicked.connect(lambda: self.print_requested.emit([award.id]))
        printing.setAccessibleName(_("Certificate: {what}").format(what=self._what(award)))
        saving = Button(_("Badge"), icon="badge-check", size="small")
        saving.clicked.connect(lambda: self.save_requested.emit([award.id]))
        saving.setAccessibleName(_("Badge: {what}").format(what=self._what(award)))
        return column(Text(words), flow(printing, saving), gap=6)

    def _what(self, award: Award) -> str:
        try:
            title = self._courses.course(award.course).title if award.course else ""
        except UnknownThing:
            title = ""
        return award_name(award, title, self._lessons, current().code)
