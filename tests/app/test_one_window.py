"""Two programs on one data folder: the second says so and shows the first."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from trainer_app.app import explain
from trainer_app.domain.errors import InUse
from trainer_app.ui.messages import explain as in_words
from trainer_app.ui.one_window import box_of, show_first

FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from trainer_app.store.lock import FolderLock
from trainer_app.ui.one_window import FirstWindow

app = QCoreApplication([])
folder = Path(sys.argv[1])
lock = FolderLock(folder)
first = FirstWindow(folder, lambda: print("came forward", flush=True))
print("open", flush=True)
app.exec()
"""
PROGRAM = Path(sys.executable).with_name("trainer-app")
OFFSCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}


@contextmanager
def first_window(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A program that has the folder open and says when it comes forward."""
    with subprocess.Popen(
        [sys.executable, "-c", FIRST, folder], stdout=subprocess.PIPE, text=True, env=OFFSCREEN
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        try:
            yield first
        finally:
            first.kill()


def heard(first: subprocess.Popen[str]) -> str:
    assert first.stdout is not None
    return first.stdout.readline()


def test_the_second_start_says_so_and_shows_the_first(tmp_path: Path) -> None:
    with first_window(tmp_path) as first:
        for _ in range(2):
            second = subprocess.run(
                [PROGRAM, "--data", tmp_path], capture_output=True, text=True, env=OFFSCREEN
            )
            assert second.returncode == 4
            assert second.stdout == ""
            assert second.stderr.splitlines() == explain(InUse(folder=tmp_path.name))
            assert heard(first) == "came forward\n"


def test_only_the_window_of_that_folder_comes_forward(tmp_path: Path) -> None:
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    here.mkdir()
    elsewhere.mkdir()
    with first_window(here) as first:
        assert not show_first(elsewhere)
        assert show_first(elsewhere / ".." / "here")
        assert heard(first) == "came forward\n"


def test_a_window_that_died_is_in_nobodys_way(tmp_path: Path) -> None:
    with first_window(tmp_path) as first:
        first.kill()
        first.wait()
        assert not show_first(tmp_path)
    with first_window(tmp_path) as next_one:
        assert show_first(tmp_path)
        assert heard(next_one) == "came forward\n"


@pytest.mark.usefixtures("qtbot")
def test_where_no_window_answers_a_box_has_the_words() -> None:
    message = in_words(InUse(folder="centre"))
    box = box_of(message)
    assert box.text() == box.windowTitle() == message.title
    assert message.text in box.informativeText()
    assert message.what_to_do in box.informativeText()
    box.deleteLater()
