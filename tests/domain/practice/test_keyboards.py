"""Every letter of a language can be typed on its keyboard, and every keyboard is whole."""

from __future__ import annotations

import pytest

from trainer_app.domain.practice.keyboards import BASE, GAP, KEYBOARDS, SHIFT, keyboard

LATIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = {
    "en": LATIN,
    "nl": LATIN + "éëïóöüèê",
    "fr": LATIN + "àâçéèêëîïôùûü",
    "es": LATIN + "áéíñóúü¿¡",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyzâîû",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي؟،",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤء؟،\u200c",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
}
EVERY = pytest.mark.parametrize("language", sorted(KEYBOARDS))


def test_every_language_of_the_program_has_a_keyboard() -> None:
    assert set(KEYBOARDS) == set(ALPHABETS)


@EVERY
def test_every_letter_can_be_typed(language: str) -> None:
    board = KEYBOARDS[language]
    large = "" if language in ("ar", "fa") else ALPHABETS[language].upper()
    # A capital of one of these letters is another letter's in Python, or none's.
    letters = {each for each in ALPHABETS[language] + large if each not in "IİÂÎÛ'"}
    missing = "".join(letter for letter in sorted(letters) if board.strokes(letter) is None)
    assert missing == ("ÇÉ" if language == "fr" else "")  # an AZERTY keyboard has neither
    digits = "۰۱۲۳۴۵۶۷۸۹" if language == "fa" else "0123456789"
    assert all(board.strokes(digit) for digit in digits)


@pytest.mark.parametrize("language", sorted(set(KEYBOARDS) - {"uk"}))
def test_names_and_tags_can_be_typed(language: str) -> None:
    assert KEYBOARDS[language].strokes("@")
    assert KEYBOARDS[language].strokes("#")


def test_a_ukrainian_keyboard_has_no_sign_for_names() -> None:
    assert KEYBOARDS["uk"].strokes("@") is None


@EVERY
def test_every_layer_fits_the_base(language: str) -> None:
    board = KEYBOARDS[language]
    assert {BASE, SHIFT} <= set(board.layers)
    lengths = [len(row) for row in board.layers[BASE]]
    assert len(lengths) == 4
    for name, rows in board.layers.items():
        assert [len(row) for row in rows] == lengths[: len(rows)], name
        keys = [key for row in rows for key in row if key != GAP]
        assert len(keys) == len(set(keys)), name
    assert [len(row) for row in board.layers[SHIFT]] == lengths


@EVERY
def test_strokes_name_keys_that_are_there(language: str) -> None:
    board = KEYBOARDS[language]
    for letter in ALPHABETS[language]:
        for layer, key in board.strokes(letter) or ():
            assert key in (*board.keys(layer), *board.dead_keys(layer))


def test_two_strokes_where_a_mark_has_a_key_of_its_own() -> None:
    assert KEYBOARDS["es"].strokes("é") == ((BASE, "´"), (BASE, "e"))
    assert KEYBOARDS["fr"].strokes("Ê") == ((BASE, "^"), (SHIFT, "E"))
    assert KEYBOARDS["nl"].strokes("'") == ((BASE, "'"), (BASE, " "))
    assert KEYBOARDS["en"].strokes("é") is None


def test_a_language_without_a_keyboard_of_its_own_has_the_latin_one() -> None:
    assert keyboard("so").language == "en"
    assert keyboard("pt-BR").language == "en"
    assert keyboard("ar-SY").language == "ar"
