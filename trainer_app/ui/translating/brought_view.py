"""What came of a .po file: how many lines were taken, and every line that was left, with why."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.po_file import BroughtIn, Left
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Notice, Text


class BroughtView(QWidget):
    """Says it all; nothing of the file is lost unseen. Signals: none."""

    def __init__(self, found: BroughtIn) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(8))
        words = ngettext(
            "{count} line is new or other than before.",
            "{count} lines are new or other than before.",
            found.taken,
        )
        none = _("No line is other than before.")
        said = words.format(count=number(found.taken)) if found.taken else none
        column.addWidget(Notice(said, "ok"))
        by_why: dict[str, list[Left]] = {}
        for each in found.left:
            by_why.setdefault(each.why, []).append(each)
        for why, left in by_why.items():
            column.addWidget(Text(_why_words(why), "body", "semibold", tight=True))
            for each in left:
                column.addWidget(Text(f"{isolate(each.source)} → {isolate(each.words)}", "small"))


def _why_words(why: str) -> str:
    return {
        "unknown": _("These lines are not in the lesson. They were left out:"),
        "changed": _("The original of these lines was changed meanwhile. Look at them:"),
        "unsure": _("Somebody was not sure about these lines. Look at them:"),
        "html": _("There is program code (HTML) in these lines. They were left out:"),
        "link": _("There is a link or a picture in these lines. They were left out:"),
        "signs": _("There are hidden signs in these lines. They were left out:"),
        "long": _("These lines are far too long. They were left out:"),
    }[why]
