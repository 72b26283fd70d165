"""The pretend laptop: what stays open is used by whoever sits down next, and can be put right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saying import saying

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice import desktop
from trainer_app.domain.practice.desktop_acts import (
    Action,
    Answer,
    CloseWindow,
    Desktop,
    DoTask,
    Forget,
    Lock,
    LogOut,
    LogOutEverywhere,
    OpenSite,
    SignIn,
    SitDown,
    StandUp,
    TakeBack,
    Tick,
    Unlock,
)
from trainer_app.domain.practice.desktop_stage import (
    TROUBLES,
    DesktopConsequence,
    DesktopGoal,
    DesktopStage,
    Key,
    Site,
    Task,
)
from trainer_app.domain.practice.engine import LEARNER

SHARED = DesktopStage(
    id="desk",
    kind="desktop",
    sites=(Site("mail", "sun", offers=True), Site("wall", "sea", stays=True, left_by="sam")),
    keys=(Key("sun"), Key("sea")),
    tasks=(Task("read", "mail"), Task("post", "wall")),
    stranger="nora",
    goals=(
        DesktopGoal("out", wants="other-out"),
        DesktopGoal("tasks"),
        DesktopGoal("none-kept", wants="not-kept"),
        DesktopGoal("gone", wants="left"),
    ),
    consequences=tuple(DesktopConsequence(each, when=each) for each in TROUBLES),
)
OWN = replace(
    SHARED,
    sites=(Site("mail", "sun"),),
    tasks=(Task("read", "mail"),),
    goals=(DesktopGoal("tasks"), DesktopGoal("gone", wants="left")),
    own=True,
)
IN_MAIL = (OpenSite("mail"), SignIn("sun"))


def after(stage: DesktopStage, *actions: Action) -> Desktop:
    state = desktop.start(stage, 1, saying())
    for action in actions:
        state = desktop.act(state, action)
    return state


def finished(state: Desktop) -> Desktop:
    """The end of the right walk; fails if it makes a mistake or does not end."""
    mistakes = state.mistakes
    for _ in range(200):
        step = desktop.next_step(state)
        if step is None:
            assert desktop.progress(state).finished
            return state
        assert step in desktop.actions(state)
        state = desktop.act(state, step)
        assert state.mistakes == mistakes, step
    raise AssertionError("no end of steps")


def test_who_leaves_signed_in_is_written_for_until_it_is_put_right_by_phone() -> None:
    state = after(SHARED, *IN_MAIL, StandUp())
    assert desktop.progress(state).consequence == "left-open"
    mail = desktop.view(state, "sam").sites[0]
    assert mail.post == "desk.posts.mail"
    state = desktop.act(state, TakeBack("mail"))
    assert desktop.progress(state).to_mend == ("left-open",), "the stranger is still inside"
    state = desktop.act(state, LogOutEverywhere("mail"))
    state = desktop.act(state, TakeBack("mail"))
    progress = desktop.progress(state)
    assert (progress.to_mend, progress.met) == ((), ("gone",))
    assert desktop.view(state, "sam").sites[0].post is None


def test_to_close_the_window_or_to_lock_is_not_to_log_out() -> None:
    closed = after(SHARED, *IN_MAIL, CloseWindow(), StandUp())
    assert closed.consequence == "left-open"
    locked = after(SHARED, *IN_MAIL, Lock(), StandUp())
    assert locked.consequence == "only-locked"
    assert after(SHARED, *IN_MAIL, LogOut(), StandUp()).mistakes == 0


def test_a_password_that_is_kept_opens_the_account_after_logging_out() -> None:
    kept = after(SHARED, *IN_MAIL, Answer(keep=True))
    assert kept.consequence == "kept"
    left = desktop.act(desktop.act(kept, LogOut()), StandUp())
    assert (left.consequence, left.mistakes) == ("left-open", 2)
    mended = desktop.act(kept, Forget("mail"))
    assert "none-kept" in desktop.progress(mended).met
    assert desktop.progress(mended).to_mend == ()


def test_an_answer_of_no_is_kept_and_not_asked_again() -> None:
    state = after(SHARED, *IN_MAIL, Answer(keep=False), LogOut(), SignIn("sun"))
    assert desktop.view(state, LEARNER).sites[0].offer == "no"
    assert "none-kept" in desktop.progress(state).met


def test_to_sign_in_with_the_tick_left_is_mended_by_logging_out() -> None:
    wall = (OpenSite("wall"), LogOut())
    state = after(SHARED, *wall, SignIn("sea"))
    assert desktop.progress(state).to_mend == ("stayed",)
    assert desktop.progress(desktop.act(state, LogOut())).to_mend == ()
    assert after(SHARED, *wall, Tick(), SignIn("sea")).mistakes == 0


def test_a_wrong_key_is_mended_by_the_right_one() -> None:
    state = after(SHARED, OpenSite("mail"), SignIn("sea"))
    assert (state.consequence, state.tries, state.mistakes) == ("wrong-key", 1, 1)
    assert desktop.progress(desktop.act(state, SignIn("sun"))).to_mend == ()


def test_what_is_written_as_another_is_no_goal_and_is_taken_back() -> None:
    state = after(SHARED, OpenSite("wall"), DoTask("post"))
    assert state.consequence == "as-other"
    state = desktop.act(state, LogOut())
    assert desktop.progress(state).to_mend == ("as-other",)
    state = desktop.act(state, TakeBack("wall"))
    assert desktop.progress(state).met == ("out",)


def test_ones_own_laptop_is_locked_and_may_stay_signed_in() -> None:
    done = (*IN_MAIL, DoTask("read"))
    assert desktop.progress(after(OWN, *done, Lock(), StandUp())).finished
    open_left = after(OWN, *done, StandUp())
    assert desktop.progress(open_left).to_mend == ("not-locked",)
    assert finished(open_left).mistakes == 1
    empty = after(OWN, StandUp())
    assert (empty.mistakes, desktop.progress(empty).to_mend) == (1, ("not-locked",))


def test_a_password_kept_on_ones_own_laptop_is_forgotten_where_a_goal_wants_that() -> None:
    own = replace(SHARED, own=True)
    kept = after(own, *IN_MAIL, Answer(keep=True))
    assert (kept.mistakes, desktop.progress(kept).to_mend) == (0, ())
    assert "none-kept" not in desktop.progress(kept).met
    assert desktop.view(finished(kept), LEARNER).sites[0].offer == "gone"


def test_the_stranger_sees_what_is_open_and_nothing_behind_my_own_lock() -> None:
    state = after(SHARED, *IN_MAIL)
    nora = desktop.view(state, "nora")
    assert [site.mine for site in nora.sites] == [True, False]
    assert nora.sites[1].person == "world.people.sam"
    assert nora.keys == ()
    assert not any(site.mine for site in desktop.view(state, "sam").sites)
    locked = desktop.view(after(OWN, *IN_MAIL, Lock()), "nora")
    assert not any(site.mine for site in locked.sites)
    assert locked.sites[0].tasks == ()


def test_unknown_things_are_refused_and_late_clicks_change_nothing() -> None:
    for action in (OpenSite("gone"), SignIn("gone"), DoTask("gone"), TakeBack("gone")):
        with pytest.raises(UnknownThing):
            after(SHARED, action)
    begun = after(SHARED)
    for late in (SitDown(), Unlock(), LogOut(), Tick(), Answer(keep=True), CloseWindow()):
        assert desktop.act(begun, late) == begun
    away = desktop.act(begun, StandUp())
    assert desktop.act(away, OpenSite("mail")) == away


@settings(max_examples=200, deadline=None)
@given(
    flags=st.lists(st.booleans(), min_size=5, max_size=5),
    order=st.permutations(SHARED.goals),
    walk=st.lists(st.integers(0, 10**6), max_size=20),
)
def test_from_anything_done_at_any_laptop_the_end_is_reached(
    flags: list[bool], order: list[DesktopGoal], walk: list[int]
) -> None:
    """Whatever the sites offer, whoever was left signed in, in whatever order the goals stand."""
    left_by = "sam" if flags[3] else ""
    sites = (
        Site("mail", "sun", offers=flags[0], stays=flags[1]),
        Site("wall", "sea", offers=True, stays=flags[2], left_by=left_by),
    )
    goals = tuple(goal for goal in order if left_by or goal.wants != "other-out")
    state = after(replace(SHARED, sites=sites, own=flags[4], goals=goals))
    for chosen in walk:
        options = desktop.actions(state)
        before = state.mistakes
        state = desktop.act(state, options[chosen % len(options)])
        assert state.mistakes == before or not desktop.progress(state).finished
    finished(state)
