"""People of a project counted once over all centres: whether it is on, a key, and what to know."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.funding.doubles import Counting, Doubles, Prints
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.sending_words import prints_words
from trainer_app.ui.heading import Heading, clear, column, flow, margins
from trainer_app.ui.keys_parts.code_panel import code_panel
from trainer_app.ui.page import Now, Page
from trainer_app.ui.widgets import (
    Button,
    Card,
    Dialog,
    FlowGrid,
    Notice,
    ProgressBar,
    Scroller,
    Text,
    TextField,
)

Done = TypeVar("Done")


class DoublesPage(Page):
    """Off until a trainer turns it on, for one project and a period.

    Signals: `sending_requested`: to the file for the organisation; `back_requested`.
    """

    guide = "files"

    sending_requested = Signal()
    back_requested = Signal()

    def __init__(
        self, doubles: Doubles, bridge: Bridge, project_id: str, name: str, *, now: Now
    ) -> None:
        super().__init__()
        self.title = _("People in several centres")
        self._doubles, self._bridge, self._id, self._now = doubles, bridge, project_id, now
        self._working = False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        rows = QVBoxLayout(page)
        margins(rows)
        send = Button(_("For an organisation"), icon="upload")
        send.clicked.connect(self.sending_requested)
        heading = Heading(self.title, isolate(name), [send], back=_("Back to the project"))
        heading.back_requested.connect(self.back_requested)
        rows.addWidget(heading)
        self._standing = Card()
        self._bar = ProgressBar(0, 0, _("One moment…"))
        self._said = QVBoxLayout()
        sides = FlowGrid(440, 16, most=2)
        sides.add(column(self._standing, self._key_card(), upwards=True), _honest())
        rows.addLayout(self._said)
        rows.addWidget(self._bar)
        rows.addWidget(sides)
        rows.addStretch(1)
        self._scroller = Scroller(page)
        whole.addWidget(self._scroller)
        self._show()

    def news(self, changed: frozenset[str]) -> None:
        """Look again when projects changed, here or on another laptop."""
        if changed & {"projects"}:
            self._show()

    def _key_card(self) -> Card:
        year = str(self._now().date().year)
        self.period = TextField(
            _("Period"), year, help_words=_("A year, or years such as 2026-2028."), latin=True
        )
        self.code = TextField(
            _("The key that another centre told you"), "", hint="0000-0000-…", latin=True
        )
        self.enter = Button(_("Enter a key"), icon="key")
        self.enter.clicked.connect(self._enter)
        self.new = Button(_("Make a new key"), icon="plus")
        self.new.clicked.connect(self._ask_new)
        card = Card(Text(_("Turn it on"), "large", "bold"), self.period, self.code)
        card.add(flow(self.enter))
        words = _("No centre has a key yet? Make one here, and tell it to the others by telephone.")
        card.add(Text(words, "small", colour="muted"), flow(self.new))
        return card

    def _show(self) -> None:
        clear(self._standing.body)
        found = self._bridge.run(lambda: self._doubles.of_project(self._id)) or []
        self._standing.add(Text(_("How it stands"), "large", "bold"))
        if not found:
            words = _("Off. Who comes to two centres counts in each of them.")
            self._standing.add(Text(words, "body"))
        for one in found:
            self._standing.add(Text(_standing_words(one), "body"))
            off = Button(_("Turn off {period}…").format(period=isolate(one.period)), "quiet",
                         icon="eye-off", size="small")  # fmt: skip
            off.clicked.connect(lambda _on=False, period=one.period: self._ask_off(period))
            self._standing.add(flow(off))
        self._show_working()

    def _show_working(self) -> None:
        self._bar.setVisible(self._working)
        for button in (self.enter, self.new):
            button.setEnabled(not self._working)

    # What a trainer does
    def _enter(self) -> None:
        period, code = self.period.value(), self.code.value()
        if not code.strip():
            self.code.set_error(_("Please type the key here."))
            self.code.control.setFocus()
            return
        self.code.set_error(None)

        def entered(done: Prints) -> None:
            self.code.set_value("")
            self._say(done)

        self._work(lambda: self._doubles.enter(self._id, period, code), entered)

    def _ask_new(self) -> None:
        words = _(
            "You see the key once. Write it down, keep the paper as you keep the recovery code, "
            "and tell the other centres by telephone. Never tell the organisation."
        )
        not_now, make = Button(_("Not now")), Button(_("Make a new key"), "primary", icon="plus")
        dialog = Dialog(
            self.window(), _("Make a new key?"), words, [("", not_now), ("make", make)], escape=""
        )
        dialog.answered.connect(lambda answer: self._new() if answer else None)
        dialog.open(not_now)

    def _new(self) -> None:
        period = self.period.value()
        self._work(lambda: self._doubles.new(self._id, period), self._show_code)

    def _show_code(self, made: tuple[str, Prints]) -> None:
        code, done = made
        self._say(done)
        body = column(
            Text(_("Write it down now. It is not shown again."), "body"),
            code_panel(code, _("The key: {code}").format(code=isolate(code))),
        )
        written = Button(_("I have written it down"), "primary", icon="check")
        title = _("The key for {period}").format(period=isolate(self.period.value()))
        Dialog(self.window(), title, body, [("", written)], escape="", width=760).open(written)

    def _ask_off(self, period: str) -> None:
        words = _(
            "All marks of {period} are deleted here, and at the organisation with your next file."
        ).format(period=isolate(period))
        keep, off = Button(_("Leave it on")), Button(_("Turn it off"), "danger", icon="eye-off")
        dialog = Dialog(
            self.window(), _("Turn it off?"), words, [("", keep), ("off", off)], escape=""
        )
        dialog.answered.connect(lambda answer: self._off(period) if answer else None)
        dialog.open(keep)

    def _off(self, period: str) -> None:
        self._work(lambda: self._doubles.off(self._id, period), lambda _done: self._say(Prints()))

    def _work(self, action: Callable[[], Done], then: Callable[[Done], None]) -> None:
        self._working = True
        self._show_working()
        self._bridge.busy.connect(self._end)
        self._bridge.work(action, lambda done: then(done) if isValid(self) else None, "projects")

    def _end(self, busy: bool) -> None:
        if not busy and isValid(self):
            self._bridge.busy.disconnect(self._end)
            self._working = False
            self._show_working()

    def _say(self, done: Prints) -> None:
        clear(self._said)
        for tone, line in prints_words(done):
            self._said.addWidget(Notice(line, "ok" if tone == "plain" else tone))
        self._scroller.verticalScrollBar().setValue(0)


def _standing_words(one: Counting) -> str:
    words = ngettext(
        "{period}: on, {count} person has a mark.",
        "{period}: on, {count} people have a mark.",
        one.people,
    ).format(period=isolate(one.period), count=number(one.people))
    if one.closed:
        words += " " + _("The key is closed to you.")
    return words


def _honest() -> Card:
    """What it is worth, and what it costs in privacy."""
    card = Card(
        Text(_("What to know first"), "large", "bold"),
        Text(
            _(
                "Each person of the project gets a mark, made of name and year of birth with a "
                "key. The same person has the same mark in every centre with that key."
            )
        ),
        Text(
            _(
                "It is an estimate. Who writes a name in another way is missed. Two people of one "
                "name and year are taken for one."
            )
        ),
        Notice(
            _(
                "Whoever has the key can guess names and see whether they are among the marks. "
                "Never give it to the organisation. Take a new one for each period, and tell "
                "people what it is for."
            ),
            "warn",
            icon="key-round",
        ),
    )
    card.body.addStretch(1)
    return card
