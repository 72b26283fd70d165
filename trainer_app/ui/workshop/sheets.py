"""The photos of one session's signed sheet: added, seen again, and deleted for good."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.domain.people import Person
from trainer_app.domain.sheets import Sheet
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import clock, listed, long_date, number
from trainer_app.services.courses import Courses
from trainer_app.services.sheets import Sheets
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, flow, is_roomy, margins
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Now, Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    Card,
    Dialog,
    Notice,
    Scroller,
    SegmentField,
    Text,
    Toast,
)
from trainer_app.ui.workshop.attendance_words import session_title
from trainer_app.ui.workshop.sheet_people import PeopleOnSheet
from trainer_app.ui.workshop.sheet_view import SheetView


class SheetsPage(Page):
    """All photos of a session's sheet, one in sight. `choose_file` asks for a photo.

    Signals: `back_requested(str)` with the session's id.
    """

    guide = "paper"

    back_requested = Signal(str)
    wants_width = True

    shows_names = True

    def __init__(
        self,
        sheets: Sheets,
        courses: Courses,
        bridge: Bridge,
        choose_file: Callable[[], Path | None],
        session_id: str,
        *,
        now: Now,
    ) -> None:
        super().__init__()
        self._sheets, self._bridge = sheets, bridge
        self._choose_file, self._id, self._now = choose_file, session_id, now
        session = courses.session(session_id)
        self.title = _("Photos of the signed sheet")
        self._fresh: bytes | None = None
        self._at = 0
        self.add = Button(_("Add a photo…"), "primary", icon="image-plus")
        self.add.clicked.connect(self._choose)
        under = session_title(courses.course(session.course), session)
        heading = Heading(self.title, under, [self.add], back=_("Signed sheet"))
        heading.back_requested.connect(lambda: self.back_requested.emit(session_id))
        self._waiting = Notice(_("The photo is made ready…"), "primary", icon="hourglass")
        self._waiting.hide()
        self._pages = QVBoxLayout()
        self.view = SheetView(least=260 if is_roomy() else 420)
        self._beside = QVBoxLayout()
        self._beside.setSpacing(current().space(10))
        self._arrange(heading)
        self._reading = False
        bridge.busy.connect(self._show_busy)
        self._read()

    # Building
    def _arrange(self, heading: Heading) -> None:
        beside, pages = QWidget(), QWidget()
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._pages.setContentsMargins(0, 0, 0, 0)
        beside.setProperty("ground", "none")
        beside.setLayout(self._beside)
        pages.setLayout(self._pages)
        whole = QVBoxLayout(self)
        margins(whole)
        whole.setSpacing(current().space(10))
        if not is_roomy():
            scroller = Scroller()
            for part in (heading, self._waiting, pages, self.view, beside):
                scroller.add(part)
            whole.addWidget(scroller)
            return
        for part in (heading, self._waiting, pages):
            whole.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(current().space(16))
        row.addWidget(self.view, 1)
        side = Card(Scroller(beside), pad=14)
        side.setFixedWidth(current().space(380))
        row.addWidget(side)
        # Without a photo the words stand where reading starts.
        row.addStretch(0)
        whole.addLayout(row, 1)

    def news(self, changed: frozenset[str]) -> None:
        if changed & {"sheets", "people"} and self._fresh is None:
            self._read()

    def leaving(self) -> None:
        """A photo that nobody kept is forgotten."""
        self._fresh = None
        self.view.forget()

    def remember(self) -> Any:
        return self._at, self._fresh

    def recall(self, memory: Any) -> None:
        self._at, self._fresh = memory
        self._read()
        if self._fresh is not None:
            self._offer(self._fresh)

    # Looking
    def _read(self) -> None:
        self._all = self._sheets.of(self._id)
        self._at = max(0, min(self._at, len(self._all) - 1))
        clear(self._pages)
        clear(self._beside)
        self.view.setVisible(bool(self._all))
        self.add.setEnabled(True)
        if not self._all:
            self.view.forget()
            self._put(Text(_("No photo of this sheet yet."), "large", "semibold"), *_about())
            return
        if len(self._all) > 1:
            names = [
                (str(at), _("Photo {number}").format(number=number(at + 1)))
                for at in range(len(self._all))
            ]
            choice = SegmentField(self.title, names, str(self._at))
            choice.changed.connect(lambda at: self._turn_to(int(at)))
            self._pages.addWidget(choice)
        self._look_at(self._all[self._at])

    def _turn_to(self, at: int) -> None:
        self._at = at
        self._read()

    def _look_at(self, sheet: Sheet) -> None:
        content = self._bridge.run(lambda: self._sheets.image(sheet.id))
        self.view.forget()
        if content is not None:
            said = _("Photo {number} of the signed sheet").format(number=number(self._at + 1))
            self.view.show_photo(content, said)
        people = self._sheets.people(sheet)
        kept = datetime.fromtimestamp(sheet.at, self._now().tzinfo)
        when = _("Kept on {day} at {time}.").format(day=long_date(kept.date()), time=clock(kept))
        many = ngettext("{count} person is on it:", "{count} people are on it:", len(people))
        names = listed([person_label(person) for person in people])
        change = Button(_("Change who is on it"), icon="users", size="small")
        change.clicked.connect(lambda: self._ask_who(sheet, people))
        parts: list[QWidget] = [Text(when, "body", tight=True)]
        if people:
            parts.append(Text(many.format(count=number(len(people))), "body", "semibold"))
            parts.append(Text(names, "body", tight=True))
        if sheet.erased:
            parts.append(_erased_notice(sheet.erased))
        parts.append(flow(change))
        if self._sheets.may_delete:
            delete = Button(_("Delete this photo…"), "quiet", icon="trash-2", size="small")
            delete.clicked.connect(lambda: self._ask_to_delete(sheet))
            parts.append(flow(delete))
        self._put(*parts)

    def _put(self, *parts: QWidget) -> None:
        clear(self._beside)
        for part in parts:
            self._beside.addWidget(part)
        self._beside.addStretch(1)

    # Adding
    def _choose(self) -> None:
        file = self._choose_file()
        if file is None:
            return
        self._reading = True
        self._bridge.work(lambda: self._sheets.read(file), self._offer)

    def _show_busy(self, busy: bool) -> None:
        self._reading = busy and self._reading
        self._waiting.setVisible(self._reading)
        self.add.setEnabled(not self._reading)

    def _offer(self, content: bytes) -> None:
        """Show a photo before it is kept: whether every signature can be read is for eyes."""
        if not isValid(self):
            return
        self._fresh = content
        clear(self._pages)
        self.view.show()
        self.view.show_photo(content, _("The photo to be kept"))
        who = PeopleOnSheet(self._sheets.candidates(self._id), self._sheets.proposed(self._id))
        keep = Button(_("Keep this photo"), "primary", icon="check")
        keep.clicked.connect(lambda: self._keep(content, who.chosen()))
        leave = Button(_("Not this one"), icon="x")
        leave.clicked.connect(self._leave)
        words = _("Can every row be read? Make it larger and look.")
        self._put(Text(words, "body", "semibold", tight=True), flow(keep, leave), *_about(), who)
        keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._fresh = None
        self._read_again()

    def _read_again(self) -> None:
        """After something was done: the keyboard is on the photo, or where one is added."""
        self._read()
        (self.view if self._all else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, content: bytes, people: tuple[str, ...]) -> None:
        self._fresh = None
        self._at = len(self._all)
        kept = self._bridge.run(lambda: self._sheets.keep(self._id, content, people), "sheets")
        if kept is not None:
            Toast.say(self.window(), _("Kept, encrypted. Delete it from the phone or stick now."))
        self._read_again()

    # Putting right, and deleting
    def _ask_who(self, sheet: Sheet, people: list[Person]) -> None:
        known = {one.id: one for one in (*self._sheets.candidates(self._id), *people)}
        who = PeopleOnSheet(list(known.values()), {one.id for one in people})
        save = Button(_("Save"), "primary", icon="check")
        save.clicked.connect(lambda: self._say_who(sheet, who.chosen()))
        leave = Button(_("Close"), icon="x")
        leave.clicked.connect(self._read_again)
        self._put(flow(save, leave), who)
        save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_who(self, sheet: Sheet, people: tuple[str, ...]) -> None:
        self._bridge.run(lambda: self._sheets.say_who(sheet.id, people), "sheets")
        self._read_again()

    def _ask_to_delete(self, sheet: Sheet) -> None:
        words = _(
            "It goes for ever: from this laptop, from its backups, and from the other laptops with "
            "the next merge. The marks stay. If the funder asks for the signed sheet, keep the "
            "paper."
        )
        keep = Button(_("Do not delete"), "secondary")
        dialog = Dialog(
            self.window(),
            _("Delete this photo?"),
            words,
            [("", keep), ("delete", Button(_("Delete this photo"), "danger", icon="trash-2"))],
            escape="",
        )
        dialog.answered.connect(lambda answer: self._delete(sheet) if answer else None)
        dialog.open(keep)

    def _delete(self, sheet: Sheet) -> None:
        def delete() -> bool:
            self._sheets.drop(sheet.id)
            return True

        if self._bridge.run(delete, "sheets"):
            Toast.say(self.window(), _("Deleted"))
        self._read_again()


def _about() -> list[QWidget]:
    words = _(
        "JPEG or PNG, from a phone, a camera or a stick. Place and date are taken out, and it is "
        "stored encrypted. It is the proof that a funder may ask for."
    )
    return [Text(words, "small", colour="muted", tight=True)]


def _erased_notice(count: int) -> Notice:
    words = ngettext(
        "{count} person on it was erased. Delete the photo, or keep it only if the funder asks.",
        "{count} people on it were erased. Delete the photo, or keep it only if the funder asks.",
        count,
    )
    return Notice(words.format(count=number(count)), "warn")
