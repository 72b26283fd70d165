"""An author's room on a centre's own lessons."""

from __future__ import annotations

import pytest
from authors_room import Room
from centres import Centre
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.services.authoring import Authoring
from trainer_app.services.lesson_files import LESSONS, TRANSLATIONS
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge


@pytest.fixture
def room(centre: Centre, qapp: QApplication, qtbot: QtBot) -> Room:
    theme.apply(qapp, theme.Theme(dense=True))
    library = LessonLibrary(places.lessons())
    library.have(centre.folder / LESSONS, centre.folder / TRANSLATIONS)
    bridge = Bridge()
    room = Room(centre, library, Authoring(centre.door, library), bridge, qtbot)
    bridge.troubled.connect(room.troubles.append)
    return room
