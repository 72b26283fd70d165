"""What a trainer has around every screen: search, help, taking back, and short ways."""

from __future__ import annotations

from collections.abc import Callable
from threading import Semaphore
from time import perf_counter

import pytest
from centres import Centre
from PySide6.QtCore import Qt
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from trainer_app.domain.finding import Findable, Index
from trainer_app.ui.guide.panel import GuidePanel
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.printing.paper import on_paper
from trainer_app.ui.search.panel import SearchPanel
from trainer_app.ui.trainer_frame import TrainerFrame
from trainer_app.ui.widgets import Toast

from .hand import Hand, settle

CTRL = Qt.KeyboardModifier.ControlModifier
FIFTY = 0.05


def search(window: MainWindow, hand: Hand, typed: str) -> SearchPanel:
    """Press Ctrl+K and type."""
    hand.key(Qt.Key.Key_K, CTRL)
    panel = window.findChild(SearchPanel)
    assert panel is not None
    QTest.keyClicks(QApplication.focusWidget(), typed)
    settle()
    return panel


def names(panel: SearchPanel) -> list[str]:
    return [row.accessibleName() for row in panel.rows]


# Search
def test_a_person_is_found_by_the_beginnings_of_words_and_opened(window: MainWindow, hand: Hand):
    panel = search(window, hand, "ami")
    assert names(panel) == ["Amina"]
    hand.must_read("1 found", "People")
    hand.key(Qt.Key.Key_Return)
    assert window.findChild(SearchPanel) is None
    hand.must_read("About this person")


@pytest.mark.parametrize(
    ("typed", "opens"),
    [
        ("tuesday group session", "Attendance"),
        ("2026-11-24", "Correct the times"),
        ("back", "Back up now"),
        ("colours", "High contrast"),
        ("SHELF scam", "Put this week’s scam on the shelf"),
        ("merge", "Put in a stick"),
        ("export", "Save the file"),
    ],
)
def test_sessions_and_screens_are_found(window: MainWindow, hand: Hand, typed: str, opens: str):
    panel = search(window, hand, typed)
    assert panel.rows
    if opens == "Attendance":
        assert panel.rows[0].accessibleDescription()
        return
    hand.key(Qt.Key.Key_Return)
    if opens == "Correct the times":
        hand.must_read("Tuesday group, session 1")
    else:
        hand.must_read(opens)


def test_the_arrows_go_through_and_letters_go_back_to_the_line(window: MainWindow, hand: Hand):
    panel = search(window, hand, "s")
    assert len(panel.rows) > 2
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is panel.rows[1]
    QTest.keyClick(panel.rows[1], Qt.Key.Key_E)
    settle()
    line = panel.field.control
    assert isinstance(line, QLineEdit)
    assert line.text() == "se"
    assert QApplication.focusWidget() is line


def test_what_is_not_there_is_said_and_escape_leaves_no_trace(window: MainWindow, hand: Hand):
    search(window, hand, "zzzqqq")
    hand.must_read("Nothing was found. Try other words.")
    hand.key(Qt.Key.Key_Escape)
    assert window.findChild(SearchPanel) is None
    kept = [file for file in window.door.folder.rglob("*") if file.is_file()]
    assert not any(b"zzzqqq" in file.read_bytes() for file in kept)
    panel = search(window, hand, "")
    assert panel.field.value() == ""


def test_learners_never_see_it(window: MainWindow, hand: Hand):
    panel = search(window, hand, "ami")
    window.learner.hand_over()
    settle()
    assert window.findChild(SearchPanel) is None
    assert not isinstance(window.frame, TrainerFrame)
    hand.key(Qt.Key.Key_K, CTRL)
    window.trainer.comfort.searching.open()
    settle()
    assert window.findChild(SearchPanel) is None
    del panel


def test_a_name_is_found_as_soon_as_it_is_there(window: MainWindow, hand: Hand):
    assert not names(search(window, hand, "zoe"))
    hand.key(Qt.Key.Key_Escape)
    assert window.desk is not None
    enrolling = window.desk.enrolling
    window.bridge.run(lambda: enrolling.add_person("Zoë Şahin"), "people")
    assert names(search(window, hand, "sahin zoe")) == ["Zoë Şahin"]


def test_ten_thousand_people_answer_within_fifty_milliseconds():
    people = [
        Findable("person", str(n), f"Fatoumata {n:05} van der Berg-{n % 97}") for n in range(10_000)
    ]
    index = Index(people)
    taken = []
    for typed in ("f", "fa", "berg", "van fat", "fat 00777", "zz"):
        start = perf_counter()
        hits = index.find(typed, "person", 5)
        taken.append(perf_counter() - start)
        assert len(hits.best) <= 5
    assert index.find("fat 00777", "person", 5).best == (people[777],)
    assert index.find("berg", "person", 5).all == 10_000
    assert sorted(taken)[len(taken) // 2] < FIFTY
    assert index.find("", "person", 5).all == 0


# Help
def test_f1_explains_the_screen_and_goes_along(window: MainWindow, hand: Hand):
    hand.key(Qt.Key.Key_F1)
    panel = window.findChild(GuidePanel)
    assert panel is not None
    assert panel.page_id == "today"
    hand.must_read("Here you see the sessions of this day.")
    # The page makes room: all of it stays in sight and can be pressed.
    frame = window.frame
    assert window.page.mapTo(frame, window.page.rect().topRight()).x() < panel.x()
    hand.key(Qt.Key.Key_F1)
    settle()
    assert window.findChild(GuidePanel) is None
    assert QApplication.focusWidget() is hand.button("Start now")
    hand.key(Qt.Key.Key_F1)
    window.trainer.people()
    settle()
    panel = window.findChild(GuidePanel)
    assert panel is not None
    assert panel.page_id == "people"
    panel.take_keyboard()
    hand.key(Qt.Key.Key_Escape)
    settle()
    assert window.findChild(GuidePanel) is None
    window.trainer.today()
    settle()
    assert window.findChild(GuidePanel) is None


def test_the_guide_is_searched_and_printed(window: MainWindow, hand: Hand, tmp_path):
    hand.press("Help")
    QTest.keyClicks(QApplication.focusWidget(), "recovery code")
    settle()
    hand.key(Qt.Key.Key_Return)
    panel = window.findChild(GuidePanel)
    assert panel is not None
    assert panel.page_id == "trainers"
    hand.press("Print")
    hand.press("Save as PDF")
    hand.wait_until(lambda: any(tmp_path.glob("*.pdf")), "the page")
    (file,) = tmp_path.glob("*.pdf")
    assert file.read_bytes().startswith(b"%PDF")
    hand.press("All pages of the help")
    hand.press("Signed sheet: paper back into the program")
    assert panel.page_id == "paper"


def test_a_page_in_another_language_says_so(window: MainWindow, hand: Hand, tmp_path):
    folder = tmp_path / "guide"
    (folder / "en").mkdir(parents=True)
    table = '[[page]]\nid = "today"\nplace = "today"\npicture = "x"\nmore = []\n'
    (folder / "guide.toml").write_text(table, encoding="utf-8")
    words = "---\nby: us\nreview: draft\n---\n# The day\n\nIt begins.\n"
    (folder / "en" / "today.md").write_text(words, encoding="utf-8")
    from trainer_app.content.guide import Guide

    window.trainer.comfort.guiding.guide = Guide(folder)
    window.speak("nl")
    settle()
    hand.key(Qt.Key.Key_F1)
    hand.must_read("It begins.", "English")


# Taking back
def test_an_end_that_came_too_early_is_taken_back_by_its_message(
    window: MainWindow, hand: Hand, centre: Centre
):
    assert window.desk is not None
    courses = window.desk.courses
    hand.press("Start now")
    hand.press("Ended now")
    (session,) = courses.today()
    assert session.has_ended
    hand.must_read("The session has ended.")
    hand.press("Undo")
    assert courses.today()[0].is_open
    hand.must_read("Undone.")


def test_control_z_takes_back_what_was_done_on_this_page_only(window: MainWindow, hand: Hand):
    assert window.desk is not None
    enrolling = window.desk.enrolling
    (amina,) = enrolling.people()
    window.trainer.person(amina.id)
    settle()
    hand.type_into("Name", "Amina Noor")
    hand.press("Save")
    assert enrolling.person(amina.id).name == "Amina Noor"
    hand.button("Save").setFocus()
    hand.key(Qt.Key.Key_Z, CTRL)
    assert enrolling.person(amina.id).name == "Amina"
    hand.type_into("Name", "Amina Noor")
    hand.press("Save")
    window.trainer.people()
    settle()
    hand.key(Qt.Key.Key_Z, CTRL)
    assert enrolling.person(amina.id).name == "Amina Noor"


def test_nothing_is_taken_back_for_learners(window: MainWindow, hand: Hand):
    hand.press("Start now")
    hand.press("Ended now")
    window.learner.hand_over()
    settle()
    assert window.findChild(Toast) is None
    window.trainer.comfort.undoing.undo()
    assert window.desk is not None
    assert window.desk.courses.today()[0].has_ended


# Short ways
MAIN_PLACES: dict[str, tuple[str, ...]] = {
    "Find a name or number": ("Attendance",),
    "Who is here, what they do": ("Live board",),
    "Print it all": ("Prepare",),
    "Open the room": ("The room",),
    "This session has no lesson with pages yet.": ("Present",),
    "Row 1 of 1": ("Signed sheet",),
    "What learners say": ("How was it?",),
    "Save as PDF": ("Sign-in sheet",),
    "Sessions": ("Plan the course",),
    "By typing": ("Plan the course", "Bring in a list of people"),
    "Certificates and badges": ("Plan the course", "Certificates"),
    "How far": ("Plan the course", "How far everyone is"),
    "Search by name or number": ("People",),
    "Open a lesson to see its plan": ("Lessons",),
    "Make a new lesson": ("Lessons", "Our own lessons"),
    "Add a place": ("Lessons", "Help near us"),
    "participant-hours": ("Reports",),
    "Save the file": ("Reports", "Files for funders"),
    "New project": ("Reports", "Projects"),
    "Put in a stick": ("Settings", "Laptops and sticks", "Merge news"),
    "Back up now": ("Settings", "Backups"),
    "Add a trainer": ("Settings", "Trainers"),
    "High contrast": ("Settings",),
    "Here you see the sessions of this day.": ("Help",),
}


@pytest.mark.slow
def test_every_main_place_is_three_presses_from_the_session(window: MainWindow, hand: Hand):
    hand.press("Start now")
    go: Callable[[], None] = window.trainer.today
    for seen, presses in MAIN_PLACES.items():
        assert len(presses) <= 3
        go()
        settle()
        for one in presses:
            hand.press(one)
        hand.wait_for(seen)
        if window.findChild(GuidePanel) is not None:
            hand.press("Close")
        if hand.can_press("Cancel"):
            hand.press("Cancel")


# Never waiting for paper
def test_long_paper_is_drawn_beside_the_screen_and_can_be_stopped(
    window: MainWindow, hand: Hand, tmp_path
):
    drawn = Semaphore(0)
    go_on = Semaphore(0)

    def slow(device: QPagedPaintDevice) -> None:
        with on_paper(device, margin=20, right_to_left=False) as paper:
            for _page in range(3):
                drawn.release()
                assert go_on.acquire(timeout=20)
                paper.next_page()

    window.choose_file = lambda _name: tmp_path / "long.pdf"
    window.papers.offer("A long paper", slow, "long")
    settle()
    hand.press("Save as PDF")
    hand.wait_for("One moment …")
    assert window.bridge.is_busy
    hand.press("People")
    hand.must_read("Search by name or number")
    hand.press("Stop")
    go_on.release(3)
    hand.wait_until(lambda: not window.bridge.is_busy, "the end")
    assert not (tmp_path / "long.pdf").exists()
    assert not hand.reads("Saved in")
    window.papers.offer("A long paper", slow, "long")
    settle()
    go_on.release(3)
    hand.press("Save as PDF")
    hand.wait_for("Saved in long.pdf")
    assert (tmp_path / "long.pdf").read_bytes().startswith(b"%PDF")
