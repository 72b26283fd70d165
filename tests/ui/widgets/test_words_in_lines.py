"""Wrapping, measuring, isolating."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from trainer_app.domain.blocks import Span
from trainer_app.ui.theme import Theme
from trainer_app.ui.widgets import Text
from trainer_app.ui.widgets.isolation import isolate, isolate_with_places, runs_from_right, wholes
from trainer_app.ui.widgets.lettering import Lettering

# The offscreen platform says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


WORDS = "You want to share a picture of your children with the whole street."


@given(st.text(alphabet=st.sampled_from("aB9 @#.:/أس😀_-\n"), max_size=40))
def test_isolating_changes_no_letter(text):
    shown = isolate(text)
    assert shown.replace("\u2068", "").replace("\u2069", "") == text
    assert shown.count("\u2068") == shown.count("\u2069") == len(wholes(text))


@given(st.text(alphabet=st.sampled_from("ab @#.أ😀"), max_size=30))
def test_places_point_at_the_same_letters(text):
    shown, places = isolate_with_places(text)
    assert shown == isolate(text)
    units = shown.encode("utf-16-le")
    for at, letter in enumerate(text):
        start = places[at] * 2
        assert units[start:].decode("utf-16-le").startswith(letter)
    assert places[-1] * 2 == len(units)


def test_handles_tags_and_addresses_are_wholes():
    text = "كتبت @maria_92 أمس #خبز_طازج على www.example.org/privacy أو a.b@example.org."
    found = [text[start:end] for start, end in wholes(text)]
    assert found == ["@maria_92", "#خبز_طازج", "www.example.org/privacy", "a.b@example.org"]
    assert wholes("It is 9:30 and he left. He came back.") == []


@pytest.mark.parametrize(
    ("text", "in_english", "in_arabic"),
    [
        # Figures keep their order in every script.
        ("12", False, False),
        ("\u206610:00–12:00\u2069", False, False),
        # The first letter of the sentence itself decides, wherever it stands.
        ("3. Next", False, False),
        ("3. التالي", True, True),
        ("\u2068@amina\u2069 كتبت", True, True),
        ("\u2068أمينة\u2069 wrote", False, False),
        ("\u2067أمينة\u2069 wrote", False, False),
        ("Next \u2068أمينة\u2069", False, False),
        # Nothing but names: the first of them, or the page where that runs from the right.
        ("3. \u2068عنوان\u2069", True, True),
        ("\u2068عنوان\u2069 · \u2068Title\u2069", True, True),
        ("3. \u2068Title\u2069", False, True),
        ("\u2068@amina\u2069, \u2068@أمينة\u2069", False, True),
        ("\u2068\u20683\u2069. عنوان\u2069", True, True),
        # A stray mark that closes nothing hides nothing.
        ("\u2069Next أمينة", False, False),
    ],
)
def test_a_text_runs_as_its_first_letter_does(text, in_english, in_arabic):
    assert runs_from_right(text, page_from_right=False) == in_english
    assert runs_from_right(text, page_from_right=True) == in_arabic


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_number_stands_before_its_title(dress, language):
    dress(Theme(language=language))
    image = QImage(200, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    lettering = Lettering("88888 \u2068ا\u2069")
    painter = QPainter(image)
    lettering.draw(painter, QRectF(0, 0, 200, 60), QColor("black"))
    painter.end()
    columns = {x for x in range(200) for y in range(60) if image.pixelColor(x, y).lightness() < 128}
    # The wide figures are at the right of the narrow letter, which ends the line.
    assert max(columns) - sum(columns) / len(columns) < sum(columns) / len(columns) - min(columns)


def test_narrow_text_is_higher():
    lettering = Lettering(WORDS)
    assert lettering.lay(2000) == lettering.pitch
    heights = [lettering.lay(width) for width in (800, 400, 200, 100)]
    assert heights == sorted(heights)
    assert heights[-1] > heights[0]


def test_nothing_is_wider_than_asked():
    lettering = Lettering("Donaudampfschifffahrtsgesellschaft " * 2)
    lettering.lay(120)
    assert lettering.lines > 2


def test_a_label_needs_no_more_than_its_words():
    text = Text(WORDS)
    assert text.heightForWidth(300) == text.sizeHint().height() * lines_at(300)


def lines_at(width: int) -> int:
    lettering = Lettering(WORDS)
    lettering.lay(width)
    return lettering.lines


def test_text_reads_as_plain_words():
    text = Text((Span("Press "), Span("Post", key=True), Span(" & <b>wait</b>", strong=True)))
    assert text.text() == "Press Post & <b>wait</b>"


def test_a_highlight_moves_nothing_and_shows(shown):
    text = shown(Text(WORDS), 400, 200)
    before = text.grab().toImage(), text.heightForWidth(400)
    text.highlight(4, 4)
    assert text.heightForWidth(400) == before[1]
    assert text.grab().toImage() != before[0]
    text.highlight(0, 0)
    assert text.grab().toImage() == before[0]


def test_words_stand_where_reading_starts(dress):
    for language, words in (("en", "Next"), ("ar", "التالي"), ("ar", "Next")):
        dress(Theme(language=language))
        left = _ink_left_of_middle(Lettering(words))
        assert left == (language == "en")


def _ink_left_of_middle(lettering: Lettering) -> bool:
    image = QImage(600, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    lettering.draw(painter, QRectF(0, 0, 600, 60), QColor("black"))
    painter.end()
    columns = [x for x in range(600) for y in range(60) if image.pixelColor(x, y).lightness() < 128]
    assert columns
    return sum(columns) / len(columns) < 300


def test_an_arabic_line_is_higher_than_a_latin_one():
    assert Lettering("أميرة").pitch > Lettering("Amira").pitch
