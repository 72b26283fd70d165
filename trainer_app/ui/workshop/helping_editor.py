"""The few fields of a place in the help directory."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.helping import TOPICS, HelpPlace
from trainer_app.i18n import _, isolate, languages, own_name, own_names
from trainer_app.ui.heading import flow
from trainer_app.ui.help_words import TOPIC_ICONS, UNKNOWN_ICON, topic_name
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, ChoiceField, FlowGrid, Text, TextField


@dataclass(frozen=True, slots=True)
class Typed:
    """A place as far as it is typed; without an id it is a new one."""

    id: str = ""
    topic: str = TOPICS[0]
    name: str = ""
    phone: str = ""
    address: str = ""
    hours: str = ""
    languages: tuple[str, ...] = ()
    note: str = ""
    rank: int = 0

    @classmethod
    def of(cls, place: HelpPlace) -> Typed:
        """A place that is there, to be changed."""
        return cls(**{name: getattr(place, name) for name in cls.__slots__})

    def place(self) -> HelpPlace:
        """The place as it should be."""
        return HelpPlace(**{name: getattr(self, name) for name in Typed.__slots__})


class HelpPlaceEditor(QWidget):
    """Signals: `saved(HelpPlace)` with a name and a way to reach it; `left`."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, typed: Typed) -> None:
        super().__init__()
        self._typed = typed
        known = [*TOPICS] if typed.topic in TOPICS else [*TOPICS, typed.topic]
        options = [(one, topic_name(one), TOPIC_ICONS.get(one, UNKNOWN_ICON)) for one in known]
        self.topic = ChoiceField(_("What they help with"), options, typed.topic)
        self.name = TextField(
            _("Name of the organisation"), typed.name, hint=_("Such as Legal Aid Desk"), longest=80
        )
        self.phone = TextField(_("Telephone"), typed.phone, latin=True, longest=40)
        self.address = TextField(_("Address"), typed.address, longest=120)
        self.hours = TextField(
            _("Opening hours"), typed.hours, hint=_("Such as Monday to Friday, 9 to 17"), longest=80
        )
        self.note = TextField(
            _("Good to know"), typed.note, hint=_("Such as free, or bring your letter"), longest=120
        )
        self.languages = LanguagesField(typed.languages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(14))
        grid = FlowGrid(380, 14, most=2)
        grid.add(self.topic, self.name, self.phone, self.address, self.hours, self.note)
        column.addWidget(grid)
        column.addWidget(self.languages)
        save = Button(_("Save"), "primary", icon="check")
        save.clicked.connect(self._save)
        leave = Button(_("Cancel"), "quiet")
        leave.clicked.connect(self.left)
        column.addWidget(flow(save, leave))
        for field in (self.name, self.phone, self.address):
            field.changed.connect(lambda _text, field=field: field.set_error(None))

    def remember(self) -> Typed:
        """All that is typed."""
        return replace(
            self._typed,
            topic=self.topic.value() or self._typed.topic,
            name=self.name.value(),
            phone=self.phone.value(),
            address=self.address.value(),
            hours=self.hours.value(),
            languages=self.languages.value(),
            note=self.note.value(),
        )

    def _save(self) -> None:
        typed = self.remember()
        if not typed.name.strip():
            self._point_out(self.name, _("Write what it is called."))
        elif not (typed.phone.strip() or typed.address.strip()):
            self._point_out(self.phone, _("Write a telephone number or an address."))
        else:
            self.saved.emit(typed.place())

    def _point_out(self, field: TextField, words: str) -> None:
        field.set_error(words)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        else:
            super().keyPressEvent(event)


class LanguagesField(QWidget):
    """Languages spoken, each a button that takes it away again, and a list to add from.

    Signals: none.
    """

    def __init__(self, chosen: tuple[str, ...]) -> None:
        super().__init__()
        self._chosen = [*chosen]
        self._shown = QWidget()
        self.adding = ChoiceField(_("Add a language"), self._options())
        self.adding.hide_label()
        self.adding.setMinimumWidth(current().space(260))
        self._add_button = Button(_("Add this language"), icon="plus", size="small")
        self._add_button.clicked.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(6))
        self._column.addWidget(Text(_("Languages spoken there"), "body", "semibold", tight=True))
        self._column.addWidget(self._shown)
        self._column.addWidget(flow(self.adding, self._add_button))
        self._show()

    def value(self) -> tuple[str, ...]:
        """The codes chosen, in that order; also one that was picked and not added yet."""
        picked = self.adding.value()
        return (*self._chosen, *([picked] if picked else []))

    def _options(self) -> list[tuple[str, str]]:
        """The program's languages first, then all others by their own names."""
        first = [one.code for one in languages()]
        others = sorted((code for code in own_names() if code not in first), key=own_name)
        return [(code, own_name(code)) for code in (*first, *others) if code not in self._chosen]

    def _add(self) -> None:
        self._chosen = [*self.value()]
        self._show()
        self.adding.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self, code: str) -> None:
        self._chosen.remove(code)
        self._show()
        self.adding.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        buttons = []
        for code in self._chosen:
            button = Button(own_name(code), icon="x", icon_last=True, size="small")
            said = _("Take {language} away").format(language=isolate(own_name(code)))
            button.setAccessibleName(said)
            button.clicked.connect(lambda _=False, code=code: self._take_away(code))
            buttons.append(button)
        old, self._shown = self._shown, flow(*buttons)
        self._column.replaceWidget(old, self._shown)
        old.hide()
        old.deleteLater()
        self._shown.setVisible(bool(buttons))
        self.adding.set_options(self._options())
