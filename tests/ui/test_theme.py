"""The look: contrasts, sizes, fonts, icons."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QImage, QRawFont
from PySide6.QtWidgets import QApplication, QLabel

from trainer_app import places
from trainer_app.ui.theme import HUES, Theme, apply, current, icon_pixmap, use
from trainer_app.ui.theme.icons import MIRRORED
from trainer_app.ui.theme.scripts import CLEAR_FAMILY, FAMILIES, script_of_language, script_of_text
from trainer_app.ui.theme.sheet import style_sheet
from trainer_app.ui.theme.tokens import COLOURS, MARK_PAIRS, TEXT_PAIRS, contrast


@pytest.fixture(autouse=True)
def _plain(qapp: QApplication):
    apply(qapp, Theme())
    yield
    apply(qapp, Theme())


@pytest.mark.parametrize(("name", "least"), [("light", 4.5), ("dark", 4.5), ("contrast", 7.0)])
def test_every_text_can_be_read(name, least):
    colours = COLOURS[name]
    faint = {
        (text, ground): round(contrast(colours[text], colours[ground]), 2)
        for text, ground in TEXT_PAIRS
        if contrast(colours[text], colours[ground]) < least
    }
    assert faint == {}


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_edges_and_ring_stand_out(name):
    colours = COLOURS[name]
    assert all(contrast(colours[mark], colours[ground]) >= 3 for mark, ground in MARK_PAIRS)


def test_contrast_is_the_one_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#17645C", "#17645C") == pytest.approx(1)


def test_deep_hues_can_be_read_on_their_tints():
    assert all(contrast(hue.deep, hue.tint) >= 4.5 for hue in HUES.values())


def test_scale_enlarges_text_fully_and_space_by_half():
    small, large = Theme(), Theme(scale=2.0)
    assert (small.text_px("body"), large.text_px("body")) == (20, 40)
    assert (small.target, large.target) == (48, 96)
    assert (small.space(16), large.space(16)) == (16, 24)
    assert Theme(dense=True).text_px("body") == 17


@pytest.mark.parametrize("scale", [0.9, 2.1])
def test_a_scale_outside_the_bounds_is_refused(scale):
    with pytest.raises(ValueError):
        Theme(scale=scale)


@pytest.mark.parametrize(
    ("language", "script"),
    [("nl", "latin"), ("ar", "arabic"), ("fa_IR", "arabic"), ("ti", "ethiopic"), ("zh-CN", "han")],
)
def test_languages_have_their_scripts(language, script):
    assert script_of_language(language) == script
    assert Theme(language=language).rtl == (script == "arabic")


@pytest.mark.parametrize(
    ("text", "script"),
    [("Amira", "latin"), ("Amira أميرة", "arabic"), ("ሰላም", "ethiopic"), ("你好", "han")],
)
def test_texts_have_their_scripts(text, script):
    assert script_of_text(text) == script


def test_own_fonts_are_loaded_and_cover_their_scripts():
    assert set(FAMILIES.values()) <= set(QFontDatabase.families())
    samples = {"latin": "Ağżơ", "arabic": "أپڅ", "ethiopic": "ሰላም", "han": "你好"}
    for script, letters in samples.items():
        raw = QRawFont(str(next((places.assets() / "fonts").glob(_FILES[script]))), 20)
        assert all(raw.supportsCharacter(ord(letter)) for letter in letters)


# Letters beyond a–z that the languages of the program write, small and capital.
_LETTERS = {
    "nl": "ĳĲéëïöüèóúáíÉË‘’“”€",
    "fr": "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»’\u202f\u00a0€",
    "es": "áéíñóúüÁÉÍÑÓÚÜ¿¡ºª«»€",
    "tr": "çğıiöşüâîûÇĞIİÖŞÜÂÎÛ’“”₺",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯʼ’«»₴",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْٰـ،؛؟٪٠١٢٣٤٥٦٧٨٩«»",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءأؤئۀٔ‌،؛؟٪٫٬۰۱۲۳۴۵۶۷۸۹«»",
}


@pytest.mark.parametrize("language", _LETTERS)
def test_no_language_lacks_a_letter(language):
    fonts = [_FILES[script_of_language(language)], _FILES["latin"]]
    # Every weight has it: in one of the two families that a text of this language is set in.
    for weight in ("Regular", "Bold"):
        own = [QRawFont(str(places.assets() / "fonts" / one.replace("Regular", weight)), 20)
               for one in fonts]  # fmt: skip
        lacking = {
            letter
            for letter in _LETTERS[language]
            if not any(font.supportsCharacter(ord(letter)) for font in own)
        }
        assert lacking == set()


_FILES = {
    "latin": "NotoSans-Regular.ttf",
    "arabic": "NotoSansArabic-Regular.ttf",
    "ethiopic": "NotoSansEthiopic-Regular.ttf",
    "han": "NotoSansSC-Regular.ttf",
}


def test_clear_letters_cover_what_they_are_offered_for():
    for file in sorted((places.assets() / "fonts" / "clear").glob("*.ttf")):
        own = QRawFont(str(file), 20)
        for language in ("nl", "fr", "es", "tr", "uk"):
            lacking = {one for one in _LETTERS[language] if not own.supportsCharacter(ord(one))}
            assert lacking == set(), (file.name, language)


def test_clear_letters_stand_apart_and_arabic_hangs_together(qapp):
    usual, clear = Theme(), Theme(letters="clear")
    apply(qapp, clear)
    assert QFontInfo(clear.font("body", text="Il1")).family() == CLEAR_FAMILY
    assert clear.font("body", text="Il1").letterSpacing() > 0
    assert clear.font("body", text="سلام").letterSpacing() == 0
    assert clear.lines("Il1").reading > usual.lines("Il1").reading
    assert clear.lines("سلام") == usual.lines("سلام")


def test_where_letters_hang_together_clear_ones_change_nothing():
    arabic = Theme(language="ar", letters="clear")
    assert arabic.font(text="سلام") == Theme(language="ar").font()
    assert arabic.lines("Amira") == Theme(language="ar").lines("Amira")


def test_clear_letters_are_loaded_only_when_they_are_chosen():
    """In a process of its own: once loaded they stay."""
    code = (
        "from PySide6.QtGui import QFontDatabase as F; from PySide6.QtWidgets import QApplication;"
        "from trainer_app.ui.theme import Theme, apply; app = QApplication([]);"
        "name = 'Clear Letters Trainer'; apply(app, Theme()); before = name in F.families();"
        "apply(app, Theme(letters='clear')); print(before, name in F.families())"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert told.stdout.split() == ["False", "True"]


def test_apply_dresses_the_program(qapp):
    apply(qapp, Theme("dark", 1.5, "ar"))
    assert current() == Theme("dark", 1.5, "ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert qapp.font().pixelSize() == 30
    assert COLOURS["dark"]["card"] in qapp.styleSheet()
    apply(qapp, Theme())
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_sheet_leaves_no_gap():
    assert "$" not in style_sheet(Theme("contrast", 2.0, "ar"))


def test_arrows_are_mirrored_and_clocks_are_not():
    before = {name: icon_pixmap(name, "ink", 48).toImage() for name in ("arrow-left", "clock")}
    use(Theme(language="ar"))
    after = {name: icon_pixmap(name, "ink", 48).toImage() for name in before}
    assert _alike(after["arrow-left"], before["arrow-left"].flipped(Qt.Orientation.Horizontal))
    assert not _alike(after["arrow-left"], before["arrow-left"])
    assert _alike(after["clock"], before["clock"])


def _alike(one: QImage, other: QImage) -> bool:
    pairs = ((x, y) for x in range(one.width()) for y in range(one.height()))
    return all(
        abs(one.pixelColor(x, y).alpha() - other.pixelColor(x, y).alpha()) < 64 for x, y in pairs
    )


def test_an_icon_has_the_colour_asked_for():
    image = icon_pixmap("check", "danger", 64).toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(64)
        for y in range(64)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert {colour.name().upper() for colour in inked} == {COLOURS["light"]["danger"]}


def test_an_unknown_icon_is_an_error():
    with pytest.raises(FileNotFoundError):
        icon_pixmap("no-such-icon", "ink", 24)


def test_some_mirrored_icons_are_ours():
    assert {"arrow-left", "arrow-right", "chevron-left", "log-out", "undo-2"} <= MIRRORED


def test_none_is_not_lost_by_calls_into_qt():
    label, font = QLabel(), Theme().font()
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setFont(font)
    assert sys.getrefcount(None) > before - 500
