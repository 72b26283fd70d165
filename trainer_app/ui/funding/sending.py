"""News of the whole centre for an organisation: for whom, what is in the file, where it goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import number
from trainer_app.keys.organisation import Organisation
from trainer_app.services.funding.sending import Sending, Sent
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.sending_words import kept_lines, locked_lines, prints_words, sent_lines
from trainer_app.ui.heading import Heading, clear, column, flow, margins
from trainer_app.ui.page import Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, FlowGrid, Icon, Notice, ProgressBar, Scroller, Text


class SendingPage(Page):
    """`choose_file` asks for a file to open (None) or a place to save (a suggested name).

    `back`: where the way back leads, in words. Signals: `back_requested`, `written(object)` with
    what was written.
    """

    guide = "files"

    back_requested = Signal()
    written = Signal(object)

    def __init__(
        self,
        sending: Sending,
        bridge: Bridge,
        choose_file: Callable[[str | None], Path | None],
        *,
        today: Callable[[], date],
        back: str,
    ) -> None:
        super().__init__()
        self.title = _("For an organisation")
        self._sending, self._bridge, self._choose_file = sending, bridge, choose_file
        self._today = today
        self._organisation = sending.organisation()
        self._stopped = self._working = False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        rows = QVBoxLayout(page)
        margins(rows)
        under = _("An organisation of many centres asks for a file now and then, for its reports.")
        heading = Heading(self.title, under, back=back)
        heading.back_requested.connect(self.back_requested)
        rows.addWidget(heading)
        self._said = QVBoxLayout()
        rows.addLayout(self._said)
        self._whom = Card()
        sides = FlowGrid(440, 16, most=2)
        sides.add(column(self._whom, self._saving(), upwards=True), _inside())
        rows.addWidget(sides)
        rows.addStretch(1)
        self._scroller = Scroller(page)
        whole.addWidget(self._scroller)
        bridge.progressed.connect(self._show_progress)
        self._show()

    def _saving(self) -> Card:
        self.save = Button(_("Save the file"), "primary", icon="upload")
        self.save.clicked.connect(self._write)
        self.stop = Button(_("Stop"), icon="x")
        self.stop.clicked.connect(self._stop)
        self._bar = ProgressBar(0, 0, _("Writing the file"))
        card = Card(Text(_("The file"), "large", "bold"))
        card.add(Text(_("It always holds everything, so a lost file loses nothing."), "small",
                      colour="muted"))  # fmt: skip
        card.add(flow(self.save, self.stop), self._bar)
        return card

    def _show(self) -> None:
        clear(self._whom.body)
        of = self._organisation
        self._whom.add(Text(_("For whom"), "large", "bold"))
        if of is None:
            self.choose = Button(_("Choose the organisation’s file"), "primary", icon="folder-open")
            words = _("It is called something like “our.key.public”. They gave it to you.")
            self._whom.add(Text(words, "body", colour="muted"))
        else:
            self.choose = Button(_("Another organisation"), icon="folder-open", size="small")
            self._whom.add(Text(_name(of), "title", "bold"), *self._fingerprints(of))
        self.choose.clicked.connect(self._choose)
        self._whom.add(flow(self.choose))
        self._show_working()

    def _fingerprints(self, of: Organisation) -> list[QWidget]:
        lines = [_("Its fingerprint: {signs}").format(signs=isolate(of.fingerprint))]
        ours = self._sending.fingerprint()
        if ours:
            lines.append(_("This centre’s fingerprint: {signs}").format(signs=isolate(ours)))
        hint = _("The first time, read both out to each other by telephone.")
        return [*(Text(line, "body") for line in lines), Text(hint, "small", colour="muted")]

    def _show_working(self) -> None:
        self.save.setEnabled(self._organisation is not None and not self._working)
        self.choose.setEnabled(not self._working)
        for part in (self.stop, self._bar):
            part.setVisible(self._working)

    # Choosing and writing
    def _choose(self) -> None:
        file = self._choose_file(None)
        if file is None:
            return
        found = self._bridge.run(lambda: self._sending.choose(file))
        if found is not None:
            self._organisation = found
            clear(self._said)
            self._show()
            self.save.setFocus()

    def _write(self) -> None:
        of = self._organisation
        file = self._choose_file(f"centre_{self._today().isoformat()}.bundle")
        if file is None or of is None:
            return
        if not file.suffix:
            file = file.with_suffix(".bundle")
        clear(self._said)
        self._working, self._stopped = True, False
        self._bar.show_progress(0, 0, _("Writing the file"))
        self._show_working()
        self.stop.setFocus()
        tell = self._bridge.progressed.emit
        # A trouble is said by the window; whichever way it ends, the button is there again.
        self._bridge.busy.connect(self._end)
        self._bridge.work(
            lambda: self._sending.write(of, file, tell, lambda: self._stopped), self._say
        )

    def _stop(self) -> None:
        self._stopped = True

    def _end(self, busy: bool) -> None:
        if not busy and isValid(self):
            self._bridge.busy.disconnect(self._end)
            self._working = False
            self._show_working()

    def _say(self, sent: Sent | None) -> None:
        if not isValid(self):
            return
        if sent is None:
            self._tell(Notice(_("Stopped. Nothing was written."), "plain", icon="x"))
            return
        folder = str(sent.file.parent)
        words = _("{file}, {size} kB, in the folder {folder}. Only {organisation} can open it.")
        opening = Button(_("Open the folder"), icon="folder-open")
        opening.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)))
        said = words.format(
            file=isolate(sent.file.name),
            size=number(max(1, sent.bytes // 1000)),
            folder=isolate(folder),
            organisation=isolate(_name(sent.organisation)),
        )
        saved = Notice(said, "ok", title=_("Saved"), button=opening)
        self._tell(saved, *(Notice(line, tone) for tone, line in prints_words(sent.prints)))
        self.written.emit(sent)

    def _tell(self, *notices: Notice) -> None:
        for notice in notices:
            self._said.addWidget(notice)
        self._scroller.verticalScrollBar().setValue(0)

    def _show_progress(self, done: int, of: int) -> None:
        if isValid(self) and self._working:
            self._bar.show_progress(done, max(1, of), _("Writing the file"))


def _name(of: Organisation) -> str:
    return of.name or _("the organisation")


def _inside() -> Card:
    """What leaves the centre and what never does, in plain words."""
    card = Card()
    for title, lines in (
        (_("What is in the file"), sent_lines()),
        (_("In it, but locked for them too"), locked_lines()),
        (_("What never leaves"), kept_lines()),
    ):
        card.add(Text(title, "large", "bold"))
        for icon, words in lines:
            card.add(_line(icon, words))
    return card


def _line(icon: str, words: str) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current().space(12))
    row.addWidget(Icon(icon, "primary", 22), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, "body", tight=True), 1)
    return whole
