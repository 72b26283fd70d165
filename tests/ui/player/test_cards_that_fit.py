"""The card at the end of a lesson stands on the screen whole, in long languages too."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import use
from trainer_app.i18n.catalogs import find_catalogs_in
from trainer_app.ui import theme
from trainer_app.ui.player.card_view import card_view

WIDE, HIGH = 1286, 562
"""What a lesson's bars leave of the oldest laptop's screen, in pixels."""


@pytest.mark.parametrize("folder", ["03-sign-in-and-out", "16-sensitive-subjects"])
def test_both_columns_are_as_low_as_the_words_allow(qapp, qtbot, folder):
    find_catalogs_in(places.locales())
    use("fr")
    theme.apply(qapp, theme.Theme(language="fr"))
    library = LessonLibrary(places.lessons())
    lesson = next(one for one in library.lessons if one.folder.name == folder)
    card = card_view(lesson, library.words(lesson.id, "fr"), library)
    qtbot.addWidget(card)
    card.resize(WIDE, HIGH)
    card.show()
    QApplication.processEvents()
    assert card.layout().heightForWidth(WIDE) <= HIGH
