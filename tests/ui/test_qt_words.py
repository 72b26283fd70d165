"""Qt's own words in all eight languages: buttons, menus of fields, the choice of files."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTreeView,
)

from trainer_app import places
from trainer_app.i18n.languages import FILE, read_languages
from trainer_app.ui.theme import qt_words

OURS = [one.code for one in read_languages(places.locales() / FILE) if one.code != "en"]
SAID = {
    "QPlatformTheme": "OK|Save|Open|&Yes|&No|Retry|Ignore|Close|Cancel|Discard|Help|Apply|Reset",
    "QLineEdit": "&Undo|&Redo|Cu&t|&Copy|&Paste|Delete|Select All",
    "QWidgetTextControl": "&Undo|&Redo|Cu&t|&Copy|&Paste|Delete|Select All",
    "QFileDialog": "Look in:|Files of type:|File &name:|&Open|&Save|&Choose|All Files (*)"
    "|Find Directory|Save As|&New Folder|%1 already exists.\nDo you want to replace it?",
    "QPrintDialog": "Print|&Print",
    "QPrintSettingsOutput": "Double Sided Printing|Page &Set:|Off|Print range",
}

# Written alike in another of the languages, or no words at all.
ALIKE = {"Printer", "Type", "Type:", "Options", "&Options >>", "Copies", "Pages", "Color"}


@pytest.fixture(autouse=True)
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    qt_words.speak("en")


@pytest.mark.parametrize("language", OURS)
def test_qt_brings_all_words_that_people_meet(language: str) -> None:
    words = qt_words.QtWords(language)
    assert words.known
    lacking = [
        (where, text)
        for where, texts in SAID.items()
        for text in texts.split("|")
        if not words.translate(where, text)
    ]
    assert lacking == []


def texts(qapp: QApplication) -> set[str]:
    """What a message, a field's menu, and the choices of files and of a printer say."""
    kinds = QMessageBox.StandardButton
    box = QMessageBox()
    box.setStandardButtons(kinds.Ok | kinds.Cancel | kinds.Save | kinds.Close | kinds.Retry)
    line = QLineEdit("words")
    files = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    saving = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    saving.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    view = files.findChild(QTreeView)
    across = Qt.Orientation.Horizontal
    heads = [view.model().headerData(place, across) for place in range(view.model().columnCount())]
    menu = [each.text().partition("\t")[0] for each in line.createStandardContextMenu().actions()]
    dialogs = (box, files, saving, QPrintDialog(QPrinter()))
    labels = [one.text() for each in dialogs for one in each.findChildren(QLabel)]
    pressed = [one.text() for each in dialogs for one in each.findChildren(QAbstractButton)]
    groups = [one.title() for each in dialogs for one in each.findChildren(QGroupBox)]
    return {text for text in (*menu, *labels, *pressed, *groups, *heads) if len(text) > 3}


@pytest.mark.parametrize("language", OURS)
def test_no_english_is_left_in_dialogs_and_menus(language: str, qapp: QApplication) -> None:
    assert qt_words.speak("en")
    english = texts(qapp)
    assert len(english) > 40
    assert qt_words.speak(language)
    assert (english & texts(qapp)) - ALIKE == set()
    assert qt_words.speak("en")
    assert texts(qapp) == english


def test_a_language_that_qt_does_not_speak_has_its_english(qapp: QApplication) -> None:
    assert qt_words.speak("nl")
    assert not qt_words.speak("so")
    assert "&Look in:" in texts(qapp)
