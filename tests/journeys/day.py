"""One whole workshop day, done through clicks and keys: what is expected of the files comes of it.

The day speaks the words of the language in use, so that it can be played in every language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from trainer_app import app
from trainer_app.domain.blocks import plain as words_of_line
from trainer_app.i18n import _, current, language, pgettext
from trainer_app.i18n.formats import number, short_date
from trainer_app.keys.wrapping import Cost
from trainer_app.ui.main_window import MainWindow

from .hand import Hand, plain
from .lesson_walk import practise_by_showing

ROSTER = Path(__file__).resolve().parents[1] / "rosters" / "roster.csv"
PASSPHRASE = "brown teapot walks home slowly"
QUICK = Cost(8, 1, 1)
LESSON = "sign-in-and-out"
SIGN_IN = ("Sun", "Fish", "Tree")


class WallClock:
    """A clock that the test moves. It starts five minutes before the session."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 24, 9, 55, tzinfo=timezone(timedelta(hours=1)))

    def now(self) -> datetime:
        """The time, with its zone."""
        return self._now

    def forward(self, minutes: int) -> None:
        """Let minutes pass."""
        self._now += timedelta(minutes=minutes)


@dataclass(frozen=True, slots=True)
class Expected:
    """What a person who watched the day would write on paper about one participant."""

    name: str
    role: str
    status: str
    minutes: int
    hours: Decimal


@dataclass
class Day:
    """The window, the hand, and what was done. `picture` is called at each screen worth seeing."""

    folder: Path
    out: Path
    language: str
    picture: Callable[[Hand, str], None] = lambda _hand, _name: None
    clock: WallClock = field(default_factory=WallClock)
    expected: dict[str, Expected] = field(default_factory=dict)
    recovery_code: str = ""

    def __post_init__(self) -> None:
        self.window = self.open()
        self.hand = Hand(self.window)

    def open(self) -> MainWindow:
        """Start the program on the day's folder."""
        window = app.open_window(self.folder, now=self.clock.now, cost=QUICK)
        window.resize(1366, 768)
        window.choose_file = lambda suggested: ROSTER if suggested is None else self.out / suggested
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        return window

    def look(self, name: str) -> None:
        """A screen worth seeing."""
        self.picture(self.hand, name)

    # Morning
    def first_start(self) -> None:
        """Language, name of the centre, trainer, recovery code: under a minute for a person."""
        hand = self.hand
        self.look("language")
        hand.press(language(self.language).own_name)
        self.look("start")
        hand.press(_("Start your centre"))
        hand.type_into(_("Name of the centre"), "Wijkhuis")
        hand.type_into(_("Your name"), "Noor")
        hand.press(pgettext("picture", "Kite"))
        hand.type_into(_("Passphrase"), "1234")
        hand.press(_("Make the centre"))
        hand.must_read(_("Start your centre"))
        hand.type_into(_("Passphrase"), PASSPHRASE)
        self.look("founding")
        hand.press(_("Make the centre"))
        self.look("recovery-code")
        groups = [
            text
            for text in hand.texts()
            if len(text) == 4 and text.isalnum() and text == text.upper()
        ]
        self.recovery_code = "-".join(groups)
        hand.press(_("Save as PDF"))
        hand.press(_("I have put the code in a safe place"))
        hand.press(_("Open the centre"))
        hand.must_read(_("No course yet"))

    def plan(self) -> None:
        """A course of two sessions, and a roster of 25 rows that are 24 people."""
        hand = self.hand
        self.look("today-empty")
        hand.press(_("Make your first course"))
        hand.type_into(_("Name of the course"), "Dinsdaggroep")
        hand.type_into(_("Place"), "Zaal 2")
        hand.type_into(_("Project"), "P-7")
        hand.type_into(_("Funder"), "Gemeente")
        hand.press(_("Choose lessons"))
        hand.press(self._lesson_label())
        hand.press("+")
        self.look("course-new")
        hand.press(_("Make the course"))
        hand.press(_("Bring in a list of people"))
        self.look("roster-empty")
        hand.press(_("Choose a file"))
        hand.wait_for("Mariama Jallow")
        self.look("roster-preview")
        hand.must_read("Mariama Jallow", "Mariama Jalloh", "=SUM(A1:A9)", "Oksana; Petrenko")
        hand.press(_("The same person"))
        hand.press(self._bring_in(24))
        hand.must_read("Fatoumata Diallo", "عبد الرحمن بن يوسف الفاسي", "王小明")
        self.look("course")

    # The session
    def begin(self) -> None:
        """Start now, at two minutes past ten, and one key for each person."""
        hand = self.hand
        self.clock.forward(7)
        hand.press(_("Today"))
        self.look("today-planned")
        hand.press(_("Start now"))
        self.look("today-running")
        hand.press(_("Attendance"))
        people = self._rows_in_sight()
        assert len(people) == 24
        self.clock.forward(12)
        others = {
            "A20": ("L", "late", 106),
            "Abdi": ("4", "absent", 0),
            "Ayşe Yılmaz": ("X", "excused", 0),
        }
        for place, name in enumerate(people):
            present = ("P" if place % 2 else "1", "present", 118)
            key, status, minutes = others.get(name, present)
            hand.key(key)
            self._expect(name, "participant", status, minutes)
        self.look("attendance")

    def door(self) -> None:
        """A walk-in, two who give no name, a slip of the finger, a helper."""
        hand = self.hand
        hand.type_into(_("Somebody comes in"), "Lena Hoekstra")
        hand.key(Qt.Key.Key_Return)
        hand.must_read("Lena Hoekstra")
        self._expect("Lena Hoekstra", "participant", "present", 118)
        hand.press(_("One more without a name"))
        hand.press(_("One more without a name"))
        self._mark("Zoë O'Brien", _pg("Absent"))
        hand.press(_("Undo"))
        self._details("Jan-Willem van der Berg")
        self._choose_role("Helper")
        hand.press(_("Save"))
        self._expect("Jan-Willem van der Berg", "helper", "present", 118)
        self.look("attendance-door")

    # The learners
    def learn(self) -> None:
        """Two learners share the laptop: face, pictures, pages, a wrong answer, the quiz passed."""
        hand = self.hand
        hand.press(_("Learners’ screen"))
        self.look("who-sits-here")
        self.sit_down("Fatoumata Diallo")
        self.look("home")
        hand.press(_("Who sits here?"))
        hand.press(_("One more person"))
        self.sit_down("Олена Коваленко")
        hand.must_read("Fatoumata Diallo", "Олена Коваленко")
        self.open_lesson()
        self.look("lesson-page")
        self.play_lesson(wrong_first=True)
        self.look("lesson-end")
        hand.press(_("All lessons"))
        self.look("home-done")
        hand.press(_("Next person"))

    def sit_down(self, name: str) -> None:
        """Tap a face; choose three pictures the first time, tap them the second."""
        hand = self.hand
        while not hand.can_press(name):
            hand.press(_("More faces"))
        hand.press(name)
        for picture in SIGN_IN:
            hand.press(pgettext("sign-in picture", picture))
        if hand.can_press(_("These three")):
            self.look("choosing-pictures")
            hand.press(_("These three"))
            for picture in SIGN_IN:
                hand.press(pgettext("sign-in picture", picture))
        hand.must_read(_("Next person"))

    def open_lesson(self) -> None:
        """Open the planned lesson from its tile."""
        self.hand.press(self._words_read().title)

    def play_lesson(self, *, wrong_first: bool = False) -> None:
        """Every page, then every question."""
        hand, words = self.hand, self._words_read()
        lesson = self.window.lessons.lesson(LESSON)
        for page in words.pages:
            hand.must_read(page.title)
            hand.press(_("Next"))
        self.practise()
        for place, question in enumerate(lesson.quiz):
            said = words.question(question.id)
            hand.must_read(said.text)
            if place == 0:
                self.look("question")
            if wrong_first and place == 0:
                wrong = next(choice for choice in question.choices if choice != question.right)
                hand.press(words_of_line(said.choice(wrong).line))
                hand.must_read(words_of_line(said.choice(wrong).why))
                self.look("question-wrong")
            hand.press(words_of_line(said.choice(question.right).line))
            hand.must_read(words_of_line(said.choice(question.right).why))
            if place == 0:
                self.look("question-right")
            self._go_on()
        hand.must_read(words.abilities[lesson.objectives[0].id])

    def practise(self) -> None:
        """The practice between the pages and the questions, each step shown."""
        self.look("practise-now")
        self.hand.press(_("Practise"))
        practise_by_showing(self.window, self.look)

    def ask_for_help(self) -> None:
        """A third learner signs in, opens the lesson and raises a hand."""
        hand = self.hand
        self.sit_down("محمد الحسين")
        self.open_lesson()
        hand.press(_("Next"))
        hand.press(_("Help"))
        hand.must_read(_("My hand is up"))
        self.look("hand-up")

    # The trainer again
    def watch(self) -> None:
        """The trainer comes back, sees the hand, asks everyone to listen, moves a sitting."""
        hand = self.hand
        hand.press(_("For the trainer"))
        self.unlock()
        hand.press(_("Live board"))
        hand.must_read("محمد الحسين", self._words().title)
        self.look("board")
        hand.press(_("Everyone listen"))
        hand.press(_("Learners’ screen"))
        hand.must_read(_("Everyone listens now"))
        self.look("everyone-listens")
        hand.press(_("Trainer"))
        self.unlock()
        hand.press(_("Live board"))
        hand.press(_("Let everyone go on"))
        hand.press(_("I was there"))

    def put_right(self) -> None:
        """Олена's work was really Nasrin's; a learner forgot her pictures."""
        hand, title = self.hand, self._words().title
        hand.press(_("People"))
        self.look("people")
        hand.press_cell("Олена Коваленко")
        self.look("person")
        assert self._can_do()
        hand.press(_("This was somebody else"))
        hand.type_into(_("Search by name or number"), "Nasrin")
        hand.press("Nasrin Akhtar")
        hand.must_read(_("Nothing done at a laptop yet."))
        assert not self._can_do()
        hand.press(_("People"))
        hand.press_cell("Nasrin Akhtar")
        hand.must_read(title)
        assert self._can_do()
        hand.press(_("Give pictures"))
        hand.must_read(_("Print the card"))

    def _can_do(self) -> bool:
        """Whether the page in sight says what the lesson teaches."""
        lesson = self.window.lessons.lesson(LESSON)
        return self.hand.reads(self._words().abilities[lesson.objectives[0].id])

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Type the passphrase."""
        self.hand.type_into(_("Passphrase"), passphrase)
        self.hand.press(_("Unlock"))

    def end(self) -> None:
        """Ended now at twelve; a correction afterwards needs a reason."""
        hand = self.hand
        hand.press(_("Today"))
        self.clock.forward(106)
        hand.press(_("Ended now"))
        hand.press(_("Attendance"))
        self._mark("Ayşe Yılmaz", _pg("Late"))
        hand.type_into(_("Minutes late"), "30")
        hand.press(_("Save"))
        hand.must_read(_("Minutes late"))
        hand.type_into(_("Why is it changed?"), "kwam later binnen")
        hand.press(_("Save"))
        self._expect("Ayşe Yılmaz", "participant", "late", 88)
        self.look("attendance-ended")

    def export(self) -> dict[str, Path]:
        """All three formats; returns the files by format."""
        hand = self.hand
        hand.press(_("Reports"))
        hand.must_read(number(self.people_counted()))
        self.look("reports")
        hand.press(_("Rows and files"))
        hand.must_read("Fatoumata Diallo")
        self.look("reports-rows")
        files = {}
        for kind, label in (
            ("csv", _("Save as text table (CSV)")),
            ("xlsx", _("Save for Excel (XLSX)")),
            ("pdf", _("Save for paper (PDF)")),
        ):
            before = set(self.out.glob(f"*.{kind}"))
            hand.wait_until(lambda label=label: hand.can_press(label), label)
            hand.press(label)
            hand.wait_until(lambda k=kind, b=before: set(self.out.glob(f"*.{k}")) > b, kind, 20_000)
            files[kind] = (set(self.out.glob(f"*.{kind}")) - before).pop()
        self.look("reports-saved")
        return files

    def people_counted(self) -> int:
        """Participants who were there."""
        return sum(
            one.role == "participant" and one.status not in ("absent", "excused")
            for one in self.expected.values()
        )

    @contextmanager
    def played(self) -> Iterator[Day]:
        """The whole day, up to the exports; the window is closed in the end."""
        try:
            self.first_start()
            self.plan()
            self.begin()
            self.door()
            self.learn()
            self.ask_for_help()
            self.watch()
            self.put_right()
            self.end()
            yield self
        finally:
            self.window.close()

    # Parts
    def _words(self):  # type: ignore[no-untyped-def]
        return self.window.lessons.words(LESSON, current().code)

    def _words_read(self):  # type: ignore[no-untyped-def]
        # Who sits here reads lessons in her own language, where they have it.
        return self.window.lessons.words(LESSON, self.window.learner.reading.language)

    def _lesson_label(self) -> str:
        return f"3. {self._words().title}"

    def _bring_in(self, count: int) -> str:
        from trainer_app.i18n import ngettext

        return ngettext("Bring in {count} person", "Bring in {count} people", count).format(
            count=number(count)
        )

    def _rows_in_sight(self) -> list[str]:
        """The people of the attendance list, in the order of the rows."""
        suffix = plain(_("Not marked"))
        rows = [text for text in self.hand.texts() if text.endswith(suffix) and " · " in text]
        return [row.split(" · ")[0] for row in rows]

    def _expect(self, name: str, role: str, status: str, minutes: int) -> None:
        hours = Decimal(minutes) / 60 if role == "participant" else Decimal(0)
        rounded = hours.quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")
        self.expected[name] = Expected(name, role, status, minutes, rounded)

    def _mark(self, name: str, words: str) -> None:
        self.hand.press_beside(name, words)

    def _details(self, name: str) -> None:
        self.hand.press_beside(name, _("Details"))

    def _choose_role(self, role: str) -> None:
        self.hand.choose(_("Role in this session"), pgettext("role", role))

    def _go_on(self) -> None:
        self.hand.press(_("Next"))


def _pg(status: str) -> str:
    return pgettext("attendance", status)


def day_in_words(day: Day) -> str:
    """The date of the day, for pictures' captions."""
    return short_date(day.clock.now().date())
