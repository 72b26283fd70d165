"""Buttons that write Markdown: pressed again they take it back, and no word is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.content.markup import Markup
from trainer_app.domain.blocks import Box, Listing, words_of
from trainer_app.ui.authoring.card_text import CardParts, parts_of, text_of
from trainer_app.ui.authoring.marking import Marked, boxed, listed, strong

PLAIN = st.text(alphabet="ab \n", max_size=30)
AT = st.builds(
    lambda text, one, other: Marked(text, *sorted((one % (len(text) + 1),
                                                   other % (len(text) + 1)))),
    PLAIN, st.integers(0, 99), st.integers(0, 99),
)  # fmt: skip


def letters(text: str) -> str:
    return re.sub(r"[^ab]", "", text)


@given(AT, st.sampled_from([strong, listed, lambda at: boxed(at, "TIP")]))
def test_no_letter_is_lost_and_what_is_chosen_lies_in_the_text(at, action) -> None:
    after = action(at)
    assert letters(after.text) == letters(at.text)
    assert 0 <= after.start <= after.end <= len(after.text)


@given(AT)
def test_strong_words_become_plain_again(at) -> None:
    assert strong(strong(at)).text == at.text


def test_the_word_at_the_cursor_becomes_strong() -> None:
    assert strong(Marked("take a cup now", 8, 8)) == Marked("take a **cup** now", 9, 12)
    assert strong(Marked("take **cup** now", 8, 8)).text == "take cup now"
    assert strong(Marked("take  a", 0, 5)) == Marked("**take**  a", 2, 6)
    assert strong(Marked("one\ntwo", 0, 7)).text == "one\ntwo"


def test_lines_become_a_list_of_their_own() -> None:
    after = listed(Marked("We wait.\nOne.\nTwo.", 9, 18))
    assert after.text == "We wait.\n\n- One.\n- Two."
    blocks = Markup().blocks(after.text)
    assert isinstance(blocks[1], Listing)
    assert words_of(blocks[1]) == "One.\nTwo."
    assert listed(after).text == "We wait.\n\nOne.\nTwo."
    assert listed(Marked("", 0, 0)).text == "- "


@pytest.mark.parametrize("mark", ["TIP", "CARE", "SAY", "HELP legal"])
def test_lines_become_a_box_that_the_reader_of_lessons_knows(mark: str) -> None:
    after = boxed(Marked("Before.\nSlowly.\nAfter.", 9, 9), mark)
    before, box, _after = Markup().blocks(after.text)
    assert isinstance(box, Box)
    assert (box.mark, box.topic) == (mark.split()[0].lower(), mark.partition(" ")[2])
    assert words_of(box) == "Slowly."
    assert words_of(before) == "Before."
    assert boxed(after, mark).text == "Before.\n\nSlowly.\n\nAfter."


def test_a_box_becomes_one_of_another_kind_and_keeps_its_title() -> None:
    text = "> [!TIP] Slowly\n> Wait.\n> Then go."
    assert boxed(Marked(text, 20, 20), "CARE").text == text.replace("TIP", "CARE")
    assert boxed(Marked(text, 20, 20), "TIP").text == "Slowly\nWait.\nThen go."


LINES = st.lists(st.text("ab’ ", min_size=1).filter(str.strip).map(str.strip), min_size=1,
                 max_size=4).map("\n".join)  # fmt: skip


@given(LINES, st.text("ab ").map(str.strip), LINES)
def test_a_card_is_put_together_as_it_was_taken_apart(home, title, phone) -> None:
    title = " ".join(title.split())
    parts = CardParts(home, title, phone)
    assert parts_of(text_of(parts)) == parts


def test_an_empty_card_has_its_two_lists_and_another_one_stays_as_it_is() -> None:
    empty = "- …\n- …\n- …\n\n## …\n\n- …\n- …"
    assert parts_of(empty) == CardParts("", "", "")
    assert text_of(CardParts("One.", "", "")) == "- One.\n\n## …\n\n- …"
    assert parts_of("- One.\n\nSomething else.") is None
