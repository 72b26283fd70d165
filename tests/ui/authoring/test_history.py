"""Taking back and doing again, over the whole lesson."""

from __future__ import annotations

from dataclasses import replace

from drafting import whole_draft
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.ui.authoring.history import MOST_STEPS, History, Place

DRAFT = whole_draft()
TITLE = Place("about", field="title")


def test_letters_of_one_field_are_one_step_and_a_pause_ends_it() -> None:
    history = History(DRAFT)
    for title in ("A", "Ab", "Abc"):
        history.edit(replace(DRAFT, title=title), TITLE)
    history.rest()
    history.edit(replace(DRAFT, title="Abc d"), TITLE)
    assert history.undo() == TITLE
    assert history.now.title == "Abc"
    assert history.undo() == TITLE
    assert history.now == DRAFT
    assert history.undo() is None
    assert history.redo() == TITLE
    assert history.redo() == TITLE
    assert history.now.title == "Abc d"
    assert not history.can_redo


def test_what_a_field_took_back_itself_is_no_step_any_more() -> None:
    history = History(DRAFT)
    history.edit(replace(DRAFT, summary="B"), Place("about", field="summary"))
    history.edit(replace(DRAFT, summary="B", title="A"), TITLE)
    history.edit(replace(DRAFT, summary="B"), TITLE)
    assert history.undo() == Place("about", field="summary")
    assert history.now == DRAFT
    assert not history.can_undo


def test_words_that_came_back_tidied_are_no_step_of_the_person() -> None:
    history = History(DRAFT)
    typed = replace(DRAFT, title="A <b")
    history.edit(typed, TITLE)
    history.tidy(typed, replace(DRAFT, title="A ‹b"))
    assert history.now.title == "A ‹b"
    history.tidy(typed, replace(DRAFT, title="older"))
    assert history.now.title == "A ‹b"
    history.undo()
    assert history.now == DRAFT


@given(st.lists(st.sampled_from(["undo", "redo", "a", "b", "c"]), max_size=30))
def test_undo_and_redo_go_along_one_line_of_drafts(acts: list[str]) -> None:
    history, line, at = History(DRAFT), [DRAFT], 0
    for number, act in enumerate(acts):
        if act == "undo":
            history.undo()
            at = max(0, at - 1)
        elif act == "redo":
            history.redo()
            at = min(len(line) - 1, at + 1)
        else:
            new = replace(DRAFT, title=f"{act} {number}")
            history.edit(new, Place("about"))
            line, at = [*line[: at + 1], new], at + 1
        assert history.now == line[at]
        assert history.can_undo == (at > 0)
        assert history.can_redo == (at < len(line) - 1)


def test_the_oldest_steps_are_forgotten() -> None:
    history = History(DRAFT)
    for number in range(MOST_STEPS + 9):
        history.edit(replace(DRAFT, title=str(number)), Place("about"))
    steps = 0
    while history.undo() is not None:
        steps += 1
    assert steps == MOST_STEPS
