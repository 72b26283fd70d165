"""The page with the recovery code."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pdf_reader import Pdf

from trainer_app.i18n import in_language
from trainer_app.keys.recovery import new_code
from trainer_app.ui.printing import draw_recovery_code

Opened = Callable[[Path], Pdf]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_code_can_be_typed_from_the_page(tmp_path: Path, opened: Opened, language: str) -> None:
    code = new_code(bytes(range(14)))
    with in_language(language):
        draw_recovery_code(
            code, "De Brug", date(2026, 11, 21), tmp_path / "code.pdf", picture="kite"
        )
    pdf = opened(tmp_path / "code.pdf")
    groups = code.split("-")
    boxes = [word for word in pdf.words_on_pages()[0] if word.text in groups]
    # In both directions of reading the groups are typed line by line, from the left.
    boxes.sort(key=lambda word: (round(word.top / 20), word.left))
    assert [word.text for word in boxes] == groups
    assert all(word.bottom - word.top > 30 for word in boxes)
    assert int(pdf.facts["Pages"]) == 1
    assert "De Brug" in pdf.text
    assert "2026" in pdf.text
