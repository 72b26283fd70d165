"""The asking pages: an earlier answer is offered, keys work, what is due is told in words."""

from __future__ import annotations

from datetime import date

import pytest
from centres import Centre, Evening
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import button, cells, click, too_wide, words
from trainer_app import i18n
from trainer_app.domain.funding.answers import Choice, Question, Stage
from trainer_app.domain.funding.projects import Project
from trainer_app.domain.people import Person
from trainer_app.services.funding.asking import Asking
from trainer_app.services.funding.projects import Projects
from trainer_app.services.funding.trainers_keys import TrainersKeys
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.asking import AskingPage
from trainer_app.ui.funding.asking_people import AskingPeoplePage
from trainer_app.ui.funding.asking_person import AskingPersonPage
from trainer_app.ui.funding.asking_steps import QuestionStep
from trainer_app.ui.funding.asking_walk import Walk
from trainer_app.ui.widgets import ChoiceField, IconButton

CHOICES = (Choice("yes", {"en": "Yes"}), Choice("no", {"en": "No", "so": "Maya"}))
QUESTIONS = (
    Question("work", "entry", {"en": "Do you work?"}, {"en": "To count."}, CHOICES),
    Question(
        "home",
        "entry",
        {"en": "Is home safe?", "so": "Guriga?"},
        {"en": "To count."},
        CHOICES,
        True,
    ),
    Question("seen", "entry", {"en": "Seen?"}, {"en": "To count."}, CHOICES, by_trainer=True),
    Question("now", "exit", {"en": "And now?"}, {"en": "To count."}, CHOICES),
)


def asked(project: Project, stage: Stage) -> list[Question]:
    return [one for one in QUESTIONS if one.stage == stage]


@pytest.fixture
def evening(centre: Centre) -> Evening:
    return centre.evening("Amina", "Rosa")


@pytest.fixture
def project(centre: Centre, evening: Evening) -> str:
    return Projects(centre.ledger).all()[0].id


@pytest.fixture
def asking(centre: Centre) -> Asking:
    return Asking(centre.ledger, TrainersKeys(centre.door), asked)


@pytest.fixture
def amina(evening: Evening) -> Person:
    return evening.people[0]


def walk(asking: Asking, person: Person, project: str) -> Walk:
    due = asking.of(person.id, project).at("entry")
    assert due is not None
    before = asking.said_before(person.id, project, "entry")
    return Walk.through(asking.of(person.id, project), "entry", due.asked, before)


def turned_to(walk: Walk, asking: Asking, bridge: Bridge) -> AskingPage:
    return AskingPage(walk, asking, bridge, centre="Canal House", language="en", can_read=True)


def yes_to_all(asking: Asking, person: Person, project: str) -> None:
    for use in ("answers", "sensitive"):
        asking.agree(person.id, project, use, True)


def test_what_she_said_for_another_project_is_offered_and_taken_only_by_her(
    centre, asking, amina, project, bridge, show, qtbot: QtBot
):
    yes_to_all(asking, amina, project)
    asking.give(amina.id, project, "entry", {"work": "no", "home": "yes"})
    other = Projects(centre.ledger).save(Project("P-8")).id
    page = show(turned_to(walk(asking, amina, other), asking, bridge))
    click(qtbot, page, "Yes, ask me")
    assert "You said this before, for P-7. Is it still so?" in words(page)
    assert asking.said(amina.id, other).entry == {}
    click(qtbot, page, "Next")
    assert asking.said(amina.id, other).entry["work"].value == "no"
    click(qtbot, page, "Yes, ask me these too")
    # What was sealed is never offered.
    assert "You said this before" not in words(page)
    assert not button(page, "Next").isEnabled()


def test_all_of_it_goes_by_keys_alone(asking, amina, project, bridge, show, qtbot: QtBot):
    theme.apply(QApplication.instance(), theme.Theme())
    page = show(turned_to(walk(asking, amina, project), asking, bridge))
    QApplication.processEvents()
    passed = []
    while page.focusWidget().accessibleName() != "Yes, ask me":
        passed.append(page.focusWidget().accessibleName())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert passed == [
        "Read aloud", "Text size", "English", "An interpreter helps us", "Not now", "No, thank you",
    ]  # fmt: skip
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    QApplication.processEvents()
    assert isinstance(page._step, QuestionStep)
    assert page.focusWidget() is page._step.choices["yes"]
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert page._step.choices["no"].state == "chosen"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget().accessibleName() == "Back"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    QApplication.processEvents()
    assert asking.said(amina.id, project).entry["work"].value == "no"
    assert "May we ask about private things too?" in words(page)


def test_leaving_private_questions_out_ends_with_thanks(
    asking, amina, project, bridge, show, qtbot: QtBot
):
    page = show(turned_to(walk(asking, amina, project), asking, bridge))
    click(qtbot, page, "Yes, ask me")
    click(qtbot, page, "I prefer not to say")
    click(qtbot, page, "Next")
    click(qtbot, page, "Leave these out")
    assert "Your answers are saved." in words(page)
    assert asking.of(amina.id, project).agreed("sensitive") is False
    with qtbot.waitSignal(page.finished):
        click(qtbot, page, "I am the trainer")


def test_a_language_that_only_the_questions_have_is_used(
    asking, amina, project, bridge, show, qtbot: QtBot
):
    found = walk(asking, amina, project)
    found.tongue = "so"
    page = show(turned_to(found, asking, bridge))
    for word in ("Yes, ask me", "Yes", "Next", "Yes, ask me these too"):
        click(qtbot, page, word)
    assert "Guriga?" in words(page)
    click(qtbot, page, "Maya")
    click(qtbot, page, "Next")
    assert asking.said(amina.id, project).entry["home"].language == "so"
    assert asking.said(amina.id, project).entry["work"].language == "en"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_list_says_what_is_due_and_until_when(
    centre, asking, evening, project, bridge, show, scale
):
    theme.apply(QApplication.instance(), theme.Theme(scale=scale, dense=True))
    amina, rosa = evening.people
    yes_to_all(asking, amina, project)
    asking.give(amina.id, project, "entry", {"work": "yes", "home": "no", "seen": "yes"})
    asking.leave(amina.id, project, date(2026, 10, 20), "work")
    asking.agree(rosa.id, project, "answers", False)
    asking.give(rosa.id, project, "entry", {"seen": "no"})
    page = show(AskingPeoplePage(asking, bridge, project, "P-7", now=centre.clock.now))
    (row,) = cells(page)
    stages = row[2:5] if scale == 1.0 else row[1:4]
    assert stages == ["Done", "1 open, late", "From 20 Apr 2027"]
    page.recall("all")
    rows = {row[0]: row for row in cells(page)}
    assert "Said no" in rows["Rosa"]
    assert too_wide(page) == []


def test_what_a_trainer_knows_she_says_herself(
    centre, asking, amina, project, bridge, show, qtbot: QtBot
):
    page = show(
        AskingPersonPage(
            asking, bridge, project, amina.id, back="People and questions", now=centre.clock.now
        )
    )
    (field,) = page.findChildren(ChoiceField)
    field.changed.emit("yes")
    assert asking.said(amina.id, project).entry["seen"].value == "yes"
    assert "For you to say." not in words(page)


def test_a_project_that_asks_nothing_says_so(centre, evening, project, bridge, show):
    none = Asking(centre.ledger, TrainersKeys(centre.door), lambda _project, _stage: ())
    page = show(AskingPeoplePage(none, bridge, project, "P-7", now=centre.clock.now))
    assert "This project asks nothing yet." in words(page)
    assert "Nobody has to be asked now." in words(page)


@pytest.mark.parametrize("language", ["en", "ar", "uk"])
def test_in_large_letters_the_tools_keep_their_words(
    asking, amina, project, bridge, show, qapp, language
):
    i18n.use(language)
    theme.apply(qapp, theme.Theme(language=language, scale=2.0))
    page = turned_to(walk(asking, amina, project), asking, bridge)
    show(page)
    page.resize(1366, 768)
    for _ in range(3):
        qapp.processEvents()
    tools = [one for one in page.findChildren(IconButton) if one.words_shown() is not None]
    assert len(tools) == 2
    for tool in tools:
        assert tool.height() >= tool.heightForWidth(tool.width())
        assert tool.mapTo(page, tool.rect().bottomRight()).x() <= page.width()
