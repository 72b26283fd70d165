"""What is typed in a practice is nowhere once it closes: no table, no log, no file, no object."""

from __future__ import annotations

import gc
import logging
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from practising_window import Room
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.practice.hand import Hand
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.playing import Playing
from trainer_app.domain.practice.plaza.state import Plaza, Write
from trainer_app.domain.practice.typing import Typing
from trainer_app.ui.calm import catch_bugs
from trainer_app.ui.practice.page import PracticePage

SECRET = "wistaria"
MOST_TOUCHES = 15


@pytest.fixture
def log_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The log of what goes wrong in the program; its temporary files lie beside it."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    before = list(logging.getLogger("trainer_app").handlers)
    catch_bugs(tmp_path, lambda: None)
    yield tmp_path / "program.log"
    for handler in logging.getLogger("trainer_app").handlers:
        if handler not in before:
            logging.getLogger("trainer_app").removeHandler(handler)
            handler.close()


def practice(room: Room) -> PracticePage:
    page = room.window.page
    assert isinstance(page, PracticePage)
    return page


def type_a_name(room: Room, _hand: Hand) -> None:
    """Type the word where a free text is asked for, key by key."""
    room.window.learner.lesson("type", "en")
    room.press("Start")
    page = practice(room)
    while page.playing.stage.id == "letters":
        if page.playing.progress.finished:
            room.press("Next", "Start")
        else:
            page.act(play.ShowMe())
    page.stage_screen.focus_first()
    QTest.keyClicks(QApplication.focusWidget(), SECRET)


def describe_a_picture(room: Room, hand: Hand) -> None:
    """Write the word into the words of a picture on the pretend network."""
    room.window.learner.lesson("who-sees-me", "en")
    room.press("Start")
    page = practice(room)
    done: list[Any] = []
    page.stage_screen.acted.connect(done.append)
    action = Write("alt", "garden", SECRET)
    for _ in range(MOST_TOUCHES):
        touch = page.stage_screen.touch(action)
        assert touch is not None
        hand.do(touch)
        QApplication.processEvents()
        if action in done:
            return


def holds(state: object) -> bool:
    """Whether a state of a practice holds the word in any of its fields."""
    fields = [getattr(state, name) for name in state.__slots__]
    return any(SECRET in str(each) for each in fields)


def states() -> list[object]:
    return [one for one in gc.get_objects() if isinstance(one, Typing | Plaza)]


def plays() -> list[Playing]:
    return [one for one in gc.get_objects() if isinstance(one, Playing)]


@pytest.mark.parametrize("write", [type_a_name, describe_a_picture])
def test_what_was_typed_is_nowhere(
    write: Any, room: Room, qtbot, log_file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    # Other tests of this run may have left theirs.
    before = plays()
    room.sit()
    write(room, Hand(qtbot, "keys"))
    page = practice(room)
    assert holds(page.playing.state), "the word was not typed"
    assert SECRET not in repr(page.playing) + repr(page.remember())

    def a_bug() -> None:
        raise ValueError(SECRET)

    try:
        a_bug()
    except ValueError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
    room.press("All lessons")
    del page
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert not [one for one in states() if holds(one)]
    assert not [one for one in plays() if not any(one is each for each in before)]
    store = room.window.door.ledger.store
    tables = [
        row["name"] for row in store.query("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    assert "events" in tables
    rows = [row for table in tables for row in store.query(f"SELECT * FROM [{table}]")]
    assert rows
    assert SECRET not in repr(rows)
    assert "ValueError" in log_file.read_text()
    assert SECRET not in caplog.text
    files = [one for one in log_file.parent.rglob("*") if one.is_file()]
    assert not [one for one in files if SECRET.encode() in one.read_bytes()]
