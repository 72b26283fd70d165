"""Cards on piles: several right places, scarce room, an order, and what a wrong card does."""

from __future__ import annotations

import pytest
from saying import saying

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice import sorting
from trainer_app.domain.practice.scenario import Goal, Stage
from trainer_app.domain.practice.sorting import Put, Sorting, TakeBack
from trainer_app.domain.practice.sorting_stage import Card, Pile, SortingConsequence, SortingStage

CONSEQUENCES = (
    SortingConsequence("late", when="wrong-order"),
    SortingConsequence("tired", when="too-much"),
    SortingConsequence("not-fruit", piles=("fruit",)),
    SortingConsequence("pear-is-fruit", of=("pear",)),
    SortingConsequence("elsewhere"),
)


def stage(cards: tuple[Card, ...], piles: tuple[Pile, ...], *goals: Goal) -> SortingStage:
    return SortingStage(
        id="table",
        kind="sorting",
        cards=cards,
        piles=piles,
        goals=goals or (Goal("all"),),
        consequences=CONSEQUENCES,
    )


def begun(of: Stage, seed: int = 1) -> Sorting:
    assert isinstance(of, SortingStage)
    return sorting.start(of, seed, saying())


def after(state: Sorting, *actions: sorting.Action) -> Sorting:
    for action in actions:
        state = sorting.act(state, action)
    return state


FOOD = stage(
    (Card("pear", ("fruit",)), Card("leek", ("green",)), Card("tomato", ("fruit", "green"))),
    (Pile("fruit"), Pile("green")),
    Goal("pear-first", ("pear",)),
    Goal("all"),
)
STORY = stage(
    (Card("end", ("row",), after=("middle",)), Card("middle", ("row",), after=("begin",)),
     Card("begin", ("row",))),
    (Pile("row", ordered=True),),
)  # fmt: skip
HOURS = stage(
    (Card("one", ("ana", "ben")), Card("two", ("ana", "ben"), takes=2), Card("three", ("ana",),
     takes=3)),
    (Pile("ana", room=3), Pile("ben", room=3)),
)  # fmt: skip


def test_a_card_lies_where_it_was_put_and_a_right_one_counts() -> None:
    state = after(begun(FOOD), Put("pear", "fruit"))
    assert "pear" not in state.hand
    assert state.piles == (("pear",), ())
    assert sorting.progress(state).met == ("pear-first",)
    assert (state.tries, state.mistakes, state.consequence) == (1, 0, "")


def test_a_card_may_have_several_right_piles() -> None:
    for pile in ("fruit", "green"):
        state = after(begun(FOOD), Put("pear", "fruit"), Put("leek", "green"), Put("tomato", pile))
        assert sorting.progress(state).finished


def test_a_wrong_card_stays_with_its_consequence_until_it_is_moved() -> None:
    state = after(begun(FOOD), Put("leek", "fruit"))
    assert state.consequence == "not-fruit"
    state = after(state, Put("tomato", "fruit"))
    progress = sorting.progress(state)
    assert (progress.consequence, progress.to_mend) == ("", ("not-fruit",))
    assert (progress.tries, progress.mistakes) == (2, 1)
    assert sorting.progress(after(state, TakeBack("leek"))).to_mend == ()


def test_the_first_consequence_that_fits_follows() -> None:
    assert after(begun(FOOD), Put("pear", "green")).consequence == "pear-is-fruit"
    other = stage((Card("stone", ("green",)),), (Pile("stones"), Pile("green")))
    assert after(begun(other), Put("stone", "stones")).consequence == "elsewhere"


def test_a_goal_is_open_again_when_its_card_is_taken_away() -> None:
    state = after(begun(FOOD), Put("pear", "fruit"), Put("pear", "green"))
    assert sorting.progress(state).met == ()


def test_putting_a_card_where_it_lies_is_no_try() -> None:
    state = after(begun(FOOD), Put("pear", "fruit"))
    assert after(state, Put("pear", "fruit")) is state
    assert after(state, TakeBack("leek")) is state


def test_what_comes_first_must_lie_first_however_it_got_there() -> None:
    state = after(begun(STORY), Put("end", "row"), Put("begin", "row", 0))
    assert (state.piles, state.mistakes) == ((("begin", "end"),), 0)
    late = after(state, Put("middle", "row"))
    assert (late.consequence, late.piles) == ("late", (("begin", "end", "middle"),))
    mended = after(late, Put("middle", "row", 1))
    assert sorting.progress(mended).finished


def test_a_pile_with_too_much_troubles_all_that_lies_on_it() -> None:
    state = after(begun(HOURS), Put("three", "ana"), Put("one", "ana"))
    assert state.consequence == "tired"
    view = sorting.view(state, "")
    assert [card.to_mend for card in view.piles[0].cards] == [True, True]
    assert [pile.room for pile in view.piles] == [-1, 3]
    assert sorting.progress(after(state, Put("one", "ben"), Put("two", "ben"))).finished


def test_the_next_step_makes_room_before_it_uses_it() -> None:
    state = after(begun(HOURS), Put("two", "ana"))
    while (step := sorting.next_step(state)) is not None:
        state = after(state, step)
    assert sorting.progress(state).finished
    assert state.mistakes == 0
    assert state.piles == (("three",), ("one", "two"))


def test_a_card_that_lies_right_is_not_moved_to_another_right_pile() -> None:
    state = after(begun(FOOD), Put("tomato", "green"))
    while (step := sorting.next_step(state)) is not None:
        assert step.card != "tomato"
        state = after(state, step)
    assert "tomato" in state.piles[1]


def test_what_cannot_be_arranged_has_no_next_step() -> None:
    full = stage((Card("a", ("p",)), Card("b", ("p",))), (Pile("p", room=1),))
    assert sorting.next_step(begun(full)) is None
    circle = stage(
        (Card("a", ("p",), after=("b",)), Card("b", ("p",), after=("a",))),
        (Pile("p", ordered=True),),
    )
    assert sorting.next_step(begun(circle)) is None


def test_the_seed_shuffles_the_hand() -> None:
    hands = {begun(FOOD, seed).hand for seed in range(20)}
    assert len(hands) > 1
    assert {frozenset(hand) for hand in hands} == {frozenset({"pear", "leek", "tomato"})}


def test_cards_and_piles_that_are_not_there() -> None:
    with pytest.raises(UnknownThing) as error:
        after(begun(FOOD), Put("plum", "fruit"))
    assert error.value.facts == {"what": "card", "id": "plum"}
    with pytest.raises(UnknownThing) as error:
        after(begun(FOOD), Put("pear", "sweets"))
    assert error.value.facts == {"what": "pile", "id": "sweets"}
