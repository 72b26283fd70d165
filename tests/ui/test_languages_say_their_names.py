"""Languages say their names in their own voices: by pointing, by Tab, by their loudspeaker."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from trainer_app import places
from trainer_app.domain.speaking import Utterance
from trainer_app.i18n import languages
from trainer_app.i18n.catalogs import find_catalogs_in
from trainer_app.ui import theme
from trainer_app.ui.tongues import SaysItself, tongues
from trainer_app.ui.welcome.language import LanguagePage


def point_at(button: QPushButton) -> None:
    at = QPointF(button.rect().center())
    QApplication.sendEvent(button, QEnterEvent(at, at, QPointF(button.mapToGlobal(at.toPoint()))))


def open_page(qtbot: QtBot, *voices: str) -> LanguagePage:
    find_catalogs_in(places.locales())
    theme.apply(QApplication.instance(), theme.Theme())
    page = LanguagePage(languages(), "en", voices)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_a_language_pointed_at_says_its_name_and_a_greeting_in_its_own_voice(qtbot: QtBot):
    page = open_page(qtbot, "en", "ar")
    with qtbot.waitSignal(page.heard) as heard:
        point_at(page.cards["ar"])
    [said] = heard.args
    assert said.language == "ar"
    assert said.text.startswith("العربية. ")
    assert len(said.text) > len("العربية. ")


def test_a_pointer_that_passes_by_says_nothing(qtbot: QtBot):
    page = open_page(qtbot, "en", "ar", "uk")
    with qtbot.waitSignal(page.heard) as heard:
        point_at(page.cards["ar"])
        QApplication.sendEvent(page.cards["ar"], QEvent(QEvent.Type.Leave))
        point_at(page.cards["uk"])
    assert heard.args[0].language == "uk"


def test_tab_says_each_language_and_opening_the_page_says_none(qtbot: QtBot):
    said: list[Utterance] = []
    page = LanguagePage(languages(), "en", ("en", "nl"))
    page.heard.connect(said.append)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert said == []
    page.cards["nl"].setFocus(Qt.FocusReason.TabFocusReason)
    assert [one.language for one in said] == ["nl"]


def test_each_language_with_a_voice_has_a_loudspeaker_and_the_others_none(qtbot: QtBot):
    page = open_page(qtbot, "nl", "fr")
    speakers = [one for one in page.findChildren(QPushButton) if one not in page.cards.values()]
    assert [one.accessibleName() for one in speakers] == ["Luisteren", "Écouter"]
    with qtbot.waitSignal(page.heard) as heard:
        qtbot.mouseClick(speakers[1], Qt.MouseButton.LeftButton)
    assert heard.args[0].language == "fr"


def test_what_is_no_longer_in_sight_says_nothing(qtbot: QtBot):
    button = QPushButton()
    qtbot.addWidget(button)
    button.show()
    speaking = SaysItself(tongues({"tr": button}), button)
    said: list[Utterance] = []
    speaking.heard.connect(said.append)
    point_at(button)
    button.hide()
    assert not speaking._dwell.isActive()
    button.show()
    point_at(button)
    with qtbot.waitSignal(speaking.heard):
        pass
    assert [one.text for one in said] == ["Türkçe"]
