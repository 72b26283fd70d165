"""Every screen in three languages and two sizes: nothing cut, hidden, too small or out of reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.i18n import find_catalogs
from trainer_app.i18n.catalogs import find_catalogs_in
from trainer_app.ui import theme
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.widgets import Button, Scroller, Text

from . import faults
from .hand import Hand
from .pseudo import PLACE_OF, make_catalogs, pseudo, untranslated, words_of, words_of_lessons
from .screens import screens

