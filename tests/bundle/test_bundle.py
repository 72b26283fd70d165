"""The folder that `make bundle` made, used like somebody who has no Python (`make test-all`)."""

from __future__ import annotations

import csv
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QDeadlineTimer
from virtual_screen import Screen, listen_for_the_end, screen

from trainer_app.app import DEMO_PASSPHRASE, explain
from trainer_app.domain.errors import InUse
from trainer_app.i18n import languages

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "dist" / "trainer-app"
PROGRAM = FOLDER / "trainer-app"
INSIDE = FOLDER / "_internal" / "trainer_app"
PICTURES = ROOT / "out" / "bundle"
SAME_PERSON = ("Олена Шевченко", "Olena Shevchenko")
PASSPHRASE = "seven wet stones under a bridge"
MOST_MEGABYTES = 220

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("bundle")]


@pytest.fixture(autouse=True)
def bundle() -> None:
    """Say what to do where there is nothing to test."""
    assert PROGRAM.is_file(), "there is no bundle: run `make bundle` first"


def said(*words: str | Path, passphrase: str = DEMO_PASSPHRASE, code: int = 0) -> str:
    """What a command of the bundle prints."""
    done = subprocess.run(
        [PROGRAM, *words], capture_output=True, text=True, env=_quietly(passphrase)
    )
    assert done.returncode == code, done.stderr
    return done.stdout if code == 0 else done.stderr


def _quietly(passphrase: str = "") -> dict[str, str]:
    """The surroundings of a program without a screen and without Python."""
    env = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    return {**env, "TRAINER_APP_PASSPHRASE": passphrase}


@contextmanager
def running(*words: str | Path, env: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """The bundle's window; it is ended as by a power cut."""
    with subprocess.Popen([PROGRAM, *words], env=env, text=True) as program:
        try:
            yield program
        finally:
            program.kill()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A centre that the bundle invented."""
    folder = tmp_path_factory.mktemp("bundle") / "centre"
    said("demo", "--data", folder)
    return folder


def test_everything_that_is_read_at_run_time_is_inside() -> None:
    wanted = {
        *_files_of(ROOT / "lessons", ROOT),
        *_files_of(ROOT / "assets", ROOT),
        *(file.relative_to(ROOT) for file in ROOT.glob("locales/*/LC_MESSAGES/*.mo")),
        *(file.relative_to(ROOT) for file in ROOT.glob("locales/*.toml")),
        *_files_of(ROOT / "trainer_app", ROOT / "trainer_app"),
        Path("LICENSE"),
    }
    inside = {file.relative_to(INSIDE) for file in INSIDE.rglob("*") if file.is_file()}
    assert {path.suffix for path in wanted} >= {".mo", ".toml", ".ttf", ".svg", ".txt", ".md"}
    assert wanted == inside
    # The words that Qt brings itself, in the languages that people are offered.
    brought = {file.stem for file in FOLDER.rglob("qtbase_*.qm")}
    assert brought >= {f"qtbase_{one.code}" for one in languages() if one.code != "en"}
    assert len(brought) <= len(languages())


def _files_of(folder: Path, beside: Path) -> set[Path]:
    return {
        file.relative_to(beside)
        for file in folder.rglob("*")
        if file.is_file() and file.suffix not in (".py", ".pyc")
    }


def test_it_is_small_enough_for_an_old_laptop() -> None:
    size = sum(file.stat().st_size for file in FOLDER.rglob("*") if not file.is_symlink())
    assert size < MOST_MEGABYTES * 1_000_000


def test_its_lessons_are_in_order() -> None:
    assert said("lessons", "check").endswith("\n0 findings.\n")


def test_it_knows_one_name_in_two_scripts(demo: Path, tmp_path: Path) -> None:
    # Known as one person by writing both in Latin letters, with tables read when a name needs them.
    names = tmp_path / "names.csv"
    names.write_text(f"name,birth year\n{SAME_PERSON[0]},1990\n{SAME_PERSON[1]},1990\n", "utf-8")
    told = json.loads(said("roster", "import", names, "--data", demo, "--dry-run", "--json"))
    assert [row["doubts"] for row in told["rows"]] == [["same-person"]] * 2


def test_its_exports_open_in_other_programs(demo: Path, tmp_path: Path) -> None:
    counted = json.loads(said("doctor", "--data", demo, "--json"))["counts"]["attendance"]
    files = {form: tmp_path / f"attendance.{form}" for form in ("csv", "xlsx", "pdf")}
    for form, file in files.items():
        said("export", "attendance", "--data", demo, "--format", form, "--out", file)
    with files["csv"].open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == counted > 0
    names = {row["Name"] for row in rows}
    sheets = load_workbook(files["xlsx"]).worksheets
    assert names <= {cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row}
    paper = subprocess.run(
        ["pdftotext", "-layout", files["pdf"], "-"], capture_output=True, text=True, check=True
    ).stdout
    latin = {name for name in names if name.isascii()}
    assert latin
    assert {word for name in latin for word in name.split()} <= set(paper.split())


def test_a_centre_is_founded_by_keyboard(tmp_path: Path) -> None:
    data = tmp_path / "centre"
    with screen(tmp_path) as sight:
        env = {**sight.env, "HOME": str(tmp_path)}
        with running("--data", data, "--language", "en", env=env) as program:
            sight.show(program)
            sight.take_picture(PICTURES / "1-start.png")
            _found_a_centre(sight, program)
            assert {file.name for file in data.iterdir()} >= {"centre.db", "keyring.json"}
            in_use = said("doctor", "--data", data, passphrase=PASSPHRASE, code=4)
            assert in_use.splitlines() == explain(InUse(folder=data.name))
            _start_a_walk_in_session(sight, program)
    report = json.loads(said("doctor", "--data", data, "--json", passphrase=PASSPHRASE))
    assert report["findings"] == []
    assert report["counts"]["people"] == 0
    assert (report["counts"]["courses"], report["counts"]["sessions"]) == (1, 1)


def _found_a_centre(sight: Screen, program: subprocess.Popen[str]) -> None:
    sight.turn_page(program, "Return")
    for words in ("Library, Room 2", "Rosa Prins", PASSPHRASE):
        sight.write(program, words)
        sight.press(program, "Return")
    # The keyboard went to the pictures: one was missing.
    sight.press(program, "space", "Tab")
    sight.take_picture(PICTURES / "2-centre.png")
    sight.turn_page(program, "Return")
    # Past "Print" and "Save as PDF", to the box.
    sight.press(program, "Tab", "Tab", "space", "Tab")
    sight.take_picture(PICTURES / "3-recovery-code.png")
    sight.turn_page(program, "Return")
    sight.take_picture(PICTURES / "4-today.png")


def _start_a_walk_in_session(sight: Screen, program: subprocess.Popen[str]) -> None:
    # Past "Make your first course", where the keyboard is.
    sight.press(program, "Tab")
    sight.turn_page(program, "Return")
    sight.take_picture(PICTURES / "5-session.png")


def test_without_a_name_its_data_lies_where_the_system_keeps_it(tmp_path: Path) -> None:
    env = {**_quietly(), "XDG_DATA_HOME": str(tmp_path)}
    kept = tmp_path / "trainer-app" / "preferences.json"
    with running("--language", "nl", env=env) as program:
        patience = QDeadlineTimer(30_000)
        while not kept.is_file():
            assert not patience.hasExpired(), list(tmp_path.rglob("*"))
            listen_for_the_end(program)
    assert '"nl"' in kept.read_text(encoding="utf-8")
