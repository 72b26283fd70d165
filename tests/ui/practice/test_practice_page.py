"""The page around a practice: goals, hints, mistakes, rest, and being built anew in the middle."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reading_a_page import cut, names, press, words

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.playing import Result
from trainer_app.domain.practice.sorting import Put, TakeBack
from trainer_app.ui.practice.around.goals_foot import GoalsFoot
from trainer_app.ui.practice.around.goals_panel import GoalsPanel
from trainer_app.ui.practice.around.spotlight import Spotlight
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.theme import Theme
from trainer_app.ui.widgets import Text

EXAMPLES = Path(__file__).parents[2] / "content" / "practice_examples"
LIBRARY = LessonLibrary(EXAMPLES)
STRIP = "Practice. These people are pretend. Nothing leaves this computer."
WHY, HOW = "People do not look for work there.", "Take the card. Where would your cousin use it?"
HINT = "Which ones carry voices and short messages?"
DONE = "Many apps, three uses. Which one do you need?"
MakePage = Callable[..., PracticePage]


class Seconds:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def make(shown, seconds: Seconds) -> MakePage:
    """A practice on its page, in the room that a learner's bar leaves."""

    def make_page(
        lesson: str = "what-they-do", language: str = "en", size: tuple[int, int] = (1366, 694)
    ) -> PracticePage:
        practice = LIBRARY.practice(lesson, language)
        page = PracticePage(
            practice,
            lambda name: LIBRARY.practice_picture(lesson, name),
            back="Back to the lesson",
            now=seconds,
        )
        shown(page, *size)
        return page

    return make_page


@pytest.fixture
def page(make: MakePage) -> PracticePage:
    """Six invented apps, begun."""
    page = make()
    press(page, "Start")
    return page


def kept(page: PracticePage) -> list[Result]:
    results: list[Result] = []
    page.reached.connect(results.append)
    return results


def finish(page: PracticePage) -> None:
    while not page.playing.progress.finished:
        page.act(play.ShowMe())


def test_the_words_come_first_and_the_strip_is_always_there(make: MakePage) -> None:
    page = make()
    assert "Six invented apps" in words(page)
    assert STRIP in words(page)
    assert QApplication.focusWidget().accessibleName() == "Start"
    assert "Each card is an app" in QApplication.focusWidget().accessibleDescription()
    press(page, "Start")
    assert "Find the apps for talking with people." in words(page)
    assert STRIP in words(page)
    assert page.stage_screen.isAncestorOf(QApplication.focusWidget())


def test_a_goal_is_kept_before_it_is_shown_and_once(page: PracticePage) -> None:
    results = kept(page)
    seen: list[bool] = []
    page.reached.connect(lambda _result: seen.append("Done: Find" in named(page)))
    page.act(Put("parrot", "talk"))
    assert results == []
    page.act(Put("chirp", "talk"))
    assert [(one.goals, one.of, one.tries) for one in results] == [(("apps/near",), 2, 2)]
    assert seen == [False]
    assert "Done: Find the apps for talking with people." in named(page)
    page.act(TakeBack("chirp"))
    page.act(Put("chirp", "show"))
    assert len(results) == 1


def named(page: PracticePage) -> str:
    """What a screen reader says of the goals."""
    return "\n".join(one.accessibleName() for one in page.findChildren(Text) if one.isVisible())


def test_a_mistake_says_why_until_something_goes_right(page: PracticePage) -> None:
    page.act(Put("chirp", "work"))
    assert WHY in words(page)
    assert HOW in words(page)
    press(page, "Close")
    assert WHY not in words(page)
    assert HOW in words(page)  # small, until it is put right
    page.act(Put("ladder", "talk"))
    assert "People use this app for something else." in words(page)
    page.act(Put("ladder", "work"))
    assert "something else" not in words(page)
    page.act(Put("chirp", "talk"))
    assert HOW not in words(page)


def test_a_hint_is_offered_after_two_wrong_tries_and_taken_back_by_a_right_one(
    page: PracticePage,
) -> None:
    page.act(Put("chirp", "work"))
    assert "Hint" in names(page)
    page.act(Put("parrot", "show"))
    press(page, "Need a hint?")
    assert HINT in words(page)
    page.act(Put("parrot", "talk"))
    assert HINT not in words(page)


def test_a_hint_is_offered_after_a_minute_of_nothing(page: PracticePage) -> None:
    page.hold_waiting(True)
    for _ in range(6):
        page._waiting.timeout.emit()
    assert "Hint" in names(page)
    page.hold_waiting(False)
    for _ in range(6):
        assert "Need a hint?" not in names(page)
        page._waiting.timeout.emit()
    assert "Need a hint?" in names(page)


def test_show_me_rings_first_and_does_it_when_pressed_again(page: PracticePage) -> None:
    press(page, "Show me")
    assert len(page.findChildren(Spotlight)) == 1
    assert page.playing.shown == 0
    press(page, "Show me")
    assert page.playing.shown == 1
    assert page.playing.tries == 0
    assert not [ring for ring in page.findChildren(Spotlight) if ring.isVisible()]


def test_show_me_does_one_step_by_itself(page: PracticePage, qtbot) -> None:
    press(page, "Show me")
    qtbot.waitUntil(lambda: page.playing.shown == 1, timeout=5000)


def test_without_motion_it_is_shown_at_once(make: MakePage, dress) -> None:
    dress(Theme(motion=False))
    page = make()
    press(page, "Start")
    press(page, "Show me")
    assert page.playing.shown == 1
    assert not page.findChildren(Spotlight)


def test_who_acts_while_it_is_shown_goes_on_alone(page: PracticePage) -> None:
    press(page, "Show me")
    page.stage_screen.acted.emit(Put("ladder", "work"))
    assert (page.playing.shown, page.playing.tries) == (0, 1)
    assert not [ring for ring in page.findChildren(Spotlight) if ring.isVisible()]


def test_stop_rests_and_nothing_is_lost(page: PracticePage) -> None:
    page.act(Put("chirp", "work"))
    press(page, "Stop")
    assert "You stopped. Nothing is lost." in words(page)
    assert QApplication.focusWidget().accessibleName() == "Go on"
    before = page.playing.states
    page._waiting.timeout.emit()
    press(page, "Go on")
    assert page.playing.states is before
    assert page.playing.quiet == 0
    assert WHY in words(page)


def test_who_leaves_keeps_what_was_reached(page: PracticePage, seconds: Seconds, qtbot) -> None:
    page.act(Put("chirp", "talk"))
    page.act(Put("parrot", "talk"))
    seconds.now += 70
    results = kept(page)
    press(page, "Stop")
    seconds.now += 3600
    with qtbot.waitSignal(page.left):
        press(page, "Leave practice")
    assert [(one.goals, one.minutes, one.done) for one in results] == [(("apps/near",), 2, False)]


def test_the_end_is_read_before_it_is_left(page: PracticePage, qtbot) -> None:
    results = kept(page)
    finish(page)
    assert results[-1].done
    assert DONE in words(page)
    assert "Hint" not in names(page)
    with qtbot.waitSignal(page.finished):
        press(page, "Finish")


def test_what_is_undone_at_the_end_is_open_again(page: PracticePage) -> None:
    finish(page)
    page.act(TakeBack("ladder"))
    assert "Finish" not in names(page)
    assert DONE not in words(page)


def test_a_stage_begins_again(page: PracticePage) -> None:
    page.act(Put("chirp", "work"))
    press(page, "Start again")
    assert WHY not in words(page)
    assert page.playing.progress.tries == 0


def test_built_anew_it_goes_on_where_one_was(page: PracticePage, make: MakePage) -> None:
    page.act(Put("chirp", "work"))
    again = make()
    results = kept(again)
    again.recall(page.remember())
    assert again.playing == page.playing
    assert WHY in words(again)
    assert "Start" not in names(again)
    again.act(Put("chirp", "talk"))
    again.act(Put("parrot", "talk"))
    assert [one.goals for one in results] == [("apps/near",)]


def test_in_other_words_the_stage_begins_afresh_and_earlier_ones_stay(make: MakePage) -> None:
    page = make("shared-laptop")
    press(page, "Start")
    finish(page)
    page.go_on()
    press(page, "Start")
    page.act(play.ShowMe())
    press(page, "Stop")
    other = make("shared-laptop", "ar")
    other.recall(page.remember())
    assert other.playing.stopped
    assert other.playing.states[0] == page.playing.states[0]
    other.act(play.GoOn())
    assert "Start" in names(other)
    assert other.playing.states[1] == play.act(other.playing, play.StartAfresh()).states[1]
    first = {one for one in play.result(page.playing, 0).goals if one.startswith("laptop/")}
    assert first
    assert first <= set(play.result(other.playing, 0).goals)


def test_a_stage_that_is_done_again_after_something_was_undone_is_kept(page: PracticePage) -> None:
    finish(page)
    results = kept(page)
    page.act(TakeBack("chirp"))
    assert results == []
    page.act(play.ShowMe())
    assert [one.done for one in results] == [True]


@pytest.mark.parametrize(
    ("scale", "size", "guide"),
    [
        (1.0, (1366, 694), GoalsPanel),
        (1.0, (800, 500), GoalsFoot),
        (1.3, (1366, 694), GoalsPanel),
        (2.0, (1366, 640), GoalsFoot),
    ],
)
def test_the_goals_stand_where_there_is_room(
    scale: float, size: tuple[int, int], guide: type, make: MakePage, dress
) -> None:
    dress(Theme(scale=scale))
    page = make(size=size)
    assert page.size().toTuple() == size  # it asks for no more than there is, from the start
    press(page, "Start")
    (shown_one,) = [
        one
        for kind in (GoalsPanel, GoalsFoot)
        for one in page.findChildren(kind)
        if one.isVisible()
    ]
    assert type(shown_one) is guide
    for action in (Put("chirp", "work"), play.TakeHint()):
        page.act(action)
        QApplication.processEvents()
        assert not cut(shown_one)
    finish(page)
    assert not cut(shown_one)
    assert page.stage_screen.height() >= 200


def test_what_is_seen_with_other_eyes_is_passed_on(page: PracticePage) -> None:
    page.stage_screen.looked_as.emit("amina")
    page.act(Put("chirp", "talk"))
    assert page.playing.progress.tries == 1


def test_words_to_say_aloud_are_passed_on(page: PracticePage, qtbot) -> None:
    with qtbot.waitSignal(page.heard) as told:
        page.stage_screen.heard.emit("words")
    assert told.args == ["words"]


def test_keys_alone_reach_the_help(page: PracticePage) -> None:
    seen = set()
    for _ in range(60):
        now = QApplication.focusWidget()
        seen.add(now.accessibleName())
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert {"Hint", "Show me", "Start again", "Stop", "Back to the lesson"} <= seen


def test_tab_comes_to_the_help_after_all_that_is_in_the_world(page: PracticePage) -> None:
    def heard() -> list[bool]:
        """For each stop of a round, whether it is in the world or in the help beside it."""
        helps = [each for guide in page._around.guides for each in guide.parts]
        found = []
        page.stage_screen.focus_first()
        for _press in range(40):
            now = QApplication.focusWidget()
            assert now is not None
            if any(each is now or each.isAncestorOf(now) for each in helps):
                found.append(False)
            elif page.stage_screen.isAncestorOf(now):
                found.append(True)
            elif found:
                break
            QTest.keyClick(now, Qt.Key.Key_Tab)
        return found

    assert heard() == sorted(heard(), reverse=True)
    assert {True, False} == set(heard())
    step = play.next_step(page.playing)
    page.act(step)
    assert heard() == sorted(heard(), reverse=True)
