"""The words that passphrases are drawn from."""

from __future__ import annotations

import math
import re
import secrets
from itertools import pairwise
from pathlib import Path

import pytest

from trainer_app.domain.passphrase import LEVEL_BITS, MINIMUM_LEVEL, judge, suggest
from trainer_app.i18n import languages
from trainer_app.ui.keys_parts import new_passphrase
from trainer_app.ui.keys_parts.new_passphrase import words_of

WRITTEN = sorted(file.stem for file in Path(new_passphrase.__file__).parent.glob("words/*.txt"))
# The languages that are offered, and those in the making whose list is written.
CODES = sorted({language.code for language in languages()} | set(WRITTEN))

# The letters that are typed alike on every keyboard of the language.
LETTERS = {
    # Without hamza, ta marbuta, alef maqsura or vowel signs, which people type differently.
    "ar": "بتثجحخدذرزسشصضطظعغفقكلمنهويا",
    "en": "a-z",
    "es": "a-z",
    # With the Persian kaf and yeh; without alef madda, hamza or a joiner inside a word.
    "fa": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "fr": "a-z",
    "nl": "a-z",
    # Without the circumflex of older spellings.
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
# Letters that differ only in a mark, which is easily left out or forgotten.
MARKS = str.maketrans("çğıöşüґїй", "cgiosuгіи")


@pytest.mark.parametrize("code", CODES)
def test_five_words_are_a_strong_passphrase(code):
    assert 5 * math.log2(len(words_of(code))) >= LEVEL_BITS[2]


@pytest.mark.parametrize("code", CODES)
def test_each_word_is_short_and_stands_once_in_order(code):
    words = words_of(code)
    assert [word for word in words if not 3 <= len(word) <= 7] == []
    assert all(one < other for one, other in pairwise(words))


@pytest.mark.parametrize("code", WRITTEN)
def test_plain_letters_only(code):
    assert [word for word in words_of(code) if not re.fullmatch(f"[{LETTERS[code]}]+", word)] == []


@pytest.mark.parametrize("code", WRITTEN)
def test_no_two_words_differ_only_in_a_mark(code):
    words = words_of(code)
    assert len({word.translate(MARKS) for word in words}) == len(words)


@pytest.mark.parametrize("code", CODES)
def test_no_word_is_among_those_tried_first(code):
    assert [word for word in words_of(code) if "common" in judge(word).faults] == []


@pytest.mark.parametrize("code", CODES)
def test_what_is_drawn_may_be_used(code):
    weak = []
    for _ in range(100):
        drawn = suggest(words_of(code), secrets.token_bytes(16))
        if judge(drawn).level < MINIMUM_LEVEL:
            weak.append(drawn)
    assert weak == []


def test_a_language_without_words_of_its_own_draws_english_ones():
    assert words_of("xx") == words_of("en")
