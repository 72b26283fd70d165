"""Which words a text has, and how it is cut for the voices that say it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_app.domain.speaking import Utterance, Word, stretches, times_of, words

MIXED = "أرسلت @amina_k رسالة عن «WhatsApp» إلى 12 شخصاً. حسناً؟"


def said(text: str) -> list[str]:
    return [text[word.start : word.start + word.length] for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello, my friend.", ["Hello", "my", "friend"]),
        ("“Who sees it?” – now", ["Who", "sees", "it", "now"]),
        ("See https://plaza.example/a, @amina_k and #news!", None),
        ("One 😀 more", ["One", "😀", "more"]),
        ("你好，朋友。", ["你", "好", "朋", "友"]),
        ("", []),
        ("… – !", []),
    ],
)
def test_words_stand_without_the_signs_around_them(text, expected):
    if expected is None:
        expected = ["See", "https://plaza.example/a", "@amina_k", "and", "#news"]
    assert said(text) == expected


def test_latin_names_in_arabic_are_said_by_a_latin_voice():
    parts = [(part.language, part.text.strip()) for part in stretches(MIXED, "ar")]
    assert parts == [
        ("ar", "أرسلت"),
        ("en", "@amina k"),
        ("ar", "رسالة عن"),
        ("en", "«WhatsApp»"),
        ("ar", "إلى 12 شخصاً."),
        ("ar", "حسناً؟"),
    ]


@pytest.mark.parametrize(("language", "other"), [("en", "ar"), ("nl", "ar"), ("tr", "ar")])
def test_arabic_in_latin_text_is_said_by_an_arabic_voice(language, other):
    assert [part.language for part in stretches("Amina (أمينة) 12", language)] == [
        language,
        other,
        language,
    ]


def test_without_a_voice_for_the_other_script_the_text_keeps_its_own():
    assert {part.language for part in stretches(MIXED, "ar", {"ar"}.__contains__)} == {"ar"}


def test_signs_that_nobody_wants_to_hear_are_not_said():
    (part,) = stretches("\u2068Amina\u2069 at https://plaza.example/a_b", "en")
    assert part.text == " Amina  at         plaza.example/a b"


@given(
    st.text(alphabet="ab. ,?!@_\n\u2068\u2069اب؟你。😀1", max_size=60),
    st.sampled_from(["en", "ar"]),
)
@settings(max_examples=300)
def test_stretches_never_overlap_and_keep_every_place(text, language):
    end = 0
    for part in stretches(text, language):
        assert part.start >= end
        end = part.start + len(part.text)
        assert end <= len(text)
        for at, letter in enumerate(part.text):
            assert letter in (" ", text[part.start + at])
    told = [word for part in stretches(text, language) for word in part.words]
    assert told == list(words(text))


def test_a_sentence_closes_where_it_ends_and_not_where_the_script_changes():
    parts = [(part.text.strip(), part.closes) for part in stretches("نعم Plaza هنا. لا", "ar")]
    assert parts == [("نعم", False), ("Plaza", False), ("هنا.", True), ("لا", True)]


def test_a_voice_that_tells_of_parts_and_of_nothing_still_times_every_word():
    places = words("one 25 two three four")
    heard = [(0, 0), (4, 100), (5, 150), (7, 200), (17, 500)]
    assert times_of(places, heard, 600) == (
        (Word(0, 3), 0),
        (Word(4, 2), 100),
        (Word(7, 3), 200),
        (Word(11, 5), 350),
        (Word(17, 4), 500),
    )


@given(
    st.lists(st.sampled_from(["a", "bb", "ccc"]), max_size=8).map(" ".join),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 1000)), max_size=10),
)
def test_time_never_goes_back(text, heard):
    moments = [moment for _, moment in times_of(words(text), heard, 1000)]
    assert moments == sorted(moments)
    assert len(moments) == len(words(text))


def test_what_is_said_does_not_show_in_its_repr():
    assert "secret" not in repr(Utterance("secret", "en"))
    assert all("secret" not in repr(part) for part in stretches("secret", "en"))
