"""The pretend web: judging counts after looking, and what was typed finds a search."""

from __future__ import annotations

from dataclasses import replace

import pytest
from saying import saying

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice import web
from trainer_app.domain.practice.engine import LEARNER
from trainer_app.domain.practice.web import Back, Find, Handle, Judge, TakeBack
from trainer_app.domain.practice.web_places import Go
from trainer_app.domain.practice.web_stage import (
    Claim,
    Page,
    Search,
    Sighting,
    Site,
    WebConsequence,
    WebGoal,
    WebStage,
)
from trainer_app.domain.practice.web_state import Web

STAGE = WebStage(
    id="w",
    kind="web",
    claims=(
        Claim("free", "false", ("tell",), page="own", needs=("shop",), one_of=("price", "before")),
        Claim("flood", "cannot-tell", ("keep",), one_of=("old",)),
    ),
    sites=(Site("shop", about=True), Site("port")),
    pages=(Page("own", "shop", earlier="before"), Page("before", "shop"), Page("price", "port")),
    searches=(Search("tickets", ("own", "price")),),
    sightings=(Sighting("old", ("flood",)),),
    goals=(WebGoal("trace", seen=("old",)), WebGoal("all")),
    consequences=(
        WebConsequence("soon"),
        WebConsequence("itself", when="same-source"),
        WebConsequence("believed", when="wrong-verdict", verdicts=("true",)),
        WebConsequence("wrong", when="wrong-verdict"),
        WebConsequence("passed", when="passed-on"),
        WebConsequence("other", when="wrong-deed"),
    ),
)


def begun() -> Web:
    return web.start(STAGE, 1, saying(w__searches__tickets="Ferry tickets today"))


def after(state: Web, *actions: web.Action) -> Web:
    for action in actions:
        state = web.act(state, action)
    return state


LOOKED = (
    Go("claim", "free"),
    Go("page", "own"),
    Go("about", "shop"),
    Go("results", "tickets"),
    Go("page", "price"),
)


def test_judging_without_looking_is_put_right_by_looking() -> None:
    state = after(begun(), Judge("free", "false"))
    progress = web.progress(state)
    assert (progress.consequence, progress.to_mend, progress.mistakes) == ("soon", ("soon",), 1)
    assert web.progress(after(state, *LOOKED)).to_mend == ()


def test_a_page_proves_nothing_about_itself() -> None:
    state = after(begun(), *LOOKED[:2], Judge("free", "true"))
    assert web.progress(state).to_mend == ("itself",)


def test_after_looking_the_verdict_and_the_deed_must_be_right() -> None:
    looked = after(begun(), *LOOKED)
    assert web.progress(after(looked, Judge("free", "true"))).to_mend == ("believed",)
    assert web.progress(after(looked, Judge("free", "cannot-tell"))).to_mend == ("wrong",)
    passed = after(looked, Judge("free", "false"), Handle("free", "pass-on"))
    assert web.progress(passed).to_mend == ("passed",)
    kept = after(looked, Judge("free", "false"), Handle("free", "keep"))
    assert web.progress(kept).to_mend == ("other",)
    good = after(passed, TakeBack("free"), Judge("free", "false"), Handle("free", "tell"))
    (claim, _) = web.view(good, LEARNER).claims
    assert (claim.settled, claim.to_mend) == (True, False)
    assert [str(each) for each in claim.found] == ["w.abouts.shop", "w.pages.price"]


def test_passing_on_without_looking_is_a_mistake_even_if_keeping_is_not() -> None:
    assert web.progress(after(begun(), Handle("flood", "pass-on"))).to_mend == ("passed",)
    assert web.progress(after(begun(), Handle("flood", "keep"))).to_mend == ()


def test_a_goal_of_things_seen_is_met_by_opening_them() -> None:
    state = after(begun(), Go("claim", "flood"), Go("trace", "flood"))
    assert web.progress(state).met == ()
    assert web.progress(after(state, Go("sighting", "old"))).met == ("trace",)


def test_one_goes_only_where_something_leads_and_back_again() -> None:
    state = begun()
    assert web.act(state, Go("page", "price")) == state
    there = after(state, Go("results", "tickets"), Go("page", "price"))
    assert web.view(there, LEARNER).at == Go("page", "price")
    assert web.act(there, Back()).at == Go("results", "tickets")
    assert web.act(after(there, Back(), Back()), Back()).at == Go()


def test_typed_words_find_the_search_that_shares_half_of_them() -> None:
    for text in ("tickets FERRY", "ferry tickets today cheap"):
        assert web.act(begun(), Find(text)).at == Go("results", "tickets")
    none = web.act(begun(), Find("ferry boat"))
    assert (none.at, web.view(none, LEARNER).nothing) == (Go(), True)
    assert "ferry" not in repr(none)
    assert "ferry" not in repr(web.view(none, LEARNER))
    assert web.act(begun(), Find("  ")) == begun()


def test_the_earlier_version_is_reached_from_the_page() -> None:
    state = after(begun(), Go("claim", "free"), Go("page", "own"))
    page = web.view(state, LEARNER).page
    assert page is not None
    assert page.earlier is not None
    assert page.earlier.id == "before"
    assert web.act(state, Go("page", "before")).at == Go("page", "before")


@pytest.mark.parametrize(
    "action",
    [
        Go("claim", "x"),
        Go("results", "x"),
        Go("page", "x"),
        Go("about", "x"),
        Go("trace", "x"),
        Go("sighting", "x"),
        Judge("x", "true"),
        Handle("x", "keep"),
        TakeBack("x"),
    ],
)
def test_a_thing_that_is_not_there_is_said(action: web.Action) -> None:
    with pytest.raises(UnknownThing):
        web.act(begun(), action)


def test_a_claim_that_nothing_leads_to_the_truth_of_has_no_next_step() -> None:
    lost = replace(STAGE, searches=(), claims=(replace(STAGE.claims[0], needs=("price",)),))
    state = web.start(replace(lost, goals=(WebGoal("all"),)), 1, saying())
    for _ in range(5):
        step = web.next_step(state)
        if step is None:
            break
        state = web.act(state, step)
    assert web.next_step(state) is None
    assert web.progress(state).met == ()
