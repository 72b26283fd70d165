"""What a trainer does to a lesson in the making: nothing is lost, and nothing is left hanging."""

from __future__ import annotations

from dataclasses import replace

from drafting import whole_draft
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.draft_edits import (
    added_choice,
    added_objective,
    added_page,
    added_questions,
    moved,
    moved_choice,
    neighbour,
    plan_minutes,
    with_part,
    without,
    without_choice,
    without_objective,
)
from trainer_app.domain.drafts import ChoiceDraft, Draft, ObjectiveDraft, PageDraft, QuestionDraft

DRAFT = whole_draft()
PAGES = [page.id for page in DRAFT.pages]
THINGS = st.sampled_from([*PAGES, *(each.id for each in DRAFT.questions), "nobody"])
EDITS = st.one_of(
    st.builds(lambda thing, by: lambda d: moved(d, thing, by), THINGS, st.integers(-9, 9)),
    st.builds(lambda thing: lambda d: without(d, thing), THINGS),
    st.builds(lambda n: lambda d: added_page(d, PageDraft(f"new-{n}"), "cup")
              if f"new-{n}" not in [p.id for p in d.pages] else d, st.integers(0, 3)),
    st.just(lambda d: without_objective(d, "make-tea")),
)  # fmt: skip


@given(st.lists(EDITS, max_size=12))
def test_whatever_is_done_ids_stay_single_and_one_of_each_is_left(edits) -> None:
    draft = DRAFT
    for edit in edits:
        draft = edit(draft)
    for things in (draft.pages, draft.questions, draft.objectives):
        ids = [each.id for each in things]
        assert ids
        assert len(set(ids)) == len(ids)


@given(st.sampled_from(PAGES), st.integers(-9, 9))
def test_a_page_that_is_moved_goes_so_far_and_the_others_keep_their_order(page, by) -> None:
    after = [each.id for each in moved(DRAFT, page, by).pages]
    assert after.index(page) == max(0, min(len(PAGES) - 1, PAGES.index(page) + by))
    assert [each for each in after if each != page] == [each for each in PAGES if each != page]


def test_a_page_is_added_behind_the_one_in_sight_or_at_the_end() -> None:
    assert [page.id for page in added_page(DRAFT, PageDraft("new"), "cup").pages][2] == "new"
    assert [page.id for page in added_page(DRAFT, PageDraft("new")).pages][-1] == "new"


def test_when_an_objective_goes_nothing_names_it_any_more() -> None:
    draft = added_objective(DRAFT, ObjectiveDraft("drink"))
    gone = without_objective(draft, "make-tea")
    assert [each.id for each in gone.objectives] == ["drink"]
    assert {each for page in gone.pages for each in page.objectives} == set()
    assert {each.objective for each in gone.questions} == {""}
    assert without_objective(gone, "drink") == gone


def test_when_the_right_answer_goes_the_first_is_right_and_two_stay() -> None:
    right = DRAFT.questions[1].right
    one = without_choice(DRAFT, "q-b", right).question("q-b")
    assert (one.right, len(one.choices)) == ("a", 2)
    two = replace(DRAFT, questions=(one,))
    assert without_choice(two, "q-b", "a") == two


def test_a_question_has_four_answers_at_most() -> None:
    draft = DRAFT
    for at in range(6):
        draft = added_choice(draft, "q-a", ChoiceDraft(f"more-{at}"))
    assert len(draft.question("q-a").choices) == 4
    last = moved_choice(draft, "q-a", "a", 9).question("q-a").choices[-1]
    assert last.id == "a"


def test_questions_from_elsewhere_ask_about_the_only_objective() -> None:
    more = added_questions(DRAFT, [QuestionDraft("x"), QuestionDraft("y", objective="z")])
    assert [each.objective for each in more.questions[-2:]] == ["make-tea", "z"]
    two = added_objective(DRAFT, ObjectiveDraft("drink"))
    assert added_questions(two, [QuestionDraft("x")]).questions[-1].objective == ""


def test_the_minutes_of_a_plan_add_up() -> None:
    assert plan_minutes(DRAFT) == 30
    assert plan_minutes(with_part(DRAFT, "input", minutes=10)) == 34
    assert plan_minutes(with_part(Draft("tea", "en"), "input", minutes=10)) == 10


def test_what_stands_in_the_place_of_something_taken_away() -> None:
    assert neighbour(DRAFT.pages, "cup") == "leaves"
    assert neighbour(DRAFT.pages, "guest") == "leaves"
    assert neighbour(DRAFT.pages[:1], "kettle") == ""
