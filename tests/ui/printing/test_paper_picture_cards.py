"""Cards with the pictures that sign somebody in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_reader import NAMES, Pdf, plain
from PySide6.QtGui import QColor, QImage

from trainer_app.domain.people import SIGN_IN_PICTURES
from trainer_app.i18n import in_language
from trainer_app.ui.printing import PictureCard, draw_picture_cards

Opened = Callable[[Path], Pdf]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_card_has_its_name_and_number(tmp_path: Path, opened: Opened, language: str) -> None:
    cards = [
        PictureCard(name, f"AB{place}", SIGN_IN_PICTURES[place % 9 :][:3], f"face-{place + 1:02}")
        for place, name in enumerate(NAMES)
    ]
    with in_language(language):
        draw_picture_cards(cards, "De Brug", tmp_path / "cards.pdf")
    pdf = opened(tmp_path / "cards.pdf")
    assert [each.name for each in cards if plain(each.name) not in pdf.text] == []
    assert [each.number for each in cards if each.number not in pdf.text] == []
    assert pdf.text.count("De Brug") == len(cards)


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (8, 1), (9, 2), (17, 3)])
def test_eight_cards_on_a_page(tmp_path: Path, opened: Opened, count: int, pages: int) -> None:
    cards = [PictureCard("", f"AB{place}", ("sun", "fish", "tree")) for place in range(count)]
    draw_picture_cards(cards, "De Brug", tmp_path / "cards.pdf")
    assert int(opened(tmp_path / "cards.pdf").facts["Pages"]) == pages


def test_the_pictures_are_drawn(tmp_path: Path, opened: Opened) -> None:
    def yellow(picture: str) -> int:
        card = PictureCard("Amina", "AB1", (picture, "house", "key"))
        draw_picture_cards([card], "De Brug", tmp_path / f"{picture}.pdf")
        image = QImage(str(opened(tmp_path / f"{picture}.pdf").picture(1, tmp_path)))
        sun = QColor("#E0B24C")
        spots = ((x, y) for x in range(20, 200) for y in range(20, 150))
        return sum(image.pixelColor(x, y) == sun for x, y in spots)

    assert yellow("sun") > yellow("tree") + 50


def test_an_unknown_picture_is_a_bug_and_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        draw_picture_cards([PictureCard("", "AB1", ("moon",))], "", tmp_path / "cards.pdf")
    assert [*tmp_path.iterdir()] == []
