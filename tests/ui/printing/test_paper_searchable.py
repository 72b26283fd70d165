"""What joined glyphs stand for is in the file, in whole words and in the right order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_reader import Pdf, plain
from PySide6.QtGui import QPagedPaintDevice

from trainer_app.i18n import isolate
from trainer_app.ui.printing import write_pdf
from trainer_app.ui.printing.paper import on_paper
from trainer_app.ui.printing.typesetting import MM, Style

Opened = Callable[[Path], Pdf]

TEXTS = (
    "بتثنيج", "پښتو ځلاند ۍ", "ڕۆژ گوڵ ئێمە", "شيئا مؤمنة آمنة إلا", "Thị Hương ễ", "שלום עולם",
    "Sofie Hoffmann office", "علي 12",
)  # fmt: skip


def write(texts: list[str], file: Path, *, right_to_left: bool, pages: int = 1) -> None:
    def draw(device: QPagedPaintDevice) -> None:
        with on_paper(device, margin=15, right_to_left=right_to_left) as paper:
            for page in range(pages):
                if page:
                    paper.next_page()
                for place, text in enumerate(texts):
                    setting = paper.set(isolate(text), Style(12), paper.width)
                    paper.write(setting, 0, place * 12 * MM)

    write_pdf(draw, file, "Texts")


@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("text", TEXTS)
def test_each_word_is_found(tmp_path: Path, opened: Opened, text: str, right_to_left: bool) -> None:
    write([text], tmp_path / "texts.pdf", right_to_left=right_to_left)
    found = opened(tmp_path / "texts.pdf").text.split()
    # Words of two directions stand in the order of the page; within each, letters in their own.
    assert sorted(found) == sorted(plain(text).split())


def test_every_page_is_told_its_own_text(tmp_path: Path, opened: Opened) -> None:
    write(["Анна", "محمد"], tmp_path / "texts.pdf", right_to_left=False, pages=3)
    assert [plain(page) for page in opened(tmp_path / "texts.pdf").pages] == ["Анна محمد"] * 3


def test_a_wrapped_text_is_told_line_by_line(tmp_path: Path, opened: Opened) -> None:
    text = " ".join(["محمد السوري الطويل"] * 12)
    write([text], tmp_path / "texts.pdf", right_to_left=True)
    pdf = opened(tmp_path / "texts.pdf")
    assert len(pdf.pages[0].strip().splitlines()) > 1
    assert pdf.text == plain(text)


def test_an_emoji_before_joined_letters_moves_nothing(tmp_path: Path, opened: Opened) -> None:
    write(["😀 محمد علي"], tmp_path / "texts.pdf", right_to_left=True)
    assert "محمد علي" in opened(tmp_path / "texts.pdf").text


def test_two_directions_in_one_line_keep_their_words(tmp_path: Path, opened: Opened) -> None:
    write(["Ali علي Sam"], tmp_path / "texts.pdf", right_to_left=False)
    text = opened(tmp_path / "texts.pdf").text
    # The reader itself may drop a space where the direction turns.
    assert [word for word in ("Ali", "علي", "Sam") if word not in text] == []
