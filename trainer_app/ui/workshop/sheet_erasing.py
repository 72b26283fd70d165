"""Before somebody is erased: each photo of a signed sheet is seen, and deleted or kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.errors import TrainerError
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import long_date, number
from trainer_app.services.before_erasing import OnSheet
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, CheckField, Dialog, Text
from trainer_app.ui.workshop.sheet_view import SheetView

_HIGH = 400

Photo = Callable[[str], bytes]
"""The JPEG of a photo, by its id."""


def ask_about_sheets(
    window: QWidget, shown: Sequence[OnSheet], photo: Photo, then: Callable[[list[str]], None]
) -> None:
    """Ask of one photo after the other; `then` gets the ids of those that go.

    Nothing happens where the trainer thinks better of it.
    """
    _ask(window, list(shown), photo, [], then)


def _ask(
    window: QWidget,
    left: list[OnSheet],
    photo: Photo,
    gone: list[str],
    then: Callable[[list[str]], None],
) -> None:
    if not left:
        then(gone)
        return
    first, rest = left[0], left[1:]
    body = _OneSheet(first, photo, len(rest))
    stop = Button(_("Do not erase"), "secondary")
    buttons = [
        ("", stop),
        ("keep", Button(_("Keep: the funder asks for it"), "secondary", icon="eye-off")),
        ("delete", Button(_("Delete this photo"), "danger", icon="trash-2")),
    ]
    title = _("This photo shows the person. What becomes of it?")
    dialog = Dialog(window, title, body, buttons, escape="", width=940)

    def answered(answer: str) -> None:
        if not answer:
            return
        alike = left if body.same_for_all() else [first]
        goes = [one.id for one in alike] if answer == "delete" else []
        _ask(window, left[len(alike) :], photo, [*gone, *goes], then)

    dialog.answered.connect(answered)
    dialog.open(stop)


class _OneSheet(QWidget):
    """A photo and what it would mean to keep it. `more`: how many follow. Signals: none."""

    def __init__(self, sheet: OnSheet, photo: Photo, more: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(8))
        many = ngettext("{count} person on it", "{count} people on it", sheet.people)
        where = _("{course}, session {number}: {date}").format(
            course=isolate(sheet.course), number=number(sheet.number), date=long_date(sheet.date)
        )
        about = f"{where} · {many.format(count=number(sheet.people))}"
        column.addWidget(Text(about, "body", "semibold", tight=True))
        words = _(
            "Kept, the name and the signature stay readable on it for every trainer, after the "
            "person is erased. Keep it only if the funder’s rules ask for it."
        )
        column.addWidget(Text(words, "small", colour="muted", tight=True))
        try:
            content = photo(sheet.id)
        except TrainerError:
            column.addWidget(Text(_("This photo cannot be shown."), "body"))
        else:
            view = SheetView(least=280)
            view.setFixedHeight(current().space(_HIGH))
            view.show_photo(content, about)
            column.addWidget(view)
        same = ngettext(
            "The same for {count} other photo", "The same for the {count} other photos", more
        )
        self._same = CheckField(same.format(count=number(more)))
        self._same.setVisible(more > 0)
        column.addWidget(self._same)

    def same_for_all(self) -> bool:
        """Whether the answer is for all that follow too."""
        return self._same.isChecked()
