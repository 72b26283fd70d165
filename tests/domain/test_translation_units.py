"""Units of a lesson: what is missing, what is stale, and how lines find each other again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.translating import Kept, Translated, Translation, Unit, laid_out

TEXTS = st.lists(st.sampled_from("abcdefgh"), max_size=6, unique=True)


def unit(name: str, text: str = "", *, needed: bool = True) -> Unit:
    return Unit(f"pages/tea/{name}", text or name, "sentence", needed)


def translation(*units: Translated) -> Translation:
    return Translation("tea", "nl", "en", units, by="Rosa")


def test_a_unit_says_what_it_lacks() -> None:
    tea = unit("title", "Tea")
    assert Translated(tea).state == "missing"
    assert Translated(tea, "Thee", "Tea").state == "done"
    assert Translated(tea, "Thee", "A cup").state == "stale"
    # Nobody noted what it was made from: the file's own hash decides.
    assert Translated(tea, "Thee", None, fresh=True).state == "done"
    assert Translated(tea, "Thee", None, fresh=False).state == "stale"
    assert (tea.file, tea.section) == ("pages", "tea")
    assert Unit("pages/title", "Tea", "title").section == ""


def test_a_translation_is_whole_without_what_is_not_needed() -> None:
    sound = Translated(unit("sound", "x", needed=False))
    made = translation(Translated(unit("a"), "A", "a"), Translated(unit("b"), "B", "old"), sound)
    assert made.whole
    assert {state: made.count(state) for state in ("missing", "stale", "done")} == {
        "missing": 0, "stale": 1, "done": 1
    }  # fmt: skip
    assert not made.with_words({"pages/tea/a": ""}).whole


def test_new_words_are_a_draft_again_and_name_who_wrote_them() -> None:
    read = translation(Translated(unit("a"), "A", "a"), Translated(unit("b"))).read_over("Karin")
    assert (read.review, read.reviewed_by) == ("reviewed", "Karin")
    again = read.with_words({"pages/tea/b": "B"}, "Karin")
    assert (again.review, again.reviewed_by, again.by) == ("draft", "", "Rosa, Karin")
    assert again.with_words({"pages/tea/b": "Be"}, "Rosa").by == "Rosa, Karin"
    assert again.whole
    with pytest.raises(KeyError):
        again.with_words({"pages/tea/none": "x"})


def test_what_still_fits_is_no_longer_stale() -> None:
    made = translation(Translated(unit("a", "new"), "A", "old"))
    assert made.unit("pages/tea/a").state == "stale"
    assert made.still_right("pages/tea/a").unit("pages/tea/a").state == "done"


def test_the_next_with_something_to_do_comes_round_from_the_end() -> None:
    made = translation(
        Translated(unit("a")), Translated(unit("b"), "B", "b"), Translated(unit("c"), "C", "old")
    )
    assert made.next_wanted() == "pages/tea/a"
    assert made.next_wanted("pages/tea/a") == "pages/tea/c"
    assert made.next_wanted("pages/tea/c") == "pages/tea/a"
    assert made.next_wanted(state="stale") == "pages/tea/c"
    done = made.with_words({"pages/tea/a": "A", "pages/tea/c": "C"})
    assert done.next_wanted() == ""


@given(TEXTS, TEXTS)
def test_a_line_goes_with_the_text_that_it_was_made_from(old: list[str], new: list[str]) -> None:
    """Only its own words, or a changed neighbour's as stale; what stayed in order is found."""
    kept = [Kept("sentence", text.upper(), text) for text in old]
    found = laid_out([unit(text) for text in new], kept)
    assert len(found) == len(new)
    there = [each for each in found if each is not None]
    assert len({each.words for each in there}) == len(there)
    if old == new:
        assert [each.words for each in there] == [text.upper() for text in new]
    for text in new[:1]:
        if old[:1] == [text]:
            assert found[0] == kept[0]


@given(TEXTS, st.integers(0, 5), st.sampled_from("xyz"))
def test_a_line_put_in_makes_no_other_one_stale(texts: list[str], place: int, fresh: str) -> None:
    kept = [Kept("sentence", text.upper(), text) for text in texts]
    new = [*texts[:place], fresh, *texts[place:]]
    found = laid_out([unit(text) for text in new], kept)
    assert found == [
        None if text == fresh else Kept("sentence", text.upper(), text) for text in new
    ]


@given(
    st.lists(st.sampled_from(["list", "quote", "sentence"]), min_size=1, max_size=6),
    st.lists(st.sampled_from(["list", "quote", "sentence"]), max_size=6),
)
def test_no_words_are_lost_where_nobody_noted_anything(kinds: list[str], there: list[str]) -> None:
    sources = [replace(unit(f"u{at}"), kind=kind) for at, kind in enumerate(kinds)]
    kept = [Kept(kind, f"w{at}") for at, kind in enumerate(there)]
    found = laid_out(sources, kept)
    said = " ".join(each.words for each in found if each is not None).split()
    assert sorted(said) == sorted(each.words for each in kept)
