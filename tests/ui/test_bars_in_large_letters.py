"""In large letters and long words the bars around a page leave it its room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer_app import places
from trainer_app.domain.people import Person
from trainer_app.i18n import _, use
from trainer_app.i18n.catalogs import find_catalogs_in
from trainer_app.ui import theme
from trainer_app.ui.learner_frame import LearnerFrame
from trainer_app.ui.page import Page
from trainer_app.ui.player.foot import Foot
from trainer_app.ui.trainer_frame import TrainerFrame
from trainer_app.ui.widgets import Scroller, SideNav, TopBar
from trainer_app.ui.widgets.drawn import DrawnButton

# The offscreen platform says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication):
    """Shows what is made in a language and a size of letters, on the oldest laptop's screen."""

    def show(make, language: str, scale: float, *, dense: bool):
        find_catalogs_in(places.locales())
        use(language)
        theme.apply(qapp, theme.Theme(scale=scale, language=language, dense=dense))
        frame = make()
        qtbot.addWidget(frame)
        frame.resize(1366, 768)
        frame.show()
        for _turn in range(3):
            qapp.processEvents()
        return frame

    yield show
    use("en")
    theme.apply(qapp, theme.Theme())


@pytest.mark.parametrize("hand_up", [False, True])
@pytest.mark.parametrize("language", ["fr", "uk"])
def test_a_learners_bar_has_two_lines_at_most(shown, language, hand_up):
    person = Person(id="a", number="A11", name="Abdi", face="face-07")

    def make() -> LearnerFrame:
        return LearnerFrame(
            Page(), [person], hand_up=hand_up, can_join=True, guest=False, can_read=True
        )

    frame = shown(make, language, 2.0, dense=False)
    assert frame.findChild(TopBar).height() < 3 * theme.current().target


@pytest.mark.parametrize("language", ["fr", "uk"])
def test_the_ways_on_at_the_end_of_a_lesson_are_whole(shown, language):
    foot = shown(Foot, language, 2.0, dense=False)
    foot.again.hide()
    foot.all.hide()
    foot.next.set_word(_("My card"))
    QApplication.processEvents()
    assert foot.practise.text() != "Practise"
    for button in (foot.back, foot.practise, foot.next):
        assert button.minimumSizeHint().width() <= button.width(), button.accessibleName()


@pytest.mark.parametrize(("language", "scale"), [("nl", 1.5), ("fr", 1.75), ("fr", 2.0)])
def test_all_places_of_a_trainer_are_in_sight_and_whole(shown, language, scale):
    def make() -> TrainerFrame:
        return TrainerFrame(Page(), "today", "Our centre", invented=False)

    side = shown(make, language, scale, dense=True).findChild(SideNav)
    assert side.findChild(Scroller).verticalScrollBar().maximum() == 0
    buttons = [one for one in side.findChildren(DrawnButton) if one.isVisible()]
    assert len(buttons) > 6
    for button in buttons:
        assert button.minimumSizeHint().width() <= button.width(), button.accessibleName()
        assert button.heightForWidth(button.width()) <= button.height(), button.accessibleName()
