"""The recovery code: shown, printed, saved, and put away before the centre opens."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from trainer_app.exports.whole_file import written_whole
from trainer_app.ui.welcome.recovery_code import RecoveryCodePage


class Desk:
    """What the page is given: a printer, a place to save, and somebody who chooses one."""

    def __init__(self, target=None) -> None:
        self.target, self.prints, self.paper = target, [], True
        self.suggested: list[str] = []

    def draw(self, file) -> None:
        with written_whole(file) as draft:
            draft.write_bytes(b"%PDF-")

    def print_(self) -> bool:
        self.prints.append(self.paper)
        return self.paper

    def choose(self, suggested: str):
        self.suggested.append(suggested)
        return self.target


def build(centre, desk: Desk):
    return lambda: RecoveryCodePage(
        "Canal House", centre.recovery_code, "kite", desk.draw, desk.print_, desk.choose
    )


def test_the_code_is_read_group_by_group(show, hand, centre):
    page = show(build(centre, Desk()))
    said = hand.reads(page)
    assert [group for group in centre.recovery_code.split("-") if group not in said] == []
    assert "Canal House" in said
    names = [one.accessibleName() for one in page.findChildren(QWidget)]
    assert any(centre.recovery_code in name for name in names)


def test_the_groups_run_from_the_left_in_arabic_too(show, centre):
    page = show(build(centre, Desk()), language="ar")
    groups = centre.recovery_code.split("-")
    texts = {one.text(): one for one in page.findChildren(QWidget) if hasattr(one, "text")}
    places = [texts[group].mapTo(page, texts[group].rect().center()) for group in groups]
    assert places[0].x() < places[1].x() < places[2].x()
    assert places[0].y() == places[2].y() < places[3].y()


def test_the_centre_opens_once_the_code_is_put_away(show, hand, centre, qtbot: QtBot):
    page = show(build(centre, Desk()))
    with qtbot.assertNotEmitted(page.finished):
        hand.click(page, "Open the centre")
    assert "First put the code in a safe place" in hand.reads(page)
    hand.click(page, "I have put the code in a safe place")
    assert page.said() == ""
    with qtbot.waitSignal(page.finished):
        hand.click(page, "Open the centre")


def test_it_is_saved_where_the_person_says(show, hand, centre, tmp_path):
    desk = Desk(tmp_path / "stick")
    page = show(build(centre, desk))
    hand.click(page, "Save as PDF")
    assert desk.suggested == ["recovery code.pdf"]
    assert (tmp_path / "stick.pdf").read_bytes() == b"%PDF-"
    assert "Saved as stick.pdf" in hand.reads(page)


def test_a_file_that_cannot_be_written_is_said_in_place(show, hand, centre, tmp_path):
    page = show(build(centre, Desk(tmp_path / "gone" / "code.pdf")))
    hand.click(page, "Save as PDF")
    assert "The folder for code.pdf is not there any more." in hand.reads(page)
    assert not list(tmp_path.glob("gone*"))


def test_thinking_better_of_it_says_nothing(show, hand, centre):
    desk = Desk()
    desk.paper = False
    page = show(build(centre, desk))
    hand.click(page, "Save as PDF")
    hand.click(page, "Print")
    assert page.said() == ""
    assert desk.prints == [False]


def test_printing_is_said(show, hand, centre):
    page = show(build(centre, Desk()))
    hand.click(page, "Print")
    assert "went to the printer" in hand.reads(page)


def test_a_bug_while_drawing_is_not_hidden(show, centre, tmp_path):
    def broken(_file):
        raise ZeroDivisionError

    desk = Desk(tmp_path / "code.pdf")
    desk.draw = broken
    page = show(build(centre, desk))
    with capture_exceptions() as raised:
        page.code.save_button.click()
    assert [one[0] for one in raised] == [ZeroDivisionError]
