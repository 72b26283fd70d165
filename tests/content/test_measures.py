"""What is measured of a lesson: plain words, lengths, minutes, where the right answers stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.content.basic import bases, basic_words, outside
from trainer_app.content.library import LessonLibrary
from trainer_app.content.measures import WORDS_A_MINUTE, measure

ENGLISH = sorted(word for word in basic_words("en") if word.isalpha() and len(word) > 2)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The baker bakes; she baked two loaves.", ("loaves",)),
        ("Stopped, bigger, happily, tries, hoping, unlocked.", ()),
        ("He left it on Tuesday. Amadou's phone rang.", ()),
        ("Press `Wobble` and write to @quux about #frob on example.org.", ()),
        ("A half-open door. A well-known quux.", ("quux",)),
        ("It costs 20€ at 7pm.", ()),
        ("Don’t obfuscate. We don't obfuscate.", ("obfuscate",)),
        ("Zaynab waits. Everyone greets Zaynab.", ()),
    ],
)
def test_words_that_are_neither_plain_nor_names_are_found(text: str, found: tuple[str]) -> None:
    assert outside([text], [], "en") == found


def test_a_word_to_know_explains_all_its_forms() -> None:
    text = "She obfuscates. They were obfuscating."
    assert outside([text], ["to obfuscate"], "en") == ()


def test_a_language_without_a_list_is_not_measured_by_another_s() -> None:
    assert outside(["obfuscate"], [], "xx") == ()


@given(st.sampled_from(ENGLISH), st.sampled_from(["", "s", "ed", "ing", "er", "ly"]))
def test_every_plain_word_is_plain_in_its_regular_forms(word: str, ending: str) -> None:
    stem = word[:-1] if word.endswith("e") and ending[:1] in ("e", "i") else word
    assert outside([f"the {stem}{ending}"], [], "en") == ()


def test_the_list_holds_each_word_in_small_letters_but_for_what_is_never_small() -> None:
    assert all(bases(word)[0] == word for word in basic_words("en"))
    assert len(basic_words("en")) > 1_500


def test_a_lesson_is_measured_page_by_page(lesson_folder: Path) -> None:
    library = LessonLibrary(lesson_folder.parent)
    found = measure(library.lessons[0], library.words("tea", "en"))
    page = "About the cup. We make tea with a cup. Press Start and wait a little. The water gets "
    page += "warm, and then it gets hot. Now you can drink it. Slowly. Nobody is in a hurry here."
    assert found.page_words[1] == len(re.findall(r"\w+", page))
    assert len(found.page_words) == 4
    assert found.longest_sentence == 9
    assert (found.described, found.pictures) == (7, 7)
    assert found.right_places == (1, 1, 1)
    assert (found.right_longest, found.questions) == (1, 3)
    assert found.outside == ()
    assert found.minutes == -(-(sum(found.page_words) + quiz_words(library)) // WORDS_A_MINUTE)


def quiz_words(library: LessonLibrary) -> int:
    text = (library.lessons[0].folder / "en" / "quiz.md").read_text().split("\n---\n", 1)[1]
    spoken = re.sub(r"\{#[^}]*\}|!\[[^\]]*\]\([^)]*\)|^[->#]+", "", text, flags=re.MULTILINE)
    return len(re.findall(r"\w+", spoken))
