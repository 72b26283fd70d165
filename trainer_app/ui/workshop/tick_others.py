"""Everyone of whom a signed sheet says nothing: absent, once the trainer says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import listed, number
from trainer_app.ui.widgets import Button, Dialog


def others_words(count: int) -> str:
    """What the button says."""
    words = ngettext("{count} other: absent", "All {count} others: absent", count)
    return words.format(count=number(count))


def ask_others(window: QWidget, names: Sequence[str], then: Callable[[], None]) -> None:
    """Ask in front of a window, naming them all."""
    title = ngettext("Mark {count} person absent?", "Mark {count} people absent?", len(names))
    absent = Button(_("They were absent"), "primary", icon="x")
    dialog = Dialog(
        window,
        title.format(count=number(len(names))),
        _("Nothing is marked for them: {names}").format(names=listed(names)),
        [("", Button(_("Cancel"), "secondary")), ("absent", absent)],
        escape="",
    )
    dialog.answered.connect(lambda answer: then() if answer else None)
    dialog.open(absent)
