"""Merging as a trainer meets it: the offer, the work, and an outcome that hides nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot
from reading_a_page import cut, names, overflow, press, words

from trainer_app.domain import errors
from trainer_app.domain.laptops import Merged, Refusal
from trainer_app.ui.merging.merge import MergePage
from trainer_app.ui.messages import explain

STICK = Path("/media/ana/KINGSTON")
FILES = [STICK / "trainer-app" / f"{letters}.bundle" for letters in "BCD"]
FULL = errors.CannotWriteFile(file="A.bundle", reason="full")
GONE = errors.CannotWriteFile(file="A.bundle", reason="missing-folder")
REFUSED = (
    Refusal("B.bundle", errors.UnreadableLesson(lesson="B.bundle", file="B.bundle", line=3)),
    Refusal("C.bundle", errors.ReadOnly(file="C.bundle")),
)
# Any trouble that has words will do; which one a file gets is the bundles' matter.


def with_news() -> MergePage:
    return MergePage(FILES, STICK)


def ended(merged: Merged, of: int = 41, **how) -> MergePage:
    """A page after the work."""
    page = with_news()
    page.show_progress(0, of)
    page.show_outcome(merged, **how)
    return page


def press_key(qtbot: QtBot, key: Qt.Key = Qt.Key.Key_Return) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


# The offer
def test_a_stick_with_news_is_merged_by_one_key(show, qtbot: QtBot):
    page = show(with_news)
    said = words(page)
    assert "Bring in the news of 3 laptops" in said
    assert "KINGSTON" in said
    assert "Write this laptop’s own news on the stick" in said
    with qtbot.waitSignal(page.merge_requested) as asked:
        press_key(qtbot)
    assert asked.args == [FILES]


def test_one_laptop_may_have_brought_several_files(show):
    page = show(lambda: MergePage(FILES, STICK, laptops=1))
    assert "Bring in the news of 1 laptop\n" in words(page)


def test_nothing_is_merged_twice_by_pressing_twice(show, qtbot: QtBot):
    page = show(with_news)
    asked: list[object] = []
    page.merge_requested.connect(asked.append)
    press(page, "Merge now")
    assert "Merge now" not in names(page)
    assert len(asked) == 1


def test_a_stick_without_news_takes_ours(show, qtbot: QtBot):
    page = show(lambda: MergePage((), STICK))
    assert "There is no news of other laptops on the stick KINGSTON." in words(page)
    with qtbot.waitSignal(page.merge_requested) as asked:
        press(page, "Write our news on the stick")
    assert asked.args == [[]]
    assert "Writing our news…" in words(page)


def test_without_a_stick_files_are_chosen(show, qtbot: QtBot):
    page = show(MergePage)
    assert "No stick is in" in words(page)
    assert "Merge now" not in names(page)
    with qtbot.waitSignal(page.files_requested):
        press_key(qtbot)
    page.show_offer(FILES[:2], None)
    said = words(page)
    assert "Bring in the news of 2 files" in said
    assert "This laptop’s own news stays here" in said
    with qtbot.waitSignal(page.merge_requested) as asked:
        press(page, "Merge now")
    assert asked.args == [FILES[:2]]


def test_a_stick_put_in_later_is_offered_and_taken_back_when_it_goes(show):
    page = show(MergePage)
    page.show_offer(FILES, STICK)
    assert "Bring in the news of 3 laptops" in words(page)
    page.stick_gone(STICK.with_name("OTHER"))
    assert "Merge now" in names(page)
    page.stick_gone(STICK)
    assert "No stick is in" in words(page)


def test_it_can_be_left_for_later(show, qtbot: QtBot):
    page = show(with_news)
    with qtbot.waitSignal(page.done):
        press(page, "Not now")


# The work
def test_progress_is_read_in_figures_and_by_a_screen_reader(show):
    page = show(with_news)
    press(page, "Merge now")
    assert "One moment…" in words(page)
    page.show_progress(12, 41)
    assert "12 of 41" in words(page)
    bar = page.findChild(QProgressBar)
    assert (bar.value(), bar.maximum()) == (12, 41)
    assert "12" in bar.accessibleName()
    assert "41" in bar.accessibleName()


def test_stopping_says_what_stays_and_keeps_the_keyboard(show, qtbot: QtBot):
    page = show(with_news)
    press(page, "Merge now")
    page.show_progress(12, 41)
    stopped: list[bool] = []
    page.cancel_requested.connect(lambda: stopped.append(True))
    press_key(qtbot)
    press_key(qtbot)
    assert stopped == [True]
    assert "What came until now stays." in words(page)
    assert QApplication.focusWidget().accessibleName() == "Stopping…"


def test_a_stick_that_comes_or_goes_does_not_hide_the_work(show):
    page = show(with_news)
    page.show_progress(12, 41)
    page.show_offer((), STICK.with_name("OTHER"))
    page.stick_gone(STICK)
    assert "12 of 41" in words(page)


def test_a_late_word_of_the_work_does_not_hide_the_outcome(show):
    page = show(lambda: ended(Merged(3, 41, 29)))
    page.show_progress(40, 41)
    assert "41 of 41 received, 29 new" in words(page)


# The outcome
def test_what_came_in_and_where_our_news_went(show, qtbot: QtBot):
    page = show(lambda: ended(Merged(3, 41, 29), on_stick=True))
    said = words(page)
    assert "All of it came in" in said
    assert "41 of 41 received, 29 new" in said
    assert "12 were known here already." in said
    assert "This laptop’s news is on the stick: take it to the next laptop." in said
    assert "Merge again" not in names(page)
    with qtbot.waitSignal(page.done):
        press_key(qtbot)


def test_nothing_new_is_no_failure(show):
    said = words(show(lambda: ended(Merged(3, 41, 0))))
    assert "Nothing new" in said
    assert "41 of 41 received, 0 new" in said
    assert "on the stick" not in said


def test_each_refused_file_says_why(show):
    page = show(lambda: ended(Merged(3, 30, 30, REFUSED)))
    said = words(page)
    assert "A part came in" in said
    assert "30 of 41 received, 30 new" in said
    assert "2 files were not taken in." in said
    for refusal in REFUSED:
        message = explain(refusal.error)
        plain = message.text.replace("\u2068", "").replace("\u2069", "")
        assert plain in said
        assert refusal.file in said
    assert "Merge again" in names(page)


def test_all_refused_is_said_in_the_first_line(show):
    said = words(show(lambda: ended(Merged(2, 0, 0, REFUSED), of=0)))
    assert said.splitlines()[1] == "Nothing came in"
    assert "received" not in said


def test_an_error_without_words_for_people_is_a_bug(qapp):
    with pytest.raises(ZeroDivisionError):
        ended(Merged(1, 0, 0, (Refusal("B.bundle", ZeroDivisionError()),)))


def test_gaps_and_clocks_are_said_by_the_laptops_letters(show):
    merged = Merged(3, 41, 29, gaps=("B", "C"), ahead=("F",))
    said = words(show(lambda: ended(merged)))
    assert "still missing from the laptops B and C." in said
    assert "The clock of laptop F runs far ahead." in said


def test_conflicts_are_settled_by_a_button(show, qtbot: QtBot):
    page = show(lambda: ended(Merged(3, 41, 29), conflicts=2))
    assert "2 things were written down differently on two laptops." in words(page)
    with qtbot.waitSignal(page.settling_requested):
        press(page, "Look and settle")


def test_a_merge_that_was_stopped_goes_on_when_asked(show, qtbot: QtBot):
    page = show(lambda: ended(Merged(1, 12, 9, stopped=True)))
    said = words(page)
    assert "Stopped" in said
    assert "12 of 41 received, 9 new" in said
    assert "What came until now stays. The rest comes when you merge again." in said
    with qtbot.waitSignal(page.merge_requested) as asked:
        press(page, "Merge again")
    assert asked.args == [FILES]


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (FULL, "There is no room for A.bundle."),
        (GONE, "The folder for A.bundle is not there any more."),
    ],
)
def test_our_news_that_could_not_be_written_is_said(show, trouble, sentence):
    page = show(lambda: ended(Merged(3, 41, 29), trouble=trouble))
    said = words(page)
    assert "41 of 41 received, 29 new" in said
    assert "Our news is not on the stick" in said
    assert sentence in said
    assert "take it to the next laptop" not in said
    assert "Merge again" in names(page)


def test_a_stick_pulled_in_the_middle_is_asked_for_again(show, qtbot: QtBot):
    page = show(with_news)
    press(page, "Merge now")
    page.show_progress(12, 41)
    page.stick_gone(STICK)
    page.show_outcome(Merged(1, 12, 9, REFUSED[1:]), trouble=GONE)
    assert "12 of 41 received, 9 new" in words(page)
    with qtbot.assertNotEmitted(page.merge_requested):
        press(page, "Merge again")
    assert "No stick is in" in words(page)
    page.show_offer(FILES, STICK)
    assert "Bring in the news of 3 laptops" in words(page)


def test_work_that_could_not_begin_says_why_above_the_same_offer(show, qtbot: QtBot):
    page = show(with_news)
    press(page, "Merge now")
    page.show_trouble(errors.DiskFull(file="centre.db"))
    assert "The disk is full" in words(page)
    with qtbot.waitSignal(page.merge_requested) as asked:
        press_key(qtbot)
    assert asked.args == [FILES]
    page.show_trouble(errors.DiskFull(file="centre.db"))
    page.stick_gone(STICK)
    assert "The disk is full" in words(page)
    assert "No stick is in" in words(page)


def test_only_our_own_news_were_written(show):
    page = show(lambda: ended(Merged(0, 0, 0), of=0, on_stick=True))
    assert "Our news is on the stick" in words(page)
    assert "received" not in words(page)


# Whatever the language and size
def stopping() -> MergePage:
    page = with_news()
    page.show_progress(12, 41)
    page._view._stop()
    return page


STATES = {
    "offer": with_news,
    "no stick": MergePage,
    "no news": lambda: MergePage((), STICK),
    "files": lambda: MergePage(FILES[:2]),
    "stopping": stopping,
    "all of it": lambda: ended(
        Merged(3, 36, 29, REFUSED, ("B", "C"), ("F",)), trouble=FULL, conflicts=2
    ),
}


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("state", STATES)
def test_every_state_has_room(show, state, language, scale):
    page = show(STATES[state], language=language, scale=scale)
    assert cut(page) == []
    if scale == 1.0 and state != "all of it":
        assert overflow(page) == 0


@pytest.mark.parametrize("state", STATES)
def test_a_change_of_size_loses_nothing(show, state):
    page = show(STATES[state])
    again = show(MergePage, scale=1.5)
    again.recall(page.remember())
    assert words(again) == words(page)
    assert names(again) == names(page)
