"""The language of the slides, and a second one beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.i18n import _, own_name
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Dialog, SegmentField, Text

_NONE = "none"


def ask_languages(
    window: QWidget,
    languages: Sequence[str],
    now: tuple[str, str],
    then: Callable[[str, str], None],
) -> Dialog:
    """Ask in front of a window; `now` and what `then` gets are the first and the second ("")."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().space(10))
    named = [(code, own_name(code)) for code in languages]
    first = SegmentField(_("Language of the slides"), named, now[0])
    second = SegmentField(
        _("Second language beside it"), [(_NONE, _("None")), *named], now[1] or _NONE
    )
    for field, words in (
        (first, _("Language of the slides")),
        (second, _("Second language beside it")),
    ):
        column.addWidget(Text(words, "body", "semibold"))
        column.addWidget(field)

    def answered(answer: str) -> None:
        if answer == "show":
            chosen = second.value() or _NONE
            then(first.value() or now[0], "" if chosen == _NONE else chosen)

    show = Button(_("Show"), "primary", icon="check")
    buttons = [("leave", Button(_("Leave it"))), ("show", show)]
    dialog = Dialog(window, _("Languages"), body, buttons, escape="leave", width=680)
    dialog.answered.connect(answered)
    dialog.open(show)
    return dialog
