"""The wall that laptops share, by clicks and keys: a learner's, the trainer's, and large."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from reading_a_page import buttons, cut, names, plain_name, press, words
from wall_seats import WallRoom

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.practice.wall_stage import WallWords
from trainer_app.domain.rooms import PlazaMode
from trainer_app.domain.wall_acts import WallAct
from trainer_app.i18n import use
from trainer_app.services.room.seen_plaza import SeenPlaza
from trainer_app.ui.practice.shared.trainer_wall import LargeWallPage, TrainerWallPage
from trainer_app.ui.practice.shared.wall_page import WallPage
from trainer_app.ui.theme import Theme
from trainer_app.ui.widgets import Chip, Dialog, Scroller
from trainer_app.ui.widgets.drawn import DrawnButton

ROOM = (1366, 768 - 74)
LESSONS = LessonLibrary(places.lessons())
Shown = Callable[..., QWidget]


class Evening:
    """A wall with the laptop of this test, and another one beside it."""

    def __init__(self, language: str = "en") -> None:
        found = LESSONS.shared_wall(language)
        assert found is not None
        self.words: WallWords = found
        self.room = WallRoom(found.ids)
        self.lost = False
        self.mine, self.other = self.room.laptop("mine"), self.room.laptop("other")

    def mode(self) -> PlazaMode | None:
        return None if self.lost else self.room.mode

    def page(self) -> WallPage:
        page = WallPage(
            self.mine, self.words, LESSONS.free_play_picture, self.mode, back="All lessons"
        )
        self.room.changed.append(page.news)
        return page

    def says(self, seat: SeenPlaza, **values: object) -> None:
        """A laptop does something, a while after the last thing."""
        self.room.now += 10
        seat.act(WallAct(**values))  # type: ignore[arg-type]
        self.tell()

    def tell(self) -> None:
        for hear in self.room.changed:
            hear(frozenset({"plaza", "room"}))
        QApplication.processEvents()


@pytest.fixture
def evening() -> Evening:
    """In English."""
    return Evening()


def keys(page: QWidget, *pressed: Qt.Key) -> None:
    for key in pressed:
        QTest.keyClick(QApplication.focusWidget() or page, key)
        QApplication.processEvents()


def tab_to(page: QWidget, name: str) -> None:
    """Go on with Tab until something of this name has the keyboard."""
    for _ in range(80):
        now = QApplication.focusWidget()
        if now is not None and plain_name(now) == name:
            return
        keys(page, Qt.Key.Key_Tab)
    raise AssertionError(name)


def test_a_sticker_a_phrase_and_a_picture(evening: Evening, shown: Shown) -> None:
    page = shown(evening.page(), *ROOM)
    assert "You are Amina Salem tonight" in words(page)
    assert "Everyone in this room reads along." in words(page)
    assert "Own words" not in names(page)
    press(page, "Sticker")
    press(page, "A cup of tea")
    press(page, "Phrase")
    press(page, "Good morning!")
    press(page, "Picture")
    press(page, "A bicycle")
    press(page, "Who has a bicycle to lend?")
    posts = evening.other.wall.posts
    assert [(post.sticker, post.phrase, post.picture) for post in posts] == [
        ("", "a-bicycle", "bicycle"), ("", "good-morning", ""), ("tea", "", ""),
    ]  # fmt: skip
    assert "Who has a bicycle to lend?" in words(page)


def test_each_laptop_reads_in_its_own_language(evening: Evening, shown: Shown) -> None:
    evening.says(evening.other, kind="post", phrase="a-bicycle")
    arabic = LESSONS.shared_wall("ar")
    assert arabic is not None
    page = WallPage(
        evening.mine, arabic, LESSONS.free_play_picture, evening.mode, back="All lessons"
    )
    assert arabic.said("phrases", "a-bicycle") in words(shown(page, *ROOM))
    assert page.property("language") == "ar"


def test_hearts_answers_and_taking_back(evening: Evening, shown: Shown) -> None:
    page = shown(evening.page(), *ROOM)
    evening.says(evening.other, kind="post", phrase="good-morning")
    press(page, "Like")
    assert "1 heart" in words(page)
    press(page, "Like")
    assert "1 heart" not in words(page)
    press(page, "Answer")
    press(page, "Phrase")
    press(page, "Me too!")
    assert evening.other.wall.posts[0].comments[0].phrase == "me-too"
    press(page, "Take back")
    assert not evening.other.wall.posts[0].comments


def test_all_of_it_with_keys_alone(evening: Evening, shown: Shown) -> None:
    page = shown(evening.page(), *ROOM)
    tab_to(page, "Phrase")
    keys(page, Qt.Key.Key_Space)
    tab_to(page, "Thank you!")
    keys(page, Qt.Key.Key_Space)
    assert evening.other.wall.posts[0].phrase == "thank-you"
    assert plain_name(QApplication.focusWidget()) == "Phrase"
    evening.says(evening.other, kind="post", phrase="good-morning")
    tab_to(page, "Like")
    keys(page, Qt.Key.Key_Space)
    assert evening.mine.wall.posts[0].likes
    assert plain_name(QApplication.focusWidget()) == "Like"
    evening.says(evening.other, kind="comment", of=2, sticker="tea")
    focus = QApplication.focusWidget()
    assert plain_name(focus) == "Like"
    assert focus.property("deed") == "heart 2"


def test_words_where_they_are_allowed_and_why_not(evening: Evening, shown: Shown) -> None:
    evening.room.mode = "free-words"
    page = evening.page()
    shown(page, *ROOM)
    press(page, "Own words")
    edit = next(one for one in page.findChildren(QLineEdit) if one.isVisible())
    assert edit.maxLength() == 200
    QTest.keyClicks(edit, "  Who  swims? ")
    memory = page.remember()
    assert "swims" not in repr(memory)
    again = shown(evening.page(), *ROOM)
    again.recall(memory)
    assert again.remember().typed == memory.typed
    press(page, "Put it on the wall")
    assert evening.other.wall.posts[0].words == "Who swims?"
    evening.room.host.let_write(evening.mine.who, words=False)
    evening.tell()
    assert "Own words" not in names(page)
    evening.says(evening.mine, kind="post", words="Again")
    assert "Only stickers and phrases now." in words(page)


def test_who_is_too_quick_is_told_calmly(evening: Evening, shown: Shown) -> None:
    for _ in range(20):
        evening.mine.act(WallAct("post", phrase="thank-you"))
    page = shown(evening.page(), *ROOM)
    assert "Earlier posts" in names(page)
    evening.mine.act(WallAct("post", phrase="thank-you"))
    evening.tell()
    assert "That was a lot at once." in words(page)


def test_paused_and_alone_everything_stands_still(evening: Evening, shown: Shown) -> None:
    page = shown(evening.page(), *ROOM)
    evening.says(evening.other, kind="post", phrase="good-morning")
    press(page, "Sticker")
    evening.room.mode = "paused"
    evening.tell()
    assert "The wall stands still for a moment." in words(page)
    assert names(page) == ["All lessons"]
    assert "Good morning!" in words(page)
    evening.room.mode = "set-phrases"
    evening.tell()
    assert "Sticker" in names(page)
    evening.lost = True
    evening.tell()
    assert "Alone for now." in words(page)
    assert "Good morning!" in words(page)
    assert names(page) == ["All lessons"]


def test_news_on_top_do_not_move_what_somebody_reads(evening: Evening, shown: Shown) -> None:
    page = evening.page()
    for number in range(8):
        evening.says(evening.other, kind="post", picture="bread", phrase="thank-you")
        assert len(evening.mine.wall.posts) == number + 1
    shown(page, *ROOM)
    bar = page.findChild(Scroller).verticalScrollBar()
    bar.setValue(600)
    QApplication.processEvents()
    key, card = next(
        (key, card)
        for key, card in page.wall_view.parts()
        if card.mapTo(page, card.rect().topLeft()).y() > 100
    )
    before = card.mapTo(page, card.rect().topLeft()).y()
    evening.says(evening.other, kind="post", picture="cat", phrase="thank-you")
    same = dict(page.wall_view.parts())[key]
    assert same is card
    assert abs(card.mapTo(page, card.rect().topLeft()).y() - before) <= 2


def test_the_trainer_sees_whose_laptop_and_takes_down(evening: Evening, shown: Shown) -> None:
    evening.room.mode = "free-words"
    evening.says(evening.other, kind="post", words="Something")
    evening.says(evening.mine, kind="comment", of=1, phrase="me-too")
    laptops = {"mine": "A", "other": "Guest 2"}
    host = evening.room.host
    page = TrainerWallPage(
        lambda: host,
        evening.words,
        LESSONS.free_play_picture,
        lambda: evening.room.mode,
        lambda who: laptops[host.laptop_of(who)],
    )
    evening.room.changed.append(page.news)
    shown(page, 1200, 768)
    assert "Guest 2" in [chip.accessibleName() for chip in page.findChildren(Chip)]
    assert "Amina Salem · A" in words(page)
    press(page, "Only phrases for this laptop")
    assert evening.other.who in evening.mine.wall.held_back
    assert "Words again for this laptop" in names(page)
    away = [each for each in buttons(page) if plain_name(each) == "Remove"]
    away[0].click()
    assert not evening.mine.wall.posts[0].comments
    press(page, "Remove")
    assert not evening.mine.wall.posts
    set_to: list[str] = []
    page.mode_set.connect(set_to.append)
    press(page, "Paused")
    assert set_to == ["paused"]


def test_off_asks_first_where_something_stands_there(evening: Evening, shown: Shown) -> None:
    evening.says(evening.other, kind="post", phrase="thank-you")
    host = evening.room.host
    page = TrainerWallPage(
        lambda: host, evening.words, LESSONS.free_play_picture, lambda: evening.room.mode, str
    )
    shown(page, 1200, 768)
    set_to: list[str] = []
    page.mode_set.connect(set_to.append)
    press(page, "Off")
    dialog = page.window().findChild(Dialog)
    press(dialog, "Leave it up")
    assert not set_to
    assert page.control.field.value() == "set-phrases"
    press(page, "Off")
    dialogs = [one for one in page.window().findChildren(Dialog) if one.isVisible()]
    press(dialogs[-1], "Take it down")
    assert set_to == ["off"]


def test_large_for_the_class_names_no_laptop(evening: Evening, shown: Shown) -> None:
    page = LargeWallPage(
        lambda: evening.room.host.wall, evening.words, LESSONS.free_play_picture, back="Back"
    )
    evening.room.changed.append(page.news)
    shown(page, 1366, 768)
    assert "Nothing is here yet. Who begins?" in words(page)
    evening.says(evening.other, kind="post", sticker="sun")
    assert "A sunny day" in words(page)
    assert names(page) == ["Back", "Text size"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_cut_in_large_letters(
    language: str, shown: Shown, dress: Callable[[Theme], None]
) -> None:
    use(language)
    dress(Theme(language=language, scale=2.0))
    evening = Evening(language)
    evening.room.mode = "free-words"
    evening.says(evening.other, kind="post", words="x" * 200)
    evening.says(evening.mine, kind="post", picture="bicycle", phrase="a-bicycle")
    evening.says(evening.other, kind="comment", of=2, sticker="cake")
    page = evening.page()
    shown(page, *ROOM)
    for button in buttons(page):
        # What stands in the strip above is lower, so that the wall keeps its room.
        slim = isinstance(button, DrawnButton) and button.slim
        assert button.height() >= (48 if slim else 96), plain_name(button)
    assert not cut(page)
    for what in range(4):
        side = [one for one in buttons(page) if one.isVisible()]
        side[1 + what].click()
        QApplication.processEvents()
        assert page.chooser is not None
        assert not cut(page)
        for scroller in page.findChildren(Scroller):
            wide = scroller.widget().minimumSizeHint().width()
            assert wide <= scroller.viewport().width()
        page.chooser.back.click()
        QApplication.processEvents()
    use("en")


def test_everything_names_itself(evening: Evening, shown: Shown) -> None:
    evening.says(evening.other, kind="post", picture="cat", phrase="thank-you")
    page = shown(evening.page(), *ROOM)
    said = {
        QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        for one in page.findChildren(QWidget)
        if one.isVisible()
    }
    assert any("Rosa Lima" in each for each in said)
    assert "A cat" in said
    assert all(plain_name(button) for button in buttons(page))
