"""What a trainer can do for one person's privacy: give a copy, keep for the funder, erase."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.people import Person
from trainer_app.i18n import _, languages
from trainer_app.i18n.formats import short_date
from trainer_app.services.erasing import Erasing
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import flow
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Now
from trainer_app.ui.person_file import in_their_words
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    Card,
    DateField,
    Dialog,
    Notice,
    Text,
    TextField,
    Toast,
)
from trainer_app.ui.workshop.privacy_words import ask_to_erase

ChooseFile = Callable[[str], Path | None]
_FILE = "person-{number}.html"


class PrivacyCard(Card):
    """The privacy part of a person's page. `choose_file` asks where to save, given a name.

    `restricted` says whether the person is kept only for a funder.
    Signals: `changed` after anything was done; the person may not be there any more.
    """

    changed = Signal()

    def __init__(
        self,
        erasing: Erasing,
        lessons: LessonLibrary,
        bridge: Bridge,
        choose_file: ChooseFile,
        person: Person,
        now: Now,
    ) -> None:
        super().__init__()
        self._erasing, self._lessons, self._bridge = erasing, lessons, bridge
        self._choose_file, self._person, self._now = choose_file, person, now
        self.add(Text(_("Privacy"), "large", "bold"))
        again = Button(_("Show in lists again"), "secondary", icon="eye", size="small")
        again.clicked.connect(self._release)
        self._kept = Notice("", "warn", icon="eye-off", button=again)
        copy = Button(_("Give a copy of what we hold"), "quiet", icon="download", size="small")
        copy.clicked.connect(self._give_copy)
        self._keep = Button(_("Keep only for the funder…"), "quiet", icon="eye-off", size="small")
        self._keep.clicked.connect(self._ask_to_restrict)
        self.erase = Button(_("Erase…"), "quiet", icon="trash-2", size="small")
        self.erase.clicked.connect(self._ask_to_erase)
        self.add(self._kept, flow(copy, self._keep, self.erase))
        self.read()

    def read(self) -> None:
        """Ask again whether the person is kept only for a funder."""
        found = [one for one in self._erasing.restricted() if one.person.id == self._person.id]
        self.restricted = bool(found)
        self._kept.setVisible(bool(found))
        self._keep.setVisible(not found)
        for one in found:
            self._kept.set_words(
                _("Kept only for the funder until {day}. In no list, but in reports.").format(
                    day=short_date(one.until)
                )
                if one.until
                else _("Kept only for the funder. In no list, but in reports.")
            )

    # A copy
    def _give_copy(self) -> None:
        file = self._choose_file(_FILE.format(number=self._person.number))
        if file is None:
            return
        titles = {one.code: self._lessons.titles(one.code) for one in languages()}

        def write() -> list[Path]:
            return self._erasing.export(
                self._person.id, file, lambda held: in_their_words(held, titles)
            )

        if self._bridge.run(write) is not None:
            Toast.say(
                self.window(),
                _("Saved. Give the file to this person only, and then delete it."),
            )

    # Keeping for a funder
    def _ask_to_restrict(self) -> None:
        body = _Restriction(self._now)
        keep = Button(_("Keep only for the funder"), "primary", icon="eye-off")
        dialog = Dialog(
            self.window(),
            _("Keep {name} only for the funder?").format(name=person_label(self._person)),
            body,
            [("", Button(_("Cancel"), "secondary")), ("keep", keep)],
            escape="",
        )
        keep.setEnabled(False)
        body.changed.connect(lambda: keep.setEnabled(body.is_ready()))
        dialog.answered.connect(lambda answer: self._restrict(*body.typed()) if answer else None)
        dialog.open(body.reason.control)

    def _restrict(self, until: date | None, reason: str) -> None:
        def restrict() -> bool:
            self._erasing.restrict(self._person.id, until, reason)
            return True

        if self._bridge.run(restrict, "people", "attendance", "sittings"):
            Toast.say(self.window(), _("In no list any more"))
        self.read()
        self.changed.emit()

    def _release(self) -> None:
        def release() -> bool:
            self._erasing.release(self._person.id)
            return True

        self._bridge.run(release, "people", "attendance")
        self.read()
        self.changed.emit()

    # Erasing
    def _ask_to_erase(self) -> None:
        preview = self._bridge.run(lambda: self._erasing.preview(self._person.id))
        if preview is None:
            return
        ask_to_erase(self.window(), preview, self._erasing.photo, self._erase)

    def _erase(self, sheets: list[str]) -> None:
        done = self._bridge.run(
            lambda: self._erasing.erase(self._person.id, sheets),
            "people",
            "attendance",
            "sittings",
            "work",
            "pictures",
            "sheets",
        )
        if done is not None:
            Toast.say(self.window(), _("Erased"))
        self.changed.emit()


class _Restriction(QWidget):
    """Until when, and why. Signals: `changed` at each letter typed."""

    changed = Signal()

    def __init__(self, now: Now) -> None:
        super().__init__()
        self._now = now
        self.until = DateField(
            _("Until"),
            None,
            lambda: now().date(),
            bad_words=_("This is no date."),
            help_words=_("The last day that the funder asks for. It may stay empty."),
        )
        self.reason = TextField(_("Reason"), help_words=_("For example: the funder’s contract."))
        for field in (self.until, self.reason):
            field.changed.connect(lambda _value: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(12))
        words = _(
            "This person is in no list, in no search and not among the faces any more. Reports "
            "for the funder keep the name. After the last day the program asks you to erase "
            "this person."
        )
        column.addWidget(Text(words))
        column.addWidget(self.reason)
        column.addWidget(self.until)

    def is_ready(self) -> bool:
        """Whether there is a reason, and either no last day or one to come."""
        until = self.until.value()
        nothing = not cast("QLineEdit", self.until.control).text().strip()
        to_come = until is not None and until >= self._now().date()
        return bool(self.reason.value().strip()) and (nothing or to_come)

    def typed(self) -> tuple[date | None, str]:
        """The last day and the reason."""
        return self.until.value(), self.reason.value()
