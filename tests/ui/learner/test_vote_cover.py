"""The class's question: one answer that may change, then the reason, and back to the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from reading_a_page import cut, names, press, words

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.blocks import plain
from trainer_app.ui.learner.vote import Asked, VoteCover
from trainer_app.ui.widgets import Button, ChoiceButton

LESSON = "sign-in-and-out"


def asked(library: LessonLibrary, language: str = "en") -> Asked:
    lesson = library.lesson(LESSON)
    question = lesson.quiz[0]
    words = library.words(LESSON, language).question(question.id)
    return Asked(question, words, lesson.image(question.picture))


def wrong(one: Asked) -> str:
    return next(each for each in one.question.choices if each != one.question.right)


def says(one: Asked, choice: str) -> str:
    return plain(one.words.choice(choice).line)


class Voting:
    """A cover that is shown, and what it said."""

    def __init__(self, cover: VoteCover) -> None:
        self.cover = cover
        self.chosen: list[tuple[str, int]] = []
        self.left: list[bool] = []
        cover.chosen.connect(lambda choice, people: self.chosen.append((choice, people)))
        cover.left.connect(lambda: self.left.append(True))


def test_an_answer_may_be_changed_until_it_is_shown(library, show):
    one = asked(library)
    voting = Voting(show(VoteCover(one, 2)))
    assert "How many are you?" not in words(voting.cover)
    press(voting.cover, says(one, wrong(one)))
    press(voting.cover, says(one, one.question.right))
    assert voting.chosen == [(wrong(one), 2), (one.question.right, 2)]
    assert "You can change it" in words(voting.cover)
    voting.cover.reveal(one.question.right)
    QApplication.processEvents()
    assert plain(one.words.choice(one.question.right).why) in words(voting.cover)
    voting.cover.choices[wrong(one)].click()
    assert len(voting.chosen) == 2
    press(voting.cover, "Go on")
    assert voting.left == [True]


def test_another_answer_is_explained_and_never_crossed_out(library, show):
    one = asked(library)
    voting = Voting(show(VoteCover(one, 1)))
    press(voting.cover, says(one, wrong(one)))
    voting.cover.reveal(one.question.right)
    QApplication.processEvents()
    for choice in (wrong(one), one.question.right):
        assert plain(one.words.choice(choice).why) in words(voting.cover)
    assert {b.state for b in voting.cover.findChildren(ChoiceButton)} == {"chosen", "right", "idle"}


def test_guests_say_how_many_they_are_before_or_after(library, show):
    one = asked(library)
    voting = Voting(show(VoteCover(one, 0)))
    press(voting.cover, says(one, one.question.right))
    press(voting.cover, "3")
    assert voting.chosen == [(one.question.right, 1), (one.question.right, 3)]
    voting.cover.reveal(one.question.right)
    QApplication.processEvents()
    assert "How many are you?" not in words(voting.cover)


def test_nobody_has_to_answer(library, show):
    voting = Voting(show(VoteCover(asked(library), 1)))
    press(voting.cover, "Not now")
    assert (voting.left, voting.chosen) == ([True], [])


def test_by_keys_alone_and_nothing_behind_it_is_reached(library, show, qtbot):
    one = asked(library)
    window = show(QWidget())
    under = Button("Under it")
    under.setParent(window)
    under.show()
    under.setFocus()
    cover = VoteCover(one, 0, can_read=True)
    voting = Voting(cover)
    cover.setParent(window)
    cover.show()
    reached = []
    for _ in range(14):
        reached.append(QApplication.focusWidget().accessibleName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert "Under it" not in reached
    assert reached[:3] == [says(one, each) for each in one.question.choices]
    assert {"5", "Not now", "Read aloud", "Trainer"} <= set(reached)
    qtbot.keyClick(cover, Qt.Key.Key_2)
    assert voting.chosen[-1][0] == one.question.choices[1]
    qtbot.keyClick(cover.choices[one.question.choices[0]], Qt.Key.Key_Space)
    assert voting.chosen[-1][0] == one.question.choices[0]
    cover.lift()
    assert under.hasFocus()


def test_an_answer_given_before_is_shown_and_not_given_again(library, show):
    one = asked(library)
    voting = Voting(show(VoteCover(one, 1, answer=wrong(one))))
    assert voting.cover.choices[wrong(one)].state == "chosen"
    assert voting.chosen == []


def test_read_aloud_is_offered_only_where_there_is_a_voice(library, show):
    assert "Read aloud" not in names(show(VoteCover(asked(library), 1)))
    assert "Read aloud" in names(show(VoteCover(asked(library), 1, can_read=True)))


@pytest.mark.parametrize(("language", "scale"), [("en", 1.0), ("ar", 2.0)])
def test_nothing_is_cut_and_every_target_is_large_enough(library, show, dress, language, scale):
    dress(language, scale)
    one = asked(library, language)
    cover = show(VoteCover(one, 0, can_read=True))
    cover._choose(wrong(one))
    cover.reveal(one.question.right)
    QApplication.processEvents()
    assert cut(cover) == []
    for button in cover.choices.values():
        assert button.height() >= 48 * scale
