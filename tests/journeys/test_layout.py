"""Every screen in three languages and two sizes: nothing cut, hidden, too small or out of reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from babel import Locale
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from trainer_app import places
from trainer_app.i18n import _, in_language
from trainer_app.i18n.catalogs import OWN_NAMES, find_catalogs_in
from trainer_app.i18n.tongues import names_in
from trainer_app.ui import theme
from trainer_app.ui.funding.project_details import ProjectDetailsPage
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.practice.free_page import FreePage
from trainer_app.ui.translating.editor import TranslationEditor
from trainer_app.ui.translating.translations_page import TranslationsPage
from trainer_app.ui.widgets import Button, Scroller, Text

from . import faults
from .hand import Hand
from .pseudo import PLACE_OF, make_catalogs, pseudo, untranslated, words_of, words_of_lessons
from .screens import screens
from .tour import ROSTER, TYPED

LANGUAGES = ("en", "ar", "pseudo")
SELDOM = {("en", 100), ("en", 200), ("ar", 200), ("pseudo", 100)}
# The program's name, names of files and of their kinds, and what stands for a code.
NOT_WORDS = ("trainer-app centre.db attendance.xlsx CSV XLSX PDF XXXX Ctrl+Enter Ctrl+1",)


class OwnWindows(QObject):
    """Notes every widget that opens as a window of its own: it flashes and takes the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            allowed = isinstance(watched, MainWindow) or watched.windowType() in (
                Qt.WindowType.ToolTip,
                Qt.WindowType.Popup,
            )
            if watched.isWindow() and not allowed:
                self.found.append(f"own window: {faults.name(watched)}")
        return False

    def take(self) -> list[str]:
        """What was noted since the last time."""
        found, self.found = self.found, []
        return found


@pytest.fixture
def own_windows(qapp: QApplication) -> Iterator[OwnWindows]:
    watch = OwnWindows()
    yield watch
    qapp.removeEventFilter(watch)


@pytest.fixture
def made_language(tmp_path: Path) -> Iterator[Callable[[MainWindow], None]]:
    """Speaks the made language in place of Dutch until the test ends."""
    folder = make_catalogs(tmp_path / "locales")

    def speak(window: MainWindow) -> None:
        find_catalogs_in(folder)
        window.rebuild()

    yield speak
    find_catalogs_in(places.locales())


@pytest.fixture
def known() -> frozenset[str]:
    """Words that are data, whatever the language of the screen."""
    find_catalogs_in(places.locales())
    locale = Locale(PLACE_OF)
    calendar = [
        word
        for names in (locale.months, locale.days)
        for width in ("wide", "abbreviated")
        for word in names["format"][width].values()
    ]
    greetings = []
    for code in ("en", "ar"):
        with in_language(code):
            greetings.append(_("Welcome"))
    files = [ROSTER, *places.assets().rglob("*.txt")]
    texts = [file.read_text(encoding="utf-8") for file in files]
    return words_of([*calendar, *greetings, *texts, *NOT_WORDS]) | words_of_lessons()


def of_the_centre(window: MainWindow) -> Iterable[str]:
    """What people typed: it is shown as it is in every language."""
    yield from (str(window.door.folder), ROSTER.name, *TYPED)
    yield from (one.text() for one in window.findChildren(QLabel) if is_code(one.text()))
    for lesson in (one for one in window.lessons.lessons if one.has_pages):
        # How it sounds in other languages stands on the card in all of them.
        yield window.lessons.words(lesson.id, lesson.source).card.say
    if isinstance(window.page, TranslationEditor):
        for unit in window.page.translation.units:
            yield from (unit.unit.text, unit.words, unit.made_from or "")
    if isinstance(window.page, TranslationsPage):
        yield from (*OWN_NAMES, *names_in(PLACE_OF).values())
    if window.desk is not None:
        yield window.door.centre_name()
        yield from (one.name for one in window.door.trainers())
        yield from (one.label for one in window.desk.enrolling.people())
        for course in window.desk.courses.all():
            yield from filter(None, (course.title, course.project, course.funder, course.place))
        for project in window.desk.projects.all():
            yield from filter(None, (project.name, project.funder, project.grant, project.currency))
    if isinstance(window.page, ProjectDetailsPage) and window.desk is not None:
        # Sets bring their words in languages of their own.
        for one in window.desk.indicators.all():
            yield from (*one.words.values(), *one.about.values())


def is_code(text: str) -> bool:
    """Whether this is a group of a recovery code."""
    return len(text) == 4 and text.isascii() and text.isalnum() and text == text.upper()


def look_at(window: MainWindow, scale: int, language: str) -> Iterator[str]:
    """All that is wrong with the screen in sight."""
    trainers = window._dense
    least = faults.TRAINERS_TARGET if trainers else faults.LEARNERS_TARGET
    yield from faults.cut(window)
    yield from faults.outside(window)
    yield from faults.sideways(window)
    yield from faults.small(window, least)
    yield from faults.overlapping(window)
    yield from faults.unnamed(window)
    yield from faults.turned(window, right_to_left=language == "ar")
    # Nearly thirty lessons do not fit the screen, and the pretend network's feed never ends.
    fits = not isinstance(window.page, HomePage | FreePage)
    if scale == 100 and not trainers and language != "pseudo" and fits:
        yield from faults.scrolls(window)
    yield from faults.unreachable(window)


@pytest.mark.parametrize(
    ("language", "scale"),
    [
        pytest.param(
            language,
            scale,
            # Longer words and larger letters find what the others would; those run less often.
            marks=[
                pytest.mark.xdist_group(f"layout {language} {scale}"),
                *([pytest.mark.slow] if (language, scale) in SELDOM else []),
            ],
        )
        for language in LANGUAGES
        for scale in (100, 200)
    ],
)
def test_every_screen_is_sound(tmp_path, own_windows, made_language, known, language, scale):
    wrong: dict[str, list[str]] = {}
    code, opened = (PLACE_OF, made_language) if language == "pseudo" else (language, None)
    for name, window in screens(tmp_path, code, scale, opened=opened):
        found = [*own_windows.take(), *look_at(window, scale, language)]
        if language == "pseudo":
            data = known | words_of(of_the_centre(window))
            left = untranslated(Hand(window).texts(), data)
            found += [f"untranslated: {text!r}" for text in left]
        if found:
            wrong[name] = list(dict.fromkeys(found))
    said = [f"{name}: {one}" for name, found in wrong.items() for one in found]
    assert said == [], "\n" + "\n".join(said)


# Each check is shown a fault that it must find.
@pytest.fixture
def window(qtbot, qapp) -> QWidget:
    theme.apply(qapp, theme.Theme())
    whole = QWidget()
    whole.resize(600, 400)
    qtbot.addWidget(whole)
    return whole


def shown(window: QWidget, *children: QWidget) -> QWidget:
    for child in children:
        child.setParent(window)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return window


def test_a_sound_window_has_no_fault(window):
    button = Button("Next", "primary")
    button.setGeometry(10, 10, 200, 60)
    shown(window, button)
    checks = (faults.cut, faults.outside, faults.sideways, faults.scrolls, faults.overlapping,
              faults.unnamed, faults.unreachable)  # fmt: skip
    assert [one for check in checks for one in check(window)] == []
    assert list(faults.small(window, 48)) == []
    assert list(faults.turned(window, right_to_left=False)) == []


def test_cut_words_are_found(window):
    text, button = Text("Many words that need more than a single line"), Button("Go on")
    text.setGeometry(0, 0, 120, 20)
    button.setGeometry(0, 200, 40, 60)
    found = list(faults.cut(shown(window, text, button)))
    assert [one.split()[-1] for one in found] == ["high", "high", "wide"]


def test_what_reaches_outside_is_found(window):
    holder, button = QWidget(), Button("Next")
    holder.setGeometry(0, 0, 300, 100)
    button.setParent(holder)
    button.setGeometry(250, 10, 200, 60)
    assert len(list(faults.outside(shown(window, holder)))) == 1


def test_scrolling_is_found(window):
    page = QWidget()
    page.setMinimumSize(900, 900)
    scroller = Scroller(page)
    scroller.setGeometry(0, 0, 300, 100)
    shown(window, scroller)
    assert len(list(faults.sideways(window))) == 1
    assert len(list(faults.scrolls(window))) == 1


def test_small_and_overlapping_buttons_are_found(window):
    holder, one, other = QWidget(), Button("One"), Button("Other")
    holder.resize(500, 300)
    for button, place in ((one, 0), (other, 30)):
        button.setParent(holder)
        button.setGeometry(place, 0, 90, 40)
    shown(window, holder)
    assert len(list(faults.small(window, 48))) == 2
    assert len(list(faults.small(window, 32))) == 0
    assert len(list(faults.overlapping(window))) == 1


def test_what_has_no_name_or_cannot_be_reached_is_found(window):
    first, nameless, unreached = Button("First"), QPushButton(), Button("Last")
    nameless.setGeometry(0, 100, 100, 60)
    unreached.setGeometry(0, 200, 100, 60)
    unreached.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    shown(window, first, nameless, unreached)
    assert len(list(faults.unnamed(window))) == 1
    assert [one for one in faults.unreachable(window) if "Last" in one]
    assert len(list(faults.unreachable(window))) == 1


def test_the_wrong_direction_is_found(window):
    button = Button("Next")
    shown(window, button)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert len(list(faults.turned(window, right_to_left=False))) == 1
    assert len(list(faults.turned(window, right_to_left=True))) == 1


def test_a_window_of_its_own_is_found(window, own_windows):
    shown(window)
    own_windows.take()
    text = Text("Under way")
    text.setVisible(True)
    assert len(own_windows.take()) == 1
    text.close()


def test_english_left_on_the_screen_is_found():
    data = words_of(["Amina Diallo", "maandag"])
    assert pseudo("Late {count} min").count("{count}") == 1
    assert untranslated([pseudo("Save"), "Amina Diallo", "12–14", "Monday"], data) == ["Monday"]
    inside = pseudo("{name} is here").format(name="Nobody Known")
    assert untranslated([inside, f"{inside} · Sign out"], data) == [f"{inside} · Sign out"]
