"""A yes on paper: written down by the trainer, and the form that was signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from centres import Centre
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.funding.test_asking_pages import asked
from tests.ui.printing.pdf_reader import Pdf
from tests.ui.reports.seen import click, too_wide, words
from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.funding.answers import Choice, Question
from trainer_app.domain.funding.projects import Project
from trainer_app.domain.people import Person
from trainer_app.i18n import use
from trainer_app.services.funding.asking import Asking
from trainer_app.services.funding.projects import Projects
from trainer_app.services.funding.trainers_keys import TrainersKeys
from trainer_app.ui import theme
from trainer_app.ui.funding.asking_cards import ConsentCard
from trainer_app.ui.funding.asking_people import AskingPeoplePage
from trainer_app.ui.funding.asking_person import AskingPersonPage
from trainer_app.ui.funding.asking_yes import YesForm
from trainer_app.ui.printing import ConsentSheet, consent_sheets, write_pdf
from trainer_app.ui.printing.partners import Backing
from trainer_app.ui.ways.funding.asking_papers import consent_sheet


@pytest.fixture
def amina(centre: Centre) -> Person:
    return centre.evening("Amina").people[0]


@pytest.fixture
def project(centre: Centre, amina: Person) -> str:
    return Projects(centre.ledger).all()[0].id


@pytest.fixture
def asking(centre: Centre) -> Asking:
    return Asking(centre.ledger, TrainersKeys(centre.door), asked)


def opened(page: AskingPersonPage) -> YesForm:
    card = page.findChild(ConsentCard)
    card.record.click()
    assert card.form is not None
    return card.form


def test_a_yes_on_paper_is_kept_as_such(
    centre, asking, amina, project, bridge, show, qtbot: QtBot
) -> None:
    asking.agree(amina.id, project, "answers", True)
    page = show(
        AskingPersonPage(asking, bridge, project, amina.id, back="People", now=centre.clock.now)
    )
    assert "signed on paper" not in words(page)
    form = opened(page)
    form.uses["sensitive"].setChecked(True)
    form.interpreter.setChecked(True)
    click(qtbot, page, "Save")
    said = asking.of(amina.id, project).consents
    assert {use: (one.how, one.interpreter) for use, one in said.items()} == {
        "answers": ("signed", True),
        "sensitive": ("signed", True),
    }
    assert "signed on paper · through an interpreter" in words(page)
    with qtbot.waitSignal(page.paper_requested):
        click(qtbot, page, "A form to sign")


def test_a_minor_s_guardian_and_what_was_agreed_are_asked_for(
    centre, asking, amina, project, bridge, show, qtbot: QtBot
) -> None:
    centre.enrolling.save_person(replace(amina, birth_year=2012))
    page = show(
        AskingPersonPage(asking, bridge, project, amina.id, back="People", now=centre.clock.now)
    )
    form = opened(page)
    form.uses["answers"].setChecked(False)
    click(qtbot, page, "Save")
    assert "Choose what they said yes to." in words(page)
    form.uses["answers"].setChecked(True)
    click(qtbot, page, "Save")
    assert form.guardian.error()
    assert asking.of(amina.id, project).consents == {}
    form.guardian.set_value("Her aunt")
    form.how.set_value("spoken")
    click(qtbot, page, "Save")
    said = asking.of(amina.id, project).consents["answers"]
    assert (said.how, said.guardian) == ("spoken", "Her aunt")


def test_it_is_spoken_or_signed_and_nothing_else(asking, amina, project) -> None:
    with pytest.raises(UnknownThing):
        asking.agree(amina.id, project, "answers", True, how="guessed")


def test_forms_are_for_who_said_nothing_yet(
    centre, asking, amina, project, bridge, show, qtbot: QtBot
) -> None:
    page = show(AskingPeoplePage(asking, bridge, project, "P-7", now=centre.clock.now))
    with qtbot.waitSignal(page.papers_requested) as wanted:
        page.papers.click()
    assert wanted.args == [[amina.id]]
    asking.agree(amina.id, project, "answers", False)
    bridge.changed.emit(frozenset({"answers"}))
    assert not page.papers.isVisible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_cut(
    centre, asking, amina, project, bridge, show, qapp: QApplication, language: str
) -> None:
    use(language)
    theme.apply(qapp, theme.Theme(scale=2.0, language=language, dense=True))
    centre.enrolling.save_person(replace(amina, birth_year=2012))
    page = show(
        AskingPersonPage(asking, bridge, project, amina.id, back="People", now=centre.clock.now)
    )
    opened(page)
    QApplication.processEvents()
    assert too_wide(page) == []


# The form
def test_the_form_says_what_is_asked_once_and_apart(
    asking: Asking, amina: Person, project: str, tmp_path: Path
) -> None:
    sheet = consent_sheet(asking, asking.of(amina.id, project), (), "Canal House")
    assert [one.id for one in sheet.plain] == ["work", "now"]
    assert [one.id for one in sheet.private] == ["home"]
    write_pdf(consent_sheets([sheet, sheet]), tmp_path / "two.pdf", "Forms")
    pdf = Pdf(tmp_path / "two.pdf")
    assert len(pdf.pages) == 2
    first = pdf.pages[0]
    for said in ("Amina", "Canal House", "Do you work?", "Is home safe?", "Yes, you may ask me.",
                 "Signature, or a mark"):  # fmt: skip
        assert said in first
    assert "guardian" not in first
    assert first.index("Do you work?") < first.index("private things") < first.index("Is home")


def test_it_is_in_the_person_s_language_and_stays_on_its_page(
    qapp: QApplication, tmp_path: Path
) -> None:
    yes = (Choice("yes", {"en": "Yes"}),)
    words = {"en": "A long question about work and learning? " * 2, "so": "Su’aal dheer?"}
    many = tuple(Question(f"q{at}", "entry", words, {"en": "-"}, yes) for at in range(60))
    project = Project("Bridges", "City", id="p", ends=date(2026, 12, 31))
    sheet = ConsentSheet(
        "Canal House", project, "Amal", "A1", "so", many[:2], (), again=True, minor=True,
        backing=Backing("Bridges", "", "City"),
    )  # fmt: skip
    write_pdf(consent_sheets([sheet]), tmp_path / "short.pdf", "Form")
    short = Pdf(tmp_path / "short.pdf").text
    assert "Su’aal dheer?" in short
    assert "Mother, father or guardian: name" in short
    long = replace(sheet, language="en", plain=many[:30], private=many[30:])
    write_pdf(consent_sheets([long]), tmp_path / "long.pdf", "Form")
    (page,) = Pdf(tmp_path / "long.pdf").words_on_pages()
    assert max(word.bottom for word in page) <= 842
    assert "There are 30 short questions" in Pdf(tmp_path / "long.pdf").text
