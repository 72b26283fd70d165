"""A guest's laptop joins a room: the code from the trainer's screen, typed or tapped."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.domain.errors import RoomNotFound, TrainerError
from trainer_app.domain.room_code import LENGTH, digits_in, groups
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.heading import clear
from trainer_app.ui.messages import explain
from trainer_app.ui.theme import current
from trainer_app.ui.welcome.code_pad import CodePad
from trainer_app.ui.welcome.stage import Stage, back_button, column
from trainer_app.ui.widgets import Button, FlowGrid, Icon, Notice, Text, TextField

_GAP = "  "


class JoinRoomPage(Stage):
    """Twenty digits in five groups, in digits of any script, pasted or tapped on large keys.

    `rooms`: how many rooms are found in the network. The address is asked only where a router
    keeps laptops from finding each other; a laptop `of_centre` needs nothing else, for it proves
    who it is. Signals: `join_requested(str, str)` with the digits and the address ("" where none
    was typed), `back_requested`.
    """

    join_requested = Signal(str, str)
    back_requested = Signal()

    def __init__(self, rooms: int, *, of_centre: bool = False) -> None:
        super().__init__(_("Join the room"))
        self._busy, self._of_centre = False, of_centre
        self.code = TextField(
            _("The code"),
            help_words=_("It stands on the trainer’s screen and on the poster: {count} digits.")
            .format(count=number(LENGTH)),
            latin=True,
        )  # fmt: skip
        code = self.code.control
        assert isinstance(code, QLineEdit)
        self._edit = code
        self._edit.setFont(current().font("title", "bold"))
        self._edit.setMinimumHeight(current().px(60))
        self._edit.textEdited.connect(self._tidy)
        self.address = TextField(
            _("The address"),
            help_words=_address_help(of_centre),
            hint="\u2066192.168.1.5\u2069",
            latin=True,
            longest=80,
        )
        self.address.hide()
        self.join = Button(_("Join"), "primary", icon="log-in", size="large")
        address = self.address.control
        assert isinstance(address, QLineEdit)
        self._last = self._edit
        for field in (self._edit, address):
            field.installEventFilter(self)
        self.by_address = Button(_("Type the address"), "quiet", icon="keyboard")
        self._sign, self._rooms = Icon("wifi", "muted", 26), Text("", colour="muted", tight=True)
        self._how_far = Text("", "small", colour="muted", tight=True)
        self._trouble = QVBoxLayout()
        self.pad = CodePad()
        self.show_rooms(rooms)
        back = back_button()
        sides = FlowGrid(380, 40, most=2)
        sides.add(self._words(), self._pad_side())
        self.lay_out(sides, self.code, width=1000, start=[back])
        self.join.clicked.connect(self._join)
        self.code.entered.connect(self._join)
        self.address.entered.connect(self._join)
        address.textChanged.connect(self._show)
        self.by_address.clicked.connect(self._ask_address)
        self.pad.pressed.connect(self._press)
        self.pad.rubbed_out.connect(self._rub_out)
        back.clicked.connect(lambda: self.back_requested.emit())
        self._show()

    def _words(self) -> QWidget:
        rooms = QWidget()
        row = QHBoxLayout(rooms)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(8))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._rooms, 1)
        trouble = QWidget()
        trouble.setLayout(self._trouble)
        self._trouble.setContentsMargins(0, 0, 0, 0)
        foot = FlowGrid(200, 12, most=2)
        foot.add(self.join, self.by_address)
        title = Text(self.title, "headline", "bold")
        return column(title, rooms, self.code, self._how_far, self.address, trouble, foot, gap=10)

    def _pad_side(self) -> QWidget:
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        return side

    # What the network brings
    def show_rooms(self, rooms: int) -> None:
        """Say how many rooms are found; the code tells which one is meant."""
        if not rooms:
            words = _("No room is found yet. The program keeps looking.")
        else:
            words = ngettext("A room is open here.", "{count} rooms are open here.", rooms)
        self._rooms.set_words(words.format(count=number(rooms)))
        self._sign.set_icon("wifi" if rooms else "hourglass", "primary" if rooms else "muted")

    def say(self, error: TrainerError) -> None:
        """Say what went wrong, and let the code be looked over; nothing typed is lost."""
        message = explain(error)
        clear(self._trouble)
        words = " ".join(part for part in (message.text, message.what_to_do) if part)
        notice = Notice(words, "warn", title=message.title)
        self._trouble.addWidget(notice)
        if isinstance(error, RoomNotFound):
            self._show_address()
        self.step_to(self.address if isinstance(error, RoomNotFound) else self.code)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def set_busy(self, busy: bool) -> None:
        """While the room answers nothing can be asked a second time."""
        self._busy = busy
        self.join.set_word(_("Joining …") if busy else _("Join"))
        self._show()

    # Typing
    def digits(self) -> str:
        """The digits typed so far, at most twenty."""
        return digits_in(self._edit.text())[:LENGTH]

    def _tidy(self) -> None:
        """Groups of four as one types, with the cursor behind the same digit as before."""
        before = len(digits_in(self._edit.text()[: self._edit.cursorPosition()]))
        self._put(self.digits(), before)

    def _put(self, digits: str, cursor: int) -> None:
        shown = _GAP.join(groups(digits))
        self._edit.setText(shown)
        self._edit.setCursorPosition(len(_GAP.join(groups(digits[:cursor]))))
        clear(self._trouble)
        self._show()

    def _press(self, key: str) -> None:
        field = self._last
        if field is not self._edit:
            field.insert(key)
            return
        digits = self.digits()
        at = len(digits_in(field.text()[: field.cursorPosition()]))
        if key.isdigit() and len(digits) < LENGTH:
            self._put(digits[:at] + key + digits[at:], at + 1)

    def _rub_out(self) -> None:
        field = self._last
        if field is not self._edit:
            field.backspace()
            return
        at = len(digits_in(field.text()[: field.cursorPosition()]))
        digits = self.digits()
        self._put(digits[: max(0, at - 1)] + digits[at:], max(0, at - 1))

    def _show(self) -> None:
        typed = len(self.digits())
        words = _("{count} of {total} digits").format(count=number(typed), total=number(LENGTH))
        self._how_far.set_words(words)
        self.join.setEnabled((typed == LENGTH or self._needs_no_code) and not self._busy)

    @property
    def _needs_no_code(self) -> bool:
        return self._of_centre and not self.digits() and bool(self.address.value().strip())

    def _ask_address(self) -> None:
        self._show_address()
        self.step_to(self.address)

    def _show_address(self) -> None:
        self.address.show()
        self.by_address.hide()
        self.pad.show_signs(True)

    def _join(self) -> None:
        if self._busy:
            return
        if len(self.digits()) < LENGTH and not self._needs_no_code:
            self.code.set_error(
                _("There are {count} digits in the code.").format(count=number(LENGTH))
            )
            self.step_to(self.code)
            return
        self.code.set_error(None)
        clear(self._trouble)
        self.join_requested.emit(self.digits(), self.address.value().strip())

    def remember(self) -> Any:
        return self.digits(), self.address.value(), not self.address.isHidden()

    def recall(self, memory: Any) -> None:
        digits, address, asked = memory
        self._put(digits, len(digits))
        self.address.set_value(address)
        if asked:
            self._show_address()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys on the screen write where the keyboard was last."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QLineEdit):
            self._last = watched
        return super().eventFilter(watched, event)


def _address_help(of_centre: bool) -> str:
    words = _("It stands under the code on the trainer’s screen.")
    if not of_centre:
        return words
    return " ".join((words, _("A laptop of this centre needs no code.")))
