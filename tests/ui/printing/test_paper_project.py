"""Papers of what a project took, read by another program: hours to sign, a CV, one page of all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
from pdf_reader import Pdf, plain
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

from trainer_app.bundles.packs.pixels import only_pixels
from trainer_app.domain.funding.projects import Partner
from trainer_app.exports.table import Column, Table
from trainer_app.i18n import in_language
from trainer_app.services.funding.tables import FileWords
from trainer_app.ui.printing import (
    Backer,
    Backing,
    Given,
    HoursStatement,
    InKindRow,
    InKindSheet,
    ProjectPaper,
    Reached,
    SheetRow,
    SignInSheet,
    in_kind_drawing,
    project_drawing,
    sign_in_drawing,
    statement_drawing,
    write_pdf,
)
from trainer_app.ui.printing.table_paper import draw_table

Opened = Callable[[Path], Pdf]
DAY = date(2026, 11, 24)


def logo(colour: str = "teal", wide: int = 400, high: int = 120) -> bytes:
    """A PNG as the decoder writes one."""
    image = QImage(wide, high, QImage.Format.Format_RGB888)
    image.fill(QColor(colour))
    painter = QPainter(image)
    painter.fillRect(0, 0, wide // 4, high, QColor("orange"))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return only_pixels(bytes(buffer.data().data()))


PARTNERS = (("City of Utrecht", "teal"), ("مكتبة القناة", "purple"), ("Mosque An-Nur", ""))


def backing() -> Backing:
    partners = tuple(Backer(name, logo(colour) if colour else None) for name, colour in PARTNERS)
    return Backing("Online Together", "AMIF-2026/123", "Asylum and Migration Fund", partners)


def in_kind(rows: int = 3) -> InKindSheet:
    work = [
        InKindRow(DAY, "help", 100, datetime.combine(DAY, time(10, 10)),
                  datetime.combine(DAY, time(11, 50))),
        InKindRow(DAY, "baking for everyone", 45),
        InKindRow(date(2026, 12, 1), "travel", 20),
    ]  # fmt: skip
    return InKindSheet(
        "Buurthuis De Brug", "Noor Haddad", "AB3", (work * rows)[:rows], backing(), "EUR",
        1500, 4125,
    )  # fmt: skip


STATEMENT = HoursStatement(
    "Buurthuis De Brug", "Noor Haddad", ("volunteer", "interpreter"),
    (("help", 1300), ("baking for everyone", 45)), date(2026, 9, 1), DAY, 12, True,
    Backing("Online Together"), date(2026, 12, 1), signer="Joke de Vries",
)  # fmt: skip

PROJECT = ProjectPaper(
    organisation="Buurthuis De Brug", title="Online Together", made=date(2026, 12, 1),
    currency="EUR", people=23, attendances=180, hours=Decimal("345.50"),
    targets=(Reached("People", 30, Decimal(23)), Reached("Hours", 300, Decimal("345.50"))),
    given=(Given("trainer", 2, 2400, 0), Given("volunteer", 5, 3005, 3005)),
    in_kind=75125, rate=1500, costs=(("Room", 120000), ("Tea", 4550)), cost_per_hour=360,
    cost_per_hour_all=578, shares=(("City of Utrecht", 6000), ("Library", 1250)),
    backing=Backing(), grant="AMIF-2026/123", funder="Asylum and Migration Fund",
    starts=date(2026, 1, 1), ends=date(2027, 12, 31),
)  # fmt: skip


def missing(text: str, *wanted: str) -> list[str]:
    return [each for each in wanted if plain(each) not in text]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_sheet_of_hours_given(tmp_path: Path, opened: Opened, language: str) -> None:
    file = tmp_path / "given.pdf"
    with in_language(language):
        write_pdf(in_kind_drawing(in_kind()), file, "Hours")
    text = opened(file).text
    names = [name for name, _colour in PARTNERS]
    assert missing(text, "Buurthuis De Brug", "Noor Haddad", "AB3", "AMIF-2026/123", *names) == []
    assert missing(text, "10:10–11:50", "1:40", "0:45", "0:20", "2:45", "baking for everyone") == []
    if language == "en":
        assert "At €15.00 for an hour they are worth €41.25." in text
        assert "Date From–to What was done Hours Signature" in text
        assert "With money from: Asylum and Migration Fund" in text
        assert missing(text, "Signature of who gave the hours", "Travelling") == []


def test_many_hours_take_pages_each_with_its_heading(tmp_path: Path, opened: Opened) -> None:
    write_pdf(in_kind_drawing(in_kind(70)), tmp_path / "given.pdf", "Hours")
    pdf = opened(tmp_path / "given.pdf")
    assert len(pdf.pages) >= 3
    for page in pdf.pages:
        assert "Hours given by Noor Haddad" in plain(page)
    assert "Together, 70 rows" in plain(pdf.pages[-1])


def test_a_project_without_a_rate_says_no_worth(tmp_path: Path, opened: Opened) -> None:
    bare = replace(in_kind(), rate=None, backing=Backing())
    write_pdf(in_kind_drawing(bare), tmp_path / "given.pdf", "Hours")
    text = opened(tmp_path / "given.pdf").text
    assert "worth" not in text
    assert "€" not in text
    assert "without pay" in text


def test_a_statement_for_a_cv_is_in_the_language_of_its_reader(
    tmp_path: Path, opened: Opened
) -> None:
    for language, word in (("", "Statement of voluntary work"), ("xx", "Thank you")):
        statement = replace(STATEMENT, language=language)
        write_pdf(statement_drawing(statement), tmp_path / "cv.pdf", "CV")
        pdf = opened(tmp_path / "cv.pdf")
        assert missing(pdf.text, word, "Noor Haddad", "21:40", "0:45", "22:25", "12 days") == []
        assert missing(pdf.text, "Joke de Vries", "Online Together", "Volunteer") == []
        assert len(pdf.pages) == 1
    write_pdf(statement_drawing(replace(STATEMENT, language="ar")), tmp_path / "cv.pdf", "CV")
    pdf = opened(tmp_path / "cv.pdf")
    assert missing(pdf.text, "Noor Haddad", "22:25", "baking for everyone") == []
    # The name begins at the right.
    name = next(each for each in pdf.words_on_pages()[0] if "Noor" in each.text)
    assert name.left > 595 / 2


def test_who_was_paid_gets_no_statement_of_voluntary_work(tmp_path: Path, opened: Opened) -> None:
    write_pdf(statement_drawing(replace(STATEMENT, given=False)), tmp_path / "cv.pdf", "CV")
    text = opened(tmp_path / "cv.pdf").text
    assert "Statement of work" in text
    assert "voluntary" not in text


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_project_on_one_page(tmp_path: Path, opened: Opened, language: str) -> None:
    file = tmp_path / "project.pdf"
    with in_language(language):
        write_pdf(project_drawing(replace(PROJECT, backing=backing())), file, "Project")
    pdf = opened(file)
    assert len(pdf.pages) == 1
    figures = ["23", "180", "345", "40:00", "50:05", "Room", "Tea", "City of Utrecht", "Library"]
    assert missing(pdf.text, "Online Together", "AMIF-2026/123", *figures) == []
    if language == "en":
        assert missing(pdf.text, "23 of 30 (76 %)", "345.50 of 300 (115 %)", "345.50") == []
        money = ["€1,200.00", "€45.50", "€1,245.50", "€751.25", "€3.60", "€5.78", "12.5 %"]
        assert missing(pdf.text, *money) == []


def test_many_costs_still_take_one_page_and_add_up(tmp_path: Path, opened: Opened) -> None:
    costs = tuple((f"Cost {place}", 100 + place) for place in range(60))
    many = tuple(Reached(f"Target {place}", 10, Decimal(place)) for place in range(25))
    sheet = replace(PROJECT, costs=costs, targets=many, backing=backing())
    write_pdf(project_drawing(sheet), tmp_path / "project.pdf", "Project")
    pdf = opened(tmp_path / "project.pdf")
    assert len(pdf.pages) == 1
    assert missing(pdf.text, "other costs", "€77.70", "Target 24", "Mosque An-Nur") == []


def test_logos_are_drawn_and_what_is_no_logo_is_a_name(tmp_path: Path, opened: Opened) -> None:
    odd = (Backer("Odd", b"\x89PNG\r\n\x1a\nnot really"), Backer("Round", logo("red", 90, 90)))
    many = tuple(Backer(f"Partner {place}", logo()) for place in range(9))
    sheet = SignInSheet(
        "De Brug", "Eerste stappen", 3, DAY, time(10), time(12), [SheetRow("AB1", "Amina")],
        partners=odd + many,
    )  # fmt: skip
    write_pdf(sign_in_drawing(sheet), tmp_path / "sheet.pdf", "Sheet")
    pdf = opened(tmp_path / "sheet.pdf")
    assert missing(pdf.text, "Odd", "Round", *(f"Partner {place}" for place in range(9))) == []
    image = QImage(str(pdf.picture(1, tmp_path)))
    seen = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    for wanted in (QColor("red"), QColor("teal"), QColor("orange")):
        near = [each for each in seen if _far(each, wanted) < 12]
        assert len(near) > 100


def test_a_file_for_the_funder_shows_the_partners(tmp_path: Path, opened: Opened) -> None:
    columns = [Column("name", "Name", "text"), Column("hours", "Hours", "decimal", total=True)]
    table = Table("Participants", columns, [["Amina", Decimal("2.50")]], [("Centre", "De Brug")])
    partners = (Partner("a", "p", "City", logo=logo()), Partner("b", "p", "Mosque An-Nur"))
    words = FileWords(
        "Participants", {}, {}, "", (), "About this file", "Total", "", False, partners=partners
    )
    draw_table(table, words, tmp_path / "people.pdf")
    text = opened(tmp_path / "people.pdf").text
    assert missing(text, "Amina", "2.50", "City", "Mosque An-Nur", "De Brug") == []


def _far(one: QColor, other: QColor) -> int:
    pairs = zip(one.getRgb(), other.getRgb(), strict=True)  # type: ignore[call-overload]
    return max(abs(each - every) for each, every in pairs)
