"""Papers in the languages of their readers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.readers import readers_of

CODES = st.sampled_from(["en", "nl", "ar", "so", "ti"])


@given(st.lists(st.none() | CODES), st.lists(CODES, min_size=1, unique=True), CODES)
def test_everybody_gets_one_that_there_is(
    learners: list[str], have: list[str], centre: str
) -> None:
    readers = readers_of(learners, have, centre)
    assert readers.count == len(learners)
    assert set(readers.copies) <= set(have)
    for code in have:
        assert readers.copies.get(code, 0) >= learners.count(code)
    assert sum(readers.instead.values()) == sum(
        one is not None and one not in have for one in learners
    )


def test_who_reads_what_there_is_not_gets_the_centre_s() -> None:
    readers = readers_of(["ar", "so", "ar", None, "ti", "so"], ["en", "ar", "nl"], "nl")
    assert list(readers.copies.items()) == [("nl", 4), ("ar", 2)]
    assert list(readers.instead.items()) == [("so", 2), ("ti", 1)]


def test_a_paper_without_the_centre_s_language_comes_in_its_first() -> None:
    assert readers_of(["so", None], ["fr", "en"], "nl").copies == {"fr": 2}
