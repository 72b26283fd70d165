"""The planner: what fits, days and hours, money, trying out and changing one thing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saying import saying

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice import planner
from trainer_app.domain.practice.engine import LEARNER
from trainer_app.domain.practice.planner_stage import (
    TROUBLES,
    Item,
    Option,
    PlannerConsequence,
    PlannerGoal,
    PlannerStage,
    PlanStep,
    SpecialDay,
)
from trainer_app.domain.practice.planner_state import (
    Action,
    Pick,
    Place,
    Planner,
    Restore,
    Run,
    Spend,
    TakeOff,
    Write,
)
from trainer_app.domain.practice.planner_view import sheet

STAGE = PlannerStage(
    id="p",
    kind="planner",
    steps=(
        PlanStep("who"),
        PlanStep("where", most=2),
        PlanStep("what", free=True),
        PlanStep("when", takes="calendar"),
        PlanStep("money", takes="budget"),
        PlanStep("learned", takes="words", after_run=True),
    ),
    options=(
        Option("parents", "who", hours=("evening",)),
        Option("pupils", "who", hours=("noon",)),
        Option("all", "who", poor=True),
        Option("group", "where", fits=("parents",), crowd="friends"),
        Option("films", "where", crowd="everyone", paid=True),
        Option("feed", "where", crowd="friends-of-friends", paid=True),
        Option("picture", "what", caption=True),
    ),
    days=(
        SpecialDay("fast", 10, 14, hours=("night",)),
        SpecialDay("mourning", 3, 3, rest=True),
        SpecialDay("feast", 8, 8),
    ),
    items=(Item("first", last=7), Item("second", after=("first",))),
    budget=20,
    goals=(
        PlannerGoal("plan", of=("who", "where", "what", "when", "money")),
        PlannerGoal("run", wants="run"),
        PlannerGoal("compared", wants="compared"),
        PlannerGoal("learned", of=("learned",)),
    ),
    consequences=(
        PlannerConsequence("night-then", when="wrong-time", days=("fast",)),
        *(PlannerConsequence(trouble, when=trouble) for trouble in TROUBLES),
    ),
)
WORDS = saying(p__examples__what="a film", p__examples__learned="evenings are good")
FILLED: tuple[Action, ...] = (
    Pick("parents"),
    Pick("films"),
    Write("what", "our soup"),
    Place("first", 1, "evening"),
    Place("second", 4, "evening"),
    Spend("films", 10),
)


def after(*actions: Action) -> Planner:
    state = planner.start(STAGE, 1, WORDS)
    for action in actions:
        state = planner.act(state, action)
    return state


def mending(*actions: Action) -> tuple[str, ...]:
    return planner.progress(after(*actions)).to_mend


def test_a_whole_plan_that_fits_meets_its_goal_and_can_be_tried_out() -> None:
    state = after(*FILLED)
    assert planner.progress(state).met == ("plan",)
    assert state.mistakes == 0
    ran = planner.act(state, Run())
    assert planner.progress(ran).met == ("plan", "run")
    (figures,) = planner.view(ran, LEARNER).tried
    assert figures[0].euros == 10
    assert 0 < figures[0].engaged < figures[0].people <= figures[0].views


@pytest.mark.parametrize(
    ("actions", "follows"),
    [
        ((Pick("all"),), "poor"),
        ((Pick("pupils"), Pick("group")), "misfit"),
        ((Pick("group"), Pick("pupils")), "misfit"),
        ((Place("first", 8, "evening"),), "wrong-day"),
        ((Place("first", 3, "evening"),), "wrong-day"),
        ((Pick("parents"), Place("first", 2, "noon")), "wrong-time"),
        ((Place("first", 2, "noon"), Pick("parents")), "wrong-time"),
        ((Place("second", 11, "evening"),), "night-then"),
        ((Place("first", 5, "noon"), Place("second", 5, "noon")), "wrong-order"),
        ((Place("second", 2, "noon"), Place("first", 5, "noon")), "wrong-order"),
        ((Pick("films"), Spend("films", 25)), "over-budget"),
        ((Pick("films"), Pick("feed"), Spend("films", 15), Spend("feed", 10)), "over-budget"),
    ],
)
def test_what_does_not_fit_is_a_mistake_and_stands(
    actions: tuple[Action, ...], follows: str
) -> None:
    state = after(*actions)
    progress = planner.progress(state)
    assert (progress.consequence, progress.to_mend, progress.mistakes) == (follows, (follows,), 1)


def test_a_mistake_goes_when_it_is_put_right() -> None:
    assert mending(Pick("all"), Pick("parents")) == ()
    assert mending(Pick("pupils"), Pick("group"), TakeOff("group")) == ()
    assert mending(Place("first", 3, "noon"), Place("first", 4, "noon")) == ()
    assert mending(Pick("films"), Spend("films", 25), Spend("films", 20)) == ()


def test_the_days_that_matter_say_when_people_look_in() -> None:
    assert mending(Pick("parents"), Place("second", 11, "night")) == ()
    day = planner.view(after(), LEARNER).days[9]
    assert (day.number, [str(each) for each in day.special]) == (10, ["p.days.fast"])


def test_after_a_try_one_step_alone_may_be_changed() -> None:
    ran = after(*FILLED, Run())
    assert planner.act(ran, Run()) == ran
    two = after(*FILLED, Run(), Spend("films", 15), Place("second", 5, "evening"))
    assert planner.progress(two).consequence == "changed-many"
    assert planner.act(two, Run()) == two
    back = planner.act(two, Restore())
    assert (back.plan, planner.progress(back).to_mend) == (ran.plan, ())
    again = after(*FILLED, Run(), Spend("films", 15), Run())
    assert "compared" in planner.progress(again).met
    before, now = planner.view(again, LEARNER).tried
    assert now[0].people > before[0].people


def test_what_was_learned_is_no_change_and_is_not_taken_back() -> None:
    early = after(Write("learned", "evenings"))
    assert early == after()
    state = after(*FILLED, Run(), Write("learned", "evenings"), Spend("films", 5), Restore())
    assert state.plan.text("learned") == "evenings"
    assert planner.view(state, LEARNER).changed == ()


def test_money_waits_for_its_card_to_come_back() -> None:
    state = after(*FILLED, TakeOff("films"))
    assert planner.view(state, LEARNER).left == 20
    assert planner.view(planner.act(state, Pick("films")), LEARNER).left == 10


def test_own_words_fill_a_step_and_are_shown_only_where_they_belong() -> None:
    short = after(Write("what", "?"))
    assert (short.tries, planner.view(short, LEARNER).steps[2].filled) == (0, False)
    state = after(Write("what", "our soup"))
    assert planner.view(state, LEARNER).steps[2].filled
    for shown in (state, planner.view(state, LEARNER), Write("what", "our soup"), sheet(state)):
        assert "soup" not in repr(shown)
    assert after(Write("what", "our soup"), Write("what", "")).plan == after().plan


def test_the_sheet_has_everything_in_its_place() -> None:
    parts = sheet(after(*FILLED))
    assert [str(part.heading) for part in parts] == [f"p.steps.{step.id}" for step in STAGE.steps]
    who, _, what, when, money, learned = parts
    assert [str(each.word) for each in who.entries] == ["p.options.parents"]
    assert [each.text for each in what.entries] == ["our soup"]
    assert [(each.day, each.hour) for each in when.entries] == [(1, "evening"), (4, "evening")]
    assert [each.euros for each in money.entries] == [10]
    assert learned.entries == ()


def test_the_right_walk_clears_what_stands_in_its_way() -> None:
    """An item late in its time leaves no room for the next; cards that quarrel go first."""
    tight = replace(STAGE, items=(Item("first"), Item("second", last=4, after=("first",))))
    state = planner.start(tight, 1, WORDS)
    for action in (Place("first", 4, "noon"), Pick("pupils"), Pick("group"), Spend("films", 25)):
        state = planner.act(state, action)
    mistakes = state.mistakes
    for _ in range(60):
        step = planner.next_step(state)
        if step is None:
            break
        state = planner.act(state, step)
    assert planner.progress(state).finished
    assert state.mistakes == mistakes


def finished_from(state: Planner) -> bool:
    """Whether the right steps lead to the end without a mistake, each one possible and new."""
    mistakes = state.mistakes
    for _ in range(120):
        step = planner.next_step(state)
        if step is None:
            return planner.progress(state).finished
        assert step in planner.actions(state)
        moved = planner.act(state, step)
        assert moved != state, step
        assert moved.mistakes == mistakes, step
        state = moved
    raise AssertionError("no end of steps")


def test_own_words_do_not_stand_in_the_way_of_a_channel_or_of_money() -> None:
    """Where a step was filled with words, a card that reaches people is still put beside them."""
    steps = (*STAGE.steps[:1], replace(STAGE.steps[1], free=True), *STAGE.steps[2:])
    words = saying(p__examples__where="by word of mouth", p__examples__what="a film",
                   p__examples__learned="evenings are good")  # fmt: skip
    state = planner.start(replace(STAGE, steps=steps), 1, words)
    assert finished_from(planner.act(state, Write("where", "at the market")))


def test_a_card_that_goes_only_with_a_poor_one_gives_way_to_own_words() -> None:
    options = (*STAGE.options[:6], Option("picture", "what", fits=("all",)))
    state = planner.start(replace(STAGE, options=options), 1, WORDS)
    assert finished_from(planner.act(state, Pick("picture")))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(st.integers(0, 10**6), max_size=30))
def test_from_wherever_chance_leads_the_plan_can_be_finished(walk: list[int]) -> None:
    state = after()
    for chosen in walk:
        options = planner.actions(state)
        state = planner.act(state, options[chosen % len(options)])
        step = planner.next_step(state)
        if step is not None and chosen % 3 == 0:
            state = planner.act(state, step)
    assert finished_from(state)


@pytest.mark.parametrize(
    "action",
    [
        Pick("x"),
        TakeOff("x"),
        Write("x", "abc"),
        Place("x", 1, "noon"),
        Place("first", 15, "noon"),
        Place("first", 1, "dawn"),
        Spend("x", 5),
    ],
)
def test_a_thing_of_no_plan_is_said(action: Action) -> None:
    with pytest.raises(UnknownThing):
        planner.act(after(), action)


def test_what_cannot_be_now_changes_nothing() -> None:
    state = after(Pick("films"))
    for action in (Run(), Restore(), Pick("films"), TakeOff("feed"), Spend("feed", 5),
                   Spend("group", 5), Spend("films", 3), Write("who", "all")):  # fmt: skip
        assert planner.act(state, action) == state
