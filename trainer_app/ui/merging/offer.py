"""What is about to happen: whose news come in, and where this laptop's own go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.errors import TrainerError
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.messages import explain
from trainer_app.ui.theme import Tone, current
from trainer_app.ui.widgets import Button, Card, Disc, FlowRow, Notice, Text


@dataclass(frozen=True, slots=True)
class Offer:
    """What could be merged: `files` of other laptops, and the `stick` that takes our own news.

    `laptops`: whose news the files are, where more is known than one laptop for each file.
    """

    files: tuple[Path, ...] = ()
    stick: Path | None = None
    laptops: int | None = None
    trouble: TrainerError | None = None


class OfferView(QWidget):
    """An offer in words, and one big button.

    Signals: `merge_pressed()`, `files_requested()`, `left()`.
    """

    merge_pressed = Signal()
    files_requested = Signal()
    left = Signal()

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(current().space(16))
        if offer.trouble is not None:
            whole.addWidget(_trouble(offer.trouble))
        card = Card(pad=24)
        card.body.setSpacing(current().space(20))
        card.add(*_steps(offer))
        choose = Button(_("Choose files…"), icon="folder-open")
        later = Button(_("Not now"), "quiet")
        if offer.files or offer.stick is not None:
            word, icon = _main_word(offer)
            self.first = Button(word, "primary", icon=icon, size="title")
            self.first.clicked.connect(lambda: self.merge_pressed.emit())
            card.add(_row(self.first, choose, later))
        else:
            choose = Button(_("Choose files…"), "primary", icon="folder-open", size="title")
            self.first = choose
            card.add(_row(choose, later))
        choose.clicked.connect(lambda: self.files_requested.emit())
        later.clicked.connect(lambda: self.left.emit())
        whole.addWidget(card)


def _main_word(offer: Offer) -> tuple[str, str]:
    if offer.files:
        return _("Merge now"), "merge"
    return _("Write our news on the stick"), "upload"


def _steps(offer: Offer) -> list[QWidget]:
    if offer.stick is None and not offer.files:
        words = _("Put in a stick with the news of another laptop. Or choose files.")
        return [_step("info", "primary", _("No stick is in"), words)]
    return [_coming_in(offer), _going_out(offer)]


def _coming_in(offer: Offer) -> QWidget:
    if offer.stick is None:
        count = len(offer.files)
        words = ngettext(
            "Bring in the news of {count} file", "Bring in the news of {count} files", count
        )
        return _step("download", "primary", words.format(count=number(count)), _safe())
    where = isolate(offer.stick.name or offer.stick)
    if not offer.files:
        words = _("There is no news of other laptops on the stick {stick}.").format(stick=where)
        return _step("info", "plain", _("Nothing to bring in"), words)
    count = offer.laptops or len(offer.files)
    words = ngettext(
        "Bring in the news of {count} laptop", "Bring in the news of {count} laptops", count
    ).format(count=number(count))
    from_where = _("They are on the stick {stick}.").format(stick=where)
    return _step("download", "primary", words, f"{from_where} {_safe()}")


def _going_out(offer: Offer) -> QWidget:
    if offer.stick is None:
        words = _("Put in a stick, and this laptop’s news goes on it. You can do so later too.")
        return _step("info", "plain", _("This laptop’s own news stays here"), words)
    words = _("The next laptop that gets the stick knows it then. It is locked with our keys.")
    return _step("upload", "primary", _("Write this laptop’s own news on the stick"), words)


def _safe() -> str:
    return _("What is here already stays.")


def _step(icon: str, tone: Tone, title: str, words: str) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current().space(16))
    row.addWidget(Disc(icon, tone), 0, Qt.AlignmentFlag.AlignVCenter)
    lines = QVBoxLayout()
    lines.setSpacing(current().space(2))
    lines.addStretch(1)
    lines.addWidget(Text(title, "large", "semibold", tight=True))
    lines.addWidget(Text(words, "body", colour="muted", tight=True))
    lines.addStretch(1)
    row.addLayout(lines, 1)
    return whole


def _trouble(error: TrainerError) -> Notice:
    message = explain(error)
    return Notice(f"{message.text} {message.what_to_do}", "danger", title=message.title)


def _row(*parts: QWidget) -> QWidget:
    whole = QWidget()
    row = FlowRow(whole, 12)
    for part in parts:
        row.addWidget(part)
    return whole
