"""What stands above the lines of a translation: whose it is, how far it is, what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.translating import Translation
from trainer_app.i18n import _, isolate, own_name
from trainer_app.ui.heading import flow, is_roomy
from trainer_app.ui.tab_order import put_in_order
from trainer_app.ui.theme import current
from trainer_app.ui.translating.words import count_words
from trainer_app.ui.widgets import Button, Notice, ProgressBar, Text


class EditorHead(QWidget):
    """With large letters `ways`, what can be done, stand elsewhere on the page.

    Signals: `back_requested`, `read_over_requested`, `share_requested`, `po_out_requested`,
    `po_in_requested`, `take_over_requested`, `recording_requested`.
    """

    back_requested = Signal()
    read_over_requested = Signal()
    share_requested = Signal()
    po_out_requested = Signal()
    po_in_requested = Signal()
    take_over_requested = Signal()
    recording_requested = Signal()

    def __init__(self, title: str, language: str, *, shares: bool) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        theme = current()
        back = Button(_("Translate lessons"), "quiet", icon="arrow-left", size="small")
        back.clicked.connect(self.back_requested)
        words = _("{lesson} in {language}")
        named = words.format(lesson=isolate(title), language=isolate(own_name(language)))
        self._saved = Text("", "small", colour="muted", tight=True)
        self._state = Text("", "small", "semibold", tight=True)
        self.read_over = self._button(_("I have read it all"), "badge-check",
                                      self.read_over_requested)  # fmt: skip
        self.share = self._button(_("Share as a file"), "share-2", self.share_requested)
        if not shares:
            self.share.hide()
        out = self._button(_("To a .po file"), "upload", self.po_out_requested)
        self.record = self._button(_("Record with your voice"), "mic", self.recording_requested)
        into = self._button(_("From a .po file"), "download", self.po_in_requested)
        self.bar = ProgressBar(0, 1, "")
        self.bar.setFixedWidth(theme.space(180))
        self._count = Text("", "small", "semibold", tight=True)
        title_words = Text(named, "title", "bold", tight=True)
        facts = (self.bar, self._count, self._state, self._saved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(6))
        if is_roomy():
            top = QHBoxLayout()
            top.setSpacing(theme.space(12))
            top.addWidget(back)
            top.addWidget(title_words, 1)
            top.addWidget(flow(self.read_over, self.share, at_end=True))
            column.addLayout(top)
            column.addWidget(flow(*facts, out, into, self.record))
            self.ways = QWidget()
        else:
            for part in (flow(back), title_words, flow(*facts)):
                column.addWidget(part)
            self.ways = flow(self.read_over, self.share, out, into, self.record)
        self._theirs: QWidget | None = None

    def _button(self, words: str, icon: str, signal: object) -> Button:
        button = Button(words, icon=icon, size="small")
        button.clicked.connect(signal)
        return button

    def show_translation(self, made: Translation) -> None:
        """Show how far it is, and what can be done with it by now."""
        needed = max(1, sum(each.unit.needed for each in made.units))
        done = needed - made.count("missing")
        self.bar.show_progress(done, needed, count_words(made))
        self._count.set_words(count_words(made))
        ready = made.whole and not made.count("stale")
        self.read_over.setEnabled(ready and made.review != "reviewed")
        self.share.setEnabled(made.whole)
        self.record.setEnabled(made.whole)
        if made.review == "reviewed":
            words = _("Read over by {name}").format(name=isolate(made.reviewed_by))
            self._say(words if made.reviewed_by else _("Reviewed by a reader"), ok=True)
        elif made.whole:
            self._say(_("Learners have it, as a draft."), ok=True)
        else:
            self._say(_("Learners do not have it yet."), ok=False)

    def _say(self, words: str, *, ok: bool) -> None:
        self._state.set_colour("ok" if ok else "muted")
        self._state.set_words(words)

    def say_saved(self, words: str) -> None:
        """Say whether what was typed is on the disk."""
        self._saved.set_words(words)

    def show_theirs(self, author: str) -> None:
        """Say that it came from somebody else, and offer to make it this centre's own."""
        words = _(
            "This translation came from {name}. If you change it, it is your centre’s own. What "
            "{name} shares later does not replace it then."
        ).format(name=isolate(author) if author else _("another centre"))
        button = Button(_("Change it here"), icon="pencil", size="small")
        button.clicked.connect(self.take_over_requested)
        self._theirs = Notice(words, "accent", button=button)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._theirs)
        put_in_order(self)

    def hide_theirs(self) -> None:
        """It is this centre's now."""
        if self._theirs is not None:
            self._theirs.hide()
