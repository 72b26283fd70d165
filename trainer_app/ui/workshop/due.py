"""Who need not be kept any longer, who is kept only for a funder, and how long projects keep."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.retention import Due
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import listed, long_date, number, short_date
from trainer_app.services.erasing import Erasing
from trainer_app.services.funding.projects import Projects
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, flow, is_roomy, margins
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Now, Page
from trainer_app.ui.widgets import (
    Button,
    Card,
    Cell,
    Column,
    Dialog,
    Notice,
    Row,
    Scroller,
    Table,
    Text,
    Toast,
)
from trainer_app.ui.workshop.due_terms import TermsCard
from trainer_app.ui.workshop.privacy_words import ask_to_erase, beyond, photos_stay
from trainer_app.ui.workshop.sheet_erasing import ask_about_sheets

_CHANGED = ("people", "attendance", "sittings", "work", "pictures", "sheets")


class DuePage(Page):
    """The list to decide on; nothing goes without a confirmation that says the dates.

    Signals: `back_requested`, `person_opened(str)`.
    """

    guide = "privacy"

    back_requested = Signal()
    person_opened = Signal(str)

    shows_names = True

    def __init__(self, projects: Projects, erasing: Erasing, bridge: Bridge, *, now: Now) -> None:
        super().__init__()
        self.title = _("Keep or erase")
        self._projects, self._erasing, self._bridge = projects, erasing, bridge
        self._now = now
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        margins(column)
        heading = Heading(_("Keep or erase"), self._today(), back=_("People"))
        heading.back_requested.connect(self.back_requested)
        column.addWidget(heading)
        self._untold = Notice("", "warn", icon="monitor")
        column.addWidget(self._untold)
        column.addWidget(self._due_card())
        column.addWidget(self._kept_card())
        self._terms = TermsCard(projects, bridge, now)
        self._terms.saved.connect(self._read)
        column.addWidget(self._terms)
        column.addStretch(1)
        whole.addWidget(Scroller(page))
        self._read()

    def _due_card(self) -> Card:
        self._nobody = Text(_("Nobody is due now."), colour="muted")
        self._table = Table(_due_columns(), [], _("To erase now"), full=True)
        self._table.chosen.connect(lambda person, _column: self._ask_for_one(person))
        self._all = Button("", "danger", icon="trash-2", size="small")
        self._all.clicked.connect(self._ask_for_all)
        words = _(
            "The term of their project is over and they did not come since. Look at each one. "
            "Nobody is erased without your word."
        )
        return Card(
            Text(_("To erase now"), "large", "bold"),
            Text(words, "small", colour="muted"),
            self._nobody,
            self._table,
            flow(self._all),
        )

    def _kept_card(self) -> Card:
        self._kept = Table(
            [
                Column("name", _("Name"), stretch=1, sortable=False),
                Column("until", _("Until"), sortable=False),
            ],
            [],
            _("Kept only for the funder"),
            full=True,
        )
        self._kept.chosen.connect(lambda person, _column: self.person_opened.emit(person))
        self._kept_part = Card(Text(_("Kept only for the funder"), "large", "bold"), self._kept)
        return self._kept_part

    # Reading
    def news(self, changed: frozenset[str]) -> None:
        """Read again when people, their attendance or courses changed."""
        if changed & {"people", "courses", "attendance", "sessions"}:
            self._read()
        if "courses" in changed:
            self._terms.read()

    def _read(self) -> None:
        self._due = {due.person.id: due for due in self._projects.due(self._now().date())}
        self._table.set_rows([_due_row(due) for due in self._due.values()])
        self._table.setVisible(bool(self._due))
        self._nobody.setVisible(not self._due)
        self._all.setVisible(len(self._due) > 1)
        self._all.set_word(self._erase_all_words())
        kept = self._erasing.restricted()
        self._kept.set_rows(
            [
                Row(
                    one.person.id,
                    (
                        Cell(person_label(one.person), face=one.person.face, strong=True),
                        Cell(short_date(one.until) if one.until else _("No last day")),
                    ),
                )
                for one in kept
            ]
        )
        self._kept_part.setVisible(bool(kept))
        self._show_untold()

    def _show_untold(self) -> None:
        laptops = self._erasing.untold()
        words = ngettext(
            "Laptop {letters} has not heard yet whom you erased. Take it the news.",
            "Laptops {letters} have not heard yet whom you erased. Take them the news.",
            len(laptops),
        )
        self._untold.set_words(words.format(letters=listed([isolate(one) for one in laptops])))
        self._untold.setVisible(bool(laptops))

    def _today(self) -> str:
        return _("This laptop says that today is {day}.").format(day=long_date(self._now().date()))

    # Erasing
    def _ask_for_one(self, person: str) -> None:
        preview = self._bridge.run(lambda: self._erasing.preview(person))
        if preview is not None:
            why = "\n".join([self._today(), due_words(self._due[person])])
            photo = self._erasing.photo
            ask_to_erase(
                self.window(), preview, photo, lambda gone: self._erase([person], gone), why=why
            )

    def _ask_for_all(self) -> None:
        """First about the photos of signed sheets that show any of them."""
        people = list(self._due)
        shown = self._bridge.run(lambda: self._erasing.sheets_showing(people))
        if shown is not None:
            ask_about_sheets(
                self.window(),
                shown,
                self._erasing.photo,
                lambda gone: self._confirm_all(people, gone, len(shown) - len(gone)),
            )

    def _confirm_all(self, people: list[str], gone: list[str], stay: int) -> None:
        names = [person_label(due.person) for due in self._due.values()]
        ends = sorted(due.ended for due in self._due.values() if due.ended is not None)
        lines = [self._today(), listed(names)]
        if ends:
            lines.insert(
                1,
                _("Their terms ended between {first} and {last}.").format(
                    first=short_date(ends[0]), last=short_date(ends[-1])
                ),
            )
        lines += [
            _("Their names and work go for ever. Totals in reports stay the same."),
            *photos_stay(stay),
            *beyond(self._erasing.preview(people[0]).laptops),
        ]
        keep = Button(_("Do not erase"), "secondary")
        erase = Button(self._erase_all_words(), "danger", icon="trash-2")
        title = ngettext("Erase {count} person?", "Erase {count} people?", len(people))
        dialog = Dialog(
            self.window(),
            title.format(count=number(len(people))),
            "\n".join(lines),
            [("", keep), ("erase", erase)],
            escape="",
            width=760,
        )
        dialog.answered.connect(lambda answer: self._erase(people, gone) if answer else None)
        dialog.open(keep)

    def _erase_all_words(self) -> str:
        many = len(self._due)
        return ngettext("Erase {count} person", "Erase {count} people", many).format(
            count=number(many)
        )

    def _erase(self, people: list[str], sheets: list[str]) -> None:
        def erase() -> bool:
            self._erasing.erase_all(people, sheets)
            return True

        if self._bridge.run(erase, *_CHANGED):
            Toast.say(self.window(), _("Erased"))
        self._read()


def due_words(due: Due) -> str:
    """Why somebody need not be kept, with the dates."""
    match due.why:
        case "restriction":
            assert due.ended is not None
            return _("Kept for the funder until {day}.").format(day=short_date(due.ended))
        case "joined":
            return _("Another record of this person was erased already.")
        case "term":
            assert due.ended is not None
            ended = _("{projects} ended on {day}.").format(
                projects=listed([isolate(one) for one in due.projects]), day=short_date(due.ended)
            )
            if due.last_seen is None:
                return ended
            seen = _("Last seen on {day}.").format(day=short_date(due.last_seen))
            return f"{ended} {seen}"


def _due_columns() -> list[Column]:
    columns = [Column("name", _("Name"), stretch=1, sortable=False)]
    if is_roomy():
        columns.append(Column("number", _("Number"), sortable=False))
    return [*columns, Column("why", _("Why"), stretch=2, sortable=False)]


def _due_row(due: Due) -> Row:
    person = due.person
    cells = [Cell(person_label(person), face=person.face, strong=True)]
    if is_roomy():
        cells.append(Cell(person.number))
    return Row(person.id, (*cells, Cell(due_words(due))))
