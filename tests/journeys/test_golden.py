"""Six screens look as they did: compared with kept pictures, drawn with the program's own fonts.

After a change that is meant: `GOLDEN=1 python -m pytest tests/journeys/test_golden.py`, and look.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

HERE = Path(__file__).parent
KEPT = HERE / "golden"
ENGLISH = {
    "start": "first_day",
    "today-planned": "way_in",
    "attendance-running": "attendance",
    "reports": "register",
    "who": "signing_in",
}
ARABIC = {"lesson-page-2": "learning"}
# A pixel counts where a colour differs by more than this; a few may, in letters' edges.
_MOST_OFF = 24
_FEW = 0.001


def draw(folder: Path, language: str, parts: list[str]) -> None:
    """Draw screens in a program of its own: fonts are pinned before Qt starts."""
    surroundings = {
        **os.environ,
        "FONTCONFIG_FILE": str(HERE / "fontconfig" / "fonts.conf"),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": "1",
    }
    # Today's page comes before who else is in the way: unlocking is a part of every walk.
    call = [sys.executable, "-m", "tests.journeys.screens", str(folder), language, "100"]
    subprocess.run(
        [*call, *dict.fromkeys(["way_in", *parts])],
        cwd=HERE.parents[1],
        env=surroundings,
        check=True,
        capture_output=True,
        timeout=180,
    )


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The six screens as they are now."""
    folder = tmp_path_factory.mktemp("screens")
    draw(folder / "en", "en", list(ENGLISH.values()))
    draw(folder / "ar", "ar", list(ARABIC.values()))
    english = {name: folder / "en" / f"{name}.png" for name in ENGLISH}
    return english | {f"{name}-ar": folder / "ar" / f"{name}.png" for name in ARABIC}


def difference(now: QImage, kept: QImage) -> tuple[float, QImage]:
    """The share of pixels that differ (0–1), and a picture with those in red."""
    now, kept = (one.convertToFormat(QImage.Format.Format_RGB32) for one in (now, kept))
    if now.size() != kept.size():
        return 1.0, now
    shown = now.copy()
    here, there, mark = (memoryview(one.bits()).cast("B") for one in (now, kept, shown))
    off = 0
    if here == there:
        return 0.0, shown
    for at in range(0, len(here), 4):
        if here[at : at + 3] == there[at : at + 3]:
            continue
        if max(abs(here[at + c] - there[at + c]) for c in range(3)) > _MOST_OFF:
            off += 1
            mark[at], mark[at + 1], mark[at + 2] = 0, 0, 255
    return off / (now.width() * now.height()), shown


# Drawing all of them takes a minute and a half; the layout checks look at the same screens.
@pytest.mark.slow
@pytest.mark.xdist_group("golden")
@pytest.mark.parametrize("name", [*ENGLISH, *(f"{name}-ar" for name in ARABIC)])
def test_a_screen_looks_as_it_did(drawn, name, tmp_path):
    kept = KEPT / f"{name}.png"
    if os.environ.get("GOLDEN"):
        KEPT.mkdir(exist_ok=True)
        shutil.copyfile(drawn[name], kept)
    share, shown = difference(QImage(str(drawn[name])), QImage(str(kept)))
    if share > _FEW:
        file = tmp_path / f"{name}-difference.png"
        shown.save(str(file))
        pytest.fail(f"{share:.2%} of {name} differs; in red: {file}")


def test_a_difference_is_found():
    kept = QImage(200, 100, QImage.Format.Format_RGB32)
    kept.fill(0xFFFFFF)
    now = kept.copy()
    for x in range(50):
        now.setPixel(x, 10, 0x17645C)
    now.setPixel(60, 10, 0xF4F4F4)
    share, shown = difference(now, kept)
    assert share == 50 / 20_000
    assert shown.pixelColor(5, 10).name() == "#ff0000"
    assert shown.pixelColor(60, 10).name() == "#f4f4f4"
    assert difference(kept, kept)[0] == 0.0
    assert difference(kept, kept.scaled(10, 10))[0] == 1.0
