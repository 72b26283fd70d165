"""What stands around a learner's page: who sits here, help, and the way out, in a bar on top."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.people import Person
from trainer_app.i18n import Language, _, current, ngettext, own_name
from trainer_app.i18n import languages as spoken
from trainer_app.i18n.formats import listed
from trainer_app.ui.first_steps.asking import show_first_steps
from trainer_app.ui.first_steps.guide import first_steps_name
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Page
from trainer_app.ui.room_signs import RoomStanding, RoomStandingSign
from trainer_app.ui.tab_order import put_behind
from trainer_app.ui.theme import current as look
from trainer_app.ui.tongues import SaysItself, tongues
from trainer_app.ui.widgets import (
    Avatar,
    Button,
    Dialog,
    FlowGrid,
    FlowRow,
    IconButton,
    Text,
    TopBar,
)
from trainer_app.ui.widgets.drawn import DrawnButton

_USUAL_WIDTH = 1366
_LEAST_NAMES = 150
_LARGE_LETTERS = 1.5


class LearnerFrame(QWidget):
    """The bar of a learner's screen: who you are, your hand, your language, the next person.

    Signals: `join_requested` (one more person), `leave_requested(str)` (one
    person stands up), `next_requested` (all stand up), `hand_set(bool)`, `language_chosen(str)`,
    `larger_requested` (the next text size), `read_requested` (aloud, or to stop that),
    `listening_requested` (how that is done), `trainer_requested`, `heard(object)` (an Utterance:
    a language says its name).
    """

    join_requested = Signal()
    leave_requested = Signal(str)
    next_requested = Signal()
    hand_set = Signal(bool)
    language_chosen = Signal(str)
    larger_requested = Signal()
    read_requested = Signal()
    listening_requested = Signal()
    heard = Signal(object)
    trainer_requested = Signal()

    def __init__(
        self,
        page: Page,
        people: Sequence[Person],
        *,
        hand_up: bool,
        can_join: bool,
        guest: bool,
        can_read: bool = False,
        asks_how: bool = False,
        languages: Sequence[Language] | None = None,
        reading: str = "",
    ) -> None:
        super().__init__()
        self._languages = spoken() if languages is None else languages
        self._reading = reading or current().code
        self._people = list(people)
        self._shown_strips: dict[str, QWidget] = {}
        self._hand: Button | None = None
        self._hand_up: bool | None = None
        # In large letters a pretend world needs the height that words in the bar would take.
        self._low = page.wants_height and look().scale >= _LARGE_LETTERS
        self._can_join = can_join
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._who = self._you(guest)
        self._tools = QWidget()
        tools = FlowRow(self._tools, 12, at_end=True)
        self._reader = self._make_reader()
        self._steps = IconButton(
            "mouse-pointer-click", first_steps_name(), under=False, show_word=False
        )
        self._steps.clicked.connect(lambda: show_first_steps(self.window()))
        self._how = IconButton("ear", _("How it is read aloud"), under=False, show_word=False)
        self._how.clicked.connect(self.listening_requested)
        self._can_read, self._asks_how = can_read, asks_how
        self._offers_how = can_read and not self._low
        # The page below has to keep its room: at twice the text the bar may take two lines.
        slim = self._low or look().scale > _LARGE_LETTERS
        self._put_tools(tools, self._make_tools(hand_up, guest, can_read), slim=slim)
        inside = QWidget()
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._bar.setContentsMargins(0, 0, 0, 0)
        self._bar.addWidget(self._who, 1)
        self._bar.addWidget(self._tools)
        self._top = bar = TopBar(start=[inside], slim=slim)
        layout = bar.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setStretchFactor(inside, 1000)
        column.addWidget(bar)
        self._strips = QVBoxLayout()
        self._strips.setSpacing(0)
        column.addLayout(self._strips)
        column.addWidget(page, 1)
        self._fit(_USUAL_WIDTH)

    def _put_tools(self, row: FlowRow, shown: Sequence[QWidget], *, slim: bool) -> None:
        for tool in shown:
            row.addWidget(tool)
            if isinstance(tool, DrawnButton):
                tool.slim = slim
        for sign in (self._reader, self._steps, self._how):
            if sign not in shown:
                # Without a holder it would be a window of its own, and stay when the frame goes.
                sign.setParent(self._tools)
                sign.hide()

    def put_strip(self, name: str, strip: QWidget | None) -> None:
        """Show a strip between bar and page in place of the one of this name; None takes it away.

        It covers nothing and takes no keyboard, and goes with this frame.
        """
        old = self._shown_strips.pop(name, None)
        if old is not None:
            self._strips.removeWidget(old)
            old.hide()
            old.deleteLater()
        if strip is not None:
            self._shown_strips[name] = strip
            self._strips.addWidget(strip)
            put_behind(self._top, *self._shown_strips.values())
        self._fit(self.width())

    def _needs(self, *, guide: bool, word: bool) -> int:
        """What the tools need in one line, in pixels; `word`: of the way out."""
        whole, slim = self._leave
        now = self._tools.sizeHint().width()
        steps = self._steps.sizeHint().width() + look().space(12)
        now += steps * (guide - (not self._steps.isHidden()))
        more = whole.sizeHint().width() - slim.sizeHint().width()
        return now + more * (word - (not whole.isHidden()))

    def _fit_how(self, room: int, names: int, *, word: bool) -> None:
        """How it is read can be asked where that costs the page no line; at home it always can."""
        wide = self._how.sizeHint().width() + look().space(12)
        without = self._needs(guide=False, word=word) - wide * (not self._how.isHidden())
        costs = any(each <= room < each + wide for each in (without, without + names))
        self._how.setHidden(not self._offers_how or (costs and not self._asks_how))

    def has_strip(self, name: str) -> bool:
        """Whether a strip of this name is shown."""
        return name in self._shown_strips

    def show_room(self, standing: RoomStanding) -> None:
        """Say quietly whether this laptop is in the trainer's room."""
        self._standing.show_standing(standing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        """Names and tools side by side, or below each other where letters are large."""
        theme = look()
        room = width - 2 * theme.space(24)
        least = 0 if self._low else theme.px(_LEAST_NAMES)
        names = theme.px(56) * max(1, len(self._people)) + least + theme.space(12)
        crowded = bool(self._shown_strips) or self._needs(guide=False, word=True) > room
        word = not self._low and not (crowded and theme.scale >= _LARGE_LETTERS)
        self._fit_how(room, names, word=word)
        tools = self._needs(guide=False, word=word)
        beside = names + tools <= room
        # The guide comes where it costs no line.
        with_guide = self._needs(guide=True, word=word)
        fits = with_guide + (names if beside else 0) <= room
        guide = bool(self._hand_up) and not self._low and fits
        tools = with_guide if guide else tools
        self._steps.setHidden(not guide)
        whole, slim = self._leave
        whole.setHidden(not word)
        slim.setHidden(word)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._bar.setDirection(across if beside else down)
        self._bar.setSpacing(theme.space(12 if beside else 4))
        policy = QSizePolicy.Policy
        # Beside names the tools keep their words in one line; names are what wraps.
        wide = policy.Minimum if beside else policy.Preferred
        grown = QSizePolicy(wide, policy.Preferred)
        grown.setHeightForWidth(True)
        self._tools.setSizePolicy(grown)
        self._tools.setMinimumWidth(tools if beside else 0)

    def _you(self, guest: bool) -> QWidget:
        """Who sits here, always in sight."""
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().space(8))
        for person in self._people:
            row.addWidget(Avatar(person.face, person_label(person), 44))
        names = listed([person_label(person) for person in self._people])
        you = ngettext("You are {names}", "You are {names}", len(self._people))
        words = _("You are a guest") if guest else you.format(names=names)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Text(words, "caption" if self._low else "body", "semibold", tight=True))
        slim = look().scale >= _LARGE_LETTERS
        self._standing = RoomStandingSign(slim=slim, seen=not self._low)
        row.addLayout(said, 1)
        if slim:
            row.addWidget(self._standing)
        else:
            said.addWidget(self._standing)
        return box

    def show_reading(self, reading: bool) -> None:
        """Show whether the page is being read aloud."""
        self._reader.setChecked(reading)
        self._reader.setAccessibleDescription(_("Press again to stop.") if reading else "")

    def show_can_read(self, can_read: bool) -> None:
        """Show or hide the buttons for listening: a page may have nothing that can be said."""
        self._reader.setHidden(not (can_read and self._can_read))
        self._offers_how = can_read and self._can_read and not self._low
        self._fit(self.width())

    def _make_reader(self) -> IconButton:
        roomy = look().scale < _LARGE_LETTERS
        reader = IconButton("volume-2", _("Read aloud"), under=False, show_word=roomy)
        reader.setCheckable(True)
        reader.clicked.connect(self._ask_to_read)
        return reader

    def _ask_to_read(self) -> None:
        # It lights up when reading has begun, not when it was asked for.
        self._reader.setChecked(not self._reader.isChecked())
        self.read_requested.emit()

    def _make_tools(self, hand_up: bool, guest: bool, can_read: bool) -> list[QWidget]:
        larger = IconButton("a-large-small", _("Text size"), under=False, show_word=False)
        larger.clicked.connect(self.larger_requested)
        roomy = look().scale <= _LARGE_LETTERS
        words = IconButton("languages", own_name(self._reading), under=False, show_word=roomy)
        words.clicked.connect(self._show_languages)
        trainer = IconButton("key-round", _("For the trainer"), under=False, show_word=False)
        trainer.clicked.connect(self.trainer_requested)
        out = _("Stop learning") if guest else _("Next person")
        slim = IconButton("log-out", out, under=False, show_word=False)
        slim.hide()
        self._leave = (Button(out, "secondary", icon="log-out"), slim)
        for leave in self._leave:
            leave.clicked.connect(self.next_requested)
        # Counted from the end of the bar it stands in the same place on every page.
        tools: list[QWidget] = [larger, words, trainer, *self._leave]
        if can_read:
            tools[:0] = [self._reader, self._how]
            if self._low:
                self._how.hide()
        if not guest:
            together = IconButton("users", _("Who sits here?"), under=False, show_word=False)
            together.clicked.connect(self._show_people)
            tools.insert(0, together)
            self._hand = Button("", icon="hand")
            self._hand.clicked.connect(lambda: self.hand_set.emit(not self._hand_up))
            self._word_hand(hand_up)
            # Who waits for help can look meanwhile; it comes first, so that nothing else moves.
            tools[:0] = [self._steps, self._hand]
        return tools

    def show_hand(self, up: bool) -> None:
        """Show whether the hand is up; a guest has none to raise."""
        self._word_hand(up)
        self._fit(self.width())

    def _word_hand(self, up: bool) -> None:
        if self._hand is not None and self._hand_up is not up:
            self._hand_up = up
            self._hand.role = "primary" if up else "secondary"
            self._hand.set_word(_("My hand is up") if up else _("Help"))

    def _show_languages(self) -> None:
        buttons = []
        for language in self._languages:
            chosen = language.code == self._reading
            buttons.append(
                (language.code, Button(language.own_name, "primary" if chosen else "secondary"))
            )
        dialog = Dialog(self.window(), _("Language"), QWidget(), buttons, escape="", width=720)
        SaysItself(tongues(dict(buttons)), dialog).heard.connect(self.heard)
        dialog.answered.connect(self._language_answered)
        dialog.open(dict(buttons)[self._reading])

    def _language_answered(self, code: str) -> None:
        if code:
            self.language_chosen.emit(code)

    def _show_people(self) -> None:
        body = FlowGrid(220)
        close = Button(_("Go on"), "primary", icon="arrow-right", icon_last=True)
        buttons: list[tuple[str, Button]] = []
        for person in self._people:
            words = _("{name} leaves").format(name=person_label(person))
            buttons.append((f"leave:{person.id}", Button(words, "secondary", icon="log-out")))
        if self._can_join:
            buttons.append(("join", Button(_("One more person"), "secondary", icon="user-plus")))
        buttons.append(("close", close))
        for person in self._people:
            body.add(_face(person))
        dialog = Dialog(
            self.window(), _("Who sits here?"), body, buttons, escape="close", width=720
        )
        dialog.answered.connect(self._people_answered)
        dialog.open(close)

    def _people_answered(self, answer: str) -> None:
        if answer == "join":
            self.join_requested.emit()
        elif answer.startswith("leave:"):
            self.leave_requested.emit(answer.removeprefix("leave:"))


def _face(person: Person) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().space(12))
    row.addWidget(Avatar(person.face, person_label(person), 56))
    row.addWidget(Text(person_label(person), "body", "semibold"), 1)
    return box
