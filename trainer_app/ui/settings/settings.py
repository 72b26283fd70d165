"""How this laptop is set up: words, size, colours, minutes, and what the program is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from trainer_app import __version__, places
from trainer_app.domain.people import Trainer
from trainer_app.i18n import Language, _, isolate, pgettext
from trainer_app.i18n import current as spoken
from trainer_app.services.preferences import SCALES, PreferencesFile
from trainer_app.ui.page import Page
from trainer_app.ui.settings.hands_and_eyes import HandsAndEyes
from trainer_app.ui.settings.keys_list import keys_list
from trainer_app.ui.settings.licence_view import LicenceView
from trainer_app.ui.settings.size_choice import SizeChoice
from trainer_app.ui.sound_words import speeds
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    Card,
    CheckField,
    FlowGrid,
    Icon,
    Scroller,
    SegmentField,
    SpinField,
    SvgPicture,
    Text,
)

_LEAST_MINUTES, _MOST_MINUTES = 1, 60


class SettingsPage(Page):
    """What a trainer may change on this laptop. `folder` is the centre's data folder.

    Signals: `language_chosen(str)`, `scale_chosen(int)` in per cent, `theme_chosen(str)`,
    `speech_chosen(str)`: how fast is read aloud, `reading_chosen(bool)`: whether learners' pages
    are read by themselves, `minutes_chosen(int, int)` until the screen dims
    and until the trainer's part ends, `lock_requested()`, `trainers_requested()`,
    `laptops_requested()`, `backups_requested()`, `help_requested()`: help near the centre,
    `comfort_chosen(str, object)`: the name of a preference for eyes or hands, and its value.
    """

    guide = "settings"

    language_chosen = Signal(str)
    scale_chosen = Signal(int)
    theme_chosen = Signal(str)
    speech_chosen = Signal(str)
    reading_chosen = Signal(bool)
    minutes_chosen = Signal(int, int)
    lock_requested = Signal()
    trainers_requested = Signal()
    laptops_requested = Signal()
    backups_requested = Signal()
    help_requested = Signal()
    comfort_chosen = Signal(str, object)

    def __init__(
        self,
        preferences: PreferencesFile,
        languages: Sequence[Language],
        trainers: Sequence[Trainer],
        folder: Path,
    ) -> None:
        super().__init__()
        self.title = _("Settings")
        self.setAccessibleName(self.title)
        chosen = preferences.now
        self.language = SegmentField(
            _("Language"), [(one.code, one.own_name) for one in languages], spoken().code
        )
        self.text_size = SizeChoice(SCALES, chosen.scale)
        self.colours = SegmentField(_("Colours"), _themes(), chosen.theme)
        self.comfort = HandsAndEyes(chosen, self)
        self.speech = SegmentField(_("Read aloud"), speeds(), chosen.speech)
        self.reading = CheckField(_("Read every page to learners"), chosen.reads_pages)
        self.idle = _minutes(
            _("Dim the learners’ screen after"),
            chosen.idle_minutes,
            _("The first touch asks “Still you?”. Nothing is lost."),
        )
        self.lock = _minutes(
            _("End the trainer’s part after"),
            chosen.lock_minutes,
            _("Learners can go on. Your passphrase opens your part again."),
        )
        self.lock_button = Button(_("Lock now"), icon="lock")
        self.trainers_button = Button(_("Trainers"), icon="key-round")
        self.laptops_button = Button(_("Laptops and sticks"), icon="monitor")
        self.backups_button = Button(_("Backups"), icon="history")
        self.help_button = Button(_("Help near us"), icon="life-buoy")
        self.licences = LicenceView()
        self._scroller = Scroller()
        self._fill(trainers, folder)
        self._connect()

    def remember(self) -> Any:
        """The page changes what it is built with, so it keeps its place and the keyboard."""
        focused = self.focusWidget()
        held = [
            n for n, field in self._choices().items() if focused and field.isAncestorOf(focused)
        ]
        return next(iter(held), None), self.licences.value()

    def recall(self, memory: Any) -> None:
        at, licence = memory
        self.licences.set_value(licence)
        if at is not None:
            # In another language there may be no choice of letters.
            button = _checked(self._choices().get(at, self.language))
            button.setFocus(Qt.FocusReason.TabFocusReason)
            # Only once the page is laid out is it known where the button stands.
            QTimer.singleShot(0, button, lambda: self._scroller.ensureWidgetVisible(button))

    def _choices(self) -> dict[str, QWidget]:
        kept = {"language": self.language, "text_size": self.text_size, "colours": self.colours}
        comfort = (*self.comfort.of_eyes(), *self.comfort.of_hands())
        return {**kept, **{name: field for name, _icon, _title, field in comfort}}

    def _fill(self, trainers: Sequence[Trainer], folder: Path) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroller)
        sides = FlowGrid(420, 16, most=2)
        sides.add(
            _column(
                _card("languages", _("Language"), self.language),
                _card("a-large-small", _("Text size"), self.text_size),
                _card("contrast", _("Colours"), self.colours),
                *(_card(*part[1:]) for part in self.comfort.of_eyes()),
                _card("volume-2", _("Read aloud"), self.speech, self.reading),
                _card(
                    "shield", _("So that nothing is lost"), self.laptops_button, self.backups_button
                ),
            ),
            _column(
                _card("clock", _("When nobody touches the laptop"), self.idle, self.lock),
                _card(
                    "key-round",
                    _("Who may unlock"),
                    *_people(trainers),
                    self.trainers_button,
                    self.lock_button,
                ),
                _card(
                    "life-buoy",
                    _("For learners"),
                    Text(_("Where people can go for help, as lessons show it."), tight=True),
                    self.help_button,
                ),
                *(_card(*part[1:]) for part in self.comfort.of_hands()),
                _card("keyboard", _("Keys"), keys_list()),
            ),
        )
        about = _card("info", pgettext("the program", "About"), *_about(folder), self.licences)
        for part in (Text(self.title, "headline", "bold"), sides, about):
            self._scroller.add(part)
        inside = self._scroller.page.layout()
        assert inside is not None
        side, top = current().space(28), current().space(20)
        inside.setContentsMargins(side, top, side, top)

    def _connect(self) -> None:
        self.language.changed.connect(self.language_chosen)
        self.text_size.changed.connect(self.scale_chosen)
        self.colours.changed.connect(self.theme_chosen)
        self.comfort.changed.connect(self.comfort_chosen)
        self.speech.changed.connect(self.speech_chosen)
        self.reading.toggled.connect(self.reading_chosen)
        for field in (self.idle, self.lock):
            field.changed.connect(
                lambda _minutes: self.minutes_chosen.emit(self.idle.value(), self.lock.value())
            )
        self.lock_button.clicked.connect(lambda: self.lock_requested.emit())
        self.trainers_button.clicked.connect(lambda: self.trainers_requested.emit())
        self.laptops_button.clicked.connect(lambda: self.laptops_requested.emit())
        self.backups_button.clicked.connect(lambda: self.backups_requested.emit())
        self.help_button.clicked.connect(lambda: self.help_requested.emit())


def _themes() -> list[tuple[str, str, str]]:
    return [
        ("light", _("Light"), "sun"),
        ("dark", _("Dark"), "moon"),
        ("contrast", _("High contrast"), "contrast"),
    ]


def _minutes(label: str, value: int, help_words: str) -> SpinField:
    return SpinField(
        label,
        value,
        least=_LEAST_MINUTES,
        most=_MOST_MINUTES,
        unit=_("minutes"),
        help_words=help_words,
    )


def _people(trainers: Sequence[Trainer]) -> list[QWidget]:
    rows: list[QWidget] = []
    for trainer in trainers:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current().space(12))
        picture = SvgPicture(places.assets() / "trainer" / f"{trainer.picture}.svg", "", most=40)
        picture.setFixedSize(current().space(40), current().space(40))
        line.addWidget(picture)
        line.addWidget(Text(isolate(trainer.name), "body", "semibold", tight=True), 1)
        rows.append(row)
    return rows


def _about(folder: Path) -> list[QWidget]:
    return [
        Text(_("Program: trainer-app {version}").format(version=isolate(__version__))),
        Text(_("Data folder: {folder}").format(folder=isolate(folder))),
        Text(_("What is in it is locked. Copy the whole folder to keep it safe."), colour="muted"),
    ]


def _card(icon: str, title: str, *parts: QWidget) -> Card:
    head = QHBoxLayout()
    head.setSpacing(current().space(10))
    head.addWidget(Icon(icon, "primary", 24))
    head.addWidget(Text(title, "large", "bold"), 1)
    return Card(head, *parts)


def _column(*parts: QWidget) -> QWidget:
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current().space(16))
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return whole


def _checked(field: QWidget) -> QWidget:
    """The button of a choice that is chosen now."""
    return next(one for one in field.findChildren(QAbstractButton) if one.isChecked())
