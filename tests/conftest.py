"""What tests of several rooms share."""

from __future__ import annotations

import os
import shutil
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from centres import Centre, Clock
from hypothesis import settings

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import use
from trainer_app.keys.wrapping import Cost

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Properties that do not say how many examples they need get fewer in the short run.
settings.register_profile("short", max_examples=30)
_PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "short")
settings.load_profile(_PROFILE)

_MANY_FORMS = ("tests/ui/", "tests/journeys/", "tests/domain/practice/")
_FEW = 3

WITH_PAGES = ("sign-in-and-out", "set-who-sees-me", "messages-that-hurry-me")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In the short run, a few forms of each screen's test, spread over all of them.

    Languages, sizes and lessons multiply; `make test-all` takes every one of them.
    """
    if _PROFILE != "short" or any("::" in str(each) for each in config.args):
        return
    forms: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.nodeid.startswith(_MANY_FORMS) and "slow" not in item.keywords:
            forms.setdefault(item.nodeid.partition("[")[0], []).append(item)
    left_out: set[pytest.Item] = set()
    for name, all_ in forms.items():
        step = -(-len(all_) // _FEW)
        # Not the same place in each: together they see every language and size.
        first = zlib.crc32(name.encode()) % step
        left_out |= set(all_) - set(all_[first::step])
    config.hook.pytest_deselected(items=[item for item in items if item in left_out])
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture
def clock() -> Clock:
    """A Tuesday in November, ten to ten."""
    return Clock()


@pytest.fixture(scope="session")
def cheap_cost() -> Cost:
    """The least work that Argon2 does for one passphrase."""
    return Cost(memory=8, time=1, parallelism=1)


@pytest.fixture
def centre(tmp_path: Path, clock: Clock, cheap_cost: Cost) -> Iterator[Centre]:
    """A founded centre, its trainer inside."""
    founded = Centre(tmp_path / "centre", clock, cheap_cost)
    yield founded
    founded.door.lock()


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> LessonLibrary:
    """The three bundled lessons that have pages, without their practices."""
    folder = tmp_path_factory.mktemp("lessons")
    for lesson in LessonLibrary(places.lessons()).lessons:
        if lesson.id in WITH_PAGES:
            leave_out = shutil.ignore_patterns("practice.*")
            shutil.copytree(lesson.folder, folder / lesson.folder.name, ignore=leave_out)
    return LessonLibrary(folder)


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Whatever language a test spoke, the next one starts in English."""
    yield
    use("en")


@pytest.fixture(autouse=True)
def no_window_left_behind() -> Iterator[None]:
    """Whatever windows a test opened go with it: each new look is put on all that are left.

    Those that stood before (a module's own) stay. Tests without Qt never load it for this.
    """
    before = set(_windows())
    yield
    for window in _windows():
        if window not in before:
            window.close()
            window.deleteLater()
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _windows() -> list[QWidget]:
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    return [one for one in QApplication.topLevelWidgets() if one.parent() is None]
