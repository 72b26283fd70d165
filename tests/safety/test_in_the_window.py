"""The disk fills up while a trainer marks people in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from centres import PASSPHRASE
from disks import fill, small_disk
from journeys.day import Day
from journeys.hand import Hand
from programs import PROGRAMS
from PySide6.QtWidgets import QApplication

from trainer_app.domain.errors import DiskFull
from trainer_app.i18n import _, language, pgettext
from trainer_app.store.store import FILE
from trainer_app.ui.messages import explain

PROGRAM = PROGRAMS["evening"]
PRESENT = pgettext("attendance", "Present")


def row_of(hand: Hand, name: str) -> str:
    """What the attendance list says of somebody."""
    return next(text for text in hand.texts() if text.startswith(f"{name} · "))


@pytest.mark.usefixtures("qapp")
def test_a_mark_without_room_is_said_and_not_shown_as_made(tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", 2000) as disk:
        PROGRAM.prepare(disk / "centre")
        day = Day(disk / "centre", tmp_path, "en")
        hand = day.hand
        hand.press(language("en").own_name)
        day.unlock(PASSPHRASE)
        hand.press(_("Today"))
        hand.press(_("Start now"))
        hand.press(_("Attendance"))
        hand.press_beside("Abdi", PRESENT)
        marked, unmarked = row_of(hand, "Abdi"), row_of(hand, "Lena Hoekstra")
        assert PRESENT in marked
        filler = fill(disk, 0)
        for _press in range(40):  # the log has some room of its own, which is used up first
            if hand.reads(explain(DiskFull(file=FILE)).title):
                break
            before = row_of(hand, "Lena Hoekstra")
            hand.press_beside("Lena Hoekstra", PRESENT)
        words = explain(DiskFull(file=FILE))
        hand.must_read(words.title, words.text, words.what_to_do)
        hand.press(_("OK"))
        assert row_of(hand, "Abdi") == marked
        assert row_of(hand, "Lena Hoekstra") == before == unmarked
        filler.unlink()
        hand.press_beside("Lena Hoekstra", PRESENT)
        assert PRESENT in row_of(hand, "Lena Hoekstra")
        day.window.close()
        QApplication.processEvents()
        assert PROGRAM.faults(disk / "centre", []) == []
        again = Day(disk / "centre", tmp_path, "en")
        again.unlock(PASSPHRASE)
        again.hand.press(_("Attendance"))
        assert PRESENT in row_of(again.hand, "Lena Hoekstra")
        again.window.close()
