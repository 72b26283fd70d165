"""A plan on one page, in the language of its words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pdf_reader import Pdf

from trainer_app.ui.printing import PlanPaper, PlanPart, plan_drawing, write_pdf

Opened = Callable[[Path], Pdf]
PARTS = [
    PlanPart("What do we want?", ("Forty people help in the garden",)),
    PlanPart("What do we show?", ("A picture of the place", "Soup for @amina")),
    PlanPart("When?", ("Invitation: Day 1, noon",)),
    PlanPart("What do we change?", ()),
]


def test_all_of_the_plan_stands_on_one_page(tmp_path: Path, opened: Opened) -> None:
    file = tmp_path / "plan.pdf"
    plan = PlanPaper("A garden for the street", PARTS, "en", date(2026, 11, 21), "De Brug")
    write_pdf(plan_drawing(plan), file, "My plan")
    pdf = opened(file)
    assert int(pdf.facts["Pages"]) == 1
    said = [plan.title, "De Brug", "2026", "This is a practice plan."]
    for part in PARTS:
        said += [part.heading, *part.lines]
    assert [each for each in said if each not in pdf.text] == []


@pytest.mark.parametrize("letters", [40, 300])
def test_the_longest_plan_stays_within_its_page(
    tmp_path: Path, opened: Opened, letters: int
) -> None:
    words = ("soup and bread " * 30)[:letters].strip()
    parts = [PlanPart(f"Question {at}?", (words, words)) for at in range(8)]
    file = tmp_path / "plan.pdf"
    write_pdf(plan_drawing(PlanPaper("Long", parts, "en")), file, "My plan")
    pdf = opened(file)
    (page,) = pdf.words_on_pages()
    assert [word.text for word in page].count("Question") == 8
    # A4 is 842 points high, with a margin of 18 mm.
    assert max(word.bottom for word in page) <= 842 - 18 * 72 / 25.4 + 1


def test_an_arabic_plan_begins_at_the_right(tmp_path: Path, opened: Opened) -> None:
    file = tmp_path / "plan.pdf"
    parts = [PlanPart("ماذا نريد؟", ("عشرون ضيفا",))]
    write_pdf(plan_drawing(PlanPaper("حفلة الجيران", parts, "ar")), file, "My plan")
    (page,) = opened(file).words_on_pages()
    number = next(word for word in page if word.text == "1")
    assert number.left > 595 / 2
