"""Leaving: what was done today, in pictures, on the goodbye page and beside what comes next."""

from __future__ import annotations

from centres import Centre
from PySide6.QtCore import Qt
from reading_a_page import cut, names, press, words

from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import languages
from trainer_app.ui.grown import GrownPicture
from trainer_app.ui.learner.done_today import DoneCards, Parting, done_today
from trainer_app.ui.learner.goodbye import GoodbyePage
from trainer_app.ui.learner.who import WhoPage
from trainer_app.ui.widgets import SvgPicture


def done_here(centre: Centre, library: LessonLibrary):
    """One lesson passed and one begun in this sitting; a third on another day."""
    person = centre.evening("Amina").people[0]
    first, second, third = library.lessons[:3]
    centre.sit(person)
    centre.playing.finish(third, 4, 4)
    centre.seats.leave()
    centre.clock.forward(days=7)
    centre.sit(person)
    centre.playing.finish(first, 4, 4)
    centre.playing.reach(second, 1)
    return done_today(centre.seats, library, centre.playing.progress(), "en")


def test_what_was_done_since_one_sat_down_with_its_state(centre: Centre, library):
    done = done_here(centre, library)
    first, second = library.lessons[:2]
    assert {one.title: one.state for one in done} == {
        library.words(first.id, "en").title: "passed",
        library.words(second.id, "en").title: "begun",
    }
    assert {one.picture for one in done} == {one.image(one.tile) for one in (first, second)}


def test_the_goodbye_page_shows_it_and_the_faces(centre: Centre, library, show):
    done = done_here(centre, library)
    page = show(GoodbyePage(done, ["face-07"], ["teal", "clay"]))
    assert page.findChild(GrownPicture).isVisible()
    assert len(page.findChild(DoneCards).tiles()) == 2
    for said in ("The workshop is over", "All that you did is kept", "Done", "Begun"):
        assert said in words(page)
    assert cut(page) == []
    went: list[bool] = []
    page.finished.connect(lambda: went.append(True))
    press(page, "To the start")
    assert went == [True]


def test_who_did_nothing_is_thanked_as_well(show):
    page = show(GoodbyePage())
    assert page.findChild(DoneCards) is None
    assert "Thank you for coming." in words(page)


def test_the_next_ones_page_says_goodbye_beside_its_heading(
    centre: Centre, library, show, bridge, dress
):
    done = done_here(centre, library)
    centre.seats.leave()
    for language, scale in (("en", 1.0), ("uk", 1.0)):
        dress(language, scale)
        page = show(WhoPage(languages(), centre.seats, bridge, True, parted=done))
        parting = page.findChild(Parting)
        assert parting.isVisible()
        assert len(parting.findChildren(SvgPicture)) == 2
        assert cut(page) == []
        assert not page.findChildren(GrownPicture)
    dress("en", 2.0)
    page = show(WhoPage(languages(), centre.seats, bridge, True, parted=done))
    assert page.findChild(Parting) is None


def test_a_long_evening_shows_the_last_five(centre: Centre, library, show):
    done = done_here(centre, library) * 4
    page = show(GoodbyePage(done, ["face-07"], []))
    assert len(page.findChild(DoneCards).tiles()) == 5
    assert page.first is not None
    page.first.setFocus(Qt.FocusReason.TabFocusReason)
    assert names(page) == ["To the start"]
