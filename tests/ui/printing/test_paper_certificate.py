"""Certificates: all that they say, on one page each, in the reader's script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pdf_reader import Pdf, Word

from trainer_app.ui.printing import write_pdf
from trainer_app.ui.printing.certificate import Certificate, certificate_drawing
from trainer_app.ui.printing.partners import Backer, Backing

Opened = Callable[[Path], Pdf]
MM = 72 / 25.4
ONE = Certificate(
    name="Amina Hassan",
    what="First steps on the phone",
    language="en",
    on=date(2026, 11, 24),
    centre="Canal House",
    trainer="Sanne de Vries",
    hours=Decimal("12.50"),
    sessions=6,
    abilities=[["I can wake a phone.", "I can write an answer."], ["I can find signs."]],
    backing=Backing("Online Together", "AMIF-12", "European Union", [Backer("City Library")]),
    badge="urn:uuid:0680d58e-b369-4232-903e-a75cdb438d4f",
)
ARABIC = replace(
    ONE, name="أمينة حسن", what="الخطوات الأولى", language="ar", abilities=[["أستطيع أن أكتب."]]
)


def written(folder: Path, *certificates: Certificate) -> Path:
    file = folder / "certificates.pdf"
    write_pdf(certificate_drawing(certificates), file, "Certificates")
    return file


def test_all_of_it_stands_on_one_page_across(tmp_path: Path, opened: Opened) -> None:
    pdf = opened(written(tmp_path, ONE))
    assert (pdf.facts["Pages"], pdf.facts["Page size"].split(" pts")[0]) == ("1", "842 x 595")
    said = (
        "Certificate", "Amina Hassan", "for completing the course", "First steps on the phone",
        "24 November 2026", "6 sessions", "12.5 hours", "What I can do now", "I can find signs.",
        "Trainer: Sanne de Vries", "Canal House", "European Union", "City Library", "AMIF-12",
    )  # fmt: skip
    assert [each for each in said if each not in pdf.text] == []


def test_a_whole_course_is_one_file_with_a_page_for_each(tmp_path: Path, opened: Opened) -> None:
    pdf = opened(written(tmp_path, ONE, ARABIC, replace(ONE, name="Bilal")))
    first, second, third = (" ".join(page.split()) for page in pdf.pages)
    assert "Amina Hassan" in first
    assert "أمينة حسن" in pdf.text
    assert "Amina" not in second
    assert "Bilal" in third


def test_an_arabic_one_is_signed_at_the_right(tmp_path: Path, opened: Opened) -> None:
    (english,) = opened(written(tmp_path, ONE)).words_on_pages()
    (arabic,) = opened(written(tmp_path, ARABIC)).words_on_pages()
    side = {
        name: next(word for word in page if word.text == "Sanne").left
        for name, page in (("en", english), ("ar", arabic))
    }
    assert side["en"] < 842 / 2 < side["ar"]


def test_a_lesson_has_no_hours(tmp_path: Path, opened: Opened) -> None:
    text = opened(written(tmp_path, replace(ONE, is_lesson=True))).text
    assert "for completing the lesson" in text
    assert "12.5" not in text


def text_of(page: list[Word]) -> str:
    return " ".join(word.text for word in page)


@pytest.mark.parametrize("count", [1, 6, 30, 60])
def test_however_much_it_says_it_stays_within_its_border(
    tmp_path: Path, opened: Opened, count: int
) -> None:
    abilities = [
        [f"I can do thing {at} for a while and then stop.", "Again."] for at in range(count)
    ]
    long = replace(
        ONE, name="Oleksandra-Maria Kovalenko van der Westhuizen Papadopoulos",
        what="Social media for beginners, " * 4, abilities=abilities,
    )  # fmt: skip
    (page,) = opened(written(tmp_path, long)).words_on_pages()
    edge = (9 + 3) * MM
    assert min(word.left for word in page) > edge
    assert max(word.right for word in page) < 842 - edge
    assert max(word.bottom for word in page) < 595 - edge
    trainer = next(word for word in page if word.text == "Sanne")
    assert max(word.bottom for word in page if word.text.startswith("while")) < trainer.top
    shown = sum(word.text == "while" for word in page)
    assert shown == count or (f"and {count - shown} more" in text_of(page))
