"""Recording a lesson: one sentence at a time, heard before it is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.recordings import Passage
from trainer_app.domain.sound import Sound
from trainer_app.i18n import _, isolate, ngettext, own_name
from trainer_app.i18n.formats import number
from trainer_app.services.hearing import Heard, Recorder
from trainer_app.services.recordings import Recorded, Recordings
from trainer_app.ui.aloud import Aloud
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, flow, margins
from trainer_app.ui.page import Page
from trainer_app.ui.recording.meter import LevelMeter
from trainer_app.ui.recording.taking import Taking
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets import (
    Button,
    Card,
    ChoiceField,
    Icon,
    Notice,
    ProgressBar,
    Scroller,
    Text,
)


class RecordPage(Page):
    """One passage in large letters, Record and Stop, Listen, Keep.

    `languages`: those that the lesson has words in; `title` what it is called. Signals:
    `back_requested`, `language_chosen(str)`, `deleting_requested`: all that was recorded here.
    """

    guide = "lessons"

    back_requested = Signal()
    language_chosen = Signal(str)
    deleting_requested = Signal()

    def __init__(
        self,
        recordings: Recordings,
        recorder: Recorder,
        aloud: Aloud,
        bridge: Bridge,
        lesson: str,
        language: str,
        *,
        title: str,
        languages: Sequence[str],
    ) -> None:
        super().__init__()
        self.title = _("Record with your voice")
        self._recordings, self._aloud, self._bridge = recordings, aloud, bridge
        self._lesson, self._language = lesson, language
        self._taking = Taking(recorder, self)
        self._taking.level.connect(self._on_level)
        self._taking.ended.connect(self._heard)
        self._fresh: Sound | None = None
        self._recorded = Recorded((), frozenset())
        self._at = 0
        self._build(title, languages)
        aloud.word.connect(self._mark)
        aloud.ended.connect(self._fall_silent)
        self.look_again()

    # Building
    def _build(self, title: str, languages: Sequence[str]) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        margins(column)
        self._delete = Button(_("Delete these recordings"), "quiet", icon="trash-2", size="small")
        self._delete.clicked.connect(self.deleting_requested)
        heading = Heading(self.title, back=isolate(title))
        heading.back_requested.connect(self.back_requested)
        column.addWidget(heading)
        self._choice = ChoiceField(
            _("Language"), [(one, own_name(one)) for one in languages], self._language
        )
        self._choice.hide_label()
        self._choice.changed.connect(self.language_chosen)
        self._bar = ProgressBar(0, 1, "")
        self._count = Text("", "small", "semibold", tight=True)
        self._bar.setFixedWidth(current().space(240))
        column.addWidget(flow(self._choice, self._bar, self._count, gap=16))
        column.addWidget(self._card())
        words = _(
            "Learners hear your voice when they press “Read aloud”. Whoever gets this lesson gets "
            "your recordings with it."
        )
        column.addWidget(Notice(words, "plain", icon="volume-2"))
        column.addWidget(flow(self._delete))
        column.addStretch(1)
        whole.addWidget(Scroller(page))

    def _card(self) -> QWidget:
        self._where = Text("", "small", colour="muted", tight=True)
        self._text = Text("", "title", "semibold")
        self._text.setProperty("language", self._language)
        self._sign = Icon("mic", "muted", 24)
        self._said = Text("", "body", tight=True)
        self.meter = LevelMeter()
        self.before = Button(_("Back"), icon="arrow-left")
        self.record = Button(_("Record"), "primary", icon="mic")
        self.listen = Button(_("Listen"), icon="play")
        self.keep = Button(_("Keep it"), icon="check")
        self.next = Button(_("Next"), icon="arrow-right", icon_last=True)
        self.before.clicked.connect(lambda: self._go(-1))
        self.record.clicked.connect(self._record)
        self.listen.clicked.connect(self._listen)
        self.keep.clicked.connect(self._keep)
        self.next.clicked.connect(lambda: self._go(1))
        return Card(
            self._where,
            self._text,
            self.meter,
            flow(self._sign, self._said),
            flow(self.before, self.record, self.listen, self.keep, self.next, gap=12),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.record.setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing
    @property
    def passage(self) -> Passage | None:
        """What is to be said now; None for a lesson without words."""
        return self._recorded.passages[self._at] if self._recorded.passages else None

    def look_again(self) -> None:
        """Ask what is recorded, and begin at the first passage that is not."""
        found = self._bridge.run(lambda: self._recordings.of(self._lesson, self._language))
        self._recorded = found or Recorded((), frozenset())
        self._at = self._first_open(0)
        self._show()

    def _first_open(self, start: int) -> int:
        """The next passage without a recording, from `start` round; `start` where all have one."""
        many = len(self._recorded.passages)
        round_trip = [*range(start, many), *range(start)]
        keys = [one.key for one in self._recorded.passages]
        left = (at for at in round_trip if keys[at] not in self._recorded.kept)
        return next(left, min(start, max(0, many - 1)))

    def _show(self) -> None:
        passage, done, many = self.passage, self._recorded.done, len(self._recorded.passages)
        self._fresh = None
        self._text.highlight(0, 0)
        self._text.set_words(passage.text if passage else "")
        place = _("{done} of {all}").format(done=number(self._at + 1), all=number(many))
        self._where.set_words(f"{place} · {isolate(passage.within)}" if passage else "")
        said = ngettext(
            "{done} of {all} sentence is recorded", "{done} of {all} sentences are recorded", many
        ).format(done=number(done), all=number(many))
        self._bar.show_progress(done, max(1, many), said)
        self._count.set_words(said)
        if passage is not None and passage.key in self._recorded.kept:
            self._say("circle-check", "ok", _("This sentence is recorded."))
        else:
            self._say("mic", "muted", _("Press Record, then read the sentence."))
        self._allow()

    def _say(self, icon: str, colour: Token, words: str) -> None:
        self._sign.set_icon(icon, colour)
        self._said.set_words(words)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _allow(self) -> None:
        """What can be pressed now."""
        passage, on = self.passage, self._taking.is_on
        kept = passage is not None and passage.key in self._recorded.kept
        self.record.setEnabled(passage is not None)
        self.record.set_word(_("Stop") if on else _("Record"), "square" if on else "mic")
        fresh = self._fresh is not None
        # What is done next stands out.
        self.record.role = "secondary" if fresh else "primary"
        self.keep.role = "primary" if fresh else "secondary"
        self.listen.setEnabled(not on and (kept or fresh))
        self.keep.setEnabled(not on and fresh)
        self.keep.update()
        self.before.setEnabled(not on and self._at > 0)
        self.next.setEnabled(not on and self._at + 1 < len(self._recorded.passages))
        self._delete.setEnabled(not on and bool(self._recorded.kept))

    # Doing
    def _go(self, by: int) -> None:
        self._aloud.stop()
        self._at += by
        self._show()

    def _record(self) -> None:
        if self._taking.is_on:
            self._taking.stop()
            return
        self._aloud.stop()
        self._fresh = None
        self._taking.begin()
        self._say("mic", "warn", _("Speak now. Press Stop when you have read it."))
        self._allow()

    def _on_level(self, level: float) -> None:
        self.meter.show_level(level)

    def _heard(self, sound: Sound, how: Heard) -> None:
        self.meter.rest()
        troubles = {
            "missing": _("There is no microphone. Put one in and press Record again."),
            "failed": _("That could not be recorded. Press Record again."),
        }
        if how in troubles:
            self._say("circle-alert", "warn", troubles[how])
        elif sound.is_silent:
            self._say("circle-alert", "warn", _("Nobody could be heard. Speak nearer or louder."))
        else:
            self._fresh = sound
            self._say("circle-check", "ok", _("Listen to it. Keep it, or record it again."))
        self._allow()
        if self._fresh is not None:
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _listen(self) -> None:
        passage = self.passage
        if passage is None:
            return
        sound = self._fresh
        if sound is None:
            lesson, language = self._lesson, self._language
            sound = self._bridge.run(lambda: self._recordings.sound(lesson, language, passage))
        if sound is not None:
            self._aloud.play(sound, passage.text)

    def _keep(self) -> None:
        passage, sound = self.passage, self._fresh
        if passage is None or sound is None:
            return

        def keep() -> Recorded:
            self._recordings.keep(self._lesson, self._language, passage, sound)
            return self._recordings.of(self._lesson, self._language)

        recorded = self._bridge.run(keep)
        if recorded is None:
            return
        self._aloud.stop()
        self._recorded = recorded
        self._at = self._first_open(self._at)
        self._show()
        self.record.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, start: int, length: int) -> None:
        self._text.highlight(start, length)

    def _fall_silent(self) -> None:
        self._text.highlight(0, 0)

    def remember(self) -> int:
        """The passage in sight; the page is built anew, so nothing is taken up any more."""
        self.leaving()
        return self._at

    def recall(self, memory: int) -> None:
        self._at = min(memory, max(0, len(self._recorded.passages) - 1))
        self._show()

    def leaving(self) -> None:
        self._aloud.stop()
        self._taking.close()
