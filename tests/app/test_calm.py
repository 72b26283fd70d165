"""A mistake of ours is written down without a word of anybody's, and said calmly."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from trainer_app.ui.calm import FILE, catch_bugs, log, without_words

NAME = "Fatoumata Diallo"

PROGRAM = f"""
import sys
from pathlib import Path
from trainer_app.ui.calm import catch_bugs


class Enrolment(Exception):
    pass


def look_up(person):
    note = f"{{person}} has no enrolment"
    raise Enrolment(note, person)


catch_bugs(Path(sys.argv[1]), lambda: print("said calmly", flush=True))
try:
    {{}}["{NAME}"]
except KeyError:
    look_up("{NAME}")
"""


@pytest.fixture
def quiet_again() -> Iterator[None]:
    """Gives bugs back to the test runner."""
    before, of_threads = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before, of_threads
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()


def bug(person: str) -> None:
    letters = {person: len(person)}
    raise RuntimeError(f"no seat for {person}: {letters}")


def test_a_bug_that_nobody_caught_is_logged_without_words(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM, tmp_path], capture_output=True, text=True)
    assert done.stdout == "said calmly\n"
    assert done.stderr == ""
    written = (tmp_path / FILE).read_text(encoding="utf-8")
    assert "Enrolment at <string>:13 look_up < <string>:20 <module>" in written
    for word in NAME.split():
        assert word not in written


def test_what_is_written_is_where_and_which_kind() -> None:
    with pytest.raises(RuntimeError) as caught:
        bug(NAME)
    words = without_words(RuntimeError, caught.tb)
    assert words.startswith("RuntimeError at test_calm.py:")
    assert " bug < test_calm.py:" in words
    assert NAME.split()[0] not in words
    assert str(Path(__file__).parent) not in words


@pytest.mark.usefixtures("quiet_again")
def test_every_bug_is_said_once(tmp_path: Path) -> None:
    said: list[str] = []
    catch_bugs(tmp_path, lambda: said.append("calmly"))
    for _ in range(3):
        sys.excepthook(ValueError, ValueError(NAME), None)
    assert said == ["calmly"] * 3
    lines = (tmp_path / FILE).read_text(encoding="utf-8").splitlines()
    assert [line.split()[2] for line in lines] == ["ValueError"] * 3


@pytest.mark.usefixtures("quiet_again")
def test_stopping_by_hand_is_no_bug(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said: list[str] = []
    catch_bugs(tmp_path, lambda: said.append("calmly"))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert said == []
    assert (tmp_path / FILE).read_text(encoding="utf-8") == ""
    assert "KeyboardInterrupt" in capsys.readouterr().err


@pytest.mark.usefixtures("quiet_again")
def test_where_nothing_can_be_written_the_console_gets_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catch_bugs(tmp_path / "no-such-folder", lambda: None)
    sys.excepthook(ValueError, ValueError(NAME), None)
    told = capsys.readouterr().err
    assert "ValueError at" in told
    assert NAME.split()[0] not in told


@pytest.mark.usefixtures("quiet_again")
def test_the_log_never_grows_without_end(tmp_path: Path) -> None:
    catch_bugs(tmp_path, lambda: None)
    for _ in range(6000):
        log.error("RuntimeError at somewhere.py:1 deep < somewhere.py:2 deeper < main.py:3 run")
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert sorted(sizes) == [FILE, f"{FILE}.1"]
    assert max(sizes.values()) <= 200_000
    assert log.getEffectiveLevel() <= logging.ERROR


def test_so_is_one_in_a_thread_beside_the_window(tmp_path: Path, quiet_again: None) -> None:
    said: list[bool] = []
    catch_bugs(tmp_path, lambda: said.append(True))
    thread = threading.Thread(target=bug, args=(NAME,))
    thread.start()
    thread.join()
    written = (tmp_path / FILE).read_text(encoding="utf-8")
    assert "RuntimeError at test_calm.py" in written
    assert NAME not in written
    assert said == []
