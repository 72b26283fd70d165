"""What somebody told for projects is given back to her: in words, opened where a trainer may."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from centres import Centre

from trainer_app.domain.funding.answers import PREFER_NOT
from trainer_app.domain.people import Person
from trainer_app.services.erasing import Erasing
from trainer_app.services.funding.asking import Asking
from trainer_app.services.funding.indicators import Indicators
from trainer_app.services.funding.projects import Projects
from trainer_app.services.funding.taking import unsealing
from trainer_app.services.funding.telling import Telling
from trainer_app.services.funding.trainers_keys import TrainersKeys
from trainer_app.ui.person_file import in_their_words


def plain(words: str) -> str:
    """Without the marks that keep a name's direction."""
    return "".join(sign for sign in words if sign not in "\u2066\u2067\u2068\u2069")


@pytest.fixture
def indicators(centre: Centre) -> Indicators:
    return Indicators(centre.ledger, centre.folder / "indicator-sets")


@pytest.fixture
def amina(centre: Centre, indicators: Indicators) -> Person:
    """She said yes, answered three questions of the ESF+, and left."""
    person = centre.evening("Amina").people[0]
    projects = Projects(centre.ledger)
    project = projects.save(replace(projects.all()[0], sets=("esf-plus",))).id
    asking = Asking(centre.ledger, TrainersKeys(centre.door), indicators.questions)
    asking.agree(person.id, project, "answers", True, guardian="An aunt")
    asking.agree(person.id, project, "sensitive", True)
    given = {"employment": "in-work", "education": PREFER_NOT, "housing": "yes"}
    asking.give(person.id, project, "entry", given, language="en")
    asking.leave(person.id, project, date(2026, 11, 24), "moved")
    return person


def erasing(centre: Centre, telling: Telling | None = None) -> Erasing:
    return Erasing(centre.ledger, lambda: centre.door.authority, lambda: None, telling)


def test_her_file_says_what_she_answered_and_agreed_to(
    centre: Centre, indicators: Indicators, amina: Person, tmp_path: Path
) -> None:
    unseal = unsealing(TrainersKeys(centre.door))
    privacy = erasing(centre, Telling(centre.ledger, unseal, indicators.all))
    page = in_their_words(privacy.held(amina.id), {})
    parts = {part.title: part.rows for part in page.parts}
    assert [row[:3] for row in parts["What you answered for projects"]] == [
        ["P-7", "What is your situation with work just now?", "In paid work for somebody else"],
        ["P-7", "What is the highest school or training that you finished?",
         "I prefer not to say"],
        ["P-7", "Are you without a home, or is your home unsafe or not sure to stay yours?", "Yes"],
    ]  # fmt: skip
    assert [row[1:3] + row[4:] for row in parts["Your yes and no"]] == [
        ["Questions of the project", "Yes", "An aunt"],
        ["Private questions", "Yes", ""],
    ]
    said = [plain(row[3]) for row in parts["Every change"]]
    assert any("Moved away" in words for words in said)
    assert sum("Agreed: Yes" in words for words in said) == 2
    file = tmp_path / "amina.html"
    privacy.export(amina.id, file, lambda held: in_their_words(held, {}))
    text = file.read_text(encoding="utf-8")
    assert "Are you without a home" in text
    assert json.dumps("in-work") in text.replace("&quot;", '"')


def test_in_her_own_language(centre: Centre, indicators: Indicators, amina: Person) -> None:
    centre.enrolling.speak(amina.id, "ar")
    privacy = erasing(centre, Telling(centre.ledger, sets=indicators.all))
    page = in_their_words(privacy.held(amina.id), {})
    cells = [cell for part in page.parts for row in part.rows for cell in row]
    assert "ما أعلى مدرسة أو تدريب أتممته؟" in cells


def test_without_a_key_a_sealed_answer_stays_sealed(centre: Centre, amina: Person) -> None:
    held = erasing(centre).held(amina.id)
    assert {one.question: one.value for one in held.answers} == {
        "employment": "in-work", "education": PREFER_NOT, "housing": None,
    }  # fmt: skip
    assert held.answers[0].ask is None


def test_nothing_stands_there_of_whom_nobody_asked(centre: Centre, indicators: Indicators) -> None:
    person = centre.enrolling.add_person("Bo")
    held = erasing(centre, Telling(centre.ledger, sets=indicators.all)).held(person.id)
    titles = [part.title for part in in_their_words(held, {}).parts]
    assert "Your yes and no" not in titles
    assert "What you answered for projects" not in titles
