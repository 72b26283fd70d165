"""What a trainer carries, in kind words to herself."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.load import Load
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Notice, Text


def load_words(load: Load) -> str:
    """The sessions and hours of the last four weeks."""
    if not load.sessions:
        return _("You have led no session in the last four weeks.")
    words = ngettext(
        "You have led {count} session in the last four weeks.",
        "You have led {count} sessions in the last four weeks.",
        load.sessions,
    ).format(count=number(load.sessions))
    hours = round(load.minutes / 60)
    if not hours:
        return words
    long = ngettext("It was {count} hour in all.", "It was {count} hours in all.", hours)
    return f"{words} {long.format(count=number(hours))}"


def kind_words(load: Load) -> str:
    """What is said where it is much; "" where it is not."""
    if not load.is_much:
        return ""
    week = ngettext(
        "You have led {count} evening in the last seven days.",
        "You have led {count} evenings in the last seven days.",
        load.evenings,
    ).format(count=number(load.evenings))
    thanks = _("That is a lot of care for others. Thank you.")
    rest = _("Rest is part of the work, too. Could a colleague take one of the next evenings?")
    return " ".join([week, thanks, rest])


class LoadStrip(QWidget):
    """Her own evenings in a line, and a word where they are many. Signals: none."""

    def __init__(self, load: Load) -> None:
        super().__init__()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(current().space(8))
        if kind := kind_words(load):
            lines.addWidget(Notice(kind, "primary", icon="coffee"))
        said = " ".join((load_words(load), _("Only you see this.")))
        lines.addWidget(Text(said, "body", colour="muted", tight=True))
