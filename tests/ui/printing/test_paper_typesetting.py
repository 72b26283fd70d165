"""Words in lines: smaller before shorter, and never wider than their room."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from trainer_app.i18n import isolate
from trainer_app.ui.printing.typesetting import MM, Style, fitted

STYLE = Style(12)
LETTERS = "ab żéÑЖщ محمدښ ሰላም 王小 \u2068\u2069 -@"


def test_short_words_keep_their_size() -> None:
    setting = fitted("Amina", STYLE, 60 * MM, 10 * MM, right_to_left=False)
    assert setting.style.points == 12
    assert setting.lines == 1


def test_long_words_shrink_before_they_are_cut() -> None:
    text = "Wolfeschlegelsteinhausenbergerdorff " * 3
    setting = fitted(text, STYLE, 60 * MM, 12 * MM, right_to_left=False)
    assert setting.style.points < 12
    assert setting.text == text.strip()
    assert setting.height <= 12 * MM


def test_only_what_cannot_shrink_is_cut_and_shows_it() -> None:
    setting = fitted(isolate("صباح " * 400), STYLE, 60 * MM, 12 * MM, right_to_left=False)
    assert setting.text.endswith("…\u2069")
    assert setting.height <= 12 * MM


@settings(max_examples=60)
@example("@@@aaaÑحÑżښ", False)
@example("@@@aaaÑحÑżښ", True)
@given(st.text(LETTERS, max_size=120), st.booleans())
def test_no_line_is_wider_than_its_room(text: str, right_to_left: bool) -> None:
    setting = fitted(text, STYLE, 30 * MM, None, right_to_left=right_to_left)
    for line, shift in setting.placed():
        assert shift >= -1
        assert shift + line.naturalTextWidth() <= 30 * MM + 1
