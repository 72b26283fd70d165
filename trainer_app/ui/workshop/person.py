"""One person: what is known, how they sign in, when they came, and what they did and can do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.people import Person
from trainer_app.i18n import _
from trainer_app.i18n.formats import listed
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.erasing import Erasing
from trainer_app.services.reviewing import Standing
from trainer_app.services.sitting import Seats
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, column, is_roomy, margins
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Now, Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Dialog, Scroller, Text
from trainer_app.ui.workshop.abilities import AbilityList
from trainer_app.ui.workshop.attendance_words import SEPARATOR
from trainer_app.ui.workshop.person_awards import AwardsCard
from trainer_app.ui.workshop.person_choice import ask_person
from trainer_app.ui.workshop.person_form import PersonForm
from trainer_app.ui.workshop.person_history import AttendanceHistory
from trainer_app.ui.workshop.person_pictures import PicturesCard
from trainer_app.ui.workshop.person_privacy import ChooseFile, PrivacyCard
from trainer_app.ui.workshop.person_progress import ProgressCard
from trainer_app.ui.workshop.person_projects import ProjectsCard
from trainer_app.ui.workshop.person_sittings import SittingsCard

StandingOf = Callable[[str], Standing]


class PersonPage(Page):
    """Everything about one person. `standing_of` says how far a person is.

    With `erasing`, for who may, there is a part for privacy; `choose_file` asks where to save.
    `awards` is a card of what the person took home, `projects` one of who pays for them.
    Signals: `back_requested`, `picture_cards_requested(list)` with the one person, `gone` when
    the person was erased, here or by a merge.
    """

    guide = "people"

    back_requested = Signal()
    picture_cards_requested = Signal(list)
    gone = Signal()

    shows_names = True

    def __init__(
        self,
        enrolling: Enrolling,
        seats: Seats,
        courses: Courses,
        lessons: LessonLibrary,
        attending: Attending,
        bridge: Bridge,
        person_id: str,
        *,
        standing_of: StandingOf | None = None,
        erasing: Erasing | None = None,
        choose_file: ChooseFile | None = None,
        awards: AwardsCard | None = None,
        projects: ProjectsCard | None = None,
        now: Now,
    ) -> None:
        super().__init__()
        self._enrolling, self._seats, self._bridge = enrolling, seats, bridge
        self._lessons, self._id, self._standing_of = lessons, person_id, standing_of
        self._is_gone = False
        person = enrolling.person(person_id)
        self.title = person_label(person)
        self._heading = Heading(person_label(person), self._under(person), back=_("People"))
        self._heading.back_requested.connect(self.back_requested)
        self._form = PersonForm(person, now().year)
        self._form.saved.connect(self._save)
        self._pictures = PicturesCard()
        self._pictures.show_pictures(seats.pictures(person_id))
        self._pictures.new_requested.connect(self._ask_new_pictures)
        self._pictures.card_requested.connect(lambda: self.picture_cards_requested.emit([self._id]))
        self._history = AttendanceHistory(courses, attending, person_id)
        self._sittings = SittingsCard(seats, lessons, person_id, now)
        self._sittings.move_requested.connect(self._ask_who)
        self._sittings.void_requested.connect(lambda sitting: self._void(sitting, True))
        self._sittings.count_requested.connect(lambda sitting: self._void(sitting, False))
        self._progress = ProgressCard(lessons)
        self._abilities = Card()
        self._show_abilities()
        self._awards, self._projects = awards, projects
        self._privacy: PrivacyCard | None = None
        if erasing is not None and choose_file is not None and erasing.allowed:
            self._privacy = PrivacyCard(erasing, lessons, bridge, choose_file, person, now)
            self._privacy.changed.connect(lambda: self.news(frozenset({"people"})))
            # What screens show of marks leaves out who is kept only for a funder.
            if self._privacy.restricted:
                self._history.hide()
                self._progress.hide()
        self._arrange()

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        rows = QVBoxLayout(page)
        margins(rows)
        rows.addWidget(self._heading)
        sides: QBoxLayout = QHBoxLayout() if is_roomy() else QVBoxLayout()
        sides.setSpacing(current().space(16))
        for cards in (
            (self._form, *([self._projects] if self._projects else []), self._history),
            (self._pictures, self._progress, self._abilities, self._sittings),
        ):
            side = column(*cards)
            inside = side.layout()
            assert isinstance(inside, QVBoxLayout)
            inside.addStretch(1)
            sides.addWidget(side, 1)
        rows.addLayout(sides)
        if self._awards is not None:
            rows.addWidget(self._awards)
            self._awards.read()
        if self._privacy is not None:
            rows.addWidget(self._privacy)
        rows.addStretch(1)
        whole.addWidget(Scroller(page))

    def _under(self, person: Person) -> str:
        parts = [_("Participant number {number}").format(number=person.number)]
        courses = [course.title for course in self._enrolling.courses_of(person.id)]
        return SEPARATOR.join([*parts, listed(courses)] if courses else parts)

    def _show_abilities(self) -> None:
        layout = self._abilities.body
        while (item := layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        # Before it stands on the page, showing it would open a window of its own.
        if self._standing_of is None:
            self._progress.hide()
            self._abilities.hide()
            return
        standing = self._standing_of(self._id)
        self._progress.show_standing(standing)
        title = Text(_("What this person can now do"), "large", "bold")
        self._abilities.add(title, AbilityList(self._lessons, standing.progress))

    # Changing
    def _save(self, person: Person) -> None:
        before = self._enrolling.person(self._id)
        done = self._bridge.run(lambda: self._saved(person), "people")
        if done:
            self._form.show_person(person)
            self._bridge.offer_undo(_("Saved"), lambda: self._saved(before), "people")

    def _saved(self, person: Person) -> bool:
        self._enrolling.save_person(person)
        return True

    def _ask_new_pictures(self) -> None:
        if not self._seats.pictures(self._id):
            self._give_pictures()
            return
        give = Button(_("Give other pictures"), "primary", icon="refresh-cw")
        person = self._enrolling.person(self._id)
        dialog = Dialog(
            self.window(),
            _("Other pictures for {name}?").format(name=person_label(person)),
            _("The three pictures of now will not open this place any more."),
            [("", Button(_("Cancel"), "secondary")), ("give", give)],
            escape="",
        )
        dialog.answered.connect(lambda answer: self._give_pictures() if answer else None)
        dialog.open(give)

    def _give_pictures(self) -> None:
        pictures = self._bridge.run(lambda: self._seats.give_pictures(self._id), "pictures")
        if pictures is not None:
            self._pictures.show_pictures(pictures)

    def _ask_who(self, sitting: str) -> None:
        others = [person for person in self._enrolling.people() if person.id != self._id]
        me = person_label(self._enrolling.person(self._id))
        ask_person(
            self.window(),
            _("Who was it really?"),
            _("The work done then goes to that person. {name} keeps all other work.").format(
                name=me
            ),
            others,
            lambda right: self._move(sitting, right),
        )

    def _move(self, sitting: str, right: str) -> None:
        if not self._put_right(lambda: self._seats.move(sitting, right)):
            return
        name = person_label(self._enrolling.person(right))
        words = _("This work belongs to {name} now.").format(name=name)
        move, me = self._seats.move, self._id
        self._bridge.offer_undo(words, lambda: move(sitting, me), "sittings", "work")

    def _void(self, sitting: str, void: bool) -> None:
        put, me = self._seats.void, self._id
        if self._put_right(lambda: put(sitting, me, void)):
            undo = partial(put, sitting, me, not void)
            self._bridge.offer_undo(_("Saved"), undo, "sittings", "work")

    def _put_right(self, action: Callable[[], object]) -> bool:
        def act() -> bool:
            action()
            return True

        done = self._bridge.run(act, "sittings", "work") is not None
        self._read_work()
        return done

    def _read_work(self) -> None:
        self._sittings.read()
        self._show_abilities()

    # Page
    def news(self, changed: frozenset[str]) -> None:
        """Show again what changed; what is typed and not saved stays."""
        if self._is_gone:
            return
        if changed & {"people", "courses"}:
            try:
                person = self._enrolling.person(self._id)
            except UnknownThing:
                self._is_gone = True
                # Whoever tells the news goes on with this page after this.
                QTimer.singleShot(0, self, self.gone.emit)
                return
            self._heading.set_words(person_label(person), self._under(person))
            if not self._form.is_changed():
                self._form.show_person(person)
            if self._privacy is not None:
                self._privacy.read()
                shown = not self._privacy.restricted
                self._history.setVisible(shown)
                self._progress.setVisible(shown and self._standing_of is not None)
        if "pictures" in changed:
            self._pictures.show_pictures(self._seats.pictures(self._id))
        if changed & {"attendance", "sessions", "courses"}:
            self._history.read()
        if self._projects is not None and changed & {"answers", "projects", "courses"}:
            self._projects.read()
        if self._awards is not None and changed & {"awards", "courses"}:
            self._awards.read()
        if changed & {"sittings", "work", "helpings"}:
            self._read_work()

    def remember(self) -> Any:
        """What was typed and not saved."""
        return self._form.typed() if self._form.is_changed() else None

    def recall(self, memory: Any) -> None:
        """Put back what was typed."""
        self._form.put_back(memory)
