"""What the register knows of a person, to change by hand."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from trainer_app.domain.people import FACES, Person
from trainer_app.domain.roster import read_year
from trainer_app.i18n import _
from trainer_app.i18n.formats import figures
from trainer_app.ui.heading import flow
from trainer_app.ui.labels import person_label
from trainer_app.ui.picture_names import face_name
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Avatar,
    Button,
    Card,
    CheckField,
    ChoiceField,
    Dialog,
    FaceButton,
    FlowGrid,
    Text,
    TextField,
)
from trainer_app.ui.workshop.person_words import gender_options, language_options


class PersonForm(Card):
    """The fields of one person. `year` is the current one.

    Signals: `saved(Person)` with the person as it should be now.
    """

    saved = Signal(object)

    def __init__(self, person: Person, year: int) -> None:
        super().__init__()
        self._person, self._year = person, year
        self._face_row = QHBoxLayout()
        self._face_row.setSpacing(current().space(16))
        self._other = Button(_("Other face"), "secondary", icon="smile", size="small")
        self._other.clicked.connect(self._choose_face)
        self._avatar = Avatar(person.face, face_name(person.face), 72)
        self._face_row.addWidget(self._avatar)
        column = QVBoxLayout()
        column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeading)
        self._face_row.addLayout(column, 1)
        self.add(Text(_("About this person"), "large", "bold"), self._face_row)
        self.name = TextField(_("Name"), help_words=_("It may stay empty: the number is enough."))
        self.birth_year = TextField(_("Year of birth"), latin=True)
        self.gender = ChoiceField(_("Gender"), gender_options())
        self.language = ChoiceField(_("Language"), language_options(person.language))
        self.phone = TextField(_("Phone"), latin=True)
        self.note = TextField(_("Note"), lines=2)
        self.listed = CheckField(_("Face and name stand on the learners’ list"))
        small = FlowGrid(190, 12, most=2)
        small.add(self.birth_year, self.gender, self.language, self.phone)
        self.add(self.name, small, self.note, self.listed)
        self._unsaved = Text(_("Not saved yet"), "small", "semibold", colour="warn")
        self.save = Button(_("Save"), "primary", icon="save")
        self.save.clicked.connect(self._save)
        self.add(flow(self.save, self._unsaved, gap=16))
        self.show_person(person)
        self._watch()

    def show_person(self, person: Person) -> None:
        """Show a person as the register knows them now."""
        self._person = person
        self.fill(person)
        self._unsaved.hide()

    def fill(self, person: Person) -> None:
        """Put values in, which may differ from what the register knows."""
        self.name.set_value(person.name)
        born = "" if person.birth_year is None else figures(str(person.birth_year))
        self.birth_year.set_value(born)
        self.birth_year.set_error(None)
        self.gender.set_value(person.gender or "")
        self.language.set_value(person.language or "")
        self.phone.set_value(person.phone or "")
        self.note.set_value(person.note or "")
        self.listed.setChecked(person.listed)
        self._show_face(person.face)

    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._typed() != self._person or not self._year_typed()[1]

    def typed(self) -> tuple[Person, str]:
        """The person as typed, and the year of birth letter by letter."""
        return self._typed(), self.birth_year.value()

    def put_back(self, typed: tuple[Person, str]) -> None:
        """Put back what `typed` gave."""
        self.fill(typed[0])
        self.birth_year.set_value(typed[1])
        self._touch()

    def _watch(self) -> None:
        for field in (self.name, self.birth_year, self.phone, self.note):
            field.changed.connect(self._touch)
        for choice in (self.gender, self.language):
            choice.changed.connect(self._touch)
        self.listed.toggled.connect(self._touch)
        for line in (self.name, self.birth_year, self.phone):
            line.entered.connect(self._save)

    def _touch(self) -> None:
        self._unsaved.setVisible(self.is_changed())

    def _typed(self) -> Person:
        year, readable = self._year_typed()
        return replace(
            self._person,
            name=" ".join(self.name.value().split()),
            birth_year=year if readable else self._person.birth_year,
            gender=self.gender.value() or None,
            language=self.language.value() or None,
            phone=self.phone.value().strip() or None,
            note=self.note.value().strip() or None,
            face=self._face,
            listed=self.listed.isChecked(),
        )

    def _year_typed(self) -> tuple[int | None, bool]:
        """The year, none where nothing is typed, and whether it can be read."""
        typed = self.birth_year.value().strip()
        if not typed:
            return None, True
        year, doubt = read_year(typed, self._year)
        return year, year is not None and doubt is None

    def _save(self) -> None:
        if not self._year_typed()[1]:
            self.birth_year.set_error(_("Type a year with four figures, such as 1984."))
            self.birth_year.setFocus()
            return
        self.birth_year.set_error(None)
        self.saved.emit(self._typed())

    # The face
    def _show_face(self, face: str) -> None:
        self._face = face
        self._face_row.removeWidget(self._avatar)
        self._avatar.hide()
        self._avatar.deleteLater()
        self._avatar = Avatar(face, face_name(face), 72)
        self._face_row.insertWidget(0, self._avatar)

    def _choose_face(self) -> None:
        grid = FlowGrid(84, 8, most=9)
        cancel = Button(_("Cancel"), "secondary")
        title = _("A face for {name}").format(name=person_label(self._person))
        dialog = Dialog(self.window(), title, grid, [("", cancel)], escape="", width=860)
        for face in FACES:
            button = FaceButton(face, "", size=60)
            button.setAccessibleName(face_name(face))
            button.setChecked(face == self._face)
            button.clicked.connect(lambda _=False, face=face: dialog.answer(face))
            grid.add(button)
        dialog.answered.connect(self._face_chosen)
        dialog.open(grid.tiles()[FACES.index(self._face)])

    def _face_chosen(self, face: str) -> None:
        if face:
            self._show_face(face)
            self._touch()
